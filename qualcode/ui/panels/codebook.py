"""The codebook: one tree of themes and codes with their counts, and everything one does with a code."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ...app import codebook as actions
from ...domain.codebook import Code, Codebook
from ...domain.folding import fold
from ...domain.history import Step
from ..bridge import Bridge
from ..coding.code_sets import active_code_set
from ..dialogs.define_code import DefineCodeDialog
from ..dialogs.memos import show_memos
from ..icons import icon
from ..look import Look
from ..models.codebook_model import ORDERS, RECORD, CodebookModel
from ..models.counts import counts_of
from .code_menu import fill_menu
from .code_surgery import CodeSurgery
from .code_tree import CodeTree
from .header import PanelHeader, tip
from .name_field import NameField, find_field
from .palette import PalettePopup
from .rows import plain_ground
from .set_switch import SetMenus, SetSwitch

_Answer = tuple[Codebook, dict[UUID, int]]


class CodebookPanel(QWidget):
    """The codes of the project. `header` may serve as a dock's title bar; the actions may go into menus."""

    code_chosen = Signal(object)  # code id
    apply_requested = Signal(object)  # code id: put it on the selected words
    show_segments = Signal(object)  # code id
    retrieve_wanted = Signal(object)  # code ids: their passages are to be looked for
    said = Signal(str)  # something was done that can be undone: for a toast
    done = Signal(str, object, object)  # a sentence, the number of its step (None: none), the code it is about

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge, self._look = bridge, look
        self._collapsed: set[UUID] = set()
        self._hidden: set[UUID] = set()  # codes whose rows are hidden at present
        self._asking = self._again = False
        self._wanted: UUID | None = None  # a new code, to be chosen when the codebook arrives
        self._named: Callable[[str], object] = lambda _name: None  # what takes the name that is being written
        self.counts = counts_of(bridge)
        self.model = CodebookModel(self.counts, self)
        self.words_selected: Callable[[], bool] = lambda: False  # whether a double click codes them
        self.sets = active_code_set(bridge)
        self.more_actions: list[QAction] = []  # of the window, for the menu
        self.header = PanelHeader(self.tr("Codebook"), look, self)
        self.tree = CodeTree(look, self)
        self.tree.setAccessibleName(self.tr("Codebook"))
        self.tree.setModel(self.model)
        self.surgery = CodeSurgery(bridge, self)
        self.set_menus = SetMenus(bridge, self.sets, self)
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
        self.retrieve_action = make(self.tr("Retrieve passages of these codes"), self._retrieve)
        self.rename_action = make(self.tr("Rename"), self.rename, Qt.Key.Key_F2)
        self.define_action = make(self.tr("Definition…"), self.define)
        self.rules_action = QAction(self.tr("Coding rules"), self)
        self.color_action = make(self.tr("Colour…"), self.recolor)
        self.memo_action = make(self.tr("Memo…"), self.show_memos)
        surgery = self.surgery
        self.move_action = make(self.tr("Move…"), surgery.ask_move)
        self.up_action = make(self.tr("Move up"), lambda: self._shift(-1), "Ctrl+Shift+Up")
        self.down_action = make(self.tr("Move down"), lambda: self._shift(1), "Ctrl+Shift+Down")
        self.merge_action = make(self.tr("Merge into…"), surgery.ask_merge)
        self.split_action = make(self.tr("Split…"), surgery.ask_split)
        self.history_action = make(self.tr("History of the code…"), surgery.show_history)
        self.remove_action = make(self.tr("Remove"), surgery.remove, Qt.Key.Key_Delete)
        self.orders = QActionGroup(self)
        titles = {
            "codebook": self.tr("Codebook order"),
            "name": self.tr("By name"),
            "used": self.tr("Most used first"),
            "newest": self.tr("Newest first"),
        }
        for order in ORDERS:
            action = make(titles[order], lambda order=order: self.sort_by(order))
            action.setCheckable(True)
            action.setChecked(order == "codebook")
            action.setData(order)
            self.orders.addAction(action)

    def _lay_out(self) -> None:
        self.header.add(self.find_action)
        add = QMenu(self)
        for action in (self.new_action, self.new_below_action, self.new_theme_action):
            add.addAction(action)
        self.header.add_menu(self.tr("New code or theme"), add, "add")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(lambda: fill_menu(self, self._menu))
        self.header.add_menu(self.tr("More"), self._menu)
        self.switch = SetSwitch(self.sets, self._look, self)
        self.sorted_line = QPushButton(self)
        self.sorted_line.setProperty("kind", "quiet")
        self.sorted_line.setToolTip(self.tr("Back to the codebook order, in which codes can be dragged"))
        self.sorted_line.clicked.connect(lambda: self.sort_by("codebook"))
        self.sorted_line.hide()
        self.field = find_field(self.tr("Find a code"), self)
        self.name = NameField(self)
        self._rows = QVBoxLayout()
        rows = (self.switch, self.sorted_line, self.field, self.name)
        for widget, below in zip(rows, (*rows[1:], self.tree), strict=True):
            self._rows.addWidget(widget)
            self.setTabOrder(widget, below)
        self.field.hide()
        self.name.hide()
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
        self._look.follow(self._dress)
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
        self._rows.setSpacing(px(4))
        self._nothing.setContentsMargins(px(12), px(8), px(12), 0)

    def _connect(self) -> None:
        tree = self.tree
        tree.clicked.connect(self._clicked)
        tree.activated.connect(self._activated)
        tree.applied.connect(self.apply_requested)
        tree.double_clicked.connect(self._double_clicked)
        tree.typed.connect(self.find)
        tree.left_field.connect(self._catch_up)
        tree.merged.connect(self.surgery.merge)
        tree.given.connect(self.surgery.give)
        tree.customContextMenuRequested.connect(self._context_menu)
        tree.collapsed.connect(lambda index: self._collapsed.add(index.data(RECORD).id))
        tree.expanded.connect(lambda index: self._collapsed.discard(index.data(RECORD).id))
        self.model.renamed.connect(self.surgery.rename)
        self.model.moved.connect(self.surgery.move)
        self.model.modelReset.connect(self._forget_hidden)
        self.surgery.done.connect(self.done)
        self.surgery.arrives.connect(self._want)
        self.sets.changed.connect(lambda: self._filter(self.field.text()))
        self.switch.codes_dropped.connect(self.set_menus.ask_at)
        self.set_menus.name_asked.connect(self._ask_set_name)
        self.set_menus.said.connect(self.said)
        self.field.textChanged.connect(self._filter)
        self.field.left.connect(self._leave_search)
        self.field.returnPressed.connect(self._first_found)
        self.field.down.connect(self._first_found)
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
        if self.tree.editing:
            self._again = True  # it is read again when the name is written
            return
        current, chosen = self.current(), [code.id for code in self.chosen()]
        place, collapsed = self.tree.verticalScrollBar().value(), set(self._collapsed)
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
                self._select(chosen)
            self.tree.verticalScrollBar().setValue(place)
        if self._wanted is not None and self.model.index_of(self._wanted).isValid():
            self.choose(self._wanted)
            self._wanted = None
        self._filter(self.field.text())
        self._catch_up()

    def _catch_up(self) -> None:
        if self._again and not self._asking:
            self._again = False
            self._load()

    # ── choosing and finding ──
    def current(self) -> Code | None:
        """The chosen code."""
        return self.model.code_at(self.tree.currentIndex())

    def chosen(self) -> list[Code]:
        """All codes that are chosen, in the order in which they stand."""
        rows = {index.data(RECORD).id for index in self.tree.selectionModel().selectedIndexes()}
        return [code for code in self.model.shown if code.id in rows]

    def _select(self, codes: list[UUID]) -> None:
        for code in codes:
            index = self.model.index_of(code)
            if index.isValid():
                self.tree.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)

    def _want(self, code: UUID) -> None:
        self._wanted = code

    def sort_by(self, order: str) -> None:
        """Show the codes in another order; the codebook keeps its own, and nothing can be dragged in it meanwhile."""
        current = self.current()
        self.model.sort_by(order)
        self.tree.expandAll()
        for code in set(self._collapsed):
            self.tree.collapse(self.model.index_of(code))
        if current is not None:
            self.choose(current.id)
        self._filter(self.field.text())
        for action in self.orders.actions():
            action.setChecked(action.data() == order)
            if action.data() == order:
                self.sorted_line.setText(self.tr("{order} · back").replace("{order}", action.text()))
        self.sorted_line.setVisible(order != "codebook")
        for action in (self.up_action, self.down_action):
            action.setEnabled(order == "codebook")

    def choose(self, code: UUID) -> None:
        """Choose a code and bring it into sight."""
        index = self.model.index_of(code)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)

    def set_digits(self, digits: Mapping[UUID, int]) -> None:
        """Show which codes answer to Ctrl and a digit."""
        self.model.set_digits(digits)

    def find(self, typed: str = "") -> None:
        """Open the field that filters the codes, with what was typed already."""
        self.field.show()
        self.field.setFocus()
        if typed:
            self.field.setText(typed)
        else:
            self.field.selectAll()

    def _leave_search(self) -> None:
        self.field.clear()
        self.field.hide()
        self.tree.setFocus()

    def _forget_hidden(self) -> None:
        self._hidden = set()

    def _filter(self, typed: str) -> None:
        """Show what has the letters and is in the set, and what stands above it."""
        wanted, codebook, inside = fold(typed.strip()), self.model.codebook, self.sets.codes
        limited = bool(wanted) or inside is not None
        kept: set[UUID] = set()
        for code in codebook.ordered if limited else ():
            if wanted in fold(code.name) and (inside is None or code.id in inside):
                kept.update((code.id, *(above.id for above in codebook.ancestors(code.id))))
        for code in codebook.ordered:
            hidden = limited and code.id not in kept
            if hidden != (code.id in self._hidden):  # asking the tree would cost more than all the rest
                index = self.model.index_of(code.id)
                self.tree.setRowHidden(index.row(), index.parent(), hidden)
            if limited and not hidden and codebook.children(code.id):
                self.tree.expand(self.model.index_of(code.id))
        self._hidden = set(codebook.by_id) - kept if limited else set()
        nothing = limited and not kept
        if nothing:
            words = self.tr("No code has these letters.") if wanted else self.tr("No codes in this set yet.")
            self._nothing.setText(words)
        self._stack.setCurrentIndex(2 if nothing else 0 if codebook.ordered else 1)

    def _first_found(self) -> None:
        wanted, inside = fold(self.field.text().strip()), self.sets.codes
        for code in self.model.shown:
            if wanted in fold(code.name) and (inside is None or code.id in inside):
                self.choose(code.id)
                self.tree.setFocus()
                return

    def _clicked(self, index: QModelIndex) -> None:
        if len(self.tree.selectionModel().selectedIndexes()) == 1:
            self.code_chosen.emit(index.data(RECORD).id)

    def _double_clicked(self, code: UUID) -> None:
        """With words selected they are coded; else the code is renamed in its place."""
        if self.words_selected():
            self.apply_requested.emit(code)
        else:
            self.rename()

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

    def _retrieve(self) -> None:
        if self.chosen():
            self.retrieve_wanted.emit([code.id for code in self.chosen()])

    # ── the menu ──
    def _context_menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        if index.isValid() and not self.tree.selectionModel().isSelected(index):
            self.tree.setCurrentIndex(index)
        self._menu.popup(self.tree.viewport().mapToGlobal(place))

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
        above = self.model.codebook.by_id.get(parent) if parent else None
        if above is not None:
            hint = self.tr("Name of the new code in “{theme}”").replace("{theme}", above.name)
        else:
            hint = self.tr("Name of the new theme") if kind == "theme" else self.tr("Name of the new code")
        self._name_it(hint, "", lambda name: self._bridge.do(actions.add_code, name, kind, parent, then=self._added))

    def _ask_set_name(self, hint: str, name: str, named: Callable[[str], None]) -> None:
        def taken(typed: str) -> None:
            named(typed)
            self._leave_name()

        self._name_it(hint, name, taken)

    def _name_it(self, hint: str, name: str, named: Callable[[str], object]) -> None:
        """Open the field for a name."""
        self._named = named
        self.name.setPlaceholderText(hint)
        self.name.setAccessibleName(hint)
        self.name.setToolTip(hint)
        self.name.setText(name)
        self.name.selectAll()
        self.name.show()
        self.name.setFocus()

    def _add(self) -> None:
        if self.name.text().strip():
            self._named(self.name.text())

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
            DefineCodeDialog(self._bridge, code, self, lambda text, _step: self.said.emit(text)).show()

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

    def _shift(self, by: int) -> None:
        code = self.current()
        if code is None or self.model.order != "codebook":
            return
        siblings = [one.id for one in self.model.codebook.children(code.parent)]
        wanted = siblings.index(code.id) + by
        if 0 <= wanted < len(siblings):
            self.surgery.move([code.id], code.parent, wanted, told=False)
