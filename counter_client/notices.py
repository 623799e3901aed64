"""The line that tells what came of the last act, for a while: the console's and the supervisor's."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from counter_client.desk import Desk, Outcome
from counter_client.notice import SHOWN_FOR_MS, NoticeProps, derive_notice

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Notices(QObject):
    """The base of whatever lets people act; made by none of them. Outcomes of ``desk`` show by themselves."""

    noticeChanged = Signal()

    def __init__(self, desk: Desk, notice_ms: int = SHOWN_FOR_MS) -> None:
        super().__init__()
        self._desk = desk
        self._notice = NoticeProps()
        self._fade = QTimer(self, singleShot=True, interval=notice_ms)
        self._fade.timeout.connect(lambda: self._show(NoticeProps()))
        desk.told.connect(self._tell)

    @Property(str, notify=noticeChanged)
    def noticeKind(self) -> str:
        return self._notice.kind

    @Property(str, notify=noticeChanged)
    def noticeAct(self) -> str:
        return self._notice.act

    @Property(str, notify=noticeChanged)
    def noticeCode(self) -> str:
        return self._notice.code

    @Property(str, notify=noticeChanged)
    def noticeText(self) -> str:
        return self._notice.text

    @Property(str, notify=noticeChanged)
    def noticeNumber(self) -> str:
        return self._notice.number

    @Property(str, notify=noticeChanged)
    def undoAct(self) -> str:
        return self._notice.undo

    def _tell(self, outcome: Outcome) -> None:
        self._show(derive_notice(outcome))

    def _show(self, notice: NoticeProps) -> None:
        self._fade.stop()
        if notice.kind:
            self._fade.start()
        if notice != self._notice:
            self._notice = notice
            self.noticeChanged.emit()
