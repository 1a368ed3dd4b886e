"""Which words keep company: beside a word, in its sentences, or side by side; with what says how strongly."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .corpora import Column, Corpus
from .material import BoolArray, IntArray, Material
from .sweeps import runs
from .word_counts import Choice, counted, grams
from .word_lines import Hits, around
from .word_statistics import log_dice, log_likelihood, mutual_information, t_score

if TYPE_CHECKING:
    import pandas as pd

MEASURES = ("g2", "t", "mi", "log_dice")


@dataclass(frozen=True, slots=True, eq=False)
class Company:
    """Pairs of words with their four counts; `first` and `second` are types, `both`, `of_first`, `of_second` and
    `total` count positions, pairs or sentences. `at` are the words (numbers) that stand for the pairs, `pair` whose."""

    first: Column
    second: Column
    both: Column
    of_first: Column
    of_second: Column
    total: int
    at: Column
    pair: Column


def beside(corpus: Corpus, node: Hits, left: int, right: int, choice: Choice) -> Company:
    """The words within `left` words before and `right` words behind a node, in the same turn (Evert 2008, surface
    co-occurrence).

    Counts are of positions: `of_first` those in a window of any occurrence of the node, each once; `both` those of them
    that hold the word; `of_second` all that do; `total` all words.
    """
    low, _ = around(corpus, node, left)
    _, high = around(corpus, node, right)
    _, before = runs(low, node.first - low)
    _, behind = runs(node.last + 1, high - node.last)
    inside = np.zeros(corpus.size, dtype=np.bool_)
    inside[before] = True
    inside[behind] = True
    return _around(corpus, inside, int(inside.sum()), choice)


def _around(corpus: Corpus, inside: BoolArray, of_node: int, choice: Choice) -> Company:
    ids = corpus.unit(choice.unit)
    meant = inside & counted(corpus, choice)
    kinds = len(corpus.types)
    both = np.bincount(ids[meant], minlength=kinds)
    second = np.flatnonzero(both)
    number = np.full(kinds, -1, dtype=np.int64)
    number[second] = np.arange(second.size)
    at = np.flatnonzero(meant)
    return Company(
        first=np.full(second.size, -1, dtype=np.int64),
        second=second,
        both=both[second],
        of_first=np.full(second.size, of_node, dtype=np.int64),
        of_second=np.bincount(ids, minlength=kinds)[second],
        total=corpus.size,
        at=at,
        pair=number[ids[at]],
    )


def in_units(corpus: Corpus, unit: IntArray, node: Hits, choice: Choice) -> Company:
    """The words in the same units (sentences) as a node; `unit` is that of every word, -1 for none.

    Counts are of units: those with the node, with the word beside it, with both, and all with a word. A word that is
    the node itself keeps it company where it stands there more often than the node does.
    """
    ids = corpus.unit(choice.unit)
    kinds = len(corpus.types)
    units = int(unit.max()) + 1 if unit.size else 0
    with_node = np.zeros(units + 1, dtype=np.bool_)  # the last for words in no unit
    with_node[unit[node.first]] = True
    with_node[-1] = False
    own = np.zeros(corpus.size, dtype=np.bool_)
    for step in range(int((node.last - node.first).max(initial=0)) + 1):
        own[node.first + step] = True
    at = np.flatnonzero(counted(corpus, choice) & ~own & with_node[unit])
    both = _distinct(unit[at], ids[at], kinds)
    second = np.flatnonzero(both)
    of_second = _distinct(unit[unit >= 0], ids[unit >= 0], kinds)[second]
    number = np.full(kinds, -1, dtype=np.int64)
    number[second] = np.arange(second.size)
    return Company(
        first=np.full(second.size, -1, dtype=np.int64),
        second=second,
        both=both[second],
        of_first=np.full(second.size, int(with_node.sum()), dtype=np.int64),
        of_second=of_second,
        total=int(np.unique(unit[unit >= 0]).size),
        at=at,
        pair=number[ids[at]],
    )


def _distinct(unit: Column, kind: Column, kinds: int) -> Column:
    """In how many units each type occurs."""
    keys = np.unique(unit.astype(np.int64) * max(kinds, 1) + kind)
    return np.bincount(keys % max(kinds, 1), minlength=kinds)


def unit_of(material: Material, corpus: Corpus, kind: str) -> IntArray:
    """The number of the unit every word begins in, over all documents; -1 where it is in none."""
    found = np.full(corpus.size, -1, dtype=np.int64)
    borders = np.searchsorted(corpus.document, np.arange(len(material.documents) + 1))
    before = 0
    for number, (low, high) in enumerate(zip(borders[:-1].tolist(), borders[1:].tolist(), strict=True)):
        if low == high:
            continue
        units = material.units(number, kind)
        if units.size:
            start = corpus.start[low:high]
            at = np.searchsorted(units[:, 0], start, side="right") - 1
            inside = (at >= 0) & (start < units[np.maximum(at, 0), 1])
            found[low:high] = np.where(inside, at + before, -1)
        before += len(units)
    return found


def side_by_side(corpus: Corpus, choice: Choice, least: int) -> Company:
    """All pairs of neighbouring words of one turn.

    Counts are of such pairs, of the words as they follow each other: those that begin with the first, end with the
    second, both, and all of them.
    """
    ids = corpus.unit(choice.unit).astype(np.int64)
    kinds = len(corpus.types)
    found = grams(corpus, choice, 2, least)
    ends = np.flatnonzero(corpus.neighbours)
    return Company(
        first=found.words[:, 0],
        second=found.words[:, 1] if found.words.shape[1] > 1 else found.words[:, 0],
        both=found.counts,
        of_first=np.bincount(ids[ends - 1], minlength=kinds)[found.words[:, 0]],
        of_second=np.bincount(ids[ends], minlength=kinds)[found.words[:, -1]],
        total=int(ends.size),
        at=found.first,
        pair=found.row,
    )


def company_table(
    corpus: Corpus, company: Company, node: str, measure: str, least: int
) -> "tuple[pd.DataFrame, Column]":
    """One row per pair that meets `least` times or more, the largest `measure` first, and the number of each.

    word, collocate, language, unit, both, word_count, collocate_count, total, expected, g2, t, mi, log_dice. `node` is
    the word where all pairs have the same one.
    """
    import pandas as pd

    both, first, second = (np.asarray(each) for each in (company.both, company.of_first, company.of_second))
    total = np.full(both.size, company.total)
    types = [corpus.types[number] for number in company.second.tolist()]
    table = pd.DataFrame(
        {
            "word": [node if one < 0 else corpus.types[one].text for one in company.first.tolist()],
            "collocate": [one.text for one in types],
            "language": [one.language for one in types],
            "unit": [one.unit for one in types],
            "both": both,
            "word_count": first,
            "collocate_count": second,
            "total": total,
            "expected": first * second / max(company.total, 1),
            "g2": log_likelihood(both, first, second, total),
            "t": t_score(both, first, second, total),
            "mi": mutual_information(both, first, second, total),
            "log_dice": log_dice(both, first, second),
        }
    )
    often = np.flatnonzero(both >= least)
    key = -table[measure].to_numpy(dtype=np.float64)[often]
    names = [table[name].to_numpy(dtype=object)[often].astype(str) for name in ("collocate", "word")]
    order = often[np.lexsort((*names, key))] if often.size else often
    return table.iloc[order].reset_index(drop=True), order
