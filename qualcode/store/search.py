"""The search text: derived from the documents, kept in step by the writer, rebuilt if it is ever wrong.

SQLite: an FTS5 index over folded text with a space around each CJK character, so that one index serves all
languages. PostgreSQL: the same folded text in a table, with trigrams where that extension may be made. Either
only narrows down the documents; the hits themselves are found in the text by the query's own pattern.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from ..domain.folding import fold, spaced
from ..domain.queries import Term
from . import tables

if TYPE_CHECKING:
    from .engine import Database

# made once: answers of a survey are many short documents
_TAKE_OUT = sa.text("DELETE FROM search_text WHERE rowid = :row")
_PUT_IN = sa.text("INSERT INTO search_text (rowid, words) VALUES (:row, :words)")
_TEXT = (
    sa.select(tables.contents.c.text)
    .join(tables.document, tables.document.c.content == tables.contents.c.hash)
    .where(tables.document.c.id == sa.bindparam("id"))
)


def create_index(database: "Database", connection: sa.Connection) -> None:
    """Make the empty search index."""
    if not database.on_server:
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE search_text USING fts5(words, tokenize='unicode61 remove_diacritics 0')"
        )
        return
    connection.exec_driver_sql("CREATE TABLE search_text (rowid BIGINT PRIMARY KEY, words TEXT NOT NULL)")
    may_speed_up = connection.exec_driver_sql(
        "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'"
    ).scalar()
    if may_speed_up:
        try:
            with connection.begin_nested():
                connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
                connection.exec_driver_sql("CREATE INDEX ix_search_text ON search_text USING gin (words gin_trgm_ops)")
        except sa.exc.DBAPIError:
            return  # not allowed here: the search reads the folded texts instead, slower and with the same hits


def forget_all(database: "Database", connection: sa.Connection) -> None:
    """Empty the index; to take its texts out one by one takes as long as to put them in."""
    connection.exec_driver_sql("DROP TABLE search_text")
    create_index(database, connection)


def row_number(document: bytes) -> int:
    """The index row of a document: 63 bits of a hash of its id, so that no second table is needed."""
    return int.from_bytes(blake2b(document, digest_size=8).digest(), "big") >> 1


def index_documents(connection: sa.Connection, ids: Iterable[bytes]) -> None:
    """Bring the index in step with the present text of these documents (gone ones leave it)."""
    for document in ids:
        row = row_number(document)
        connection.execute(_TAKE_OUT, {"row": row})
        text = connection.execute(_TEXT, {"id": document}).scalar()
        if text is not None:
            connection.execute(_PUT_IN, {"row": row, "words": spaced(fold(text))})


def candidates(database: "Database", connection: sa.Connection, terms: Sequence[Term]) -> set[int]:
    """Index rows of the documents that may hold all of the terms."""
    if database.on_server:
        # words of a phrase may be parted by punctuation: each must occur, the pattern checks the order
        values: dict[str, str] = {}
        clauses = []
        for term in terms:
            names = []
            alternatives: list[tuple[str, ...]] = [(form,) for form in term.forms] or [term.words]
            for words in alternatives:
                names.append(f"word{len(values)}")
                values[names[-1]] = f"%{'%'.join(words)}%"
            clauses.append("(" + " OR ".join(f"words LIKE :{name}" for name in names) + ")")
        statement = sa.text(f"SELECT rowid FROM search_text WHERE {' AND '.join(clauses)}")
        return set(connection.execute(statement, values).scalars())
    query = " AND ".join(map(_matched, terms))
    statement = sa.text("SELECT rowid FROM search_text WHERE search_text MATCH :query")
    return set(connection.execute(statement, {"query": query}).scalars())


def _matched(term: Term) -> str:
    """A term as FTS5 writes it."""
    if term.forms:
        return "(" + " OR ".join(f'"{form}"' for form in term.forms) + ")"
    return f'"{" ".join(term.words)}"{" *" if term.prefix else ""}'


class Listed(NamedTuple):
    """What a search has to know of every document."""

    id: UUID
    name: str
    language: str


def listed(connection: sa.Connection) -> list[Listed]:
    """All documents in order of import."""
    table = tables.document
    query = sa.select(table.c.id, table.c.name, table.c.language).order_by(table.c.position, table.c.id)
    return [Listed(UUID(bytes=bytes(key)), name, language) for key, name, language in connection.execute(query)]


def comments(connection: sa.Connection) -> Iterator[tuple[UUID, UUID, int, int, str]]:
    """Id, document, start, end and comment of all segments that have one."""
    table = tables.segment
    query = (
        sa.select(table.c.id, table.c.document, table.c.start, table.c.end_pos, table.c.comment)
        .where(table.c.comment != "")
        .order_by(table.c.document, table.c.start, table.c.id)
    )
    for key, document, start, end, comment in connection.execute(query):
        yield UUID(bytes=bytes(key)), UUID(bytes=bytes(document)), start, end, comment


def missing(connection: sa.Connection) -> list[bytes]:
    """Ids of documents whose search text is absent or differs from what their text gives."""
    wrong = []
    indexed: dict[int, str] = dict(connection.execute(sa.text("SELECT rowid, words FROM search_text")).all())
    query = sa.select(tables.document.c.id, tables.contents.c.text).outerjoin(
        tables.contents, tables.document.c.content == tables.contents.c.hash
    )
    for document, text in connection.execute(query):
        words = indexed.pop(row_number(document), None)
        if words != (None if text is None else spaced(fold(text))):
            wrong.append(bytes(document))
    return wrong


def surplus(connection: sa.Connection) -> list[int]:
    """Index rows that belong to no document."""
    known = {row_number(bytes(document)) for document in connection.execute(sa.select(tables.document.c.id)).scalars()}
    return sorted(set(connection.execute(sa.text("SELECT rowid FROM search_text")).scalars()) - known)
