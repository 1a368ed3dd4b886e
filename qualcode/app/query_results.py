"""What a query finds as it is shown: how much it is, pages of quotes with as much around them as is wanted, and the
places and codings that something may be done to."""

from collections import Counter
from collections.abc import Collection, Iterable
from contextlib import nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.codings import Segment
from ..domain.documents import Turn, first_touched
from ..domain.errors import Phrase
from ..domain.progress import SILENT, Progress
from ..domain.selections import Place
from ..store.reading import Reading
from .passages import PAGE
from .quote_picker import PickedQuote, bared
from .quoting import Paper, Quoting
from .retrieving import Retrieved
from .tables import cases_heard

if TYPE_CHECKING:
    from .project import Project

WIDEST = 3
_MORE_TURNS = (0, 0, 1, 3)  # by width: turns (or paragraphs) before and after that of the passage; 0: nothing around it
_MOST_AROUND = 1_500  # characters on one side


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a query finds; `cases` are those that a passage touches text of."""

    codings: int
    passages: int
    documents: int
    cases: int


@dataclass(frozen=True, slots=True)
class ResultPage:
    """Some of `total` passages from number `offset` on, in document order."""

    total: int
    offset: int
    quotes: tuple[PickedQuote, ...]
    outdated: bool = False  # the project has changed since the question was answered: to be asked anew, not shown


def counts_of(found: Retrieved) -> Counts:
    """How much a query finds."""
    import numpy as np

    from ..analysis.material import text_starts

    passages, rows = found.passages, found.found
    documents = int(np.unique(passages.document[rows]).size)
    parts = found.material.case_parts
    cases: set[str] = set()
    if rows.size and parts:
        base = text_starts(found.material)
        places = np.array([(part.document, part.start, part.end) for part in parts], dtype=np.int64)
        begin, finish = base[places[:, 0]] + places[:, 1], base[places[:, 0]] + places[:, 2]
        # the passages come in the order of their begin: with the furthest end so far one search tells of each part
        reach = np.maximum.accumulate(passages.finish[rows])
        before = np.searchsorted(passages.begin[rows], finish, side="left")
        touched = (before > 0) & (np.append(reach, -1)[before - 1] > begin) & (begin < finish)
        cases = {parts[number].case for number in np.flatnonzero(touched).tolist()}
    return Counts(int(found.codings.sum()), int(rows.size), documents, len(cases))


def places_of(found: Retrieved) -> list[Place]:
    """Where the passages found stand."""
    passages, rows = found.passages, found.found
    ids = [document.id for document in found.material.documents]
    columns = (column[rows].tolist() for column in (passages.document, passages.start, passages.end))
    return [(ids[document], start, end) for document, start, end in zip(*columns, strict=True)]


def codes_found(found: Retrieved, places: Collection[Place] | None = None) -> list[tuple[UUID, str, int]]:
    """Id, path and number of codings of every code the query found, on these passages or all, in codebook order."""
    material = found.material
    codes = [material.codes[code] for code, *_ in _codings(found, places)]
    counted = Counter(code.id for code in codes)
    return [(code.id, code.path, counted[code.id]) for code in material.codes if code.id in counted]


def codings_found(read: Reading, found: Retrieved, code: UUID, places: Collection[Place] | None = None) -> list[UUID]:
    """The ids of the codings with a code that the query found, on these passages or all."""
    material = found.material
    wanted = {
        (material.documents[document].id, start, end, found.coder_ids[coder])
        for number, document, start, end, coder in _codings(found, places)
        if material.codes[number].id == code
    }
    return [one.id for one in read.placed(code=code) if (one.document, one.start, one.end, one.coder) in wanted]


def _codings(found: Retrieved, places: Collection[Place] | None) -> Iterable[tuple[int, int, int, int, int]]:
    """Code, document, start, end and coder of every coding found, all but the places as numbers in the material."""
    material = found.material
    rows = found.codings.nonzero()[0]
    columns = (material.code, material.document, material.start, material.end, material.coder)
    every = zip(*(column[rows].tolist() for column in columns), strict=True)
    if places is None:
        return every
    among = set(places)
    ids = [document.id for document in material.documents]
    return (one for one in every if (ids[one[1]], one[2], one[3]) in among)


def result_page(
    project: "Project",
    found: Retrieved,
    offset: int = 0,
    limit: int = PAGE,
    width: int = 0,
    progress: Progress = SILENT,
    read: Reading | None = None,
) -> ResultPage:
    """Some of the passages found, with words around them: `width` 0 none, 1 the rest of their turn (of their paragraph
    where there are no turns), 2 one more before and after, 3 three more. With `read` as of its moment, else now."""
    with nullcontext(read) if read is not None else project.read() as moment:
        outdated = project.analyses.remembered.state(moment) != found.state
        printing = _Printing(moment, found, found.found[offset : offset + limit], width)
        quotes = []
        for number, passage in enumerate(found.found[offset : offset + limit].tolist()):
            progress.tick(number, limit, "quotes")
            quote = printing.quote(passage)
            if quote is not None:
                quotes.append(quote)
    return ResultPage(int(found.found.size), offset, tuple(quotes), outdated)


class _Printing:
    """Passages found as they are printed."""

    def __init__(self, read: Reading, found: Retrieved, shown: Any, width: int) -> None:
        import numpy as np

        self._read, self._found, self._width = read, found, width
        self._quoting = Quoting(read)
        self._cases = cases_heard(read, self._quoting)
        ids = {found.material.documents[number].id for number in set(found.passages.document[shown].tolist())}
        self._documents = {record.id: record for record in read.records("document", ids)}
        self._segments: dict[UUID, dict[tuple[int, int], list[Segment]]] = {}
        self._starts: dict[UUID, set[int]] = {}
        for document, start in zip(found.passages.document[shown], found.passages.start[shown], strict=True):
            self._starts.setdefault(found.material.documents[document].id, set()).add(int(start))
        self._on: dict[int, list[tuple[int, int]]] = {}
        material = found.material
        rows = np.flatnonzero(found.codings & np.isin(found.passages.number, shown))
        columns = (found.passages.number[rows], material.code[rows], material.coder[rows])
        for passage, code, coder in zip(*(column.tolist() for column in columns), strict=True):
            self._on.setdefault(passage, []).append((code, coder))

    def quote(self, passage: int) -> PickedQuote | None:
        """A passage; None where its document was removed meanwhile."""
        found, quoting = self._found, self._quoting
        document, start, end = (
            int(column[passage]) for column in (found.passages.document, found.passages.start, found.passages.end)
        )
        key = found.material.documents[document].id
        if key not in self._documents:
            return None
        paper = quoting.paper(key)
        turn = first_touched(paper.turns, start, end)
        around = self._around(key, paper, turn, start, end)
        text, before, after = bared(quoting.text(key, start, end), *around)
        segments = self._at(key, start, end)
        marked = [one for one in segments if one.used is not None]
        material, carried = found.material, self._on.get(passage, [])
        cited = quoting.citation(key, start)
        return PickedQuote(
            document=key,
            start=start,
            end=end,
            segments=tuple(one.id for one in segments),
            text=text,
            name=quoting.document(key),
            cases=self._cases(self._documents[key])(start, end),
            turn=turn.number if turn else 0,
            speaker=quoting.speaker(turn.speaker) if turn else "",
            codes=tuple(material.codes[code].path for code in sorted({code for code, _ in carried})),
            coders=tuple(material.coders[coder] for coder in sorted({coder for _, coder in carried})),
            used="; ".join(dict.fromkeys(one.used for one in marked if one.used)) if marked else None,
            marked=tuple(one.id for one in marked),
            cited=cited,
            short=Phrase("{name}", name=quoting.document(key)),
            before=before,
            after=after,
        )

    def _around(self, document: UUID, paper: Paper, turn: Turn | None, start: int, end: int) -> tuple[str, str]:
        if not self._width:
            return "", ""
        more, quoting = _MORE_TURNS[self._width], self._quoting
        low, high = (
            _turns_around(paper, turn, start, end, more) if turn else _lines_around(paper.text, start, end, more)
        )
        first, last = max(low, start - _MOST_AROUND), min(high, end + _MOST_AROUND)
        before = _worth(quoting.text(document, first, start)).lstrip()
        after = _worth(quoting.text(document, end, last)).rstrip()
        return ("…" if first > low and before else "") + before, after + ("…" if last < high and after else "")

    def _at(self, document: UUID, start: int, end: int) -> list[Segment]:
        if document not in self._segments:
            there: dict[tuple[int, int], list[Segment]] = {}
            for one in self._read.segments_of(document, self._starts[document]):
                there.setdefault((one.start, one.end), []).append(one)
            self._segments[document] = there
        return self._segments[document].get((start, end), [])


def _worth(text: str) -> str:
    """A text, if there is more than a full stop to it."""
    return text if any(map(str.isalnum, text)) else ""


def _turns_around(paper: Paper, turn: Turn, start: int, end: int, more: int) -> tuple[int, int]:
    """From the turn in which a passage begins to that in which it ends, and so many more on both sides."""
    first = paper.turns.index(turn)
    last = first
    while last + 1 < len(paper.turns) and paper.turns[last + 1].start < end:
        last += 1
    low, high = paper.turns[max(first - more, 0)], paper.turns[min(last + more, len(paper.turns) - 1)]
    return min(low.start if more else low.body, start), max(high.end, end)


def _lines_around(text: str, start: int, end: int, more: int) -> tuple[int, int]:
    """The paragraphs that a passage touches, and so many more on both sides; empty ones are none."""
    low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    high = len(text) if high < 0 else high
    for _ in range(more):
        words = text[:low].rstrip()
        if words:
            low = words.rfind("\n") + 1
        behind = len(text) - len(text[high:].lstrip())
        if behind < len(text):
            line = text.find("\n", behind)
            high = len(text) if line < 0 else line
    return low, high
