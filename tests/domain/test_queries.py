"""Folding with the way back, and what a query finds in a text."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qualcode.domain.errors import BadInput
from qualcode.domain.folding import fold, fold_with_origin
from qualcode.domain.queries import regex_query, substring_query, words_query

LETTERS = "aA éÉe\u0301 ßﬁİıœ½²Ω 信カ가 \n-_'’*\"😀\u00ad\u200d"


def hits(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in words_query(query).hits(text)]


@given(text=st.text(max_size=30) | st.text(LETTERS, max_size=30))
@example("ﬀ\u0300")  # as many folded characters as there were, but not one for one
def test_folding_knows_where_each_character_came_from(text: str) -> None:
    folded = fold_with_origin(text)
    assert folded.text == fold(text)
    origin = [folded.origin(place) for place in range(len(folded.text) + 1)]
    assert origin == sorted(origin)
    assert origin[-1] == len(text)
    for at, char in enumerate(folded.text):
        piece = text[origin[at] : max(origin[at + 1], origin[at] + 1)]
        assert char in fold(piece)


@given(text=st.text(LETTERS, max_size=30))
def test_folding_forgets_case_accents_and_composition(text: str) -> None:
    for form in ("NFC", "NFD", "NFKC"):
        assert fold(unicodedata.normalize(form, text)) == fold(text)
    assert fold(fold(text)) == fold(text)


@given(text=st.text(LETTERS, max_size=30), start=st.integers(0, 29), length=st.integers(1, 5))
def test_a_substring_is_found_where_it_stands(text: str, start: int, length: int) -> None:
    piece = text[start : start + length]
    if not fold(piece):
        return
    found = list(substring_query(piece).hits(text))
    assert found == sorted(found)
    assert all(fold(piece) in fold(text[first:last]) for first, last in found)
    assert all(0 <= first < last <= len(text) for first, last in found)
    assert found, "what was cut out of the text is in the text"


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("trust", "Trust, TRUST! trusty distrust", ["Trust", "TRUST"]),
        ("trust*", "Trust trusty distrust", ["Trust", "trust"]),
        ("信任", "很信任你", ["信任"]),
        ("信任*", "很信任你", ["信任"]),
        ("abc信", "xabc信 abc信", ["abc信"]),
        ("abc", "信abc任", ["abc"]),
        ('"to be"', "To\nbe - to, be; to bet", ["To\nbe", "to, be"]),
        ('"to be*"', "to bet", ["to be"]),
        ("cafe", "café cafe\u0301s cafe\u0301", ["café", "cafe\u0301"]),
        ("straße", "STRASSE", ["STRASSE"]),
        ("stras*", "die Straße", ["Straß"]),
        ("x²", "x2", ["x2"]),
        ("가", "가나", ["가"]),
        ("信任", "信。任 信\n任 信 任 信任", ["信任"]),
        ('"信任"', "信。任 信\n任 信任", ["信。任", "信\n任", "信任"]),
        ("abc信任", "abc信任 abc 信任 abc信、任", ["abc信任"]),
        ("में", "में मैं म", ["में"]),
        ("ดี", "ดู ดี ด", ["ดี"]),
        ("мой", "мои мой мо\u0438\u0306", ["мой", "мо\u0438\u0306"]),
        ("еще", "ещё ещ\u0435\u0308", ["ещё", "ещ\u0435\u0308"]),
        ("が", "か が か\u3099", ["が", "か\u3099"]),
        ("ハハ", "パパ ハハ", ["ハハ"]),
        ("パパ", "ﾊﾟﾊﾟ ハハ", ["ﾊﾟﾊﾟ"]),
        ("ऩ", "\u0928\u093c न", ["\u0928\u093c"]),
        ("שלום", "שָׁלוֹם", ["שָׁלוֹם"]),
        ("كتب", "كَتَبَ", ["كَتَبَ"]),
        ("ελληνικα", "ελληνικά", ["ελληνικά"]),
        ("one two", "two one", ["two", "one"]),
        ("well-being", "well being", ["well being"]),
        ('"unfinished', "unfinished work", ["unfinished"]),
    ],
)
def test_words(query: str, text: str, expected: list[str]) -> None:
    assert hits(query, text) == expected


def test_terms() -> None:
    terms = words_query('Ünder* "two words" 信任').terms
    assert [(term.words, term.prefix) for term in terms] == [
        (("under",), True),
        (("two", "words"), False),
        (("信", "任"), False),
    ]


@pytest.mark.parametrize("query", ["", "  ", "***", '""', "-", "__", "\u0301"])
def test_no_word_at_all(query: str) -> None:
    with pytest.raises(BadInput):
        words_query(query)


def test_patterns() -> None:
    assert list(regex_query(r"^b|x*").hits("a\nb")) == [(2, 3)]
    with pytest.raises(BadInput, match="not a regular expression"):
        regex_query("(?")
    with pytest.raises(BadInput):
        substring_query("")
