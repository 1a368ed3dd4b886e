"""Sentences of the core: plain English that keeps its parts."""

import json

import pytest

from qualcode.domain.errors import BadInput, Phrase, cut_short, fill, listed, paragraph


def test_a_phrase_is_its_english_text_and_keeps_its_parts() -> None:
    phrase = Phrase("{number} of {things}", number=2, things=Phrase("page", english="pages"))
    assert phrase == "2 of pages"
    assert json.dumps({"lost": [phrase]}) == '{"lost": ["2 of pages"]}'
    assert f"{phrase}." == "2 of pages."
    assert phrase.template == "{number} of {things}"
    assert phrase.values["number"] == 2


def test_a_capital_letter_changes_the_english_only() -> None:
    phrase = Phrase("shared {units}", units="turns")
    assert phrase.capital() == "Shared turns"
    assert (phrase.capital().template, phrase.capital().values) == (phrase.template, phrase.values)


def test_tuples_are_listed_and_braces_in_values_stay() -> None:
    assert fill("Left: {names}", {"names": ("a", "{b}")}) == "Left: a, {b}"
    assert str(BadInput("Only {lost}.", lost=(Phrase("one"), "two"))) == "Only one, two."


def test_long_lists_say_how_many_more_there_are() -> None:
    assert listed("ab") == "“a”, “b”"
    assert listed("abcd", most=2) == "“a”, “b” and 2 more"


def test_a_paragraph_needs_no_blank_after_a_chinese_full_stop() -> None:
    assert paragraph(["One.", "Two."]) == "One. Two."
    assert paragraph(["a", "b"], lambda text: {"a": "一。", "b": "二。"}[text]) == "一。二。"


FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
SIGNS = ["e\u0301", FAMILY, "\U0001f44d\U0001f3fd", "\U0001f1e8\U0001f1e6", "ก็", "1\ufe0f\u20e3"]


@pytest.mark.parametrize("sign", SIGNS)
def test_a_text_is_cut_between_signs(sign: str) -> None:
    for many in range(1, 12):
        for most in range(2 + len(sign), 12 * len(sign)):
            short = cut_short("x" * (most % 2) + sign * many, most)
            if short.endswith("…"):
                assert len(short) <= most
                assert short[:-1].lstrip("x").replace(sign, "") == ""


def test_what_is_one_endless_sign_is_cut_all_the_same() -> None:
    assert len(cut_short("e" + "\u0301" * 500, 100)) == 100
