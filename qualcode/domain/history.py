"""The journal: named steps and the row changes they hold."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Step:
    """One act of one coder.

    `summary` is the act in English ("Apply code “trust”"); `template` and `values` are the same before
    filling, so that the window can say it in another language. `reverts` is the number of the step this one
    takes back, `undone` whether a later step takes this one back, `kinds` what it touched.
    """

    number: int
    time: str
    coder: str
    action: str
    summary: str
    template: str
    values: dict[str, str]
    reverts: int | None
    digest: str
    undone: bool = False
    kinds: frozenset[str] = field(default=frozenset())

    def touches(self, *kinds: str) -> bool:
        """Whether the step changed a row of one of these kinds ("coding", "code", "document", …)."""
        return not self.kinds.isdisjoint(kinds)


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after a step: the old row's image (None: there was none) and the digest of the row
    the step left (None: it left none)."""

    kind: str
    id: UUID
    before: dict[str, object] | None
    after: bytes | None
