"""The panel that finds words in the whole project as they are typed: texts, codes, memos and comments."""

import math
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...app.project import Project
from ...app.search import (
    Around,
    Found,
    Hit,
    Page,
    Query,
    make_query,
    prepare_lemmas,
    search_around,
    search_page,
    without_lemmas,
)
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...domain.progress import Progress
from ...domain.queries import Scope
from ..bridge import Bridge
from ..coding.find import FindField
from ..look import META, Look, look
from ..parts.field_icon import ClearCross, FieldIcon
from ..tasks import Task
from ..translation import say
from .header import PanelHeader
from .rows import plain_ground
from .search_menu import SearchMenu
from .search_rows import CODES, COMMENTS, KINDS, MEMOS, TEXTS, FoundList, FoundRows, Index

FIRST_PAGE, PAGE = 40, 1_000  # hits after which a page ends with its document
FIRST_SECONDS = 0.02  # after which the first page ends with what there is, if there is anything
MOST = 5_000  # hits that are listed without being scrolled to
TYPING, AROUND = 50, 250  # milliseconds after the last key before texts, and all the rest, are looked through
WAYS = (
    ("beginnings", QT_TRANSLATE_NOOP("SearchPanel", "Beginnings of words")),
    ("words", QT_TRANSLATE_NOOP("SearchPanel", "Whole words")),
    ("lemma", QT_TRANSLATE_NOOP("SearchPanel", "All forms of words")),
    ("substring", QT_TRANSLATE_NOOP("SearchPanel", "Anywhere in words")),
    ("regex", QT_TRANSLATE_NOOP("SearchPanel", "Regular expression")),
)
_NAMES = {
    TEXTS: QT_TRANSLATE_NOOP("SearchPanel", "Texts"),
    CODES: QT_TRANSLATE_NOOP("SearchPanel", "Codes"),
    MEMOS: QT_TRANSLATE_NOOP("SearchPanel", "Memos"),
    COMMENTS: QT_TRANSLATE_NOOP("SearchPanel", "Comments"),
}


