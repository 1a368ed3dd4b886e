"""From what a user names (documents, coders, codes, variables) to the part of the project an analysis looks at."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from ..domain.cases import Assignment, Variable, written
from ..domain.codebook import Code
from ..domain.coders import Coder
from ..domain.conditions import NO_VALUE, is_period, is_range, range_test
from ..domain.document_sets import DocumentSet
from ..domain.documents import Document, clean, turns
from ..domain.errors import BadInput, NotFound, Phrase, listed
from ..domain.folders import within_any
from ..domain.folding import spelt
from ..domain.queries import Parts, Scope, parts_of
from ..domain.themes import ThemeCode, reach
from ..store.reading import Reading
from .folders import known_folder
from .naming import resolve

ALL = "all"
# a name in quotes, or everything up to a comma that has no backslash before it
_PARTS = re.compile(r'(?:(?<=,)|^)(\s*"(?:[^"]|"")*"\s*(?=,|$)|(?:\\,|[^,])*)')


def make_scope(
    read: Reading,
    documents: Iterable[Any] | str | None = None,
    coders: Iterable[Any] | str | None = None,
    codes: Iterable[Any] | str | None = None,
    variables: Mapping[str, Iterable[str] | str] | None = None,
    folders: Iterable[str] | str | None = None,
    sets: Iterable[Any] | str | None = None,
) -> Scope:
    """A scope from names, ids or records; None or "all" means no filter.

    `variables` maps a variable's name to what is wanted of it: values, ranges of a number or date (`>=30`,
    `<2024-05`, `30..40`), a year or month of a date, or "" for no value. A document stays when one of its cases
    has, of every variable named, one of these; a document without a case has no values. Of a document that belongs
    to such cases only by the turns of a speaker, only codings that touch these turns are looked at. A code takes in
    those below it and a theme those linked to it, as wherever a theme is counted. A folder takes in those below it;
    `sets` are sets of documents. Several of one kind mean any of them, several kinds must all hold. Raises `NotFound`
    for what the project does not have.
    """
    chosen = _ids(read, Document, documents)
    parts: Parts = ()
    if variables:
        if not isinstance(variables, Mapping):
            raise BadInput(
                "A filter by variables gives each its values, as in {example}, not {value}.",
                example='{"age": [">=30"]}',
                value=variables,
            )
        having, parts = _documents_with(read, variables)
        chosen = having if chosen is None else chosen & having
    if folders is not None:
        named = [folders] if isinstance(folders, str) else _several(folders)
        for folder in named:
            if not isinstance(folder, str):
                raise BadInput("A folder is named by a text, not by {value}.", value=folder)
        wanted = {known_folder(read, folder) if folder else "" for folder in named}  # "": those in none
        inside = frozenset(document.id for document in read.documents() if within_any(document.folder, wanted))
        chosen = inside if chosen is None else chosen & inside
    set_ids = sets_meant(read, sets)
    if set_ids is not None:
        members = read.document_set_members()
        inside = frozenset(member.document for member in members if member.document_set in set_ids)
        chosen = inside if chosen is None else chosen & inside
    code_ids = _ids(read, Code, codes)
    if code_ids is not None:
        links: list[ThemeCode] = read.where("theme_code")
        code_ids = frozenset().union(*(reach(read.codebook, links, code) for code in code_ids))
    parts = tuple(part for part in parts if chosen is None or part[0] in chosen)
    return Scope(chosen, _ids(read, Coder, coders), code_ids, parts=parts)


def sets_meant(read: Reading, sets: Iterable[Any] | str | None) -> frozenset[UUID] | None:
    """The ids of document sets that are named; None for no filter. Raises `NotFound`."""
    return _ids(read, DocumentSet, sets)


def ids_meant(read: Reading, record: type, things: Iterable[Any] | str | None) -> frozenset[UUID] | None:
    """The ids of what a filter names of one kind of record; None for no filter. Raises `NotFound`."""
    return _ids(read, record, things)


def _ids(read: Reading, record: type, things: Iterable[Any] | str | None) -> frozenset[UUID] | None:
    if things is None or things == ALL:
        return None
    written = _names(read, record, things) if isinstance(things, str) else _several(things)
    names = [one for one in written if not isinstance(one, str) or one.strip()]
    if not names:
        raise BadInput("The filter names nothing. Leave it out to look at everything.")
    return frozenset(thing if isinstance(thing, UUID) else resolve(read, record, thing).id for thing in names)


def _several(things: Any) -> list[Any]:
    """What a filter names beside a text: several things."""
    if isinstance(things, Iterable) and not isinstance(things, bytes):
        return list(things)
    raise BadInput("A filter takes a name, or a list of names, records or ids, not {value}.", value=things)


def _names(read: Reading, record: type, written: str) -> list[Any]:
    """The names in a text with commas: all of it where that is one name, else its parts; a comma in quotes or
    behind a backslash belongs to the name."""
    if "," in written or '"' in written:
        try:
            return [resolve(read, record, written).id]
        except NotFound:
            pass
    return split_names(written)


def split_names(written: str) -> list[str]:
    """Names separated by commas: `A,B`, `"Smith, Ann",B` or `Smith\\, Ann,B`; a quote inside quotes is doubled."""
    return [_unquoted(part.strip()) for part in _PARTS.findall(written)]


def _unquoted(part: str) -> str:
    if len(part) > 1 and part.startswith('"') and part.endswith('"'):
        return part[1:-1].replace('""', '"')
    return part.replace("\\,", ",")


def _documents_with(read: Reading, variables: Mapping[str, Iterable[str] | str]) -> tuple[frozenset[UUID], Parts]:
    """The documents of the cases that have what is wanted of all variables, and of those that belong to such a case
    only in part what does: the turns of a speaker, or a span."""
    cases = {case.id for case in read.cases()}
    without = True  # whether what has no value of any of them is wanted
    for name, wanted in variables.items():
        texts = [wanted] if isinstance(wanted, str) else _several(wanted)
        cases &= cases_with(read, known_variable(read, name), texts)
        without = without and NO_VALUE in texts
    assignments = read.assignments()
    documents = {assignment.document for assignment in assignments if assignment.case in cases}
    if without and variables:
        assigned = {assignment.document for assignment in assignments}
        documents |= {document.id for document in read.documents()} - assigned
    parts = _parts(read, [one for one in assignments if one.case in cases])
    without_text = {document for document, spans in parts if not spans}  # its speaker has no turn there any more
    return frozenset(documents - without_text), parts


def cases_with(read: Reading, variable: Variable, wanted: Iterable[str]) -> set[UUID]:
    """The cases that have one of these values of a variable, or of these ranges; "" asks for those without a value.

    Raises `NotFound` for a value that no case has.
    """
    texts = list(wanted)
    held = read.values(variable=variable.id)
    matching = _matching(texts, variable, {one.text for one in held})
    found = {value.case for value in held if value.text in matching}
    if NO_VALUE in texts:
        found |= {case.id for case in read.cases()} - {value.case for value in held if value.text}
    return found


def known_variable(read: Reading, name: str) -> Variable:
    """The variable that is named in a filter. Raises `NotFound`."""
    try:
        variable: Variable = resolve(read, Variable, name)
    except NotFound:
        if not str(name).endswith("!"):
            raise
        raise NotFound(
            "A filter names what is wanted, so there is no != in it. Name the values of “{variable}” one by one, or a "
            "range of them.",
            variable=str(name)[:-1].strip(),
        ) from None
    return variable


def _parts(read: Reading, assignments: Iterable[Assignment]) -> Parts:
    """What belongs to these assignments of the documents that none of them has as a whole."""
    by_document: dict[UUID, list[Assignment]] = {}
    for one in assignments:
        by_document.setdefault(one.document, []).append(one)
    spans: dict[UUID, list[tuple[int, int]]] = {}
    for document_id, found in by_document.items():
        if any(not one.speaker and one.start is None for one in found):
            continue
        own = spans.setdefault(document_id, [])
        own += [(one.start, one.end) for one in found if one.start is not None and one.end is not None]
        speakers = {one.speaker for one in found if one.speaker}
        if speakers:
            document: Document = read.record("document", document_id)
            spoken = turns(read.text(document), document.speakers)
            own += [(turn.start, turn.end) for turn in spoken if turn.speaker in speakers]
    return parts_of(spans)


def _matching(wanted: Iterable[object], variable: Variable, known: set[str]) -> set[str]:
    """Those of the known values that are wanted, or lie in a wanted range, year or month."""
    found: set[str] = set()
    for value in wanted:
        if value == NO_VALUE:
            continue
        if isinstance(value, str) and is_range(value, variable.type):
            found |= set(filter(range_test(value, variable.type), known))
        elif isinstance(value, str) and is_period(value, variable.type):
            found |= set(filter(range_test(f"{value}..{value}", variable.type), known))
        else:
            found.add(_known(value, variable, known))
    return found


def _known(value: object, variable: Variable, known: set[str]) -> str:
    """A value in the form in which it is stored; some case must have it."""
    plain = ("yes" if value else "no") if isinstance(value, bool) else clean(str(value)).text
    try:
        text = written(plain, variable.type)
    except BadInput:
        text = plain
    if text not in known:
        text = next((one for one in known if spelt(one) == spelt(text)), text)
    if text not in known:
        raise NotFound(
            "No case has “{value}” for “{variable}”. There are: {names}.",
            value=value,
            variable=variable.name,
            names=listed(sorted(known)) or Phrase("none yet"),
        )
    return text
