"""Checking a project against itself: structure, offsets, search index, digests, and the chain of steps."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

import msgspec
import sqlalchemy as sa

from ..domain.cases import Assignment
from ..domain.documents import Document
from ..domain.errors import Damaged, NotFound, Phrase, listed
from ..domain.progress import SILENT, Progress
from ..domain.themes import circle
from . import contents, memo_rows, search, tables
from .past_private import PRESENT
from .reading import Reading
from .records import KINDS
from .work import step_digest

_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, msgspec.MsgspecError)  # wrong things in a row


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: `where` (structure, rows, offsets, contents, search, history) and `what`, in a sentence."""

    where: str
    what: str


def check(read: Reading, progress: Progress = SILENT) -> list[Problem]:
    """Every problem of a project; an empty list means it is sound."""
    problems: list[Problem] = []
    parts = (_structure, _rows, _memos, _bare, _circles, _contents, _offsets, _search, _history)
    for number, part in enumerate(parts):
        name = part.__name__.strip("_")
        progress.tick(number, len(parts), name)
        try:
            problems.extend(part(read))
        except _UNREADABLE as error:
            # what is written there cannot even be read: that is the finding
            problems.append(
                Problem(name, Phrase("What is stored there cannot be read ({error}).", error=type(error).__name__))
            )
        except (sa.exc.DBAPIError, sqlite3.DatabaseError, Damaged) as error:
            told = error if isinstance(error, Damaged) else read.database.sentence(error)
            if not isinstance(told, Damaged):
                raise
            problems.append(Problem(name, Phrase(told.template, english=str(told), **told.values)))
            if read.database.on_server:
                read.connection.rollback()  # a server answers nothing more in a transaction that has failed
    return problems


def _structure(read: Reading) -> Iterator[Problem]:
    if not read.database.on_server:
        for row in read.connection.exec_driver_sql("PRAGMA integrity_check(10)").scalars():
            if row != "ok":
                yield Problem("structure", Phrase("The file is damaged: {row}.", row=row))
        for table, *_ in read.connection.exec_driver_sql("PRAGMA foreign_key_check").all()[:10]:
            yield Problem("structure", Phrase("A row of {table} stands on something that is not there.", table=table))
    number = read.count("study")
    if number != 1:
        yield Problem("structure", Phrase("A project has one study; this one has {number}.", number=number))


def _rows(read: Reading) -> Iterator[Problem]:
    for kind in KINDS.values():
        wrong = 0
        for row in read.connection.execute(sa.select(kind.table)).yield_per(10_000):
            wrong += kind.digest(tuple(row[:-1])) != bytes(row[-1])
        if wrong:
            yield Problem(
                "rows",
                Phrase("{wrong} of the {kind} rows were changed outside the program.", wrong=wrong, kind=kind.name),
            )


def _bare(read: Reading) -> Iterator[Problem]:
    """A segment is there for what shows it: without that nobody can see it."""
    bare = len(read.bare_segments())
    if bare:
        yield Problem(
            "structure",
            Phrase("Nobody sees {bare} of the segments: no code, no evidence and no map shows them.", bare=bare),
        )


def _circles(read: Reading) -> Iterator[Problem]:
    """No theme may belong to itself by way of a code that is linked to it."""
    book = read.codebook
    found = circle(book, read.where("theme_code"))
    if found:
        yield Problem(
            "structure",
            Phrase(
                "{codes} belong to each other in a circle. Take one of them out of the theme it is linked to.",
                codes=listed(f"“{book.label(key)}”" for key in found),
            ),
        )


def _memos(read: Reading) -> Iterator[Problem]:
    """Memos, their links and nodes of maps stand on things of several kinds: no foreign key says these are there."""
    for memo in memo_rows.adrift(read.connection, "memo"):
        title = read.record("memo", memo.row).title
        yield Problem("structure", Phrase("The memo “{title}” is about something that is not there.", title=title))
    for link in memo_rows.adrift(read.connection, "memo_link"):
        memo_of = read.by_id("memo", read.record("memo_link", link.row).memo)
        yield Problem(
            "structure",
            Phrase(
                "The memo “{title}” is linked to something that is not there.", title=memo_of.title if memo_of else "?"
            ),
        )
    for node in memo_rows.adrift(read.connection, "map_node"):
        on = read.record("theme_map", read.record("map_node", node.row).map).name
        yield Problem("structure", Phrase("The map “{name}” shows something that is not there.", name=on))


