"""The journal: named steps and the row changes they hold."""

from dataclasses import dataclass, field
from uuid import UUID

from .errors import fill

REASON = "reason"  # among a step's values: why it was done, in the words of who did it
ANYTHING = 0  # the number of no step: who reads again only what steps changed is to read everything again


@dataclass(frozen=True, slots=True)
class Step:
    """One act of one coder.

    `summary` is the act in English ("Apply code “trust”"), with its reason where one was given; `template` and
    `values` are the same before filling, so that the window can say it in another language. `reverts` is the number of
    the step this one takes back, `undone` whether a later step takes this one back, `kinds` what it touched.
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

    @property
    def what(self) -> str:
        """The summary without its reason."""
        return fill(self.template, self.values) if self.template else self.summary

    @property
    def reason(self) -> str:
        """Why it was done, where somebody said so."""
        return self.values.get(REASON, "") if self.reverts is None else ""

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
