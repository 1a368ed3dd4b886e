"""Quotes for writing: a few passages of a code, a theme or a query, with everybody heard, ready to be cited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.codebook import Code
from ..domain.codings import Segment
from ..domain.documents import Turn, first_touched
from ..domain.errors import BadInput, Phrase
from ..domain.queries import Scope
from ..domain.themes import reach
from ..formats.quote_pages import PrintedQuote
from ..store.columns import used_places
from ..store.reading import Reading
from .lists import short_names
from .naming import resolve
from .quoting import Quoting
from .scoping import make_scope

if TYPE_CHECKING:
    from ..analysis.material import BoolArray, Material
    from ..analysis.picking import Candidates
    from .analysing.registry import Asked

ANY, USED, UNUSED = "any", "used", "unused"
PLAIN, WITH_ID, MARKDOWN, APA = "plain", "id", "markdown", "apa"
FORMS = (PLAIN, WITH_ID, MARKDOWN, APA)
LONG_QUOTE = 40  # words: from here on a quote is set as a block without quotation marks (APA 7, 8.27)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which quotes: of a `code` (with those below it) or a theme (with all that belongs to it), or what answers a
    `query`; without either of all that is coded. At most `most`, in one of the orders of `analysis.picking`; with
    `balance` everybody is heard. `used` is ANY, USED or UNUSED in a draft: a passage is used when more than half of its
    characters are quoted there, whoever's segments those are. With `context` the rest of the turn stands around a
    quote, with `display_ids` cases and speakers are called by theirs."""

    code: str = ""
    query: str = ""
    most: int = 10
    order: str = "telling"
    balance: bool = True
    used: str = ANY
    context: bool = False
    display_ids: bool = False


@dataclass(frozen=True, slots=True)
class PickedQuote:
    """A passage as it is printed, and where it stands.

    `segments` are all that stand at its place, whoever made them; `used` says where in a draft it, or what shares most
    of its words, is quoted (empty: somewhere; None: nowhere), and `marked` are the segments that were marked there.
    `before` and `after` are the rest of its turn, with the blanks that part them from it. `cited` is its source,
    `short` the same with the shortest name of whose words they are. Names are those that may be printed.
    """

    document: UUID
    start: int
    end: int
    segments: tuple[UUID, ...]
    text: str
    name: str
    cases: tuple[str, ...]
    turn: int
    speaker: str
    codes: tuple[str, ...]
    coders: tuple[str, ...]
    used: str | None
    marked: tuple[UUID, ...]
    cited: Phrase
    short: Phrase
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Picked:
    """The quotes chosen among `candidates` passages of `voices` cases, or `by_case` is false and they are documents;
    the quotes are of `heard` of them. `unused` of the passages are in no draft; `about` says what was asked for."""

    quotes: tuple[PickedQuote, ...]
    candidates: int
    unused: int
    voices: int
    heard: int
    by_case: bool
    about: Phrase


def pick(asked: "Asked", wanted: Wanted) -> Picked:
    """The quotes that are wanted. Raises `BadInput` for a code and a query at once, `NotFound` for what is gone."""
    import numpy as np

    from ..analysis.picking import SharedCodes, candidates, picked, ranks, words_used

    with asked.project.read() as read:  # one moment for passages, codings and marks
        scope = make_scope(read, **asked.filters)
        material = asked.project.analyses.material(scope, read=read)
        codings, about = _codings(asked, scope, wanted, material, read)
        found = candidates(material, codings)
        used = words_used(material, found, _numbered(material, used_places(read)))
        marked = _at(found, material, _exemplars(read)) if wanted.order == "telling" else np.zeros(found.size, np.bool_)
        allowed = {ANY: np.ones(found.size, np.bool_), USED: used, UNUSED: ~used}[wanted.used]
        rank = ranks(found, allowed, wanted.order, marked)
        alike = SharedCodes(material, codings)
        chosen = picked(found, rank, wanted.most, wanted.balance, alike).tolist()
        quotes = _Printing(read, material, found, codings, wanted, used).quotes(chosen)

    def voices(rows: Any) -> int:
        return len({who for one in np.unique(found.who[rows]).tolist() for who in found.speakers[one]} - {-1})

    unused = int((~used).sum())
    return Picked(quotes, found.size, unused, voices(slice(None)), voices(chosen), found.by_case, about)


