"""Finding the valid name nearest to a mistyped one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from hardware.errors import UnknownName


def unknown(what: str, name: str, valid: Iterable[str]) -> UnknownName:
    """Return the error for ``name``, with its nearest neighbour among ``valid``."""
    names = tuple(sorted(valid))
    near = difflib.get_close_matches(name, names, n=1)
    return UnknownName(what, name, names, near[0] if near else "")
