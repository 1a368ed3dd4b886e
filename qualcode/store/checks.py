"""Checking a project against itself: structure, offsets, search index, digests, and the chain of steps."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import msgspec
import sqlalchemy as sa

from ..domain.documents import Document
from ..domain.errors import Damaged
from ..domain.progress import SILENT, Progress
from . import contents, search, tables
from .reading import Reading
from .records import KINDS
from .work import step_digest


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: `where` (structure, rows, offsets, contents, search, history) and `what`, in a sentence."""

    where: str
    what: str


def check(read: Reading, progress: Progress = SILENT) -> list[Problem]:
    """Every problem of a project; an empty list means it is sound."""
    problems: list[Problem] = []
    parts = (_structure, _rows, _contents, _offsets, _search, _history)
    for number, part in enumerate(parts):
        name = part.__name__.strip("_")
        progress.tick(number, len(parts), name)
        try:
            problems.extend(part(read))
        except (ValueError, TypeError, LookupError, AttributeError, msgspec.MsgspecError) as error:
            # what is written there cannot even be read: that is the finding
            problems.append(Problem(name, f"What is stored there cannot be read ({type(error).__name__})."))
        except (sa.exc.DBAPIError, sqlite3.DatabaseError, Damaged) as error:
            told = error if isinstance(error, Damaged) else read.database.sentence(error)
            if not isinstance(told, Damaged):
                raise
            problems.append(Problem(name, str(told)))
    return problems


def _structure(read: Reading) -> Iterator[Problem]:
    if not read.database.on_server:
        for row in read.connection.exec_driver_sql("PRAGMA integrity_check(10)").scalars():
            if row != "ok":
                yield Problem("structure", f"The file is damaged: {row}.")
        for table, *_ in read.connection.exec_driver_sql("PRAGMA foreign_key_check").all()[:10]:
            yield Problem("structure", f"A row of {table} stands on something that is not there.")
    number = read.count("study")
    if number != 1:
        yield Problem("structure", f"A project has one study; this one has {number}.")


def _rows(read: Reading) -> Iterator[Problem]:
    for kind in KINDS.values():
        wrong = 0
        for row in read.connection.execute(sa.select(kind.table)).yield_per(10_000):
            wrong += kind.digest(tuple(row[:-1])) != bytes(row[-1])
        if wrong:
            yield Problem("rows", f"{wrong} of the {kind.name} rows were changed outside the program.")


def _contents(read: Reading) -> Iterator[Problem]:
    table = tables.contents
    for name, text, data in read.connection.execute(sa.select(table)).yield_per(20):
        if (text is None and data is None) or contents.hash_of(data if text is None else text) != name:
            yield Problem("contents", f"The content {name[:12]} was changed outside the program.")
    known = set(read.connection.execute(sa.select(table.c.hash)).scalars())
    for document in read.documents():
        for content in (document.content, document.structure, document.source):
            if content and content not in known:
                yield Problem("contents", f"A part of “{document.name}” is missing ({content[:12]}).")


def _offsets(read: Reading) -> Iterator[Problem]:
    segment, document = tables.segment, tables.document
    query = (
        sa.select(document.c.name, segment.c.start, segment.c.end_pos)
        .join(document, document.c.id == segment.c.document)
        .where(
            (segment.c.start < 0) | (segment.c.end_pos <= segment.c.start) | (segment.c.end_pos > document.c.characters)
        )
    )
    for name, start, end in read.connection.execute(query):
        yield Problem("offsets", f"The segment {start} to {end} is not in the text of “{name}”.")
    for found in read.documents():
        if _length(read, found) != found.characters:
            yield Problem("offsets", f"“{found.name}” does not have the {found.characters} characters it should have.")


def _length(read: Reading, document: Document) -> int | None:
    length = sa.func.char_length if read.database.on_server else sa.func.length
    found = read.connection.execute(
        sa.select(length(tables.contents.c.text)).where(tables.contents.c.hash == document.content)
    ).scalar()
    return None if found is None else int(found)


def _search(read: Reading) -> Iterator[Problem]:
    names = {document.id.bytes: document.name for document in read.documents()}
    for document in search.missing(read.connection):
        yield Problem("search", f"The search index does not match the text of “{names[document]}”.")
    surplus = len(search.surplus(read.connection))
    if surplus:
        yield Problem("search", f"The search index holds {surplus} texts of documents that are not there.")


def _history(read: Reading) -> Iterator[Problem]:
    yield from _chain(read)
    yield from _images(read)


def _chain(read: Reading) -> Iterator[Problem]:
    """Each step's digest must follow from the one before, its header and the rows it left."""
    change = tables.change
    last = b""
    expected = 1
    for step in read.steps():
        if step.number != expected:
            yield Problem("history", f"Step {expected} is missing.")
        expected = step.number + 1
        rows = read.connection.execute(
            sa.select(change.c.kind, change.c.id, change.c.after).where(change.c.step == step.number)
        )
        ordered = sorted((kind, bytes(key), None if after is None else bytes(after)) for kind, key, after in rows)
        same_kinds = step.kinds == {kind for kind, _, _ in ordered}
        if step_digest(last, step, ordered).hex() != step.digest or not same_kinds:
            yield Problem("history", f"Step {step.number} “{step.summary}” was changed after it was written.")
        last = bytes.fromhex(step.digest)


def _images(read: Reading) -> Iterator[Problem]:
    """What a step says a row was before must be what the step before it left; what the last one left must be
    what is there."""
    change = tables.change
    query = sa.select(change.c.kind, change.c.id, change.c.step, change.c.before, change.c.after).order_by(
        change.c.id, change.c.step
    )
    bad_steps: set[int] = set()
    final: dict[str, dict[bytes, bytes | None]] = {kind: {} for kind in KINDS}
    rows = read.connection.execute(query).yield_per(10_000)
    for key, steps in groupby(rows, key=lambda row: bytes(row[1])):
        left: bytes | None = None
        for kind, _, step, before, after in steps:
            if _digest_of_image(kind, before) != left:
                bad_steps.add(step)
            left = None if after is None else bytes(after)
        final.setdefault(kind, {})[key] = left
    for step in sorted(bad_steps):
        yield Problem("history", f"What step {step} keeps of the time before it was changed after it was written.")
    for kind in KINDS.values():
        present = {
            bytes(key): bytes(digest)
            for key, digest in read.connection.execute(sa.select(kind.table.c.id, kind.table.c.digest))
        }
        recorded = {key: digest for key, digest in final[kind.name].items() if digest is not None}
        if present != recorded:
            odd = len(present.keys() ^ recorded.keys()) + sum(
                recorded.get(key, digest) != digest for key, digest in present.items()
            )
            yield Problem("history", f"{odd} of the {kind.name} rows are not what the history says.")


def _digest_of_image(kind: str, image: str | None) -> bytes | None:
    """The digest of the row an image stands for, None for no image; one nobody has when it cannot be read."""
    if image is None:
        return None
    try:
        return bytes(KINDS[kind].row_of_image(image)[-1])
    except (LookupError, Damaged):
        return b""
