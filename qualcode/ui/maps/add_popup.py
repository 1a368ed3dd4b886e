"""Finds what is to be put on a map: codes, cases and memos by their names, quotes by their words."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem, QWidget
from shiboken6 import isValid

from ...app.map_offers import offers
from ...app.mentions import Thing
from ..bridge import Bridge
from ..look import look
from ..parts.popup import Popup
from .wording import thing_names

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_WAIT_MILLISECONDS = 90
_THING = Qt.ItemDataRole.UserRole


class AddPopup(Popup):
    """A field and what it finds; what stands on the map already is left out."""

    chose = Signal(object)  # the id of what is to be put on the map

    def __init__(self, bridge: Bridge, there: Callable[[], set[UUID]], parent: QWidget) -> None:
        super().__init__(QApplication.translate("AddPopup", "Add to map"), parent)
        self._bridge, self._there = bridge, there
        self._number = 0
        px = look().px
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Theme, code, case, memo, or words of a quote"))
        self.field.setAccessibleName(self.tr("Find what to add to the map"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What can be added to the map"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumSize(px(380), px(280))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MILLISECONDS)
        self._wait.timeout.connect(self._ask)
        self.field.textChanged.connect(lambda _text: self._wait.start())
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self._ask()

    def _ask(self) -> None:
        self._number += 1
        number, words = self._number, self.field.text()
        self._bridge.ask(lambda read: offers(read, words), lambda found: self._arrived(number, found))

    def _arrived(self, number: int, found: list[Thing]) -> None:
        if number != self._number or not isValid(self):
            return
        there, names = self._there(), thing_names()
        self.list.clear()
        for thing in found:
            if thing.id in there:
                continue
            where = f"  ({thing.where})" if thing.where else ""
            item = QListWidgetItem(f"{names[thing.kind]}: {thing.name}{where}", self.list)
            item.setData(_THING, thing)
            item.setToolTip(item.text())
        if not self.list.count():
            item = QListWidgetItem(self.tr("Nothing more is called so."), self.list)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        thing = item.data(_THING) if item is not None else None
        if thing is not None:
            self.close()
            self.chose.emit(thing.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return bool(super().eventFilter(watched, event))