def _contents(read: Reading) -> Iterator[Problem]:
    table = tables.contents
    for name, text, data in read.connection.execute(sa.select(table)).yield_per(20):
        if (text is None and data is None) or contents.hash_of(data if text is None else text) != name:
            yield Problem("contents", Phrase("The content {name} was changed outside the program.", name=name[:12]))
    known = set(read.connection.execute(sa.select(table.c.hash)).scalars())
    for document in read.documents():
        for content in (document.content, document.structure, document.source):
            if content and content not in known:
                yield Problem(
                    "contents",
                    Phrase(
                        "A part of “{document}” is missing ({content}).", document=document.name, content=content[:12]
                    ),
                )


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
        yield Problem(
            "offsets",
            Phrase("The segment {start} to {end} is not in the text of “{name}”.", start=start, end=end, name=name),
        )
    bookmark = tables.bookmark
    query = (
        sa.select(document.c.name, bookmark.c.name, bookmark.c.at)
        .join(document, document.c.id == bookmark.c.document)
        .where((bookmark.c.at < 0) | (bookmark.c.at > document.c.characters))
    )
    for name, place, at in read.connection.execute(query):
        yield Problem(
            "offsets",
            Phrase(
                "The bookmark “{bookmark}” at {at} is not in the text of “{name}”.", bookmark=place, at=at, name=name
            ),
        )
    redaction = tables.redaction
    query = (
        sa.select(document.c.name, redaction.c.start, redaction.c.end_pos)
        .join(document, document.c.id == redaction.c.document)
        .where(
            (redaction.c.start < 0)
            | (redaction.c.end_pos <= redaction.c.start)
            | (redaction.c.end_pos > document.c.characters)
        )
    )
    for name, start, end in read.connection.execute(query):
        yield Problem(
            "offsets",
            Phrase("The redaction {start} to {end} is not in the text of “{name}”.", start=start, end=end, name=name),
        )
    parts: dict[UUID, list[Assignment]] = {}
    for assignment in read.assignments():
        parts.setdefault(assignment.document, []).append(assignment)
    for found in read.documents():
        if _length(read, found) != found.characters:
            yield Problem(
                "offsets",
                Phrase(
                    "“{document}” does not have the {characters} characters it should have.",
                    document=found.name,
                    characters=found.characters,
                ),
            )
        for part in parts.get(found.id, ()):
            if not _inside(part.start, part.end, found.characters):
                yield Problem(
                    "offsets",
                    Phrase(
                        "A case is given {start} to {end}, which is not in the text of “{document}”.",
                        start=part.start,
                        end=part.end,
                        document=found.name,
                    ),
                )
        yield from _marks(read, found)


def _inside(start: int | None, end: int | None, characters: int) -> bool:
    """Whether a part of a document is in its text; without start and end it is the whole."""
    if start is None or end is None:
        return start is None and end is None
    return 0 <= start < end <= characters


def _marks(read: Reading, document: Document) -> Iterator[Problem]:
    """The marks of a document (headings, emphasis, anchors without length) must lie in its text."""
    try:
        marks = [(int(mark[0]), int(mark[1])) for mark in read.structure(document).get("marks", [])]
    except (*_UNREADABLE, NotFound, Damaged):
        yield Problem("offsets", Phrase("The marks of “{document}” cannot be read.", document=document.name))
        return
    outside = [(start, end) for start, end in marks if not 0 <= start <= end <= document.characters]
    if outside:
        start, end = outside[0]
        more = Phrase(" and {number} more", number=len(outside) - 1) if len(outside) > 1 else ""
        yield Problem(
            "offsets",
            Phrase(
                "The mark {start} to {end}{more} is not in the text of “{document}”.",
                start=start,
                end=end,
                more=more,
                document=document.name,
            ),
        )


