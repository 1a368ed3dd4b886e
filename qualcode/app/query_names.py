"""The names in a query: found in the project when somebody types them, and said again when it is shown.

What is kept holds ids, so that a code that is renamed or moved is still the one that was meant.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from ..domain.cases import Case, Variable
from ..domain.codebook import Code
from ..domain.coders import Coder
from ..domain.document_sets import DocumentSet
from ..domain.documents import Document
from ..domain.errors import Ambiguous, NotFound, Phrase, Refused
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
    walk,
    with_parts,
)
from ..domain.questions import SavedQuery
from ..store.reading import Reading
from .folders import known_folder
from .gone import NO_LONGER, bare, came_back, last_name, no_longer, removed
from .naming import RESOLVERS, resolve
from .scoping import cases_with, known_variable

_RECORDS: dict[str, type[Any]] = {CASE: Case, CODER: Coder, DOCUMENT: Document, SET: DocumentSet}
NO_ANSWER = Phrase("The smart code “{name}” has no answer: {reason}")


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
        return SmartCode(str(_known(read, SavedQuery, query.query).id))
    if isinstance(query, Is):
        if query.kind == FOLDER:
            return Is(FOLDER, known_folder(read, query.value) if query.value else "")
        record = _RECORDS.get(query.kind)
        return query if record is None else Is(query.kind, str(_known(read, record, query.value).id))
    if isinstance(query, Valued):
        variable = (
            known_variable(read, query.variable)
            if _key(query.variable) is None
            else _known(read, Variable, query.variable)
        )
        cases_with(read, variable, [query.value])  # says what is wrong with a value
        return Valued(str(variable.id), query.value)
    return with_parts(query, tuple(settled(read, part) for part in parts_of(query)))


def _settled_code(read: Reading, query: Coded) -> Query:
    try:
        return Coded(str(_known(read, Code, query.code).id), query.below)
    except NotFound:
        smart = [one for one in read.where("saved_query") if spelt(one.name) == spelt(query.code) and one.smart]
        if smart and not query.below:
            return SmartCode(str(smart[0].id))
        if not bare(query.code):
            raise
    return _settled_removed(read, query, bare(query.code))


def _settled_removed(read: Reading, query: Coded, name: str) -> Query:
    """A code that was shown as removed (see `named`): it is there again where that was undone."""
    try:
        code: Code = resolve(read, Code, name)
        if came_back(read, code.id):
            return Coded(str(code.id), query.below)
    except (NotFound, Ambiguous):
        pass
    raise NotFound(NO_LONGER["code"].template, name=name)


def named(read: Reading, query: Query) -> Query:
    """The same query with names instead of ids, as it is shown; what is gone has the name it had and is said to be
    removed, and its id where the history knows none."""
    if isinstance(query, Coded):
        path = read.codebook.paths().get(_key(query.code) or UUID(int=0))
        return Coded(path or _name(read, Code, query.code), query.below)
    if isinstance(query, SmartCode):
        return SmartCode(_name(read, SavedQuery, query.query))
    if isinstance(query, Is) and query.kind in _RECORDS:
        return Is(query.kind, _name(read, _RECORDS[query.kind], query.value))
    if isinstance(query, Valued):
        return Valued(_name(read, Variable, query.variable), query.value)
    return with_parts(query, tuple(named(read, part) for part in parts_of(query)))


def _name(read: Reading, record: type[Any], text: str) -> str:
    key = _key(text)
    if key is None:
        return text
    kind = RESOLVERS[record][0]
    there = read.by_id(kind, key)
    if there is not None:
        return str(there.name)
    name = last_name(read, kind, key)
    return removed(name) if name else text


def _key(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def expanded(read: Reading, query: Query, above: tuple[UUID, ...] = ()) -> Query:
    """The same query, each smart code in it with its meaning, which is one object however often it is asked for;
    `above` are the queries it stands in.

    Raises `Refused` where one stands in itself, and `NotFound` where one is gone.
    """
    known: dict[str, Query] = {}

    def meant(part: Query, above: tuple[UUID, ...]) -> Query:
        if not isinstance(part, SmartCode):
            return with_parts(part, tuple(meant(inner, above) for inner in parts_of(part)))
        if part.query not in known:
            saved: SavedQuery = _known(read, SavedQuery, part.query)
            if saved.id in above:
                raise Refused(
                    "The query “{name}” would ask for itself. Leave it out of what it asks, or of a smart code in it.",
                    name=saved.name,
                )
            meaning = meant(from_json(saved.question), (*above, saved.id))
            known[part.query] = require_shallow(SmartCode(str(saved.id), meaning))
        return known[part.query]

    return meant(query, above)


def require_there(read: Reading, query: Query) -> None:
    """Raises `NotFound` where an expanded query asks for what is gone: by its name, and in which smart code."""
    for part in walk(query):
        for leaf in _own(part.meaning) if isinstance(part, SmartCode) and part.meaning is not None else ():
            try:
                _require_leaf(read, leaf)
            except NotFound as error:
                assert isinstance(part, SmartCode)
                name, values = resolve(read, SavedQuery, part.query).name, dict[str, Any](error.values)
                raise NotFound(NO_ANSWER.template, name=name, reason=Phrase(error.template, **values)) from error
    for leaf in _own(query):
        _require_leaf(read, leaf)


def _own(query: Query) -> Iterator[Query]:
    """What a query asks without the smart codes in it."""
    yield query
    for part in () if isinstance(query, SmartCode) else parts_of(query):
        yield from _own(part)


def _require_leaf(read: Reading, leaf: Query) -> None:
    if isinstance(leaf, Coded) and _key(leaf.code) not in read.codebook.by_id:
        _known(read, Code, leaf.code)
    elif isinstance(leaf, Valued):
        _known(read, Variable, leaf.variable)
    elif isinstance(leaf, Is) and leaf.kind == FOLDER and leaf.value:
        known_folder(read, leaf.value)
    elif isinstance(leaf, Is) and leaf.kind in _RECORDS:
        _known(read, _RECORDS[leaf.kind], leaf.value)


def _known(read: Reading, record: type[Any], text: str) -> Any:
    """What a name or id means. Raises `NotFound`, of an id of what is gone with the name it had, and `Ambiguous`."""
    try:
        return resolve(read, record, text)
    except NotFound:
        key = _key(text)
        if key is None:
            raise
        raise no_longer(read, RESOLVERS[record][0], key) from None


def with_codes_below(query: Query) -> Query:
    """The same query, each code with those below it."""
    if isinstance(query, Coded):
        return Coded(query.code, below=True)
    if isinstance(query, SmartCode):
        return query
    return with_parts(query, tuple(with_codes_below(part) for part in parts_of(query)))
