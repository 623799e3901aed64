"""The simulated printer's own reading of ESC/POS: bytes in any pieces to operations. It survives any bytes.

Written from Epson's command reference, not from what our encoder sends. Real-time commands are scanned apart
(``realtime_requests``), because a printer obeys them even inside pictures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from hardware.simulated import operations as op

ESC, GS, DLE, FS, LF = 0x1B, 0x1D, 0x10, 0x1C, 0x0A
DEFAULT_SPACING = 30
LEVELS = "LMQH"

Parsed = tuple[op.Operation | None, int]


class NeedMore(Exception):
    """The command is not complete yet."""


class Interpreter:
    """Feed it bytes as they come; it keeps what is incomplete and what codes have stored."""

    def __init__(self) -> None:
        self._held = bytearray()
        self._qr_payload = b""
        self._qr_module = 3
        self._qr_level = "L"
        self._bar_height = 162
        self._bar_module = 3
        self._bar_text = False

    @property
    def pending(self) -> int:
        """How many bytes wait for the rest of their command."""
        return len(self._held)

    def feed(self, data: bytes) -> Iterator[op.Operation]:
        self._held += data
        while self._held:
            try:
                operation, used = self._next(bytes(self._held[:64]))
            except NeedMore:
                return
            del self._held[:used]
            if operation is not None:
                yield operation

    def _next(self, head: bytes) -> Parsed:
        first = head[0]
        if first == LF:
            return op.LineFeed(1), 1
        if first in (ESC, GS, FS, DLE):
            table = {ESC: _ESC, GS: _GS, FS: {}, DLE: _DLE}[first]
            second = _at(head, 1)
            parse = table.get(second)
            return parse(self, head) if parse else (op.Ignored(head[:2]), 2)
        if first < 0x20:
            return None, 1
        return self._text()

    def _text(self) -> Parsed:
        end = next((i for i, byte in enumerate(self._held) if byte < 0x20), len(self._held))
        return op.Text(bytes(self._held[:end])), end

    def _take(self, start: int, size: int) -> bytes:
        if len(self._held) < start + size:
            raise NeedMore
        return bytes(self._held[start : start + size])

    def raster(self, head: bytes) -> Parsed:
        mode, width, rows = _at(head, 3) & 3, _word(head, 4), _word(head, 6)
        data = self._take(8, width * rows)
        across, down = (2 if mode & 1 else 1), (2 if mode & 2 else 1)
        return op.RasterImage(across, down, width, rows, data), 8 + len(data)

    def sized(self, head: bytes) -> Parsed:
        """GS ( X pL pH …"""
        body = self._take(5, _word(head, 3))
        letter = chr(head[2])
        operation: op.Operation | None = op.Ignored(head[:3])
        if letter == "k" and len(body) >= 2 and body[0] == 0x31:
            operation = self._two_dimensional(body)
        elif letter == "H" and len(body) >= 6 and body[0] in (0, 48) and body[1] in (0, 48):
            operation = op.TellProcessId(body[2:6])
        elif letter == "L" and len(body) >= 2 and body[0] == 0x30:
            operation = _graphics(body) or operation
        return operation, 5 + len(body)

    def _two_dimensional(self, body: bytes) -> op.Operation | None:
        function, rest = body[1], body[2:]
        if function == 67 and rest:
            self._qr_module = max(1, min(16, rest[0]))
        elif function == 69 and rest:
            self._qr_level = LEVELS[max(0, min(3, rest[0] - 48))]
        elif function == 80:
            self._qr_payload = rest[1:]
        elif function == 81 and self._qr_payload:
            return op.QrCode(self._qr_payload, self._qr_module, self._qr_level)
        return None

    def barcode(self, head: bytes) -> Parsed:
        kind = _at(head, 2)
        if kind >= 65:  # function B carries its length
            payload = self._take(4, _at(head, 3))
            used = 4 + len(payload)
        else:  # function A ends with NUL
            end = self._held.find(0, 3)
            if end < 0:
                if len(self._held) > 258:
                    return op.Ignored(head[:3]), 3
                raise NeedMore
            payload, used = bytes(self._held[3:end]), end + 1
        return op.Barcode(kind, payload, self._bar_module, self._bar_height, self._bar_text), used

    def set_barcode(self, head: bytes) -> Parsed:
        value = _at(head, 2)
        if head[1] == ord("h"):
            self._bar_height = max(1, value)
        elif head[1] == ord("w"):
            self._bar_module = max(2, min(6, value))
        else:
            self._bar_text = value in (2, 50, 3, 51)
        return None, 3

    def downloads(self, head: bytes) -> Parsed:
        """FS q, GS *: stored pictures are skipped by their stated size."""
        size = _at(head, 2) * _at(head, 3) * 8
        self._take(4, size)
        return op.Ignored(head[:2]), 4 + size

    def column_image(self, head: bytes) -> Parsed:
        mode, width = _at(head, 2), _word(head, 3)
        data = self._take(5, width * (3 if mode in (32, 33) else 1))
        return op.Ignored(head[:3]), 5 + len(data)


def _graphics(body: bytes) -> op.Operation | None:
    """GS ( L m fn …: pictures in the printer's memory."""
    function, rest = body[1], body[2:]
    if function in (0, 48):
        return op.TellCapacity()
    if function == 65 and rest == b"CLR":
        return op.ErasePictures()
    if function == 67 and len(rest) >= 9:
        width, rows = _word(rest, 4), _word(rest, 6)
        dots = rest[9 : 9 + (width + 7) // 8 * rows]
        return op.StorePicture(rest[1:3], width, rows, dots) if rest[8] == 0x31 else None
    if function == 69 and len(rest) == 4:
        return op.StoredPicture(rest[:2], max(1, min(2, rest[2])), max(1, min(2, rest[3])))
    return None


def _at(head: bytes, index: int) -> int:
    if index >= len(head):
        raise NeedMore
    return head[index]


def _word(head: bytes, index: int) -> int:
    return _at(head, index) | _at(head, index + 1) << 8


Parse = Callable[[Interpreter, bytes], Parsed]


def _one(make: Callable[[int], op.Operation]) -> Parse:
    """A command with one parameter byte."""
    return lambda _self, head: (make(_at(head, 2)), 3)


def _skip(parameters: int) -> Parse:
    def parse(_self: Interpreter, head: bytes) -> Parsed:
        _at(head, 1 + parameters)
        return op.Ignored(head[:2]), 2 + parameters

    return parse


def _silent(parameters: int) -> Parse:
    def parse(_self: Interpreter, head: bytes) -> Parsed:
        _at(head, 1 + parameters)
        return None, 2 + parameters

    return parse


def _fixed(operation: op.Operation) -> Parse:
    return lambda _self, _head: (operation, 2)


def _align(value: int) -> op.Operation:
    return op.SetAlign(op.Align(value % 48 if value % 48 in (0, 1, 2) else 0))


def _size(value: int) -> op.Operation:
    return op.SetSize((value >> 4 & 7) + 1, (value & 7) + 1)


def _mode(value: int) -> op.Operation:
    return op.SetSize(2 if value & 0x20 else 1, 2 if value & 0x10 else 1)


def _cut(_self: Interpreter, head: bytes) -> Parsed:
    mode = _at(head, 2)
    return (op.Cut(_at(head, 3)), 4) if mode in (65, 66, 97, 98, 103, 104) else (op.Cut(0), 3)


_ESC: dict[int, Parse] = {
    ord("@"): _fixed(op.Init()),
    ord("2"): _fixed(op.LineSpacing(DEFAULT_SPACING)),
    ord("3"): _one(op.LineSpacing),
    ord("A"): _one(op.LineSpacing),
    ord("a"): _one(_align),
    ord("E"): _one(lambda n: op.SetBold(bool(n & 1))),
    ord("G"): _one(lambda n: op.SetBold(bool(n & 1))),
    ord("-"): _one(lambda n: op.SetUnderline(n % 48 if n % 48 in (1, 2) else 0)),
    ord("!"): _one(_mode),
    ord("J"): _one(op.FeedDots),
    ord("d"): _one(op.LineFeed),
    ord("t"): _one(op.CodePage),
    ord("*"): lambda self, head: self.column_image(head),
    ord("i"): _fixed(op.Cut(0)),
    ord("m"): _fixed(op.Cut(0)),
    ord("$"): _skip(2),
    ord("\\"): _skip(2),
    ord("p"): _skip(3),
    **{ord(letter): _skip(1) for letter in " %=MRSTVcr{u"},
}
_ESC[ord("c")] = _skip(2)

_GS: dict[int, Parse] = {
    ord("!"): _one(_size),
    ord("B"): _one(lambda n: op.SetInverse(bool(n & 1))),
    ord("V"): _cut,
    ord("v"): lambda self, head: self.raster(head),
    ord("("): lambda self, head: self.sized(head),
    ord("k"): lambda self, head: self.barcode(head),
    ord("h"): lambda self, head: self.set_barcode(head),
    ord("w"): lambda self, head: self.set_barcode(head),
    ord("H"): lambda self, head: self.set_barcode(head),
    ord("r"): _one(op.TellSensor),
    ord("I"): _one(op.TellModel),
    ord("a"): _one(lambda n: op.AutoStatus(n != 0)),
    ord("*"): lambda self, head: self.downloads(head),
    ord("L"): _skip(2),
    ord("W"): lambda _self, head: (op.SetArea(_word(head, 2)), 4),
    ord("P"): _skip(2),
    **{ord(letter): _skip(1) for letter in "fb/"},
}

_DLE: dict[int, Parse] = {
    0x04: _silent(1),  # EOT n: answered by RealTime
    0x05: _silent(1),  # ENQ n
    0x14: _silent(3),  # DC4 fn m t
}


class RealTime:
    """Finds DLE EOT n in the raw stream, wherever it stands."""

    def __init__(self) -> None:
        self._tail = b""

    def feed(self, data: bytes) -> list[int]:
        """Return the status numbers (1 to 4) asked for in ``data``."""
        stream = self._tail + data
        found = [
            stream[i + 2]
            for i in range(len(stream) - 2)
            if stream[i] == DLE and stream[i + 1] == 0x04 and 1 <= stream[i + 2] <= 4
        ]
        self._tail = stream[-2:] if len(stream) >= 2 else stream
        return found
