"""Queries as people type them: `power AND "unpaid labour" OVERLAPPING trust`, and back."""

import re
from functools import singledispatch
from typing import Any

from .errors import BadInput
from .query_tree import (
    CASE,
    CONDITIONS,
    DEEPEST,
    ENCLOSING,
    FOLLOWED,
    INSIDE,
    MADE,
    NEAR,
    OUTSIDE,
    OVERLAPPING,
    PLACES,
    PRECEDED,
    SAME,
    WEIGHT,
    AllOf,
    AnyOf,
    AtLeast,
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
    require_shallow,
)

_QUOTED = r'"(?:[^"]|"")*"|“[^”]*”'
_TOKEN = re.compile(rf"\s*(?:(?P<sign>[(),])|(?P<word>(?:{_QUOTED}|[^\s(),\"“])+))")
_FIELD = re.compile(r"(?P<field>[a-z]+)(?P<sign>:|(?=[<>=]))(?P<value>.*)", re.DOTALL)
_CASE = re.compile(rf"(?P<name>{_QUOTED}|[^=<>\"“]+)(?:(?P<sign>>=|<=|=|<|>)(?P<value>.*))?", re.DOTALL)
_BARE = re.compile(r"[^\s(),\"“”:<>=]+")
_SIGNS = re.compile(r">=|<=|<|>")
_TEXTS = {"text": "phrase", "words": "words", "lemma": "lemma", "regex": "regex"}
_ALIASES = {"doc": "document"}
_OTHER_FIELDS = ("code", "below", "smart")
_FIELDS = (*_OTHER_FIELDS, *PLACES, *CONDITIONS, *_TEXTS, *_ALIASES)
_RELATIONS = {
    (OVERLAPPING.upper(),): OVERLAPPING,
    (INSIDE.upper(),): INSIDE,
    (ENCLOSING.upper(),): ENCLOSING,
    (OUTSIDE.upper(),): OUTSIDE,
    (NEAR.upper(),): NEAR,
    ("FOLLOWED", "BY"): FOLLOWED,
    ("PRECEDED", "BY"): PRECEDED,
    ("SAME", "SEGMENT", "AS"): SAME,
}
_WORDS = {kind: " ".join(words) for words, kind in _RELATIONS.items()}
_UNITS = {f"{unit.upper()}{plural}": unit for unit in ("turn", "paragraph", "sentence") for plural in ("", "S")}
_KEYWORDS = frozenset(
    {"AND", "OR", "NOT", "ONLY", "OF", "ONE", "WITHIN", "AT", "LEAST", "EXACTLY", *_UNITS}
    | {word for words in _RELATIONS for word in words}
)
_END = ""


