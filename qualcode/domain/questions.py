"""What a project keeps of its questions: saved queries and smart codes, and what is in the report basket."""

from dataclasses import dataclass
from uuid import UUID

FORMS = ("table", "figure")


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question that is asked again and again.

    `question` is the JSON of a question tree; `smart` is 1 for one that stands among the codes (a smart code: its
    segments are whatever answers the question today), else 0; `color` is `#RRGGBB`, or empty.
    """

    id: UUID
    name: str
    question: str
    smart: int
    color: str
    comment: str
    coder: UUID
    created: str


@dataclass(frozen=True, slots=True)
class BasketItem:
    """A table or figure that was sent to the report and is worked out anew whenever the report is written.

    `form` is one of `FORMS`, `options` the JSON object of the analysis' options and filters as they were asked.
    """

    id: UUID
    title: str
    analysis: str
    form: str
    options: str
    comment: str
    position: int
    coder: UUID
    created: str
