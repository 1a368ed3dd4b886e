"""Who is acting in a step, and why."""

from ..domain.coders import Coder
from ..domain.documents import clean
from ..domain.errors import NotFound, cut_short
from ..domain.history import REASON
from ..store.work import Work

MOST_REASON = 300  # characters: a line in the history, not a memo


def coder_of(work: Work) -> Coder:
    """The record of the coder whose step this is."""
    coder = work.read.coder_named(work.coder)
    if coder is None:
        raise NotFound("There is no coder “{name}” in the project.", name=work.coder)
    return coder


def because(work: Work, reason: str) -> None:
    """Keep in the step why it is done: one line, nothing where none is given."""
    line = " ".join(clean(reason).text.split())
    if line:
        work.say(**{REASON: cut_short(line, MOST_REASON)})
