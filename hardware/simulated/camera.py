"""What stands before a simulated camera: a picture file that changes, watched by the real driver."""

from __future__ import annotations

import time
from pathlib import Path

import zxingcpp
from PIL import Image

from hardware.errors import BadDescription
from hardware.simulated.events import InputSent, Listener, ignore

FRAME = (1280, 720)
DESK = (96, 92, 88)
TILT_DEG = 4
CODE_PX = 380


class SimulatedCamera:
    """Give ``hardware.scanning.camera.Camera`` :attr:`source`."""

    def __init__(self, file: Path, *, on_event: Listener = ignore) -> None:
        self._file = file
        self._on_event = on_event

    @property
    def source(self) -> str:
        return str(self._file)

    def show(self, picture: Image.Image) -> None:
        """Hold ``picture`` before the camera."""
        fresh = self._file.with_name("fresh-" + self._file.name)
        picture.save(fresh)
        fresh.replace(self._file)
        self._on_event(InputSent("picture", time.monotonic_ns()))

    def show_code(self, text: str, symbology: str = "QRCode") -> None:
        """Hold a printed code before the camera, a little askew; ``symbology`` is zxing's name of it.

        Raises BadDescription: no such code can be drawn.
        """
        try:
            kind = getattr(zxingcpp.BarcodeFormat, symbology)
            code = zxingcpp.create_barcode(text, kind)
        except (AttributeError, ValueError, RuntimeError) as error:
            raise BadDescription(symbology, f"cannot draw {text!r}: {error}") from error
        drawn = Image.fromarray(code.to_image(scale=6, add_quiet_zones=True))
        wide = FRAME[0] * 3 // 4 if drawn.width > 2 * drawn.height else CODE_PX
        drawn = drawn.convert("RGB").resize((wide, max(140, drawn.height * wide // drawn.width)))
        frame = Image.new("RGB", FRAME, DESK)
        turned = drawn.rotate(TILT_DEG, expand=True, fillcolor=DESK, resample=Image.Resampling.BICUBIC)
        frame.paste(turned, ((FRAME[0] - turned.width) // 2, (FRAME[1] - turned.height) // 2))
        self.show(frame)

    def show_file(self, file: Path) -> None:
        """Hold the picture in ``file`` before the camera; raises OSError for what is none."""
        with Image.open(file) as picture:
            self.show(picture.convert("RGB"))

    def show_nothing(self) -> None:
        """Leave the camera looking at an empty desk."""
        self.show(Image.new("RGB", FRAME, DESK))