def read_query(text: str) -> Query:
    """The query that a text means.

    ONLY binds most tightly, then relations (OVERLAPPING, INSIDE, …), NOT, AND, OR; brackets change that. Keywords are
    in capitals; a name with blanks, brackets or one of `:<>=,` stands in quotes. Raises `BadInput` that says where it
    cannot go on.
    """
    parser = _Parser(text)
    query = parser.either(0)
    if parser.next != _END:
        raise parser.wrong()
    return require_shallow(query)


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._at = 0

    @property
    def next(self) -> str:
        """The next token; at the end an empty one."""
        return self._tokens[self._at] if self._at < len(self._tokens) else _END

    def either(self, depth: int) -> Query:
        """Questions with OR between them."""
        if depth > DEEPEST:
            raise BadInput(
                "The query is nested more than {most} deep. Save a part of it as a smart code.", most=DEEPEST
            )
        parts = [self._both(depth)]
        while self._takes("OR"):
            parts.append(self._both(depth))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def wrong(self) -> BadInput:
        """What is wrong with the next token."""
        if self.next == _END:
            return BadInput(
                "The query “{query}” stops too early: a code, another question or a bracket is missing.",
                query=self._text,
            )
        before = self._tokens[self._at - 1] if self._at else ""
        if before and before not in _KEYWORDS | {"(", ")", ","} and self.next not in _KEYWORDS | {"(", ")", ","}:
            return BadInput(
                "“{before} {found}” in the query: put AND, OR or another operator between them, or a name with blanks "
                "in quotes.",
                before=before,
                found=self.next,
            )
        if self.next in _WORDS.values() or self.next in ("FOLLOWED", "PRECEDED", "SAME"):
            return BadInput(
                "“{found}” stands between two questions, and one follows on another only in brackets: "
                "(a INSIDE b) OVERLAPPING c.",
                found=self.next,
            )
        return BadInput(
            "“{found}” cannot stand where it does in the query “{query}”.", found=self.next, query=self._text
        )

    def _takes(self, *words: str) -> bool:
        if tuple(self._tokens[self._at : self._at + len(words)]) != words:
            return False
        self._at += len(words)
        return True

    def _needs(self, word: str) -> None:
        if not self._takes(word):
            raise self.wrong()

    def _both(self, depth: int) -> Query:
        parts = [self._denied(depth)]
        while self._takes("AND"):
            parts.append(self._denied(depth))
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _denied(self, depth: int) -> Query:
        if self._takes("NOT"):
            if depth > DEEPEST:
                return self.either(depth)
            return Not(self._denied(depth + 1))
        return self._related(depth)

    def _related(self, depth: int) -> Query:
        left = self._single(depth)
        for words, kind in _RELATIONS.items():
            if self._takes(*words):
                right = self._single(depth)
                return Relation(kind, left, right, *self._distance())
        return left

    def _distance(self) -> tuple[int | None, str]:
        if not self._takes("WITHIN"):
            return None, "turn"
        number, unit = self.next, ""
        if number.isdecimal():
            self._at += 1
            unit = _UNITS.get(self.next, "")
        if not unit or len(number) > 6:
            raise BadInput("Behind WITHIN stand a number and TURNS, PARAGRAPHS or SENTENCES: WITHIN 2 TURNS.")
        self._at += 1
        return int(number), unit

    def _single(self, depth: int) -> Query:
        if self._takes("("):
            query = self.either(depth + 1)
            self._needs(")")
            return query
        if self._takes("ONLY"):
            return Only(self.either(depth) if depth > DEEPEST else self._single(depth + 1))
        if self._takes("ONE", "OF") or self._takes("EXACTLY", "ONE", "OF"):
            return ExactlyOne(self._list(depth))
        least = self._takes("AT", "LEAST")
        if self.next.isdecimal() and (least or self._tokens[self._at + 1 : self._at + 2] == ["OF"]):
            number = self.next
            self._at += 1
            self._needs("OF")
            return AtLeast(int(number[:7]), self._list(depth))
        if least or self.next == _END or self.next in _KEYWORDS or self.next in ("(", ")", ","):
            raise self.wrong()
        word = self.next
        self._at += 1
        return _leaf(word)

    def _list(self, depth: int) -> tuple[Query, ...]:
        self._needs("(")
        parts = [self.either(depth + 1)]
        while self._takes(","):
            parts.append(self.either(depth + 1))
        self._needs(")")
        return tuple(parts)


def _tokens(text: str) -> list[str]:
    if not text.strip():
        raise BadInput("The query is empty. Name a code, or ask for something of the segments: power AND trust.")
    found, at = [], 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise BadInput("A quote in the query “{query}” is not closed.", query=text)
        found.append(match["sign"] or match["word"])
        at = match.end()
    return found


def _leaf(word: str) -> Query:
    if re.fullmatch(_QUOTED, word):
        return Coded(_plain(word))
    match = _FIELD.fullmatch(word)
    if match is None or (not match["sign"] and match["field"] not in (MADE, WEIGHT)):
        if _BARE.fullmatch(word):
            return Coded(word)
        raise BadInput(
            "“{word}” in the query is no name as it stands. Put a name with signs in quotes; a variable is asked for "
            "as case:Age>=40.",
            word=word,
        )
    field = _ALIASES.get(match["field"], match["field"])
    if field not in _FIELDS:
        raise BadInput(
            "A query cannot ask for “{field}:”. It can ask for {fields}; the name of a code with a colon stands in "
            "quotes.",
            field=field,
            fields=", ".join(f"{one}:" for one in _FIELDS),
        )
    return _case(match["value"]) if field == CASE else _field(field, _plain(match["value"]))


