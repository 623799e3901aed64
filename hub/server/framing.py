"""WebSocket text frames as bytes, built once however many stations they go to. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

TEXT_WHOLE: Final = 0x81
TEXT_BEGINS: Final = 0x01
CONTINUES: Final = 0x00
ENDS: Final = 0x80
FRAGMENT_BYTES: Final = 16 * 1024
"""A larger message goes out in parts, so that one which nobody reads is never copied whole into a buffer."""


def framed(message: bytes) -> tuple[bytes, ...]:
    """Return ``message`` as one frame, or as fragments of at most FRAGMENT_BYTES that belong together.

    RFC 6455, section 5.2; a server does not mask.
    """
    if len(message) <= FRAGMENT_BYTES:
        return (_header(TEXT_WHOLE, len(message)) + message,)
    parts = [message[start : start + FRAGMENT_BYTES] for start in range(0, len(message), FRAGMENT_BYTES)]
    kinds = (TEXT_BEGINS, *[CONTINUES] * (len(parts) - 2), ENDS)
    return tuple(_header(kind, len(part)) + part for kind, part in zip(kinds, parts, strict=True))


def _header(kind: int, length: int) -> bytes:
    if length < 126:
        return bytes((kind, length))
    return bytes((kind, 126)) + length.to_bytes(2, "big")


def gathered(messages: Iterable[tuple[bytes, ...]], limit: int) -> Iterator[tuple[bytes, ...]]:
    """Yield ``messages`` in their order, small ones joined to one piece of at most ``limit`` bytes.

    The fragments of a large one stay a message of their own.
    """
    piece: list[bytes] = []
    size = 0
    for message in messages:
        room = len(message) == 1 and size + len(message[0]) <= limit
        if piece and not room:
            yield (b"".join(piece),)
            piece, size = [], 0
        if len(message) == 1:
            piece.append(message[0])
            size += len(message[0])
        else:
            yield message
    if piece:
        yield (b"".join(piece),)