class SearchPanel(QWidget):
    """Looks for words everywhere; hits in texts come page by page."""

    open_segment = Signal(object, int, int, object)  # document id, start, end, None
    open_code = Signal(object)  # code id
    open_memo = Signal(str, object, str, object)  # what the memo is about, its title, its id
    code_wanted = Signal(object, object)  # hits, and the global rectangle they are shown in
    autocode_wanted = Signal(str, str)  # what is looked for, and how
    move_wanted = Signal(object)  # coding ids, to be moved to another code
    said = Signal(str)

    def __init__(self, bridge: Bridge, look_: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._task: Task | None = None
        self._around: Task | None = None
        self._query: Query | None = None
        self._last: UUID | None = None
        self._scope: Scope | None = None
        self._problem = self._note = ""
        self._build(look_)
        self._timer = self._wait(TYPING, self._begin)
        self._rest = self._wait(AROUND, self._look_around)
        self.field.textChanged.connect(lambda _text: self._timer.start())
        self.field.stepped.connect(self._entered)
        self.field.installEventFilter(self)
        self.how.currentIndexChanged.connect(lambda _index: self._begin())
        self.list.activated.connect(self._open)
        self.menu = SearchMenu(bridge, self.list)
        self.menu.opened.connect(self._open)
        self.menu.code_wanted.connect(self.ask_code)
        self.menu.move_wanted.connect(self.move_wanted)
        self.menu.said.connect(self.said)
        self.list.left.connect(lambda: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._say_chosen())
        self._model.wanted.connect(self._go_on)
        bridge.followed.connect(self._stepped)
        self.setFocusProxy(self.field)
        self._fresh = True  # never shown so far
        look_.follow(self._take_look)
        self._take_look()
        self._say()

    def _wait(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _build(self, look_: Look) -> None:
        self.header = PanelHeader(self.tr("Find"), look_, self)
        self.field = FindField(self)
        self.field.setPlaceholderText(self.tr("Find in the project"))
        self.field.setAccessibleName(self.tr("Find in the project"))
        self.field.setToolTip(
            self.tr(
                "Words that must all occur in a document.\n"
                'trust*  a beginning\n"how trust grows"  a phrase\ntrust NEAR/5 money  at most five words between\n'
                "lemma:trust  all forms of the word\n"
                "doc:P01  code:power  speaker:INT  case:Ann  age=31  where to look"
            )
        )
        FieldIcon("search", self.field)
        ClearCross(self.field)
        self.how = QComboBox(self)
        for way, name in WAYS:
            self.how.addItem(self.tr(name), way)
        self.how.setAccessibleName(self.tr("How to look"))
        self.kinds = QButtonGroup(self)
        self._kinds_row = QHBoxLayout()
        for number in range(len(KINDS)):
            button = QToolButton(self)
            button.setCheckable(True)
            self.kinds.addButton(button, number)
            self._kinds_row.addWidget(button)
        self._kinds_row.addStretch(1)
        self.kinds.button(0).setChecked(True)
        self.kinds.idClicked.connect(lambda number: self._show_kind(KINDS[number]))
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self._model = FoundRows(self)
        self.list = FoundList(self._model, self)
        self.list.setAccessibleName(self.tr("What was found"))
        self.code_button = QPushButton(self)
        self.code_button.clicked.connect(self.ask_code)
        self.autocode_button = QPushButton(self.tr("Autocode…"), self)
        self.autocode_button.setToolTip(self.tr("Code all hits, or the sentences and turns they stand in"))
        self.autocode_button.clicked.connect(
            lambda: self.autocode_wanted.emit(self.field.text(), self.how.currentData())
        )
        writes = not self._bridge.project.read_only
        self.code_button.setVisible(writes)
        self.autocode_button.setVisible(writes)
        self._layout = QVBoxLayout(self)
        self._top, self._bottom = QVBoxLayout(), QHBoxLayout()
        for part in (self.field, self.how):
            self._top.addWidget(part)
        self._top.addLayout(self._kinds_row)
        self._top.addWidget(self.state)
        self._bottom.addWidget(self.code_button, 1)
        self._bottom.addWidget(self.autocode_button, 1)
        self._layout.addWidget(self.header)
        self._layout.addLayout(self._top)
        self._layout.addWidget(self.list, 1)
        self._layout.addLayout(self._bottom)

    def _take_look(self) -> None:
        px = look().px
        plain_ground(self, look())
        self.state.setFont(look().font(META))
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(px(8))
        self._top.setContentsMargins(px(12), 0, px(12), 0)
        self._top.setSpacing(px(8))
        self._bottom.setContentsMargins(px(12), 0, px(12), px(12))
        self._kinds_row.setSpacing(px(2))
        self.list.measure()

    # ── from outside ──
    def look_for(self, text: str) -> None:
        """Begin to look for some words."""
        self.field.setText(text)
        self._begin()

    def limit(self, scope: Scope) -> None:
        """The window's filters: only in these documents."""
        limited = Scope(scope.documents, scope.coders, parts=scope.parts)
        limited = None if limited.everything else limited
        if limited != self._scope:
            self._scope = limited
            self._begin()

    @property
    def has_keys(self) -> bool:
        """Whether the panel has the keyboard."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def ask_code(self) -> None:
        """Ask which code the chosen hits get."""
        hits = self.list.chosen
        if not hits:
            self.said.emit(self.tr("Choose hits in the list first; Ctrl+A chooses all."))
            return
        rect = self.list.visualRect(self.list.currentIndex()).intersected(self.list.viewport().rect())
        rect.moveTopLeft(self.list.viewport().mapToGlobal(rect.topLeft()))
        self.code_wanted.emit(hits, rect)

    def showEvent(self, event: QShowEvent) -> None:
        """The forms of words are read before somebody asks for them."""
        super().showEvent(event)
        if self._fresh:
            self._fresh = False
            self._bridge.run(prepare_lemmas, failed=lambda _error: None)  # who looks for them hears what is wrong

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Down in the field goes to the hits."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.field and pressed and event.key() == Qt.Key.Key_Down:
            self.list.first()
            return True
        return False

    # ── looking ──
    def _entered(self, _step: int) -> None:
        if self._timer.isActive():
            self._begin()
        else:
            self.list.first()

    def _begin(self) -> None:
        self._timer.stop()
        for task in (self._task, self._around):
            if task is not None and task.running:
                task.cancel()
        self._task, self._around, self._last = None, None, None
        self._model.clear()
        self._problem = self._note = ""
        self._query = None
        text, how = self.field.text(), self.how.currentData()
        if text.strip():
            try:
                self._query = make_query(text, **({} if how == "words" else {how: True}))
            except QualcodeError as error:
                self._problem = say(error)
        self._model.more = self._query is not None
        self._say()
        self._go_on()
        if self._query is not None:
            self._rest.start()
        else:
            self._rest.stop()

    def _go_on(self) -> None:
        query, after, scope = self._query, self._last, self._scope
        if query is None or self._task is not None or not self._model.more:
            return
        by_forms = any(term.lemma for term in query.asked.terms)
        size = (FIRST_PAGE, FIRST_SECONDS) if after is None else (PAGE, math.inf)

        def look_further(project: Project, progress: Progress) -> tuple[Page, list[str]]:
            progress.tick(0, 0)  # another key may have come meanwhile
            unknown: list[str] = []
            if by_forms and after is None:
                with project.read() as read:
                    unknown = without_lemmas(read)
            return search_page(project, query, progress, after, scope, *size), unknown

        self._task = self._bridge.run(look_further, self._found, self._failed, self.tr("Looking for words"))
        self._say()

    def _found(self, answer: tuple[Page, list[str]]) -> None:
        page, unknown = answer
        self._task, self._last = None, page.last
        self._model.more = page.last is not None
        self._model.add(page.hits)
        if unknown:
            names = ", ".join(each or self.tr("without a language") for each in unknown)
            text = self.tr("No forms of words are known for these languages: {names}. There, the words as typed.")
            self._note = text.replace("{names}", names)
        self._say()
        if self._model.more and self._model.hits < MOST:
            self._go_on()

    def _failed(self, error: Exception) -> None:
        self._task, self._model.more = None, False
        self._rest.stop()
        if isinstance(error, QualcodeError):
            self._problem = say(error)
        else:
            self._bridge.failed.emit(error)
        self._say()

    def _look_around(self) -> None:
        query, scope = self._query, self._scope
        if query is None:
            return

        def look(project: Project, progress: Progress) -> Around:
            progress.tick(0, 0)
            return search_around(project, query, progress, scope)

        def arrived(found: Around) -> None:
            self._around = None
            self._model.surround(found)
            self._say()

        def failed(error: Exception) -> None:
            self._around = None
            if not isinstance(error, QualcodeError):  # the texts have said it
                self._bridge.failed.emit(error)

        self._around = self._bridge.run(look, arrived, failed)

    def _stepped(self, step: Step) -> None:
        if self._query is None:
            return
        if step.touches("document"):  # places have moved
            self._begin()
        elif step.touches("memo", "code", "segment"):
            self._rest.start()

    # ── saying ──
    def _show_kind(self, kind: str) -> None:
        self._model.show(kind)
        self._say()

    def _say(self) -> None:
        model = self._model
        for number, kind in enumerate(KINDS):
            button, count = self.kinds.button(number), model.count(kind)
            more = "+" if kind == TEXTS and model.more else ""
            name = self.tr(_NAMES[kind])
            button.setText(f"{name} {count}{more}" if self._query is not None and count is not None else name)
        if self._problem or self._query is None:
            text = self._problem
        elif model.kind != TEXTS:
            count = model.count(model.kind)
            text = self.tr("Looking…") if count is None else "" if count else self.tr("Nothing found.")
        elif self._task is not None and not model.hits:
            text = self.tr("Looking…")
        elif not model.hits:
            text = self.tr("Nothing found.")
        else:
            text = self.tr("%n hit(s)", "", model.hits) + " · " + self.tr("%n document(s)", "", model.documents)
            if model.more:
                text += " · " + self.tr("more below")
        limited = self.tr("Only in what the filter shows.") if self._scope is not None and self._query else ""
        self.state.setText("\n".join(filter(None, (text, limited, self._note))))
        self.state.setVisible(bool(self.state.text()))
        self._say_chosen()

    def _say_chosen(self) -> None:
        number = len(self.list.selectionModel().selectedIndexes()) if self._model.kind == TEXTS else 0
        self.code_button.setText(self.tr("Code %n hit(s)…", "", number) if number else self.tr("Code hits…"))
        self.code_button.setEnabled(number > 0)

    def _open(self, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Hit):
            self.open_segment.emit(row.document.id, row.start, row.end, None)
        elif isinstance(row, Found) and row.kind == "code":
            self.open_code.emit(row.id)
        elif isinstance(row, Found) and row.kind == "memo":
            self.open_memo.emit(row.about_kind, row.about, row.title, row.id)
        elif isinstance(row, Found):
            self.open_segment.emit(row.about, row.start, row.end, None)
