"""The codebook: one tree of themes and codes with their counts, and everything one does with a code."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ...app import codebook as actions
from ...domain.codebook import Code, Codebook
from ...domain.folding import fold
from ...domain.history import Step
from ..bridge import Bridge
from ..dialogs.choose_code import ChooseCodeDialog
from ..dialogs.define_code import DefineCodeDialog
from ..dialogs.memos import show_memos
from ..icons import icon
from ..look import Look
from ..models.codebook_model import RECORD, CodebookModel
from ..models.counts import counts_of
from .code_tree import CodeTree
from .header import PanelHeader, tip
from .palette import PalettePopup
from .rows import plain_ground

_Answer = tuple[Codebook, dict[UUID, int]]


class _NameField(QLineEdit):
    """A field that Esc closes."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class CodebookPanel(QWidget):
    """The codes of the project. `header` may serve as a dock's title bar; the actions may go into menus."""

    code_chosen = Signal(object)  # code id
    apply_requested = Signal(object)  # code id: put it on the selected words
    show_segments = Signal(object)  # code id
    said = Signal(str)  # something was done that can be undone: for a toast

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self._collapsed: set[UUID] = set()
        self._asking = self._again = False
        self._wanted: UUID | None = None  # a new code, to be chosen when the codebook arrives
        self._draft: tuple[str, UUID | None] = ("code", None)  # kind and place of the code being named
        self.counts = counts_of(bridge)
        self.model = CodebookModel(self.counts, self)
        self.header = PanelHeader(self.tr("Codebook"), look, self)
        self.tree = CodeTree(look, self)
        self.tree.setAccessibleName(self.tr("Codebook"))
        self.tree.setModel(self.model)
        self._make_actions()
        self._lay_out()
        self._connect()
        self._load()

    # ── making ──
    def _make_actions(self) -> None:
        def make(name: str, run: Any, keys: Any = None, everywhere: bool = False) -> QAction:
            action = QAction(name, self)
            action.triggered.connect(lambda _checked: run())
            if keys is not None:
                action.setShortcut(QKeySequence(keys))
                context = Qt.ShortcutContext
                action.setShortcutContext(context.WindowShortcut if everywhere else context.WidgetWithChildrenShortcut)
            tip(action)
            (self if everywhere else self.tree).addAction(action)
            return action

        self.new_action = make(self.tr("New code"), self.new_code, "Alt+N", True)
        self.new_below_action = make(self.tr("New code below"), self.new_below, "Alt+Shift+N", True)
        self.new_theme_action = make(self.tr("New theme"), self.new_theme)
        self.find_action = make(self.tr("Find a code"), self.find)
        self.find_action.setIcon(icon("search"))
        self.apply_action = make(self.tr("Code the selection with it"), self._apply)
        self.segments_action = make(self.tr("Segments"), self._segments, Qt.Key.Key_Space)
        self.rename_action = make(self.tr("Rename"), self.rename, Qt.Key.Key_F2)
        self.define_action = make(self.tr("Definition…"), self.define)
        self.color_action = make(self.tr("Colour…"), self.recolor)
        self.memo_action = make(self.tr("Memo…"), self.show_memos)
        self.move_action = make(self.tr("Move…"), self.ask_move)
        self.up_action = make(self.tr("Move up"), lambda: self._shift(-1), "Ctrl+Shift+Up")
        self.down_action = make(self.tr("Move down"), lambda: self._shift(1), "Ctrl+Shift+Down")
        self.merge_action = make(self.tr("Merge into…"), self.ask_merge)
        self.remove_action = make(self.tr("Remove"), self.remove, Qt.Key.Key_Delete)

    def _lay_out(self) -> None:
        self.header.add(self.find_action)
        add = QMenu(self)
        for action in (self.new_action, self.new_below_action, self.new_theme_action):
            add.addAction(action)
        self.header.add_menu(self.tr("New code or theme"), add, "add")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.header.add_menu(self.tr("More"), self._menu)
        self.field = _NameField(self)
        self.field.setPlaceholderText(self.tr("Find a code"))
        self.field.setAccessibleName(self.tr("Find a code"))
        self.field.setClearButtonEnabled(True)
        self.name = _NameField(self)
        self._rows = QVBoxLayout()
        for field in (self.field, self.name):
            self._rows.addWidget(field)
            field.hide()
        self._nothing = QLabel(self.tr("No code has these letters."), self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._nothing.setWordWrap(True)
        self._stack = QStackedWidget(self)
        for widget in (self.tree, self._empty(), self._nothing):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addLayout(self._rows)
        layout.addWidget(self._stack, 1)
        self.setFocusProxy(self.tree)
        self._look.changed.connect(self._dress)
        self._dress()

    def _empty(self) -> QWidget:
        page = QWidget(self)
        words = QLabel(self.tr("No codes yet. Select text and type, or add one here."), page)
        words.setWordWrap(True)
        button = QPushButton(self.tr("New code"), page)
        button.clicked.connect(self.new_code)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        inner = QVBoxLayout(page)
        px = self._look.px
        inner.setContentsMargins(px(12), px(8), px(12), px(8))
        inner.addWidget(words)
        inner.addLayout(row)
        inner.addStretch(1)
        return page

    def _dress(self) -> None:
        px = self._look.px
        plain_ground(self, self._look)
        self._rows.setContentsMargins(px(8), 0, px(8), px(4))
        self._nothing.setContentsMargins(px(12), px(8), px(12), 0)

    def _connect(self) -> None:
        tree = self.tree
        tree.clicked.connect(self._clicked)
        tree.activated.connect(self._activated)
        tree.applied.connect(self.apply_requested)
        tree.merged.connect(self.merge)
        tree.customContextMenuRequested.connect(self._context_menu)
        tree.collapsed.connect(lambda index: self._collapsed.add(index.data(RECORD).id))
        tree.expanded.connect(lambda index: self._collapsed.discard(index.data(RECORD).id))
        self.model.renamed.connect(lambda code, name: self._bridge.do(actions.rename_code, code, name))
        self.model.moved.connect(self.move)
        self.field.textChanged.connect(self._filter)
        self.field.left.connect(self._leave_search)
        self.field.returnPressed.connect(self._first_found)
        self.name.returnPressed.connect(self._add)
        self.name.left.connect(self._leave_name)
        self._bridge.followed.connect(self._stepped)

    # ── reading ──
    def _stepped(self, step: Step) -> None:
        if step.touches("code", "memo"):
            self._load()

    def _load(self) -> None:
        if self._asking:
            self._again = True
            return
        self._asking = True
        self._bridge.ask(lambda read: (read.codebook, read.memo_counts()), self._arrived, self._failed)

    def _failed(self, error: Exception) -> None:
        self._asking = False
        self._bridge.failed.emit(error)

    def _arrived(self, answer: _Answer) -> None:
        self._asking = False
        current, place, collapsed = self.current(), self.tree.verticalScrollBar().value(), set(self._collapsed)
        reset: list[bool] = []
        connection = self.model.modelReset.connect(lambda: reset.append(True))
        self.model.show(*answer)
        self.model.modelReset.disconnect(connection)
        if reset:
            self.tree.expandAll()
            for code in collapsed:
                self.tree.collapse(self.model.index_of(code))
            if current is not None:
                self.tree.setCurrentIndex(self.model.index_of(current.id))
            self.tree.verticalScrollBar().setValue(place)
        if self._wanted is not None and self.model.index_of(self._wanted).isValid():
            self.choose(self._wanted)
            self._wanted = None
        self._filter(self.field.text())
        if self._again:
            self._again = False
            self._load()

    # ── choosing and finding ──
    def current(self) -> Code | None:
        """The chosen code."""
        return self.model.code_at(self.tree.currentIndex())

    def choose(self, code: UUID) -> None:
        """Choose a code and bring it into sight."""
        index = self.model.index_of(code)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def set_digits(self, digits: Mapping[UUID, int]) -> None:
        """Show which codes answer to Ctrl and a digit."""
        self.model.set_digits(digits)

    def find(self) -> None:
        """Open the search field."""
        self.field.show()
        self.field.setFocus()
        self.field.selectAll()

    def _leave_search(self) -> None:
        self.field.clear()
        self.field.hide()
        self.tree.setFocus()

    def _filter(self, typed: str) -> None:
        wanted, codebook = fold(typed.strip()), self.model.codebook
        kept: set[UUID] = set()
        if wanted:
            for code in codebook.ordered:
                if wanted in fold(code.name):
                    kept.update((code.id, *(above.id for above in codebook.ancestors(code.id))))
        for code in codebook.ordered:
            index = self.model.index_of(code.id)
            self.tree.setRowHidden(index.row(), index.parent(), bool(wanted) and code.id not in kept)
            if wanted and code.id in kept and self.model.hasChildren(index):
                self.tree.expand(index)
        nothing = bool(wanted) and not kept
        self._stack.setCurrentIndex(2 if nothing else 0 if codebook.ordered else 1)

    def _first_found(self) -> None:
        wanted = fold(self.field.text().strip())
        found = next((code for code in self.model.codebook.ordered if wanted in fold(code.name)), None)
        if found is not None:
            self.choose(found.id)
            self.tree.setFocus()

    def _clicked(self, index: QModelIndex) -> None:
        self.code_chosen.emit(index.data(RECORD).id)

    def _activated(self, index: QModelIndex) -> None:
        self.apply_requested.emit(index.data(RECORD).id)

    def _apply(self) -> None:
        code = self.current()
        if code is not None:
            self.apply_requested.emit(code.id)

    def _segments(self) -> None:
        code = self.current()
        if code is not None:
            self.show_segments.emit(code.id)

    # ── the menu ──
    def _context_menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        if index.isValid():
            self.tree.setCurrentIndex(index)
        self._menu.popup(self.tree.viewport().mapToGlobal(place))

    def _fill_menu(self) -> None:
        menu, code = self._menu, self.current()
        menu.clear()
        if code is None:
            menu.addAction(self.new_action)
            menu.addAction(self.new_theme_action)
            return
        for action in (self.apply_action, self.segments_action, self.new_below_action):
            menu.addAction(action)
        menu.addSeparator()
        for action in (self.rename_action, self.define_action, self.color_action, self.memo_action):
            menu.addAction(action)
        menu.addSeparator()
        for action in (self.move_action, self.up_action, self.down_action, self.merge_action):
            menu.addAction(action)
        menu.addSeparator()
        count = self.counts.code(code.id).codings
        self.remove_action.setText(self.tr("Remove with its %n coding(s)", "", count))
        menu.addAction(self.remove_action)

    # ── new codes ──
    def new_code(self) -> None:
        """Name a new code beside the chosen one, or inside the chosen theme."""
        code = self.current()
        inside = None if code is None else code.id if code.kind == "theme" else code.parent
        self._ask_name("code", inside)

    def new_below(self) -> None:
        """Name a new code below the chosen one."""
        code = self.current()
        self._ask_name("code", code.id if code else None)

    def new_theme(self) -> None:
        """Name a new theme at the top."""
        self._ask_name("theme", None)

    def _ask_name(self, kind: str, parent: UUID | None) -> None:
        self._draft = (kind, parent)
        above = self.model.codebook.by_id.get(parent) if parent else None
        if above is not None:
            hint = self.tr("Name of the new code in “{theme}”").replace("{theme}", above.name)
        else:
            hint = self.tr("Name of the new theme") if kind == "theme" else self.tr("Name of the new code")
        self.name.setPlaceholderText(hint)
        self.name.setAccessibleName(hint)
        self.name.setToolTip(hint)
        self.name.show()
        self.name.setFocus()

    def _add(self) -> None:
        kind, parent = self._draft
        if self.name.text().strip():
            self._bridge.do(actions.add_code, self.name.text(), kind, parent, then=self._added)

    def _added(self, code: Code) -> None:
        self._wanted = code.id
        self._load()
        self._leave_name()

    def _leave_name(self) -> None:
        self.name.clear()
        self.name.hide()
        self.tree.setFocus()

    # ── changing codes ──
    def rename(self) -> None:
        """Rename the chosen code in its place."""
        if self.current() is not None:
            self.tree.edit(self.tree.currentIndex())

    def define(self) -> None:
        """Open the definition of the chosen code."""
        code = self.current()
        if code is not None:
            DefineCodeDialog(self._bridge, code, self).show()

    def recolor(self) -> None:
        """Offer the palette for the chosen code."""
        code = self.current()
        if code is None:
            return
        popup = PalettePopup(self._look, code.color, code.kind, self)
        popup.chose.connect(lambda color: self._bridge.do(actions.recolor_code, code.id, color))
        corner = self.tree.visualRect(self.tree.currentIndex()).bottomLeft()
        popup.open_at(self.tree.viewport().mapToGlobal(corner))

    def show_memos(self) -> None:
        """Open the memos about the chosen code."""
        code = self.current()
        if code is not None:
            show_memos(self._bridge, "code", code.id, code.name, self)

    def move(self, code: UUID, parent: UUID | None, position: int | None) -> None:
        """Put a code below another one (None: at the top), as sibling number `position` (None: last)."""
        self._bridge.do(actions.move_code, code, parent, position)

    def _shift(self, by: int) -> None:
        code = self.current()
        if code is None:
            return
        siblings = [one.id for one in self.model.codebook.children(code.parent)]
        wanted = siblings.index(code.id) + by
        if 0 <= wanted < len(siblings):
            self.move(code.id, code.parent, wanted)

    def ask_move(self) -> None:
        """Ask where the chosen code should go."""
        code = self.current()
        if code is None:
            return
        book = self.model.codebook
        without = {code.id, *(below.id for below in book.descendants(code.id))}
        title = self.tr("Move “{name}” to").replace("{name}", code.name)
        dialog = ChooseCodeDialog(title, self.tr("Move"), book, without, self.tr("The top of the codebook"), self)
        dialog.chose.connect(lambda parent: self.move(code.id, parent, None))
        dialog.show()

    def ask_merge(self) -> None:
        """Ask into which code the chosen one should go."""
        code = self.current()
        if code is None:
            return
        title = self.tr("Merge “{name}” into").replace("{name}", code.name)
        dialog = ChooseCodeDialog(title, self.tr("Merge"), self.model.codebook, {code.id}, parent=self)
        dialog.chose.connect(lambda into: self.merge(code.id, into))
        dialog.show()

    def merge(self, code: UUID, into: UUID) -> None:
        """Put everything coded with a code under another one; a toast offers to undo."""
        names = self.model.codebook.by_id
        said = self.tr("“{name}” merged into “{into}”.")
        said = said.replace("{name}", names[code].name).replace("{into}", names[into].name)
        self._wanted = into
        self._bridge.do(actions.merge_codes, code, into, then=lambda _: self.said.emit(said))

    def remove(self) -> None:
        """Remove the chosen code and its codings; a toast offers to undo."""
        code = self.current()
        if code is None:
            return
        said = self.tr("“{name}” removed; the text stays.").replace("{name}", code.name)
        self._bridge.do(actions.remove_code, code.id, then=lambda _: self.said.emit(said))
