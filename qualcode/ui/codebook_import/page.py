"""A codebook on its way into one that is there: every code, what it is to ours, and what is to become of it.

Nothing is written before Import.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...app.codebook_arrivals import ArrivingCode
from ...app.codebook_landing import outcome
from ...domain.errors import QualcodeError
from ..bridge import Bridge
from ..look import look, resize
from ..parts.field_icon import ClearCross, FieldIcon
from ..translation import say
from ..views.ground import Words
from .rows import CHOSEN, CODE, STATE, WHAT, ArrivingModel
from .side import ChosenCodes
from .wording import group_title, outcome_words, treatment_title

_GROUPS = ("conflict", "update", "new")  # what is chosen for all at once
_OFFERED = {
    "conflict": ("keep", "update", "new", "duplicate"),
    "update": ("update", "keep", "duplicate"),
    "new": ("new", "keep"),
}
_PAUSE = 150  # milliseconds until what was chosen is worked out


class CodebookArrivals(QDialog):
    """Accepted, its `rows` are the plan as it was decided."""

    def __init__(
        self, bridge: Bridge, name: str, rows: Sequence[ArrivingCode], folded: Sequence[str], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._asked = 0
        self.setWindowTitle(self.tr("Import codebook: {name}").replace("{name}", name))
        self.model = ArrivingModel(self)
        self.model.show(rows, folded)
        self._make_filters()
        self._make_list()
        self.side = ChosenCodes(self)
        self.side.chosen.connect(self._choose)
        self._make_foot()
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._work_out)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_PAUSE)
        self._waiting.timeout.connect(self._filter)
        self.words.textChanged.connect(lambda _text: self._waiting.start())
        self.state.currentIndexChanged.connect(lambda _index: self._filter())
        self.model.chosen.connect(self._rechosen)
        self._filter()
        self._work_out()
        self.list.setFocus()

    @property
    def rows(self) -> list[ArrivingCode]:
        """The plan as it is decided now."""
        return self.model.rows

    # ── making ──
    def _make_filters(self) -> None:
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Find a code"))
        self.words.setAccessibleName(self.tr("Find a code"))
        ClearCross(self.words)
        FieldIcon("search", self.words)
        self.state = QComboBox(self)
        self.state.setAccessibleName(self.tr("Which codes"))
        counts = self.model.counts()
        self.state.addItem(f"{group_title('')} ({len(self.model.rows):,})", "")
        for state in ("conflict", "update", "new", "same"):
            if counts[state]:
                self.state.addItem(f"{group_title(state)} ({counts[state]:,})", state)
        self.groups: dict[str, QComboBox] = {}
        for group in _GROUPS:
            if counts[group]:
                self.groups[group] = self._group(group)

    def _group(self, state: str) -> QComboBox:
        """The choice for all of a state; it shows what they have, if that is the same for all."""
        combo = QComboBox(self)
        combo.setAccessibleName(group_title(state))
        combo.addItem(self.tr("As chosen one by one"), "")
        of_state = [row for row in self.model.rows if row.state == state]
        for treatment in _OFFERED[state]:
            if any(treatment in row.choices for row in of_state):
                example = next((row for row in of_state if row.code is None), None) if state == "new" else None
                words = treatment_title(treatment, example)
                combo.addItem(words, treatment)
        combo.activated.connect(partial(self._choose_all, state))
        return combo

    def _make_list(self) -> None:
        self.list = QTableView(self)
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("Codes of the file"))
        self.list.setTabKeyNavigation(False)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setShowGrid(False)
        self.list.setWordWrap(False)
        self.list.setIconSize(QSize(look().px(16), look().px(16)))
        self.list.verticalHeader().hide()
        self.list.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.list.verticalHeader().setDefaultSectionSize(look().px(28))
        header = self.list.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in (CODE, WHAT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in ((STATE, 100), (CHOSEN, 150)):
            self.list.setColumnWidth(column, look().px(width))
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())

    def _make_foot(self) -> None:
        self.outcome = Words(look(), role="ink2", wrap=True, parent=self)
        self.problem = Words(look(), role="danger", wrap=True, parent=self)
        self.problem.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.import_button = QPushButton(self.tr("Import"), self)
        self.import_button.setProperty("kind", "filled")  # before the box polishes it
        self.buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.import_button.setEnabled(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        px = look().px
        above = QHBoxLayout()
        above.addWidget(self.words, 1)
        above.addWidget(self.state)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        for place, (state, combo) in enumerate(self.groups.items()):
            label = QLabel(group_title(state), self)
            label.setBuddy(combo)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(14)
            grid.addWidget(label, 0, place)
            grid.addWidget(combo, 1, place)
            grid.setColumnStretch(place, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        side = QScrollArea(self)  # on a small screen the buttons below must stay in sight
        side.setWidget(self.side)
        side.setWidgetResizable(True)
        side.setFrameShape(QScrollArea.Shape.NoFrame)
        side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        side.setMinimumHeight(px(96))
        split.addWidget(side)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([px(640), px(320)])
        split.setChildrenCollapsible(False)
        down = QVBoxLayout(self)
        down.setContentsMargins(px(16), px(16), px(16), px(12))
        down.setSpacing(px(12))
        down.addLayout(grid)
        down.addLayout(above)
        down.addWidget(split, 1)
        for widget in (self.problem, self.outcome, self.buttons):
            down.addWidget(widget)
        resize(self, px(1040), px(680))

    # ── choosing ──
    def _filter(self) -> None:
        self._waiting.stop()
        self.model.filter(str(self.state.currentData()), self.words.text())
        if self.model.shown:
            self.list.selectRow(0)
        else:
            self._show_chosen()

    def _places(self) -> list[int]:
        return sorted(index.row() for index in self.list.selectionModel().selectedRows())

    def _show_chosen(self) -> None:
        self.side.show_rows([self.model.row_at(place) for place in self._places()])

    def _choose(self, treatment: str) -> None:
        self.model.choose(self._places(), treatment)

    def _choose_all(self, state: str, _index: int) -> None:
        treatment = self.groups[state].currentData()
        if treatment:
            self.model.choose_all(state, treatment)
        self._name_groups()

    def _rechosen(self) -> None:
        self._show_chosen()
        self._name_groups()
        self.import_button.setEnabled(False)
        self._timer.start()

    def _name_groups(self) -> None:
        for state, combo in self.groups.items():
            given = {row.treatment for row in self.model.rows if row.state == state}
            combo.setCurrentIndex(max(0, combo.findData(given.pop())) if len(given) == 1 else 0)

    # ── what would become of it ──
    def _work_out(self) -> None:
        self._timer.stop()
        self._name_groups()
        self._asked += 1
        asked, rows = self._asked, list(self.model.rows)

        def arrived(counts: dict[str, int]) -> None:
            if asked == self._asked:
                self.outcome.setText(outcome_words(counts))
                self.problem.hide()
                self.import_button.setEnabled(True)

        def refused(error: Exception) -> None:
            if not isinstance(error, QualcodeError):
                self._bridge.failed.emit(error)
            elif asked == self._asked:
                self.problem.setText(say(error))
                self.problem.show()

        self._bridge.ask(lambda read: outcome(read.codebook, rows, read.where("theme_code")), arrived, refused)

    def accept(self) -> None:
        if self.import_button.isEnabled():
            super().accept()
