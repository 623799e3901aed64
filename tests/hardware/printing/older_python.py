"""emupos on Python 3.11 and 3.12: its source says types in a newer syntax, read here in the older one.

``./run`` puts it into build/emulator by emulator.lock. From 3.13 on it is an ordinary package.
"""

from __future__ import annotations

import importlib.machinery
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, ModuleType

APART = Path(__file__).parents[3] / "build" / "emulator"
ALIAS = re.compile(r"^type (\w+) = ", re.MULTILINE)  # type Name = …
GENERIC = re.compile(r"^(\s*(?:def|class) \w+)\[[^\]]*\]", re.MULTILINE)  # def name[T](…
LATE_ANNOTATIONS = 0x1000000  # what `from __future__ import annotations` asks of the compiler


class _OlderSource(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        source = self.get_data(self.path).decode("utf-8")
        older = GENERIC.sub(r"\1", ALIAS.sub(r"\1 = ", source))
        return compile(older, self.path, "exec", flags=LATE_ANNOTATIONS, dont_inherit=True)


class _Finder:
    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name.partition(".")[0] != "emupos":
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path or [str(APART)], target)
        if spec is not None and spec.origin is not None:
            spec.loader = _OlderSource(name, spec.origin)
        return spec


def make_emupos_importable() -> None:
    if sys.version_info >= (3, 13) or not (APART / "emupos").is_dir():
        return
    sys.path.append(str(APART))  # segno, which it draws codes with
    sys.meta_path.insert(0, _Finder)  # type: ignore[arg-type]
