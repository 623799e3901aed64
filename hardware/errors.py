"""Everything hardware can raise on purpose; each error carries its facts as attributes."""

from __future__ import annotations


class HardwareError(Exception):
    """The base of this package's errors; ``str()`` says what is wrong and what to do."""


class BadAddress(HardwareError):
    """A pipe address that cannot be understood."""

    def __init__(self, url: str, problem: str) -> None:
        self.url = url
        self.problem = problem
        super().__init__(
            f"{url!r}: {problem}; write tcp://host:9100, serial:///dev/ttyS0?baud=9600, "
            "usb:///dev/usb/lp0, evdev:///dev/input/by-path/… or file:///path"
        )


class CannotOpen(HardwareError):
    """The device does not answer, is not there, or may not be used by this account."""

    def __init__(self, url: str, cause: str, advice: str) -> None:
        self.url = url
        self.cause = cause
        self.advice = advice
        super().__init__(f"cannot open {url}: {cause}; {advice}")


class UnknownName(HardwareError):
    """A name that is not in a closed list; ``nearest`` is the most similar valid one or empty."""

    def __init__(self, what: str, name: str, valid: tuple[str, ...], nearest: str) -> None:
        self.what = what
        self.name = name
        self.valid = valid
        self.nearest = nearest
        hint = f"did you mean {nearest!r}? " if nearest else ""
        super().__init__(f"unknown {what} {name!r}; {hint}valid: {', '.join(valid)}")


class FontMissing(HardwareError):
    """No installed font can write Vietnamese."""

    def __init__(self) -> None:
        super().__init__(
            "no Vietnamese font found; install one: apt install fonts-inter (or fonts-noto-core)"
        )


class DoesNotFit(HardwareError):
    """A block is wider than the head or a slip longer than its paper; both in dots."""

    def __init__(self, what: str, size_dots: int, limit_dots: int) -> None:
        self.what = what
        self.size_dots = size_dots
        self.limit_dots = limit_dots
        super().__init__(f"{what} needs {size_dots} dots, only {limit_dots} are there")


class BadDescription(HardwareError):
    """A device description that contradicts itself."""

    def __init__(self, name: str, problem: str) -> None:
        self.name = name
        self.problem = problem
        super().__init__(f"description {name!r}: {problem}")


class LibraryMissing(HardwareError):
    """A system library is not installed."""

    def __init__(self, library: str, package: str) -> None:
        self.library = library
        self.package = package
        super().__init__(f"{library} is missing; install it: apt install {package}")


class CameraMissing(HardwareError):
    """The camera, picture or video cannot be opened."""

    def __init__(self, source: str) -> None:
        self.source = source
        super().__init__(f"cannot read pictures from {source!r}; is the camera plugged in, the path right?")


class PictureRefused(HardwareError):
    """A file that is no picture, or one too large to be read here."""

    def __init__(self, file: str, why: str) -> None:
        self.file = file
        self.why = why
        super().__init__(f"{file}: {why}")
