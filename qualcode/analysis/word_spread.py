"""How evenly words are spread over documents or cases: Juilland's D and Gries' DP."""

from typing import TYPE_CHECKING

import numpy as np

from .corpora import Corpus, of_cases
from .material import Material, case_names
from .word_counts import Grams, written
from .word_statistics import deviation_of_proportions, juilland_d

if TYPE_CHECKING:
    import pandas as pd

DOCUMENTS, CASES = "documents", "cases"
_AT_ONCE = 20_000_000  # counts of words by part that are held at a time


def dispersion(material: Material, corpus: Corpus, found: Grams, parts: str) -> "pd.DataFrame":
    """One row per word: word, language, unit, count, per_million, range (parts that have it), parts, juilland_d, dp,
    dp_norm.

    Parts are the documents or the cases that have words of the word's language, each as large as it has such words;
    words of no case are left out then, words of several count in each. `count` and `per_million` are of the words in
    these parts. The coefficients are nan with fewer than two parts.
    """
    import pandas as pd

    size = len(found.words)
    row = np.full(corpus.size, -1, dtype=np.int64)
    row[found.first] = found.row
    if parts == CASES:
        part, word = of_cases(material, corpus)
        number = len(case_names(material))
    else:
        part, word = corpus.document.astype(np.int64), np.arange(corpus.size)
        number = len(material.documents)
    languages = len(corpus.languages)
    keys = corpus.language[word].astype(np.int64) * number + part
    sizes = np.bincount(keys, minlength=languages * number).reshape(languages, number).astype(np.float64)
    part, row = part[row[word] >= 0], row[word][row[word] >= 0]
    spoken = corpus.type_language[found.words[:, 0]] if size else np.zeros(0, dtype=np.int32)
    columns = np.full((6, size), np.nan)
    step = max(1, _AT_ONCE // max(number, 1))
    for low in range(0, size, step):
        inside = (row >= low) & (row < low + step)
        rows = min(step, size - low)
        counts = np.bincount((row[inside] - low) * number + part[inside], minlength=rows * number)
        shares = counts.reshape(rows, number).astype(np.float64)
        for language in np.unique(spoken[low : low + step]).tolist():
            own = np.flatnonzero(spoken[low : low + step] == language)
            dp, dp_norm = deviation_of_proportions(shares[own], sizes[language])
            d = juilland_d(shares[own], sizes[language])
            parted = np.full(own.size, (sizes[language] > 0).sum())
            columns[:, low + own] = (
                *(shares[own].sum(axis=1), (shares[own] > 0).sum(axis=1), parted),
                *(d, dp, dp_norm),
            )
    total, ranged, parted, d, dp, dp_norm = columns
    types = [corpus.types[one] for one in found.words[:, 0].tolist()]
    return pd.DataFrame(
        {
            "word": np.array([*written(found, corpus), None], dtype=object)[:-1],
            "language": np.array([*(one.language for one in types), None], dtype=object)[:-1],
            "unit": np.array([*(one.unit for one in types), None], dtype=object)[:-1],
            "count": total.astype(np.int64),
            "per_million": total * 1e6 / np.maximum(sizes.sum(axis=1)[spoken], 1.0),
            "range": ranged.astype(np.int64),
            "parts": parted.astype(np.int64),
            "juilland_d": d,
            "dp": dp,
            "dp_norm": dp_norm,
        }
    )
