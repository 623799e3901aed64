import io

from PySide6.QtGui import QImage

from config.loader import EXAMPLES
from display import gallery_command
from display.__main__ import QML, TRANSLATIONS


def test_pictures_of_a_centres_screens_near_and_from_afar(qapp, tmp_path):
    wanted = ["--centre", str(EXAMPLES / "phuong"), "--only", "calls_media-busy-landscape"]
    assert gallery_command.run([str(tmp_path), *wanted], QML, TRANSLATIONS, io.StringIO()) == 0
    near = QImage(str(tmp_path / "tv-calls_media-busy-landscape.png"))
    far = QImage(str(tmp_path / "tv-calls_media-busy-landscape-far.png"))
    assert (near.width(), near.height(), far.width()) == (1920, 1080, 320)


def test_a_centre_that_cannot_be_read_is_one_clear_line(qapp, tmp_path):
    out = io.StringIO()
    wanted = [str(tmp_path / "out"), "--centre", str(tmp_path)]
    assert gallery_command.run(wanted, QML, TRANSLATIONS, out) == 2
    assert out.getvalue().startswith("motcua-display: ")
