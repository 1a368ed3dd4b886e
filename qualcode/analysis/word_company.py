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

ATTRACTION, REPULSION = "attraction", "repulsion"
MEASURES = ("g2", "t", "mi", "log_dice")


@dataclass(frozen=True, slots=True, eq=False)
class Company:
    """Pairs of words with their four counts; `first` and `second` are types, `both`, `of_first`, `of_second` and
    `total` count positions, pairs or sentences of the pair's language (`languages`, an index into the corpus' ones);
    `totals` has one for each of these. `times_first` and `times_second` are how often the two occur in it, `dice` the
    three counts of which logDice is made. `at` are the words (numbers) that stand for the pairs, `pair` whose."""

    first: Column
    second: Column
    both: Column
    of_first: Column
    of_second: Column
    totals: Column
    times_first: Column
    times_second: Column
    dice: tuple[Column, Column, Column]
    at: Column
    pair: Column
    languages: Column

    @property
    def total(self) -> Column:
        """N of every pair: that of its language."""
        return self.totals[self.languages]


def beside(corpus: Corpus, node: Hits, left: int, right: int, choice: Choice) -> Company:
    """The words within `left` words before and `right` words behind a node, in the same turn (Evert 2008, surface
    co-occurrence).

    Counts are of positions: `of_first` those in a window of any occurrence of the node, each once; `both` those of them
    that hold the word; `of_second` all that do; `total` all words. logDice takes the node's occurrences instead of the
    size of its windows, as in Rychlý (2008), and `both` at most as often as these, so that it stays 14 or less.
    """
    low, _ = around(corpus, node, left)
    _, high = around(corpus, node, right)
    _, before = runs(low, node.first - low)
    _, behind = runs(node.last + 1, high - node.last)
    inside = np.zeros(corpus.size, dtype=np.bool_)
    inside[before] = True
    inside[behind] = True
    return _around(corpus, inside, node, choice)


def _around(corpus: Corpus, inside: BoolArray, node: Hits, choice: Choice) -> Company:
    ids = corpus.unit(choice.unit)
    meant = inside & counted(corpus, choice)
    kinds = len(corpus.types)
    all_both = np.bincount(ids[meant], minlength=kinds)
    second = np.flatnonzero(all_both)
    both, times = all_both[second], np.bincount(ids, minlength=kinds)[second]
    number = np.full(kinds, -1, dtype=np.int64)
    number[second] = np.arange(second.size)
    at = np.flatnonzero(meant)
    language = corpus.type_language[second]
    of_node = _of_languages(corpus, node.first)[language]
    return Company(
        first=np.full(second.size, -1, dtype=np.int64),
        second=second,
        both=both,
        of_first=corpus.sizes(inside)[language],
        of_second=times,
        totals=corpus.sizes(),
        times_first=of_node,
        times_second=times,
        dice=(np.minimum(both, of_node), of_node, times),
        at=at,
        pair=number[ids[at]],
        languages=language,
    )


def _of_languages(corpus: Corpus, words: Column) -> Column:
    """How many of some words each language has."""
    return np.bincount(corpus.language[words], minlength=len(corpus.languages))


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
    all_both = _distinct(unit[at], ids[at], kinds)
    second = np.flatnonzero(all_both)
    both, of_second = all_both[second], _distinct(unit[unit >= 0], ids[unit >= 0], kinds)[second]
    number = np.full(kinds, -1, dtype=np.int64)
    number[second] = np.arange(second.size)
    language = corpus.type_language[second]
    spoken = np.zeros(units, dtype=np.int64)  # a unit lies in one document, so it has one language
    spoken[unit[unit >= 0]] = corpus.language[unit >= 0]
    there = np.unique(unit[unit >= 0])
    with_first = np.bincount(spoken[with_node[:-1]], minlength=len(corpus.languages))[language]
    return Company(
        first=np.full(second.size, -1, dtype=np.int64),
        second=second,
        both=both,
        of_first=with_first,
        of_second=of_second,
        totals=np.bincount(spoken[there], minlength=len(corpus.languages)),
        times_first=_of_languages(corpus, node.first)[language],
        times_second=np.bincount(ids, minlength=kinds)[second],
        dice=(both, with_first, of_second),
        at=at,
        pair=number[ids[at]],
        languages=language,
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
    first, second, both = found.words[:, 0], found.words[:, -1], found.counts
    of_first, of_second = (np.bincount(ids[at], minlength=kinds) for at in (ends - 1, ends))
    times = np.bincount(ids, minlength=kinds)
    return Company(
        first=first,
        second=second,
        both=both,
        of_first=of_first[first],
        of_second=of_second[second],
        totals=_of_languages(corpus, ends),
        times_first=times[first],
        times_second=times[second],
        dice=(both, of_first[first], of_second[second]),
        at=found.first,
        pair=found.row,
        languages=corpus.type_language[first],
    )


def company_table(
    corpus: Corpus, company: Company, node: str, measure: str, least: int, avoiding: bool = True
) -> "tuple[pd.DataFrame, Column]":
    """One row per pair that meets `least` times or more, the largest `measure` first, and the number of each.

    word, collocate, language, unit, both, word_count, collocate_count (how often each occurs), with_word,
    with_collocate (the margins of the 2 × 2 table: positions near the word, sentences with it or pairs that begin with
    it), total, expected, association (ATTRACTION where they meet more often than expected, REPULSION where less often),
    g2, t, mi, log_dice. All counts are of the pair's language. `node` is the word where all pairs have the same one;
    without `avoiding` only those that attract each other are rows.
    """
    import pandas as pd

    both, first, second = (np.asarray(each) for each in (company.both, company.of_first, company.of_second))
    total, expected = company.total, first * second / np.maximum(company.total, 1)
    more = np.sign(both * total - first * second)  # whole numbers: no rounding decides
    types = [corpus.types[number] for number in company.second.tolist()]
    table = pd.DataFrame(
        {
            "word": [node if one < 0 else corpus.types[one].text for one in company.first.tolist()],
            "collocate": [one.text for one in types],
            "language": [one.language for one in types],
            "unit": [one.unit for one in types],
            "both": both,
            "word_count": company.times_first,
            "collocate_count": company.times_second,
            "with_word": first,
            "with_collocate": second,
            "total": total,
            "expected": expected,
            "association": np.select([more > 0, more < 0], [ATTRACTION, REPULSION], "").astype(object),
            "g2": log_likelihood(both, first, second, total),
            "t": t_score(both, first, second, total),
            "mi": mutual_information(both, first, second, total),
            "log_dice": log_dice(*company.dice),
        }
    )
    often = np.flatnonzero((both >= least) & ((more > 0) | avoiding))
    key = -table[measure].to_numpy(dtype=np.float64)[often]
    names = [table[name].to_numpy(dtype=object)[often].astype(str) for name in ("collocate", "word")]
    order = often[np.lexsort((*names, key))] if often.size else often
    return table.iloc[order].reset_index(drop=True), order
