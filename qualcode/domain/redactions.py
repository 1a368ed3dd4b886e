"""Passages that must not leave the project: exports print […] in their place."""

from dataclasses import dataclass
from uuid import UUID

REDACTED = "[…]"


@dataclass(frozen=True, slots=True)
class Redaction:
    """A half-open span of a document's text, in code points, that is not to be printed; `reason` may be empty."""

    id: UUID
    document: UUID
    start: int
    end: int
    reason: str
    coder: UUID
    created: str
