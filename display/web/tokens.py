"""The look's tokens as CSS, read from the screens' Theme; ``python -m display.web.tokens`` writes them."""

from __future__ import annotations

import re
import sys
from pathlib import Path

THEME = Path(__file__).parents[2] / "ui" / "qml" / "MotCua" / "Theme.qml"
STYLE = Path(__file__).parent / "static" / "tokens.css"

COLOUR = re.compile(r"readonly property color (\w+): (.+)")
BRANCH = re.compile(r'(?:(\w+) \? )?"(#[0-9A-Fa-f]{6})"')
MODES = {"": "light", "night": "night", "contrast": "contrast"}


def colours(theme: str) -> dict[str, dict[str, str]]:
    """Return mode → colour name → value; a mode a colour does not speak of has its plain value."""
    found: dict[str, dict[str, str]] = {mode: {} for mode in MODES.values()}
    for name, expression in COLOUR.findall(theme):
        values = {MODES[condition]: value for condition, value in BRANCH.findall(expression)}
        for mode in found:
            found[mode][name] = values.get(mode, values["light"])
    return found


def css(theme: str) -> str:
    modes = colours(theme)
    contrast = _block(":root", modes["contrast"]).replace("\n", "\n  ").rstrip()
    return (
        "/* Made from ui/qml/MotCua/Theme.qml by display.web.tokens; do not edit. */\n"
        + _block(":root", modes["light"])
        + _block(".night", modes["night"])
        + _block(".contrast", modes["contrast"])
        + f"@media (prefers-contrast: more) {{\n  {contrast}\n}}\n"
    )


def _block(selector: str, values: dict[str, str]) -> str:
    lines = "".join(f"  --{_dashed(name)}: {value};\n" for name, value in values.items())
    return f"{selector} {{\n{lines}}}\n"


def _dashed(name: str) -> str:
    return re.sub(r"([A-Z])", lambda found: "-" + found[1].lower(), name)


def main() -> int:
    STYLE.write_text(css(THEME.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
