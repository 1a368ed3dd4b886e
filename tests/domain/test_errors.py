"""Sentences of the core: plain English that keeps its parts."""

import json

from qualcode.domain.errors import BadInput, Phrase, fill, listed, paragraph


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
