"""The table of segments that others script against, row by row, with the columns the interface promises."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import Any
from uuid import UUID

from ..domain.bundle import ReadLink
from ..domain.cases import Assignment
from ..domain.documents import Document, Turn, turns
from ..domain.progress import SILENT, Progress
from ..domain.queries import Scope, touching
from ..formats.links import JUST, NO_QUESTION, written_link
from ..store import pages
from ..store.columns import placed_rows
from ..store.reading import Reading
from .quoting import Quoting

CodingPlace = tuple[int, int, bytes, bytes]  # start, end, raw ids of code and coder
SEGMENT_COLUMNS = (
    "document",
    "case",
    "start",
    "end",
    "turn",
    "speaker",
    "code",
    "coder",
    "weight",
    "created",
    "comment",
    "text",
)
MARK_COLUMNS = ("certainty", "mark", "discuss", "links", "used", "facet")
SEGMENT_ID_COLUMNS = ("coding_id", "segment_id", "document_id", "code_id", "coder_id")


def segment_rows(
    read: Reading,
    scope: Scope | None = None,
    ids: bool = False,
    progress: Progress = SILENT,
    marks: bool = False,
    quoting: Quoting | None = None,
    only: Mapping[UUID, Collection[CodingPlace]] | None = None,
) -> Iterator[tuple[Any, ...]]:
    """A row per coding, in document, text and codebook order; with `ids` the id columns follow, with `marks` those of
    certainty, mark, question and links (see `formats.links`), then where in a draft the segment is used and what is a
    new facet of the code (`formats.links.JUST` where no more was said). What leaves the program goes through a
    `quoting`.

    With `only` these codings of these documents alone."""
    chosen = scope or Scope()
    choosing = chosen_codings(read, chosen)
    order = {code.id.bytes: number for number, code in enumerate(read.codebook.ordered)}
    named = read.codebook.paths()
    paths = [named[code.id] for code in read.codebook.ordered]
    coders = {coder.id.bytes: coder.name for coder in read.coders()}
    cases = _cases_by_document(read, quoting)
    linked = links_by_segment(read, coders, quoting) if marks else {}
    documents = [
        document
        for document in read.documents()
        if (chosen.documents is None or document.id in chosen.documents) and (only is None or document.id in only)
    ]
    for number, document in enumerate(documents):
        progress.tick(number, len(documents), document.name)
        holds = choosing(document.id)
        among = None if only is None else only[document.id]
        # plain tuples in the order of their fields: records would take as long as all the rest
        codings = sorted(
            (start, end, order[code], coders[coder], coding, weight, created, comment, segment, code, coder, said)
            for start, end, code, coder, weight, created, comment, coding, segment, *said in placed_rows(
                read, document.id
            )
            if (holds is None or holds(start, end, code, coder, coding))
            and (among is None or (start, end, code, coder) in among)
        )
        if not codings:
            continue
        text = read.text(document)
        found = turns(text, document.speakers)
        cut = quoting.cutter(document, text, found) if quoting else None
        name = quoting.document(document) if quoting else document.name
        speakers = {turn.speaker: quoting.speaker(turn.speaker) if quoting else turn.speaker for turn in found}
        ends = [turn.end for turn in found]
        assigned = cases.get(document.id, [])
        parted = _parted(assigned)
        whole = "; ".join(dict.fromkeys(name for name, _ in assigned))
        for (
            start,
            end,
            code_number,
            coder_name,
            coding,
            weight,
            created,
            comment,
            segment,
            code,
            coder,
            said,
        ) in codings:
            at = bisect_right(ends, start)
            turn = found[at] if at < len(found) and found[at].start < end else None
            row: tuple[Any, ...] = (
                name,
                "; ".join(_cases_at(assigned, start, end, found[at:])) if parted else whole,
                start,
                end,
                turn.number if turn else None,
                speakers[turn.speaker] if turn else "",
                paths[code_number],
                coder_name,
                weight,
                created,
                quoting.excerpt(comment) if quoting and comment else comment,
                text[start:end] if cut is None else cut(start, end),
            )
            if ids:
                keys = [str(UUID(bytes=bytes(key))) for key in (coding, segment, code, coder)]
                row += (*keys[:2], str(document.id), *keys[2:])
            if marks:
                certainty, mark, discuss, used, facet = said
                question, where, new = (
                    quoting.excerpt(said) if quoting and said else said for said in (discuss, used, facet)
                )
                row += (certainty or "", mark or "", asked(question), linked.get(bytes(segment), ""))
                row += ("" if where is None else where or JUST, "" if new is None else new or JUST)
            yield row


Holds = Callable[[int, int, bytes, bytes, bytes | None], bool]


def chosen_codings(read: Reading, scope: Scope) -> Callable[[UUID], Holds | None]:
    """What tells of a document what tells of a coding (start, end, raw ids of code, coder and coding) whether it lies
    in a scope; None where all of them do, which need not be asked one by one."""
    kept = None if scope.carrying is None else _packed_ids(pages.newest_first(read, scope))
    codes = None if scope.codes is None else {code.bytes for code in scope.codes}
    coders = None if scope.coders is None else {coder.bytes for coder in scope.coders}
    parts = {key: touching(spans) for key, spans in scope.parts}

    def of(document: UUID) -> Holds | None:
        own = parts.get(document)
        there = scope.documents is None or document in scope.documents
        if there and all(one is None for one in (kept, codes, coders, own)):
            return None

        def holds(start: int, end: int, code: bytes, coder: bytes, coding: bytes | None) -> bool:
            return (
                there
                and (codes is None or code in codes)
                and (coders is None or coder in coders)
                and (kept is None or coding in kept)
                and (own is None or own(start, end))
            )

        return holds

    return of


def _packed_ids(packed: bytes) -> set[bytes]:
    return {packed[at : at + 16] for at in range(0, len(packed), 16)}


def asked(discuss: str | None) -> str:
    """What the column *discuss* holds."""
    return "" if discuss is None else discuss or NO_QUESTION


def links_by_segment(read: Reading, coders: dict[bytes, str], quoting: Quoting | None) -> dict[bytes, str]:
    """What the column *links* holds for every segment that has some."""
    links = read.links()
    ends = {
        one.id: one for one in read.records("segment", {key for link in links for key in (link.source, link.target)})
    }
    names = {one.id: quoting.document(one) if quoting else one.name for one in read.documents()}
    lines: dict[bytes, list[str]] = {}
    for link in links:
        for here, there, incoming in ((link.source, link.target, False), (link.target, link.source, True)):
            other = ends[there]
            found = ReadLink(
                link.relation,
                names[other.document],
                other.start,
                other.end,
                coders[other.coder.bytes],
                quoting.excerpt(link.comment) if quoting else link.comment,
                incoming,
            )
            lines.setdefault(here.bytes, []).append(written_link(found))
    return {key: "\n".join(found) for key, found in lines.items()}


def _cases_by_document(read: Reading, quoting: Quoting | None = None) -> dict[UUID, list[tuple[str, Assignment]]]:
    names = {case.id: quoting.case(case) if quoting else case.name for case in read.cases()}
    found: dict[UUID, list[tuple[str, Assignment]]] = {}
    for assignment in read.assignments():
        found.setdefault(assignment.document, []).append((names[assignment.case], assignment))
    return found


def _parted(assigned: list[tuple[str, Assignment]]) -> bool:
    """Whether parts of a document belong to cases, rather than all of it."""
    return any(one.speaker or one.start is not None for _, one in assigned)


def _cases_at(assigned: list[tuple[str, Assignment]], start: int, end: int, found: Sequence[Turn]) -> tuple[str, ...]:
    """The cases a span touches a part of, in the order of the text."""
    touched = [(name, place) for name, one in assigned if (place := _first(one, start, end, found)) is not None]
    return tuple(dict.fromkeys(name for name, _ in sorted(touched, key=lambda pair: pair[1])))


def cases_heard(
    read: Reading, quoting: Quoting | None = None
) -> Callable[[Document], Callable[[int, int], tuple[str, ...]]]:
    """What tells of a document what tells which cases a span of it touches, in the order of the text; the words of a
    document are read only where parts of it belong to cases."""
    cases = _cases_by_document(read, quoting)

    def of(document: Document) -> Callable[[int, int], tuple[str, ...]]:
        assigned = cases.get(document.id, [])
        if not _parted(assigned):
            whole = tuple(dict.fromkeys(name for name, _ in assigned))
            return lambda _start, _end: whole
        found = _turns(read, document)
        ends = [turn.end for turn in found]
        return lambda start, end: _cases_at(assigned, start, end, found[bisect_right(ends, start) :])

    return of


def case_spread(read: Reading) -> dict[UUID, tuple[int, int]]:
    """Per code: by how many coders and in how many cases it was used."""
    assigned = _cases_by_document(read)
    partial = {document for document, found in assigned.items() if _parted(found)}
    turns_of: dict[UUID, list[Turn]] = {}
    for document in read.documents():
        if document.id in partial:
            turns_of[document.id] = _turns(read, document)
    coders: dict[UUID, set[bytes]] = {}
    cases: dict[UUID, set[str]] = {}
    for document_raw, code_raw, coder, start, end in read.spans():
        document_id, code = UUID(bytes=bytes(document_raw)), UUID(bytes=bytes(code_raw))
        coders.setdefault(code, set()).add(bytes(coder))
        names = cases.setdefault(code, set())
        if document_id not in partial:
            names.update(name for name, _ in assigned.get(document_id, ()))
            continue
        for name, assignment in assigned[document_id]:
            if name not in names and _first(assignment, start, end, turns_of[document_id]) is not None:
                names.add(name)
    return {code: (len(found), len(cases[code])) for code, found in coders.items()}


def _first(assignment: Assignment, start: int, end: int, found: Sequence[Turn]) -> int | None:
    """The first character of a span that belongs to the assignment's case, None where there is none."""
    if assignment.speaker:
        within = takewhile(lambda turn: turn.start < end, found)
        own = (turn for turn in within if turn.speaker == assignment.speaker and start < turn.end)
        return next((max(turn.start, start) for turn in own), None)
    if assignment.start is None or assignment.end is None:
        return start
    return max(assignment.start, start) if assignment.start < end and start < assignment.end else None


def _turns(read: Reading, document: Document) -> list[Turn]:
    return turns(read.text(document), document.speakers)
