"""Questions to the coded segments as a tree: what a segment carries, where it stands, how it lies to others.

An answer is a set of codings; its passages are their distinct spans. `analysis.retrieval` works it out, and says what
each operator means; `query_sentences` says it in plain words, `query_language` writes and reads it as text.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import singledispatch
from typing import Any

from .codings import CERTAINTIES, MARKS
from .conditions import range_test
from .errors import BadInput

# ── what a leaf asks ───────────────────────────────────────────────────────────────────────────────────────
CASE, SPEAKER, DOCUMENT, SET, FOLDER = "case", "speaker", "document", "set", "folder"
CODER, MADE, WEIGHT, CERTAINTY, MARK, COMMENT = "coder", "made", "weight", "certainty", "mark", "comment"
PLACES = (CASE, SPEAKER, DOCUMENT, SET, FOLDER)  # where the passage stands
CONDITIONS = (CODER, MADE, WEIGHT, CERTAINTY, MARK, COMMENT)  # who coded it, when and how
WAYS = ("phrase", "words", "lemma", "regex")  # how a text is looked for

# ── how one set of segments lies to another ────────────────────────────────────────────────────────────────
SAME, OVERLAPPING, INSIDE, ENCLOSING, OUTSIDE = "same", "overlapping", "inside", "enclosing", "outside"
FOLLOWED, PRECEDED, NEAR = "followed", "preceded", "near"
RELATIONS = (SAME, OVERLAPPING, INSIDE, ENCLOSING, OUTSIDE, FOLLOWED, PRECEDED, NEAR)
DISTANT = (FOLLOWED, PRECEDED, NEAR)  # those that may say how many units apart
UNITS = ("turn", "paragraph", "sentence")
DEEPEST = 40  # operators within operators
_FARTHEST = 999_999  # units apart


@dataclass(frozen=True, slots=True)
class Coded:
    """Segments that carry a code (its path, name or id), or with `below` it or a code below it."""

    code: str
    below: bool = False

    def __post_init__(self) -> None:
        _require_text(self.code, "code")


@dataclass(frozen=True, slots=True)
class SmartCode:
    """The answer to a saved query (its name or id); `meaning` is its question, filled in where it is worked out."""

    query: str
    meaning: "Query | None" = None

    def __post_init__(self) -> None:
        _require_text(self.query, "smart code")


@dataclass(frozen=True, slots=True)
class Is:
    """A property of the passage (`PLACES`) or of the coding (`CONDITIONS`).

    `value` is a name or id; for MADE and WEIGHT a value or range as filters write it (`2024-05`, `>=3`, `1..2`), for
    COMMENT words the comment on the segment holds.
    """

    kind: str
    value: str

    def __post_init__(self) -> None:
        if self.kind not in (*PLACES, *CONDITIONS):
            kinds = ", ".join((*PLACES, *CONDITIONS))
            raise BadInput("A query cannot ask for “{kind}”. It can ask for {kinds}.", kind=self.kind, kinds=kinds)
        if self.kind != FOLDER:  # "": documents in none
            _require_text(self.value, self.kind)
        known = {CERTAINTY: CERTAINTIES, MARK: MARKS}.get(self.kind)
        if known and self.value not in known:
            raise BadInput(
                "There is no {option} “{value}”. Choose one of {choices}.",
                option=self.kind,
                value=self.value,
                choices=", ".join(known),
            )
        if self.kind in (MADE, WEIGHT):
            wanted_range(self)


@dataclass(frozen=True, slots=True)
class Valued:
    """Segments in the words of a case that has a value of a variable, or one in a range; "" asks for no value."""

    variable: str
    value: str

    def __post_init__(self) -> None:
        _require_text(self.variable, "variable")


@dataclass(frozen=True, slots=True)
class Holds:
    """Segments whose own words hold a text; `way` is one of `WAYS`."""

    text: str
    way: str = "phrase"

    def __post_init__(self) -> None:
        _require_text(self.text, "text")
        if self.way not in WAYS:
            raise BadInput(
                "Text is not looked for by “{way}”. Choose one of {ways}.", way=self.way, ways=", ".join(WAYS)
            )


@dataclass(frozen=True, slots=True)
class AllOf:
    """Passages that meet all parts: exactly the same passage. Conditions among the parts hold for the codings of
    every other part."""

    parts: tuple["Query", ...]

    def __post_init__(self) -> None:
        _require_parts(self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """What meets any of the parts."""

    parts: tuple["Query", ...]

    def __post_init__(self) -> None:
        _require_parts(self.parts)


@dataclass(frozen=True, slots=True)
class Not:
    """Coded passages that do not meet the part; of a condition: codings that do not meet it."""

    part: "Query"


@dataclass(frozen=True, slots=True)
class ExactlyOne:
    """Passages that meet one of the parts and no other."""

    parts: tuple["Query", ...]

    def __post_init__(self) -> None:
        _require_parts(self.parts)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """Passages that meet at least `number` of the parts."""

    number: int
    parts: tuple["Query", ...]

    def __post_init__(self) -> None:
        _require_parts(self.parts)
        if not 2 <= self.number <= len(self.parts):
            raise BadInput(
                "{number} of {parts} questions: the number is to lie between 2 and {parts}. At least one of them is "
                "OR, exactly one is ONE OF.",
                number=self.number,
                parts=len(self.parts),
            )


@dataclass(frozen=True, slots=True)
class Only:
    """Segments of the part with which no other code than those the part names shares a character."""

    part: "Query"

    def __post_init__(self) -> None:
        if not any(isinstance(one, (Coded, SmartCode)) for one in walk(self.part)):
            raise BadInput("ONLY stands before a code: it asks that no other code is there.")


@dataclass(frozen=True, slots=True)
class Relation:
    """The segments of `left` that lie so to some segment of `right`; of OUTSIDE, to none.

    `within` units (`UNITS`) at most from each other; None, for FOLLOWED and PRECEDED, is anywhere in the document.
    """

    kind: str
    left: "Query"
    right: "Query"
    within: int | None = None
    unit: str = "turn"

    def __post_init__(self) -> None:
        if self.kind not in RELATIONS:
            kinds = ", ".join(RELATIONS)
            raise BadInput("There is no relation “{kind}”. Choose one of {kinds}.", kind=self.kind, kinds=kinds)
        if self.unit not in UNITS:
            units = ", ".join(UNITS)
            raise BadInput("A distance is not counted in “{unit}”. Choose one of {units}.", unit=self.unit, units=units)
        if self.within is None and self.kind == NEAR:
            raise BadInput("Say how near: a NEAR b WITHIN 2 TURNS.")
        if self.within is not None and self.kind not in DISTANT:
            raise BadInput("WITHIN goes with NEAR, FOLLOWED BY and PRECEDED BY.")
        if self.within is not None and not 0 <= self.within <= _FARTHEST:
            raise BadInput("A distance lies between 0 and {most}.", most=_FARTHEST)


Leaf = Coded | SmartCode | Is | Valued | Holds
Query = Leaf | AllOf | AnyOf | Not | ExactlyOne | AtLeast | Only | Relation


def parts_of(query: Query) -> tuple[Query, ...]:
    """What an operator works on, in order; of a leaf nothing, of a smart code its meaning if it is filled in."""
    if isinstance(query, AllOf | AnyOf | ExactlyOne | AtLeast):
        return query.parts
    if isinstance(query, Not | Only):
        return (query.part,)
    if isinstance(query, Relation):
        return query.left, query.right
    return (query.meaning,) if isinstance(query, SmartCode) and query.meaning is not None else ()


def with_parts(query: Query, parts: tuple[Query, ...]) -> Query:
    """The same operator on other parts, as many as `parts_of` gives."""
    if isinstance(query, AllOf | AnyOf | ExactlyOne | AtLeast):
        return replace(query, parts=parts)
    if isinstance(query, Not | Only):
        return replace(query, part=parts[0])
    if isinstance(query, Relation):
        return replace(query, left=parts[0], right=parts[1])
    return replace(query, meaning=parts[0]) if isinstance(query, SmartCode) and parts else query


def walk(query: Query) -> Iterator[Query]:
    """The query and everything in it."""
    yield query
    for part in parts_of(query):
        yield from walk(part)


def is_condition(query: Query) -> bool:
    """Whether it asks for nothing but who coded, when and how."""
    if isinstance(query, Is):
        return query.kind in CONDITIONS
    return isinstance(query, (AllOf, AnyOf, Not)) and all(map(is_condition, parts_of(query)))


def require_shallow(query: Query, depth: int = 0) -> Query:
    """The query itself. Raises `BadInput` for one with too many operators within operators."""
    if depth > DEEPEST:
        raise too_deep()
    for part in parts_of(query):
        require_shallow(part, depth + 1)
    return query


def too_deep() -> BadInput:
    """What is said of a query with too many operators within operators."""
    return BadInput("The query is nested more than {most} deep. Save a part of it as a smart code.", most=DEEPEST)


def wanted_range(leaf: Is) -> str:
    """What MADE or WEIGHT asks for, as a range. Raises `BadInput` if it is none."""
    value = leaf.value.strip()
    bounded = value[:1] in "<>" or ".." in value
    text = value if bounded else f"{value}..{value}"
    range_test(text, "date" if leaf.kind == MADE else "number")
    return text


def _require_text(text: object, what: str) -> None:
    if not isinstance(text, str) or not text.strip():
        raise BadInput("A query asks for a {kind} without saying which. Name it.", kind=what)


def _require_parts(parts: tuple["Query", ...]) -> None:
    if len(parts) < 2:
        raise BadInput("An operator of a query needs two questions or more to work on.")


# ── JSON ───────────────────────────────────────────────────────────────────────────────────────────────────
_NAMES: dict[type[Any], str] = {AllOf: "all", AnyOf: "any", ExactlyOne: "exactly-one", Not: "not", Only: "only"}


def to_json(query: Query) -> str:
    """A query as a JSON text; `from_json` reads it."""
    return json.dumps(_packed(query), ensure_ascii=False)


@singledispatch
def _packed(query: Any) -> dict[str, Any]:
    if isinstance(query, Not | Only):
        return {"ask": _NAMES[type(query)], "part": _packed(query.part)}
    return {"ask": _NAMES[type(query)], "parts": [_packed(part) for part in query.parts]}


@_packed.register
def _(query: Coded) -> dict[str, Any]:
    return {"ask": "code", "code": query.code} | ({"below": True} if query.below else {})


@_packed.register
def _(query: SmartCode) -> dict[str, Any]:
    return {"ask": "smart", "query": query.query}


@_packed.register
def _(query: Is) -> dict[str, Any]:
    return {"ask": query.kind, "value": query.value}


@_packed.register
def _(query: Valued) -> dict[str, Any]:
    return {"ask": "variable", "variable": query.variable, "value": query.value}


@_packed.register
def _(query: Holds) -> dict[str, Any]:
    return {"ask": "text", "text": query.text, "way": query.way}


@_packed.register
def _(query: AtLeast) -> dict[str, Any]:
    return {"ask": "at-least", "number": query.number, "parts": [_packed(part) for part in query.parts]}


@_packed.register
def _(query: Relation) -> dict[str, Any]:
    packed = {"ask": query.kind, "left": _packed(query.left), "right": _packed(query.right)}
    return packed if query.within is None else packed | {"within": query.within, "unit": query.unit}


def from_json(text: str) -> Query:
    """The query that a JSON text holds. Raises `BadInput` for anything else."""
    try:
        return _unpacked(json.loads(text), 0)
    except (ValueError, RecursionError) as error:
        raise BadInput("This is no query: {reason}.", reason=error) from None


@dataclass(frozen=True, slots=True)
class _Found:
    """One object of the JSON, to be asked for its fields."""

    fields: Mapping[str, Any]
    ask: str
    depth: int

    def text(self, name: str) -> str:
        if not isinstance(self.fields.get(name), str):
            raise BadInput("“{ask}” in a query needs “{field}”, a text.", ask=self.ask, field=name)
        return str(self.fields[name])

    def whole(self, name: str) -> int:
        value = self.fields.get(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise BadInput("“{ask}” in a query needs “{field}”, a whole number.", ask=self.ask, field=name)
        return value

    def part(self, name: str) -> Query:
        return _unpacked(self.fields.get(name), self.depth + 1)

    def parts(self) -> tuple[Query, ...]:
        parts = self.fields.get("parts")
        if not isinstance(parts, list):
            raise BadInput("“{ask}” in a query needs “{field}”, a list.", ask=self.ask, field="parts")
        return tuple(_unpacked(part, self.depth + 1) for part in parts)

    def relation(self) -> Query:
        far = None if self.fields.get("within") is None else self.whole("within")
        unit = UNITS[0] if far is None else self.text("unit")
        return Relation(self.ask, self.part("left"), self.part("right"), far, unit)


_READ: dict[str, Callable[[_Found], Query]] = {
    "code": lambda found: Coded(found.text("code"), bool(found.fields.get("below", False))),
    "smart": lambda found: SmartCode(found.text("query")),
    "variable": lambda found: Valued(found.text("variable"), found.text("value")),
    "text": lambda found: Holds(found.text("text"), found.text("way")),
    "all": lambda found: AllOf(found.parts()),
    "any": lambda found: AnyOf(found.parts()),
    "exactly-one": lambda found: ExactlyOne(found.parts()),
    "at-least": lambda found: AtLeast(found.whole("number"), found.parts()),
    "not": lambda found: Not(found.part("part")),
    "only": lambda found: Only(found.part("part")),
    **dict.fromkeys(RELATIONS, _Found.relation),
}


def _unpacked(fields: Any, depth: int) -> Query:
    if depth > DEEPEST:
        raise too_deep()
    if not isinstance(fields, Mapping) or not isinstance(fields.get("ask"), str):
        raise BadInput("A part of the query does not say what it asks (“ask”).")
    found = _Found(fields, fields["ask"], depth)
    if found.ask in _READ:
        return _READ[found.ask](found)
    return Is(found.ask, found.text("value"))
