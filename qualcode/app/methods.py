"""The method a study follows."""

from dataclasses import replace

from ..domain.errors import Phrase
from ..domain.methods import BY_KEY, checked_method
from ..domain.project import Study
from ..store.work import Work
from .action import action


@action("Choose the method: {method}")
def set_method(work: Work, method: str) -> Study:
    """Say which method the study follows, by its key (`domain.methods`; "": none yet). It changes what is offered
    first, never what is there."""
    key = checked_method(method)
    study = replace(work.read.study(), method=key)
    work.say(method=BY_KEY[key].name if key else Phrase("none yet"))
    work.replace(study)
    return study
