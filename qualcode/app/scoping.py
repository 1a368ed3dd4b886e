"""From what a user names (documents, coders, codes, variables) to the part of the project an analysis looks at."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from ..domain.cases import Variable
from ..domain.codebook import Code
from ..domain.coders import Coder
from ..domain.documents import Document
from ..domain.errors import BadInput, NotFound, listed
from ..domain.queries import Scope
from ..store.reading import Reading
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
    folders: Iterable[str] | None = None,
) -> Scope:
    """A scope from names, ids or records; None or "all" means no filter.

    `variables` maps a variable's name to the values wanted: a document stays when one of its cases has one of
    them. Several filters hold together.
    """
    chosen = _ids(read, Document, documents)
    for variable, values in (variables or {}).items():
        having = _documents_with(read, variable, {values} if isinstance(values, str) else set(values))
        chosen = having if chosen is None else chosen & having
    if folders is not None:
        wanted = set(folders)
        known = {document.folder for document in read.documents()}
        for folder in sorted(wanted - known):
            raise NotFound(
                "There is no folder “{name}”. There are: {names}.",
                name=folder,
                names=listed(sorted(known - {""})) or "none yet",
            )
        inside = frozenset(document.id for document in read.documents() if document.folder in wanted)
        chosen = inside if chosen is None else chosen & inside
    code_ids = _ids(read, Code, codes)
    if code_ids is not None:
        below = {code.id for chosen_code in code_ids for code in read.codebook.descendants(chosen_code)}
        code_ids = code_ids | below
    return Scope(chosen, _ids(read, Coder, coders), code_ids)


def _ids(read: Reading, record: type, things: Iterable[Any] | str | None) -> frozenset[UUID] | None:
    if things is None or things == ALL:
        return None
    names = _names(read, record, things) if isinstance(things, str) else list(things)
    if not names:
        raise BadInput("The filter names nothing. Leave it out to look at everything.")
    return frozenset(thing if isinstance(thing, UUID) else resolve(read, record, thing).id for thing in names)


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


def _documents_with(read: Reading, variable: str, values: set[str]) -> frozenset[UUID]:
    found: Variable = resolve(read, Variable, variable)
    cases = {value.case for value in read.values(variable=found.id) if value.text in values}
    return frozenset(assignment.document for assignment in read.assignments() if assignment.case in cases)
