"""The evidence of a relation as it is read, and passages that could be: those in which both of its codes meet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from ..domain.codings import PlacedCoding
from ..domain.theme_maps import Relation, RelationEvidence
from ..domain.themes import ThemeCode, reach
from ..store.reading import Reading
from .lists import Quoted, quoted

MOST_SUGGESTED = 40


@dataclass(frozen=True, slots=True)
class RelationQuote:
    """A piece of evidence with its words, where they stand, and who chose it."""

    evidence: RelationEvidence
    passage: Quoted
    coder: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """A passage that could show a relation: a segment of one end of which `shared` characters carry both ends."""

    passage: Quoted
    shared: int


def quotes_of(read: Reading, relation: UUID) -> list[RelationQuote]:
    """The evidence of a relation in the order in which it was chosen."""
    return quotes(read, read.where("relation_evidence", relation=relation))


def quotes(read: Reading, evidence: Iterable[RelationEvidence]) -> list[RelationQuote]:
    """Pieces of evidence with their words, in the order in which they were chosen."""
    rows = sorted(evidence, key=lambda one: (one.created, one.id))
    passages = quoted(read, {row.segment for row in rows})
    coders = {coder.id: coder.name for coder in read.coders()}
    return [
        RelationQuote(row, passages[row.segment], coders.get(row.coder, "")) for row in rows if row.segment in passages
    ]


def suggested(read: Reading, relation: UUID, most: int = MOST_SUGGESTED) -> list[Suggested]:
    """Passages in which both ends of a relation meet and that are no evidence of it yet, those that share most first.

    A theme is met by the codes below it and those linked to it. None where an end is no code: then nobody can say.
    """
    record: Relation = read.record("relation", relation)
    source, target = (read.record("map_node", key) for key in (record.source, record.target))
    if source.about_kind != "code" or target.about_kind != "code":
        return []
    known = {one.segment for one in read.where("relation_evidence", relation=relation)}
    found = [(key, size) for key, size in meetings(read, source.about, target.about) if key not in known][:most]
    passages = quoted(read, {key for key, _ in found})
    return [Suggested(passages[key], size) for key, size in found if key in passages]


def passages_of_ends(read: Reading, relation: UUID) -> list[tuple[UUID, frozenset[UUID]]]:
    """The ends of a relation whose passages can be told, with the codes that carry them: of a theme those below it and
    those linked to it, too. The source first; ends that are no code are left out."""
    record: Relation = read.record("relation", relation)
    nodes = (read.record("map_node", key) for key in (record.source, record.target))
    links: list[ThemeCode] = read.where("theme_code")
    return [
        (node.id, frozenset(reach(read.codebook, links, node.about))) for node in nodes if node.about_kind == "code"
    ]


def meetings(read: Reading, source: UUID, target: UUID) -> list[tuple[UUID, int]]:
    """Segments in which two codes (with what belongs to them) meet, and how many characters carry both: the shorter
    one of each two that meet, each once, those that share most first and in text order."""
    links: list[ThemeCode] = read.where("theme_code")
    book = read.codebook
    ones, others = (
        [coding for code in reach(book, links, end) for coding in read.placed(code=code)] for end in (source, target)
    )
    return shared_passages(ones, others)


def shared_passages(ones: Iterable[PlacedCoding], others: Iterable[PlacedCoding]) -> list[tuple[UUID, int]]:
    """Where codings of one list meet those of another: see `meetings`."""
    shared: dict[PlacedCoding, int] = {}
    for one, other in _pairs(list(ones), list(others)):
        size = min(one.end, other.end) - max(one.start, other.start)
        shorter = one if one.end - one.start <= other.end - other.start else other
        shared[shorter] = max(size, shared.get(shorter, 0))
    ranked = sorted(shared, key=lambda one: (-shared[one], one.document.bytes, one.start, one.segment))
    # two coders on one span are one passage
    spans = {(one.document, one.start, one.end): one for one in reversed(ranked)}
    return [(one.segment, shared[one]) for one in ranked if spans[one.document, one.start, one.end] is one]


def _pairs(ones: list[PlacedCoding], others: list[PlacedCoding]) -> Iterator[tuple[PlacedCoding, PlacedCoding]]:
    """Pairs of codings that share a character."""
    open_ones: list[PlacedCoding] = []
    open_others: list[PlacedCoding] = []
    merged = sorted(
        [*((coding, True) for coding in ones), *((coding, False) for coding in others)],
        key=lambda pair: (pair[0].document.bytes, pair[0].start),
    )
    document: UUID | None = None
    for coding, first in merged:
        if coding.document != document:
            document, open_ones, open_others = coding.document, [], []
        open_ones = [held for held in open_ones if held.end > coding.start]
        open_others = [held for held in open_others if held.end > coding.start]
        for held in open_others if first else open_ones:
            yield (coding, held) if first else (held, coding)
        (open_ones if first else open_others).append(coding)
