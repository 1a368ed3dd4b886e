"""The units of documents: turns, paragraphs and sentences, worked out once per text and rule."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from ..domain.documents import Document, Turn, paragraphs, turns
from ..language.sentences import prepare, prepared, sentence_spans, work_apart

if TYPE_CHECKING:
    from ..analysis.material import IntArray
    from .project import Project

__all__ = ["Units", "prepare", "prepared", "turns_of", "work_apart"]  # the window asks here for sentences to be at hand

_MOST = 4_000  # texts times kinds kept; their spans take some 100 bytes a turn


class Units:
    """Spans of units by document; kept as long as text, language and speaker rule are the same."""

    def __init__(self, project: "Project") -> None:
        self._project = project
        self._kept: OrderedDict[tuple[str, str, str, str], IntArray] = OrderedDict()
        self._speakers: OrderedDict[tuple[str, str], tuple[str, ...]] = OrderedDict()

    def spans(self, document: Document, kind: str) -> "IntArray":
        """The units of a kind (sentence, turn, paragraph) of a document: (n, 2), in order, disjoint."""
        key = (document.content, document.speakers, document.language, kind)
        if key not in self._kept:
            self._kept[key] = self._work_out(document, kind)
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def speakers(self, document: Document) -> tuple[str, ...]:
        """Who speaks in each turn of a document; "": nobody."""
        key = (document.content, document.speakers)
        if key not in self._speakers:
            with self._project.read() as read:
                found = turns(read.text(document), document.speakers)
            self._speakers[key] = tuple(turn.speaker for turn in found)
            if len(self._speakers) > _MOST:
                self._speakers.popitem(last=False)
        return self._speakers[key]

    def _work_out(self, document: Document, kind: str) -> "IntArray":
        import numpy as np

        with self._project.read() as read:
            text = read.text(document)
        if kind == "paragraph":
            found = paragraphs(text)
        elif kind == "turn":
            found = [(turn.start, turn.end) for turn in turns(text, document.speakers)]
        else:
            labels = [(turn.start, turn.body) for turn in turns(text, document.speakers) if turn.speaker]
            found = sentence_spans(text, document.language, labels)
        return np.array(found, dtype=np.int64).reshape(-1, 2)


def turns_of(project: "Project", document: Document) -> list[Turn]:
    """The turns of a document by its own rule."""
    with project.read() as read:
        return turns(read.text(document), document.speakers)
