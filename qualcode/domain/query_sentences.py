"""A query in plain words: one sentence that says what is found, and what each operator keeps."""

from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from .conditions import one_sided
from .errors import Phrase
from .query_tree import (
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
    AllOf,
    AnyOf,
    Coded,
    ExactlyOne,
    Holds,
    Is,
    Not,
    Only,
    Query,
    Relation,
    SmartCode,
    Valued,
    is_condition,
)

# each is a phrase by itself, so that it is found when the program's words are collected
_IS = {
    CASE: Phrase("touch text of the case “{value}”"),
    SPEAKER: Phrase("touch a turn of “{value}”"),
    DOCUMENT: Phrase("are in the document “{value}”"),
    SET: Phrase("are in a document of the set “{value}”"),
    FOLDER: Phrase("are in a document of the folder “{value}”"),
    CODER: Phrase("were coded by “{value}”"),
    MADE: Phrase("were coded (date: {value})"),
    WEIGHT: Phrase("have a weight ({value})"),
    CERTAINTY: Phrase("have the certainty “{value}”"),
    MARK: Phrase("are marked “{value}”"),
    COMMENT: Phrase("have a comment with the words “{value}”"),
}
_WAYS = {
    "phrase": Phrase("hold the words “{text}” in this order"),
    "words": Phrase("hold all of the words “{text}”"),
    "lemma": Phrase("hold a form of each of the words “{text}”"),
    "regex": Phrase("hold what the expression “{text}” matches"),
}
_RELATIONS = {
    SAME: Phrase("{left}, and stand on exactly the same passage as a segment of those that {right}"),
    OVERLAPPING: Phrase("{left}, and share at least one character with a segment of those that {right}"),
    INSIDE: Phrase("{left}, and lie wholly inside one segment of those that {right} (or on exactly its passage)"),
    ENCLOSING: Phrase("{left}, and hold wholly one segment of those that {right} (or stand on exactly its passage)"),
    OUTSIDE: Phrase("{left}, and share no character with any segment of those that {right}"),
    FOLLOWED: Phrase("{left}, and are followed later in the document by a segment of those that {right}"),
    PRECEDED: Phrase("{left}, and are preceded earlier in the document by a segment of those that {right}"),
}
_DISTANCES = {
    FOLLOWED: Phrase(
        "{left}, and are followed {distance} by a segment of those that {right}, which begins where they have ended or "
        "later"
    ),
    PRECEDED: Phrase(
        "{left}, and are preceded {distance} by a segment of those that {right}, which has ended where they begin or "
        "earlier"
    ),
    NEAR: Phrase("{left}, and have {distance}, before, after or with them, a segment of those that {right}"),
}
_SAME_UNIT = {
    "turn": Phrase("within the same turn"),
    "paragraph": Phrase("within the same paragraph"),
    "sentence": Phrase("within the same sentence"),
}
_UNITS = {
    "turn": (Phrase("within {number} turn"), Phrase("within {number} turns")),
    "paragraph": (Phrase("within {number} paragraph"), Phrase("within {number} paragraphs")),
    "sentence": (Phrase("within {number} sentence"), Phrase("within {number} sentences")),
}
_SIGNS = {
    ">=": Phrase("from {bound} on"),
    ">": Phrase("above {bound}"),
    "<=": Phrase("up to {bound}"),
    "<": Phrase("below {bound}"),
}

# every operator by the name it has in JSON: how it is typed, and what it keeps
OPERATORS: dict[str, tuple[str, Phrase]] = {
    "all": ("a AND b", Phrase("Both, on exactly the same passage; conditions beside them choose the codings.")),
    "any": ("a OR b", Phrase("Those of a and those of b.")),
    "not": ("NOT a", Phrase("Coded passages that a does not find; of a condition: codings that do not meet it.")),
    "exactly-one": ("ONE OF (a, b, c)", Phrase("Passages that exactly one of them finds.")),
    "at-least": ("2 OF (a, b, c)", Phrase("Passages that at least so many of them find.")),
    "only": ("ONLY a", Phrase("Those of a that share no character with a segment of any other code.")),
    SAME: ("a SAME SEGMENT AS b", Phrase("Those of a on exactly the same passage as one of b.")),
    OVERLAPPING: ("a OVERLAPPING b", Phrase("Those of a that share at least one character with one of b.")),
    INSIDE: ("a INSIDE b", Phrase("Those of a that lie wholly inside one of b, or on exactly its passage.")),
    ENCLOSING: ("a ENCLOSING b", Phrase("Those of a that hold one of b wholly, or stand on exactly its passage.")),
    OUTSIDE: ("a OUTSIDE b", Phrase("Those of a that share no character with any of b.")),
    FOLLOWED: (
        "a FOLLOWED BY b WITHIN 2 TURNS",
        Phrase("Those of a behind whose end one of b begins, at most so far on; without WITHIN anywhere later."),
    ),
    PRECEDED: (
        "a PRECEDED BY b WITHIN 2 TURNS",
        Phrase("Those of a before whose begin one of b ends, at most so far back; without WITHIN anywhere earlier."),
    ),
    NEAR: (
        "a NEAR b WITHIN 2 PARAGRAPHS",
        Phrase("Those of a with one of b at most so far away, before, after or with it; 0: in the same one."),
    ),
}


