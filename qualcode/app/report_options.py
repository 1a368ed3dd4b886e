"""What goes into a report."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

SECTIONS = ("methods", "themes", "charts", "basket", "codebook", "audit")
Say = Callable[[str], str]  # says a phrase in the reader's language; `str` leaves it in English


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What goes into a report.

    `sections` are some of `SECTIONS`; `guideline` a key of `domain.reporting.GUIDELINES`, or empty for none (None: the
    one that suits the method of the study); `themes` the themes by name (None: all that are not dropped), `quotes` how
    many of each at most; with `display_ids` cases and speakers are called by their display ids; with `context` the rest
    of the turn stands around a quote. `items` are those of the report basket (None: all), of whose tables `table_rows`
    rows are printed, as of the framework matrix.
    """

    sections: tuple[str, ...] = SECTIONS
    guideline: str | None = None
    themes: tuple[str, ...] | None = None
    quotes: int = 6
    display_ids: bool = False
    context: bool = False
    items: frozenset[UUID] | None = None
    table_rows: int = 40