def _field(field: str, value: str) -> Query:
    if field in (MADE, WEIGHT):
        return Is(field, value.removeprefix("="))
    if field in _TEXTS:
        return Holds(value, _TEXTS[field])
    if field in _OTHER_FIELDS:
        return SmartCode(value) if field == "smart" else Coded(value, field == "below")
    return Is(field, value)


def _case(written: str) -> Query:
    match = _CASE.fullmatch(written)
    if match is None:
        raise BadInput("Behind case: stands the name of a case, or a variable and its value: case:Age>=40.")
    name = _plain(match["name"])
    if not match["sign"]:
        return Is(CASE, name)
    if name.endswith("!"):
        raise BadInput(
            "There is no != in a query. Write NOT case:{name}={value}.", name=name[:-1].strip(), value=match["value"]
        )
    value = _plain(match["value"])
    return Valued(name.strip(), value if match["sign"] == "=" else match["sign"] + value)


def _plain(word: str) -> str:
    """The text without its quotes; doubled ones inside stand for one."""
    if not re.fullmatch(_QUOTED, word):
        return word
    return word[1:-1].replace('""', '"') if word[0] == '"' else word[1:-1]


# ── back to text ───────────────────────────────────────────────────────────────────────────────────────────
_OR, _AND, _NOT, _RELATION, _TIGHT = range(5)  # how tightly a text holds together


def write_query(query: Query) -> str:
    """The text that `read_query` reads as this query."""
    return _written(query)[0]


@singledispatch
def _written(query: Any) -> tuple[str, int]:
    """The text of a query, and how tightly it holds together."""
    listed = ", ".join(_written(part)[0] for part in query.parts)
    return f"{'ONE' if isinstance(query, ExactlyOne) else query.number} OF ({listed})", _TIGHT


@_written.register
def _(query: Coded) -> tuple[str, int]:
    return f"{'below:' if query.below else ''}{_quoted(query.code)}", _TIGHT


@_written.register
def _(query: SmartCode) -> tuple[str, int]:
    return f"smart:{_quoted(query.query)}", _TIGHT


@_written.register
def _(query: Is) -> tuple[str, int]:
    return f"{query.kind}:{_quoted(query.value, query.kind in (MADE, WEIGHT))}", _TIGHT


@_written.register
def _(query: Valued) -> tuple[str, int]:
    sign = _SIGNS.match(query.value)
    value = query.value[sign.end() :] if sign else query.value
    return f"case:{_quoted(query.variable)}{sign[0] if sign else '='}{_quoted(value, True) if value else ''}", _TIGHT


@_written.register
def _(query: Holds) -> tuple[str, int]:
    field = next(field for field, way in _TEXTS.items() if way == query.way)
    return f"{field}:{_in_quotes(query.text)}", _TIGHT


@_written.register
def _(query: Relation) -> tuple[str, int]:
    text = f"{_held(query.left, _TIGHT)} {_WORDS[query.kind]} {_held(query.right, _TIGHT)}"
    if query.within is not None:
        text += f" WITHIN {query.within} {query.unit.upper()}{'' if query.within == 1 else 'S'}"
    return text, _RELATION


@_written.register
def _(query: Not) -> tuple[str, int]:
    return f"NOT {_held(query.part, _NOT)}", _NOT


@_written.register
def _(query: Only) -> tuple[str, int]:
    return f"ONLY {_held(query.part, _TIGHT)}", _TIGHT


@_written.register
def _(query: AllOf) -> tuple[str, int]:
    return " AND ".join(_held(part, _NOT) for part in query.parts), _AND


@_written.register
def _(query: AnyOf) -> tuple[str, int]:
    return " OR ".join(_held(part, _AND) for part in query.parts), _OR


def _held(query: Query, least: int) -> str:
    text, tight = _written(query)
    return text if tight >= least else f"({text})"


def _quoted(name: str, number: bool = False) -> str:
    if number and re.fullmatch(r"[<>=]*[\d.\-]+", name):
        return name
    return name if _BARE.fullmatch(name) and name not in _KEYWORDS and not name.isdecimal() else _in_quotes(name)


def _in_quotes(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
