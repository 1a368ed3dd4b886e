"""Where a coding comes from: the codes it carried before, and who changed that, when and why."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QWidget

from ...app.code_history import Origin, provenance_of_coding
from ..bridge import Bridge
from ..look import META, Look
from ..parts.dates import short_date

_MOVED = QT_TRANSLATE_NOOP("OriginLine", "Was “{name}”, moved {date} ({coder})")
_MERGED = QT_TRANSLATE_NOOP("OriginLine", "Was “{name}”, merged {date} ({coder})")
_TOLD = {
    "beside": QT_TRANSLATE_NOOP("OriginLine", "Carried “{name}” too; one since {date} ({coder})"),
    "copied": QT_TRANSLATE_NOOP("OriginLine", "Copied from “{name}” {date} ({coder})"),
    "merge_codes": _MERGED,
    "merge_several": _MERGED,
    "split_code": QT_TRANSLATE_NOOP("OriginLine", "Was “{name}”, split {date} ({coder})"),
    "take_apart": QT_TRANSLATE_NOOP("OriginLine", "Was “{name}”, taken apart again {date} ({coder})"),
}


def origin_words(origins: Iterable[Origin]) -> str:
    """One line for each code a coding carried before."""
    return "\n".join(map(_told, origins))


def _told(origin: Origin) -> str:
    verb = "copied" if origin.copied else "beside" if origin.beside else origin.step.action.rpartition(".")[2]
    text = QCoreApplication.translate("OriginLine", _TOLD.get(verb, _MOVED))
    text = text.replace("{date}", short_date(origin.step.time)).replace("{coder}", origin.step.coder)
    text = text.replace("{name}", origin.name)
    return f"{text}: {origin.reason}" if origin.reason else text


class OriginLine(QLabel):
    """Tells where one coding comes from; not there where it has always carried its code."""

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self._coding: UUID | None = None
        self._asked = 0
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()
        look.follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(self._look.font(META))
        self.setStyleSheet(f"color: {self._look.current.ink2};")

    def show_coding(self, coding: UUID) -> None:
        """Ask where a coding comes from."""
        if coding != self._coding:
            self.hide()
        self._coding = coding
        self._asked += 1
        asked = self._asked  # two readers answer: the one that was asked later may be the first to come
        self._bridge.ask(lambda read: (asked, provenance_of_coding(read, coding)), self._arrived)

    def _arrived(self, answer: tuple[int, tuple[Origin, ...]]) -> None:
        asked, origins = answer
        if asked == self._asked:
            self.setText(origin_words(origins))
            self.setVisible(bool(origins))
