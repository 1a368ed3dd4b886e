"""Which words mark a part of the text against another: G² with effect sizes and corrected chances."""

from typing import TYPE_CHECKING

import numpy as np

from .corpora import Column, Corpus, ranges
from .material import BoolArray
from .word_counts import Choice, counted
from .word_statistics import (
    benjamini_hochberg,
    bonferroni,
    log_likelihood,
    log_ratio,
    odds_ratio,
    p_value,
    percent_difference,
)

if TYPE_CHECKING:
    import pandas as pd

TARGET, REFERENCE = "target", "reference"


def compared(corpus: Corpus, target: BoolArray, reference: BoolArray) -> BoolArray:
    """Which of the corpus' languages both parts have words in."""
    return np.asarray((corpus.sizes(target) > 0) & (corpus.sizes(reference) > 0))


def keyness(corpus: Corpus, target: BoolArray, reference: BoolArray, choice: Choice, least: int = 1) -> "pd.DataFrame":
    """One row per word that occurs `least` times or more in both parts together, the largest G² first.

    word, language, unit, target and reference (counts), target_per_million, reference_per_million, key_in (where it is
    more frequent than in the other part), g2, p, p_bh (Benjamini-Hochberg), p_bonferroni, log_ratio, percent_diff,
    odds_ratio, absent_in (where it does not occur: half an occurrence stands for none in log_ratio; the other two are
    nan without an occurrence in the reference), target_documents, reference_documents.

    G² is of the 2 × 2 table of word / other words by target / reference (Dunning 1993), of all words of both parts in
    the word's language, those of the stop list too. What is in a language that only one of the parts has is no row:
    there is nothing to compare. Corrections are for all rows of the table. The parts share no word.
    """
    import pandas as pd

    ids = corpus.unit(choice.unit)
    meant = counted(corpus, choice)
    kinds = len(corpus.types)
    in_target, in_reference = (np.bincount(ids[meant & part], minlength=kinds) for part in (target, reference))
    fits = compared(corpus, target, reference)[corpus.type_language]
    rows = np.flatnonzero((in_target + in_reference >= max(least, 1)) & fits)
    n_target, n_reference = (corpus.sizes(part)[corpus.type_language[rows]] for part in (target, reference))
    a, b = in_target[rows], in_reference[rows]
    g2 = log_likelihood(a, n_target, a + b, n_target + n_reference)
    texts = corpus.texts[rows]
    order = np.lexsort((texts.astype(str), -g2)) if rows.size else rows
    rows, a, b, g2 = rows[order], a[order], b[order], g2[order]
    n_target, n_reference = n_target[order], n_reference[order]
    share_a, share_b = a / n_target, b / n_reference
    p = p_value(g2)
    types = [corpus.types[number] for number in rows.tolist()]
    return pd.DataFrame(
        {
            "word": corpus.texts[rows],
            "language": np.array([*(one.language for one in types), None], dtype=object)[:-1],
            "unit": np.array([*(one.unit for one in types), None], dtype=object)[:-1],
            "target": a,
            "reference": b,
            "target_per_million": share_a * 1e6,
            "reference_per_million": share_b * 1e6,
            "key_in": np.select([share_a > share_b, share_a < share_b], [TARGET, REFERENCE], "").astype(object),
            "g2": g2,
            "p": p,
            "p_bh": benjamini_hochberg(p),
            "p_bonferroni": bonferroni(p),
            "log_ratio": log_ratio(a, n_target, b, n_reference),
            "percent_diff": percent_difference(a, n_target, b, n_reference),
            "odds_ratio": odds_ratio(a, n_target, b, n_reference),
            "absent_in": np.select([a == 0, b == 0], [TARGET, REFERENCE], "").astype(object),
            "target_documents": _documents(corpus, ids, meant & target)[rows],
            "reference_documents": _documents(corpus, ids, meant & reference)[rows],
        }
    )


def _documents(corpus: Corpus, ids: Column, part: BoolArray) -> Column:
    documents = corpus.document[part]
    return ranges(documents, ids[part], int(documents.max()) + 1 if documents.size else 0, len(corpus.types))
