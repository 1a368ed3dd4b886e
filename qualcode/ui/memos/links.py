"""The things a memo leads to: a row of chips, and the field that finds one more."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ...app.mentions import Thing, shortened, targets
from ..bridge import Bridge
from ..icons import icon
from ..look import META, look
from ..parts.popup import Popup
from ..views.flow import FlowLayout
from .types import thing_name

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_LONGEST = 34  # characters of a chip at 100 %
_LINES = 3  # of chips that are seen at once
_THING = Qt.ItemDataRole.UserRole


class Chip(QWidget):
    """One thing: its name, which leads there, and a cross that takes the link away."""

    opened = Signal(object)  # a Thing
    removed = Signal(object)

    def __init__(self, thing: Thing, removable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.thing = thing
        px = look().px
        full = told(thing)
        shown = shortened(thing.name, max(12, _LONGEST * 100 // look().scale)) or thing_name(thing.kind)
        self.name = QPushButton(shown.replace("&", "&&"), self)
        self.name.setToolTip(full)
        self.name.setAccessibleName(self.tr("Open {what}").replace("{what}", full))
        self.name.setAutoDefault(False)
        self.name.clicked.connect(lambda: self.opened.emit(self.thing))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.name)
        self.cross = QToolButton(self)
        self.cross.setVisible(removable)
        self.cross.setIcon(icon("close"))
        self.cross.setIconSize(QSize(px(12), px(12)))
        self.cross.setMinimumSize(px(24), px(24))
        self.cross.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.cross.setToolTip(self.tr("Take this link away"))
        self.cross.setAccessibleName(self.tr("Take the link to {what} away").replace("{what}", full))
        self.cross.clicked.connect(lambda: self.removed.emit(self.thing))
        row.addWidget(self.cross)
        self.name.setFont(look().font(META))
        tokens = look().current
        self.name.setStyleSheet(
            f"QPushButton {{ min-height: {px(22)}px; padding: 0 {px(8)}px; background: {tokens.soft}; "
            f"color: {tokens.ink}; border: {tokens.edge}px solid {tokens.line}; }}"
            f"QPushButton:hover {{ background: {tokens.hover}; }}"
            f"QPushButton:focus {{ border: 2px solid {tokens.focus}; }}"
        )


class LinksRow(QWidget):
    """A title, chips, and a button for one more if there is one; `Tab` goes to the chips from what stands `before`."""

    opened = Signal(str, object)  # kind and id
    removed = Signal(object)  # a Thing

    def __init__(
        self, title: str, removable: bool, before: QWidget, parent: QWidget, more: QPushButton | None = None
    ) -> None:
        super().__init__(parent)
        self._removable, self._before, self._more = removable, before, more
        self.chips: list[Chip] = []
        self.things: list[Thing] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(title)
        self.title = QLabel(title, self)
        self._flow = FlowLayout(self)
        self._flow.setContentsMargins(0, 0, 0, 0)
        look().follow(self._take_look)
        self.show_things(())

    def _take_look(self) -> None:
        self.show_things(self.things)

    def show_things(self, things: Iterable[Thing]) -> None:
        """Show these."""
        at = next((number for number, chip in enumerate(self.chips) if chip.isAncestorOf(_focus())), None)
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.things = list(things)
        self.chips = [Chip(thing, self._removable, self) for thing in self.things]
        self.title.setFont(look().font(META))
        self.title.setStyleSheet(f"color: {look().current.ink2};")
        self._flow.addWidget(self.title)
        for chip in self.chips:
            chip.opened.connect(lambda thing: self.opened.emit(thing.kind, thing.id))
            chip.removed.connect(self.removed)
            self._flow.addWidget(chip)
            chip.show()
        stops = [self._before, *(part for chip in self.chips for part in (chip.name, chip.cross))]
        for here, there in pairwise(stops):
            QWidget.setTabOrder(here, there)
        if self._more is not None:
            self._flow.addWidget(self._more)
        if at is not None and (self.chips or self._more):  # the keys stay where they were
            next_one = self.chips[min(at, len(self.chips) - 1)].name if self.chips else self._more
            if next_one is not None:
                next_one.setFocus()
        self.updateGeometry()


class Around(QScrollArea):
    """The rows below a memo: as high as they need to be, up to three lines; more are scrolled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._inside)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def hold(self, rows: Sequence[QWidget]) -> None:
        """Take these in, one below the other."""
        for row in rows:
            self._column.addWidget(row)
        self._column.addStretch(1)

    def suit(self) -> None:
        """Take the height the rows need in the present width."""
        px = look().px
        self._column.setSpacing(px(4))
        width = self.viewport().width()
        needed = self._inside.heightForWidth(width) if self._inside.hasHeightForWidth() else 0
        self.setFixedHeight(min(max(needed, px(28)), px(_LINES * 30)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.suit()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._inside.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, 4)


def _focus() -> QWidget | None:
    found = QApplication.focusWidget()
    return found if isinstance(found, QWidget) else None


def told(thing: Thing) -> str:
    """A thing in words: Code “trust”, Power."""
    words = f"{thing_name(thing.kind)} “{thing.name}”"
    return f"{words}, {thing.where}" if thing.where else words


class LinkPopup(Popup):
    """Finds something by its name while it is typed; `chose` gives the Thing."""

    chose = Signal(object)

    def __init__(
        self, bridge: Bridge, offered: Sequence[Thing], without: Callable[[], set[UUID]], parent: QWidget
    ) -> None:
        super().__init__(QApplication.translate("LinkPopup", "Link to"), parent)
        self._bridge, self._offered, self._without = bridge, list(offered), without
        self._number = 0
        px = look().px
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Code, document, case or memo"))
        self.field.setAccessibleName(self.tr("Find what to link to"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What it can be linked to"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumSize(px(300), px(240))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(60)
        self._wait.timeout.connect(self._ask)
        self.field.textChanged.connect(lambda _text: self._wait.start())
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self._ask()

    def _ask(self) -> None:
        self._number += 1
        number, words = self._number, self.field.text()
        self._bridge.ask(lambda read: targets(read, words), lambda found: self._arrived(number, words, found))

    def _arrived(self, number: int, words: str, found: list[Thing]) -> None:
        if number != self._number or not isValid(self):
            return
        wanted = words.strip().casefold()
        offered = [thing for thing in self._offered if wanted in thing.name.casefold()]
        without = self._without()
        self.list.clear()
        for thing in [*offered, *found]:
            if thing.id in without:
                continue
            where = f"  ({thing.where})" if thing.where else ""
            item = QListWidgetItem(f"{thing_name(thing.kind)}: {thing.name}{where}", self.list)
            item.setData(_THING, thing)
            item.setToolTip(told(thing))
        if not self.list.count():
            item = QListWidgetItem(self.tr("Nothing is called so."), self.list)
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem | None) -> None:
        thing = item.data(_THING) if item is not None else None
        if thing is not None:
            self.close()
            self.chose.emit(thing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                QApplication.sendEvent(self.list, event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return bool(super().eventFilter(watched, event))
