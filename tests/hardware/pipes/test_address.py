import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardware.errors import BadAddress
from hardware.pipes import DeviceAddress, FileAddress, SerialAddress, TcpAddress, parse_address


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("tcp://10.0.0.5:9100", TcpAddress("10.0.0.5", 9100)),
        ("serial:///dev/ttyS0", SerialAddress("/dev/ttyS0")),
        (
            "serial:///dev/ttyUSB1?baud=115200&parity=e&bits=7&stop=2&flow=rtscts",
            SerialAddress("/dev/ttyUSB1", 115200, 7, "E", 2, "rtscts"),
        ),
        ("usb:///dev/usb/lp0", DeviceAddress("/dev/usb/lp0")),
        ("file:///tmp/ticket.bin", FileAddress("/tmp/ticket.bin")),
    ],
)
def test_each_kind_of_address_is_understood(url: str, address: object) -> None:
    assert parse_address(url) == address


@pytest.mark.parametrize(
    "url",
    [
        "",
        "10.0.0.5:9100",
        "tcp://10.0.0.5",
        "tcp://:9100",
        "tcp://host:99999",
        "serial://ttyS0",
        "serial:///dev/ttyS0?baud=fast",
        "serial:///dev/ttyS0?baud=3",
        "serial:///dev/ttyS0?parity=X",
        "serial:///dev/ttyS0?speed=9600",
        "usb:///",
        "lpt://1",
    ],
)
def test_a_bad_address_says_what_to_write(url: str) -> None:
    with pytest.raises(BadAddress) as caught:
        parse_address(url)
    assert caught.value.url == url
    assert "tcp://host:9100" in str(caught.value)


@given(st.text())
def test_any_text_is_an_address_or_a_bad_address(text: str) -> None:
    try:
        parse_address(text)
    except BadAddress as error:
        assert error.problem
