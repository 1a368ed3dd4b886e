"""Why a number is not defined: said where tables are shown or printed; in files its cell is empty."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...domain.errors import Phrase
from .cautions import UNANSWERED, joined

if TYPE_CHECKING:
    import pandas as pd

_NEITHER = Phrase("Neither code is on any unit.")
_FIRST = Phrase("The first code is on no unit.")
_SECOND = Phrase("The second code is on no unit.")
_ONE = Phrase("One of the codes is on no unit.")
_PHI = Phrase("One of the codes is on every unit, or on none.")
_UNMOVED = Phrase("Nothing can move: in each document one of the codes is on everything or on nothing.")
_ITSELF = Phrase("A code and itself: its own segments would be among what could follow, so nothing can be expected.")
_UNANSWERED = Phrase("It is a smart code without an answer: its query asks for something that is gone.")
_INTERVAL = Phrase(
    "Only one document or case holds any of the two codes, or the measure is defined in fewer than half of the samples."
)
_NO_TEXT = Phrase("There is no text in what is looked at.")
_NO_TEST = Phrase("All cases have the code, or none has, or there are not two groups: there is nothing to test.")
_TWO_GROUPS = Phrase("It compares two groups, in which some cases have the code and some have not.")
_NO_CASES = Phrase("There are no such cases.")
_EARLY = Phrase("Base and run are not complete there.")
_RUN = Phrase("Base and run are not complete there, or nothing is in the base.")
_STOP = Phrase("The threshold is not reached.")
_ORDERS = Phrase("Too many of the random orders never reach the threshold, or there are none.")
_NO_ORDERS = Phrase("There are no random orders: no coded documents, or new facets are counted.")
_CHAO = Phrase("There are no coded documents, or new facets are counted: only the first place of a facet is marked.")
_SURE = Phrase("Chao2 expects nothing more, or there is no estimate.")
_REFERENCE = Phrase("The word is not in the reference.")
_PARTS = Phrase("There are fewer than two parts with words.")
_TWO_NODES = Phrase("There are fewer than three codes.")

_PAIRS: Mapping[str, Phrase] = {
    "jaccard": _NEITHER,
    "dice": _NEITHER,
    "overlap": _ONE,
    "p_b_given_a": _FIRST,
    "p_a_given_b": _SECOND,
    "lift": _ONE,
    "phi": _PHI,
    "expected": Phrase("What has no order within a document cannot be turned round."),
    "z": Phrase("All random turns that were drawn give the same number."),
    "p": _UNMOVED,
    "p_adjusted": _UNMOVED,
}
_SQUARE = Phrase("A code and itself, or one below it, are no pair; or one of the codes is on every unit, or on none.")
REASONS: Mapping[str, Mapping[str, Phrase]] = {
    "cooccurrence": {**_PAIRS, "": _SQUARE},
    "group-differences": {
        **_PAIRS,
        "difference": Phrase("In one of the groups the measure is not defined."),
        "difference_low": Phrase(
            "One of the groups rests on fewer than two documents or cases with any of the two codes, or the difference "
            "is defined in fewer than half of the samples."
        ),
    },
    "sequences": {
        "share": _FIRST,
        "expected": _ITSELF,
        "lift": Phrase("Nothing is expected: nowhere could the second code follow, or it is the first one itself."),
    },
    "network": {"betweenness": _TWO_NODES, **_PAIRS},
    "frequencies": {"share_of_text": _NO_TEXT},
    "matrix": {"": Phrase("There is no segment of which it would be a share.")},
    "crosstab": {
        **dict.fromkeys(("share", "share_low"), _NO_CASES),
        **dict.fromkeys(("expected", "residual"), Phrase("All cases have the code, or none has, or none has a value.")),
        **dict.fromkeys(("chi2", "df", "p", "p_adjusted", "cramers_v", "v_low", "least_expected"), _NO_TEST),
        **dict.fromkeys(("odds_ratio", "or_low", "risk_difference", "rd_low"), _TWO_GROUPS),
    },
    "saturation": {
        "run_new": _EARLY,
        "ratio": _RUN,
        "stop_at": _STOP,
        **dict.fromkeys(("stop_median", "stop_low"), _ORDERS),
        **dict.fromkeys(("never", "base_codes_low", "cumulative_mean", "cumulative_low"), _NO_ORDERS),
        **dict.fromkeys(("in_one_document", "in_two_documents", "chao2", "seen_share"), _CHAO),
        "chao2_low": _SURE,
    },
    "collocations": dict.fromkeys(("g2", "t", "mi", "log_dice"), Phrase("The two never stand together.")),
    "keyness": {
        "percent_diff": _REFERENCE,
        "odds_ratio": Phrase("The word is not in the reference, or the target has no other."),
    },
    "dispersion": dict.fromkeys(("juilland_d", "dp", "dp_norm"), _PARTS),
    "mds": {"x": Phrase("There is nothing to place."), "y": Phrase("There is nothing to place.")},
    "coverage": {"share": _NO_TEXT},
    "portrait": {"share": _NO_TEXT},
    "comparison": {"share": _NO_TEXT},
    "themes": {"top_share": Phrase("No case speaks for the theme.")},
}


def reasons(analysis: str, table: "pd.DataFrame") -> dict[str, Phrase]:
    """The columns of a table in which a number is not defined or without bounds, each with the reason.

    A number that nobody gave, such as the weight of a coding, is not undefined: its cell is only empty.
    """
    from pandas.api.types import is_bool_dtype, is_numeric_dtype

    known = REASONS.get(analysis, {})
    if analysis == "cooccurrence" and "code_a" not in table.columns:
        known = {"": known[""]}  # code by code: its columns are called as codes are, whatever that is
    found = {}
    for column in map(str, table.columns):
        values = table[column]
        if not is_numeric_dtype(values) or is_bool_dtype(values):
            continue
        endless = values.dtype.kind == "f" and bool(values.isin((math.inf, -math.inf)).any())
        if not endless and not values.isna().any():
            continue
        reason = _reason(known, column)
        if table.attrs.get(UNANSWERED):
            if analysis == "matrix" and "share" not in str(table.attrs.get("value")):
                reason = None
            reason = _UNANSWERED if reason is None else joined(reason, Phrase("Or: {reason}", reason=_UNANSWERED))
        if reason is not None:
            found[column] = reason
    return found


def reason_of(analysis: str, column: str) -> Phrase | None:
    """Why the number of one column may not be defined."""
    return _reason(REASONS.get(analysis, {}), column)


def _reason(known: Mapping[str, Phrase], column: str) -> Phrase | None:
    """The reason of a column, of the measure of a group (`…_1`), or of the ends of an interval (`…_low`, `…_high`)."""
    for name in (column, column.removesuffix("_1").removesuffix("_2"), column.replace("_high", "_low")):
        if name in known:
            return known[name]
    if column.endswith(("_low", "_high")) and "difference" not in column and "jaccard" in known:
        return _INTERVAL
    return known.get("")
