"""``python -m hub.document [DIR]``: bring the generated parts of the reference up to date."""

from __future__ import annotations

import sys
from pathlib import Path

from hub.document.asyncapi import document
from hub.document.protocol import render
from hub.document.yaml import dump

PAGES = ("protocol.md", "life-cycle.md")


def current(reference: Path) -> dict[Path, str]:
    """Return every file of the reference that comes from the code → what it should hold."""
    files = {reference / page: render((reference / page).read_text(encoding="utf-8")) for page in PAGES}
    return files | {reference / "asyncapi.yaml": dump(document())}


def main() -> None:
    reference = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/reference")
    for file, text in current(reference).items():
        file.write_text(text, encoding="utf-8")
        print(file)


if __name__ == "__main__":
    main()
