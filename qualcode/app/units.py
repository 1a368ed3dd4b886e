"""The units of documents: turns, paragraphs and sentences, worked out once per text and rule."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from ..domain.documents import Document, Turn, paragraphs, turn_places, turns
from ..language.sentences import prepare, prepared, sentence_spans, work_apart

if TYPE_CHECKING:
    from ..analysis.material import IntArray
    from .project import Project

__all__ = ["Units", "prepare", "prepared", "turns_of", "work_apart"]  # the window asks here for sentences to be at hand

Key = TypeVar("Key")
Found = TypeVar("Found")
_MOST = 4_000  # texts times kinds kept; their spans take some 100 bytes a turn


class Units:
    """Spans of units by document; kept as long as text, language and speaker rule are the same.

    Several threads ask at a time: what is kept is looked up and put away under a lock, and worked out outside of it, at
    worst twice with the same result.
    """

    def __init__(self, project: "Project") -> None:
        self._project = project
        self._kept: OrderedDict[tuple[str, str, str, str], IntArray] = OrderedDict()
        self._turns: OrderedDict[tuple[str, str], tuple[IntArray, tuple[str, ...]]] = OrderedDict()
        self._lock = Lock()

    def spans(self, document: Document, kind: str) -> "IntArray":
        """The units of a kind (sentence, turn, paragraph) of a document: (n, 2), in order, disjoint."""
        if kind == "turn":
            return self._turns_of(document)[0]
        key = (document.content, document.speakers, document.language, kind)
        with self._lock:
            found = _fresh(self._kept, key)
        if found is None:
            found = self._work_out(document, kind)
            with self._lock:
                _keep(self._kept, key, found)
        return found

    def speakers(self, document: Document) -> tuple[str, ...]:
        """Who speaks in each turn of a document; "": nobody."""
        return self._turns_of(document)[1]

    def _turns_of(self, document: Document) -> "tuple[IntArray, tuple[str, ...]]":
        """Where the turns of a document stand and who speaks: found together, for they cost the same."""
        key = (document.content, document.speakers)
        with self._lock:
            found = _fresh(self._turns, key)
        if found is None:
            with self._project.read() as read:
                places = turn_places(read.text(document), document.speakers)
            found = _array([(start, end) for start, end, _, _ in places]), tuple(speaker for *_, speaker in places)
            with self._lock:
                _keep(self._turns, key, found)
        return found

    def _work_out(self, document: Document, kind: str) -> "IntArray":
        with self._project.read() as read:
            text = read.text(document)
        if kind == "paragraph":
            return _array(paragraphs(text))
        labels = [(start, body) for start, _, body, speaker in turn_places(text, document.speakers) if speaker]
        return _array(sentence_spans(text, document.language, labels))


def _fresh(kept: "OrderedDict[Key, Found]", key: Key) -> "Found | None":
    """What is kept under a key, which was used just now."""
    if key in kept:
        kept.move_to_end(key)
    return kept.get(key)


def _keep(kept: "OrderedDict[Key, Found]", key: Key, found: Found) -> None:
    kept[key] = found
    if len(kept) > _MOST:
        kept.popitem(last=False)


def _array(spans: Sequence[tuple[int, int]]) -> "IntArray":
    import numpy as np

    return np.array(spans, dtype=np.int64).reshape(-1, 2)


def turns_of(project: "Project", document: Document) -> list[Turn]:
    """The turns of a document by its own rule."""
    with project.read() as read:
        return turns(read.text(document), document.speakers)
