"""A small centre as files, for tests to spoil: each part can be replaced by other text."""

from __future__ import annotations

from pathlib import Path

CENTRE = """\
[centre]
id = "thu"
name = "Trung tâm Thử"
short_name = "Thử"
address = "Số 1, đường Thử"

[hours]
sessions = [{ opens = 07:30:00, closes = 11:30:00, issue_until = 11:15:00 }]

[rating]
levels = [
  { score = 3, name = "Hài lòng" },
  { score = 2, name = "Bình thường" },
  { score = 1, name = "Không hài lòng" },
]

[priority]
mode = "none"
"""

SERVICES = """\
[[agencies]]
id = "ubnd"
name = "Ủy ban nhân dân"

[[fields]]
id = "ho-tich"
name = "Hộ tịch"
agency = "ubnd"
portal_names = ["Nuôi con nuôi"]

[[services]]
id = "khai-sinh"
name = { vi = "Khai sinh", en = "Births" }
prefix = "A"
field = "ho-tich"
procedures = ["1.001193"]

[[services]]
id = "khac"
name = "Hộ tịch khác"
prefix = "B"
field = "ho-tich"
"""

COUNTERS = """\
[[zones]]
id = "sanh"
name = "Sảnh"

[[counters]]
id = "01"
number = "1"
zone = "sanh"
services = ["khai-sinh", "khac"]

[[kiosks]]
id = "K1"
zone = "sanh"

[[displays]]
id = "TV1"
zones = ["sanh"]
speaks = true
"""

PROCEDURES = """\
code,name,field,agency,papers,fee,time_limit,url,everyday
1.001193,Đăng ký khai sinh,Hộ tịch,UBND,Tờ khai | Giấy chứng sinh,,,,làm giấy khai sinh | khai sinh
2.001263,Đăng ký việc nuôi con nuôi,Nuôi con nuôi,UBND,,,,,
"""

STATION = """\
id = "K1"
role = "kiosk"
data = "state"

[hub]
addresses = ["ws://127.0.0.1:8080"]
key_file = "K1.key"
"""

FILES = {
    "centre.toml": CENTRE,
    "services.toml": SERVICES,
    "counters.toml": COUNTERS,
    "procedures.csv": PROCEDURES,
}


def write_centre(directory: Path, **changed: str) -> Path:
    """Write the small centre; ``services=…`` replaces ``services.toml``, ``procedures=…`` the catalogue."""
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (directory / name).write_text(changed.get(name.partition(".")[0], text), encoding="utf-8")
    return directory


def swap(text: str, *pairs: tuple[str, str]) -> str:
    """Return ``text`` with the first of each pair replaced by its second, once; it must be there."""
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
