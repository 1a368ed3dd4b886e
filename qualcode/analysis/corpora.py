"""The words of chosen documents as columns: which there are, where they stand, who says them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from .extents import Extent
from .material import BoolArray, IntArray, Material, text_starts
from .sweeps import runs, union

FORM, LEMMA = "form", "lemma"
Column = npt.NDArray[Any]  # whole numbers, of 32 bits where there are many


@dataclass(frozen=True, slots=True)
class WordType:
    """A word as it is counted: in a language, as its base form (`unit` lemma) or as it is written (form)."""

    text: str
    language: str
    unit: str


@dataclass(frozen=True, eq=False)
class Corpus:
    """Words in the order of documents and text; speakers' labels are none of them.

    `document` indexes the material's documents; `place` numbers the words of a document, all of them, so that two with
    neighbouring numbers stand side by side; `start` and `end` are code points; `form` and `lemma` index `types`, `turn`
    the document's turns. `asking` are words of an interviewer, `on_stop_list` says it of types. A lemma of a language
    without base forms is the form. `told` says of each language what cut its texts and what knows its base forms ("":
    nothing does).
    """

    types: tuple[WordType, ...]
    on_stop_list: BoolArray
    document: Column
    place: Column
    start: Column
    end: Column
    form: Column
    lemma: Column
    turn: Column
    asking: BoolArray
    told: tuple[tuple[str, str, str], ...] = ()

    @property
    def size(self) -> int:
        """How many words there are."""
        return int(self.start.size)

    def kept(self, keep: BoolArray) -> "Corpus":
        """Only some of the words."""
        if keep.all():
            return self
        columns = ("document", "place", "start", "end", "form", "lemma", "turn", "asking")
        return replace(self, **{name: getattr(self, name)[keep] for name in columns})

    def unit(self, unit: str) -> Column:
        """The type of every word, as lemma or form."""
        return self.form if unit == FORM else self.lemma

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of all types, in the order of their codes; "" where one is not known."""
        return tuple(sorted({one.language for one in self.types}))

    @cached_property
    def type_language(self) -> Column:
        """Of every type its language, as an index into `languages`."""
        numbers = {language: number for number, language in enumerate(self.languages)}
        return np.fromiter((numbers[one.language] for one in self.types), np.int32, len(self.types))

    @cached_property
    def language(self) -> Column:
        """Of every word its language, as an index into `languages`."""
        return self.type_language[self.form]

    def sizes(self, inside: BoolArray | None = None) -> Column:
        """How many words each of `languages` has, all of them or only those `inside`."""
        found = self.language if inside is None else self.language[inside]
        return np.bincount(found, minlength=len(self.languages))

    @cached_property
    def neighbours(self) -> BoolArray:
        """Whether a word follows the one before it in the same turn, with no word between them that is left out."""
        beside = np.zeros(self.size, dtype=np.bool_)
        for name, step in (("document", 0), ("turn", 0), ("place", 1)):
            column = getattr(self, name)
            same = np.diff(column) == step
            beside[1:] = same if name == "document" else beside[1:] & same
        return beside

    @cached_property
    def texts(self) -> Column:
        """The words of all types."""
        found = np.empty(len(self.types), dtype=object)
        found[:] = [one.text for one in self.types]
        return found


def on_line(material: Material, corpus: Corpus) -> tuple[IntArray, IntArray]:
    """Start and end of the words on the line of `text_starts`."""
    base = text_starts(material)[corpus.document]
    return base + corpus.start, base + corpus.end


def touching(material: Material, corpus: Corpus, document: IntArray, start: IntArray, end: IntArray) -> BoolArray:
    """Which words share a character with one of these spans."""
    base = text_starts(material)[document]
    first, last = base + start, base + end
    order = np.argsort(first, kind="stable")
    kept, ends = union(np.zeros(order.size, dtype=np.int64), first[order], last[order])
    starts = first[order][kept]
    if not starts.size:
        return np.zeros(corpus.size, dtype=np.bool_)
    word_start, word_end = on_line(material, corpus)
    at = np.minimum(np.searchsorted(ends, word_start, side="right"), starts.size - 1)
    return np.asarray((starts[at] < word_end) & (word_start < ends[at]))


def looked_at(material: Material, corpus: Corpus) -> BoolArray:
    """Which words lie in the text that is looked at: where of a document only parts are, in these."""
    if not material.parts:
        return np.ones(corpus.size, dtype=np.bool_)
    extent = Extent(material)
    return touching(material, corpus, extent.document, extent.start, extent.end)


def coded(material: Material, corpus: Corpus, codes: Sequence[int]) -> BoolArray:
    """Which words lie in a segment of one of these codes (indices)."""
    chosen = np.isin(material.code, np.asarray(codes, dtype=np.int64))
    columns = (column[chosen] for column in (material.document, material.start, material.end))
    return touching(material, corpus, *columns)


def in_spans(material: Material, corpus: Corpus, spans: Mapping[int, Sequence[tuple[int, int]]]) -> BoolArray:
    """Which words share a character with spans given by document (index)."""
    rows = [(number, start, end) for number, found in spans.items() for start, end in found]
    document, start, end = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    return touching(material, corpus, document, start, end)


def of_cases(material: Material, corpus: Corpus) -> tuple[IntArray, IntArray]:
    """Case (index into `case_names`) and word (index) of every word that belongs to a case, once for each part."""
    names = {name: number for number, name in enumerate(dict.fromkeys(part.case for part in material.case_parts))}
    base = text_starts(material)
    rows = [
        (names[part.case], int(base[part.document]) + part.start, int(base[part.document]) + part.end)
        for part in material.case_parts
    ]
    case, start, end = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    word_start, word_end = on_line(material, corpus)
    low = np.searchsorted(word_end, start, side="right").astype(np.int64)
    high = np.searchsorted(word_start, end, side="left").astype(np.int64)
    row, word = runs(low, np.maximum(high - low, 0))
    return case[row], word


def ranges(group: Column, kind: Column, groups: int, kinds: int) -> IntArray:
    """In how many of the groups each kind occurs, from the group and the kind of every occurrence."""
    counts = np.zeros(kinds, dtype=np.int64)
    at_once = max(1, 100_000_000 // max(kinds, 1))  # a table of groups and kinds, a part of the groups at a time
    for low in range(0, groups, at_once):
        inside = (group >= low) & (group < low + at_once) if groups > at_once else slice(None)
        rows = min(at_once, groups - low)
        seen = np.zeros(rows * kinds, dtype=np.bool_)
        seen[(group[inside].astype(np.int64) - low) * kinds + kind[inside]] = True
        counts += seen.reshape(rows, kinds).sum(axis=0)
    return counts
