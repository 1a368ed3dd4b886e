"""Autocoding: a rule proposes passages, a person chooses among them, one step codes them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

import msgspec

from ..domain.autocoding import KINDS, UNITS, Autocoding, answers, bare, between, of_speakers, widened
from ..domain.codebook import Code
from ..domain.codings import Coding, Segment
from ..domain.documents import Document, paragraphs, turns
from ..domain.errors import BadInput, Refused
from ..domain.folding import fold
from ..domain.ids import new_ids
from ..domain.progress import SILENT, Progress
from ..domain.queries import Fields, TextQuery, regex_query, whole_word
from ..domain.segments import trimmed
from ..language.sentences import sentence_spans
from ..store.columns import segment_ids
from ..store.reading import Reading
from ..store.work import Work
from .acting import coder_of
from .action import action
from .codebook import codebook_changed, new_code
from .naming import resolve
from .places import Passages, Single, coded_spans, find_places, require_speakers, speakers_of
from .search import Finder, Hit, Query, make_hit, make_query

if TYPE_CHECKING:
    from .project import Project

Passage = tuple[Document | UUID | str, int, int] | Hit
_WORD_KINDS = ("words", "beginnings", "lemma")  # of a word only its beginning may be asked for; all of it is coded


@dataclass(frozen=True, slots=True)
class Coded:
    """What an autocoding did: `passages` got the code, `already` had it before from the same coder."""

    code: Code
    passages: int
    already: int


# ── proposing ──────────────────────────────────────────────────────────────────────────────────────────────
def propose(
    project: "Project", rule: Autocoding, progress: Progress = SILENT, after: UUID | None = None
) -> Iterator[Hit]:
    """The passages that a rule means, in order of documents and text, each once, beginning behind document `after`;
    nothing is written.

    Raises `BadInput` for what is no rule, `NotFound` for what the project does not have.
    """
    query, until = _asked(rule)
    with project.read() as read, ExitStack() as stack:
        finder = stack.enter_context(Finder(query.asked, progress)) if query is not None else None
        closer = stack.enter_context(Finder(until, progress)) if until is not None else None
        scope = replace(rule.scope, codes=frozenset([rule.inside]) if rule.inside else None, carrying=None)
        places = find_places(read, query.fields if query is not None else Fields(), scope)
        documents = places.documents
        asking: frozenset[str] = frozenset()
        if rule.kind in ("speaker", "question"):
            asking = require_speakers(speakers_of(read, read.documents()), rule.speakers)
        elif finder is not None:
            documents = finder.candidates(read, documents)
        if after is not None:
            order = {document.id: number for number, document in enumerate(places.documents)}
            documents = [each for each in documents if order[each.id] > order.get(after, -1)]
        for number, listed in enumerate(documents):
            progress.tick(number, len(documents), listed.name)
            document: Document = read.record("document", listed.id)
            text = read.text(document)
            inside = places.passages(document, text)
            for start, end in _spans(rule, document, text, inside, asking, finder, closer):
                yield make_hit(document, text, start, end, rule)
                if rule.first:
                    break


def _asked(rule: Autocoding) -> tuple[Query | None, TextQuery | None]:
    """What to look for, and what ends a passage."""
    if rule.kind not in KINDS or rule.unit not in UNITS:
        raise BadInput("“{kind}” is no way of autocoding.", kind=rule.kind if rule.kind not in KINDS else rule.unit)
    if rule.kind in ("speaker", "question") and not rule.speakers:
        raise BadInput("Say who speaks: autocoding by speaker or question needs at least one name.")
    if rule.kind == "speaker" or (rule.kind == "question" and not rule.text.strip()):
        return None, None
    if rule.kind == "question":
        return make_query(rule.text), None
    if rule.kind == "marks":
        if not rule.text:
            raise BadInput("Say what marks the beginning of a passage, as a regular expression such as ^Q\\d+.")
        return make_query(rule.text, regex=True), regex_query(rule.until) if rule.until else None
    return make_query(rule.text, **({} if rule.kind == "words" else {rule.kind: True})), None


def _spans(
    rule: Autocoding,
    document: Document,
    text: str,
    inside: Passages | None,
    asking: frozenset[str],
    finder: Finder | None,
    closer: Finder | None,
) -> list[tuple[int, int]]:
    if rule.kind == "speaker":
        found = of_speakers(turns(text, document.speakers), asking)
    elif rule.kind == "question":
        spoken = turns(text, document.speakers)
        asked = (
            None
            if finder is None
            else [
                (turn.start, turn.end)
                for turn in spoken
                if fold(turn.speaker) in asking and finder.hits(text[turn.start : turn.end], document.language)
            ]
        )
        found = answers(spoken, asking, asked, rule.marks)
    elif rule.kind == "marks":
        starts = finder.hits(text, document.language) if finder is not None else ()
        ends = closer.hits(text, document.language) if closer is not None else None
        found = between(starts, ends, len(text), rule.marks)
    else:
        # the match has to lie inside, the sentence around it need not
        matches = finder.hits(text, document.language) if finder is not None else ()
        if rule.kind in _WORD_KINDS:
            matches = [whole_word(text, *span) for span in matches]
        chosen = [span for span in matches if inside is None or inside.hold(*span)]
        return bare(text, widened(chosen, units_around(text, document, rule.unit, chosen)))
    return [span for span in bare(text, found) if inside is None or inside.hold(*span)]


def units_around(text: str, document: Document, unit: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences, turns or paragraphs of a text, at least those that the spans touch; none for `match`."""
    if unit == "match" or not spans:
        return []
    if unit == "paragraph":
        return paragraphs(text)
    found = turns(text, document.speakers)
    if unit == "turn":
        return [(turn.start, turn.end) for turn in found]
    units: list[tuple[int, int]] = []
    labels = [(turn.start, turn.body) for turn in found if turn.speaker]
    for low, high in _lines(text, spans):  # no sentence goes over a line's end
        here = [(start - low, body - low) for start, body in labels if low <= start < high]
        units += [(low + start, low + end) for start, end in sentence_spans(text[low:high], document.language, here)]
    return units


