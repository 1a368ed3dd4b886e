"""The cases a document belongs to, and what is known about each of them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...app import cases as actions
from ...app import previews
from ...domain.cases import VARIABLE_TYPES, Assignment, Case, Variable
from ...domain.documents import Document
from ...domain.history import Step
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import META, look, resize

_RECORD = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Answer:
    document: Document
    cases: list[Case]
    assignments: list[Assignment]
    variables: list[Variable]
    values: dict[tuple[UUID, UUID], str]  # by case and variable
    speakers: list[str]


class CasesDialog(QDialog):
    """Assigns a document, or its speakers, to cases and edits their variables; each act is a step of its own."""

    def __init__(self, bridge: Bridge, document: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._document = bridge, document
        self._answer: _Answer | None = None
        self.setWindowTitle(self.tr("Cases"))
        self._make_assignments()
        self._make_variables()
        self._lay_out()
        bridge.followed.connect(self._stepped)
        self._load()

    # ── making ──
    def _make_assignments(self) -> None:
        self.assigned = _table(self, [self.tr("Case"), self.tr("What belongs to it")], self.tr("Cases of the document"))
        self.assigned.itemSelectionChanged.connect(self._show_values)
        self.case = QComboBox(self)
        self.case.setEditable(True)
        self.case.setAccessibleName(self.tr("Case"))
        self.case.lineEdit().setPlaceholderText(self.tr("Name of a case, known or new"))
        self.part = QComboBox(self)
        self.part.setAccessibleName(self.tr("What belongs to it"))
        self.assign_button = QPushButton(self.tr("Assign"), self)
        self.assign_button.clicked.connect(self.assign)
        self.speakers_button = QPushButton(self.tr("Make each speaker a case"), self)
        self.speakers_button.clicked.connect(self.speakers_become_cases)
        self.out_button = QPushButton(self.tr("Take out"), self)
        self.out_button.clicked.connect(self.take_out)

    def _make_variables(self) -> None:
        self.values_title = QLabel(self)
        self.values_title.setFont(look().font(META, bold=True))
        self.values = _table(
            self, [self.tr("Variable"), self.tr("Type"), self.tr("Value")], self.tr("Variables of the case")
        )
        self.variable = QLineEdit(self)
        self.variable.setPlaceholderText(self.tr("New variable"))
        self.variable.setAccessibleName(self.tr("New variable"))
        self.type = QComboBox(self)
        self.type.setAccessibleName(self.tr("Type of the variable"))
        for kind, title in zip(VARIABLE_TYPES, self._types(), strict=True):
            self.type.addItem(title, kind)
        self.add_button = QPushButton(self.tr("Add variable"), self)
        self.add_button.clicked.connect(self.add_variable)
        self.variable.returnPressed.connect(self.add_variable)

    def _types(self) -> tuple[str, ...]:
        return self.tr("Text"), self.tr("Number"), self.tr("Date"), self.tr("Yes or no"), self.tr("Choice")

    def _lay_out(self) -> None:
        px = look().px
        choose = QHBoxLayout()
        choose.addWidget(self.case, 3)
        choose.addWidget(self.part, 2)
        choose.addWidget(self.assign_button)
        more = QHBoxLayout()
        more.addWidget(self.speakers_button)
        more.addStretch(1)
        more.addWidget(self.out_button)
        add = QHBoxLayout()
        add.addWidget(self.variable, 3)
        add.addWidget(self.type, 2)
        add.addWidget(self.add_button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(12))
        layout.setSpacing(px(8))
        layout.addWidget(self.assigned, 2)
        layout.addLayout(choose)
        layout.addLayout(more)
        layout.addSpacing(px(8))
        layout.addWidget(self.values_title)
        layout.addWidget(self.values, 3)
        layout.addLayout(add)
        layout.addWidget(buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        resize(self, px(560), px(600))

    # ── reading ──
    def _stepped(self, step: Step) -> None:
        if step.touches("case", "assignment", "variable", "value", "document"):
            self._load()

    def _load(self) -> None:
        self._bridge.ask(self._question, self._arrived)

    def _question(self, read: Reading) -> _Answer | None:
        document = read.by_id("document", self._document)
        if document is None:
            return None
        voices = previews.voices(read.text(document), document.speakers)
        return _Answer(
            document,
            read.cases(),
            read.assignments(document=document.id),
            read.variables(),
            {(value.case, value.variable): value.text for value in read.values()},
            [voice.name for voice in voices],
        )

    def _arrived(self, answer: _Answer | None) -> None:
        if answer is None:
            self.reject()
            return
        chosen = self._chosen_case()
        self._answer = answer
        self.setWindowTitle(self.tr("Cases of {name}").replace("{name}", answer.document.name))
        names = {case.id: case.name for case in answer.cases}
        typed = self.case.currentText()
        self.case.clear()
        self.case.addItems([case.name for case in answer.cases])
        self.case.setCurrentText(typed)
        self.part.clear()
        self.part.addItem(self.tr("the whole document"), "")
        for speaker in answer.speakers:
            self.part.addItem(self._spoken_by(speaker), speaker)
        self.speakers_button.setEnabled(bool(answer.speakers))
        self.assigned.blockSignals(True)
        self.assigned.setRowCount(len(answer.assignments))
        wanted = 0
        for row, assignment in enumerate(answer.assignments):
            item = QTableWidgetItem(names[assignment.case])
            item.setData(_RECORD, assignment.case)
            self.assigned.setItem(row, 0, item)
            self.assigned.setItem(row, 1, QTableWidgetItem(self._part(assignment)))
            if assignment.case == chosen:
                wanted = row
        if answer.assignments:
            self.assigned.selectRow(wanted)
        self.assigned.blockSignals(False)
        self._show_values()

    def _spoken_by(self, speaker: str) -> str:
        return self.tr("what {speaker} says").replace("{speaker}", speaker)

    def _part(self, assignment: Assignment) -> str:
        if assignment.speaker:
            return self._spoken_by(assignment.speaker)
        if assignment.start is None:
            return self.tr("the whole document")
        span = self.tr("characters {start} to {end}")
        return span.replace("{start}", str(assignment.start)).replace("{end}", str(assignment.end))

    def _chosen_case(self) -> UUID | None:
        rows = self.assigned.selectionModel().selectedRows()
        return self.assigned.item(rows[0].row(), 0).data(_RECORD) if rows else None

    # ── values ──
    def _show_values(self) -> None:
        case, answer = self._chosen_case(), self._answer
        for widget in (self.out_button, self.values, self.variable, self.type, self.add_button):
            widget.setEnabled(case is not None)
        if answer is None or case is None:
            self.values.setRowCount(0)
            self.values_title.setText(self.tr("This document belongs to no case yet."))
            return
        name = next(one.name for one in answer.cases if one.id == case)
        self.values_title.setText(self.tr("What is known about “{name}”").replace("{name}", name))
        self.values.setRowCount(len(answer.variables))
        titles = dict(zip(VARIABLE_TYPES, self._types(), strict=True))
        for row, variable in enumerate(answer.variables):
            self.values.setItem(row, 0, QTableWidgetItem(variable.name))
            self.values.setItem(row, 1, QTableWidgetItem(titles[variable.type]))
            self.values.setCellWidget(row, 2, self._value(case, variable, answer))

    def _value(self, case: UUID, variable: Variable, answer: _Answer) -> QWidget:
        text = answer.values.get((case, variable.id), "")
        if variable.type in ("yes/no", "choice"):
            combo = QComboBox(self.values)
            combo.addItem("", "")
            if variable.type == "yes/no":
                combo.addItem(self.tr("yes"), "yes")
                combo.addItem(self.tr("no"), "no")
            else:
                combo.setEditable(True)
                known = {value for (_, key), value in answer.values.items() if key == variable.id}
                for one in sorted(known):
                    combo.addItem(one, one)
            combo.setCurrentIndex(max(0, combo.findData(text)))
            combo.setAccessibleName(variable.name)
            if combo.isEditable():
                combo.lineEdit().editingFinished.connect(lambda: self._write(case, variable, combo.currentText(), text))
            combo.activated.connect(
                lambda _row: self._write(case, variable, combo.currentData() or combo.currentText(), text)
            )
            return combo
        field = QLineEdit(text, self.values)
        field.setAccessibleName(variable.name)
        if variable.type == "date":
            field.setPlaceholderText(self.tr("2026-11-22"))
        field.editingFinished.connect(lambda: self._write(case, variable, field.text(), text))
        return field

    def _write(self, case: UUID, variable: Variable, value: str, before: str) -> None:
        current = self._answer.values.get((case, variable.id), "") if self._answer else before
        if value.strip() != current:
            self._bridge.do(actions.set_value, case, variable, value.strip(), failed=self._refused)

    def _refused(self, error: Exception) -> None:
        self._bridge.failed.emit(error)
        self._show_values()

    # ── doing ──
    def assign(self) -> None:
        """Assign the document, or one speaker's turns, to the case named; a new name makes a new case."""
        name, speaker = self.case.currentText().strip(), self.part.currentData() or ""
        if name:
            self._bridge.run(
                lambda project, _progress: _assign(project, name, self._document, speaker), self._assigned, writes=True
            )

    def _assigned(self, _result: Any) -> None:
        self.case.setCurrentText("")

    def speakers_become_cases(self) -> None:
        """Make a case of each speaker who has none in this document."""
        if self._answer is None:
            return
        taken = {assignment.speaker for assignment in self._answer.assignments}
        names = {speaker: speaker for speaker in self._answer.speakers if speaker not in taken}
        if names:
            self._bridge.do(actions.speakers_to_cases, self._document, names)

    def take_out(self) -> None:
        """Take the document out of the chosen case."""
        case = self._chosen_case()
        if case is not None:
            self._bridge.do(actions.unassign, case, self._document)

    def add_variable(self) -> None:
        """Add a variable; all cases have it from then on."""
        name = self.variable.text().strip()
        if name:
            self._bridge.do(actions.add_variable, name, self.type.currentData(), then=self._added)

    def _added(self, _variable: Any) -> None:
        self.variable.clear()


def _assign(project: Any, name: str, document: UUID, speaker: str) -> None:
    """A case of that name, made if need be, gets the document or one speaker's turns of it."""
    with project.read() as read:
        known = next((case for case in read.cases() if case.name == name), None)
    case = known or actions.add_case(project, name)
    actions.assign(project, case, document, speaker=speaker)


def _table(parent: QWidget, columns: list[str], name: str) -> QTableWidget:
    table = QTableWidget(0, len(columns), parent)
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(columns)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(look().px(34))
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return table
