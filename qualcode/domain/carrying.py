"""What codings must carry to be in a list: weight, certainty, marks, questions, comments, memos, links, doubt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Carrying:
    """Conditions on codings, all to hold together; None asks for nothing.

    `certainties` and `marks` are the values wanted, "" among them for codings of which nothing was said; `least` and
    `most` bound the weight (codings without one lie outside). The rest asks for (True) or against (False) a question
    to discuss, a comment, a memo, links, and doubt about the place.
    """

    certainties: frozenset[str] | None = None
    marks: frozenset[str] | None = None
    least: float | None = None
    most: float | None = None
    discuss: bool | None = None
    comment: bool | None = None
    memo: bool | None = None
    links: bool | None = None
    doubt: bool | None = None
