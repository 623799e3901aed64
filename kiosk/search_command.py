"""``motcua-kiosk search``: what the kiosk's search finds, a JSON line a query. No Qt."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from config import catalogue
from config.mistakes import ConfigError
from ui.everyday import shipped
from ui.search import Index

RESULTS = 10


def run(arguments: Sequence[str]) -> int:
    parser = ArgumentParser(prog="motcua-kiosk search", description="Tìm thủ tục như ki-ốt tìm.")
    parser.add_argument("--catalogue", type=Path, required=True, metavar="CSV", help="tệp procedures.csv")
    parser.add_argument("queries", nargs="+", metavar="QUERY")
    options = parser.parse_args(arguments)
    try:
        procedures, mistakes = catalogue.read(options.catalogue)
        if mistakes and not procedures:
            raise ConfigError(mistakes)
    except ConfigError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    index = Index(procedures, shipped())
    for query in options.queries:
        codes = [one.code for one in index.find(query, RESULTS)]
        sys.stdout.write(json.dumps({"query": query, "codes": codes}, ensure_ascii=False) + "\n")
    return 0
