"""Which version of this software a station runs, for the supervisor's list of stations."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

DISTRIBUTION = "mot-cua"


def software_version() -> str:
    """Return the installed version; an empty string when it runs from a bare copy."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return ""
