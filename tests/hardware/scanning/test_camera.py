import asyncio
from pathlib import Path

import cv2
import numpy as np

from hardware.listening import ListenTiming
from hardware.scanning import DossierCode, Scanned
from hardware.scanning.camera import Camera
from hardware.simulated.camera import SimulatedCamera
from tests.hardware.running import in_loop, running

QUICK = ListenTiming(silence_s=0.05, first_wait_s=0.02, most_wait_s=0.05)
CODE = "H57.132-260804-0583"


@in_loop
async def test_what_is_held_before_the_camera_is_scanned_once(tmp_path: Path) -> None:
    scans: asyncio.Queue[Scanned] = asyncio.Queue()
    sim = SimulatedCamera(tmp_path / "camera.png")
    camera = Camera(sim.source, scans.put_nowait, timing=QUICK, clock=lambda: 0.0)
    async with running(camera):
        await camera.states.until(lambda state: state.connected, 5)
        sim.show_nothing()
        sim.show_code(CODE)
        assert await scans.get() == DossierCode(CODE)
        sim.show_nothing()
        sim.show_code(CODE)
        sim.show_code("000.00.14.H56-200203-0118", "Code128")
        assert await scans.get() == DossierCode("000.00.14.H56-200203-0118")
        assert scans.empty()
        frame = camera.newest_frame()
        assert frame is not None and frame.shape == (720, 1280, 3)


@in_loop
async def test_a_video_is_watched_and_starts_again(tmp_path: Path) -> None:
    sim = SimulatedCamera(tmp_path / "still.png")
    sim.show_code(CODE)
    picture = cv2.imread(str(tmp_path / "still.png"))
    film = cv2.VideoWriter(str(tmp_path / "film.avi"), cv2.VideoWriter.fourcc(*"MJPG"), 10, (1280, 720))
    for frame in (np.zeros_like(picture), picture, picture):
        film.write(frame)
    film.release()
    now = iter(range(0, 100_000, 10))
    scans: asyncio.Queue[Scanned] = asyncio.Queue()
    camera = Camera(str(tmp_path / "film.avi"), scans.put_nowait, timing=QUICK, clock=lambda: next(now))
    async with running(camera):
        assert [await scans.get() for _ in range(4)] == [DossierCode(CODE)] * 4


@in_loop
async def test_a_camera_that_is_not_there_is_a_state(tmp_path: Path) -> None:
    camera = Camera("/dev/video99", lambda _scan: None, timing=QUICK)
    async with running(camera):
        state = await camera.states.until(lambda state: state.tried, 5)
        assert not state.connected
        assert "video99" in state.detail
