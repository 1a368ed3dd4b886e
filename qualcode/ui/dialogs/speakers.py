"""Who speaks in a document: what the rule finds, and its correction by ticking labels or by a pattern."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ...app import display_names, previews
from ...app import documents as actions
from ...domain.documents import Document
from ...domain.errors import BadInput
from ...domain.speakers import is_asking
from ...store.reading import Reading
from ..bridge import Bridge
from ..cases.pattern import ask_pattern
from ..look import META, look, resize
from ..translation import say

_Answer = tuple[Document, str, dict[str, str]]
_SPEAKER, _DISPLAY = 0, 3
_WAIT = 300  # ms after the last key before a pattern is tried


class SpeakerRule(QWidget):
    """Shows the speakers a rule finds in a text and lets it be corrected. `changed` fires with every new rule."""

    changed = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._text = ""
        self._displays: dict[str, str] | None = None  # display ids by label, where they are shown
        self._found = ""  # the rule whose labels are listed
        self._asked = 0
        self.none = QRadioButton(self.tr("No speakers: each paragraph is a turn"), self)
        self.labels = QRadioButton(self.tr("These speakers:"), self)
        self.pattern = QRadioButton(self.tr("A pattern (regular expression with a group “speaker”):"), self)
        group = QButtonGroup(self)
        for button in (self.labels, self.pattern, self.none):
            group.addButton(button)
        self.table = QTableWidget(0, 3, self)
        self.table.setAccessibleName(self.tr("Speakers found"))
        self.table.setHorizontalHeaderLabels([self.tr("Speaker"), self.tr("Turns"), self.tr("First words")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("Pattern"))
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setFont(look().font(META))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look().px(8))
        for widget in (self.labels, self.table, self.pattern, self.field, self.none, self.problem):
            layout.addWidget(widget)
        layout.setStretch(1, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._try_pattern)
        self.field.textEdited.connect(self._pattern_edited)
        self.pattern.toggled.connect(self.field.setVisible)
        self.field.hide()
        self.table.itemChanged.connect(self._ticked)
        group.buttonClicked.connect(self._chosen)

    def show_text(self, text: str, rule: str) -> None:
        """Show what `rule` finds in `text`."""
        self._text = text
        self.field.setText(rule)
        self.field.setCursorPosition(0)
        self.problem.clear()
        self._find(rule, detect=not rule)
        (self.labels if rule else self.none).setChecked(True)

    def show_displays(self, displays: dict[str, str]) -> None:
        """Show a column with display ids, which can be edited."""
        typed = {label: text for label, text in self.displays.items() if text}
        self._displays = displays
        if self.table.columnCount() <= _DISPLAY:
            self.table.setColumnCount(_DISPLAY + 1)
            self.table.setHorizontalHeaderItem(_DISPLAY, QTableWidgetItem(self.tr("Display id")))
            self.table.horizontalHeader().moveSection(_DISPLAY, 1)
            self.table.setEditTriggers(
                QTableWidget.EditTrigger.DoubleClicked
                | QTableWidget.EditTrigger.EditKeyPressed
                | QTableWidget.EditTrigger.AnyKeyPressed
            )
            self.table.setColumnWidth(_DISPLAY, look().px(112))
            self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectItems)
        self.table.blockSignals(True)
        for row in range(self.table.rowCount()):
            self._fill_display(row, typed)
        self.table.blockSignals(False)
        self.changed.emit()

    def _fill_display(self, row: int, typed: dict[str, str]) -> None:
        """What was typed and not saved goes before what there is."""
        label = self.table.item(row, _SPEAKER).text()
        item = QTableWidgetItem(typed.get(label) or (self._displays or {}).get(label, ""))
        item.setToolTip(self.tr("What exports call this speaker, if display ids are asked for"))
        self.table.setItem(row, _DISPLAY, item)

    @property
    def displays(self) -> dict[str, str]:
        """The display ids as they are shown, where they are not those that were."""
        if self._displays is None:
            return {}
        rows = range(self.table.rowCount())
        shown = {self.table.item(row, _SPEAKER).text(): self.table.item(row, _DISPLAY).text().strip() for row in rows}
        return {label: display for label, display in shown.items() if display != self._displays.get(label, "")}

    @property
    def shown_displays(self) -> dict[str, str]:
        """The display ids as they are shown."""
        return {**(self._displays or {}), **self.displays}

    @property
    def labels_shown(self) -> list[str]:
        """The labels that are listed."""
        return [self.table.item(row, _SPEAKER).text() for row in range(self.table.rowCount())]

    @property
    def rule(self) -> str:
        """The rule as it is set; empty for no speakers."""
        if self.none.isChecked():
            return ""
        if self.pattern.isChecked():
            return self.field.text().strip()
        ticked, everything = self._ticks()
        if ticked == everything:
            return self._found
        return previews.rule_of_labels(ticked)

    @property
    def valid(self) -> bool:
        """Whether the rule can be used."""
        return not self.problem.text()

    def _ticks(self) -> tuple[list[str], list[str]]:
        items = [self.table.item(row, 0) for row in range(self.table.rowCount())]
        ticked = [item.text() for item in items if item.checkState() == Qt.CheckState.Checked]
        return ticked, [item.text() for item in items]

    def _find(self, rule: str, detect: bool = False) -> None:
        self._asked += 1
        number, text, asked = self._asked, self._text, rule

        def look_for(_read: Reading) -> Any:
            rule = previews.detected_rule(text) if detect else asked
            try:
                return number, rule, previews.voices(text, rule, untried=True), None
            except BadInput as error:
                return number, rule, [], error

        self._bridge.ask(look_for, self._arrived)

    def _arrived(self, answer: Any) -> None:
        number, rule, voices, error = answer
        if number != self._asked:
            return
        self.problem.setText(say(error) if error else "")
        if error is None:
            self._fill(rule, voices)
            if not voices and rule:
                self.problem.setText(self.tr("This pattern finds nobody in the text."))
        self.changed.emit()

    def _fill(self, rule: str, voices: list[previews.Voice]) -> None:
        self._found = rule
        self.table.blockSignals(True)
        typed = self.displays if self.table.columnCount() > _DISPLAY else {}
        self.table.setRowCount(len(voices))
        for row, voice in enumerate(voices):
            name = QTableWidgetItem(voice.name)
            name.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            name.setCheckState(Qt.CheckState.Checked)
            turns = QTableWidgetItem(str(voice.turns))
            words = QTableWidgetItem(voice.words)
            words.setToolTip(voice.words)
            for item in (turns, words):
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            for column, item in enumerate((name, turns, words)):
                self.table.setItem(row, column, item)
            if self._displays is not None:
                self._fill_display(row, typed)
        self.table.blockSignals(False)

    def _ticked(self, item: QTableWidgetItem) -> None:
        if item.column() == _DISPLAY:
            self.changed.emit()
            return
        self.labels.setChecked(True)
        ticked, _ = self._ticks()
        self.problem.setText("" if ticked else self.tr("Tick a speaker, or choose that there are none."))
        self.changed.emit()

    def _pattern_edited(self) -> None:
        self.pattern.setChecked(True)
        self._timer.start()

    def _try_pattern(self) -> None:
        self._find(self.field.text().strip())

    def _chosen(self) -> None:
        if self.pattern.isChecked():
            self._try_pattern()
        else:
            self.problem.clear()
            self.changed.emit()


class SpeakersDialog(QDialog):
    """The speakers of one document of the project."""

    cases_wanted = Signal(object)  # the document's id: its speakers are to become cases

    def __init__(self, bridge: Bridge, document: UUID, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._document = bridge, document
        self._before = ""
        self.setWindowTitle(self.tr("Speakers"))
        px = look().px
        self.editor = SpeakerRule(bridge, self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.save_button = QPushButton(self.tr("Save speakers"), self)
        self.save_button.setProperty("kind", "filled")  # before the box polishes it
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.save_button.setEnabled(False)
        self.cases_button = QPushButton(self.tr("Make cases of them…"), self)
        buttons.addButton(self.cases_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.cases_button.clicked.connect(self._to_cases)
        self.give_button = QPushButton(self.tr("Give display ids…"), self)
        buttons.addButton(self.give_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.give_button.clicked.connect(lambda: ask_pattern(self, self._give))
        for button in (self.cases_button, self.give_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(16), px(16), px(16), px(12))
        layout.setSpacing(px(12))
        layout.addWidget(self.editor, 1)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.editor.changed.connect(self._changed)
        resize(self, px(560), px(440))
        bridge.ask(self._question, self._arrived)

    def _question(self, read: Reading) -> _Answer | None:
        document = read.by_id("document", self._document)
        return None if document is None else (document, read.text(document), _displays(read))

    def _arrived(self, answer: _Answer | None) -> None:
        if answer is None:
            self.reject()
            return
        document, text, displays = answer
        self.editor.show_displays(displays)
        self._before = document.speakers
        self.setWindowTitle(self.tr("Speakers of {name}").replace("{name}", document.name))
        self.editor.show_text(text, document.speakers)

    def _changed(self) -> None:
        changed = self.editor.rule != self._before or bool(self.editor.displays)
        self.save_button.setEnabled(self.editor.valid and changed)
        nameless = self._nameless()
        self.give_button.setEnabled(bool(nameless) and not self._bridge.project.read_only)
        self.give_button.setToolTip("" if nameless else self._why_none())

    def _why_none(self) -> str:
        if any(not is_asking(label) for label in self.editor.labels_shown):
            return self.tr("Everybody who answers has a display id")
        return self.tr("Nobody answers here, and those who ask need no display id")

    def _nameless(self) -> list[str]:
        """The speakers who answer and have no display id."""
        shown = self.editor.shown_displays
        return [label for label in self.editor.labels_shown if not shown.get(label) and not is_asking(label)]

    def _give(self, pattern: str) -> None:
        """Give them one, as a step of its own; what was typed stays."""
        give = display_names.give_displays
        self._bridge.do(give, pattern, display_names.SPEAKERS, self._nameless(), then=lambda _made: self._read_again())

    def _read_again(self) -> None:
        if isValid(self):
            self._bridge.ask(_displays, lambda found: isValid(self) and self.editor.show_displays(found))

    def _to_cases(self) -> None:
        """What was corrected is saved first; the questions that follow see it."""
        if self.save_button.isEnabled():
            self.accept()
        else:
            self.reject()
        self.cases_wanted.emit(self._document)

    def accept(self) -> None:
        displays = self.editor.displays
        if self.editor.rule != self._before:
            self._bridge.do(actions.set_speakers, self._document, self.editor.rule)
        if displays:
            self._bridge.do(display_names.set_speaker_names, displays)
        super().accept()


def _displays(read: Reading) -> dict[str, str]:
    return {one.label: one.display for one in read.where("speaker_name")}
