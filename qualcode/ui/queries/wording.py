"""What the query builder calls conditions, operators and distances, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from ...domain.query_sentences import OPERATORS
from ...domain.query_tree import (
    CASE,
    CERTAINTY,
    CODER,
    COMMENT,
    DOCUMENT,
    ENCLOSING,
    FOLDER,
    FOLLOWED,
    INSIDE,
    MADE,
    MARK,
    NEAR,
    OUTSIDE,
    OVERLAPPING,
    PRECEDED,
    SAME,
    SET,
    SPEAKER,
    WEIGHT,
)
from ..translation import say
from .drafts import ALL, ANY, CODE, LEAST, NONE, NOT, ONE, ONLY, SMART, TEXT, VARIABLE


def kind_names() -> dict[str, str]:
    """What a condition may ask about, in the order of the list."""
    return {
        CODE: QCoreApplication.translate("QueryBuilder", "Code"),
        TEXT: QCoreApplication.translate("QueryBuilder", "Text"),
        DOCUMENT: QCoreApplication.translate("QueryBuilder", "Document"),
        CASE: QCoreApplication.translate("QueryBuilder", "Case"),
        VARIABLE: QCoreApplication.translate("QueryBuilder", "Case variable"),
        SPEAKER: QCoreApplication.translate("QueryBuilder", "Speaker"),
        CODER: QCoreApplication.translate("QueryBuilder", "Coder"),
        MADE: QCoreApplication.translate("QueryBuilder", "Date of coding"),
        WEIGHT: QCoreApplication.translate("QueryBuilder", "Weight"),
        CERTAINTY: QCoreApplication.translate("QueryBuilder", "Certainty"),
        MARK: QCoreApplication.translate("QueryBuilder", "Mark"),
        COMMENT: QCoreApplication.translate("QueryBuilder", "Comment"),
        SET: QCoreApplication.translate("QueryBuilder", "Document set"),
        FOLDER: QCoreApplication.translate("QueryBuilder", "Folder"),
        SMART: QCoreApplication.translate("QueryBuilder", "Saved query"),
    }


def operator_names() -> dict[str, str]:
    """What operators are called, in the order of the list."""
    return {
        ALL: QCoreApplication.translate("QueryBuilder", "all of these (and)"),
        ANY: QCoreApplication.translate("QueryBuilder", "any of these (or)"),
        NOT: QCoreApplication.translate("QueryBuilder", "not this"),
        ONE: QCoreApplication.translate("QueryBuilder", "exactly one of these"),
        LEAST: QCoreApplication.translate("QueryBuilder", "at least so many of these"),
        ONLY: QCoreApplication.translate("QueryBuilder", "only this code"),
        SAME: QCoreApplication.translate("QueryBuilder", "same segment as"),
        OVERLAPPING: QCoreApplication.translate("QueryBuilder", "overlapping"),
        INSIDE: QCoreApplication.translate("QueryBuilder", "inside"),
        ENCLOSING: QCoreApplication.translate("QueryBuilder", "enclosing"),
        OUTSIDE: QCoreApplication.translate("QueryBuilder", "outside"),
        NEAR: QCoreApplication.translate("QueryBuilder", "near"),
        FOLLOWED: QCoreApplication.translate("QueryBuilder", "followed by"),
        PRECEDED: QCoreApplication.translate("QueryBuilder", "preceded by"),
    }


def operator_meaning(operator: str) -> str:
    """What an operator keeps, in a sentence."""
    return say(OPERATORS[operator][1])


def picture_words(operator: str) -> str:
    """What is to be seen in the picture of an operator, for those who do not see it."""
    return {
        ALL: QCoreApplication.translate(
            "QueryBuilder", "Picture: two bars from the same letter to the same letter, both found"
        ),
        ANY: QCoreApplication.translate("QueryBuilder", "Picture: two bars apart, both found"),
        NOT: QCoreApplication.translate("QueryBuilder", "Picture: a crossed-out bar, and another one found"),
        ONE: QCoreApplication.translate("QueryBuilder", "Picture: a bar by itself found, two on one passage not"),
        LEAST: QCoreApplication.translate(
            "QueryBuilder", "Picture: two bars on one passage found, a bar by itself not"
        ),
        ONLY: QCoreApplication.translate(
            "QueryBuilder", "Picture: a bar by itself found, one with another below it not"
        ),
        SAME: QCoreApplication.translate(
            "QueryBuilder", "Picture: the second bar begins and ends exactly with the first"
        ),
        OVERLAPPING: QCoreApplication.translate(
            "QueryBuilder", "Picture: the second bar begins within the first and ends behind it"
        ),
        INSIDE: QCoreApplication.translate("QueryBuilder", "Picture: the first bar lies within the longer second one"),
        ENCLOSING: QCoreApplication.translate("QueryBuilder", "Picture: the first bar holds the shorter second one"),
        OUTSIDE: QCoreApplication.translate(
            "QueryBuilder", "Picture: the two bars are apart, with a wall between them"
        ),
        NEAR: QCoreApplication.translate(
            "QueryBuilder", "Picture: the second bar stands on either side of the first, not far away"
        ),
        FOLLOWED: QCoreApplication.translate(
            "QueryBuilder", "Picture: an arrow leads from the first bar on to the second behind it"
        ),
        PRECEDED: QCoreApplication.translate(
            "QueryBuilder", "Picture: an arrow leads from the first bar back to the second before it"
        ),
    }[operator]


def unit_names() -> dict[str, str]:
    """In what a distance is counted."""
    return {
        "turn": QCoreApplication.translate("QueryBuilder", "turns"),
        "paragraph": QCoreApplication.translate("QueryBuilder", "paragraphs"),
        "sentence": QCoreApplication.translate("QueryBuilder", "sentences"),
    }


def way_names() -> dict[str, str]:
    """How a text is looked for."""
    return {
        "phrase": QCoreApplication.translate("QueryBuilder", "these words in this order"),
        "words": QCoreApplication.translate("QueryBuilder", "all of these words"),
        "lemma": QCoreApplication.translate("QueryBuilder", "any form of these words"),
        "regex": QCoreApplication.translate("QueryBuilder", "regular expression"),
    }


def sign_names(empty: bool, dated: bool) -> dict[str, str]:
    """How a value, or a date, is compared; with `empty` one may ask for none."""
    if dated:
        names = {
            "=": QCoreApplication.translate("QueryBuilder", "in"),
            ">=": QCoreApplication.translate("QueryBuilder", "from"),
            "<=": QCoreApplication.translate("QueryBuilder", "until"),
            ">": QCoreApplication.translate("QueryBuilder", "after"),
            "<": QCoreApplication.translate("QueryBuilder", "before"),
        }
        return names | ({NONE: QCoreApplication.translate("QueryBuilder", "has no value")} if empty else {})
    names = {
        "=": QCoreApplication.translate("QueryBuilder", "is"),
        ">=": QCoreApplication.translate("QueryBuilder", "at least"),
        "<=": QCoreApplication.translate("QueryBuilder", "at most"),
        ">": QCoreApplication.translate("QueryBuilder", "above"),
        "<": QCoreApplication.translate("QueryBuilder", "below"),
    }
    return names | ({NONE: QCoreApplication.translate("QueryBuilder", "has no value")} if empty else {})


def word_names(kind: str) -> dict[str, str]:
    """How sure a coder was, or what a coding may be marked as, by their keys in a query."""
    if kind == CERTAINTY:
        return {
            "sure": QCoreApplication.translate("Signs", "Sure"),
            "likely": QCoreApplication.translate("Signs", "Likely"),
            "unsure": QCoreApplication.translate("Signs", "Unsure"),
        }
    return {
        "exemplar": QCoreApplication.translate("Signs", "Exemplar"),
        "near-miss": QCoreApplication.translate("Signs", "Near miss"),
    }
