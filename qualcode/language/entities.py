"""Names of people, places and things in a text, by a trained pipeline that is installed and knows them."""

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from .composed import Composed
from .word_methods import models_of
from .words import lines_of

if TYPE_CHECKING:
    from spacy.language import Language

Entity = tuple[int, int, str]  # start and end in code points, and what the pipeline calls its kind
_lock = Lock()


@lru_cache(maxsize=2)
def _finder(language: str) -> "tuple[str, Language] | None":
    """The first trained pipeline of a language that finds names, with its name and release."""
    import spacy

    for name in models_of(language):
        pipeline = spacy.load(name)
        if any("doc.ents" in pipeline.get_pipe_meta(part).assigns for part in pipeline.pipe_names):
            return f"{name} {pipeline.meta.get('version', '')}".strip(), pipeline
    return None


def entities_of(text: str, language: str) -> tuple[str, list[Entity]] | None:
    """What finds names in a language, and those of a text in order; None where nothing does."""
    if not models_of(language):
        return None
    with _lock:
        finder = _finder(language)
        if finder is None:
            return None
        found = [
            (begin + composed.place(one.start_char), begin + composed.place(one.end_char), one.label_)
            for begin, line in lines_of(text)
            if line.strip()
            for composed in (Composed(line),)
            for one in finder[1](composed.text).ents
        ]
    return finder[0], found
