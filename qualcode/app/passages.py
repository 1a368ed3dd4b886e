"""The passages behind a number as they are read: their words, what is marked in them, source and coders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

from ..domain.documents import Document, first_touched, turns
from ..domain.progress import SILENT, Progress
from .quoting import Quoting

if TYPE_CHECKING:
    from ..analysis.material import Material
    from ..analysis.quotes import Quote
    from ..store.reading import Reading
    from .charts import CooccurrencePicture
    from .project import Project

PLAIN, ONE, OTHER, BOTH = "", "a", "b", "both"
PAGE = 30
_AROUND = 70  # characters of context beside what two codes share
_PLAIN_ENDS = 60, 60  # what stays of a long stretch without a mark: of its beginning, of its end
_MARKED_ENDS = 240, 110
_MOST_PIECES = 9
_WHOLE = 2_000  # a unit longer than this is opened at its first mark
_CUT = " … "


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text of a passage; `mark` says which of the two codes lies on it: "", "a", "b" or "both"."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Where two codes meet, as it is read.

    `[start, end)` is the place to open in the document. Long stretches are cut with an ellipsis. `turn` is 0
    in a document without turns; `case` is empty unless the rule is case.
    """

    document: UUID
    name: str
    start: int
    end: int
    turn: int
    speaker: str
    case: str
    coders: tuple[str, ...]
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The words without their marks."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class PassagePage:
    """Some of `total` passages from number `offset` on, in document order."""

    total: int
    offset: int
    passages: tuple[Passage, ...]


def meeting_passages(
    project: "Project",
    picture: "CooccurrencePicture",
    a: int,
    b: int,
    offset: int = 0,
    limit: int = PAGE,
    progress: Progress = SILENT,
) -> PassagePage:
    """The passages in which two codes (indices into the picture's material) meet; a == b: a code's own."""
    from ..analysis.quotes import cooccurring_spans

    found = cooccurring_spans(
        picture.material,
        a,
        b,
        picture.options.rule,
        picture.rollup,
        offset=offset,
        limit=limit,
        progress=progress,
    )
    quoted = passages_of(project, picture.material, found.quotes, alone=a == b, progress=progress)
    return PassagePage(found.total, offset, quoted)


def passages_of(
    project: "Project", material: "Material", quotes: Sequence["Quote"], alone: bool, progress: Progress = SILENT
) -> tuple[Passage, ...]:
    """Quotes of the material as they are read; `alone`: of one code, whose words carry its mark only."""
    ids = [material.documents[quote.document].id for quote in quotes]
    with project.read() as read:
        documents = {record.id: record for record in read.records("document", ids)}
        texts: dict[UUID, str] = {}
        passages = []
        for number, (key, quote) in enumerate(zip(ids, quotes, strict=True)):
            progress.tick(number, len(ids), "quotes")
            document = documents.get(key)
            if document is None:
                continue  # removed since the picture was made; the next picture is on its way
            if key not in texts:
                texts[key] = read.text(document)
            coders = tuple(material.coders[coder] for coder in quote.coders)
            passages.append(_passage(document, texts[key], quote, coders, alone))
    return tuple(passages)


def printed_passage(read: "Reading", passage: Passage) -> str:
    """A passage as it may leave the program: of a document with redactions its own words only, without what is redacted
    in them."""
    quoting = Quoting(read)
    if not quoting.redactions(passage.document):
        return passage.text.strip()
    return quoting.text(passage.document, passage.start, passage.end)


def _passage(document: Document, text: str, quote: "Quote", coders: tuple[str, ...], alone: bool) -> Passage:
    start, end = place = quote.start, quote.end
    shares = quote.a == quote.b or (len(quote.a) == len(quote.b) == 1 and _inside(quote))
    if shares:
        start, end = _context(text, start, end)
        marks = [(quote.start, quote.end, BOTH if not alone else ONE)]
    else:
        marks = _marks(quote.a, quote.b, start, end)
        if marks and end - start > _WHOLE:
            place = marks[0][:2]
            start = max(start, _context(text, *place)[0])
    turn = first_touched(turns(text, document.speakers), *place)
    return Passage(
        document=document.id,
        name=document.name,
        start=place[0],
        end=place[1],
        turn=turn.number if turn else 0,
        speaker=turn.speaker if turn else "",
        case=quote.case,
        coders=coders,
        pieces=tuple(_pieces(text, start, end, marks)),
    )


