"""Who could be recognised in a file that is about to be written: a list beside the text, and three ways to go on."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ...app import display_names, redactions
from ...app.leaving import TEXT, Found, Leaving, Place
from ...domain.history import Step
from ...domain.privacy import CASE, KINDS, SPEAKER
from ...domain.redactions import REDACTED
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import TITLE, look, resize
from ..tasks import Task
from ..views.ground import Words
from .outgoing import Export
from .wording import kind_title, place_title, summary

_PLACES = Qt.ItemDataRole.UserRole
_PASSAGE = Qt.ItemDataRole.UserRole + 1  # whether a row stands for one passage
_MOST_PLACES = 200  # listed below a name; the rest are counted
_AROUND = 30  # characters of context on either side
_SETTLED_MILLISECONDS = 500  # without another step, until it is looked through again
_FOLLOWED = ("redaction", "case", "speaker_name", "document", "coding", "segment", "memo", "code")


class LeavingDialog(QDialog):
    """Stands beside the text and blocks nothing. `write_wanted` says whether with display ids; `problem` is why the
    file could not be written before."""

    passage_wanted = Signal(object, int, int)  # document id, start, end
    write_wanted = Signal(bool)
    said = Signal(str, object)  # a sentence, and the number of the step that can be undone

    def __init__(
        self, bridge: Bridge, export: Export, leaving: Leaving, parent: QWidget | None = None, problem: str = ""
    ) -> None:
        super().__init__(parent)
        self._problem = problem  # why it could not be written before
        self._bridge, self._export, self._leaving = bridge, export, leaving
        self._nameless: dict[str, list[str]] = {CASE: [], SPEAKER: []}  # those found that have no display id
        self._context: dict[Place, str] = {}
        self._task: Task | None = None  # the check that is under way
        self._later = QTimer(self, singleShot=True, interval=_SETTLED_MILLISECONDS)
        self._later.timeout.connect(self._check_again)
        self.setWindowTitle(self.tr("Before it leaves: {file}").replace("{file}", export.target.name))
        current = look()
        self.title = Words(current, TITLE, bold=True, wrap=True, parent=self)
        self.hint = Words(
            current,
            role="ink2",
            wrap=True,
            parent=self,
        )
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setHeaderLabels([self.tr("Found"), self.tr("Where"), self.tr("Times")])
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        self.list.installEventFilter(self)
        self.redact_button = QPushButton(self.tr("Redact this passage"), self)
        self.so_button = QPushButton(self.tr("Write it so"), self)
        self.display_button = QPushButton(self.tr("Write with display ids"), self)
        self.display_button.setProperty("kind", "filled")  # before the box polishes it
        self._lay_out()
        self.list.currentItemChanged.connect(lambda *_: self._enable())
        self.list.itemActivated.connect(lambda item, _column: self._open(item))
        self.list.itemClicked.connect(lambda item, _column: self._open(item))
        self.list.itemExpanded.connect(self._expanded)
        self.redact_button.clicked.connect(self._redact)
        self.so_button.clicked.connect(lambda: self._write(False))
        self.display_button.clicked.connect(self._write_with_ids)
        bridge.followed.connect(self._stepped)
        resize(self, current.px(700), current.px(560))
        self.list.header().resizeSection(1, self.width() * 2 // 5)
        self._show()

    def _lay_out(self) -> None:
        px = look().px
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.list.headerItem().setTextAlignment(2, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout()
        row.addWidget(self.redact_button)
        row.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self.so_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.display_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        for button in (self.so_button, self.redact_button, buttons.button(QDialogButtonBox.StandardButton.Cancel)):
            button.setAutoDefault(False)
        down = QVBoxLayout(self)
        down.setContentsMargins(px(16), px(16), px(16), px(12))
        down.setSpacing(px(8))
        down.addWidget(self.title)
        down.addWidget(self.hint)
        down.addWidget(self.list, 1)
        down.addLayout(row)
        down.addWidget(buttons)

    # ── what was found ──
    def _stepped(self, step: Step) -> None:
        """Something was redacted, coded or named: look through it again, once for what is done in one go."""
        if step.touches(*_FOLLOWED):
            self._drop_check()
            self._later.start()

    def _check_again(self) -> None:
        export = self._export
        self._task = self._bridge.run(
            lambda project, progress: export.check(project, progress, False), self._checked, long=True
        )

    def _checked(self, leaving: Leaving) -> None:
        self._leaving = leaving
        self._show()

    def _drop_check(self) -> None:
        """What is being looked through is not so any more, or nobody waits for it."""
        self._later.stop()
        if self._task is not None and isValid(self._task):
            self._task.cancel()
        self._task = None

    def done(self, code: int) -> None:
        self._drop_check()
        super().done(code)

    def _show(self) -> None:
        leaving = self._leaving
        self.title.setText(summary(leaving))
        hint = (
            self.tr("Nothing is written yet. Names within what people say stay unless you redact them.")
            if leaving.found
            else self.tr("Nothing is written yet.")
        )
        self.hint.setText(f"{self._problem}\n{hint}" if self._problem else hint)
        kept = self._key(self.list.currentItem())
        open_ones = {self._key(item) for item in self._items() if item.isExpanded()}
        self.list.clear()
        for kind in KINDS:
            found = [one for one in leaving.found if one.kind == kind]
            if found:
                group = self._group(kind_title(kind), len(found))
                for one in found:
                    self._row(group, one)
        if leaving.redacted:
            title = self.tr("Redacted: {mark} is printed").replace("{mark}", REDACTED)
            group = self._group(title, len(leaving.redacted))
            self._add_places(group, leaving.redacted)
        for item in self._items():
            item.setExpanded(item.parent() is None or self._key(item) in open_ones)
            if kept and self._key(item) == kept:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.topLevelItemCount():
            self.list.setCurrentItem(self.list.topLevelItem(0).child(0))
        self._ask_around()
        self._enable()

    def _items(self) -> Iterable[QTreeWidgetItem]:
        for number in range(self.list.topLevelItemCount()):
            group = self.list.topLevelItem(number)
            yield group
            for place in range(group.childCount()):
                yield group.child(place)

    @staticmethod
    def _key(item: QTreeWidgetItem | None) -> tuple[str, str]:
        if item is None:
            return "", ""
        return (item.parent().text(0) if item.parent() is not None else ""), item.text(0)

    def _group(self, title: str, number: int) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.list, [title, "", f"{number:,}"])
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self.list.font()
        font.setBold(True)
        group.setFont(0, font)
        group.setTextAlignment(2, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        return group

    def _row(self, group: QTreeWidgetItem, one: Found) -> None:
        where = ", ".join(dict.fromkeys(place_title(place.where) for place in one.places))
        item = self._item(group, one.name, where, one.times, one.places)
        if len([place for place in one.places if place.document is not None]) > 1:
            item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)

    def _item(
        self, above: QTreeWidgetItem, name: str, where: str, times: int, places: tuple[Place, ...]
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above, [" ".join(name.split()), where, f"{times:,}"])
        item.setData(0, _PLACES, places)
        item.setTextAlignment(2, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        item.setToolTip(0, name)
        item.setToolTip(1, where)
        return item

    def _expanded(self, item: QTreeWidgetItem) -> None:
        """The places of a name are listed when somebody opens it."""
        places = item.data(0, _PLACES)
        if item.parent() is not None and places and not item.childCount():
            self._add_places(item, places)
            self._ask_around()

    def _add_places(self, above: QTreeWidgetItem, places: tuple[Place, ...]) -> None:
        there = [place for place in places if place.document is not None]
        for place in there[:_MOST_PLACES]:
            words = self._context.get(place, "…")
            name = self._leaving.documents.get(place.document, "")
            where = name if place.where == TEXT else f"{place_title(place.where)} · {name}"
            self._item(above, words, where, place.times, (place,)).setData(0, _PASSAGE, True)
        if len(there) > _MOST_PLACES:
            more = QTreeWidgetItem(above, [self.tr("and %n more", "", len(there) - _MOST_PLACES)])
            more.setFlags(Qt.ItemFlag.ItemIsEnabled)

    # ── display ids, and the words around ──
    def _listed_places(self) -> list[tuple[QTreeWidgetItem, Place]]:
        """The rows that stand for one passage, whose words are to be shown."""
        rows = [item.child(number) for item in self._items() for number in range(item.childCount())]
        places = [(row, row.data(0, _PLACES) or ()) for row in rows if row.data(0, _PASSAGE)]
        return [(row, found[0]) for row, found in places]

    def _ask_around(self) -> None:
        """The rows are read here, in the window's thread; the question is answered in another one."""
        places = [place for _, place in self._listed_places()]
        self._bridge.ask(lambda read: self._question(read, places), self._arrived)

    def _question(self, read: Reading, places: list[Place]) -> tuple[dict[str, list[str]], dict[Place, str]]:
        called = {one.label for one in read.where("speaker_name")}
        cases = {case.name: case.display for case in read.cases()}
        names = {kind: [one.name for one in self._leaving.found if one.kind == kind] for kind in (CASE, SPEAKER)}
        nameless = {
            CASE: [name for name in names[CASE] if name in cases and not cases[name]],
            SPEAKER: [label for label in names[SPEAKER] if label not in called],
        }
        documents = {one.id: one for one in read.documents()}
        context = {}
        for place in places:
            document = documents.get(place.document)
            if document is not None:
                context[place] = _around(read.text(document), place.start, place.end)
        return nameless, context

    def _arrived(self, answer: tuple[dict[str, list[str]], dict[Place, str]]) -> None:
        if not isValid(self):
            return
        self._nameless, self._context = answer[0], {**self._context, **answer[1]}
        for item, place in self._listed_places():
            words = self._context.get(place)
            if words:
                item.setText(0, words)
                item.setToolTip(0, words)
        self._enable()

    # ── going on ──
    def _places(self) -> tuple[Place, ...]:
        item = self.list.currentItem()
        places = item.data(0, _PLACES) if item is not None else None
        return tuple(place for place in places or () if place.document is not None)

    def _enable(self) -> None:
        passages = len({(one.document, one.start, one.end) for one in self._places() if one.where == TEXT})
        writes = not self._bridge.project.read_only
        hidden = set(self._leaving.redacted)
        open_ones = passages and not hidden.issuperset(self._places())
        self.redact_button.setEnabled(bool(open_ones and writes))
        self.redact_button.setText(
            self.tr("Redact these %n passages", "", passages) if passages > 1 else self.tr("Redact this passage")
        )
        nameless = sum(map(len, self._nameless.values()))
        named = any(one.kind in (CASE, SPEAKER) for one in self._leaving.found)
        self.display_button.setVisible(named and (writes or not nameless))
        self.display_button.setText(
            self.tr("Give %n display id(s) and write", "", nameless) if nameless else self.tr("Write with display ids")
        )

    def _open(self, item: QTreeWidgetItem) -> None:
        places = item.data(0, _PLACES)
        place = next((one for one in places or () if one.document is not None), None)
        if place is not None:
            self.passage_wanted.emit(place.document, place.start, place.end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in the list shows the passage and does not press a button."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in enter:
            item = self.list.currentItem()
            if item is not None:
                self._open(item)
            return True
        return super().eventFilter(watched, event)

    def _redact(self) -> None:
        passages = dict.fromkeys((one.document, one.start, one.end) for one in self._places() if one.where == TEXT)

        def done(_made: Any, step: Step | None) -> None:
            if step is not None and isValid(self):
                words = self.tr("%n passage(s) redacted: {mark} is printed.", "", len(passages))
                self.said.emit(words.replace("{mark}", REDACTED), step.number)

        self._bridge.act(redactions.redact_passages, list(passages), then=done, failed=self._bridge.failed.emit)

    def _write_with_ids(self) -> None:
        """Who was found and has no display id gets one first."""
        cases, labels = self._nameless[CASE], self._nameless[SPEAKER]

        def write(_made: object = None) -> None:
            if isValid(self):
                self._write(True)

        self.setEnabled(False)
        speakers = display_names.SPEAKERS
        self._give(display_names.CASES, cases, lambda _made=None: self._give(speakers, labels, write))

    def _give(self, what: str, names: list[str], then: Callable[..., None]) -> None:
        """Give display ids to those who have none, and go on."""

        def failed(error: Exception) -> None:
            self._bridge.failed.emit(error)
            if isValid(self):
                self.setEnabled(True)

        if names:
            give = display_names.give_displays
            self._bridge.do(give, display_names.PATTERN, what, names, then=then, failed=failed)
        else:
            then()

    def _write(self, display_ids: bool) -> None:
        self.write_wanted.emit(display_ids)
        self.accept()


def _around(text: str, start: int, end: int) -> str:
    """A passage with a few whole words on either side, on one line."""
    low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
    if low:
        low = start - len(text[low:start].partition(" ")[2]) if " " in text[low:start] else low
    if high < len(text):
        high = end + len(text[end:high].rpartition(" ")[0]) if " " in text[end:high] else high
    words = " ".join(text[low:high].split())
    return f"{'…' if low else ''}{words}{'…' if high < len(text) else ''}"