def _lines(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The whole lines that spans touch, in runs."""
    runs: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        low = text.rfind("\n", 0, start) + 1
        high = text.find("\n", max(end - 1, start))
        high = len(text) if high < 0 else high
        if runs and low <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(high, runs[-1][1]))
        else:
            runs.append((low, high))
    return runs


def carried(read: Reading, code: UUID, coder: str) -> dict[UUID, Single]:
    """The passages of each document that already carry a code by a coder (of that name)."""
    acting = read.coder_named(coder)
    if acting is None:
        return {}
    return {key: Single(spans) for key, spans in coded_spans(read, [code], frozenset([acting.id])).items()}


# ── writing ────────────────────────────────────────────────────────────────────────────────────────────────
@action("Autocode “{code.name}”: {count} passages")
def autocode(
    work: Work, code: Code, passages: Iterable[Passage], rule: Autocoding | None = None, nested: bool = True
) -> Coded:
    """Put a code on passages, each `(document, start, end)` or a hit of `propose` or `search`, in one step named after
    the rule that found them: that of the hits where none is given.

    White space at the ends is left out. A passage that the acting coder has given this code already gets no second
    coding, and is counted; unless `nested`, so does one that lies inside such a passage.

    Raises `Refused` for a hit in a text that has changed since it was found.
    """
    found = list(passages)
    made = _write(work, code, found, nested)
    _say(work, rule or _rule_of(found), made)
    return made


@action("Autocode “{name}”: {count} passages")
def autocode_new(
    work: Work,
    name: str,
    passages: Iterable[Passage],
    rule: Autocoding | None = None,
    parent: Code | None = None,
    above: Iterable[str] = (),
) -> Coded:
    """Make a code below `parent` and put it on passages, in one step; `above` are themes to make between the two."""
    over = parent.id if parent else None
    for theme in above:
        made = new_code(work, theme, "theme", over)
        work.add(made)
        codebook_changed(work)
        over = made.id
    code = new_code(work, name, "code", over)
    work.add(code)
    codebook_changed(work)
    work.say(name=code.name)
    found = list(passages)
    coded = _write(work, code, found, nested=True)
    _say(work, rule or _rule_of(found), coded)
    return coded


def _rule_of(passages: Sequence[Passage]) -> Autocoding | None:
    """The one rule that found all of these, if there is one."""
    rules = [one.rule if isinstance(one, Hit) else None for one in passages]
    return rules[0] if rules and all(rule == rules[0] for rule in rules) else None


def _write(work: Work, code: Code, passages: Iterable[Passage], nested: bool) -> Coded:
    by_document: dict[Document, list[tuple[int, int]]] = {}
    known: dict[Document | UUID | str, Document] = {}
    of_words: dict[Document, set[tuple[int, int]]] = {}
    for one in passages:
        place, start, end = (one.document.id, one.start, one.end) if isinstance(one, Hit) else one
        if place not in known:
            known[place] = resolve(work.read, Document, place)
        if isinstance(one, Hit) and one.document.content != known[place].content:  # its places mean other words now
            raise Refused(
                "The text of “{document}” has changed since these passages were found. Look at them again.",
                document=known[place].name,
            )
        by_document.setdefault(known[place], []).append((start, end))
        if isinstance(one, Hit) and one.rule is not None and one.rule.kind in _WORD_KINDS and one.rule.unit == "match":
            of_words.setdefault(known[place], set()).add((start, end))
    coder = coder_of(work)
    there = coded_spans(work.read, [code.id], frozenset([coder.id]))
    wanted: list[tuple[UUID, int, int, bytes | None]] = []  # document, start, end, the segment that is there
    already = 0
    for document in sorted(by_document, key=lambda each: each.id):  # in this order the database takes them fastest
        text = work.read.text(document)
        own = segment_ids(work.connection, document.id, coder.id)
        same = set(there.get(document.id, ()))
        around = Single(() if nested else same)
        words = of_words.get(document, ())
        spans = [whole_word(text, *span) if span in words else span for span in by_document[document]]
        places = [_bare(text, start, end) for start, end in spans]
        for place_of in sorted(set(places)):
            if place_of in same or around.hold(*place_of):
                already += 1
            else:
                wanted.append((document.id, *place_of, own.get(place_of)))
    fresh = iter(new_ids(2 * len(wanted)))
    segments: list[Segment] = []
    codings: list[Coding] = []
    for key, start, end, known_as in wanted:
        if known_as is None:
            segment = next(fresh)
            segments.append(Segment(segment, key, coder.id, start, end, "", work.time))
        else:
            segment = UUID(bytes=known_as)
        codings.append(Coding(next(fresh), segment, code.id, None, work.time))
    work.add(segments)
    work.add(codings)
    return Coded(code, len(codings), already)


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A passage without the white space at its ends."""
    if 0 <= start < end <= len(text) and not text[start].isspace() and not text[end - 1].isspace():
        return start, end
    span = trimmed(text, start, end)
    return span.start, span.end


def _say(work: Work, rule: Autocoding | None, made: Coded) -> None:
    """Name the step after the rule; what exactly was asked for is kept with the step."""
    work.say(count=made.passages, **{"code.name": made.code.name})
    if rule is None:
        return
    work.say(query=rule.text, until=rule.until or rule.text, speakers=", ".join(rule.speakers), what=rule.unit)
    work.say(rule=msgspec.json.encode(rule).decode())
    if rule.kind in ("words", "beginnings", "lemma", "substring", "regex"):
        _say_what_was_found(work, rule)
    elif rule.kind == "speaker":
        work.say("Autocode “{code.name}”: {count} passages, the turns of {speakers}")
    elif rule.kind == "marks":
        work.say("Autocode “{code.name}”: {count} passages between {query} and {until}")
    elif rule.text.strip():
        work.say("Autocode “{code.name}”: {count} passages, the answers to {speakers} on {query}")
    else:
        work.say("Autocode “{code.name}”: {count} passages, the answers to {speakers}")


def _say_what_was_found(work: Work, rule: Autocoding) -> None:
    around = rule.unit != "match"
    if rule.kind == "words" and around:
        work.say("Autocode “{code.name}”: {count} passages, each the {what} around the words {query}")
    elif rule.kind == "words":
        work.say("Autocode “{code.name}”: {count} passages found by the words {query}")
    elif rule.kind == "beginnings" and around:
        work.say("Autocode “{code.name}”: {count} passages, each the {what} around words that begin with {query}")
    elif rule.kind == "beginnings":
        work.say("Autocode “{code.name}”: {count} passages found by words that begin with {query}")
    elif rule.kind == "lemma" and around:
        work.say("Autocode “{code.name}”: {count} passages, each the {what} around any form of {query}")
    elif rule.kind == "lemma":
        work.say("Autocode “{code.name}”: {count} passages found by any form of {query}")
    elif rule.kind == "substring" and around:
        work.say("Autocode “{code.name}”: {count} passages, each the {what} around the text {query}")
    elif rule.kind == "substring":
        work.say("Autocode “{code.name}”: {count} passages found by the text {query}")
    elif around:
        work.say("Autocode “{code.name}”: {count} passages, each the {what} around what matches {query}")
    else:
        work.say("Autocode “{code.name}”: {count} passages found by the expression {query}")
