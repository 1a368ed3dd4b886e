"""Cases and variables: who is compared, and what is known about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain.cases import VARIABLE_TYPES, Assignment, Case, Value, Variable, guess_type, written
from ..domain.codebook import clean_name
from ..domain.documents import Document, clean
from ..domain.errors import BadInput, NotFound, Refused, listed
from ..domain.ids import new_id
from ..domain.segments import trimmed
from ..store.work import Work
from .action import action
from .naming import by_name, resolve, resolve_many
from .repointing import repoint_questions
from .standing import carry_standing, drop_standing


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
    if work.read.case_named(name) is not None:
        raise Refused("There is a case “{name}” already. Choose another name.", name=name)
    case = Case(new_id(), name, work.time)
    work.add(case)
    return case


@action("Rename case “{case.name}” to “{name}”")
def rename_case(work: Work, case: Case, name: str) -> Case:
    """Give a case another name."""
    name = clean_name(name, "case")
    there = work.read.case_named(name)
    if there is not None and there.id != case.id:
        raise Refused("There is a case “{name}” already. Choose another name.", name=name)
    renamed = replace(case, name=name)
    work.say(name=name)
    work.replace(renamed)
    return renamed


@action("Remove case “{case.name}”")
def remove_case(work: Work, case: Case) -> Case:
    """Take a case away with its values; its documents stay."""
    _take_away(work, [case])
    return case


@action("Remove {count} cases")
def remove_cases(work: Work, cases: Iterable[Any]) -> list[Case]:
    """Take several cases away as one step; see `remove_case`."""
    gone: list[Case] = resolve_many(work.read, Case, cases)
    if len(gone) == 1:
        work.say("Remove case “{case.name}”", **{"case.name": gone[0].name})
    work.say(count=len(gone))
    _take_away(work, gone)
    return gone


def _take_away(work: Work, gone: Sequence[Case]) -> None:
    for case in gone:
        work.remove(work.read.assignments(case=case.id))
        work.remove(work.read.values(case=case.id))
    drop_standing(work, [case.id for case in gone])
    work.remove(gone)


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
    """Say whose turns belong to which case: `names` has the one case for each speaker, "" for none; new names make
    new cases. Speakers who are not named stay as they are."""
    known = by_name(work.read.cases())
    found = []
    for label, wanted in names.items():
        speaker = clean(label).text.strip()
        case = None
        if wanted.strip():
            name = clean_name(wanted, "case")
            case = known[name] = known.get(name) or make_case(work, name)
            found.append(_belong(work, case, document, None, None, speaker))
        for one in work.read.assignments(document=document.id):
            if one.speaker == speaker and speaker and (case is None or one.case != case.id):
                work.remove(one)
    return found


@action("Assign {document.name} to “{name}”")
def assign_to(work: Work, document: Document, name: str) -> Case:
    """Say that a document as a whole belongs to the case of that name, which is made if need be."""
    name = clean_name(name, "case")
    work.say(name=name)
    case = by_name(work.read.cases()).get(name) or make_case(work, name)
    _belong(work, case, document, None, None, "")
    return case


@action("Say what belongs to “{case.name}”")
def set_documents(work: Work, case: Case, parts: Iterable[tuple[Any, str]]) -> list[Assignment]:
    """Say which documents belong to a case: pairs of a document and a speaker, "" for the whole document. What else
    belonged to it no longer does, but for spans of the documents named."""
    wanted = {(resolve(work.read, Document, document).id, clean(speaker).text.strip()) for document, speaker in parts}
    documents = {document for document, _ in wanted}
    kept = set()
    for one in work.read.assignments(case=case.id):
        if (one.document, one.speaker) in wanted and one.start is None:
            kept.add((one.document, one.speaker))
        elif one.start is None or one.document not in documents:
            work.remove(one)
    work.add(
        Assignment(new_id(), case.id, document, None, None, speaker) for document, speaker in sorted(wanted - kept)
    )
    return work.read.assignments(case=case.id)


@action("Merge {merged} into “{into.name}”")
def merge_cases(work: Work, cases: Iterable[Any], into: Case) -> Case:
    """One case takes over the documents and memos of others, and of their values and display ids those that it has none
    of itself."""
    gone: list[Case] = resolve_many(work.read, Case, [cases] if isinstance(cases, (str, UUID, Case)) else cases)
    if not gone or any(case.id == into.id for case in gone):
        raise BadInput("Choose two different cases to merge.")
    work.say(merged=listed(f"“{case.name}”" for case in gone))
    filled = {value.variable for value in work.read.values(case=into.id)}
    there = {(one.document, one.start, one.end, one.speaker) for one in work.read.assignments(case=into.id)}
    for case in gone:
        for value in work.read.values(case=case.id):
            if value.variable in filled:
                work.remove(value)
            else:
                filled.add(value.variable)
                work.replace(replace(value, case=into.id))
        for one in work.read.assignments(case=case.id):
            place = (one.document, one.start, one.end, one.speaker)
            if place in there:
                work.remove(one)
            else:
                there.add(place)
                work.replace(replace(one, case=into.id))
        carry_standing(work, case.id, into.id)
        repoint_questions(work, case.id, into.id, into.name)
    work.remove(gone)
    display = next((case.display for case in gone if case.display), None)
    if into.display is None and display is not None:
        into = replace(into, display=display)
        work.replace(into)
    return into


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
