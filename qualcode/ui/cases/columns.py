"""What is done to the grid's columns: variables are added, renamed, given another type, removed, and sorted by."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QInputDialog, QLineEdit, QMenu
from shiboken6 import isValid

from ...app import cases as case_actions
from ...app import variables as actions
from ...app.display_names import give_displays
from ...domain.cases import VARIABLE_TYPES, Case, Variable
from ...domain.history import Step
from ..bridge import Bridge
from ..look import look
from .model import DISPLAY, FIRST
from .pattern import ask_pattern
from .wording import type_title

if TYPE_CHECKING:
    from .window import CasesWindow


class NewVariable(QDialog):
    """Name and type of a variable to be."""

    def __init__(self, parent: "CasesWindow") -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New variable"))
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name"))
        self.type = QComboBox(self)
        self.type.setAccessibleName(self.tr("Type"))
        for kind in VARIABLE_TYPES:
            self.type.addItem(type_title(kind), kind)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        self.button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.button.setText(self.tr("Add variable"))
        self.button.setEnabled(False)
        self.name.textChanged.connect(lambda text: self.button.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setContentsMargins(*[look().px(16)] * 4)
        form.setSpacing(look().px(8))
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Type"), self.type)
        form.addRow(buttons)
        self.setMinimumWidth(look().px(360))


class ColumnActs(QObject):
    """Acts on the variables of a `CasesWindow`."""

    said = Signal(str, object)  # a sentence, and the number of the step that can be undone (None: none)

    def __init__(self, bridge: Bridge, window: "CasesWindow") -> None:
        super().__init__(window)
        self._bridge, self._window = bridge, window

    def fill_menu(self, menu: QMenu, column: int) -> None:
        """What can be done with a column."""
        window = self._window
        for words, ascending in ((self.tr("Sort up"), True), (self.tr("Sort down"), False)):
            menu.addAction(words).triggered.connect(
                lambda _checked=False, ascending=ascending: window.sort(column, ascending)
            )
        menu.addAction(self.tr("Not sorted")).triggered.connect(lambda _checked=False: window.sort(-1, True))
        if column == DISPLAY and window.model.writes:
            menu.addSeparator()
            self.fill_displays(menu)
        if column < FIRST or not window.model.writes:
            return
        variable = window.model.variable(column)
        menu.addSeparator()
        menu.addAction(self.tr("Rename variable…")).triggered.connect(lambda _checked=False: self.ask_name(variable))
        types = menu.addMenu(self.tr("Type of the variable"))
        for kind in VARIABLE_TYPES:
            action = types.addAction(type_title(kind))
            action.setCheckable(True)
            action.setChecked(kind == variable.type)
            action.triggered.connect(lambda _checked=False, kind=kind: self.change_type(variable, kind))
        count = sum(1 for row in window.model.table.values.values() if variable.id in row)
        remove = menu.addAction(self.tr("Remove variable with its %n value(s)", "", count))
        remove.triggered.connect(lambda _checked=False: self.remove(variable))

    def fill_displays(self, menu: QMenu) -> None:
        """What can be done with display ids."""
        give = menu.addAction(self.tr("Give display ids…"))
        give.setEnabled(any(not case.display for case in self._window.model.table.cases))
        give.triggered.connect(lambda _checked=False: self.ask_displays())

    def ask_displays(self) -> None:
        """Ask for the pattern by which all cases without a display id get one."""
        ask_pattern(self._window, self.give_displays)

    def give_displays(self, pattern: str) -> None:
        """Give all cases without a display id one, as one step."""
        count = sum(1 for case in self._window.model.table.cases if not case.display)
        self._act(self.tr("%n case(s) have a display id now.", "", count), give_displays, pattern)

    def ask_new(self) -> None:
        """Ask for name and type of a new variable."""
        dialog = NewVariable(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.add(dialog.name.text(), dialog.type.currentData()))
        dialog.open()

    def add(self, name: str, kind: str) -> None:
        """Add a variable."""

        def added(variable: Variable, _step: Step | None) -> None:
            if isValid(self):
                self._window.go_to_variable(variable.id)

        self._bridge.act(case_actions.add_variable, name, kind, then=added, failed=self._bridge.failed.emit)

    def ask_name(self, variable: Variable) -> None:
        """Ask for another name."""
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename variable"))
        dialog.setLabelText(self.tr("Name"))
        dialog.setTextValue(variable.name)
        dialog.textValueSelected.connect(lambda name: self.rename(variable, name))
        dialog.open()

    def rename(self, variable: Variable, name: str) -> None:
        """Give a variable another name; what filters by it goes along."""
        if name.strip() and name.strip() != variable.name:
            self._bridge.do(actions.rename_variable, variable.id, name)

    def change_type(self, variable: Variable, kind: str) -> None:
        """Give a variable another type; values that do not fit are listed first."""
        if kind == variable.type:
            return
        self._bridge.ask(
            lambda read: actions.unfit_values(read, variable, kind), lambda bad: self._found(variable, kind, bad)
        )

    def _found(self, variable: Variable, kind: str, bad: list[tuple[Case, str]]) -> None:
        if not isValid(self):
            return
        window = self._window
        if not bad:
            self._bridge.do(actions.change_variable_type, variable.id, kind)
            return
        column = window.model.column_of(variable.id)
        window.model.mark((case.id, column) for case, _ in bad)
        text = self.tr("%n value(s) of “{name}” do not fit the type {type}.", "", len(bad))
        text = text.replace("{name}", variable.name).replace("{type}", type_title(kind).lower())

        def clear() -> None:
            window.model.mark(())
            said = self.tr("Type changed, %n value(s) taken away.", "", len(bad))
            self._act(said, actions.change_variable_type, variable.id, kind, actions.CLEAR)

        window.notice.ask(
            text,
            [f"{case.name}: {text}" for case, text in bad],
            ((self.tr("Change the type and clear these"), clear),),
            lambda: window.model.mark(()),
        )

    def remove(self, variable: Variable) -> None:
        """Remove a variable with its values; a toast offers to undo."""
        said = self.tr("“{name}” removed with its values.").replace("{name}", variable.name)
        self._act(said, actions.remove_variable, variable.id)

    def _act(self, said: str, action: Any, *arguments: Any) -> None:
        def done(_made: Any, step: Step | None) -> None:
            if isValid(self):  # else the window was closed meanwhile
                self.said.emit(said, step.number if step else None)

        self._bridge.act(action, *arguments, then=done, failed=self._bridge.failed.emit)
