"""Tables of cases: a spreadsheet's rows find the cases they are about, its columns become variables, in one step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from ..domain.blocks import read_block
from ..domain.cases import Assignment, Case, Variable
from ..domain.codebook import NAME_LIMIT, clean_name
from ..domain.documents import Document
from ..domain.errors import BadInput
from ..domain.ids import new_id
from ..domain.matching import ANY, WAYS, Directory, Match, best_column, folded, match
from ..domain.progress import SILENT, Progress
from ..store.reading import Reading
from ..store.work import Work
from .action import action
from .cases import make_variable
from .display_names import put_displays
from .mentions import shortened
from .naming import by_name
from .variables import problem_of, write_cells

REFUSE, SKIP, TEXT = "refuse", "skip", "text"
DOCUMENTS = "documents"  # the column of our own export that tells what belongs to a case
DISPLAY = "display"  # the one that tells their display ids; a column of this name sets them, unless it is a variable


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it was read: its name, a header, rows of equal width with their numbers in the file; `notes` are
    phrases about the reading."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]]
    numbers: tuple[int, ...]
    notes: tuple[str, ...] = ()

    def column(self, place: int) -> list[str]:
        """The cells of a column."""
        return [row[place] for row in self.rows]


@dataclass(frozen=True, slots=True)
class Column:
    """A column that becomes a variable of this name, known or new; `type` counts where it is new. `unanswered` are
    cells, in small letters, that mean there is no answer."""

    place: int
    variable: str
    type: str
    unanswered: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Target:
    """The case a row (its number from 0) is about: a known one, or a new one of this name with its document."""

    row: int
    case: UUID | None
    name: str = ""
    document: UUID | None = None


@dataclass(frozen=True, slots=True)
class Unfit:
    """A cell that does not fit the type of its variable."""

    row: int
    column: Column
    text: str
    problem: BadInput


@dataclass(slots=True)
class Brought:
    """What a table brought in: `values` cells changed, new `cases` and new `variables`, and the cells left out."""

    values: int = 0
    cases: list[Case] = field(default_factory=list)
    variables: list[Variable] = field(default_factory=list)
    unfit: list[Unfit] = field(default_factory=list)


def read_sheet(path: str | Path, progress: Progress = SILENT) -> Sheet:
    """The first sheet of a table file that holds something. Raises `BadInput` for what is none."""
    from ..formats import registry

    table = registry.read_table(Path(path), progress)
    return _sheet(Sheet(table.name, table.columns, table.rows, table.numbers, table.notes))


def sheet_of_text(text: str, name: str) -> Sheet:
    """A table from the clipboard; its first row is the header."""
    from ..formats.surveys import headings

    numbered = [(at, row) for at, row in enumerate(read_block(text), start=1) if any(cell.strip() for cell in row)]
    rows = [row for _, row in numbered]
    if not rows:
        raise BadInput("There is no table in the clipboard. Copy one in a spreadsheet first.")
    columns = headings(rows[0])
    return _sheet(Sheet(name, tuple(columns), [tuple(row) for row in rows[1:]], tuple(at for at, _ in numbered[1:])))


def _sheet(sheet: Sheet) -> Sheet:
    if not sheet.rows:
        raise BadInput("“{name}” has a header but no rows below it.", name=sheet.name)
    return sheet


def directory(read: Reading) -> Directory:
    """Who there is to be found."""
    return Directory.of(read.cases(), read.documents(), read.assignments())


def key_column(sheet: Sheet, known: Directory) -> int:
    """The column that most likely names the cases: those that are there, else new ones."""
    from ..formats.surveys import naming_column

    found = best_column([sheet.column(place) for place in range(len(sheet.columns))], known)
    return (naming_column(sheet.columns, sheet.rows) or 0) if found is None else found


def match_rows(sheet: Sheet, known: Directory, key: int, way: str = ANY) -> list[Match]:
    """Whose row each row is, by the names in the column `key`."""
    if way not in WAYS:
        raise BadInput("Rows are matched by {ways}, not by “{way}”.", ways=", ".join(WAYS), way=way)
    return match(sheet.column(key), known, way)


def columns_of(sheet: Sheet, variables: Iterable[Variable], key: int) -> list[Column]:
    """What each further column may become: the variable of its name, or a new one of the type its cells suggest."""
    from ..formats.surveys import closed_type, told_apart

    known = {folded(variable.name): variable for variable in variables}
    found = []
    for place, name in enumerate(told_apart(sheet.columns, NAME_LIMIT)):  # long questions often begin alike
        if place == key:
            continue
        guessed, unanswered = closed_type([cell.strip() for cell in sheet.column(place)])
        variable = known.get(folded(name))
        found.append(
            Column(place, name, guessed, unanswered)
            if variable is None
            else Column(place, variable.name, variable.type, unanswered if variable.type == guessed else frozenset())
        )
    return found


def targets_of(matches: Sequence[Match], names: dict[UUID, str], new: bool = False) -> list[Target]:
    """The targets of the rows that were found, `names` those of documents; with `new` also of those that nobody has."""
    found = []
    for row, one in enumerate(matches):
        if one.found:
            found.append(Target(row, one.case, names.get(one.document, one.name) if one.document else "", one.document))
        elif new and one.why == "nobody":
            found.append(Target(row, None, one.name))
    return found


def cells_of(
    sheet: Sheet, columns: Sequence[Column], targets: Sequence[Target]
) -> Iterator[tuple[Target, Column, str]]:
    """The cells that say something."""
    for target in targets:
        for column in columns:
            text = sheet.rows[target.row][column.place].strip()
            if text and text.casefold() not in column.unanswered:
                yield target, column, text


def unfitting(
    sheet: Sheet, columns: Sequence[Column], targets: Sequence[Target], types: dict[str, str] | None = None
) -> list[Unfit]:
    """The cells that do not fit; `types` are those of known variables by name, which go before the columns' own."""
    found = []
    for target, column, text in cells_of(sheet, columns, targets):
        problem = problem_of(text, (types or {}).get(column.variable, column.type))
        if problem is not None:
            found.append(Unfit(target.row, column, text, problem))
    return found


