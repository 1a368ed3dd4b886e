"""Where to look: from the filters in a query and those of the window to documents and passages."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from uuid import UUID

from ..domain.cases import Assignment, Case
from ..domain.codebook import Code
from ..domain.documents import Document, turns
from ..domain.errors import NotFound, listed
from ..domain.folding import fold
from ..domain.queries import Fields, Parts, Scope
from ..store.reading import Reading
from ..store.search import Listed
from ..store.search import listed as listed_documents
from .naming import resolve
from .scoping import make_scope

Spans = list[tuple[int, int]]


class Passages:
    """Disjoint spans in order, to be asked whether a place is in one of them; those that meet count as one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        merged: list[list[int]] = []
        for start, end in sorted(spans):
            if merged and start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], end)
            else:
                merged.append([start, end])
        self.starts = [start for start, _ in merged]
        self.ends = [end for _, end in merged]

    def hold(self, start: int, end: int) -> bool:
        """Whether all of `[start, end)` lies in one of them."""
        number = bisect_right(self.starts, start) - 1
        return number >= 0 and end <= self.ends[number]

    def common(self, other: "Passages") -> "Passages":
        """What lies in both."""
        found = []
        mine, theirs = 0, 0
        while mine < len(self.starts) and theirs < len(other.starts):
            start = max(self.starts[mine], other.starts[theirs])
            end = min(self.ends[mine], other.ends[theirs])
            if start < end:
                found.append((start, end))
            if self.ends[mine] < other.ends[theirs]:
                mine += 1
            else:
                theirs += 1
        return Passages(found)


class Single:
    """Spans, to be asked whether one of them alone holds a place: two that meet hold nothing together."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))  # the farthest end of those up to here

    def hold(self, start: int, end: int) -> bool:
        """Whether all of `[start, end)` lies in one of the spans."""
        number = bisect_right(self._starts, start) - 1
        return number >= 0 and end <= self._reach[number]


@dataclass(frozen=True, slots=True)
class Places:
    """The documents to look at, and of each the passages; a kind that is None stands for all of a text."""

    documents: list[Listed]
    coded: dict[UUID, Spans] | None = None
    speakers: frozenset[str] | None = None
    cases: dict[UUID, list[Assignment]] | None = None
    parts: Parts = ()

    @property
    def whole(self) -> bool:
        """Whether the documents are looked at from beginning to end."""
        return self.coded is None and self.speakers is None and self.cases is None and not self.parts

    def passages(self, document: Document, text: str) -> Passages | None:
        """The passages of a document to look at; None for all of it."""
        kinds: list[Passages] = []
        if self.coded is not None:
            kinds.append(Passages(self.coded.get(document.id, ())))
        if self.speakers is not None:
            kinds.append(Passages(_of_speakers(document, text, self.speakers)))
        if self.cases is not None:
            kinds.append(Passages(_of_cases(document, text, self.cases.get(document.id, ()))))
        kinds += [Passages(spans) for key, spans in self.parts if key == document.id]
        if not kinds:
            return None
        found = kinds[0]
        for more in kinds[1:]:
            found = found.common(more)
        return found


def find_places(read: Reading, fields: Fields, scope: Scope | None = None) -> Places:
    """The places that filters mean. Raises `NotFound` for what the project does not have."""
    scope = scope or Scope()
    documents = listed_documents(read.connection)
    parts = scope.parts
    if scope.documents is not None:
        documents = [document for document in documents if document.id in scope.documents]
    if fields.doc:
        wanted = [fold(part) for part in fields.doc]
        documents = [document for document in documents if any(part in fold(document.name) for part in wanted)]
    if fields.variables:
        wanted_values: dict[str, list[str]] = {}
        for name, value in fields.variables:
            wanted_values.setdefault(name, []).append(value)
        having = make_scope(read, variables=wanted_values)
        documents = [document for document in documents if document.id in (having.documents or frozenset())]
        parts += having.parts
    coded = None
    for codes in (frozenset(resolve(read, Code, name).id for name in fields.code), scope.codes):
        if not codes:
            continue
        here = coded_spans(read, _with_those_below(read, codes), scope.coders)
        coded = here if coded is None else _in_both(coded, here)
        documents = [document for document in documents if document.id in coded]
    cases = None
    if fields.case:
        cases = _assignments(read, [resolve(read, Case, name).id for name in fields.case])
        documents = [document for document in documents if document.id in cases]
    speakers = frozenset(fold(name) for name in fields.speaker) or None
    return Places(documents, coded, speakers, cases, parts)


def _in_both(one: dict[UUID, Spans], other: dict[UUID, Spans]) -> dict[UUID, Spans]:
    found = {}
    for document in one.keys() & other.keys():
        common = Passages(one[document]).common(Passages(other[document]))
        if common.starts:
            found[document] = list(zip(common.starts, common.ends, strict=True))
    return found


def _with_those_below(read: Reading, codes: Iterable[UUID]) -> set[UUID]:
    return {below.id for code in codes for below in read.codebook.descendants(code)} | set(codes)


def coded_spans(read: Reading, codes: Iterable[UUID], coders: frozenset[UUID] | None = None) -> dict[UUID, Spans]:
    """Where any of these codes lies, by document."""
    found: dict[UUID, Spans] = {}
    for code in codes:
        for placed in read.placed(code=code):
            if coders is None or placed.coder in coders:
                found.setdefault(placed.document, []).append((placed.start, placed.end))
    return found


def _assignments(read: Reading, cases: Sequence[UUID]) -> dict[UUID, list[Assignment]]:
    found: dict[UUID, list[Assignment]] = {}
    for case in cases:
        for assignment in read.assignments(case=case):
            found.setdefault(assignment.document, []).append(assignment)
    return found


def _of_speakers(document: Document, text: str, speakers: frozenset[str]) -> Spans:
    return [(turn.start, turn.end) for turn in turns(text, document.speakers) if fold(turn.speaker) in speakers]


def _of_cases(document: Document, text: str, assignments: Iterable[Assignment]) -> Spans:
    found: Spans = []
    for assignment in assignments:
        if assignment.speaker:
            found += _of_speakers(document, text, frozenset([fold(assignment.speaker)]))
        elif assignment.start is not None and assignment.end is not None:
            found.append((assignment.start, assignment.end))
        else:
            found.append((0, len(text)))
    return found


def speakers_of(read: Reading, documents: Iterable[Document]) -> list[str]:
    """The names of all who speak in these documents, in order of the alphabet."""
    names: dict[str, str] = {}
    for document in documents:
        if document.speakers:
            for turn in turns(read.text(document), document.speakers):
                if turn.speaker:
                    names.setdefault(fold(turn.speaker), turn.speaker)
    return [names[key] for key in sorted(names)]


def require_speakers(known: Iterable[str], wanted: Iterable[str]) -> frozenset[str]:
    """The folded names that are wanted. Raises `NotFound` for somebody who does not speak anywhere."""
    names = list(known)
    there = {fold(name) for name in names}
    for name in wanted:
        if fold(name) not in there:
            raise NotFound("Nobody called “{name}” speaks. There are: {names}.", name=name, names=listed(names[:12]))
    return frozenset(fold(name) for name in wanted)
