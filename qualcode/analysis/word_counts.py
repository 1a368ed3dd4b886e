"""How often words and runs of words occur."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..domain.folding import is_cjk
from .corpora import LEMMA, Column, Corpus, of_cases, ranges
from .material import BoolArray, Material
from .word_places import WordPlaces

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Choice:
    """Which words count: as `unit` (lemma or form), with those of the stop lists or without, of `least_length` signs
    and more, and not those in `left_out` (as they are counted)."""

    unit: str = LEMMA
    stop_words: bool = False
    least_length: int = 1
    left_out: Collection[str] = ()


@dataclass(frozen=True, eq=False)
class Grams:
    """Runs of n words: `first` are the words (of the corpus) they begin with, `row` their number, `words` the types of
    each number, one column per word."""

    first: Column
    row: Column
    words: Column

    @property
    def counts(self) -> Column:
        """How often each occurs."""
        return np.bincount(self.row, minlength=len(self.words))

    def places(self, material: Material, corpus: Corpus, row: int) -> WordPlaces:
        """Where one of them stands."""
        found = self.first[self.row == row]
        return WordPlaces(material, corpus, found, found + self.words.shape[1] - 1)


def counted(corpus: Corpus, choice: Choice) -> BoolArray:
    """Which words count."""
    stops = np.zeros_like(corpus.on_stop_list) if choice.stop_words else corpus.on_stop_list
    return _usable(corpus, choice) & ~stops[corpus.unit(choice.unit)]


def _usable(corpus: Corpus, choice: Choice) -> BoolArray:
    """Which words count, whatever the stop list says."""
    fits = [len(one.text) >= choice.least_length and one.text not in choice.left_out for one in corpus.types]
    return np.array(fits, dtype=np.bool_)[corpus.unit(choice.unit)]


def grams(corpus: Corpus, choice: Choice, n: int = 1, least: int = 1) -> Grams:
    """Runs of n words of one turn that occur `least` times or more.

    Words stand side by side when no other word is between them, whatever punctuation is. Without stop words those runs
    are left out that begin or end with one.
    """
    ids = corpus.unit(choice.unit).astype(np.int64)
    usable, edge = _usable(corpus, choice), counted(corpus, choice)
    kinds = len(corpus.types)
    first = np.flatnonzero(edge)
    words = np.flatnonzero(np.bincount(ids[first], minlength=kinds))
    number = np.zeros(kinds, dtype=np.int64)
    number[words] = np.arange(words.size)
    row, table = number[ids[first]], words[:, None]
    for step in range(1, n):
        inside = first + step < corpus.size
        first, row = first[inside], row[inside]
        fits = corpus.neighbours[first + step] & (edge if step == n - 1 else usable)[first + step]
        first, row = first[fits], row[fits]
        keys, row = _numbered(row * kinds + ids[first + step])
        table = np.concatenate((table[keys // max(kinds, 1)], (keys % max(kinds, 1))[:, None]), axis=1)
        found = _often(Grams(first, row, table), least)  # what is rare already only becomes rarer
        first, row, table = found.first, found.row, found.words
    return _often(Grams(first, row, table), least)


def _numbered(keys: Column) -> tuple[Column, Column]:
    distinct, row = np.unique(keys, return_inverse=True)
    return distinct, row


def _often(found: Grams, least: int) -> Grams:
    often = found.counts >= least
    if often.all():
        return found
    numbers = np.cumsum(often) - 1
    kept = often[found.row]
    return Grams(found.first[kept], numbers[found.row[kept]], found.words[often])


def ordered(found: Grams, corpus: Corpus) -> Grams:
    """The same, the most frequent first, those alike by their words."""
    counts = found.counts
    texts = [corpus.texts[column].astype(str) for column in found.words.T[::-1]]
    order = np.lexsort((*texts, -counts)) if counts.size else np.zeros(0, dtype=np.int64)
    numbers = np.empty(order.size, dtype=np.int64)
    numbers[order] = np.arange(order.size)
    return replace(found, row=numbers[found.row], words=found.words[order])


def written(found: Grams, corpus: Corpus) -> list[str]:
    """The words of each run with blanks between them, where their language has them."""
    texts = corpus.texts
    columns = [texts[column].tolist() for column in found.words.T]
    return [joined(row) for row in zip(*columns, strict=True)]


def joined(words: Sequence[str]) -> str:
    """Words in a row as their script writes them."""
    return ("" if is_cjk(words[0][-1:] or " ") and is_cjk(words[-1][:1] or " ") else " ").join(words)


def _size_of_language(corpus: Corpus, found: Grams) -> Column:
    """How many words the language of each run of words has."""
    if not len(found.words):
        return np.zeros(0)
    return np.maximum(corpus.sizes()[corpus.type_language[found.words[:, 0]]], 1)


def named(found: Grams, corpus: Corpus) -> list[str]:
    """The words of each run as a picture calls them: with their language where there are words of several."""
    names = written(found, corpus)
    if np.count_nonzero(corpus.sizes()) < 2:
        return names
    return [
        with_language(name, corpus.types[word].language)
        for name, word in zip(names, found.words[:, 0].tolist(), strict=True)
    ]


def with_language(word: str, language: str) -> str:
    """A word with its language behind it."""
    return f"{word} ({language or '?'})"


def word_table(material: Material, corpus: Corpus, found: Grams) -> "pd.DataFrame":
    """One row per word or run of words: word, language, unit (lemma or form), count, per_million, documents, cases.

    `per_million` is of all words of the same language, those of the stop list too.
    """
    import pandas as pd

    size = len(found.words)
    types = [corpus.types[number] for number in found.words[:, 0].tolist()] if size else []
    at = np.full(corpus.size, -1, dtype=np.int64)
    at[found.first] = found.row
    case, word = of_cases(material, corpus)
    case, row = case[at[word] >= 0], at[word][at[word] >= 0]
    counts = found.counts
    return pd.DataFrame(
        {
            "word": np.array([*written(found, corpus), None], dtype=object)[:-1],
            "language": np.array([*(one.language for one in types), None], dtype=object)[:-1],
            "unit": np.array([*(one.unit for one in types), None], dtype=object)[:-1],
            "count": counts,
            "per_million": counts * 1e6 / _size_of_language(corpus, found),
            "documents": ranges(corpus.document[found.first], found.row, len(material.documents), size),
            "cases": ranges(case, row, int(case.max()) + 1 if case.size else 0, size),
        }
    )
