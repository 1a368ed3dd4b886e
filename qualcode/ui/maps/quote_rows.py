"""Quotes in the relation's inspector: evidence, or what could be."""

from dataclasses import dataclass
from uuid import UUID

from ...app.lists import Quoted
from ..parts.quote_rows import ShownQuote


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A passage, and who chose it ("" where nobody has)."""

    passage: Quoted
    coder: str = ""

    @property
    def segment(self) -> UUID:
        """The segment's id."""
        return self.passage.segment.id


def shown_quote(row: QuoteRow) -> ShownQuote:
    """How it is shown."""
    return ShownQuote(row.passage, row.coder)
