"""The command palette: every command, analysis, document and code by a few letters, run with Enter or a click."""

import json
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from ...domain.codebook import Codebook
from ...domain.documents import Document
from ..bar import CODE
from ..look import META, look
from ..memory import recall, remember
from ..parts.ask_field import AskField
from ..parts.card import SHADOW, paint_card
from ..parts.field_icon import FieldIcon
from .actions import COMMANDS, menu_names
from .palette_rows import FOUND, ROW_HEIGHT, PaletteRows
from .ranking import Entry, Found, Searchable, ranked

if TYPE_CHECKING:
    from ...store.reading import Reading
    from ..window import MainWindow

WIDTH, FIELD, TOP, MOST_ROWS = 600, 40, 56, 12
MOST_FOUND, MOST_RECENT = 200, 20
EVERYTHING, DOCUMENTS, CODES = "everything", "documents", "codes"
_KEY = "palette"
_SELF = ("palette", "goto_document", "goto_code")  # commands that would only open it again


class _Rows(QAbstractListModel):
    """What was found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.found: list[Found] = []

    def show_found(self, found: list[Found]) -> None:
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, _parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self.found)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.found[index.row()]
        if role == FOUND:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return found.entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (found.entry.text, found.entry.beside, found.entry.hint) if part)
        return None


class Palette(QFrame):
    """A card over the window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._kind = EVERYTHING
        self._entries: list[Searchable] = []
        self._asked = 0
        self._used: list[str] = []  # what was chosen last, newest first
        self._back: QWidget | None = None
        self.setAccessibleName(self.tr("Command palette"))
        self.field = AskField(self)
        FieldIcon("search", self.field)
        self.model = _Rows(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteRows(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Commands, documents and codes found"))
        self.nothing = QLabel(self.tr("Nothing has these letters."), self)
        self._layout = QVBoxLayout(self)
        for part in (self.field, self.list, self.nothing):
            self._layout.addWidget(part)
        self.field.textChanged.connect(self._search)
        self.field.pressed.connect(self._key)
        self.list.clicked.connect(self._run)
        look().follow(self._take_look)
        self._take_look()
        self.hide()

    # ── opening and closing ──
    def open(self, kind: str = EVERYTHING) -> None:
        """Show it with everything that can be done now, or only with documents or codes; once more closes it."""
        if self.isVisible() and kind == self._kind:
            self.dismiss()
            return
        if not self.isVisible():
            self._back = QApplication.focusWidget()
            QApplication.instance().installEventFilter(self)
        self._kind = kind
        text = {
            EVERYTHING: self.tr("Find a command, a document or a code"),
            DOCUMENTS: self.tr("Go to document"),
            CODES: self.tr("Go to code"),
        }[kind]
        self.field.setPlaceholderText(text)
        self.field.setAccessibleName(text)
        self._entries = [Searchable(entry) for entry in self._commands()] if kind == EVERYTHING else []
        self._used = _recent()
        self._ask()
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._search("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close, and give the focus back."""
        if self.isVisible():
            self._asked += 1  # an answer on its way is for nobody
            QApplication.instance().removeEventFilter(self)
            self.hide()
            if self._back is not None and self._back.isVisible():
                self._back.setFocus(Qt.FocusReason.PopupFocusReason)
            self._back = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click anywhere else closes; the window's new size moves it."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            inside = isinstance(watched, QWidget) and (watched is self or self.isAncestorOf(watched))
            if isinstance(watched, QWidget) and not inside:
                self.dismiss()
        elif watched is self._window and isinstance(event, QResizeEvent):
            self._place()
        return False

    # ── what there is ──
    def _commands(self) -> list[Entry]:
        """Every command that can be given now, in the order of the menus."""
        places = menu_names()
        order = {identity: number for number, identity in enumerate(places)}
        found = []
        for command in sorted(COMMANDS, key=lambda command: order.get(command.id, len(order))):
            action = self._window.commands[command.id]
            text = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            if command.id.startswith("digit_"):
                name = self._digit(command.id.removeprefix("digit_"))
                if not name:
                    continue
                text = self.tr("Code with “{name}”").replace("{name}", name)
            if action.isEnabled() and action.isVisible() and command.id not in _SELF:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                mark = "✓" if action.isCheckable() and action.isChecked() else ""
                hint = "   ".join(part for part in (mark, keys) if part)
                found.append(Entry(command.id, text, places.get(command.id, ""), hint, action.trigger))
        return found

    def _digit(self, digit: str) -> str:
        workspace = self._window.workspace
        code = workspace.use.code_of(digit) if workspace is not None else None
        found = workspace.coding.codebook.by_id.get(code) if workspace is not None and code is not None else None
        return found.name if found is not None else ""

    def _ask(self) -> None:
        """Analyses, documents and codes come a moment later."""
        workspace = self._window.workspace
        self._asked += 1
        if workspace is None:
            return
        number = self._asked

        def arrived(answer: list[Searchable]) -> None:
            if number == self._asked and self.isVisible():
                self._entries += answer
                if self.field.text().strip() or self._kind != EVERYTHING:
                    self._search(self.field.text())

        workspace.bridge.ask(self._question, arrived)

    def _question(self, read: "Reading") -> list[Searchable]:
        """In a reader's thread: analyses, documents and codes, folded."""
        found = self._analyses() if self._kind == EVERYTHING else []
        if self._kind != CODES:
            found += [self._document(document) for document in read.documents()]
        if self._kind != DOCUMENTS:
            found += self._codes(read.codebook)
        return [Searchable(entry) for entry in found]

    def _analyses(self) -> list[Entry]:
        """The analyses that are no commands of their own."""
        from ..analyses.place import group_names

        workspace = self._window.workspace
        if workspace is None:
            return []
        groups, commands = group_names(), {command.id for command in COMMANDS}
        return [
            Entry(f"analysis/{one.name}", one.title, groups.get(one.group, ""), "", partial(self._analyse, one.name))
            for one in workspace.analyses.entries
            if one.name not in commands
        ]

    def _analyse(self, name: str) -> None:
        workspace = self._window.workspace
        if workspace is not None:
            workspace.analyses.open(name)

    def _document(self, document: Document) -> Entry:
        key, beside = document.id, document.folder or self.tr("Document")
        return Entry(f"document/{key}", document.name, beside, "", lambda: self._go_to_document(key))

    def _codes(self, book: Codebook) -> list[Entry]:
        paths = book.paths()
        found = []
        for code in book.ordered:
            beside = paths[code.id].rpartition(" > ")[0] or (
                self.tr("Theme") if code.kind == "theme" else self.tr("Code")
            )

            def run(key: UUID = code.id) -> None:
                self._go_to_code(key)

            found.append(Entry(f"code/{code.id}", code.name, beside, "", run, code.color, code.kind))
        return found

    def _go_to_document(self, document: UUID) -> None:
        if self._window.workspace is not None:
            self._window.show_tab(CODE)
            self._window.workspace.coding.open_document(document)

    def _go_to_code(self, code: UUID) -> None:
        workspace = self._window.workspace
        if workspace is not None:
            self._window.show_tab(CODE)
            self._window.docks.show("codebook")
            workspace.codebook.choose(code)
            workspace.codebook.setFocus(Qt.FocusReason.ShortcutFocusReason)
            workspace.show_segments(code)

    # ── searching and choosing ──
    def _search(self, typed: str) -> None:
        self.model.show_found(ranked(typed, self._entries, self._used, MOST_FOUND))
        if self.model.found:
            self.list.setCurrentIndex(self.model.index(0))
        self._place()

    def _key(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self.field.composing:
                self._run(self.list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        elif self.model.found:
            far = {Qt.Key.Key_PageDown: MOST_ROWS, Qt.Key.Key_PageUp: -MOST_ROWS, Qt.Key.Key_Down: 1, Qt.Key.Key_Tab: 1}
            row = self.list.currentIndex().row() + far.get(Qt.Key(key), -1)
            last = len(self.model.found) - 1
            if abs(far.get(Qt.Key(key), -1)) == 1:
                row = 0 if row > last else last if row < 0 else row
            self.list.setCurrentIndex(self.model.index(max(0, min(row, last))))

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry = self.model.found[index.row()].entry
        remember(_KEY, json.dumps([entry.key, *(key for key in self._used if key != entry.key)][:MOST_RECENT]))
        self.dismiss()  # first: a command works on what had the focus
        entry.run()

    # ── look and place ──
    def _take_look(self) -> None:
        px = look().px
        edge = SHADOW + px(8)
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self._layout.setSpacing(px(4))
        self.field.setFixedHeight(px(FIELD))
        self.list.setStyleSheet(f"QListView {{ background: {look().current.raised}; border: 0; }}")
        self.nothing.setStyleSheet(f"color: {look().current.ink2}; font-size: {px(META)}px;")
        self.nothing.setContentsMargins(px(8), px(4), px(8), px(8))
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        px, window = look().px, self._window
        rows = min(len(self.model.found), MOST_ROWS)
        room = window.height() - px(TOP) - px(FIELD) - px(40)
        height = max(px(ROW_HEIGHT), min(rows * px(ROW_HEIGHT), room))
        self.list.setVisible(bool(rows))
        self.list.setFixedHeight(height)
        self.nothing.setVisible(not rows)
        width = min(px(WIDTH), window.width() - px(32))
        below = height if rows else self.nothing.sizeHint().height()
        card = px(FIELD) + px(4) + below + 2 * px(8)
        self.setGeometry(
            (window.width() - width) // 2 - SHADOW, px(TOP) - SHADOW, width + 2 * SHADOW, card + 2 * SHADOW
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_card(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the shadow is a press beside the card."""
        card = self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        if not card.contains(event.position().toPoint()):
            self.dismiss()
        event.accept()


def _recent() -> list[str]:
    """What was chosen last, newest first."""
    try:
        found = json.loads(recall(_KEY) or "[]")
    except ValueError:
        return []
    return [key for key in found if isinstance(key, str)] if isinstance(found, list) else []


def show_palette(window: "MainWindow", kind: str = EVERYTHING) -> None:
    """Open the window's palette."""
    found = window.findChild(Palette)
    (found if isinstance(found, Palette) else Palette(window)).open(kind)
