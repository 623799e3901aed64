"""``motcua-hardware probe``: what a printer is, and what to do where that is unsure."""

from __future__ import annotations

import asyncio
import sys
import textwrap
from pathlib import Path

from hardware.pipes import open_pipe
from hardware.print_test import ADVICE
from hardware.printing.jobs import REASONS
from hardware.printing.probing import ANSWER_S, Doubt, Report, probe
from hardware.provisioning import station_snippet

SAYS_NOTHING = (
    "Máy in không trả lời câu nào.\n"
    "  it answers nothing: check its power, cable and (serial) baud rate, then probe again.\n"
    "  Some printers never answer. Then run  motcua-hardware print-test {url} --profile silent-80 :\n"
    "  if both slips come out, write these lines into the station file yourself:\n"
)
HAS_A_FAULT = (
    "Máy in có trả lời, nhưng đang bị lỗi nên chưa biết hết.\n"
    "  {advice}\n"
    "  it answers, but has a fault and so holds the other answers back; mend that, then probe again\n"
)
NOT_SAVED = "Chưa ghi tệp.\n  not saved: {file}\n"


async def show_probe(url: str, save: str, answer_s: float = ANSWER_S) -> int:
    """Print what is known; write ``save`` and return 0 only where the profile is sure. Raises OSError."""
    pipe = await open_pipe(url)
    try:
        report = await probe(pipe, answer_s)
    finally:
        await pipe.close()
    _describe(report)
    snippet = station_snippet(url, report.profile.name)
    if report.doubt is not None:
        _doubt(report, report.doubt, url, snippet)
        if save:
            sys.stderr.write(NOT_SAVED.format(file=save))
        return 1
    sys.stdout.write("for the station file:\n" + textwrap.indent(snippet, "  "))
    if save:
        await asyncio.to_thread(Path(save).write_text, snippet, encoding="utf-8")
    return 0


def _describe(report: Report) -> None:
    status = "it does not answer status questions; out of paper cannot be seen"
    if report.state is not None:
        problem = report.state.problem
        status = f"{problem.value if problem else 'ready'}; paper: {report.state.paper.value}"
    fence = report.fence.value if report.doubt is None else "not known"
    sys.stdout.write(f"model: {report.model or 'not told'}\nstatus: {status}\ncompletion fence: {fence}\n")
    sys.stdout.flush()


def _doubt(report: Report, doubt: Doubt, url: str, snippet: str) -> None:
    if doubt is Doubt.SAYS_NOTHING:
        sys.stderr.write(SAYS_NOTHING.format(url=url) + textwrap.indent(snippet, "    "))
        return
    problem = report.state.problem if report.state else None
    advice = ADVICE.get(REASONS[problem], problem.value) if problem else ""
    sys.stderr.write(HAS_A_FAULT.format(advice=advice.removeprefix("– ")))
