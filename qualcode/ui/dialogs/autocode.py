"""Autocoding: a rule, the passages it means with tick boxes, a code; written in one step when the user says so."""

import time
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...app.autocoding import Coded, autocode, autocode_new, carried, propose
from ...app.places import speakers_of
from ...app.search import Hit
from ...app.units import prepare, prepared
from ...domain.autocoding import Autocoding
from ...domain.codebook import Codebook
from ...domain.errors import QualcodeError
from ...domain.folding import fold
from ...domain.history import Step
from ...domain.progress import Progress
from ...domain.queries import Scope
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import META, look, resize
from ..marks import mark_icon
from ..parts.field_icon import ClearCross
from ..parts.form_area import FormArea
from ..tasks import Task
from ..translation import say
from .autocode_list import ProposalList, ProposalRows

FIRST_PAGE, PAGE = 100, 3_000  # passages after which a page ends with its document
FIRST_SECONDS = 0.06  # after which the first page ends with what there is
TYPING = 200  # milliseconds after the last key
_SPEAKERS, _QUESTION, _MARKS = "speaker", "question", "marks"
RULES = (
    ("words", QT_TRANSLATE_NOOP("AutocodeDialog", "Whole words")),
    ("beginnings", QT_TRANSLATE_NOOP("AutocodeDialog", "Beginnings of words")),
    ("lemma", QT_TRANSLATE_NOOP("AutocodeDialog", "All forms of words")),
    ("substring", QT_TRANSLATE_NOOP("AutocodeDialog", "Anywhere in words")),
    ("regex", QT_TRANSLATE_NOOP("AutocodeDialog", "Regular expression")),
    (_SPEAKERS, QT_TRANSLATE_NOOP("AutocodeDialog", "All turns of a speaker")),
    (_QUESTION, QT_TRANSLATE_NOOP("AutocodeDialog", "Answers to a question")),
    (_MARKS, QT_TRANSLATE_NOOP("AutocodeDialog", "Everything between two marks")),
)
UNITS = (
    ("match", QT_TRANSLATE_NOOP("AutocodeDialog", "only what was found")),
    ("sentence", QT_TRANSLATE_NOOP("AutocodeDialog", "the sentence around it")),
    ("turn", QT_TRANSLATE_NOOP("AutocodeDialog", "the turn around it")),
    ("paragraph", QT_TRANSLATE_NOOP("AutocodeDialog", "the paragraph around it")),
)


@dataclass(frozen=True, slots=True)
class _Page:
    """Whole documents of passages; `last` is the document to go on after, None at the end."""

    hits: list[Hit]
    had: list[bool]
    last: UUID | None


