"""A station in sixty lines: shows every call of the hall, and takes one number if asked to.

    python example_client.py ws://127.0.0.1:8760 TOKEN display tv1
    python example_client.py ws://127.0.0.1:8760 TOKEN kiosk k1 khai-sinh

Needs only ``websockets``. The token comes from ``motcua-hub pair``; role and name are those paired.
The protocol is in docs/reference/protocol.md.
"""
# ruff: noqa: T201

import asyncio
import json
import sys
import uuid

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException


async def visit(url, token, role, name, held, service):
    """Be connected once. ``held`` is what we know: the log's epoch, its last seq, a number to take."""
    headers = {"Authorization": f"Bearer {token}"}
    async with connect(url, additional_headers=headers, proxy=None, compression=None, max_size=2**24) as hub:
        hello = json.loads(await hub.recv())
        since = {"epoch": held["epoch"], "seq": held["seq"]} if held["epoch"] == hello["epoch"] else None
        held["epoch"] = hello["epoch"]
        await hub.send(json.dumps({"t": "auth", "v": 1, "role": role, "dev": name, "since": since}))
        if service and not held.get("number"):
            # The key is made before sending: whatever happens, the same key never makes two tickets.
            key = held.setdefault("key", str(uuid.uuid4()))
            ask = {"t": "cmd", "id": 1, "key": key, "cmd": "issue_ticket", "args": {"service": service}}
            await hub.send(json.dumps(ask))
        async for message in hub:
            frame = json.loads(message)
            if frame["t"] == "snap":
                held["seq"] = frame["seq"]
            elif frame["t"] == "res":
                answered = frame["data"]["ticket"]["number"] if frame["ok"] else frame["err"]["text"]
                held["number"] = answered
                print(f"our number: {answered}", flush=True)
            elif frame["t"] == "ev":
                if frame["prev"] != held["seq"]:
                    held["epoch"] = ""  # we missed something: come again and ask for a snapshot
                    return
                held["seq"] = frame["seq"]
                if frame["ev"] == "ticket_called":
                    print(f"{frame['number']} to counter {frame['counter']}", flush=True)


async def main(url, token, role, name, service=None):
    held = {"epoch": "", "seq": 0}
    while True:
        try:
            await visit(url, token, role, name, held, service)
        except (OSError, WebSocketException):
            await asyncio.sleep(1)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
