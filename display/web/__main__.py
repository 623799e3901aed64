"""``motcua-gateway``: serves citizens' phones and browsers from what the hub tells (design §10)."""

from __future__ import annotations

import argparse
import asyncio
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import structlog
import uvicorn
import uvloop

from display.web.app import Gateway, application
from display.web.assets import load
from display.web.hall_watch import HallWatch
from display.web.inquiries import Inquiries
from display.web.limits import REQUESTS_PER_S, STREAMS_PER_ADDRESS, Limits
from hub.client.link import Link

DEFAULT_LISTEN = "127.0.0.1:8780"
BACKLOG = 4096
RARELY = 50_000, 20, 100
"""Ten thousand connections are millions of objects that stay: looking through them often costs seconds."""
POLITE = 10
"""Where the hub or a TV runs on the same machine, it goes first: the hall sees a call before a phone does."""


class Server(uvicorn.Server):
    """Says one line once it serves, so that who started it knows where; ends its streams when it stops."""

    def __init__(self, config: uvicorn.Config, watch: HallWatch) -> None:
        super().__init__(config)
        self._watch = watch

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            shown = f"[{host}]" if ":" in host else host
            print(f"ready http://{shown}:{port}", flush=True)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """As uvicorn's own, but the signal is not raised again at the end: to be asked to stop is fine."""
        loop, asked = asyncio.get_running_loop(), (signal.SIGTERM, signal.SIGINT)
        for number in asked:
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in asked:
                loop.remove_signal_handler(number)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._watch.close()
        await super().shutdown(sockets)


async def serve(hub: str, token: str, name: str, host: str, port: int, limits: Limits, data: Path) -> None:
    """Serve until SIGTERM or SIGINT; the link to ``hub`` comes and goes by itself."""
    watch = HallWatch()
    link = Link([hub], token, "gateway", name, watch)
    inquiries = Inquiries(watch, link.ask)
    config = uvicorn.Config(
        application(Gateway(watch, load(), limits, data=data, need=inquiries.need)),
        host=host,
        port=port,
        backlog=BACKLOG,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=1,
        lifespan="off",
    )
    async with asyncio.TaskGroup() as tasks:
        helpers = [tasks.create_task(one.run()) for one in (link, inquiries)]
        helpers.append(tasks.create_task(watch.pulse()))
        await Server(config, watch).serve()
        for helper in helpers:
            helper.cancel()


def main(argv: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(argv)
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING)
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    try:
        token = options.key_file.read_text(encoding="utf-8").strip()
        host, _, port = options.listen.rpartition(":")
        limits = Limits(options.requests_per_s, options.streams_per_address)
        os.nice(POLITE)
        gc.freeze()
        gc.set_threshold(*RARELY)
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(
                serve(options.hub, token, options.name, host.strip("[]"), int(port), limits, options.data)
            )
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "không phải văn bản"
        print(f"motcua-gateway: {options.key_file.name}: không đọc được tệp khóa ({why})", file=sys.stderr)
        return 2
    except ValueError:
        print(f"motcua-gateway: --listen {options.listen}: cần dạng HOST:PORT", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="motcua-gateway", description=__doc__)
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    action = actions.add_parser("serve", help="phục vụ điện thoại và trình duyệt")
    action.add_argument("--hub", required=True, metavar="URL", help="ws://HOST:PORT của máy chủ hàng đợi")
    action.add_argument(
        "--key-file", type=Path, required=True, metavar="FILE", help="tệp giữ khóa của cổng này"
    )
    action.add_argument("--listen", default=DEFAULT_LISTEN, metavar="HOST:PORT")
    action.add_argument("--name", default="gateway", help="tên đã ghép với máy chủ (motcua-hub pair --name)")
    action.add_argument(
        "--data",
        type=Path,
        default=Path(),
        metavar="DIR",
        help="thư mục có ảnh, phim và bản thu cho các TV trình duyệt",
    )
    action.add_argument(
        "--streams-per-address",
        type=int,
        default=STREAMS_PER_ADDRESS,
        metavar="N",
        help="một địa chỉ mạng (như Wi-Fi của sảnh) được mở bao nhiêu trang cùng lúc",
    )
    action.add_argument(
        "--requests-per-s",
        type=float,
        default=REQUESTS_PER_S,
        metavar="N",
        help="một địa chỉ mạng được hỏi bao nhiêu lần mỗi giây",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
