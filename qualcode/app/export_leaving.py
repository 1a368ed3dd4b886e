"""What somebody could be recognised by in the segments, the memos or the codebook, before they leave."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.progress import SILENT, Progress
from ..domain.queries import Scope
from ..store import pages
from ..store.columns import Coded, coded_by_document
from ..store.reading import Reading
from .codebook_entries import EXEMPLARS, printed_codebook
from .leaving import Leaving, Looking, Words, look_through
from .memo_export import Wanted, memo_table
from .quoting import Quoting
from .scoping import make_scope
from .tables import CodingPlace, asked, cases_heard, chosen_codings, links_by_segment

if TYPE_CHECKING:
    from .project import Project

CHECKED = ("segments", "memos", "codebook")  # the exports of `app.export` that are looked through here
ENTRY_FIELDS = (  # of a code, its path being the names of those above
    "name",
    "definition",
    "full_definition",
    "include",
    "exclude",
    "example",
    "example_document",
    "near_miss",
    "memo",
    "concept",
    "boundary",
    "counter_search",
    "status",
)
_MEMO_FIELDS = ("title", "type", "coder", "about", "document", "links", "text")


def check_export(
    project: "Project",
    kind: str,
    marks: bool = False,
    progress: Progress = SILENT,
    display_ids: bool = False,
    **filters: Any,
) -> Leaving:
    """What is found in the file `app.export.export_file` would write of segments, memos or the codebook (`CHECKED`),
    asked for in the same way."""
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        if kind == "segments":
            carrying, query = filters.pop("carrying", None), filters.pop("query", "")
            scope = replace(make_scope(read, **filters), carrying=carrying)
            only = project.analyses.retrieval.places(query, scope, progress, read) if query else None
            return _segments(read, quoting, scope, marks, progress, only)
        if kind == "memos":
            quotes, words = _memos(read, quoting, filters.pop("wanted", Wanted()))
        else:
            quotes, words = _codebook(read, quoting)
        return look_through(read, quoting, quotes, words, progress)


_Both = tuple[list[tuple[UUID, int, int]], list[Words]]


def _segments(
    read: Reading,
    quoting: Quoting,
    scope: Scope,
    marks: bool,
    progress: Progress,
    only: Mapping[UUID, Collection[CodingPlace]] | None,
) -> Leaving:
    """Document by document, and once for what is the same: there may be a quarter of a million of them."""
    documents = {document.id: document for document in read.documents()}
    choosing, heard = chosen_codings(read, scope), cases_heard(read, quoting)
    coders = {coder.id.bytes: coder.name for coder in read.coders()}
    linked = links_by_segment(read, coders, quoting) if marks else {}
    looking = Looking(read, quoting)
    cells: Counter[tuple[str, str]] = Counter()
    paths = {code.id.bytes: read.codebook.path(code.id) for code in read.codes()}
    every_column = marks or scope.carrying is not None
    for number, (key, every) in enumerate(coded_by_document(read, every_column)):
        progress.tick(number, len(documents), documents[key].name)
        holds = choosing(key)
        rows = every if holds is None else [row for row in every if holds(*row[1:6])]
        if only is not None:
            among = only.get(key, ())
            rows = [row for row in rows if row[1:5] in among]
        if not rows:
            continue
        spans = Counter(map(itemgetter(1, 2), rows))
        looking.quotes(key, spans)
        cells["document", quoting.document(key)] += len(rows)
        _count_who(cells, spans, quoting, key, heard(documents[key]))
        for code, times in Counter(map(itemgetter(3), rows)).items():
            cells["code", paths[code]] += times
        for coder, times in Counter(map(itemgetter(4), rows)).items():
            cells["coder", coders[coder]] += times
        for row in rows:
            if row[6]:
                looking.words(Words("comment", quoting.excerpt(row[6]), 1, "", key, row[1], row[2]))
        if marks:
            _look_at_marks(looking, quoting, linked, key, rows)
    for (where, text), times in cells.items():
        looking.words(Words(where, text, times))
    return looking.leaving()


def _look_at_marks(
    looking: Looking, quoting: Quoting, linked: Mapping[bytes, str], document: UUID, rows: Iterable[Coded]
) -> None:
    """What stands in the columns of `tables.MARK_COLUMNS` and may hold words."""
    for _, start, end, _, _, _, _, segment, discuss, *said in rows:
        if discuss is not None:
            looking.words(Words("discuss", asked(quoting.excerpt(discuss)), 1, "", document, start, end))
        if segment is not None and segment in linked:
            looking.words(Words("links", linked[segment], 1, "", document, start, end))
        for where, text in zip(("used", "facet"), said, strict=True):
            if text:
                looking.words(Words(where, quoting.excerpt(text), 1, "", document, start, end))


def _count_who(
    cells: Counter[tuple[str, str]],
    spans: Mapping[tuple[int, int], int],
    quoting: Quoting,
    document: UUID,
    cases: Callable[[int, int], tuple[str, ...]],
) -> None:
    """Count what stands in the columns of cases and speakers."""
    turns = quoting.paper(document).turns
    ends = [turn.end for turn in turns]
    in_turns = [0] * len(turns)
    in_cases: Counter[tuple[str, ...]] = Counter()
    for (start, end), times in spans.items():
        at = bisect_right(ends, start)
        if at < len(turns) and turns[at].start < end:
            in_turns[at] += times
        in_cases[cases(start, end)] += times
    for turn, times in zip(turns, in_turns, strict=True):
        if times:
            cells["speaker", quoting.speaker(turn.speaker)] += times
    for names, times in in_cases.items():
        cells["case", "; ".join(names)] += times


def _memos(read: Reading, quoting: Quoting, wanted: Wanted) -> _Both:
    table = memo_table(read, wanted, quoting=quoting)
    words = [
        Words("text of a memo" if where == "text" else where, row[where], about=row["title"])
        for row in table
        for where in _MEMO_FIELDS
        if row[where]
    ]
    memos = read.records("memo", [UUID(row["id"]) for row in table])
    segments = read.records("segment", [memo.about for memo in memos if memo.about_kind == "segment"])
    return [(one.document, one.start, one.end) for one in segments], words


def _codebook(read: Reading, quoting: Quoting) -> _Both:
    printed = printed_codebook(read, "", quoting)
    words = [Words("code set", one.name, about=one.name) for one in printed.sets]
    for entry in printed.entries:
        fields = {field: str(getattr(entry, field)) for field in ENTRY_FIELDS}
        fields["examples"] = " ".join(str(example.citation) for example in entry.examples)
        words += [Words(where, text, about=entry.path) for where, text in fields.items() if text]
    pinned = pages.codings_by_id(read, pages.in_text_order(read, EXEMPLARS))
    return [(one.document, one.start, one.end) for one in pinned], words
