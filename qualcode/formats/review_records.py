"""What a review page shows, as plain records: cards of codes, quotes and relations, a chart, changes, remarks."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from .review_map import Shape, Tie


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """A passage: its words, where it stands (`source`), the codes it carries, and the one it is shown under."""

    id: UUID
    text: str
    source: str
    codes: str
    code: UUID | None


@dataclass(frozen=True, slots=True)
class CodeCard:
    """A theme or code: `level` how deep it stands, `facts` a line of counts, `fields` what the codebook says (label and
    text), `claim` its central idea, `words` the fields one may suggest other words for, by field name; then the ids of
    the evidence shown, and how much there is for and against."""

    id: UUID
    kind: str
    name: str
    path: str
    level: int
    color: str
    facts: str
    claim: str
    fields: tuple[tuple[str, str], ...]
    words: Mapping[str, str]
    parent: UUID | None
    evidence: tuple[UUID, ...] = ()
    against: tuple[UUID, ...] = ()
    of_evidence: int = 0
    of_against: int = 0


@dataclass(frozen=True, slots=True)
class RelationCard:
    """A relation of the map from one thing to another."""

    id: UUID
    kind: str
    source: str
    target: str
    comment: str
    evidence: tuple[UUID, ...]
    of_evidence: int


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """The quotes shown for a theme; `facts` say of how many they are, and who speaks."""

    name: str
    color: str
    quotes: tuple[UUID, ...]
    facts: str
    code: UUID | None = None


@dataclass(frozen=True, slots=True)
class Heat:
    """A chart of co-occurrence: names, and rows of cells (text, step of the ramp)."""

    names: tuple[str, ...]
    cells: tuple[tuple[tuple[str, int], ...], ...]
    caption: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed: when, who, what and why."""

    when: str
    who: str
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What was said of a thing before: as it is shown in its thread."""

    about: UUID
    author: str
    said: str
    kind: str
    text: str
    asked: str
    state: str
    answer: str


@dataclass(frozen=True, slots=True)
class Page:
    """What a review page shows.

    `version` names the state it was made of, `since` what the changes are counted from, `counts_note` says what counts
    prove in the study's method; an empty tuple or None leaves a tab out. `shapes` and `ties` are what stands on the
    map, with colours as stored.
    """

    project: UUID
    study: str
    version: str
    author: str
    step: int
    step_digest: str
    language: str
    codes: tuple[CodeCard, ...]
    groups: tuple[QuoteGroup, ...]
    quotes: tuple[QuoteCard, ...]
    relations: tuple[RelationCard, ...] = ()
    shapes: tuple[Shape, ...] = ()
    ties: tuple[Tie, ...] = ()
    map_name: str = ""
    map_id: UUID | None = None
    map_facts: str = ""
    counts_note: str = ""
    heat: Heat | None = None
    changes: tuple[Change, ...] | None = None
    since: str = ""
    remarks: tuple[Remark, ...] = ()
    reviewer: str = ""