def passage_alone(document: Document, text: str, start: int, end: int, coders: tuple[str, ...]) -> Passage:
    """One span of a document as it is read by itself, with a little of what stands around it."""
    turn = first_touched(turns(text, document.speakers), start, end)
    low, high = _context(text, start, end)
    return Passage(
        document=document.id,
        name=document.name,
        start=start,
        end=end,
        turn=turn.number if turn else 0,
        speaker=turn.speaker if turn else "",
        case="",
        coders=coders,
        pieces=tuple(_pieces(text, low, high, [(start, end, ONE)])),
    )


def _inside(quote: "Quote") -> bool:
    """Whether the quote is just what the one span of each code share."""
    (a_start, a_end), (b_start, b_end) = quote.a[0], quote.b[0]
    return (quote.start, quote.end) == (max(a_start, b_start), min(a_end, b_end))


def _context(text: str, start: int, end: int) -> tuple[int, int]:
    """A little of the same paragraph on both sides, at whole words."""
    low = text.rfind("\n", max(0, start - _AROUND), start) + 1
    if not low:
        low = max(0, start - _AROUND)
        if low:
            blank = text.find(" ", low, start)
            low = blank + 1 if blank >= 0 else low
    high = text.find("\n", end, end + _AROUND)
    if high < 0:
        high = min(len(text), end + _AROUND)
        if high < len(text):
            blank = text.rfind(" ", end, high)
            high = blank if blank >= 0 else high
    return low, high


def _marks(
    a: Sequence[tuple[int, int]], b: Sequence[tuple[int, int]], low: int, high: int
) -> list[tuple[int, int, str]]:
    """Disjoint stretches of `[low, high)` that carry one of the codes or both, in order."""
    cuts = sorted({low, high, *(min(max(cut, low), high) for span in (*a, *b) for cut in span)})
    found: list[tuple[int, int, str]] = []
    for start, end in pairwise(cuts):
        one = any(first <= start and end <= last for first, last in a)
        other = any(first <= start and end <= last for first, last in b)
        mark = BOTH if one and other else ONE if one else OTHER
        if (one or other) and found and found[-1][1:] == (start, mark):
            found[-1] = (found[-1][0], end, mark)
        elif one or other:
            found.append((start, end, mark))
    return found


def _pieces(text: str, low: int, high: int, marks: Sequence[tuple[int, int, str]]) -> Iterator[Piece]:
    """The text between low and high in pieces, shortened; an ellipsis stands where it was cut off."""
    stretches = []
    place = low
    for start, end, mark in marks:
        stretches += [(place, start, PLAIN), (start, end, mark)]
        place = end
    stretches.append((place, high, PLAIN))
    stretches = [stretch for stretch in stretches if stretch[0] < stretch[1]]
    for number, (start, end, mark) in enumerate(stretches[:_MOST_PIECES]):
        first, last = number == 0, number == len(stretches) - 1
        shown = _shortened(text[start:end], mark, first, last)
        if first and mark == PLAIN and start > 0 and text[start - 1] != "\n" and shown[0] != "…":
            shown = "…" + shown
        if last and mark == PLAIN and end < len(text) and text[end] != "\n" and shown[-1] != "…":
            shown += "…"
        yield Piece(shown.replace("\n", " "), mark)
    if len(stretches) > _MOST_PIECES:
        yield Piece(_CUT.rstrip(), PLAIN)


def _shortened(text: str, mark: str, first: bool, last: bool) -> str:
    head, tail = _PLAIN_ENDS if mark == PLAIN else _MARKED_ENDS
    if len(text) <= head + tail + 20:
        return text
    # whole words where there are any near: Chinese has no blanks to cut at
    beginning, ending = text[:head], text[-tail:]
    if " " in beginning[-30:]:
        beginning = beginning.rpartition(" ")[0]
    if " " in ending[:30]:
        ending = ending.partition(" ")[2]
    if mark == PLAIN and first:
        return "…" + ending
    if mark == PLAIN and last:
        return beginning + "…"
    return beginning + _CUT + ending
