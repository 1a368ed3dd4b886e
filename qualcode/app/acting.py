"""Who is acting in a step."""

from ..domain.coders import Coder
from ..domain.errors import NotFound
from ..store.work import Work


def coder_of(work: Work) -> Coder:
    """The record of the coder whose step this is."""
    coder = work.read.coder_named(work.coder)
    if coder is None:
        raise NotFound("There is no coder “{name}” in the project.", name=work.coder)
    return coder
