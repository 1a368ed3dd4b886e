"""Queries answered the slow way: plain sets, every segment beside every other, character by character."""

from analysis.brute_force import Study, below, codings_of, seen

from qualcode.domain.query_tree import (
    AllOf,
    AnyOf,
    AtLeast,
    Coded,
    ExactlyOne,
    Is,
    Not,
    Only,
    Query,
    Relation,
    SmartCode,
)

Coding = tuple[int, int, int, int, int]  # document, code, coder, start, end
Span = tuple[int, int, int]  # document, start, end
Found = tuple[set[Coding], bool]  # and whether the question names codes


def answer(study: Study, query: Query) -> set[Coding]:
    """The codings that answer. Codes and documents are named by their number, coders too."""
    return _answer(study, query, set(codings_of(study)))[0]


def spans(codings: set[Coding]) -> set[Span]:
    return {(document, start, end) for document, _, _, start, end in codings}


def _on(codings: set[Coding], kept: set[Span]) -> set[Coding]:
    return {coding for coding in codings if (coding[0], *coding[3:]) in kept}


def _asks_for_codings(query: Query) -> bool:
    if isinstance(query, Is):
        return query.kind == "coder"
    if isinstance(query, Not):
        return _asks_for_codings(query.part)
    return isinstance(query, AllOf | AnyOf) and all(_asks_for_codings(part) for part in query.parts)


def _codes(study: Study, leaf: Coded) -> set[int]:
    return below(study, int(leaf.code)) if leaf.below else {int(leaf.code)}


def _answer(study: Study, query: Query, universe: set[Coding]) -> Found:  # noqa: PLR0911, PLR0912, C901
    if isinstance(query, Coded):
        return {coding for coding in universe if coding[1] in _codes(study, query)}, True
    if isinstance(query, Is):
        place = 2 if query.kind == "coder" else 0
        return {coding for coding in universe if coding[place] == int(query.value)}, False
    if isinstance(query, SmartCode):
        assert query.meaning is not None
        return _answer(study, query.meaning, universe)[0], True
    if isinstance(query, AnyOf):
        answers = [_answer(study, part, universe) for part in query.parts]
        return set().union(*(found for found, _ in answers)), any(names for _, names in answers)
    if isinstance(query, AllOf):
        for part in query.parts:
            if _asks_for_codings(part):
                universe = universe & _answer(study, part, universe)[0]
        answers = [_answer(study, part, universe) for part in query.parts if not _asks_for_codings(part)]
        if not answers:
            return universe, False
        return _given(answers, set.intersection(*(spans(found) for found, _ in answers)))
    if isinstance(query, Not):
        found, _ = _answer(study, query.part, universe)
        if _asks_for_codings(query):
            return universe - found, False
        return _on(universe, spans(universe) - spans(found)), False
    if isinstance(query, ExactlyOne | AtLeast):
        answers = [_answer(study, part, universe) for part in query.parts]
        wanted = set()
        for span in spans(universe):
            times = sum(span in spans(found) for found, _ in answers)
            if times == 1 if isinstance(query, ExactlyOne) else times >= query.number:
                wanted.add(span)
        return _given(answers, wanted)
    if isinstance(query, Only):
        found, names = _answer(study, query.part, universe)
        own = _named(study, query.part)
        others = spans({coding for coding in universe if coding[1] not in own})
        kept = {a for a in spans(found) if not any(seen(study, *a) & seen(study, *b) for b in others)}
        return _on(found, kept), names
    assert isinstance(query, Relation)
    left, names = _answer(study, query.left, universe)
    right = spans(_answer(study, query.right, universe)[0])
    if query.kind == "outside":
        kept = {a for a in spans(left) if not any(seen(study, *a) & seen(study, *b) for b in right)}
    else:
        kept = {a for a in spans(left) if any(_lies(study, query, a, b) for b in right)}
    return _on(left, kept), names


def _named(study: Study, query: Query) -> set[int]:
    if isinstance(query, Coded):
        return _codes(study, query)
    if isinstance(query, SmartCode):
        assert query.meaning is not None
        return _named(study, query.meaning)
    if isinstance(query, Not | Only):
        return _named(study, query.part)
    if isinstance(query, Relation):
        return _named(study, query.left) | _named(study, query.right)
    return set().union(*(_named(study, part) for part in getattr(query, "parts", ())))


def _given(answers: list[Found], wanted: set[Span]) -> Found:
    """Of each wanted passage what the parts give that name codes; where none of them is there, what the others give."""
    kept: set[Coding] = set()
    for span in wanted:
        naming = set().union(*(_on(found, {span}) for found, names in answers if names))
        kept |= naming or set().union(*(_on(found, {span}) for found, _ in answers))
    return kept, any(names for _, names in answers)


def _units(study: Study, kind: str, span: Span) -> list[int]:
    """The numbers of the units in which a segment has a character."""
    document = span[0]
    return [
        number
        for number, unit in enumerate(study.units[kind][document])
        if seen(study, document, *unit) & seen(study, *span)
    ]


def _lies(study: Study, query: Relation, a: Span, b: Span) -> bool:  # noqa: PLR0911
    if a[0] != b[0]:
        return False
    text_a, text_b = set(range(*a[1:])), set(range(*b[1:]))
    if query.kind == "same":
        return text_a == text_b
    if query.kind == "overlapping":
        return bool(seen(study, *a) & seen(study, *b))
    if query.kind == "inside":
        return text_a <= text_b
    if query.kind == "enclosing":
        return text_a >= text_b
    before = {"followed": max(text_a) < min(text_b), "preceded": max(text_b) < min(text_a), "near": True}
    if not before[query.kind]:
        return False
    if query.within is None:
        return True
    units_a, units_b = _units(study, query.unit, a), _units(study, query.unit, b)
    if not units_a or not units_b:
        return False
    if query.kind == "near":
        return any(abs(one - other) <= query.within for one in units_a for other in units_b)
    first, second = (units_a, units_b) if query.kind == "followed" else (units_b, units_a)
    return min(second) - max(first) <= query.within
