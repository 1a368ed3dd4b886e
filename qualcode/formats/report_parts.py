"""What a report is made of, whatever file it becomes: headings, paragraphs, facts, tables, quotes and pictures."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the outline; `level` from 1, `color` `#RRGGBB` of the mark before it, or empty."""

    level: int
    text: str
    color: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text; `quiet` is said in passing, a `label` stands in bold before it. `instead_of` names what should stand
    here and could not be made."""

    text: str
    quiet: bool = False
    label: str = ""
    instead_of: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a heading each; `widths` are shares of the page's width, `numbers` the columns that hold numbers. A
    `turned` one stands on pages that are wider than high; the first column of a `named` one names its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    numbers: frozenset[int] = frozenset()
    turned: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a participant and where they stand; `before` and `after` are those around them, `place` the document and
    the span of all of it."""

    text: str
    source: str
    place: tuple[UUID, int, int]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, as vectors and as dots; its caption is in it, `alt` says in words what it shows, `words` are those that
    stand in it; a `turned` one stands on a page that is wider than high."""

    svg: bytes
    png: bytes
    alt: str
    words: tuple[str, ...] = ()
    turned: bool = False


Part = Heading | Paragraph | Table | Quote | Picture


@dataclass(frozen=True, slots=True)
class Report:
    """A report: its title, the lines under it, its date (ISO) and its parts in order, by the name of their section."""

    title: str
    lines: tuple[str, ...]
    date: str
    sections: Mapping[str, tuple[Part, ...]]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of all sections."""
        return tuple(part for parts in self.sections.values() for part in parts)

    @property
    def lost(self) -> tuple[str, ...]:
        """The names of what could not be made."""
        return tuple(part.instead_of for part in self.parts if isinstance(part, Paragraph) and part.instead_of)


def with_lead(run: list[Part]) -> Iterator[tuple[Part, bool]]:
    """The parts of a run, each with whether it is a caption that must not stand on another page than what follows."""
    for part, following in zip(run, [*run[1:], None], strict=True):
        yield part, _is_caption(part) and isinstance(following, Picture | Table)


def by_page(parts: Iterable[Part]) -> Iterator[tuple[bool, list[Part]]]:
    """Runs of parts, each with whether its pages are turned: a turned picture stands there with the headings just
    above it, a turned table with its caption, too, so that none is left alone on a page. Turned tables that follow one
    another share their pages."""
    run: list[Part] = []
    tables: list[Part] = []  # that are turned and may get another one
    for part in parts:
        if not isinstance(part, Picture | Table) or not part.turned:
            run.append(part)
            continue
        first = len(run)
        while first and isinstance(part, Table) and _is_caption(run[first - 1]):
            first -= 1
        while first and isinstance(run[first - 1], Heading):
            first -= 1
        if tables and (run or isinstance(part, Picture)):
            yield True, tables
            tables = []
        if first:
            yield False, run[:first]
        if isinstance(part, Table):
            tables += [*run[first:], part]
        else:
            yield True, [*run[first:], part]
        run = []
    if tables:
        yield True, tables
    if run:
        yield False, run


def _is_caption(part: Part) -> bool:
    return isinstance(part, Paragraph) and part.quiet
