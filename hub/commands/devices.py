"""``pair`` and ``devices``: who is let in."""

from __future__ import annotations

import argparse

from hub.commands import places
from hub.commands.bounds import station_name
from hub.commands.say import say
from hub.store.devices import ROLES


def add_pair(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--role", choices=ROLES, required=True)
    name_help = "the kiosk's, display's or counter's id in the centre"
    parser.add_argument("--name", required=True, type=station_name, help=name_help)
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument("--revoke", action="store_true", help="instead, refuse the device from now on")
    instead.add_argument(
        "--replace", action="store_true", help="refuse every other device of that role and name from now on"
    )
    places.add_arguments(parser)
    parser.set_defaults(act=pair)


def add_devices(parser: argparse.ArgumentParser) -> None:
    places.add_arguments(parser)
    parser.set_defaults(act=devices)


def pair(options: argparse.Namespace) -> int:
    with places.devices_of(options) as listed:
        if options.revoke:
            count = listed.revoke(options.role, options.name)
            say(f"{count} revoked")
            return 0 if count else 1
        if options.replace:
            listed.revoke(options.role, options.name)
        say(listed.pair(options.role, options.name))
    return 0


def devices(options: argparse.Namespace) -> int:
    with places.devices_of(options) as listed:
        for device in listed.all():
            state = f"revoked {device.revoked_at}" if device.revoked_at else "good"
            say(f"{device.role:<10} {device.name:<20} paired {device.paired_at}  {state}")
    return 0
