"""What lies over every page of the kiosk, by name: news, help, a machine out of service, the staff screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, get_args

from kiosk.gallery.halls import state_of
from kiosk.gallery.stand import Stand
from kiosk.help_desk import Help
from kiosk.self_check import Facts, checks
from kiosk.staff_room import Paper, StaffProps
from kiosk.visit import Visit

Pose = tuple[str, Callable[[], None]]


def layers(at: Stand) -> Iterator[Pose]:
    """Each act leaves only its own layer up."""
    yield "news", lambda: alone(at)
    for state in get_args(Help)[1:]:
        yield f"help-{state}", helped(at, state)
    yield "blocked-unknown", lambda: unknown(at)
    yield "blocked-not-paired", lambda: not_paired(at)
    yield "staff-pin", staff(at, door="pin", digits=2)
    yield "staff-pin-wait", staff(at, door="pin", was_wrong=True, wait_s=60)
    yield "staff-well", staff(at, **WELL)
    yield "staff-ill", staff(at, **ILL)


def clear(at: Stand) -> None:
    at.reception.alone = False
    at.help.state, at.help.open = "none", False
    at.screens.staff.show(StaffProps())
    at.reception.desks.watch.take_online(True, None)
    at.reception.desks.watch.take_state(state_of(at.centre.hall))
    at.show(Visit())


def alone(at: Stand) -> None:
    clear(at)
    at.reception.alone = True
    at.show(Visit())


def helped(at: Stand, state: Help) -> Callable[[], None]:
    def act() -> None:
        clear(at)
        at.help.state, at.help.open = state, True
        at.show(Visit(page="services", purpose="submit", before=Visit()))

    return act


def unknown(at: Stand) -> None:
    clear(at)
    watch = at.reception.desks.watch
    watch.kiosk = "K99"
    at.show(Visit())
    watch.kiosk = at.centre.hall.kiosks[0].id


def not_paired(at: Stand) -> None:
    clear(at)
    at.screens.frame.show(replace(at.screens.frame.shown, blocked="not_paired", station="K1"))


def staff(at: Stand, **parts: Any) -> Callable[[], None]:
    def act() -> None:
        clear(at)
        at.screens.staff.show(StaffProps(**parts))

    return act


_VERSIONS = "Một Cửa 0.1.0 · Python 3.11.7 · Qt 6.11.3"
WELL: dict[str, Any] = {
    "door": "open",
    "prints": True,
    "sounds": True,
    "papers": tuple(Paper(str(n), f"A0{n}", f"10:{n}") for n in (24, 23, 22, 21, 20, 19)),
    "checks": checks(
        Facts(
            station="K1",
            online=True,
            address="ws://10.10.0.5:8765",
            since="07:02",
            printers=("ok", "paper_low"),
            last_paper="printed",
            scanner=True,
            camera=True,
            scanned="dossier",
            sound=True,
            disk_mb=48_000,
            clock_off_s=1,
            versions=_VERSIONS,
        )
    ),
}
ILL: dict[str, Any] = {
    "door": "open",
    "printed": "trial",
    "checks": checks(
        Facts(
            station="K1",
            address="ws://10.10.0.5:8765",
            since="10:12",
            trouble="ConnectionRefusedError",
            printers=("paper_out", "broken"),
            last_paper="unknown",
            scanner=False,
            camera=None,
            sound=False,
            disk_mb=150,
            clock_off_s=-754,
            versions=_VERSIONS,
        )
    ),
}
