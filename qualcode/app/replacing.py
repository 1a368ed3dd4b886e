"""Replacing: words across documents, and a document's text by a newer file; with a look at what it would do first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from ..domain.documents import Document, clean
from ..domain.errors import BadInput, Clash, Refused, listed
from ..domain.progress import SILENT, Progress
from ..domain.queries import Scope, regex_query
from ..domain.reanchoring import Anchoring
from ..domain.segments import Edit
from ..store.contents import hash_of
from ..store.reading import Reading
from ..store.work import Work
from .action import action
from .arrivals import Arrival
from .patterns import GuardedPattern
from .places import Passages
from .rewriting import CasePart, Lost, Moved, case_parts, lost, parts, plan, renew, rewrite

MOST_HITS = 100_000
_AROUND = 40  # characters of context on either side
_FLAGS = re.compile(r"(?:\(\?[aiLmsux]+\))*")


# ── words across documents ─────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for and what comes instead; a regular expression may use its groups, as in `\\1`."""

    find: str
    instead: str
    case: bool = False
    whole_words: bool = False
    regex: bool = False

    def pattern(self) -> re.Pattern[str]:
        """The expression that finds it. Raises `BadInput` with the reason when there is none."""
        if not self.find:
            raise BadInput("There is nothing to look for. Type a word or a phrase.")
        asked = regex_query(self.find).pattern if self.regex else None
        words = re.escape(self.find) if asked is None else asked.pattern
        # flags that hold for all of an expression stand before all else, and a remark in it ends with its line
        flags = "" if asked is None else _FLAGS.match(words).group()  # type: ignore[union-attr]
        line = "\n" if asked is not None and asked.flags & re.VERBOSE else ""
        if self.whole_words:
            words = rf"{flags}(?<!\w)(?:{words[len(flags) :]}{line})(?!\w)"
        pattern = re.compile(words, re.MULTILINE if self.case else re.MULTILINE | re.IGNORECASE)
        if self.regex:
            try:
                re.compile(f"{words}{line}|", pattern.flags).sub(self.instead, "")
            except (re.error, IndexError) as error:
                raise BadInput(
                    "“{text}” cannot be put in its place: {reason}.", text=self.instead, reason=error
                ) from None
        return pattern


@dataclass(frozen=True, slots=True)
class Passage:
    """A place that would be changed: `[start, end)` of the text with the hash `content` becomes `instead`."""

    document: UUID
    name: str
    content: str
    start: int
    end: int
    before: str
    words: str
    after: str
    instead: str


def find_passages(
    read: Reading,
    search: Search,
    document: UUID | None = None,
    progress: Progress = SILENT,
    inside: Scope = Scope(),  # noqa: B008 - frozen
) -> list[Passage]:
    """The places that would be changed, in one document or in all, in their order; of documents of which a filter
    takes in passages only, those inside these."""
    pattern = search.pattern()
    documents = [one for one in read.documents() if document in (None, one.id)]
    if inside.documents is not None:
        documents = [one for one in documents if one.id in inside.documents]
    parts = dict(inside.parts)
    found: list[Passage] = []
    if search.regex:
        with GuardedPattern(pattern, search.find) as guarded:
            for number, one in enumerate(documents):
                progress.tick(number, len(documents), one.name)
                text = read.text(one)
                places = _expanded(pattern, search.instead, text, guarded.spans(text))
                found += _passages(one, text, _within(places, parts.get(one.id)))
                _require_few(found)
        return found
    for number, one in enumerate(documents):
        progress.tick(number, len(documents), one.name)
        text = read.text(one)
        plain = ((*match.span(), search.instead) for match in pattern.finditer(text))
        found += _passages(one, text, _within(plain, parts.get(one.id)))
        _require_few(found)
    return found


