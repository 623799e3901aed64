"""The one door to python-escpos: builds commands, never talks to a device.

Importing that library costs 0.2 s, adds a root log handler and leaves a folder in the temporary directory;
this module undoes the latter two, and drivers import it in a worker thread.
"""

from __future__ import annotations

import logging
import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any

from hardware.printing.profiles import PrinterProfile

_handlers_before = list(logging.getLogger().handlers)
from escpos import capabilities  # noqa: E402
from escpos.printer.dummy import Dummy  # noqa: E402

logging.getLogger().handlers[:] = _handlers_before
if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:  # then the folder is a fresh temporary one
    shutil.rmtree(Path(capabilities.pickle_dir), ignore_errors=True)


class _HeadProfile(capabilities.Profile):  # type: ignore[misc]  # the base is untyped
    """python-escpos' capabilities with our true head width and only the code pages proven on paper."""

    def __init__(self, profile: PrinterProfile) -> None:
        data = capabilities.CAPABILITIES["profiles"][profile.escpos]
        super().__init__(features=dict(data["features"]))
        pages = {
            slot: name
            for slot, name in data["codePages"].items()
            if slot == "0" or name in profile.code_pages
        }
        width = {"mm": profile.width_dots / profile.dots_per_mm, "pixels": profile.width_dots}
        self.profile_data = {**data, "codePages": pages, "media": {**data["media"], "width": width}}


@cache
def _head(profile: PrinterProfile) -> _HeadProfile:
    return _HeadProfile(profile)


def builder(profile: PrinterProfile) -> Any:
    """Return a python-escpos printer that collects bytes in ``output``."""
    return Dummy(profile=_head(profile))
