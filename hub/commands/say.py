"""What an action tells: results on stdout, how far it is on stderr."""

from __future__ import annotations

import sys


def say(line: object) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def tell(line: object) -> None:
    sys.stderr.write(f"motcua-hub: {line}\n")
    sys.stderr.flush()
