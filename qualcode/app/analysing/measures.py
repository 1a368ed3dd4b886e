"""The measures of co-occurrence as they are offered: by name, with what they are called."""

from ...domain.errors import Phrase

Measures = tuple[tuple[str, Phrase], ...]

PAIRS = "pairs"
MEASURES: Measures = (
    (PAIRS, Phrase("pairs of segments")),
    ("n_ab", Phrase("units that carry both")),
    ("jaccard", Phrase("Jaccard")),
    ("dice", Phrase("Dice")),
    ("overlap", Phrase("overlap coefficient")),
    ("p_b_given_a", Phrase("share of the row's code")),
    ("p_a_given_b", Phrase("share of the column's code")),
    ("lift", Phrase("lift")),
    ("phi", Phrase("phi")),
    ("documents", Phrase("documents")),
    ("cases", Phrase("cases")),
)
_COUNTED = (PAIRS, "documents", "cases")
_SIDED = ("p_b_given_a", "p_a_given_b")
INTERVALS: Measures = tuple(each for each in MEASURES if each[0] not in _COUNTED)  # those a bootstrap gives ends of
TIES: Measures = tuple(each for each in MEASURES if each[0] not in _SIDED)  # alike from both sides, as a line is
_FIRST_AND_SECOND = {
    "p_b_given_a": Phrase("share of the first code"),
    "p_a_given_b": Phrase("share of the second code"),
}
# of pairs in a list, which have no row and column
COMPARED: Measures = tuple((name, _FIRST_AND_SECOND.get(name, called)) for name, called in INTERVALS if name != "n_ab")
