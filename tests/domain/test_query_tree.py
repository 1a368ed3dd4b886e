"""Query trees: JSON and text both ways, and what is said of what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.errors import BadInput
from qualcode.domain.query_language import read_query, write_query
from qualcode.domain.query_sentences import sentence
from qualcode.domain.query_tree import (
    CONDITIONS,
    DISTANT,
    PLACES,
    RELATIONS,
    UNITS,
    WAYS,
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
    from_json,
    is_condition,
    to_json,
    walk,
)

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(lambda text: text.strip())
RANGES = st.sampled_from(["3", ">=3", "<2.5", "1..2", ">-1"])
DATES = st.sampled_from(["2024", "2024-05", ">=2024-05-01", "<2024", "2024..2025-02"])
CHOSEN = {"made": DATES, "weight": RANGES, "certainty": st.just("unsure"), "mark": st.just("exemplar")}


def _is(kind: str) -> st.SearchStrategy[Query]:
    return CHOSEN.get(kind, NAMES).map(lambda value: Is(kind, value))


LEAVES: st.SearchStrategy[Query] = st.one_of(
    st.builds(Coded, NAMES, st.booleans()),
    st.builds(SmartCode, NAMES),
    st.sampled_from((*PLACES, *CONDITIONS)).flatmap(_is),
    st.builds(Valued, NAMES.map(str.strip).filter(lambda name: name and name[-1] != "!"), st.one_of(RANGES, NAMES)),
    st.builds(Holds, NAMES, st.sampled_from(WAYS)),
)


def _grown(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    units = st.sampled_from(UNITS)
    return st.one_of(
        parts.map(AllOf),
        parts.map(AnyOf),
        inner.map(Not),
        parts.map(ExactlyOne),
        parts.map(lambda found: AtLeast(2, found)),
        inner.filter(lambda one: any(isinstance(part, Coded | SmartCode) for part in walk(one))).map(Only),
        st.builds(Relation, st.sampled_from([one for one in RELATIONS if one != "near"]), inner, inner),
        st.builds(Relation, st.sampled_from(DISTANT), inner, inner, st.integers(0, 9), units),
    )


TREES = st.recursive(LEAVES, _grown, max_leaves=6)


@given(TREES)
def test_json_and_text_come_back_as_they_were(query: Query) -> None:
    assert from_json(to_json(query)) == query
    assert read_query(write_query(query)) == query


@given(TREES)
def test_every_query_has_a_sentence(query: Query) -> None:
    said = str(sentence(query))
    assert said.startswith("Found are the segments that ")
    assert "{" not in said or "{" in to_json(query)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        query = read_query(text)
    except BadInput:
        return
    assert read_query(write_query(query)) == query


def test_operators_bind_as_documented() -> None:
    a, b, c = Coded("a"), Coded("b"), Coded("c")
    assert read_query("a OR b AND c") == AnyOf((a, AllOf((b, c))))
    assert read_query("a AND b AND c") == AllOf((a, b, c))
    assert read_query("a AND (b AND c)") == AllOf((a, AllOf((b, c))))
    assert read_query("NOT a OVERLAPPING b AND c") == AllOf((Not(Relation("overlapping", a, b)), c))
    assert read_query("ONLY a INSIDE b") == Relation("inside", Only(a), b)
    assert read_query("a FOLLOWED BY b WITHIN 1 TURN") == Relation("followed", a, b, 1, "turn")
    assert read_query("a PRECEDED BY b") == Relation("preceded", a, b)
    assert read_query("a SAME SEGMENT AS b") == Relation("same", a, b)
    assert read_query("a NEAR b WITHIN 2 PARAGRAPHS") == Relation("near", a, b, 2, "paragraph")
    assert read_query("2 OF (a, b, c)") == read_query("AT LEAST 2 OF (a, b, c)") == AtLeast(2, (a, b, c))
    assert read_query("ONE OF (a, b)") == read_query("EXACTLY ONE OF (a, b)") == ExactlyOne((a, b))
    assert read_query("and OR or") == AnyOf((Coded("and"), Coded("or")))


def test_leaves_as_they_are_typed() -> None:
    assert read_query('"unpaid labour"') == Coded("unpaid labour")
    assert read_query("“unpaid labour”") == Coded("unpaid labour")
    assert read_query('"he said ""no"""') == Coded('he said "no"')
    assert read_query("below:Power") == Coded("Power", below=True)
    assert read_query("case:Ann") == Is("case", "Ann")
    assert read_query("case:Age>=40") == Valued("Age", ">=40")
    assert read_query('case:"Age group"=old') == Valued("Age group", "old")
    assert read_query("case:Age=30..40") == Valued("Age", "30..40")
    assert read_query("case:Age=") == Valued("Age", "")
    assert read_query("weight>=3") == read_query("weight:>=3") == Is("weight", ">=3")
    assert read_query("doc:P01") == Is("document", "P01")
    assert read_query('text:"so slow"') == Holds("so slow")
    assert read_query(r'regex:"trust\w*"') == Holds(r"trust\w*", "regex")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("a b", "put AND, OR"),
        ("a AND", "stops too early"),
        ("(a", "stops too early"),
        ("a)", "“)” cannot stand"),
        ('"a', "not closed"),
        ("a INSIDE b OVERLAPPING c", "only in brackets"),
        ("a NEAR b", "how near"),
        ("a INSIDE b WITHIN 2 TURNS", "WITHIN goes with"),
        ("a NEAR b WITHIN two TURNS", "WITHIN 2 TURNS"),
        ("a NEAR b WITHIN 2", "WITHIN 2 TURNS"),
        ("1 OF (a, b)", "between 2 and 2"),
        ("ONE OF (a)", "two questions or more"),
        ("ONLY coder:AB", "ONLY stands before a code"),
        ("colour:red", "cannot ask for “colour:”"),
        ("case:Age!=3", "NOT case:Age=3"),
        ("weight:heavy", "not a number"),
        ("made:2024-13", "date"),
        ("certainty:rather", "sure, likely, unsure"),
        ("text:", "without saying which"),
        ("(" * 60 + "a" + ")" * 60, "nested more than"),
        ("NOT " * 60 + "a", "nested more than"),
    ],
)
def test_what_is_no_query_is_said_so(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said.replace("(", r"\(").replace(")", r"\)")):
        read_query(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "3",
        '{"ask": 3}',
        '{"ask": "code"}',
        '{"ask": "all", "parts": [{"ask": "code", "code": "a"}]}',
        '{"ask": "all", "parts": {}}',
        '{"ask": "at-least", "number": true, "parts": []}',
        '{"ask": "near", "left": {"ask": "code", "code": "a"}, "right": {"ask": "code", "code": "b"}}',
        '{"ask": "shoe", "value": "a"}',
        '{"ask": "not", "part": ' * 100 + "1" + "}" * 100,
    ],
)
def test_what_is_no_json_of_a_query_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        from_json(text)


def test_conditions_are_told_from_passages() -> None:
    assert is_condition(read_query("NOT (coder:AB OR weight>=3)"))
    assert not is_condition(read_query("coder:AB OR a"))
    assert not is_condition(read_query("speaker:AB"))
