"""Speakers' labels are found in the shapes transcripts have, and other words before a colon are not."""

import pytest

from qualcode.domain.documents import turns
from qualcode.domain.errors import BadInput
from qualcode.formats.speakers import detect, preview, rule_for


def _speakers(text: str) -> list[str]:
    rule = detect(text)
    return [turn.speaker for turn in turns(text, rule)] if rule else []


@pytest.mark.parametrize(
    "text",
    [
        "Ann: hello\nBen: hi\nAnn: yes\n",
        "Ann : hello\nBen : hi\nAnn : yes\n",
        "Ann： hello\nBen：hi\nAnn：yes\n",
        "[Ann] hello\n\n[Ben] hi\n\n[Ann] yes\n",
        "Ann (00:01:02): hello\nBen (00:01:09): hi\nAnn (00:02:00): yes\n",
        "[00:01:02] Ann: hello\n[00:01:09] Ben: hi\n[00:02:00] Ann: yes\n",
        "00:01:02 Ann: hello\n00:01:09 Ben: hi\n00:02:00 Ann: yes\n",
        "Ann: [00:00:01] hello\nBen: [00:00:09] hi\nAnn: [00:01:00] yes\n",
        "Ann  0:03\nhello\n\nBen  0:12\nhi\n\nAnn  1:02:03\nyes\n",
        "**Ann:** hello\n\n**Ben:** hi\n\n**Ann:** yes\n",
        "**Ann**: hello\n\n**Ben**: hi\n\n**Ann**: yes\n",
        "**Ann [00:00:00]** hello\n\n**Ben [00:00:04]** hi\n\n**Ann [00:00:09]** yes\n",
        "Ann:\thello\nBen:\thi\nAnn:\tyes\n",
        "  Ann: hello\n  Ben: hi\n  Ann: yes\n",
    ],
)
def test_shapes_of_labels(text: str) -> None:
    rule = detect(text)
    found = turns(text, rule)
    assert [turn.speaker for turn in found] == ["Ann", "Ben", "Ann"]
    assert [text[turn.body : turn.end] for turn in found] == ["hello", "hi", "yes"]


@pytest.mark.parametrize(
    "text",
    [
        "Note: this\nNote: that\nNote: more\n",
        "http://a.example\nhttps://b.example\nhttp://c.example\n",
        "10:30 we met\n11:40 we left\n10:30 again\n",
        "Introduction: a\nMethods: b\nResults: c\n",
        "The problem is: money\nThe problem is: time\nand so on\n",
        "One paragraph.\n\nAnother one, with a colon: here.\n",
        "Date: today\nPlace: here\nDate: tomorrow\nPlace: there\n",
        "",
    ],
)
def test_other_words_before_a_colon(text: str) -> None:
    assert detect(text) == ""


def test_two_turns_of_two_speakers_are_enough() -> None:
    assert _speakers("I: How was it?\nB: Good.\n") == ["I", "B"]
    assert _speakers("访谈者：请谈谈您的经历。\n受访者：很辛苦。\n") == ["访谈者", "受访者"]


def test_recognised_labels_only() -> None:
    text = "MARY: one\nJOHN: two\nHe said this: never.\nMARY: three\nJOHN: four\n"
    assert _speakers(text) == ["MARY", "JOHN", "MARY", "JOHN"]


def test_a_label_may_hold_a_colon() -> None:
    text = "".join(f"Granada: {place}: words\n" for place in ("Zafra", "Baza", "Zafra", "Baza", "Baza"))
    assert set(_speakers(text)) == {"Granada: Zafra", "Granada: Baza"}


def test_longer_names_are_not_cut_short() -> None:
    text = "P1: a\nP12: b\nP1: c\nP12: d\n"
    assert _speakers(text) == ["P1", "P12", "P1", "P12"]


def test_stage_directions_in_brackets_are_no_speakers() -> None:
    text = "[Ann] one\n[laughs] oh\n[Ben] two\n[laughs] oh\n[Ann] three\n[Ben] four\n"
    assert "laughs" not in _speakers(text)


def test_front_matter_of_markdown_is_no_talk() -> None:
    text = "---\nKind: a\nGroup: b\nKind: c\n---\n\nJust a text.\n"
    assert detect(text) == ""


def test_preview_counts_turns_and_shows_first_words() -> None:
    text = "I: How was it?\nB: Good.\nI: And then?\n"
    assert preview(text, detect(text)) == [("I", 2, "How was it?"), ("B", 1, "Good.")]


def test_preview_refuses_what_is_no_rule() -> None:
    with pytest.raises(BadInput):
        preview("I: a\n", "(I|B):")


def test_rule_of_known_names() -> None:
    text = "Ann (mother): one\nBen: two\n"
    assert [turn.speaker for turn in turns(text, rule_for(["Ann (mother)", "Ben"]))] == [
        "Ann (mother)",
        "Ben",
    ]


@pytest.mark.parametrize("filler", [" ", "\t", "\u00a0", "a", "[", "*", "1:", "Ab ", "**"])
def test_endless_lines_are_looked_at_once(filler: str) -> None:
    line = "Ann" + filler * 100_000 + "x\n"
    assert detect(line * 3 + "I: one\nB: two\nI: three\nB: four\n") != ""


def test_a_list_of_very_many_labels_makes_no_endless_rule() -> None:
    words = "".join(f"Name{number} X: hello\n" for number in range(3_000))
    rule = detect(words * 2)
    assert rule.count("|Name") < 600
