"""The speakers of a document as cases: each gets one, new or known; who asks the questions is left out."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ...app import cases as actions
from ...app.previews import Voice, voices
from ...domain.documents import Document
from ...domain.history import Step
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import look, resize
from ..reader.blocks import is_asking
from ..views.ground import Words

SPEAKER, TURNS, CASE = range(3)


@dataclass(frozen=True, slots=True)
class _Answer:
    documents: list[Document]
    document: Document | None
    voices: list[Voice]
    cases: list[str]
    known: dict[str, str]  # the case of a speaker

    @property
    def key(self) -> UUID | None:
        """The document it is about."""
        return None if self.document is None else self.document.id

    @property
    def about(self) -> tuple[object, ...]:
        """All that the table shows."""
        return self.key, self.voices, self.cases, self.known

    def proposal(self, speaker: str) -> tuple[bool, str]:
        """Whether a speaker is ticked, and the case."""
        ticked = speaker in self.known or (not is_asking(speaker) and not self.known)
        return ticked, self.known.get(speaker) or _likely(speaker, self.cases)


class SpeakerCases(QDialog):
    """Ticked speakers belong to the case named beside them; one that is not ticked belongs to none."""

    said = Signal(str, object)  # a sentence, and the number of the step that can be undone (None: none)
    rule_wanted = Signal(object)  # a document whose speakers are to be corrected

    def __init__(self, bridge: Bridge, document: UUID | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Speakers as cases"))
        self._bridge, self._document = bridge, document
        self._answer: _Answer | None = None
        self.documents = QComboBox(self)
        self.documents.setAccessibleName(self.tr("Document"))
        self.documents.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.table = QTableWidget(0, 3, self)
        self.table.setAccessibleName(self.tr("Speakers"))
        self.table.setHorizontalHeaderLabels([self.tr("Speaker"), self.tr("Turns"), self.tr("Case")])
        self.words = Words(look(), role="ink2", wrap=True, parent=self)
        self.rule_button = QPushButton(self.tr("Correct the speakers…"), self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save = QPushButton(self.tr("Save"), self)
        self.save.setProperty("kind", "filled")
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.rule_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self.documents.activated.connect(lambda _row: self._choose(self.documents.currentData()))
        self.table.itemChanged.connect(self._ticked)
        self.rule_button.clicked.connect(lambda: self.rule_wanted.emit(self._document))
        bridge.followed.connect(self._stepped)
        self._load()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        px = look().px
        table = self.table
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(px(42))
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = table.horizontalHeader()
        header.setSectionResizeMode(SPEAKER, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(TURNS, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(CASE, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        down = QVBoxLayout(self)
        down.setContentsMargins(px(16), px(16), px(16), px(12))
        down.setSpacing(px(8))
        for widget in (self.documents, self.words):
            down.addWidget(widget)
        down.addWidget(table, 1)
        down.addWidget(buttons)
        resize(self, px(600), px(440))

    # ── reading ──
    def _stepped(self, step: Step) -> None:
        if step.touches("document"):
            self._load()

    def _choose(self, document: UUID | None) -> None:
        self._document = document
        self._load()

    def _load(self) -> None:
        self._bridge.ask(self._question, self._arrived)

    def _question(self, read: Reading) -> _Answer:
        documents = [document for document in read.documents() if document.speakers or document.id == self._document]
        document = next((one for one in documents if one.id == self._document), None)
        if document is None:
            # of those that nobody was told about, the one that is most like a focus group
            told = {one.document for one in read.assignments() if one.speaker}
            document = next((one for one in documents if one.id not in told), next(iter(documents), None))
        if document is None:
            return _Answer(documents, None, [], [], {})
        cases = {case.id: case.name for case in read.cases()}
        known = {one.speaker: cases[one.case] for one in read.assignments(document=document.id) if one.speaker}
        found = voices(read.text(document), document.speakers)
        return _Answer(documents, document, found, list(cases.values()), known)

    def _arrived(self, answer: _Answer) -> None:
        before, self._answer = self._answer, answer
        self._document = None if answer.document is None else answer.document.id
        if before is None or before.documents != answer.documents:
            self.documents.clear()
            for document in answer.documents:
                self.documents.addItem(document.name, document.id)
        self.documents.setCurrentIndex(self.documents.findData(self._document))
        if before is None or before.about != answer.about:
            self._fill(answer, {} if before is None or before.key != answer.key else self._changed(before))

    def _changed(self, answer: _Answer) -> dict[str, tuple[bool, str]]:
        """What somebody has ticked and written beside what was proposed."""
        rows = range(self.table.rowCount())
        shown = {
            self.table.item(row, SPEAKER).text(): (self._is_ticked(row), self.table.cellWidget(row, CASE).currentText())
            for row in rows
        }
        proposed = {voice.name: answer.proposal(voice.name) for voice in answer.voices}
        return {name: said for name, said in shown.items() if said != proposed.get(name)}

    def _fill(self, answer: _Answer, changed: dict[str, tuple[bool, str]]) -> None:
        self.words.setText(
            self.tr("Each ticked speaker belongs to a case; filters and analyses then count only their own turns.")
            if answer.voices
            else self.tr("No speakers are known here. Correct them first.")
        )
        self.rule_button.setEnabled(answer.document is not None)
        self.table.blockSignals(True)
        self.table.setRowCount(len(answer.voices))
        for row, voice in enumerate(answer.voices):
            self._fill_row(row, voice, answer.cases, *changed.get(voice.name, answer.proposal(voice.name)))
        self.table.blockSignals(False)
        self._enable()

    def _fill_row(self, row: int, voice: Voice, cases: list[str], ticked: bool, case: str) -> None:
        item = QTableWidgetItem(voice.name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        item.setToolTip(self.tr("Asks the questions") if is_asking(voice.name) else voice.words)
        self.table.setItem(row, SPEAKER, item)
        turns = QTableWidgetItem(f"{voice.turns:,}")
        turns.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItem(row, TURNS, turns)
        field = QComboBox(self.table)
        field.setEditable(True)
        field.setAccessibleName(self.tr("Case of {speaker}").replace("{speaker}", voice.name))
        field.addItems(cases)
        field.setCurrentIndex(-1)
        field.setEditText(case)
        field.setEnabled(ticked)
        field.editTextChanged.connect(lambda _text: self._enable())
        self.table.setCellWidget(row, CASE, field)

    def _ticked(self, item: QTableWidgetItem) -> None:
        if item.column() == SPEAKER:
            self.table.cellWidget(item.row(), CASE).setEnabled(item.checkState() == Qt.CheckState.Checked)
            self._enable()

    def _enable(self) -> None:
        names = self.names()
        known = self._answer.known if self._answer else {}
        ticked = [row for row in range(self.table.rowCount()) if self._is_ticked(row)]
        named = all(self.table.cellWidget(row, CASE).currentText().strip() for row in ticked)
        changed = any(known.get(speaker, "") != name for speaker, name in names.items())
        self.save.setEnabled(named and changed and not self._bridge.project.read_only)

    def _is_ticked(self, row: int) -> bool:
        return self.table.item(row, SPEAKER).checkState() == Qt.CheckState.Checked

    # ── doing ──
    def names(self) -> dict[str, str]:
        """The case of every speaker, "" for none."""
        return {
            self.table.item(row, SPEAKER).text(): (
                self.table.cellWidget(row, CASE).currentText().strip() if self._is_ticked(row) else ""
            )
            for row in range(self.table.rowCount())
        }

    def accept(self) -> None:
        """Say whose turns belong to whom, as one step."""
        names = self.names()
        number = sum(1 for name in names.values() if name)

        def done(_made: Any, step: Step | None) -> None:
            if not isValid(self):
                return
            if step is not None:
                self.said.emit(self.tr("%n speaker(s) belong to cases now.", "", number), step.number)
            self.done(QDialog.DialogCode.Accepted)

        def failed(error: Exception) -> None:
            self._bridge.failed.emit(error)
            if isValid(self):
                self._enable()

        self.save.setEnabled(False)
        self._bridge.act(actions.speakers_to_cases, self._document, names, then=done, failed=failed)


def _likely(speaker: str, cases: list[str]) -> str:
    """The case whose name is the speaker's, however it is written, else a new one of that name."""
    same = speaker.strip(" :：").casefold()
    return next((name for name in cases if name.casefold() == same), speaker.strip(" :："))
