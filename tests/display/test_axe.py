"""Accessibility as axe sees it, on every page of the gateway and in every state of a visit."""

import shutil
import subprocess
from pathlib import Path

import pytest

from hub.messages import commands as cmd
from tests.display.browser import PROGRAM, browser
from tests.display.gateway import gateway
from tests.display.test_browser_boards import DISPLAYS
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import serving

pytestmark = pytest.mark.skipif(PROGRAM is None, reason="chromium is not installed")
FOLDER = Path(__file__).parents[2] / "build" / "axe"
AXE = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
INSTALL = "npm install --no-audit --no-fund --loglevel=error axe-core@4"
INSTALL_WITHIN_S = 60


@pytest.fixture(scope="module")
def axe():
    """axe's own program; fetched once where npm can, into build/."""
    if not AXE.exists() and shutil.which("npm"):
        command = [*INSTALL.split(), "--prefix", str(FOLDER)]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=INSTALL_WITHIN_S)
        except subprocess.TimeoutExpired:
            pytest.skip("npm does not answer")
    if not AXE.exists():
        pytest.skip(f"no axe: {INSTALL} --prefix build/axe")
    return AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def page():
    with browser() as page:
        page.size(1920, 1080)
        yield page


@pytest.fixture
def url(hub, tmp_path):
    with gateway(hub.address, hub.pair("gateway", "gateway"), tmp_path) as url:
        yield url


@pytest.fixture
def boards(tmp_path):
    (tmp_path / "hub").mkdir()
    with (
        serving(tmp_path / "hub", sample_hall(hours=round_the_clock(), displays=DISPLAYS)) as hub,
        gateway(hub.address, hub.pair("gateway", "gateway"), tmp_path) as url,
    ):
        yield url


def wrong(page, axe):
    """Return what axe finds wrong on the page, one line each."""
    page.value("document.getAnimations().forEach(one => one.finish())")  # half-way colours are no colours
    page.send("Page.setBypassCSP", enabled=True)
    page.value(axe + "; 1")
    found = page.value("axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))")
    page.send("Page.setBypassCSP", enabled=False)
    return found


def test_boards(page, axe, url, hand):
    hand.do("counter", "q1", cmd.OpenCounter())
    number = hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))["ticket"]["number"]
    hand.do("counter", "q1", cmd.CallNext())
    for path in ("/tv", "/tv?lang=en", "/tv/tv1"):
        page.go(url + path)
        page.until(f"document.body && document.body.textContent.indexOf('{number}') >= 0")
        assert (path, wrong(page, axe)) == (path, [])


def test_every_board_of_a_browser_tv(page, axe, boards):
    page.size(1920, 1080)
    for name in ("guide", "dossiers", "pictures"):
        page.go(f"{boards}/tv/{name}")
        page.until("document.getElementById('clock') && document.getElementById('clock').textContent !== ''")
        assert (name, wrong(page, axe)) == (name, [])


def test_pages_without_a_ticket(page, axe, url):
    page.size(390, 844)
    for path in ("/busy", "/", "/#t=no-such-token-at-all"):
        page.go("about:blank")
        page.go(url + path)
        page.until("document.body && document.body.textContent.indexOf('Đang tải') < 0")
        assert (path, wrong(page, axe)) == (path, [])


def test_a_visit(page, axe, url, hand, hub):
    hand.do("counter", "q1", cmd.OpenCounter())
    link = hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))["ticket"]["link"]
    page.go("about:blank")
    page.go(f"{url}/#t={link.partition('#t=')[2]}")
    steps = [
        ("waiting", []),
        ("called", [cmd.CallNext()]),
        ("waiting", [cmd.Requeue()]),
        ("serving", [cmd.CallNext(), cmd.Start()]),
        ("parked", [cmd.Park()]),
    ]
    for state, commands in steps:
        for command in commands:
            hand.do("counter", "q1", command)
        page.until(f"document.body && document.body.classList.contains('{state}')")
        assert (state, wrong(page, axe)) == (state, [])
    hub.stop()
    page.until("document.body.classList.contains('stale')")
    assert wrong(page, axe) == []
    hub.start()
