"""A sheet that shows what a printer makes of Vietnamese in each of its code pages: proof by eye. Pure.

Only what a person saw on paper counts: pages are chosen by slot, because names differ between makers.
"""

from __future__ import annotations

HIGH = bytes(range(0x80, 0x100))
SLOTS = (*tuple(range(54)), 94)


def codepage_sheet(slots: tuple[int, ...] = SLOTS) -> bytes:
    """Return a job: for each slot its number and the upper half of its letters, as the printer has them.

    The installer looks for the slot whose line holds whole Vietnamese letters.
    """
    parts = [b"\x1b@", b"MOT CUA  codepage-sheet\n", b"slot: 80..FF (ESC t n)\n\n"]
    for slot in slots:
        parts.append(b"\x1bt\x00\x1bE\x01" + b"ESC t %d\n" % slot + b"\x1bE\x00")
        parts += [b"\x1bt%c" % slot + HIGH[start : start + 32] + b"\n" for start in range(0, len(HIGH), 32)]
    parts.append(b"\x1bt\x00\n\n\x1dVB\x00")
    return b"".join(parts)