def _codings(
    asked: "Asked", scope: Scope, wanted: Wanted, material: "Material", read: Reading
) -> tuple["BoolArray", Phrase]:
    """The codings to pick from, and what they are."""
    import numpy as np

    if wanted.code.strip() and wanted.query.strip():
        raise BadInput("Name a code or theme, or write a query, not both.")
    if wanted.query.strip():
        retrieval = asked.project.analyses.retrieval
        answer = retrieval.ask(retrieval.typed(wanted.query, read), scope, asked.progress, read=read)
        return answer.codings, Phrase("what answers {query}", query=wanted.query.strip())
    if not wanted.code.strip():
        return np.ones(material.code.size, np.bool_), Phrase("all coded passages")
    code: Code = resolve(read, Code, wanted.code)
    links = read.where("theme_code") if code.kind == "theme" else []
    group = reach(read.codebook, links, code.id)
    path = read.codebook.paths()[code.id]
    inside = np.array([one.id in group for one in material.codes], dtype=np.bool_)
    codings: BoolArray = inside[material.code] if inside.size else np.zeros(0, np.bool_)
    return codings, Phrase("{code}", code=path)


def _exemplars(read: Reading) -> list[tuple[UUID, int, int]]:
    """Where exemplars of a code stand."""
    marked = {coding.segment for coding in read.where("coding", mark="exemplar")}
    return [(one.document, one.start, one.end) for one in read.records("segment", marked)]


def _numbered(material: "Material", places: Iterable[tuple[UUID, int, int]]) -> list[tuple[int, int, int]]:
    """Places in the documents that are looked at, these by their numbers."""
    numbers = {document.id: number for number, document in enumerate(material.documents)}
    return [(numbers[document], start, end) for document, start, end in places if document in numbers]


def _at(found: "Candidates", material: "Material", places: Iterable[tuple[UUID, int, int]]) -> "BoolArray":
    """Which passages stand at one of these places."""
    import numpy as np

    rows = _numbered(material, places)
    if not rows or not found.size:
        return np.zeros(found.size, np.bool_)
    length = int(max(found.end.max(), *(row[2] for row in rows))) + 1

    def keys(document: Any, start: Any, end: Any) -> Any:
        return (document * length + start) * length + end

    return np.isin(keys(found.document, found.start, found.end), keys(*np.array(rows, np.int64).T))