@action("Bring in {table}: {values} values of {cases} cases")
def bring_in_table(
    work: Work, sheet: Sheet, columns: Sequence[Column], targets: Sequence[Target], unfit: str = REFUSE
) -> Brought:
    """Write a table of cases. Empty cells leave what is there. Cells that do not fit are refused together, skipped, or
    make their variable `text`."""
    if unfit not in (REFUSE, SKIP, TEXT):
        raise BadInput(
            "What does not fit is met by {ways}, not by “{way}”.", ways=f"{REFUSE}, {SKIP}, {TEXT}", way=unfit
        )
    brought = Brought()
    known = by_name(work.read.variables())
    bad = unfitting(sheet, columns, targets, {name: variable.type for name, variable in known.items()})
    if bad and unfit == REFUSE:
        first = bad[0]
        raise BadInput(
            "{number} cells do not fit the type of their variable; the first is “{value}” for “{variable}” in row "
            "{row}. Change them, or say that they are to be skipped or that the variable is to be text.",
            number=len(bad),
            value=shortened(first.text),
            variable=first.column.variable,
            row=sheet.numbers[first.row],
        )
    shown = [column for column in columns if column.variable == DISPLAY and DISPLAY not in known]
    columns = [column for column in columns if column not in shown]
    made: dict[str, Variable] = {}
    textual = {one.column.variable for one in bad} if unfit == TEXT else set()
    for column in columns:
        made[column.variable] = _variable(work, column, known, column.variable in textual, brought)
    brought.unfit = bad if unfit == SKIP else []
    left = {(one.row, one.column.place) for one in brought.unfit}
    cases = _cases(work, targets, brought)
    aims = [
        (cases[target.row], made[column.variable], text)
        for target, column, text in cells_of(sheet, columns, targets)
        if (target.row, column.place) not in left
    ]
    brought.values = write_cells(work, aims)
    displays = {cases[target.row].id: text for target, _, text in cells_of(sheet, shown, targets)}
    brought.values += len(put_displays(work, displays))
    work.say(table=sheet.name, values=brought.values, cases=len({case.id for case in cases.values()}))
    return brought


def _variable(work: Work, column: Column, known: dict[str, Variable], as_text: bool, brought: Brought) -> Variable:
    variable = known.get(clean_name(column.variable, "variable"))
    if variable is None:
        variable = make_variable(work, column.variable, "text" if as_text else column.type)
        brought.variables.append(variable)
    elif as_text and variable.type != "text":
        variable = replace(variable, type="text")
        work.replace(variable)
    known[variable.name] = variable
    return variable


def _cases(work: Work, targets: Sequence[Target], brought: Brought) -> dict[int, Case]:
    """The case of each row, made where it is new; a document that belonged to nobody belongs to it."""
    known = {case.id: case for case in work.read.cases()}
    names = by_name(known.values())
    found: dict[int, Case] = {}
    assigned: list[Assignment] = []
    for target in targets:
        name = "" if target.case is not None else clean_name(target.name, "case")
        case = known.get(target.case) if target.case is not None else names.get(name)
        if case is None:
            case = names[name] = Case(new_id(), name or clean_name(target.name, "case"), work.time)
            brought.cases.append(case)
        if target.document is not None and target.case is None:
            assigned.append(Assignment(new_id(), case.id, target.document, None, None, ""))
        found[target.row] = case
    work.add(brought.cases)  # together: one by one each would look through all the others
    work.add(assigned)
    return found


def table_rows(read: Reading) -> tuple[tuple[str, ...], Iterator[tuple[Any, ...]]]:
    """The table of cases as it is exported: columns, and a row per case; numbers as numbers."""
    variables = read.variables()
    values = {(value.case, value.variable): value.text for value in read.values()}
    documents: dict[UUID, Document] = {document.id: document for document in read.documents()}
    parts: dict[UUID, list[str]] = {}
    for one in read.assignments():
        name = documents[one.document].name
        parts.setdefault(one.case, []).append(f"{name} ({one.speaker})" if one.speaker else name)

    def rows() -> Iterator[tuple[Any, ...]]:
        for case in read.cases():
            told = "; ".join(dict.fromkeys(parts.get(case.id, ())))
            cells = (_typed(values.get((case.id, variable.id)), variable.type) for variable in variables)
            yield case.name, told, *cells, case.display or ""

    names = tuple(variable.name for variable in variables)
    return (_free("case", variables), _free(DOCUMENTS, variables), *names, _free(DISPLAY, variables)), rows()


def _free(name: str, variables: Iterable[Variable]) -> str:
    taken = {variable.name for variable in variables}
    while name in taken:
        name += "_"
    return name


def _typed(text: str | None, variable_type: str) -> object:
    if text is None or variable_type != "number":
        return text
    number = float(text)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number
