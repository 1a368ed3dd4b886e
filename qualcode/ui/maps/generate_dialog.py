"""A map made from the data: from what, and how much of it; how many relations that gives is said before it is made."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ...app.map_generation import MapOptions, MapPlan, draw_map, planned
from ...app.project import Project
from ...domain.errors import Cancelled, QualcodeError
from ...domain.history import Step
from ...domain.progress import Progress
from ..bridge import Bridge
from ..look import META, TITLE, Look, resize
from ..parts.form_area import FormArea
from ..tasks import Task
from ..translation import say
from ..views.ground import Words
from ..views.wording import measure_names, rule_names
from .wording import layout_names

_WAIT_MILLISECONDS = 250
_LAYOUT_OF = {"cooccurrence": "force", "themes": "hierarchical", "cases": "force"}


class GenerateDialog(QDialog):
    """`made` gives the map that was made and the number of its step."""

    made = Signal(object, int)

    def __init__(
        self, bridge: Bridge, look: Look, filters: Callable[[], Mapping[str, Any]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._look, self._filters = bridge, look, filters
        self._plan: MapPlan | None = None
        self._task: Task | None = None
        self._number = 0
        self._chosen_minimum = False  # by the user; else so many that it stays readable
        self.setWindowTitle(self.tr("Make a map from the data"))
        self._make_fields()
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MILLISECONDS)
        self._wait.timeout.connect(self._count)
        look.dress(self)
        self._source_changed()
        self._count()

    # ── building ──
    def _make_fields(self) -> None:
        self.source = self._combo(
            self.tr("From"),
            {
                "cooccurrence": self.tr("Codes that occur together"),
                "themes": self.tr("Themes, their codes, and the cases that speak"),
                "cases": self.tr("Codes and the cases that speak of them"),
            },
        )
        self.rule = self._combo(self.tr("Rule"), dict(rule_names()))
        self.turns = QSpinBox(self)  # beside the rule, for the one that counts turns
        self.turns.setRange(1, 99)
        self.turns.setValue(2)
        self.turns.setAccessibleName(self.tr("How many turns away"))
        self.turns.setToolTip(self.tr("How many turns after one another count as near"))
        self.turns.valueChanged.connect(lambda _value: self._scale_changed())
        self.rule_row = QWidget(self)
        row = QHBoxLayout(self.rule_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(8))
        row.addWidget(self.rule, 1)
        row.addWidget(self.turns)
        self.measure = self._combo(self.tr("Strength"), {key: name for key, name, _ in measure_names()})
        self.level = self._combo(self.tr("Level"), {"codes": self.tr("Codes"), "themes": self.tr("Themes")})
        self.minimum = QDoubleSpinBox(self)
        self.minimum.setRange(0.01, 1_000_000)
        self.minimum.setAccessibleName(self.tr("Least strength of a relation"))
        self.minimum.valueChanged.connect(self._minimum_changed)
        self.most = QSpinBox(self)
        self.most.setRange(2, 300)
        self.most.setValue(40)
        self.most.setAccessibleName(self.tr("At most so many codes"))
        self.most.valueChanged.connect(lambda _value: self._changed())
        self.passages = QSpinBox(self)
        self.passages.setRange(0, 20)
        self.passages.setValue(3)
        self.passages.setAccessibleName(self.tr("Quotes for each relation"))
        self.passages.valueChanged.connect(lambda _value: self._changed())
        self.arrangement = self._combo(
            self.tr("Arrange"), {key: name for key, name in layout_names().items() if key != "free"}
        )
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the map"))
        for combo in (self.rule, self.measure, self.level):
            combo.currentIndexChanged.connect(lambda _index: self._scale_changed())
        self.source.currentIndexChanged.connect(lambda _index: self._source_changed())

    def _combo(self, name: str, entries: Mapping[str, str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        for key, text in entries.items():
            combo.addItem(text, key)
        return combo

    def _lay_out(self) -> None:
        px = self._look.px
        title = QLabel(self.windowTitle(), self)
        title.setFont(self._look.font(TITLE, bold=True))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(px(12))
        self._form.setVerticalSpacing(px(8))
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for text, field in (
            (self.tr("From"), self.source),
            (self.tr("Rule"), self.rule_row),
            (self.tr("Strength"), self.measure),
            (self.tr("Level"), self.level),
            (self.tr("At least"), self.minimum),
            (self.tr("At most so many codes"), self.most),
            (self.tr("Quotes for each relation"), self.passages),
            (self.tr("Arrange"), self.arrangement),
            (self.tr("Name"), self.name),
        ):
            self._form.addRow(text, field)
        self.count = Words(self._look, bold=True, wrap=True, parent=self)
        self.problem = Words(self._look, META, "danger", wrap=True, parent=self)
        self.problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.make = QPushButton(self.tr("Make the map"), self)
        self.make.setProperty("kind", "filled")  # before the box polishes it
        self.make.setDefault(True)
        buttons.addButton(self.make, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self._make)
        buttons.rejected.connect(self.reject)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(24)] * 4)
        down.setSpacing(px(12))
        down.addWidget(title)
        down.addWidget(FormArea(self._form, px(120), self))
        down.addWidget(self.count)
        down.addWidget(self.problem)
        down.addStretch(1)
        down.addWidget(buttons)
        resize(self, px(560), px(520))

    # ── choices ──
    def _source_changed(self) -> None:
        source = str(self.source.currentData())
        for field in (self.rule_row, self.measure, self.level, self.most):
            self._form.setRowVisible(field, source == "cooccurrence")
        self.arrangement.setCurrentIndex(self.arrangement.findData(_LAYOUT_OF[source]))
        self.name.setText(self.source.currentText())
        self._scale_changed()

    def _scale_changed(self) -> None:
        """Another scale: the least value is found anew."""
        whole = self.source.currentData() != "cooccurrence" or self.measure.currentData() in (
            "pairs",
            "n_ab",
            "documents",
        )
        self.turns.setVisible(self.rule.currentData() == "near")
        self.minimum.setDecimals(0 if whole else 2)
        self.minimum.setSingleStep(1 if whole else 0.05)
        self.minimum.setMinimum(1 if whole else 0.01)
        self._chosen_minimum = False
        self._changed()

    def _minimum_changed(self) -> None:
        self._chosen_minimum = True
        self._changed()

    def _changed(self) -> None:
        if hasattr(self, "_wait"):
            self._plan = None
            self.make.setEnabled(False)
            self._wait.start()

    def options(self) -> MapOptions:
        """What is asked for at present."""
        rule = str(self.rule.currentData())
        return MapOptions(
            rule=f"near:{self.turns.value()}" if rule == "near" else rule,
            measure=str(self.measure.currentData()),
            level=str(self.level.currentData()),
            minimum=self.minimum.value() if self._chosen_minimum else None,
            most=self.most.value(),
            passages=self.passages.value(),
            filters=self._filters(),
        )

    # ── counting and making ──
    def _count(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._number += 1
        number, source, options = self._number, str(self.source.currentData()), self.options()
        self.count.setText(self.tr("Counting…"))
        self.make.setEnabled(False)

        def job(project: Project, progress: Progress) -> MapPlan:
            return planned(project, source, options, progress)

        self._task = self._bridge.run(
            job, lambda plan: self._counted(number, plan), lambda error: self._not_counted(number, error)
        )

    def _counted(self, number: int, plan: MapPlan) -> None:
        if number != self._number or not isValid(self):
            return
        self._task, self._plan = None, plan
        strengths = [one.strength for one in plan.relations if one.strength is not None]
        if not self._chosen_minimum and strengths:
            self.minimum.blockSignals(True)
            self.minimum.setValue(min(strengths))
            self.minimum.blockSignals(False)
        things = self.tr("%n thing(s) on the map", "", len(plan.things))
        relations = self.tr("%n relation(s)", "", len(plan.relations))
        self.count.setText(f"{things} · {relations}")
        self.problem.hide()
        self.make.setEnabled(True)

    def _not_counted(self, number: int, error: Exception) -> None:
        if number != self._number or not isValid(self) or isinstance(error, Cancelled):
            return
        self._task = None
        self._refused(error)
        self.count.setText("")

    def _refused(self, error: Exception) -> None:
        if isinstance(error, QualcodeError):
            self.problem.setText(say(error))
            self.problem.show()
        else:
            self._bridge.failed.emit(error)

    def _make(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self.make.setEnabled(False)

        def done(made: Any, step: Step | None) -> None:
            if not isValid(self):
                return
            self.made.emit(made.id, step.number if step is not None else 0)
            self.accept()

        def failed(error: Exception) -> None:
            if not isValid(self):
                self._bridge.failed.emit(error)
                return
            self._refused(error)
            self.make.setEnabled(True)

        layout = str(self.arrangement.currentData())
        self._bridge.act(draw_map, self.name.text(), plan, layout, then=done, failed=failed)

    def done(self, result: int) -> None:
        if self._task is not None:
            self._task.cancel()
        self._number += 1
        super().done(result)
