"""What the keys of the on-screen keyboard do to what was typed. Pure."""

from __future__ import annotations

from kiosk.dossier import as_code
from ui import telex

LONGEST_QUERY = 60


def typed_words(text: str, key: str) -> str:
    """Return ``text`` after ``key``: a letter, a tone's name, or space, backspace, clear."""
    match key:
        case "space":
            changed = text if not text or text.endswith(" ") else text + " "
        case "backspace":
            changed = telex.erase(text)
        case "clear":
            changed = ""
        case _ if key in telex.TONES:
            changed = telex.put_tone(text, key)
        case _ if len(key) == 1:
            changed = telex.press(text, key)
        case _:
            changed = text
    return changed[:LONGEST_QUERY]


def typed_code(text: str, key: str) -> str:
    """Return a dossier code after ``key``."""
    match key:
        case "backspace":
            return text[:-1]
        case "clear":
            return ""
        case _:
            return as_code(text + key) if len(key) == 1 else text
