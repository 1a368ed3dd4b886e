"""Where words stand, as places that are only listed when somebody opens them."""

from collections.abc import Sequence
from typing import overload
from uuid import UUID

from ..domain.selections import Place
from .corpora import Column, Corpus
from .material import Material


class WordPlaces(Sequence[Place]):
    """Places from word number `first` to word number `last` of a corpus, both included."""

    def __init__(self, material: Material, corpus: Corpus, first: Column, last: Column) -> None:
        self._ids: tuple[UUID, ...] = tuple(document.id for document in material.documents)
        self._corpus, self._first, self._last = corpus, first, last

    def __len__(self) -> int:
        return int(self._first.size)

    @overload
    def __getitem__(self, index: int) -> Place: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Place, ...]: ...
    def __getitem__(self, index: int | slice) -> Place | tuple[Place, ...]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        first, last = self._first[index], self._last[index]
        document = self._ids[int(self._corpus.document[first])]
        return document, int(self._corpus.start[first]), int(self._corpus.end[last])
