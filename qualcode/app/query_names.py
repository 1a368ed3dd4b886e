"""The names in a query: found in the project when somebody types them, and said again when it is shown.

What is kept holds ids, so that a code that is renamed or moved is still the one that was meant.
"""

from dataclasses import replace
from typing import Any
from uuid import UUID

from ..domain.cases import Case, Variable
from ..domain.codebook import Code
from ..domain.coders import Coder
from ..domain.document_sets import DocumentSet
from ..domain.documents import Document
from ..domain.errors import NotFound, Refused
from ..domain.folding import spelt
from ..domain.query_language import read_query
from ..domain.query_tree import (
    CASE,
    CODER,
    DOCUMENT,
    FOLDER,
    SET,
    Coded,
    Is,
    Query,
    SmartCode,
    Valued,
    from_json,
    parts_of,
    require_shallow,
    with_parts,
)
from ..domain.questions import SavedQuery
from ..store.reading import Reading
from .folders import known_folder
from .naming import resolve
from .scoping import cases_with, known_variable

_RECORDS: dict[str, type[Any]] = {CASE: Case, CODER: Coder, DOCUMENT: Document, SET: DocumentSet}


def typed(read: Reading, text: str) -> Query:
    """The query that somebody typed, with ids instead of names.

    Raises `BadInput` for what is none, `NotFound` and `Ambiguous` for names.
    """
    return settled(read, read_query(text))


def settled(read: Reading, query: Query) -> Query:
    """The same query with ids instead of names. Raises `NotFound` for what the project does not have."""
    if isinstance(query, Coded):
        return _settled_code(read, query)
    if isinstance(query, SmartCode):
        return SmartCode(str(resolve(read, SavedQuery, query.query).id))
    if isinstance(query, Is):
        if query.kind == FOLDER:
            return Is(FOLDER, known_folder(read, query.value) if query.value else "")
        record = _RECORDS.get(query.kind)
        return query if record is None else Is(query.kind, str(resolve(read, record, query.value).id))
    if isinstance(query, Valued):
        variable = known_variable(read, query.variable)
        cases_with(read, variable, [query.value])  # says what is wrong with a value
        return Valued(str(variable.id), query.value)
    return with_parts(query, tuple(settled(read, part) for part in parts_of(query)))


def _settled_code(read: Reading, query: Coded) -> Query:
    try:
        return Coded(str(resolve(read, Code, query.code).id), query.below)
    except NotFound:
        smart = [one for one in read.where("saved_query") if spelt(one.name) == spelt(query.code) and one.smart]
        if query.below or not smart:
            raise
    return SmartCode(str(smart[0].id))


def named(read: Reading, query: Query) -> Query:
    """The same query with names instead of ids, as it is shown; what is gone keeps its id."""
    if isinstance(query, Coded):
        key = _key(query.code)
        return Coded(read.codebook.paths().get(key, query.code) if key else query.code, query.below)
    if isinstance(query, SmartCode):
        return SmartCode(_name(read, SavedQuery, query.query))
    if isinstance(query, Is) and query.kind in _RECORDS:
        return Is(query.kind, _name(read, _RECORDS[query.kind], query.value))
    if isinstance(query, Valued):
        return Valued(_name(read, Variable, query.variable), query.value)
    return with_parts(query, tuple(named(read, part) for part in parts_of(query)))


def _name(read: Reading, record: type[Any], text: str) -> str:
    if _key(text) is None:
        return text
    try:
        return str(resolve(read, record, text).name)
    except NotFound:
        return text


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def expanded(read: Reading, query: Query, above: tuple[UUID, ...] = ()) -> Query:
    """The same query, each smart code in it with its meaning; `above` are the queries it stands in.

    Raises `Refused` where one stands in itself, and `NotFound` where one is gone.
    """
    if not isinstance(query, SmartCode):
        return with_parts(query, tuple(expanded(read, part, above) for part in parts_of(query)))
    saved: SavedQuery = resolve(read, SavedQuery, query.query)
    if saved.id in above:
        raise Refused(
            "The query “{name}” would ask for itself. Leave it out of what it asks, or of a smart code in it.",
            name=saved.name,
        )
    meaning = expanded(read, from_json(saved.question), (*above, saved.id))
    return require_shallow(SmartCode(str(saved.id), meaning))


def with_codes_below(query: Query) -> Query:
    """The same query, each code with those below it."""
    if isinstance(query, Coded):
        return Coded(query.code, below=True)
    if isinstance(query, SmartCode):
        return query
    return with_parts(query, tuple(with_codes_below(part) for part in parts_of(query)))
