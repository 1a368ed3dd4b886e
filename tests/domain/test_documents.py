"""Cleaning a text once, and the turns and paragraphs in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.documents import Turn, clean, paragraphs, speaker_rule, turn_at, turns
from qualcode.domain.errors import BadInput

RULE = r"^(?P<speaker>[A-Z]\w*):\s*"
raw_texts = st.text(st.sampled_from("ab \r\n\0\ufeff\ud800\udc00é😀\u2028\t"), max_size=20)


@given(raw=raw_texts)
def test_cleaning_can_be_followed_back(raw: str) -> None:
    cleaned = clean(raw)
    assert not set(cleaned.text) & {"\r", "\0"}
    cleaned.text.encode("utf-8")
    removed, newlines = dict[int, int](), set(cleaned.newlines)
    for at, count in cleaned.removed:
        removed[at] = removed.get(at, 0) + count
    # every raw position belongs to a cleaned one: walk both
    position = 0
    for at, char in enumerate([*cleaned.text, ""]):
        for _ in range(removed.get(at, 0)):
            assert raw[position] in "\0\ufeff"
            position += 1
        if not char:
            break
        if at in newlines:
            assert (raw[position : position + 2], char) == ("\r\n", "\n")
            position += 2
            continue
        if at in cleaned.replaced:
            assert char == "\ufffd"
            assert "\ud800" <= raw[position] <= "\udfff"
        else:
            assert char == ("\n" if raw[position] == "\r" else raw[position])
        position += 1
    assert position == len(raw)
    assert clean(cleaned.text).text == cleaned.text or cleaned.text.startswith("\ufeff")


def test_a_byte_order_mark_goes_only_at_the_start() -> None:
    assert clean("\ufeffa\ufeffb").text == "a\ufeffb"
    assert clean("a\r\nb\rc\n\r").text == "a\nb\nc\n\n"


def test_turns_by_labels() -> None:
    text = "Recorded in May.\n\nAna: Hello\nthere.\n\nBo:\nAna: \nBo: Yes: no.\n"
    found = turns(text, RULE)
    assert [(turn.number, turn.speaker, text[turn.start : turn.end], text[turn.body : turn.end]) for turn in found] == [
        (1, "", "Recorded in May.", "Recorded in May."),
        (2, "Ana", "Ana: Hello\nthere.", "Hello\nthere."),
        (3, "Bo", "Bo:", ""),
        (4, "Ana", "Ana:", ""),
        (5, "Bo", "Bo: Yes: no.", "Yes: no."),
    ]


def test_a_label_stands_at_the_start_of_a_line() -> None:
    assert [turn.speaker for turn in turns("Ana: I met Bo: there.\n Cem: no", RULE)] == ["Ana"]


@pytest.mark.parametrize("rule", ["", RULE])
def test_without_labels_each_paragraph_is_a_turn(rule: str) -> None:
    text = "one\n\n  two  \n \nthree"
    assert turns(text, rule) == [Turn(1, 0, 3, 0, ""), Turn(2, 7, 10, 7, ""), Turn(3, 15, 20, 15, "")]
    assert turns("", rule) == turns(" \n ", rule) == []


@given(text=st.text(st.sampled_from("A: b\n"), max_size=40))
def test_turns_are_in_order_disjoint_trimmed_and_hold_all_words(text: str) -> None:
    found = turns(text, RULE)
    end = 0
    for number, turn in enumerate(found, start=1):
        assert turn.number == number
        assert end <= turn.start <= turn.body <= turn.end
        assert turn.start < turn.end
        assert text[turn.start : turn.end].strip() == text[turn.start : turn.end]
        end = turn.end
    covered = {place for turn in found for place in range(turn.start, turn.end)}
    assert all(char.isspace() for place, char in enumerate(text) if place not in covered)


@given(text=st.text(st.sampled_from("a \n\u2028\x0b"), max_size=30))
def test_paragraphs_are_runs_without_a_newline(text: str) -> None:
    expected = [line.strip() for line in text.split("\n") if line.strip()]
    assert [text[start:end] for start, end in paragraphs(text)] == expected


def test_turn_at() -> None:
    found = turns("Ana: one\n\nBo: two", RULE)
    assert turn_at(found, 0) == turn_at(found, 9) == found[0]
    assert turn_at(found, 10) == turn_at(found, 99) == found[1]
    assert turn_at([], 3) is None
    assert turn_at(turns("\n\na", ""), 0) is None


@pytest.mark.parametrize("pattern", ["(", r"^\w+:", "(?P<name>x)", "[", "(?P<speaker>"])
def test_rules_that_are_none(pattern: str) -> None:
    with pytest.raises(BadInput):
        turns("Ana: hello", pattern)


@pytest.mark.parametrize("pattern", ["(", "a{99999999999}", "(?:" * 5000])
def test_what_is_no_expression_is_no_speaker_rule(pattern: str) -> None:
    with pytest.raises(BadInput, match="is not a regular expression"):
        speaker_rule(pattern)
