"""Where a word or phrase stands, and what stands beside it: the lines of a concordance."""

import re
from dataclasses import dataclass

import numpy as np

from .corpora import FORM, Column, Corpus
from .material import BoolArray

TEXT, LEFT, RIGHT = "text", "left", "right"
_SORTED_BY = 3  # words beside the hit that decide the order


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """Occurrences of a phrase: word numbers of the first and last word of each."""

    first: Column
    last: Column


def hits(corpus: Corpus, phrase: str, unit: str) -> Hits:
    """Where a phrase stands: words with blanks between them, `*` for any signs, side by side in one turn.

    As lemma, a word means all forms of that base form; where it is no base form, those of the base forms it belongs
    to. What is no word by itself (“don't”, Chinese words where signs are counted) is looked for as its parts.
    """
    wanted = [kinds for part in phrase.split() for kinds in _kinds(corpus, part, unit)]
    first = np.arange(corpus.size)
    for step, kinds in enumerate(wanted):
        first = first[first + step < corpus.size]
        ok = kinds[corpus.form[first + step]] | kinds[corpus.lemma[first + step]]
        if step:
            ok &= corpus.neighbours[first + step]
        first = first[ok]
    if not wanted:
        first = first[:0]
    return Hits(first, first + max(len(wanted), 1) - 1)


def _kinds(corpus: Corpus, part: str, unit: str) -> list[BoolArray]:
    """The types that a part of a phrase means; several where it is several words."""
    forms = np.array([one.unit == FORM for one in corpus.types], dtype=np.bool_)
    lemmas = np.zeros(forms.size, dtype=np.bool_)
    lemmas[corpus.lemma] = True
    alike = _alike(corpus, part)
    if unit != FORM:
        if (alike & lemmas).any():
            return [alike & lemmas]
        if (alike & forms).any():
            found = np.zeros(forms.size, dtype=np.bool_)
            found[corpus.lemma[(alike & forms)[corpus.form]]] = True
            return [found]
    elif (alike & forms).any():
        return [alike & forms]
    pieces = _pieces(part, {text for text, form in zip(corpus.texts.tolist(), forms, strict=True) if form})
    if len(pieces) < 2:
        return [alike & forms]
    return [_alike(corpus, piece) & forms for piece in pieces]


def _alike(corpus: Corpus, part: str) -> BoolArray:
    texts = corpus.texts
    if "*" not in part:
        return np.asarray(texts == part, dtype=np.bool_)
    rule = re.compile(".*".join(map(re.escape, part.split("*"))), re.DOTALL)
    return np.array([rule.fullmatch(text) is not None for text in texts.tolist()], dtype=np.bool_)


def _pieces(part: str, known: set[str]) -> list[str]:
    """The fewest known words that make up a part; empty where none do."""
    best: list[list[str] | None] = [[]] + [None] * len(part)
    for end in range(1, len(part) + 1):
        for start in range(end):
            before = best[start]
            if before is not None and part[start:end] in known and len(before) < len(best[end] or [*before, "", ""]):
                best[end] = [*before, part[start:end]]
    return best[-1] or []


def around(corpus: Corpus, found: Hits, words: int) -> tuple[Column, Column]:
    """The first and the last word of the context: so many words on each side, at most, of the same turn."""
    fresh = np.ones(corpus.size, dtype=np.bool_)
    fresh[1:] = (np.diff(corpus.document) != 0) | (np.diff(corpus.turn) != 0)
    begins = np.flatnonzero(fresh)
    turn = np.cumsum(fresh) - 1
    ends = np.append(begins[1:], corpus.size) - 1
    low = np.maximum(found.first - words, begins[turn[found.first]])
    high = np.minimum(found.last + words, ends[turn[found.last]])
    return low, high


def order_of(corpus: Corpus, found: Hits, sort: str) -> Column:
    """The hits in the order of the text, or by the words to their left or right, the nearest first."""
    if sort == TEXT or not found.first.size:
        return np.arange(found.first.size)
    _, ranks = np.unique(corpus.texts.astype(str), return_inverse=True)
    low, high = around(corpus, found, _SORTED_BY)
    keys = []
    for step in range(_SORTED_BY, 0, -1):
        place = found.first - step if sort == LEFT else found.last + step
        there = place >= low if sort == LEFT else place <= high
        at = np.clip(place, 0, corpus.size - 1)
        keys.append(np.where(there, ranks[corpus.form[at]], -1))
    return np.lexsort(keys)
