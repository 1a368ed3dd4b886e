"""Finding what may give people away: names, addresses, numbers, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.privacy import (
    CASE,
    CODER,
    EMAIL,
    FILE,
    PHONE,
    SPEAKER,
    Names,
    addresses,
    phones,
    replaced,
    sightings,
)

NAMES = Names(
    [
        (CASE, "Ana Lee"),
        (CASE, "Ana"),
        (CASE, "Mo"),
        (CASE, "陈静"),
        (SPEAKER, "JÖRG"),
        (SPEAKER, "INT"),
        (SPEAKER, "P1"),
        (SPEAKER, "A"),
        (FILE, "P03 Larder.docx"),
        (CODER, "Ana Lee"),
        (CODER, "..."),
        (CODER, "กาญ"),
    ]
)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.name) for one in NAMES.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I met ana  lee, and ANÁ LÉE.", [("ana  lee", "Ana Lee"), ("ANÁ LÉE", "Ana Lee")]),
        ("Ana\nLee said so; Ana too.", [("Ana\nLee", "Ana Lee"), ("Ana", "Ana")]),
        ("Banana analysis Anas", []),
        ("Ana's, (Ana) and Ana_Lee", [("Ana", "Ana"), ("Ana", "Ana"), ("Ana", "Ana")]),
        ("Mo and mo and MO.", [("Mo", "Mo")]),
        ("Jörg, jo\u0308rg, jorg", [("Jörg", "JÖRG"), ("jo\u0308rg", "JÖRG"), ("jorg", "JÖRG")]),
        ("INT: an int of it", [("INT", "INT")]),
        ("P1 P10 P1. p1", [("P1", "P1"), ("P1", "P1")]),
        ("我见过陈静她。Ana说好", [("陈静", "陈静"), ("Ana", "Ana")]),
        ("A man, a plan", []),
        ("see P03 Larder.docx", [("P03 Larder.docx", "P03 Larder.docx")]),
        ("กาญ กาญจน์", [("กาญ", "กาญ")]),
        ("😀 Ana 😀", [("Ana", "Ana")]),
        ("", []),
    ],
)
def test_names_are_found_as_whole_words_whatever_their_case_and_accents(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert found(text) == expected


def test_a_name_is_of_the_kind_it_was_given_first() -> None:
    assert [one.kind for one in NAMES.find("Ana Lee, Mo, jörg")] == [CASE, CASE, SPEAKER]
    assert not Names([])
    assert Names([]).find("Ana") == []


def test_a_cell_may_be_a_name_of_one_letter() -> None:
    assert NAMES.alone("A") is not None
    assert NAMES.alone("a") is None
    assert NAMES.alone(" ana LEE ") is not None
    assert NAMES.alone("Ana Lee and Mo") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to ana.lee+x@uni-bonn.ac.uk.", ["ana.lee+x@uni-bonn.ac.uk"]),
        ("邮箱是li@qq.com，或王@", ["li@qq.com"]),
        ("<a@b.org>; c@d.org", ["a@b.org", "c@d.org"]),
        ("..x@y.de", ["x@y.de"]),
        ("jörg＠büro.de", ["jörg＠büro.de"]),
        ("meet @ noon, a@b, @handle.com, x@1.2", []),
    ],
)
def test_addresses(text: str, expected: list[str]) -> None:
    assert [one.name for one in addresses(text)] == expected
    assert all(one.kind == EMAIL for one in addresses(text))


@pytest.mark.parametrize(
    "number",
    [
        "+49 30 1234567",
        "+44 (0)20 7946 0958",
        "0049 30 1234567",
        "030 1234567",
        "030/12345678",
        "0171-2345678",
        "(020) 7946 0958",
        "020 7946 0958",
        "06 12 34 56 78",
        "06.12.34.56.78",
        "(555) 123-4567",
        "555-123-4567",
        "555.123.4567",
        "13812345678",
        "138 1234 5678",
        "010-12345678",
        "+86 138 1234 5678",
        "+1 555 123 4567",
    ],
)
def test_phone_numbers_of_several_countries(number: str) -> None:
    assert [one.name for one in phones(f"Call {number}, please.")] == [number]
    assert [one.name for one in phones(f"电话{number}。")] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "In 1999 and 2003, or 1999-2003.",
        "turn 43, 1,000 or 1,000,000 or 250 000 people",
        "on 01.02.2024 at 10:30 and 2024-11-22",
        "01/02/2024",
        "00:12:34.500 --> 00:12:36.000",
        "0.123456789 and 12345678901234567890",
        "ISBN 978-3-16-148410-0",
        "192.168.100.1000",
        "P0123456789",
        "£0.50 per 100 200 300",
        "page 12-14, 3-4, 10 of 100",
    ],
)
def test_years_dates_amounts_and_other_numbers_are_no_phone_numbers(text: str) -> None:
    assert [one.name for one in phones(text)] == []


def test_an_address_goes_before_the_names_in_it() -> None:
    text = "ana@lee.org and Ana, +49 30 1234567"
    assert [(one.kind, one.name) for one in sightings(text, NAMES)] == [
        (EMAIL, "ana@lee.org"),
        (CASE, "Ana"),
        (PHONE, "+49 30 1234567"),
    ]
    assert [one.kind for one in sightings("x.ana@lee.org", NAMES)] == [EMAIL]


def test_names_are_put_in_other_words() -> None:
    instead = {"Ana Lee": "P07", "A": "B"}
    assert replaced("2024_ana lee.txt", NAMES, instead) == "2024_P07.txt"
    assert replaced("Talk with Ana Lee (Mo)", NAMES, instead) == "Talk with P07 (Mo)"
    assert replaced("A", NAMES, instead) == "B"
    assert replaced("Mo", NAMES, instead) == "Mo"
    assert replaced("nobody", NAMES, instead) == "nobody"


@given(st.text("aAnAá Lel_陈静e\u0301😀. ", max_size=40))
def test_what_is_found_stands_there_in_order_and_apart(text: str) -> None:
    last = 0
    for one in NAMES.find(text):
        assert last <= one.start < one.end <= len(text)
        last = one.end
        assert Names([(one.kind, one.name)]).alone(text[one.start : one.end]) is not None


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_name_between_spaces_is_always_found(before: str, behind: str) -> None:
    text = f"{before} Ana Lee {behind}"
    at = len(before) + 1
    assert any(one.start <= at and one.end >= at + 7 for one in sightings(text, NAMES))
