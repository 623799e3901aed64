"""``./run demo``: the whole hall on this machine with simulated devices, in windows or headless."""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import sys
import tempfile
from pathlib import Path

from deploy.demo.child import DemoError


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run demo", description="Cả sảnh trên máy này với thiết bị giả lập."
    )
    parser.add_argument(
        "--headless", action="store_true", help="diễn một khắc giờ theo kịch bản, không mở cửa sổ"
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="nơi để ảnh, tiếng và timeline.jsonl (với --headless)"
    )
    parser.add_argument(
        "--centre", default="phuong", choices=("phuong", "tinh"), help="trung tâm mẫu (cửa sổ)"
    )
    return parser


def main() -> int:
    parser = _parser()
    options = parser.parse_args()
    if options.headless != (options.out is not None):
        parser.error("--headless và --out DIR đi cùng nhau")
    if not options.headless and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        print("Máy này không có màn hình. Thử: ./run demo --headless --out demo-out", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="mot-cua-demo-") as folder:
        try:
            return asyncio.run(_run(Path(folder), options.out and options.out.resolve(), options.centre))
        except DemoError as error:
            print(f"✗ {error}", file=sys.stderr)
            return 1
        except (KeyboardInterrupt, asyncio.CancelledError):
            return 130 if options.headless else 0  # headless, 0 says that everything happened


async def _run(folder: Path, out: Path | None, centre: str) -> int:
    task = asyncio.current_task()
    assert task is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    if out is not None:
        from deploy.demo.headless import perform

        return await perform(folder, out)
    from deploy.demo.windows import open_hall

    return await open_hall(folder, centre)


if __name__ == "__main__":
    sys.exit(main())
