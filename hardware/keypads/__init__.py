"""Serial keypads: a frame described as data, and the driver that says which key was pressed."""

from hardware.keypads.frames import Checksum, Frame, FrameDescription, FrameReader, encode_frame
from hardware.keypads.keypad import KeyPressed, SerialKeypad
from hardware.keypads.shipped import CALL_KEYPAD, RATING_KEYPAD_5, SHIPPED, KeypadDescription, find_keypad

__all__ = [
    "CALL_KEYPAD",
    "RATING_KEYPAD_5",
    "SHIPPED",
    "Checksum",
    "Frame",
    "FrameDescription",
    "FrameReader",
    "KeyPressed",
    "KeypadDescription",
    "SerialKeypad",
    "encode_frame",
    "find_keypad",
]
