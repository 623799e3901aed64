"""Lints every QML file: `python -m deploy.qmllint`. Any warning fails.

qmllint finds a module only in a folder that bears its name, and Python types only in a .qmltypes file.
So the modules are laid out afresh under build/qml, the Python types added to their qmldir, and linted there;
QML that belongs to no module is linted where it is.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import PySide6

from deploy.qmltypes import PythonType, find_types, qmltypes

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("ui", "kiosk", "display", "counter_client", "deploy", "tests")
PYTHON_TYPES = "python.qmltypes"


def lay_out(sources: Iterable[Path], built: Path) -> dict[Path, Path]:
    """Copy the QML modules among ``sources`` to ``built``/their names.

    Returns what to lint: each .qml file, or its copy, leads to its source.
    """
    shutil.rmtree(built, ignore_errors=True)
    files = sorted(sources)
    modules = {file.parent: _folder(built, _module_name(file)) for file in files if file.name == "qmldir"}
    to_lint: dict[Path, Path] = {}
    for file in files:
        place = file
        home = next((folder for folder in file.parents if folder in modules), None)
        if home is not None:
            place = modules[home] / file.relative_to(home)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
        if file.suffix == ".qml":
            to_lint[place] = file
    return to_lint


def _module_name(qmldir: Path) -> str:
    first = qmldir.read_text(encoding="utf-8").split(maxsplit=2)
    if first[:1] != ["module"]:
        raise SystemExit(f"{qmldir}: the first line must be `module NAME`")
    return first[1]


def _folder(built: Path, module: str) -> Path:
    return built.joinpath(*module.split("."))


def add_python_types(built: Path, modules: Mapping[str, list[PythonType]]) -> None:
    """Write the types of each module and name them in its qmldir, which is made where there is none."""
    for name, types in modules.items():
        folder = _folder(built, name)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / PYTHON_TYPES).write_text(qmltypes(types), encoding="utf-8")
        qmldir = folder / "qmldir"
        text = qmldir.read_text(encoding="utf-8") if qmldir.exists() else f"module {name}\n"
        others = "".join(f"depends {other}\n" for other in ("QtQuick", *modules) if other != name)
        qmldir.write_text(f"{text}typeinfo {PYTHON_TYPES}\n{others}", encoding="utf-8")


def lint(root: Path, built: Path, to_lint: Mapping[Path, Path]) -> tuple[int, str]:
    """Return qmllint's exit code and its messages, which name the sources, not the copies."""
    if not to_lint:
        return 0, ""
    tool = Path(PySide6.__file__).with_name("qmllint")
    command = [str(tool), "--max-warnings", "0", "-I", str(built), *map(str, to_lint)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    report = done.stdout
    for place, source in to_lint.items():
        report = report.replace(str(place), str(source.relative_to(root)))
    return done.returncode, report


def check(root: Path, built: Path, rooms: Iterable[str] = ROOMS) -> tuple[int, str]:
    """Lint the QML of ``rooms``, folders of ``root``; ``root`` is on Python's path."""
    files = [found for room in rooms for found in (root / room).rglob("*") if found.is_file()]
    to_lint = lay_out(
        [file for file in files if file.name == "qmldir" or file.suffix in (".qml", ".js")], built
    )
    add_python_types(built, find_types(root, sorted(file for file in files if file.suffix == ".py")))
    return lint(root, built, to_lint)


def main() -> int:
    code, report = check(ROOT, ROOT / "build" / "qml")
    print(report, end="")
    return code


if __name__ == "__main__":
    sys.exit(main())
