"""The journal: every memo of the project in one list, newest first, and the one that is read or written below it."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...app.memo_list import EMPTY, RENEWED_BY, Heading, MemoIndex, MemoRow, listed, read_memos, renewed
from ...app.memos import edit_memo, remove_memo, remove_memos
from ...app.project import Project
from ...domain.history import Step
from ...domain.memos import MEMO_TYPES, Memo
from ...domain.progress import Progress
from ..bridge import Bridge
from ..icons import icon
from ..look import Look
from ..panels.header import PanelHeader, tip
from ..panels.rows import plain_ground
from ..tasks import Task
from .editor import MemoEditor
from .journal_export import JournalExport
from .journal_filters import FilterLine, JournalFilters, SubjectChoice
from .journal_rows import ROW, JournalList, JournalModel
from .journal_words import type_name

ROOM = 640  # px of a panel below which a memo takes the place of the list
Subject = tuple[str, UUID | None, str]  # kind, id (None: the project's), how it is called
_Listed = tuple[Sequence[MemoRow | Heading], Mapping[UUID, int]]


class JournalPanel(QWidget):
    """Lists, filters and opens memos. `subjects` are what a new memo may be about now, cases left out."""

    goto = Signal(str, object)  # kind and id of what a memo is about, or is linked to
    said = Signal(str, object)  # a sentence, the number of the step to undo (None: none)
    parted = Signal(object, object)  # as the editor's
    wordless = Signal(object, str)

    def __init__(
        self, bridge: Bridge, look: Look, subjects: Callable[[], list[Subject]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._look, self._subjects = bridge, look, subjects
        self.index: MemoIndex = EMPTY
        self._steps: list[Step] = []  # not yet in the index
        self._read = self._asking = False
        self._filtering: Task | None = None
        self._editor: MemoEditor | None = None
        self.chosen_segment: Callable[[], UUID | None] = lambda: None  # what is chosen in the text, to be linked to
        self._open: UUID | None = None  # the memo in the editor
        self._listed_once = False  # whether it was in the index: then it is gone when it is not
        self._wanted: UUID | None = None  # the memo to choose when it is listed
        self.group, self.newest_first = "date", True
        self.model = JournalModel(self)
        self.list = JournalList(look, self.model, self)
        self.header = PanelHeader(self.tr("Journal"), look, self)
        self.export = JournalExport(bridge, self._to_export, self)
        self._make_actions()
        self._lay_out()
        self._connect()
        self._dress()
        self._tell()

    # ── making ──
    def _make_actions(self) -> None:
        def make(name: str, run: Callable[[], object], picture: str = "", on: bool | None = None) -> QAction:
            action = QAction(name, self)
            if picture:
                action.setIcon(icon(picture))
            if on is not None:
                action.setCheckable(True)
                action.setChecked(on)
            action.triggered.connect(lambda _checked: run())
            tip(action)
            return action

        self.new_action = make(self.tr("New memo"), self.ask_new, "add")
        self.new_action.setEnabled(not self._bridge.project.read_only)
        self.filter_action = make(self.tr("Filter the journal"), self._toggle_filters, "filter", on=False)
        self.header.add(self.new_action)
        self.header.add(self.filter_action)
        self.more = QMenu(self)
        self.groups = QActionGroup(self)
        for group, name in (
            ("date", self.tr("By date")),
            ("type", self.tr("By type")),
            ("subject", self.tr("By subject")),
        ):
            action = make(name, lambda group=group: self.group_by(group), on=group == "date")
            action.setData(group)
            self.groups.addAction(action)
        self.more.addActions(self.groups.actions())
        self.more.addSeparator()
        self.oldest_action = make(self.tr("Oldest first"), self._turn_round, on=False)
        self.more.addAction(self.oldest_action)
        self.more.addSeparator()
        self.export_action = make(self.tr("Export these memos…"), self.export.ask)
        self.more.addAction(self.export_action)
        self.header.add_menu(self.tr("More"), self.more)
        self.open_action = make(self.tr("Open"), self._open_chosen)
        self.goto_action = make(self.tr("Go to what it is about"), self._go_chosen)
        self.remove_action = make(self.tr("Remove"), self.remove_chosen)
        self.remove_action.setShortcut(Qt.Key.Key_Delete)
        self.remove_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown; the list takes the key

    def _lay_out(self) -> None:
        look = self._look
        self.filters = JournalFilters(look, self)
        self.filter_line = FilterLine(look, self)
        self.choice = SubjectChoice(look, self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._hint)
        self._below = QWidget(self)
        self.goto_button = QPushButton(self.tr("Go to"), self._below)
        self.goto_button.setToolTip(self.tr("Go to what it is about"))
        self.goto_button.clicked.connect(self._go_open)
        self.close_button = QPushButton(self.tr("Close memo"), self._below)
        self.close_button.clicked.connect(self.close_memo)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.goto_button)
        self._foot.addStretch(1)
        self._foot.addWidget(self.close_button)
        self._down = QVBoxLayout(self._below)
        self._area = QScrollArea(self._below)  # in large letters the editor is higher than half a panel
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._down.addWidget(self._area, 1)
        self._down.addLayout(self._foot)
        self._below.hide()
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.addWidget(self._stack)
        self.split.addWidget(self._below)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 1)
        self.split.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.header, self.choice, self.filters, self.filter_line):
            whole.addWidget(part)
        whole.addWidget(self.split, 1)
        self._menu = QMenu(self)
        self.setFocusProxy(self.filters.words)

    def _connect(self) -> None:
        self.list.clicked.connect(self._clicked)
        self.list.activated.connect(self._clicked)
        self.list.remove_wanted.connect(self.remove_chosen)
        self.list.customContextMenuRequested.connect(self._context_menu)
        self.filters.changed.connect(self._list)
        self.filters.left.connect(self._to_list)
        self.filter_line.cleared.connect(self.filters.clear)
        self.choice.wanted.connect(self.start)
        self._bridge.followed.connect(self._stepped)
        self._look.follow(self._dress)

    def _dress(self) -> None:
        look, px = self._look, self._look.px
        for part in (self, self._below):
            plain_ground(part, look)
        self._hint.setContentsMargins(px(16), px(8), px(16), 0)
        self._down.setContentsMargins(px(12), px(8), px(12), px(8))
        self._share_room()
        self._down.setSpacing(px(8))
        self._foot.setSpacing(px(4))
        for button in (self.goto_button, self.close_button):
            button.setStyleSheet(f"padding: 0 {px(10)}px; min-height: {px(24)}px;")

    # ── reading ──
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._read or self._steps:
            self._renew()

    def _stepped(self, step: Step) -> None:
        if self._read and step.touches(*RENEWED_BY):
            self._steps.append(step)
            if self.isVisible():
                self._renew()

    def _renew(self) -> None:
        """Read what steps changed; those that come meanwhile are read after it."""
        if self._asking:
            return
        self._asking = True
        steps, old, known = self._steps, self.index, self._read
        self._steps = []

        def job(project: Project, progress: Progress) -> MemoIndex:
            with project.read() as read:
                return renewed(read, old, steps, progress) if known else read_memos(read, progress)

        def arrived(index: MemoIndex) -> None:
            self._asking = False
            if index is not self.index:
                self.index = index
                self.filters.offer(index.kinds, index.coders)
                self._list()
            self._read = True
            self._tell()
            if self._steps:
                self._renew()

        def lost(error: Exception) -> None:
            self._asking = False
            self._steps = steps + self._steps
            self._bridge.failed.emit(error)

        self._bridge.run(job, arrived, lost)

    def _list(self) -> None:
        """Work out beside the window what is listed; a question nobody waits for any more is dropped."""
        if self._filtering is not None:
            self._filtering.cancel()
        index, chosen, group, newest = self.index, self.filters.chosen(), self.group, self.newest_first

        def job(_project: Project, progress: Progress) -> _Listed:
            rows = listed(index, chosen, group, newest, progress)
            return rows, {row.id: number for number, row in enumerate(rows) if isinstance(row, MemoRow)}

        def arrived(answer: _Listed) -> None:
            if self._filtering is task:
                self._filtering = None
                self._show(*answer, index)

        task = self._bridge.run(job, arrived)
        self._filtering = task

    def _show(self, rows: Sequence[MemoRow | Heading], places: Mapping[UUID, int], index: MemoIndex) -> None:
        chosen = {row.id for row in self.list.chosen()}
        bar = self.list.verticalScrollBar()
        height = bar.value()
        self.model.show(rows, places, index.coders)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and self.model.place(wanted) is not None:
            self._choose(wanted)
        else:
            selection, flags = self.list.selectionModel(), self.list.selectionModel().SelectionFlag
            for memo in chosen:
                place = self.model.place(memo)
                if place is not None:
                    selection.setCurrentIndex(self.model.index(place), flags.Select)
            bar.setValue(height)
            self._wanted = wanted
        self._tell()

    def _choose(self, memo: UUID) -> None:
        place = self.model.place(memo)
        if place is not None:
            index = self.model.index(place)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def _tell(self) -> None:
        """Title, filter line, and what stands where there is nothing."""
        whole, left = len(self.index.rows), self.model.count
        said, filtered = self.filters.said(), self.filters.chosen().active
        title = self.tr("Journal · {number}").replace("{number}", f"{whole:,}") if whole else self.tr("Journal")
        self.header.set_title(title)
        self.filter_line.setVisible(filtered)
        if filtered:
            self.filter_line.tell(left, whole, said)
        self.export_action.setEnabled(bool(left))
        self._stack.setCurrentIndex(0 if left or not self._read else 1)
        nothing = self.tr("No memo fits the filter.") if whole else self.tr("No memos yet. Write the first with +.")
        self._hint.setText(nothing)
        row = self.index.rows.get(self._open) if self._open is not None else None
        self.goto_button.setVisible(row is not None and row.about_kind != "project")
        if row is not None:
            self._listed_once = True
        elif self._listed_once:
            self.close_memo()  # it was removed

    # ── order and filters ──
    def group_by(self, group: str) -> None:
        """List the memos by `date`, `type` or `subject`."""
        self.group = group
        for action in self.groups.actions():
            action.setChecked(action.data() == group)
        self._list()

    def _turn_round(self) -> None:
        self.newest_first = not self.oldest_action.isChecked()
        self._list()

    def _toggle_filters(self) -> None:
        shown = self.filter_action.isChecked()
        self.filters.more.setVisible(shown)
        if shown:
            self.filters.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        if not self.list.currentIndex().isValid() and self.model.rowCount() > 1:
            self.list.setCurrentIndex(self.model.index(1))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # ── one memo ──
    @property
    def editor(self) -> MemoEditor:
        """What a memo is read and written in, made when the first one is opened."""
        if self._editor is None:
            self._editor = editor = MemoEditor(self._bridge, self)
            editor.linked.chosen_segment = self.chosen_segment
            editor.opened.connect(self.goto)
            editor.made.connect(self._made)
            editor.parted.connect(self.parted)
            editor.wordless.connect(self.wordless)
            self._area.setWidget(editor)
            editor.follow_keys(self.list, self.goto_button)
            QWidget.setTabOrder(self.goto_button, self.close_button)
            editor.setAutoFillBackground(False)
        return self._editor

    def save(self) -> None:
        """Keep what is being written."""
        if self._editor is not None:
            self._editor.save()

    def _clicked(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, MemoRow) and len(self.list.chosen()) == 1:
            self.open_memo(row.id)

    def open_memo(self, memo: UUID) -> None:
        """Show a memo below the list; what was typed in another one is kept."""
        self.save()
        self._open = self._wanted = memo
        self._listed_once = False
        self.editor.show_memo(memo)
        self._show_editor()
        if self.model.place(memo) is not None:
            self._wanted = None
            self._choose(memo)
        self._tell()

    def _share_room(self) -> None:
        """Where a list and a memo do not both have room, one of them is shown."""
        alone = self.height() < self._look.px(ROOM) and not self._below.isHidden()
        for part in (self.filters, self._stack):
            part.setVisible(not alone)
        if alone:
            self.choice.hide()
        self.close_button.setText(self.tr("Back to the list") if alone else self.tr("Close memo"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _show_editor(self) -> None:
        if self._below.isHidden():
            self._below.show()
            self._share_room()
            height = self.split.height()
            self.split.setSizes([height // 2, height - height // 2])

    def close_memo(self) -> None:
        """Put the memo away; what was typed is kept."""
        self.save()
        self._open, self._listed_once = None, False
        self.editor.show_memo(None)
        self._below.hide()
        self._share_room()
        if self.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_new(self) -> None:
        """Ask what a new memo is to be about."""
        if self._stack.isHidden():
            self.close_memo()
        self.choice.ask(self._subjects())
        case = self.tr("Case “{name}”")

        def arrived(cases: list[tuple[UUID, str]]) -> None:
            self.choice.add(("case", key, case.replace("{name}", name)) for key, name in cases)

        self._bridge.ask(lambda read: [(case.id, case.name) for case in read.cases()], arrived)

    def start(self, about_kind: str, about: UUID | None, kind: str = "") -> None:
        """Begin a new memo about something."""
        self.save()
        self._open, self._listed_once = None, False
        self._show_editor()
        self.editor.start(about_kind, about, kind)
        self.editor.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.goto_button.hide()

    def _made(self, memo: Memo) -> None:
        present = self.editor.memo
        if present is not None and present.id == memo.id:  # else another one was begun since
            self._open = self._wanted = memo.id
            self._listed_once = False

    # ── what is done with the chosen ones ──
    def _context_menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if index.isValid() and not self.list.selectionModel().isSelected(index):
            self.list.setCurrentIndex(index)
        chosen, menu = self.list.chosen(), self._menu
        if not chosen:
            return
        menu.clear()
        writes = not self._bridge.project.read_only
        if len(chosen) == 1:
            self.goto_action.setEnabled(chosen[0].about_kind != "project")
            menu.addActions((self.open_action, self.goto_action))
            types = menu.addMenu(self.tr("Type"))
            types.setEnabled(writes)
            for kind in dict.fromkeys((*MEMO_TYPES, *self.index.kinds, "")):
                action = types.addAction(type_name(kind).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(kind == chosen[0].kind)
                action.triggered.connect(lambda _checked=False, kind=kind: self.set_type(chosen[0].id, kind))
            menu.addSeparator()
            self.remove_action.setText(self.tr("Remove"))
        else:
            self.remove_action.setText(self.tr("Remove %n memo(s)", "", len(chosen)))
        self.remove_action.setEnabled(writes)
        menu.addAction(self.remove_action)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _open_chosen(self) -> None:
        for row in self.list.chosen()[:1]:
            self.open_memo(row.id)

    def _go_chosen(self) -> None:
        for row in self.list.chosen()[:1]:
            self.goto.emit(row.about_kind, row.about)

    def _go_open(self) -> None:
        row = self.index.rows.get(self._open) if self._open is not None else None
        if row is not None:
            self.goto.emit(row.about_kind, row.about)

    def set_type(self, memo: UUID, kind: str) -> None:
        """Give a memo another type."""
        self.save()
        said = self.tr("Type of the memo: {type}").replace("{type}", type_name(kind))

        def ended(_memo: Memo, step: Step | None) -> None:
            if step is not None:
                self.said.emit(said, step.number)

        self._bridge.act(edit_memo, memo, kind=kind, then=ended, failed=self._bridge.failed.emit)

    def remove_chosen(self) -> None:
        """Take the chosen memos away; Undo brings them back."""
        chosen = [row.id for row in self.list.chosen()]
        if not chosen or self._bridge.project.read_only:
            return
        self.save()
        said = self.tr("%n memo(s) removed.", "", len(chosen))

        def ended(_gone: object, step: Step | None) -> None:
            self.said.emit(said, step.number if step else None)

        failed = self._bridge.failed.emit
        if len(chosen) == 1:
            self._bridge.act(remove_memo, chosen[0], then=ended, failed=failed)
        else:
            self._bridge.act(remove_memos, chosen, then=ended, failed=failed)

    def _to_export(self) -> tuple[frozenset[UUID], str]:
        """The memos that are listed and through which filter, or of several chosen ones only these."""
        self.save()
        chosen = self.list.chosen()
        if len(chosen) > 1:
            return frozenset(row.id for row in chosen), ""
        return frozenset(self.model.memos), " · ".join(self.filters.said())
