"""Activation: documents and codes to tick, the simplest query there is; what is ticked is asked at once."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ...domain.folding import fold
from ..look import look
from ..panels.name_field import find_field
from ..parts.popup import Popup

_WAIT = 150  # milliseconds after the last tick
CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class TickedList(QWidget):
    """Names to tick, with a field that finds them."""

    changed = Signal()

    def __init__(self, heading: str, find: str, names: Iterable[str], ticked: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        px, chosen = look().px, set(ticked)
        title = QLabel(heading, self)
        title.setFont(look().font(bold=True))
        self.find = find_field(find, self)
        self.find.textChanged.connect(self._narrow)
        self.find.down.connect(self._to_list)
        self.list = QListWidget(self)
        self.list.setAccessibleName(heading)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for name in names:
            item = QListWidgetItem(name)
            item.setToolTip(name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(CHECKED if name in chosen else UNCHECKED)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for widget in (title, self.find, self.list):
            column.addWidget(widget)

    @property
    def ticked(self) -> list[str]:
        """The names that are ticked, in order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.text() for item in items if item.checkState() == CHECKED]

    def clear(self) -> None:
        """Tick nothing."""
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(UNCHECKED)

    def _narrow(self, typed: str) -> None:
        wanted = fold(typed.strip())
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in fold(item.text()))
        current = self.list.currentItem()
        if current is None or current.isHidden():  # Space would tick a name that nobody sees
            shown = (row for row in range(self.list.count()) if not self.list.item(row).isHidden())
            self.list.setCurrentRow(next(shown, -1))

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


class Activation(Popup):
    """`chosen` gives the documents and codes that are ticked, each time that has changed. At first those of `ticked`
    are; None: something else is asked at present."""

    chosen = Signal(list, list)

    def __init__(
        self,
        documents: Iterable[str],
        codes: Iterable[str],
        ticked: tuple[list[str], list[str]] | None,
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("Choose codes and documents"), parent)
        px = look().px
        hint = QLabel(self.tr("Ticked codes in ticked documents. Where nothing is ticked, all of it counts."), self)
        hint.setWordWrap(True)
        self.warning = QLabel(self.tr("What is ticked takes the place of the question there is."), self)
        self.warning.setWordWrap(True)
        self.warning.setVisible(ticked is None)
        chosen = ticked or ([], [])
        self.codes = TickedList(self.tr("Codes"), self.tr("Find codes"), codes, chosen[1], self)
        self.documents = TickedList(self.tr("Documents"), self.tr("Find documents"), documents, chosen[0], self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._tell)
        both = QHBoxLayout()
        both.setSpacing(px(12))
        for part in (self.codes, self.documents):
            both.addWidget(part, 1)
            part.changed.connect(self._timer.start)
        self.none_button = QPushButton(self.tr("Untick all"), self)
        self.none_button.clicked.connect(self._clear)
        done = QPushButton(self.tr("Done"), self)
        done.setProperty("kind", "filled")
        done.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(self.none_button)
        foot.addStretch(1)
        foot.addWidget(done)
        self.body.addWidget(hint)
        self.body.addWidget(self.warning)
        self.body.addLayout(both, 1)
        self.body.addLayout(foot)
        look().dress(self)

    def open_below(self, button: QWidget) -> None:
        """Show it below a button, as large as there is room for."""
        px, room = look().px, button.screen().availableGeometry()
        self.setMinimumSize(min(px(760), room.width() - 16), min(px(480), room.height() - 64))
        super().open_below(button)
        self.codes.find.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._timer.isActive():  # closed before the last tick was told of
            self._tell()

    def _tell(self) -> None:
        self._timer.stop()
        self.chosen.emit(self.documents.ticked, self.codes.ticked)

    def _clear(self) -> None:
        self.codes.clear()
        self.documents.clear()
