"""The gateway over real HTTP, against a real hub."""

import http.client
import json
import re
import subprocess
import sys
import time

import pytest

from display.web import assets, tokens
from display.web.limits import BURST, STREAMS_PER_ADDRESS, WRONG_BURST, Limits
from hub.messages import commands as cmd
from tests.display.conftest import PHONES
from tests.display.gateway import gateway

LIMIT_BYTES = 30_000


@pytest.fixture
def address(hub, tmp_path):
    with gateway(hub.address, hub.pair("gateway", "gateway"), tmp_path) as url:
        yield url.removeprefix("http://")


def request(address, method, path, body=None, **headers):
    connection = http.client.HTTPConnection(address, timeout=10)
    connection.request(method, path, body, {name.replace("_", "-"): text for name, text in headers.items()})
    answer = connection.getresponse()
    answer.text = answer.read().decode()
    connection.close()
    return answer


def ask(address, token, **headers):
    return request(address, "POST", "/api/ticket", json.dumps({"t": token}), **headers)


def until_ready(address, token, status=200):
    for _ in range(400):
        answer = ask(address, token)
        if answer.status == status:
            return json.loads(answer.text)
        time.sleep(0.02)
    raise AssertionError(answer.text)


def take_number(hand, service="khai-sinh"):
    ticket = hand.do("kiosk", "k1", cmd.IssueTicket(service=service))["ticket"]
    assert ticket["link"].startswith(f"{PHONES}/#t=")
    return ticket, ticket["link"].partition("#t=")[2]


class Stream:
    """One phone's open stream."""

    def __init__(self, address, token):
        self._connection = http.client.HTTPConnection(address, timeout=10)
        self._connection.request(
            "POST", "/api/ticket", json.dumps({"t": token}), {"Accept": "text/event-stream"}
        )
        self.answer = self._connection.getresponse()

    def next(self):
        while True:
            line = self.answer.readline().decode().strip()
            if line.startswith("data:") and line != "data:":  # a beat carries no data
                return json.loads(line[5:])

    def close(self):
        self.answer.close()
        self._connection.close()


def test_a_ticket_is_shown_to_who_holds_its_link_and_to_nobody_else(address, hand):
    hand.do("counter", "q1", cmd.OpenCounter())
    take_number(hand)
    ticket, token = take_number(hand)
    page = until_ready(address, token)
    assert (page["number"], page["state"], page["ahead"]) == (ticket["number"], "waiting", 1)
    assert page["service"]["vi"] == "Đăng ký khai sinh"
    assert page["counters"] == ["1"]
    assert page["at_most"] >= page["likely"] > 0
    answer = ask(address, token[::-1])
    assert (answer.status, json.loads(answer.text)) == (404, {"error": "unknown"})


def test_the_stream_tells_each_step_of_the_visit(address, hand):
    _, token = take_number(hand)
    until_ready(address, token)
    stream = Stream(address, token)
    assert stream.next()["state"] == "waiting"
    hand.do("counter", "q2", cmd.OpenCounter(), cmd.CallNext())
    page = stream.next()
    while page["state"] != "called":
        page = stream.next()
    assert page["counter"] == "2"
    hand.do("counter", "q2", cmd.Recall())
    again = stream.next()
    while again["call"] == page["call"]:
        again = stream.next()
    assert again["call"] > page["call"]
    hand.do("counter", "q2", cmd.Start(), cmd.Finish())
    states = [stream.next()["state"]]
    while states[-1] != "served":
        states.append(stream.next()["state"])
    stream.close()


def test_the_hubs_outage_is_told_and_its_return_too(address, hub, hand):
    _, token = take_number(hand)
    until_ready(address, token)
    stream = Stream(address, token)
    assert "away_since" not in stream.next()
    hub.stop()
    assert re.fullmatch(r"\d\d:\d\d", stream.next()["away_since"])
    hub.start()
    page = stream.next()
    while "away_since" in page:
        page = stream.next()
    assert page["state"] == "waiting"
    stream.close()


def test_how_busy_it_is_is_told_field_by_field(address, hand):
    take_number(hand)
    _, token = take_number(hand, "chung-thuc")
    until_ready(address, token)
    page = json.loads(request(address, "GET", "/api/busy").text)
    assert [(field["name"]["vi"], field["waiting"]) for field in page["fields"]] == [
        ("Hộ tịch", 2),
        ("Đất đai", 0),
    ]


