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
    text = QCoreApplication.translate
    return {
        CODE: text("QueryBuilder", "Code"),
        TEXT: text("QueryBuilder", "Text"),
        DOCUMENT: text("QueryBuilder", "Document"),
        CASE: text("QueryBuilder", "Case"),
        VARIABLE: text("QueryBuilder", "Case variable"),
        SPEAKER: text("QueryBuilder", "Speaker"),
        CODER: text("QueryBuilder", "Coder"),
        MADE: text("QueryBuilder", "Date of coding"),
        WEIGHT: text("QueryBuilder", "Weight"),
        CERTAINTY: text("QueryBuilder", "Certainty"),
        MARK: text("QueryBuilder", "Mark"),
        COMMENT: text("QueryBuilder", "Comment"),
        SET: text("QueryBuilder", "Document set"),
        FOLDER: text("QueryBuilder", "Folder"),
        SMART: text("QueryBuilder", "Saved query"),
    }


def operator_names() -> dict[str, str]:
    """What operators are called, in the order of the list."""
    text = QCoreApplication.translate
    return {
        ALL: text("QueryBuilder", "all of these (and)"),
        ANY: text("QueryBuilder", "any of these (or)"),
        NOT: text("QueryBuilder", "not this"),
        ONE: text("QueryBuilder", "exactly one of these"),
        LEAST: text("QueryBuilder", "at least so many of these"),
        ONLY: text("QueryBuilder", "only this code"),
        SAME: text("QueryBuilder", "same segment as"),
        OVERLAPPING: text("QueryBuilder", "overlapping"),
        INSIDE: text("QueryBuilder", "inside"),
        ENCLOSING: text("QueryBuilder", "enclosing"),
        OUTSIDE: text("QueryBuilder", "outside"),
        NEAR: text("QueryBuilder", "near"),
        FOLLOWED: text("QueryBuilder", "followed by"),
        PRECEDED: text("QueryBuilder", "preceded by"),
    }


def operator_meaning(operator: str) -> str:
    """What an operator keeps, in a sentence."""
    return say(OPERATORS[operator][1])


def picture_words(operator: str) -> str:
    """What is to be seen in the picture of an operator, for those who do not see it."""
    text = QCoreApplication.translate
    return {
        ALL: text("QueryBuilder", "Picture: two bars from the same letter to the same letter, both found"),
        ANY: text("QueryBuilder", "Picture: two bars apart, both found"),
        NOT: text("QueryBuilder", "Picture: a crossed-out bar, and another one found"),
        ONE: text("QueryBuilder", "Picture: a bar by itself found, two on one passage not"),
        LEAST: text("QueryBuilder", "Picture: two bars on one passage found, a bar by itself not"),
        ONLY: text("QueryBuilder", "Picture: a bar by itself found, one with another below it not"),
        SAME: text("QueryBuilder", "Picture: the second bar begins and ends exactly with the first"),
        OVERLAPPING: text("QueryBuilder", "Picture: the second bar begins within the first and ends behind it"),
        INSIDE: text("QueryBuilder", "Picture: the first bar lies within the longer second one"),
        ENCLOSING: text("QueryBuilder", "Picture: the first bar holds the shorter second one"),
        OUTSIDE: text("QueryBuilder", "Picture: the two bars are apart, with a wall between them"),
        NEAR: text("QueryBuilder", "Picture: the second bar stands on either side of the first, not far away"),
        FOLLOWED: text("QueryBuilder", "Picture: an arrow leads from the first bar on to the second behind it"),
        PRECEDED: text("QueryBuilder", "Picture: an arrow leads from the first bar back to the second before it"),
    }[operator]


def unit_names() -> dict[str, str]:
    """In what a distance is counted."""
    text = QCoreApplication.translate
    return {
        "turn": text("QueryBuilder", "turns"),
        "paragraph": text("QueryBuilder", "paragraphs"),
        "sentence": text("QueryBuilder", "sentences"),
    }


def way_names() -> dict[str, str]:
    """How a text is looked for."""
    text = QCoreApplication.translate
    return {
        "phrase": text("QueryBuilder", "these words in this order"),
        "words": text("QueryBuilder", "all of these words"),
        "lemma": text("QueryBuilder", "any form of these words"),
        "regex": text("QueryBuilder", "regular expression"),
    }


def sign_names(empty: bool, dated: bool) -> dict[str, str]:
    """How a value, or a date, is compared; with `empty` one may ask for none."""
    text = QCoreApplication.translate
    if dated:
        names = {
            "=": text("QueryBuilder", "in"),
            ">=": text("QueryBuilder", "from"),
            "<=": text("QueryBuilder", "until"),
            ">": text("QueryBuilder", "after"),
            "<": text("QueryBuilder", "before"),
        }
        return names | ({NONE: text("QueryBuilder", "has no value")} if empty else {})
    names = {
        "=": text("QueryBuilder", "is"),
        ">=": text("QueryBuilder", "at least"),
        "<=": text("QueryBuilder", "at most"),
        ">": text("QueryBuilder", "above"),
        "<": text("QueryBuilder", "below"),
    }
    return names | ({NONE: text("QueryBuilder", "has no value")} if empty else {})


def word_names(kind: str) -> dict[str, str]:
    """How sure a coder was, or what a coding may be marked as, by their keys in a query."""
    text = QCoreApplication.translate
    if kind == CERTAINTY:
        return {
            "sure": text("Signs", "Sure"),
            "likely": text("Signs", "Likely"),
            "unsure": text("Signs", "Unsure"),
        }
    return {"exemplar": text("Signs", "Exemplar"), "near-miss": text("Signs", "Near miss")}