def _length(read: Reading, document: Document) -> int | None:
    length = sa.func.char_length if read.database.on_server else sa.func.length
    found = read.connection.execute(
        sa.select(length(tables.contents.c.text)).where(tables.contents.c.hash == document.content)
    ).scalar()
    return None if found is None else int(found)


def _search(read: Reading) -> Iterator[Problem]:
    names = {document.id.bytes: document.name for document in read.documents()}
    for document in search.missing(read.connection):
        yield Problem(
            "search", Phrase("The search index does not match the text of “{document}”.", document=names[document])
        )
    surplus = len(search.surplus(read.connection))
    if surplus:
        yield Problem(
            "search", Phrase("The search index holds {surplus} texts of documents that are not there.", surplus=surplus)
        )


def _history(read: Reading) -> Iterator[Problem]:
    yield from _chain(read)
    yield from _images(read)


def chain_problems(read: Reading) -> list[Problem]:
    """Where the chain of steps is broken; empty when each step's digest follows from the one before, its header and the
    rows it left."""
    return list(_chain(read))


def _chain(read: Reading) -> Iterator[Problem]:
    """Each step's digest must follow from the one before, its header and the rows it left."""
    change = tables.change
    last = b""
    expected = 1
    unreadable = _unreadable_steps(read)
    if unreadable:
        for number in unreadable:
            yield Problem("history", Phrase("What is stored of step {number} cannot be read.", number=number))
        return
    for step in read.steps():
        if step.number != expected:
            yield Problem("history", Phrase("Step {expected} is missing.", expected=expected))
        expected = step.number + 1
        rows = read.connection.execute(
            sa.select(change.c.kind, change.c.id, change.c.after).where(change.c.step == step.number)
        )
        ordered = sorted((kind, bytes(key), None if after is None else bytes(after)) for kind, key, after in rows)
        same_kinds = step.kinds == {kind for kind, _, _ in ordered}
        if step_digest(last, step, ordered).hex() != step.digest or not same_kinds:
            yield Problem(
                "history",
                Phrase(
                    "Step {number} “{summary}” was changed after it was written.",
                    number=step.number,
                    summary=step.summary,
                ),
            )
        last = bytes.fromhex(step.digest)


def _unreadable_steps(read: Reading) -> list[int]:
    """The numbers of steps that cannot even be read; looked for only where reading them all fails."""
    try:
        for _ in read.steps():
            pass
    except (*_UNREADABLE, sa.exc.DBAPIError, sqlite3.DatabaseError):
        found = []
        for number in read.connection.execute(sa.select(tables.step.c.number).order_by(tables.step.c.number)).scalars():
            try:
                read.step(number)
            except (*_UNREADABLE, sa.exc.DBAPIError, sqlite3.DatabaseError):
                found.append(number)
        return found
    return []


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
        yield Problem(
            "history",
            Phrase("What step {step} keeps of the time before it was changed after it was written.", step=step),
        )
    for kind in KINDS.values():
        if read.database.past and kind.name in PRESENT:
            continue
        present = {
            bytes(key): bytes(digest)
            for key, digest in read.connection.execute(sa.select(kind.table.c.id, kind.table.c.digest))
        }
        recorded = {key: digest for key, digest in final[kind.name].items() if digest is not None}
        if present != recorded:
            odd = len(present.keys() ^ recorded.keys()) + sum(
                recorded.get(key, digest) != digest for key, digest in present.items()
            )
            yield Problem(
                "history", Phrase("{odd} of the {kind} rows are not what the history says.", odd=odd, kind=kind.name)
            )


def _digest_of_image(kind: str, image: str | None) -> bytes | None:
    """The digest of the row an image stands for, None for no image; one nobody has when it cannot be read."""
    if image is None:
        return None
    try:
        return bytes(KINDS[kind].row_of_image(image)[-1])
    except (LookupError, Damaged):
        return b""