def _expanded(
    pattern: re.Pattern[str], instead: str, text: str, spans: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    for start, end in spans:
        match = pattern.match(text, start)
        if match is not None and match.end() == end:
            yield start, end, match.expand(instead)


def _within(
    places: Iterable[tuple[int, int, str]], spans: Sequence[tuple[int, int]] | None
) -> Iterator[tuple[int, int, str]]:
    inside = None if spans is None else Passages(spans)
    return (place for place in places if inside is None or inside.hold(place[0], place[1]))


def _passages(document: Document, text: str, found: Iterable[tuple[int, int, str]]) -> Iterator[Passage]:
    for start, end, words in found:
        instead = clean(words).text
        if text[start:end] != instead:
            yield Passage(
                document.id,
                document.name,
                document.content,
                start,
                end,
                text[max(0, start - _AROUND) : start].rpartition("\n")[2],
                text[start:end],
                text[end : end + _AROUND].partition("\n")[0],
                instead,
            )


def _require_few(found: Sequence[Passage]) -> None:
    if len(found) > MOST_HITS:
        raise BadInput("There are more than {number} places. Look for something rarer.", number=MOST_HITS)


@action("Replace {count} passages in {documents} documents")
def replace_passages(work: Work, passages: Iterable[Passage]) -> int:
    """Change these places, in as many documents as they are in, as one step; segments move by exactly these changes.

    How many segments lost all their words. Raises `Clash` where a text has been changed since it was looked through.
    """
    by_document: dict[UUID, list[Passage]] = {}
    for passage in passages:
        by_document.setdefault(passage.document, []).append(passage)
    count = gone = 0
    cases: dict[str, None] = {}  # an ordered set
    for key, found in by_document.items():
        document: Document = work.read.record("document", key)
        if any(one.content != document.content for one in found):
            raise Clash("“{name}” has been changed since it was looked through. Look again.", name=document.name)
        old = work.read.text(document)
        pieces: list[str] = []
        edits = []
        last = 0
        for one in sorted(found, key=lambda one: one.start):
            pieces += old[last : one.start], one.instead
            edits.append(Edit(one.start, one.end, len(one.instead)))
            last = one.end
        result = rewrite(work, document, "".join([*pieces, old[last:]]), edits)
        gone += result.gone
        cases.update(dict.fromkeys(part.case for part in result.parts))
        count += len(found)
    work.say(count=count, documents=len(by_document))
    if gone:
        work.say("Replace {count} passages in {documents} documents ({gone} segments lost their words)", gone=gone)
    if cases:
        work.say(
            "Replace {count} passages in {documents} documents ({gone} segments and parts of {cases} lost their words)",
            gone=gone,
            cases=listed(cases),
        )
    return gone


# ── a newer file ───────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True, slots=True)
class Forecast:
    """What a new text would do: segments that stay as they are or move along, those to look at, those that go.

    `doubtful` are the words they stand on and the words they would stand on; `parts` those that cases would lose,
    `doubtful_parts` those of cases to look at, with the words they would get.
    """

    kept: int
    doubtful: tuple[tuple[Lost, str], ...]
    lost: tuple[Lost, ...]
    same: bool
    parts: tuple[CasePart, ...] = ()
    doubtful_parts: tuple[tuple[CasePart, str], ...] = ()


def forecast(read: Reading, document: Document, text: str) -> Forecast:
    """What would become of the segments of a document if it got this text."""
    old = read.text(document)
    segments = read.segments_of(document.id)
    if old == text:
        return Forecast(len(segments), (), (), True)
    place = Anchoring(old, text).place
    found = plan(segments, old, place, text)
    before = {segment.id: segment for segment in segments}
    doubted = lost(read, [before[segment.id] for segment in found.doubtful], old)
    words = [" ".join(text[segment.start : segment.end].split()) for segment in found.doubtful]
    gone = lost(read, found.gone, old)
    placed = [(part, place(part[1])) for part in parts(read, document)]
    parted = case_parts(read, [part for part, there in placed if there is None], old)
    unsure = sorted(
        (
            (part[1], case_parts(read, [part], old)[0], " ".join(text[there.span.start : there.span.end].split()))
            for part, there in placed
            if there is not None and not there.sure
        ),
        key=lambda one: (one[0], one[1].case),
    )
    kept = len(segments) - len(gone) - len(doubted)
    changed = tuple((one, words) for _, one, words in unsure)
    return Forecast(kept, tuple(zip(doubted, words, strict=True)), gone, False, parted, changed)


def text_of(arrival: Arrival) -> str:
    """The text of a file that holds one document. Raises `BadInput` for one that holds several, or none."""
    documents = arrival.bundle.documents
    if len(documents) != 1:
        raise BadInput(
            "“{name}” holds {number} documents; what takes a document's place must hold one.",
            name=arrival.name,
            number=len(documents),
        )
    return documents[0].text


@action("Replace “{document.name}” with {file} ({gone} segments lost their words)")
def replace_with_file(work: Work, document: Document, arrival: Arrival) -> Moved:
    """Put what a newer file holds in the place of a document; segments are anchored again where their words are."""
    if text_of(arrival) == work.read.text(document):
        raise Refused("“{file}” holds the same text as “{name}”.", file=arrival.name, name=document.name)
    work.say(file=arrival.name)
    source = hash_of(arrival.data)
    result = renew(work, document, arrival.bundle.documents[0], arrival.name, source)
    work.keep(arrival.data)
    work.say(gone=result.gone)
    if result.parts:
        work.say(
            "Replace “{document.name}” with {file} ({gone} segments and parts of {cases} lost their words)",
            cases=result.cases,
        )
    return result