class _Printing:
    """Passages as they are printed."""

    def __init__(
        self,
        read: Reading,
        material: "Material",
        found: "Candidates",
        codings: "BoolArray",
        wanted: Wanted,
        used: "BoolArray",
    ) -> None:
        self._read, self._material, self._found, self._wanted = read, material, found, wanted
        self._codings, self._used = codings, used
        self._quoting = Quoting(read, wanted.display_ids)
        self._short = short_names(read.documents())
        self._cases = {case.name: self._quoting.case(case) for case in read.cases()}
        self._segments: dict[UUID, dict[tuple[int, int], list[Segment]]] = {}

    def quotes(self, chosen: Iterable[int]) -> tuple[PickedQuote, ...]:
        """These passages, in this order."""
        return tuple(map(self._quote, chosen))

    def _quote(self, passage: int) -> PickedQuote:
        material, found, quoting = self._material, self._found, self._quoting
        document = material.documents[int(found.document[passage])].id
        start, end = int(found.start[passage]), int(found.end[passage])
        paper = quoting.paper(document)
        turn = first_touched(paper.turns, start, end)
        around = self._around(document, start, end, turn) if self._wanted.context else ("", "")
        text, before, after = bared(quoting.text(document, start, end), *around)
        segments = self._at(document, start, end)
        marked = self._marked(document, start, end) if self._used[passage] else []
        cases = self._names(passage)
        number = turn.number if turn else 0
        codes, coders = self._carried(passage)
        return PickedQuote(
            document=document,
            start=start,
            end=end,
            segments=tuple(one.id for one in segments),
            text=text,
            name=quoting.document(document),
            cases=cases,
            turn=number,
            speaker=quoting.speaker(turn.speaker) if turn else "",
            codes=codes,
            coders=coders,
            used="; ".join(dict.fromkeys(one.used for one in marked if one.used)) if marked else None,
            marked=tuple(one.id for one in marked),
            cited=quoting.citation(document, start),
            short=self._shortly(document, start, cases, number),
            before=before,
            after=after,
        )

    def _names(self, passage: int) -> tuple[str, ...]:
        from ..analysis.material import case_names

        if not self._found.by_case:
            return ()
        names = case_names(self._material)
        who = self._found.speakers[int(self._found.who[passage])]
        return tuple(self._cases.get(names[one], names[one]) for one in who if one >= 0)

    def _shortly(self, document: UUID, start: int, cases: tuple[str, ...], turn: int) -> Phrase:
        if self._wanted.display_ids:
            return self._quoting.citation(document, start)
        name = cases[0] if len(cases) == 1 else self._quoting.names(self._short[document])
        return Phrase("{document}, turn {number}", document=name, number=turn) if turn else Phrase("{name}", name=name)

    def _around(self, document: UUID, start: int, end: int, turn: Turn | None) -> tuple[str, str]:
        """The rest of the turn in which a passage begins, without its label."""
        if turn is None:
            return "", ""
        quoting = self._quoting
        before = quoting.text(document, turn.body, start).lstrip() if turn.body < start else ""
        return before, quoting.text(document, end, turn.end).rstrip() if end < turn.end else ""

    def _at(self, document: UUID, start: int, end: int) -> list[Segment]:
        if document not in self._segments:
            there: dict[tuple[int, int], list[Segment]] = {}
            for one in self._read.segments_of(document):
                there.setdefault((one.start, one.end), []).append(one)
            self._segments[document] = there
        return self._segments[document].get((start, end), [])

    def _marked(self, document: UUID, start: int, end: int) -> list[Segment]:
        """The segments that are used in a draft and share words with a passage, those at its place first."""
        self._at(document, start, end)
        there = [one for group in self._segments[document].values() for one in group if one.used is not None]
        meeting = [one for one in there if one.start < end and start < one.end]
        return sorted(meeting, key=lambda one: ((one.start, one.end) != (start, end), one.start, one.end))

    def _carried(self, passage: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """With which codes a passage was found, in codebook order, and whose codings they are."""
        import numpy as np

        material, found = self._material, self._found
        there = np.flatnonzero(
            (material.document == found.document[passage])
            & (material.start == found.start[passage])
            & (material.end == found.end[passage])
            & self._codings
        )
        codes = tuple(material.codes[code].path for code in np.unique(material.code[there]).tolist())
        return codes, tuple(material.coders[coder] for coder in np.unique(material.coder[there]).tolist())


# ── citing ──


def citation(quote: PickedQuote, form: str, say: Any = str) -> str:
    """A quote as it is pasted into a draft: `plain` with its source, `id` with the id of its segment too, `markdown` as
    a block quote, `apa` with a short source in the text (“… .” (P03, turn 44)); there a quote of 40 words and more is a
    block without quotation marks. `say` says phrases in the reader's language. Raises `BadInput` for another form."""
    words, source = " ".join(quote.text.split()), say(quote.cited)
    if form == PLAIN:
        return f"“{words}” ({source})"
    if form == WITH_ID:
        return f"“{words}” ({source}) [{quote.segments[0]}]"
    if form == MARKDOWN:
        lines = "\n".join(f"> {line.strip()}" if line.strip() else ">" for line in quote.text.split("\n"))
        return f"{lines}\n>\n> — {source}"
    if form == APA:
        shortly = say(quote.short)
        return f"    {words} ({shortly})" if len(words.split()) >= LONG_QUOTE else f"“{words}” ({shortly})"
    raise BadInput("A quote is copied as {forms}, not as “{form}”.", forms=", ".join(FORMS), form=form)


def citations(quotes: Iterable[PickedQuote], form: str, say: Any = str) -> str:
    """Several quotes, a blank line between them."""
    return "\n\n".join(citation(quote, form, say) for quote in quotes)


def printed(quote: PickedQuote, say: Any = str) -> PrintedQuote:
    """A quote as it stands on a page: its words, its source, and below what is known of it."""
    beside = [quote.speaker, "; ".join(quote.cases), "; ".join(quote.codes)]
    if quote.used is not None:
        beside.append(say(Phrase("used in {draft}", draft=quote.used) if quote.used else Phrase("used in a draft")))
    source = " · ".join(dict.fromkeys(filter(None, (say(quote.cited), *beside))))
    return PrintedQuote(quote.text, source, quote.before, quote.after)


def bared(text: str, before: str, after: str) -> tuple[str, str, str]:
    """A quote without blanks at its edges, and the words around it, to which such blanks then belong."""
    if before and text[:1].isspace():
        before += " "
    if after and text[-1:].isspace():
        after = " " + after
    return text.strip(), before, after


# ── as a table ──


def quote_columns(quotes: Iterable[PickedQuote], context: bool = False, ids: bool = False) -> Mapping[str, list[Any]]:
    """The table of quotes, column by column. `used` is empty, `yes`, or where in a draft it is quoted."""
    rows = list(quotes)
    columns: dict[str, list[Any]] = {
        "document": [one.name for one in rows],
        "case": ["; ".join(one.cases) for one in rows],
        "turn": [one.turn or None for one in rows],
        "speaker": [one.speaker for one in rows],
        "code": ["; ".join(one.codes) for one in rows],
        "coder": ["; ".join(one.coders) for one in rows],
        "start": [one.start for one in rows],
        "end": [one.end for one in rows],
        "used": ["" if one.used is None else one.used or "yes" for one in rows],
        "citation": [str(one.cited) for one in rows],
        "text": [one.text for one in rows],
    }
    if context:
        columns |= {"before": [one.before.rstrip() for one in rows], "after": [one.after.lstrip() for one in rows]}
    if ids:
        columns["segment_id"] = ["; ".join(map(str, one.segments)) for one in rows]
        columns["document_id"] = [str(one.document) for one in rows]
    return columns
