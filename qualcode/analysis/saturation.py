"""Saturation: how many new codes documents bring, when that falls below a threshold, and how sure that is.

Base, run and threshold after Guest, Namey & Chen (2020), A simple method to assess and report thematic saturation in
qualitative research, PLOS ONE 15(5). What is unseen is estimated by Chao2 (Chao 1987, Biometrics 43, 783–791). Codes
are made by analysts: that no new ones come says something about an analysis, not that there is nothing more to find.
"""

import math
from dataclasses import dataclass

import numpy as np

from .material import FloatArray, IntArray

_Z = 1.959963984540054  # the 97.5 % point of the normal distribution


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """New and cumulative codes by position, and from position `base + run` on those new in the run of documents that
    ends there with their ratio to the codes of the base; nan before that, and where the base has no codes."""

    new: IntArray
    cumulative: IntArray
    run_new: FloatArray
    ratio: FloatArray
    base_codes: int

    def stop_at(self, threshold: float) -> int | None:
        """The first position (from 1) whose ratio is at or below the threshold; None where there is none."""
        with np.errstate(invalid="ignore"):
            found = np.flatnonzero(self.ratio <= threshold + 1e-12)
        return int(found[0]) + 1 if found.size else None


def curve(new: IntArray, base: int, run: int) -> Curve:
    """The curve of the numbers of new codes in documents in order. Runs move on by one document at a time."""
    cumulative = np.cumsum(new).astype(np.int64)
    run_new = np.full(new.size, np.nan)
    base_codes = int(new[:base].sum())
    padded = np.concatenate([[0], cumulative])
    if new.size >= base + run:
        ends = np.arange(base + run, new.size + 1)
        run_new[base + run - 1 :] = padded[ends] - padded[ends - run]
    ratio = run_new / base_codes if base_codes else np.full(new.size, np.nan)
    return Curve(new, cumulative, run_new, ratio, base_codes)


def first_documents(document: IntArray, item: IntArray, items: int) -> IntArray:
    """The first document (number in order) in which each item is; every item is in one at least."""
    first = np.full(items, np.iinfo(np.int64).max)
    np.minimum.at(first, item, document)
    return first


def new_by_document(document: IntArray, item: IntArray, documents: int, items: int) -> IntArray:
    """How many items are new in each of so many documents; `document` and `item` say what is in what."""
    return np.bincount(first_documents(document, item, items), minlength=documents).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Estimate:
    """Chao2: how many codes there would be, its interval of 95 % (nan where it is not defined), and what it rests on:
    codes in one document only and in exactly two."""

    value: float
    low: float
    high: float
    uniques: int
    duplicates: int


def chao2(documents: int, codes: int, uniques: int, duplicates: int) -> Estimate:
    """Chao2 from numbers of documents, codes seen, and codes in one and in two documents.

    S + A Q1² / (2 Q2), with Q2 = 0 S + A Q1 (Q1 - 1) / 2, A = (m - 1) / m. The interval is log-normal (Chao 1987), its
    lower end never below the codes seen; it is not defined where nothing is estimated to be unseen.
    """
    if documents < 1:
        return Estimate(math.nan, math.nan, math.nan, uniques, duplicates)
    a = (documents - 1) / documents
    if duplicates:
        ratio = uniques / duplicates
        unseen = a * uniques**2 / (2 * duplicates)
        variance = duplicates * (a / 2 * ratio**2 + a**2 * ratio**3 + a**2 / 4 * ratio**4)
    else:
        unseen = a * uniques * (uniques - 1) / 2
        value = codes + unseen
        variance = a * uniques * (uniques - 1) / 2 + a**2 * uniques * (2 * uniques - 1) ** 2 / 4
        variance -= a**2 * uniques**4 / (4 * value) if value else 0
    value = codes + unseen
    if unseen <= 0 or variance <= 0:
        return Estimate(value, math.nan, math.nan, uniques, duplicates)
    factor = math.exp(_Z * math.sqrt(math.log(1 + variance / unseen**2)))
    return Estimate(value, codes + unseen / factor, codes + unseen * factor, uniques, duplicates)


def chao2_of(item: IntArray, documents: int, items: int) -> Estimate:
    """Chao2 from the items of all pairs of document and item, each once."""
    held = np.bincount(item, minlength=items)
    return chao2(documents, items, int((held == 1).sum()), int((held == 2).sum()))


@dataclass(frozen=True, slots=True, eq=False)
class Bands:
    """What other orders of the same documents give.

    By position the mean of the cumulative codes and the limits within which 95 % of the orders lie; `base_codes` those
    limits for the base; `stops` the positions at which the orders stop, 0 for those that never do.
    """

    mean: FloatArray
    low: FloatArray
    high: FloatArray
    base_codes: tuple[float, float]
    stops: IntArray

    @property
    def never(self) -> float:
        """The share of orders in which the threshold is never reached."""
        return float((self.stops == 0).mean())

    def stop(self, share: float) -> float:
        """The position at which this share of all orders has stopped; nan where fewer ever do."""
        reached = np.sort(self.stops[self.stops > 0])
        place = math.ceil(share * self.stops.size) - 1
        return float(reached[max(place, 0)]) if place < reached.size else math.nan


def bands(
    document: IntArray,
    item: IntArray,
    documents: int,
    items: int,
    *,
    base: int,
    run: int,
    threshold: float,
    orders: int,
    seed: int,
) -> Bands:
    """Put the documents into so many random orders; the same seed gives the same ones."""
    by_item = np.argsort(item, kind="stable")
    homes = document[by_item]
    starts = np.searchsorted(item[by_item], np.arange(items))
    shuffled = np.random.default_rng(seed)
    cumulative = np.zeros((orders, documents), np.int64)
    stops = np.zeros(orders, np.int64)
    for number in range(orders):
        place = shuffled.permutation(documents)
        firsts = np.minimum.reduceat(place[homes], starts) if items else np.empty(0, np.int64)
        found = curve(np.bincount(firsts, minlength=documents).astype(np.int64), base, run)
        cumulative[number] = found.cumulative
        stops[number] = found.stop_at(threshold) or 0
    low, high = np.percentile(cumulative, [2.5, 97.5], axis=0)
    first = min(base, documents) - 1
    return Bands(cumulative.mean(axis=0), low, high, (float(low[first]), float(high[first])), stops)


def random_order(documents: int, seed: int) -> IntArray:
    """The documents (numbers) in a random order; the same seed gives the same one."""
    return np.random.default_rng(seed).permutation(documents).astype(np.int64)


def needed(prevalence: float, certainty: float = 0.95) -> int:
    """Interviews after which a theme that this share (0 to 1) of people would bring up is heard at least once with
    this certainty: the least n with 1 - (1 - p)^n >= certainty."""
    if prevalence >= 1:
        return 1
    return math.ceil(math.log1p(-certainty) / math.log1p(-prevalence) - 1e-9)