class AutocodeDialog(QDialog):
    """Shows what a rule would code before anything is written."""

    coded = Signal(object, object)  # Coded, and the step (None: nothing was changed)

    def __init__(
        self,
        bridge: Bridge,
        scope: Scope | None = None,
        text: str = "",
        kind: str = "words",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Autocode"))
        whole = scope or Scope()
        self._bridge, self._scope = bridge, Scope(whole.documents, whole.coders, parts=whole.parts)
        self._task: Task | None = None
        self._marking: Task | None = None
        self._rule: Autocoding | None = None
        self._last: UUID | None = None
        self._more = self._writing = False
        self._problem = ""
        self._codebook = Codebook([])
        self._make_rule(text, kind)
        self._make_list()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING)
        self._timer.timeout.connect(self._begin)
        for field in (self.text, self.until):
            field.textChanged.connect(lambda _text: self._timer.start())
        for choice in (self.unit, self.inside):
            choice.currentIndexChanged.connect(lambda _index: self._begin())
        for box in (self.first, self.marks):
            box.toggled.connect(lambda _on: self._begin())
        self.kind.currentIndexChanged.connect(lambda _index: self._kind_chosen())
        self.speakers.itemChanged.connect(lambda _item: self._timer.start())
        self.code.currentTextChanged.connect(lambda _text: self._code_chosen())
        self.rows.ticked.connect(self._say)
        bridge.ask(_choices, self._got_choices)
        bridge.run(lambda _project, _progress: prepare())  # what cuts sentences takes seconds to load
        self._show_fields()
        self._say()
        self.text.setFocus()

    # ── making ──
    def _make_rule(self, text: str, kind: str) -> None:
        self.kind = QComboBox(self)
        for key, name in RULES:
            self.kind.addItem(self.tr(name), key)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.kind.setAccessibleName(self.tr("What to find"))
        self.text = QLineEdit(text, self)
        ClearCross(self.text)
        self.until = QLineEdit(self)
        ClearCross(self.until)
        self.until.setPlaceholderText(self.tr("empty: the next beginning, or the end of the document"))
        self.speakers = QListWidget(self)
        self.speakers.setAccessibleName(self.tr("Speakers"))
        self.unit = QComboBox(self)
        for key, name in UNITS:
            self.unit.addItem(self.tr(name), key)
        self.unit.setAccessibleName(self.tr("What is coded"))
        self.marks = QCheckBox(self)
        self.first = QCheckBox(self.tr("Only the first in each document"), self)
        self.inside = QComboBox(self)
        self.inside.setAccessibleName(self.tr("Inside the code"))
        self.inside.addItem(self.tr("everywhere"), None)
        self.code = QComboBox(self)
        self.code.setEditable(True)
        self.code.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.code.setAccessibleName(self.tr("Code"))
        self.code.lineEdit().setPlaceholderText(self.tr("Name of a code, known or new"))
        self.code.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.code.completer().setCompletionMode(self.code.completer().CompletionMode.PopupCompletion)

    def _make_list(self) -> None:
        self.rows = ProposalRows(self)
        self.list = ProposalList(self.rows, self)
        self.list.setAccessibleName(self.tr("Passages that would be coded"))
        self.list.setMinimumHeight(look().px(120))
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.state.setFont(look().font(META))
        self.all_button = QPushButton(self.tr("All"), self)
        self.none_button = QPushButton(self.tr("None"), self)
        for button, on, tip in (
            (self.all_button, True, self.tr("Tick all passages")),
            (self.none_button, False, self.tr("Tick none; then choose single passages or documents")),
        ):
            button.setProperty("kind", "quiet")
            button.setAutoDefault(False)
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(lambda _checked=False, on=on: self.rows.tick_all(on))

    def _lay_out(self) -> None:
        px = look().px
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(px(12))
        self.form.setVerticalSpacing(px(8))
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # in large letters a label stands above
        self.speakers.setMaximumHeight(px(96))
        self.form.addRow(self.tr("Find"), self.kind)
        self.text_label, self.speakers_label = QLabel(self), QLabel(self)
        self.form.addRow(self.speakers_label, self.speakers)
        self.form.addRow(self.text_label, self.text)
        self.form.addRow(self.tr("Until (regular expression)"), self.until)
        self.form.addRow(self.tr("What is coded"), self.unit)
        self.form.addRow("", self.marks)
        self.form.addRow("", self.first)
        self.form.addRow(self.tr("Inside the code"), self.inside)
        bar = QHBoxLayout()
        bar.addWidget(self.state, 1)
        bar.addWidget(self.all_button)
        bar.addWidget(self.none_button)
        with_code = QHBoxLayout()
        label = QLabel(self.tr("With the code"), self)
        label.setBuddy(self.code)
        with_code.addWidget(label)
        with_code.addWidget(self.code, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "filled")  # before the box polishes it
        buttons.addButton(self.button, QDialogButtonBox.ButtonRole.AcceptRole)
        for button in buttons.buttons():  # Enter in a field looks again and writes nothing
            button.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(12))
        layout.setSpacing(px(12))
        layout.addWidget(FormArea(self.form, px(72), self))
        layout.addLayout(bar)
        layout.addWidget(self.list, 1)
        layout.addLayout(with_code)
        layout.addWidget(buttons)
        resize(self, px(720), px(700))

    def limit(self, scope: Scope) -> None:
        """Obey the window's filter: only in its documents and what its coders coded."""
        limited = Scope(scope.documents, scope.coders, parts=scope.parts)
        if limited != self._scope:
            self._scope = limited
            self._begin()

    # ── what can be chosen ──
    def _got_choices(self, answer: tuple[Codebook, list[str]]) -> None:
        self._codebook, speakers = answer
        dark = look().current.dark
        self.code.blockSignals(True)
        for key, path in self._codebook.paths().items():
            code = self._codebook.by_id[key]
            picture = mark_icon(code.color, code.kind, dark, look().px(16))
            self.inside.addItem(picture, path, key)
            self.code.addItem(picture, path, key)
        self.code.setCurrentIndex(-1)
        self.code.setEditText("")
        self.code.blockSignals(False)
        self.speakers.blockSignals(True)
        for name in speakers:
            item = QListWidgetItem(name, self.speakers)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.speakers.blockSignals(False)
        self._begin()

    def _kind_chosen(self) -> None:
        self._show_fields()
        self._begin()

    def _show_fields(self) -> None:
        kind = self.kind.currentData()
        spoken = kind in (_SPEAKERS, _QUESTION)
        self.form.setRowVisible(self.speakers, spoken)
        self.form.setRowVisible(self.text, kind != _SPEAKERS)
        self.form.setRowVisible(self.until, kind == _MARKS)
        self.form.setRowVisible(self.unit, not spoken and kind != _MARKS)
        self.form.setRowVisible(self.marks, kind in (_QUESTION, _MARKS))
        self.speakers_label.setText(self.tr("Who asks") if kind == _QUESTION else self.tr("Who speaks"))
        self.text_label.setText(
            self.tr("Question with the words (empty: every question)")
            if kind == _QUESTION
            else self.tr("From (regular expression)")
            if kind == _MARKS
            else self.tr("Words")
        )
        self.text_label.setWordWrap(True)
        self.text.setAccessibleName(self.text_label.text())
        self.marks.setText(self.tr("With the question") if kind == _QUESTION else self.tr("With the marks"))

    @property
    def rule(self) -> Autocoding | None:
        """The rule as it is set; None while something is missing."""
        kind = self.kind.currentData()
        spoken = kind in (_SPEAKERS, _QUESTION)
        items = [self.speakers.item(row) for row in range(self.speakers.count())]
        speakers = tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked) if spoken else ()
        text = "" if kind == _SPEAKERS else self.text.text()
        if (spoken and not speakers) or (kind not in (_SPEAKERS, _QUESTION) and not text.strip()):
            return None
        return Autocoding(
            kind,
            text,
            until=self.until.text() if kind == _MARKS else "",
            speakers=speakers,
            unit="match" if spoken or kind == _MARKS else self.unit.currentData(),
            marks=self.marks.isChecked() and kind in (_QUESTION, _MARKS),
            first=self.first.isChecked(),
            inside=self.inside.currentData(),
            scope=self._scope,
        )

    @property
    def known_code(self) -> UUID | None:
        """The code that is named; None for a new one, or none yet."""
        written = self.code.currentText().strip()
        paths = self._codebook.paths()
        exact = [key for key, path in paths.items() if path == written]
        same = exact or [key for key in paths if fold(self._codebook.by_id[key].name) == fold(written)]
        return same[0] if len(same) == 1 else None

    # ── proposing ──
    def _begin(self) -> None:
        self._timer.stop()
        if self._task is not None and self._task.running:
            self._task.cancel()
        self._task, self._last, self._problem = None, None, ""
        self.rows.clear()
        self._rule = self.rule
        self._more = self._rule is not None
        self._go_on()
        self._say()

    def _go_on(self) -> None:
        rule, after, code = self._rule, self._last, self.known_code
        if rule is None or not self._more:
            return
        enough = FIRST_PAGE if after is None else max(PAGE, len(self.rows.places))  # ever fewer, ever longer pages

        def propose_further(project: Any, progress: Progress) -> _Page:
            progress.tick(0, 0)
            hits: list[Hit] = []
            last = None
            soon = time.monotonic() + FIRST_SECONDS if after is None else None
            for hit in propose(project, rule, progress, after):
                full = len(hits) >= enough or (hits and soon is not None and time.monotonic() > soon)
                if full and hit.document.id != hits[-1].document.id:
                    last = hits[-1].document.id
                    break
                hits.append(hit)
            with project.read() as read:
                return _Page(hits, _had(read, hits, code, project.coder), last)

        self._task = self._bridge.run(propose_further, self._found, self._failed, self.tr("Looking for passages"))

    def _found(self, page: _Page) -> None:
        self._task, self._last, self._more = None, page.last, page.last is not None
        self.rows.add(page.hits, page.had)
        self._go_on()
        self._say()

    def _failed(self, error: Exception) -> None:
        self._task, self._more = None, False
        if isinstance(error, QualcodeError):
            self._problem = say(error)
        else:
            self._bridge.failed.emit(error)
        self._say()

    def _code_chosen(self) -> None:
        """See anew what carries the code already."""
        code, hits, coder = self.known_code, self.rows.hits, self._bridge.project.coder
        self._say()
        if self._marking is not None and self._marking.running:
            self._marking.cancel()
        if hits:
            self._marking = self._bridge.ask(lambda read: _had(read, hits, code, coder), self.rows.mark)

    # ── saying ──
    def _say(self) -> None:
        number, total, had = self.rows.number, len(self.rows.places), self.rows.had.count(1)
        if self._problem:
            text = self._problem
        elif self._rule is None:
            spoken = self.kind.currentData() in (_SPEAKERS, _QUESTION)
            text = self.tr("Tick who speaks.") if spoken else self.tr("Type what to look for.")
        elif not total:
            loading = self._rule.unit == "sentence" and not prepared()
            text = self.tr("Loading the rules for sentences…") if loading else self.tr("Looking…")
            text = text if self._more else self.tr("Nothing found.")
        else:
            text = self.tr("{number} of {all} ticked").replace("{number}", str(number)).replace("{all}", str(total))
            if had:
                text += " · " + self.tr("%n with the code already", "", had)
            if self._more:
                text += " · " + self.tr("looking for more…")
        self.state.setText(text)
        self.button.setText(self.tr("Code %n passage(s)", "", number))
        named = bool(self.code.currentText().strip())
        self.button.setEnabled(number > 0 and named and not self._more and not self._writing)

    # ── writing ──
    def accept(self) -> None:
        name, rule = self.code.currentText().strip(), self._rule
        if not self.button.isEnabled() or rule is None:
            return
        code = self.known_code
        hits = list(self.rows.chosen)
        self._writing = True
        self._say()

        def job(project: Any) -> Coded:
            if code is not None:
                return autocode(project, code, hits, rule, nested=False)
            return autocode_new(project, name, hits, rule)

        self._bridge.act(job, then=self._coded, failed=self._refused)

    def _coded(self, made: Coded, step: Step | None) -> None:
        self.coded.emit(made, step)
        if self.isHidden():
            self.deleteLater()
        else:
            super().accept()

    def _refused(self, error: Exception) -> None:
        self._writing = False
        self.show()  # closed meanwhile, it says what became of it
        self._failed(error)

    def reject(self) -> None:
        """Close; what is being written is written, and said afterwards."""
        if self._writing:
            self.hide()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._writing:
            event.ignore()
            self.hide()
        else:
            super().closeEvent(event)

    def done(self, result: int) -> None:
        for task in (self._task, self._marking):
            if task is not None and task.running:
                task.cancel()
        self._timer.stop()
        super().done(result)


def _choices(read: Reading) -> tuple[Codebook, list[str]]:
    return read.codebook, speakers_of(read, read.documents())


def _had(read: Reading, hits: list[Hit], code: UUID | None, coder: str) -> list[bool]:
    """Of each passage whether the coder gave it this code already."""
    if code is None:
        return [False] * len(hits)
    there = carried(read, code, coder)
    return [hit.document.id in there and there[hit.document.id].hold(hit.start, hit.end) for hit in hits]
