"""Redacted words are known again in shortened, re-cased and re-spaced copies, and ordinary words are left alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.redacted_words import RedactedWords, found_in, put_back

TOLD = (
    "We moved in spring. I live in Secretville with my sister Zoe and we grow leeks with you there, "
    "at Home, as we said at home."
)
CHINESE = "我叫王小明，住在秘密村。我们一起工作，我们很高兴。"


def known(text: str, *words: str) -> RedactedWords:
    spans = [(text.index(word), text.index(word) + len(word)) for word in words]
    rest = text
    for start, end in spans:
        rest = rest[:start] + "·" * (end - start) + rest[end:]
    return RedactedWords([(text, spans)], lambda asked: found_in(rest, asked))


def printed(words: RedactedWords, text: str) -> str:
    for start, end in reversed(words.spans(text)):
        text = text[:start] + "[…]" + text[end:]
    return text


PHRASE = "in Secretville with my sister Zoe"


@pytest.mark.parametrize(
    ("copy", "left"),
    [
        ("I live in Secretville with my sister Zoe and we", "I live […] and we"),
        ("I live in  SECRETVILLE,\nwith my sister", "I live […]"),
        ("I live in Secretville … we grow leeks with you", "I live in […] … we grow leeks with you"),
        ("“with my – sister” is what she says", "“[…]” is what she says"),
        ("She has a sister, Zoe.", "She has a […], […]."),
        ("Those of Sécretville", "Those of […]"),
        ("I live in Secretv…", "I live in […]…"),
        ("I live in Secretville with m…", "I live […]…"),
        ("Life with my brother; my garden", "Life with my brother; my garden"),
        ("zoe is a Greek word", "zoe is a Greek word"),
        ("We said so.", "We said so."),
    ],
)
def test_a_copy_loses_what_is_redacted_in_whatever_form(copy: str, left: str) -> None:
    assert printed(known(TOLD, PHRASE), copy) == left


def test_a_word_that_others_say_too_is_known_among_its_neighbours_only() -> None:
    words = known(TOLD, "at Home")
    assert printed(words, "She is at home, he at work, home at last") == "She is […], he at work, home at last"
    few = known(TOLD, "as")
    assert printed(few, "Home, as we said") == "Home, […] we said"
    assert printed(few, "as good as it gets") == "as good as it gets"


def test_words_side_by_side_that_are_redacted_apart_stay_two() -> None:
    assert printed(known(TOLD, "Secretville", "with"), "live in Secretville with my") == "live in […] […] my"


@pytest.mark.parametrize(
    ("copy", "left"),
    [
        ("受访者王小明说", "受访者[…]说"),
        ("他住在秘密村里", "他[…]里"),
        ("我们一起工作", "我们一起工作"),
        ("小明", "[…]"),
    ],
)
def test_chinese_is_known_by_two_characters_that_stand_nowhere_else(copy: str, left: str) -> None:
    assert printed(known(CHINESE, "叫王小明，住在秘密村"), copy) == left


def test_a_name_of_two_characters_is_known_everywhere() -> None:
    assert printed(known("王明和王明", "王明"), "这是王明。") == "这是[…]。"


@given(st.lists(st.sampled_from(TOLD.split()), max_size=12).map(" ".join), st.integers(0, 80), st.integers(0, 40))
def test_spans_are_in_order_and_apart_and_three_redacted_words_never_stay(text: str, start: int, length: int) -> None:
    words = RedactedWords([(TOLD, [(start, start + length)])], lambda asked: asked)
    spans = words.spans(text)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    hidden = TOLD[start : start + length].split()[1:-1]
    if len(hidden) >= 3:
        assert " ".join(hidden) not in printed(words, " ".join([text, *hidden, "end"]))


OLD = "Home, as in Secretville, or with Zoe"


@pytest.mark.parametrize(
    ("new", "whole"),
    [
        ("Home, as in […], or garden, or with […]", "Home, as in Secretville, or garden, or with Zoe"),
        ("A home", "A home"),
        ("Home, as in […]", None),  # which of the two?
        ("Home with […], or as in […]", None),  # turned round
        ("[…] […] […]", None),
        ("Wherever […] is, with […]", None),
    ],
)
def test_redacted_words_are_put_back_where_it_is_plain_where_they_belong(new: str, whole: str | None) -> None:
    spans = [(OLD.index(word), OLD.index(word) + len(word)) for word in ("Secretville", "Zoe")]
    assert put_back(new, OLD, spans) == whole


def test_one_redacted_word_is_put_back_wherever_its_sign_went_and_signs_of_ours_stay() -> None:
    spans = [(12, 23)]
    assert put_back("In […], at home", OLD, spans) == "In Secretville, at home"
    assert put_back("as in […]", "as in [… ]", []) == "as in [… ]", "a sign of old stays what it was"
    assert put_back("I trusted […] at first", "I trusted Maria at first", []) == "I trusted Maria at first"
    assert put_back("Nobody trusted […]", "I trusted Maria at first", []) == "Nobody trusted […]"
    told = "She said […] in Bonn"
    assert put_back("She said […] here in […]", told, [(16, 20)]) == "She said […] here in Bonn"
