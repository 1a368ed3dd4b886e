"""What a review page says of a theme beside its words: what it lacks, who speaks in it, and the codes linked to it."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from ..domain.codebook import Codebook
from .quoting import Quoting
from .review_parts import Say
from .theme_facts import ThemeFacts

_MOST_NAMES = 12  # cases that are named; of more only how many there are is said


def theme_lines(facts: ThemeFacts, book: Codebook, quoting: Quoting, say: Say) -> Iterator[tuple[str, str]]:
    """Labelled lines in the page's language; a theme that is finished and has no such codes has fewer."""
    if facts.unfinished:
        yield say("Unfinished"), say("; ").join(say(what) for what in facts.unfinished)
    if facts.voices or facts.silent:
        yield say("Voices"), _voices(facts, quoting, say)
    if facts.linked:
        linked: Mapping[UUID, str] = book.paths()
        yield say("Linked codes"), say("; ").join(linked[key] for key in facts.linked)


def _voices(facts: ThemeFacts, quoting: Quoting, say: Say) -> str:
    cases = len(facts.voices) + len(facts.silent)
    told = [say("{heard} of {cases} cases", heard=len(facts.voices), cases=cases)]
    if (most := facts.rests_on) is not None:
        share = say("{number} %", number=round(most.share * 100))
        told.append(say("rests on {case}: {share} of its segments", case=quoting.names(most.case), share=share))
    if 0 < len(facts.silent) <= _MOST_NAMES:
        names = say(", ").join(quoting.names(name) for name in facts.silent)
        told.append(say("no segment from {cases}", cases=names))
    return say("; ").join(told)
