"""The table of cases and variables: its cells, and the variables themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain.cases import VARIABLE_TYPES, Case, Value, Variable, written
from ..domain.codebook import clean_name
from ..domain.documents import clean
from ..domain.errors import BadInput, Refused, listed
from ..domain.ids import new_ids
from ..store.reading import Reading
from ..store.work import Work
from .action import action
from .display_names import put_displays
from .naming import resolve_many

REFUSE, CLEAR = "refuse", "clear"


@action("Rename variable “{variable.name}” to “{name}”")
def rename_variable(work: Work, variable: Variable, name: str) -> Variable:
    """Give a variable another name; its values stay."""
    name = clean_name(name, "variable")
    other = work.read.variable_named(name)
    if other is not None and other.id != variable.id:
        raise Refused("There is a variable “{name}” already. Choose another name.", name=name)
    work.say(name=name)
    renamed = replace(variable, name=name)
    work.replace(renamed)
    return renamed


@action("Make “{variable.name}” a variable of type {type}")
def change_variable_type(work: Work, variable: Variable, type: str, unfit: str = REFUSE) -> Variable:  # noqa: A002
    """Give a variable another type, its values in that type's form; those that do not fit are named in a refusal, or
    with `unfit="clear"` taken away."""
    if type not in VARIABLE_TYPES:
        raise BadInput("A variable is one of {types}, not “{type}”.", types=", ".join(VARIABLE_TYPES), type=type)
    if unfit not in (REFUSE, CLEAR):
        raise BadInput("What does not fit is met by {ways}, not by “{way}”.", ways=f"{REFUSE}, {CLEAR}", way=unfit)
    return _retype(work, variable, type, unfit)


def _retype(work: Work, variable: Variable, wanted: str, unfit: str) -> Variable:
    changed: list[Value] = []
    bad: list[Value] = []
    for value in work.read.values(variable=variable.id):
        try:
            changed.append(replace(value, text=written(value.text, wanted)))
        except BadInput:
            bad.append(value)
    if bad and unfit == REFUSE:
        raise Refused(
            "{number} values of “{variable}” do not fit the type {type}: {values}. Change them first.",
            number=len(bad),
            variable=variable.name,
            type=wanted,
            values=listed(dict.fromkeys(value.text for value in bad)),
        )
    work.remove(bad)
    work.replace(changed)
    made = replace(variable, type=wanted)
    work.replace(made)
    return made


def unfit_values(read: Reading, variable: Variable, wanted: str) -> list[tuple[Case, str]]:
    """The values of a variable that do not fit a type, each with its case."""
    found = [value for value in read.values(variable=variable.id) if problem_of(value.text, wanted) is not None]
    cases = {case.id: case for case in read.records("case", [value.case for value in found])}
    return [(cases[value.case], value.text) for value in found]


def problem_of(text: str, variable_type: str) -> BadInput | None:
    """Why a text does not fit a type; None when it does. An empty text fits every type."""
    if not text.strip():
        return None
    try:
        written(text, variable_type)
    except BadInput as error:
        return error
    return None


@action("Remove variable “{variable.name}” and its {values} values")
def remove_variable(work: Work, variable: Variable) -> Variable:
    """Take a variable away with what the cases have for it."""
    values = work.read.values(variable=variable.id)
    work.say(values=len(values))
    work.remove(values)
    work.remove(variable)
    return variable


Cell = tuple[Any, Any, Any]  # a case and a variable (records, ids or names), and a value; None or "" clears


@action("Set {count} values of cases")
def set_values(
    work: Work,
    cells: Sequence[Cell],
    names: Mapping[UUID, str] | None = None,
    as_text: Iterable[Any] = (),
    displays: Mapping[UUID, str] | None = None,
) -> int:
    """Set many cells as one step: all of them, or none where a value does not fit its variable.

    `names` gives cases other names, `displays` other display ids; the variables in `as_text` become text first, so that
    everything fits them. The number of cells that changed.
    """
    for variable in resolve_many(work.read, Variable, as_text):
        _retype(work, variable, "text", REFUSE)
    wanted = list(cells)
    cases = _by_key(work.read, Case, [case for case, _, _ in wanted])
    variables = _by_key(work.read, Variable, [variable for _, variable, _ in wanted])
    aims = [(cases[_key(case)], variables[_key(variable)], value) for case, variable, value in wanted]
    changed = write_cells(work, aims) + _rename(work, names or {}) + len(put_displays(work, displays or {}))
    if changed == 1 and len(aims) == 1 and not names and not displays:
        case, variable, _ = aims[0]
        work.say("Set {variable} of “{case.name}”", **{"variable": variable.name, "case.name": case.name})
    work.say(count=changed)
    return changed


def write_cells(work: Work, aims: Sequence[tuple[Case, Variable, Any]]) -> int:
    """Write values in their variables' forms; the number that changed. Raises `BadInput` for the first that does not
    fit, naming its cell."""
    texts = {(case.id, variable.id): _text(case, variable, value) for case, variable, value in aims}
    before = _present(work.read, {case for case, _ in texts}, {variable for _, variable in texts})
    gone = [before[key] for key, text in texts.items() if not text and key in before]
    changed = [replace(before[key], text=text) for key, text in texts.items() if text and key in before]
    changed = [value for value in changed if value.text != before[value.case, value.variable].text]
    empty = [(*both, text) for both, text in texts.items() if text and both not in before]
    new = [Value(key, *cell) for key, cell in zip(new_ids(len(empty)), empty, strict=True)]
    work.remove(gone)
    work.replace(changed)
    work.add(new)
    return len(gone) + len(changed) + len(new)


def _text(case: Case, variable: Variable, value: Any) -> str:
    if value is None or value == "":
        return ""
    plain = ("yes" if value else "no") if isinstance(value, bool) else clean(str(value)).text
    if not plain.strip():
        return ""
    try:
        return written(plain, variable.type)
    except BadInput as error:
        raise BadInput(
            "{reason} It stands for “{case}” in “{variable}”, which is of type {type}.",
            reason=str(error),
            case=case.name,
            variable=variable.name,
            type=variable.type,
        ) from None


def _present(read: Reading, cases: set[UUID], variables: set[UUID]) -> dict[tuple[UUID, UUID], Value]:
    """What stands in the cells of these cases and variables, asked for by whichever are fewer."""
    if len(cases) <= len(variables):
        found = [value for case in cases for value in read.values(case=case)]
    else:
        found = [value for variable in variables for value in read.values(variable=variable)]
    return {(value.case, value.variable): value for value in found}


def _rename(work: Work, names: Mapping[UUID, str]) -> int:
    if not names:
        return 0
    known = {case.id: case for case in work.read.cases()}
    renamed = [replace(known[key], name=clean_name(name, "case")) for key, name in names.items() if key in known]
    after = {**known, **{case.id: case for case in renamed}}
    taken: set[str] = set()
    for case in after.values():
        if case.name in taken:
            raise Refused("There is a case “{name}” already. Choose another name.", name=case.name)
        taken.add(case.name)
    work.replace(renamed)
    return sum(1 for case in renamed if case.name != known[case.id].name)


def _key(thing: Any) -> Any:
    return thing.id if isinstance(thing, (Case, Variable)) else thing


def _by_key(read: Reading, record: type, things: Iterable[Any]) -> dict[Any, Any]:
    """The present records of things, by the thing."""
    different = list(dict.fromkeys(_key(thing) for thing in things))
    ids = [thing for thing in different if isinstance(thing, UUID)]
    if len(ids) == len(different):
        found = {one.id: one for one in resolve_many(read, record, ids)}
        return {key: found[key] for key in ids}
    return {thing: resolve_many(read, record, [thing])[0] for thing in different}