def sentence(query: Query) -> Phrase:
    """The whole query as a sentence. Names are those in the tree: let ids be named first."""
    return Phrase("Found are the segments that {what}.", what=predicate(query))


@singledispatch
def predicate(query: Any) -> Phrase:
    """What a query asks of segments: the end of a sentence that begins “segments that”."""
    parts = _joined([_inner(part) for part in query.parts], Phrase("{a}; or {b}"))
    if isinstance(query, ExactlyOne):
        return Phrase("meet exactly one of these on the same passage: {parts}", parts=parts)
    return Phrase(
        "meet at least {number} of these on exactly the same passage: {parts}", number=query.number, parts=parts
    )


@predicate.register
def _(query: Coded) -> Phrase:
    return Phrase("carry “{code}” or a code below it" if query.below else "carry “{code}”", code=query.code)


@predicate.register
def _(query: SmartCode) -> Phrase:
    return Phrase("answer the smart code “{name}”", name=query.query)


@predicate.register
def _(query: Is) -> Phrase:
    if query.kind in (MADE, WEIGHT):
        return Phrase(_IS[query.kind].template, value=bounds(query.value, "date" if query.kind == MADE else "number"))
    if query.kind == FOLDER and not query.value:
        return Phrase("are in a document of no folder")
    return Phrase(_IS[query.kind].template, value=query.value)


@predicate.register
def _(query: Valued) -> Phrase:
    if not query.value:
        return Phrase("touch text of a case without a value of “{variable}”, or of no case", variable=query.variable)
    value = bounds(query.value, "number")
    return Phrase("touch text of a case with “{variable}”: {value}", variable=query.variable, value=value)


@predicate.register
def _(query: Holds) -> Phrase:
    return Phrase(_WAYS[query.way].template, text=query.text)


@predicate.register
def _(query: Not) -> Phrase:
    if is_condition(query.part):
        return Phrase("do not belong to those that {part}", part=_inner(query.part))
    return Phrase("are coded, but not among those that {part}", part=_inner(query.part))


@predicate.register
def _(query: Only) -> Phrase:
    return Phrase("{part}, and share no character with any other code's segment", part=_inner(query.part))


@predicate.register
def _(query: AnyOf) -> Phrase:
    return _joined([_inner(part) for part in query.parts], Phrase("{a}, or {b}"))


@predicate.register
def _(query: AllOf) -> Phrase:
    conditions = [_inner(part) for part in query.parts if is_condition(part)]
    others = [_inner(part) for part in query.parts if not is_condition(part)]
    if not others:
        return Phrase("have a coding of those that {conditions}", conditions=_joined(conditions, Phrase("{a} and {b}")))
    together = _joined(others, Phrase("{a} and, on exactly the same passage, {b}"))
    if not conditions:
        return together
    both = _joined(conditions, Phrase("{a} and {b}"))
    return Phrase("{what}, where only codings count that {conditions}", what=together, conditions=both)


@predicate.register
def _(query: Relation) -> Phrase:
    left, right = _inner(query.left), _inner(query.right)
    if query.within is None:
        return Phrase(_RELATIONS[query.kind].template, left=left, right=right)
    one, more = _UNITS[query.unit]
    template = (one if query.within == 1 else more) if query.within else _SAME_UNIT[query.unit]
    distance = Phrase(template.template, number=query.within)
    return Phrase(_DISTANCES[query.kind].template, left=left, right=right, distance=distance)


def bounds(text: str, kind: str) -> Phrase:
    """A value or range as it is said: `>=30` is “from 30 on”."""
    found = one_sided(text, kind)
    if found is None:
        return Phrase("{value}", value=text.replace("..", "–"))
    return Phrase(_SIGNS[found[0]].template, bound=found[1])


def _inner(query: Query) -> Phrase:
    """A part as it stands within an operator: in brackets where it is an operator itself."""
    told = predicate(query)
    plain = isinstance(query, Coded | SmartCode | Is | Valued | Holds)
    return told if plain else Phrase("({what})", what=told)


def _joined(parts: Sequence[Phrase], between: Phrase) -> Phrase:
    told = parts[0]
    for part in parts[1:]:
        told = Phrase(between.template, a=told, b=part)
    return told
