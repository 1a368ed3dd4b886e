"""What is done to the grid's cells: typing, clearing, copying, pasting and filling, each as one step."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from ...app import variables as actions
from ...app.display_names import set_displays
from ...app.variables import problem_of
from ...domain.blocks import read_block, written_block
from ...domain.cases import Case, written
from ...domain.documents import clean
from ...domain.history import Step
from ..bridge import Bridge
from ..translation import say
from .model import DISPLAY, DOCUMENTS, FIRST, NAME, Cell, GridModel, Index
from .view import GridView

_AT_ONCE = 4_000  # cells that are copied in the window's thread


@dataclass(slots=True)
class Block:
    """What is to be written: cells that fit, new names and display ids of cases, cells that do not fit and why, and how
    many rows and cells found no place."""

    cells: list[Cell] = field(default_factory=list)
    names: dict[UUID, str] = field(default_factory=dict)
    displays: dict[UUID, str] = field(default_factory=dict)
    bad: list[tuple[UUID, int, str, str]] = field(default_factory=list)  # case, column, text, reason
    keys: list[UUID] = field(default_factory=list)  # the variables of the columns, as they stood
    rows_over: int = 0
    columns_over: int = 0


class GridActs(QObject):
    """Everything goes to the writer; what fits shows at once."""

    said = Signal(str, object)  # a sentence, and the number of the step that can be undone (None: none)
    unfit = Signal(object)  # a Block with cells that do not fit: somebody is to choose

    def __init__(self, bridge: Bridge, model: GridModel, view: GridView) -> None:
        super().__init__(view)
        self._bridge, self._model, self._view = bridge, model, view
        model.edited.connect(self._edited)
        view.copy_wanted.connect(self.copy)
        view.paste_wanted.connect(self.paste)
        view.fill_wanted.connect(self.fill_down)
        view.clear_wanted.connect(self.clear)

    # ── writing ──
    def _edited(self, index: Index, text: str) -> None:
        model = self._model
        case = model.rows[index.row()]
        if index.column() == NAME:
            self.write([], {case.id: text})
            return
        if index.column() == DISPLAY:
            self.write([], displays={case.id: text})
            return
        variable = model.variable(index.column())
        if problem_of(text, variable.type) is None:
            self.write([(case.id, variable.id, _form(text, variable.type))])

    def write(
        self,
        cells: list[Cell],
        names: dict[UUID, str] | None = None,
        as_text: Iterable[UUID] = (),
        said: str = "",
        displays: dict[UUID, str] | None = None,
    ) -> None:
        """Write cells, names and display ids as one step; they show before it is made."""
        model = self._model
        wanted = (names or {}).keys() | (displays or {}).keys()
        before = {one.id: one for one in model.table.cases if one.id in wanted} if wanted else {}
        model.foresee(cells)
        for case, name in (names or {}).items():
            model.rename(case, name)
        for case, display in (displays or {}).items():
            model.redisplay(case, display)

        def done(_changed: Any, step: Step | None) -> None:
            model.settle(cells)
            if step is not None and said and isValid(self):
                self.said.emit(said, step.number)

        def failed(error: Exception) -> None:
            model.settle(cells)
            self._bridge.failed.emit(error)
            if isValid(self):  # else the window was closed meanwhile
                for case, old in before.items():
                    model.rename(case, old.name)
                    model.redisplay(case, old.display or "")
                self.refused.emit()

        if displays and not cells and not names:
            self._bridge.act(set_displays, list(displays.items()), then=done, failed=failed)
        else:
            self._bridge.act(actions.set_values, cells, names, tuple(as_text), displays, then=done, failed=failed)

    refused = Signal()  # what is shown may not be what is there

    def clear(self) -> None:
        """Empty the selected cells; names and documents stay, display ids are taken back."""
        block = self._view.block()
        if block is None or not self._model.writes:
            return
        rows, columns = block
        model = self._model
        variables = [model.variable(column).id for column in columns if column >= FIRST]
        cells = []
        for row in rows:
            case = model.rows[row].id
            there = model.table.values.get(case, {})
            cells += [(case, variable, "") for variable in variables if variable in there]
        shown = [model.rows[row] for row in rows if DISPLAY in columns]
        displays = {case.id: "" for case in shown if case.display}
        number = len(cells) + len(displays)
        if number:
            said = self.tr("%n cell(s) cleared.", "", number) if number > 1 else ""
            self.write(cells, said=said, displays=displays)

    # ── the clipboard ──
    def copy(self) -> None:
        """Put the selected block on the clipboard, as spreadsheets take it."""
        block = self._view.block()
        if block is None:
            return
        rows, columns = block
        now = self._model.table.some(self._model.rows[rows.start : rows.stop])  # what is typed meanwhile is not in it

        def text() -> str:
            return written_block([[now.text(case, column) for column in columns] for case in now.cases])

        if len(rows) * len(columns) <= _AT_ONCE:
            QGuiApplication.clipboard().setText(text())
        else:
            self._bridge.run(lambda _project, _progress: text(), QGuiApplication.clipboard().setText)

    def paste(self) -> None:
        """Write the block on the clipboard from the current cell on; one cell fills the selection."""
        text = QGuiApplication.clipboard().text()
        index = self._view.currentIndex()
        if text and index.isValid() and self._model.writes:
            self._place(read_block(text) if len(text) < 200_000 else text, index)

    def fill_down(self) -> None:
        """Write the first row of the selection into all the others."""
        block = self._view.block()
        if block is None or len(block[0]) < 2 or not self._model.writes:
            return
        rows, columns = block
        model = self._model
        variables = [(column, model.variable(column).id) for column in columns if column >= FIRST]
        above = [model.text(rows[0], column) for column, _ in variables]
        cells = [
            (model.rows[row].id, variable, text)
            for row in rows[1:]
            for (_, variable), text in zip(variables, above, strict=True)
        ]
        if cells:
            self.write(cells, said=self.tr("%n row(s) filled.", "", len(rows) - 1))

    def _place(self, given: list[list[str]] | str, index: Index) -> None:
        model, view = self._model, self._view
        selected = view.block()
        start = index.row()
        first = index.column()
        if selected is not None:
            start, first = selected[0][0], selected[1][0]
        cases = model.rows
        types = [variable.type for variable in model.table.variables]
        keys = [variable.id for variable in model.table.variables]
        columns_from = view.columns_from

        def job(_project: Any, _progress: Any) -> tuple[Block, range, list[int]]:
            rows = read_block(given) if isinstance(given, str) else given
            where = range(start, start + len(rows))
            if len(rows) == len(rows[0]) == 1 and selected is not None:
                where, columns = selected
                rows = [[rows[0][0]] * len(columns) for _ in where]
            else:
                columns = columns_from(first, len(rows[0]))
            block = Block(keys=keys, columns_over=len(rows[0]) - len(columns))
            block.rows_over = max(0, where.stop - len(cases))
            for row, texts in zip(where, rows, strict=True):
                if row >= len(cases):
                    break
                case = cases[row]
                for column, text in zip(columns, texts, strict=False):
                    _sort_in(block, case, column, text, types, keys)
            return block, range(where.start, min(where.stop, len(cases))), columns

        self._bridge.run(job, lambda answer: self._sorted(*answer))

    def _sorted(self, block: Block, rows: range, columns: list[int]) -> None:
        if not isValid(self):
            return
        self._view.choose(rows, columns)
        if block.bad:
            self._model.mark((case, column) for case, column, _, _ in block.bad)
            self.unfit.emit(block)
        else:
            self.put(block)

    def put(self, block: Block, bad_as_text: bool = False) -> None:
        """Write what fits of a block, or all of it with the variables of what does not fit made text."""
        model = self._model
        model.mark(())
        cells = list(block.cells)
        textual: list[UUID] = []
        if bad_as_text:
            # a column that came or went since has moved the others
            unfit = [(case, block.keys[column - FIRST], text) for case, column, text, _ in block.bad]
            textual = list(dict.fromkeys(variable for _, variable, _ in unfit))
            cells += unfit
        number = len(cells) + len(block.names) + len(block.displays)
        said = [self.tr("%n cell(s) pasted.", "", number)]
        if block.rows_over:
            said.append(self.tr("%n row(s) found no place: add cases first, or open the table.", "", block.rows_over))
        if block.columns_over:
            said.append(self.tr("%n column(s) found no place: add variables first.", "", block.columns_over))
        if number:
            alone = number == len(cells) == 1 and len(said) == 1
            self.write(cells, block.names, textual, "" if alone else " ".join(said), block.displays)
        elif len(said) > 1:
            self.said.emit(" ".join(said[1:]), None)


def _sort_in(block: Block, one: Case, column: int, text: str, types: list[str], keys: list[UUID]) -> None:
    """Put one cell of what is pasted where it belongs."""
    plain = clean(text).text.strip()
    case = one.id
    if column == NAME:
        if plain and plain != one.name:
            block.names[case] = plain
    elif column == DISPLAY:
        if plain != (one.display or ""):
            block.displays[case] = plain
    elif column != DOCUMENTS:
        kind = types[column - FIRST]
        problem = problem_of(plain, kind)
        if problem is None:
            block.cells.append((case, keys[column - FIRST], _form(plain, kind)))
        else:
            block.bad.append((case, column, plain, say(problem)))


def _form(text: str, kind: str) -> str:
    return written(text, kind) if text.strip() else ""