def test_nothing_personal_is_on_the_page_of_a_ticket(address, hand):
    ticket = hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh", priority="cao-tuoi", dossier="H1"))
    page = until_ready(address, ticket["ticket"]["link"].partition("#t=")[2])
    assert not {"priority", "dossier", "id", "link"} & page.keys()


def test_pages_are_safe_small_and_kept_by_browsers(address):
    page = request(address, "GET", "/")
    assert page.status == 200
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["set-cookie"] is None
    names = re.findall(r"/static/[\w.]+", page.text)
    files = [request(address, "GET", name) for name in names]
    assert all(file.status == 200 and "immutable" in file.headers["cache-control"] for file in files)
    assert sum(len(file.text.encode()) for file in [page, *files]) < LIMIT_BYTES
    again = request(address, "GET", "/", if_none_match=page.headers["etag"])
    assert (again.status, again.text) == (304, "")
    assert request(address, "GET", "/busy").status == 200
    assert request(address, "GET", "/static/../app.py").status == 404


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/api/ticket", None, 405),
        ("POST", "/api/ticket", "nonsense", 400),
        ("POST", "/api/ticket", '{"t":"a","x":1}', 400),
        ("POST", "/api/ticket", '{"t":"' + "a" * 1000 + '"}', 400),
        ("POST", "/api/ticket", '{"t":""}', 404),
        ("GET", "/nothing", None, 404),
    ],
)
def test_bad_requests_are_refused_plainly(address, hand, method, path, body, status):
    _, token = take_number(hand)
    until_ready(address, token)
    answer = request(address, method, path, body)
    assert answer.status == status
    assert "Traceback" not in answer.text


def test_guessing_is_slowed_down(address, hand):
    _, token = take_number(hand)
    until_ready(address, token)
    statuses = {ask(address, f"guess-{place}").status for place in range(int(WRONG_BURST) + 30)}
    assert statuses == {404, 429}
    assert ask(address, token).status == 200


def test_before_the_hub_was_heard_phones_are_asked_to_come_back(tmp_path):
    with gateway("ws://127.0.0.1:9", "token", tmp_path) as url:
        answer = ask(url.removeprefix("http://"), "a-token")
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")


def test_a_missing_key_file_is_one_clear_line(tmp_path):
    arguments = ["serve", "--hub", "ws://127.0.0.1:9", "--key-file", str(tmp_path / "no.key")]
    done = subprocess.run(
        [sys.executable, "-m", "display.web", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "no.key" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_gateway_needs_no_qt():
    code = "import sys, display.web.__main__; print([name for name in sys.modules if 'PySide6' in name])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_stylesheet_has_the_screens_own_colours():
    assert tokens.STYLE.read_text() == tokens.css(tokens.THEME.read_text())
    light = tokens.colours(tokens.THEME.read_text())["light"]
    assert (light["paper"], light["brand"]) == ("#FAF7F2", "#9B1B1E")


def test_pages_hold_no_colour_of_their_own():
    style = (assets.FOLDER / "style.css").read_text()
    assert not re.findall(r"#[0-9a-fA-F]{3,6}\b", style)


def test_limits_forgive_with_time_and_count_streams():
    limits = Limits()
    assert all(limits.may_ask("a", 0.0) for _ in range(int(BURST)))
    assert not limits.may_ask("a", 0.0)
    assert limits.may_ask("b", 0.0)
    assert limits.may_ask("a", 1.0)
    assert all(limits.begin_stream("a") for _ in range(STREAMS_PER_ADDRESS))
    assert not limits.begin_stream("a")
    limits.end_stream("a")
    assert limits.begin_stream("a")


def test_a_board_is_streamed_to_a_browser_tv(address, hand):
    _, token = take_number(hand)
    until_ready(address, token)
    connection = http.client.HTTPConnection(address, timeout=10)
    connection.request("GET", "/api/board?zone=tang-1")
    answer = connection.getresponse()
    lines = iter(lambda: answer.readline().decode(), "")
    board = json.loads(next(line for line in lines if line.startswith("data: {"))[5:])
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert (board["waiting"], [one["counter"] for one in board["counters"]]) == (1, ["1", "2"])
    assert board["place"] == [{"vi": "Tầng 1"}]
    assert not {"tickets", "link"} & board.keys()
    answer.close()
    connection.close()


def test_a_board_of_no_display_says_so_and_ends(address, hand):
    _, token = take_number(hand)
    until_ready(address, token)
    assert request(address, "GET", "/api/board?display=tv9").text.endswith("data: null\n\n")
    assert request(address, "GET", "/tv/tv9").status == 200
