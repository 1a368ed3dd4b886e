"""Cases and variables: who is compared, and what is known about them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..domain.cases import VARIABLE_TYPES, Assignment, Case, Value, Variable, guess_type, written
from ..domain.codebook import clean_name
from ..domain.documents import Document, clean
from ..domain.errors import BadInput, NotFound, Refused
from ..domain.ids import new_id
from ..domain.segments import trimmed
from ..store.work import Work
from .action import action
from .naming import resolve


@action("Add case “{name}”")
def add_case(work: Work, name: str, **variables: Any) -> Case:
    """Add a case; keyword arguments are values of variables, which are made where they do not exist."""
    case = make_case(work, name)
    work.say(name=case.name)
    for variable, value in variables.items():
        put_value(work, case, _variable(work, variable, value), value)
    return case


def make_case(work: Work, name: str) -> Case:
    """Add the record of a case; the name must be free."""
    name = clean_name(name, "case")
    if any(case.name == name for case in work.read.cases()):
        raise Refused("There is a case “{name}” already. Choose another name.", name=name)
    case = Case(new_id(), name, work.time)
    work.add(case)
    return case


@action("Rename case “{case.name}” to “{name}”")
def rename_case(work: Work, case: Case, name: str) -> Case:
    """Give a case another name."""
    name = clean_name(name, "case")
    if any(other.name == name and other.id != case.id for other in work.read.cases()):
        raise Refused("There is a case “{name}” already. Choose another name.", name=name)
    renamed = replace(case, name=name)
    work.say(name=name)
    work.replace(renamed)
    return renamed


@action("Remove case “{case.name}”")
def remove_case(work: Work, case: Case) -> Case:
    """Take a case away with its values; its documents stay."""
    work.remove(work.read.assignments(case=case.id))
    work.remove(work.read.values(case=case.id))
    work.remove(work.read.memos(case.id))
    work.remove(case)
    return case


@action("Add variable “{name}”")
def add_variable(work: Work, name: str, type: str = "text") -> Variable:  # noqa: A002
    """Add a variable of cases; `type` is text, number, date, yes/no or choice."""
    variable = make_variable(work, name, type)
    work.say(name=variable.name)
    return variable


def make_variable(work: Work, name: str, variable_type: str) -> Variable:
    """Add the record of a variable; the name must be free."""
    if variable_type not in VARIABLE_TYPES:
        raise BadInput(
            "A variable is one of {types}, not “{type}”.", types=", ".join(VARIABLE_TYPES), type=variable_type
        )
    name = clean_name(name, "variable")
    if work.read.variable_named(name) is not None:
        raise Refused("There is a variable “{name}” already. Choose another name.", name=name)
    variable = Variable(new_id(), name, variable_type, work.time)
    work.add(variable)
    return variable


def _variable(work: Work, name: Any, value: Any) -> Variable:
    """The variable of that name, made with the type its first value suggests."""
    try:
        found: Variable = resolve(work.read, Variable, name)
    except NotFound:
        if not isinstance(name, str) or value is None or value == "":
            raise
    else:
        return found
    if isinstance(value, bool):
        guessed = "yes/no"
    else:  # a number of any length is one; digits in text may be a postal code
        guessed = "number" if isinstance(value, (int, float)) else guess_type([str(value)])
    return make_variable(work, name, "text" if guessed == "choice" else guessed)


@action("Assign {document.name} to “{case.name}”")
def assign(
    work: Work,
    case: Case,
    document: Document,
    start: int | None = None,
    end: int | None = None,
    speaker: str = "",
) -> Assignment:
    """Say that a document belongs to a case: the whole, a span of it, or the turns of one speaker."""
    if (start is None) != (end is None):
        raise BadInput("Give both a start and an end, or neither for the whole document.")
    if start is not None and end is not None:
        span = trimmed(work.read.text(document), start, end)
        start, end = span.start, span.end
    return _belong(work, case, document, start, end, clean(speaker).text.strip())


def _belong(work: Work, case: Case, document: Document, start: int | None, end: int | None, speaker: str) -> Assignment:
    """The assignment that says so, made if need be."""
    for known in work.read.assignments(document=document.id, case=case.id):
        if (known.start, known.end, known.speaker) == (start, end, speaker):
            return known
    assignment = Assignment(new_id(), case.id, document.id, start, end, speaker)
    work.add(assignment)
    return assignment


@action("Make cases of the speakers in {document.name}")
def speakers_to_cases(work: Work, document: Document, names: Mapping[str, str]) -> list[Assignment]:
    """Say whose turns belong to which case: `names` has the case for each speaker; new names make new cases."""
    known = {case.name: case for case in work.read.cases()}
    found = []
    for speaker, wanted in names.items():
        name = clean_name(wanted, "case")
        case = known.get(name) or make_case(work, name)
        known[name] = case
        found.append(_belong(work, case, document, None, None, clean(speaker).text.strip()))
    return found


@action("Take {document.name} out of “{case.name}”")
def unassign(work: Work, case: Case, document: Document) -> Case:
    """Take back every assignment of a document to a case."""
    work.remove(work.read.assignments(document=document.id, case=case.id))
    return case


@action("Set {variable} of “{case.name}”")
def set_value(work: Work, case: Case, variable: Any, value: Any) -> Value | None:
    """Say what a case has for a variable (by record or name, made if need be); None or "" takes it away."""
    known = _variable(work, variable, value)
    work.say(variable=known.name)
    return put_value(work, case, known, value)


def put_value(work: Work, case: Case, variable: Variable, value: Any) -> Value | None:
    """Write one value in its variable's form."""
    before = next(iter(work.read.values(case=case.id, variable=variable.id)), None)
    if value is None or value == "":
        if before is not None:
            work.remove(before)
        return None
    plain = clean(str(value)).text if not isinstance(value, bool) else ("yes" if value else "no")
    text = written(plain, variable.type)
    if before is None:
        made = Value(new_id(), case.id, variable.id, text)
        work.add(made)
        return made
    made = replace(before, text=text)
    work.replace(made)
    return made
