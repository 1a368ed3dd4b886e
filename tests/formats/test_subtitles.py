"""Subtitles become turns with times."""

import pytest

from qualcode.domain.documents import turns
from qualcode.domain.errors import BadInput
from qualcode.formats.registry import read_bytes

_VTT = """WEBVTT

NOTE not a word of this

1
00:00:01.000 --> 00:00:02.500 align:start
<v Ann Lee>Hello <i>there</i>,

2
00:00:02.600 --> 00:00:04.000
<v Ann Lee>how are
you &amp; yours?</v>

00:04.000 --> 00:05.000
<v Ben: B.>Fine.

00:00:09.000 --> 00:00:10.000
<v Ben: B.>And then?
"""


def test_voices_become_turns() -> None:
    document = read_bytes("P4.vtt", _VTT.encode()).documents[0]
    assert document.text == ("Ann Lee: Hello there, how are you & yours?\nBen: B.: Fine.\nBen: B.: And then?\n")
    found = turns(document.text, document.speakers)
    assert [(turn.speaker, document.text[turn.body : turn.end]) for turn in found] == [
        ("Ann Lee", "Hello there, how are you & yours?"),
        ("Ben: B.", "Fine."),
        ("Ben: B.", "And then?"),
    ]
    assert [(mark.kind, mark.value, document.text[mark.start : mark.end]) for mark in document.marks] == [
        ("time", "1-2.5", "Hello there,"),
        ("time", "2.6-4", "how are you & yours?"),
        ("time", "4-5", "Fine."),
        ("time", "9-10", "And then?"),
    ]


def test_subrip_with_commas_and_labels() -> None:
    text = "1\r\n00:00:01,000 --> 00:00:02,000\r\nI: How?\r\n\r\n"
    text += "2\r\n00:00:02,000 --> 00:00:03,000\r\nB: So.\r\n"
    document = read_bytes("P4.srt", text.encode("utf-8-sig")).documents[0]
    assert document.text == "I: How?\nB: So.\n"
    assert [turn.speaker for turn in turns(document.text, document.speakers)] == ["I", "B"]


def test_missing_blank_lines_and_two_voices_in_a_cue() -> None:
    text = "1\n00:01 --> 00:02\none\n2\n00:02 --> 00:03\n<v A>two <v B>three\n"
    assert read_bytes("P4.srt", text.encode()).documents[0].text == "one\nA: two\nB: three\n"


def test_long_talk_without_pause_is_broken_into_paragraphs() -> None:
    cues = "".join(f"{n}\n00:{n:02}:00,000 --> 00:{n + 1:02}:00,000\n{'word ' * 30}\n\n" for n in range(20))
    assert read_bytes("P4.srt", cues.encode()).documents[0].text.count("\n") == 4


def test_cues_that_cannot_be_read_are_counted() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nwords\n\n00:01 -> x --> y\nlost\n"
    bundle = read_bytes("P4.vtt", text.encode())
    assert bundle.documents[0].text == "words\n"
    assert bundle.lost == ("1 cue without times or words",)


@pytest.mark.parametrize("text", ["WEBVTT\n\n", "no subtitles", "WEBVTT\n\n1\nwords\n"])
def test_no_subtitles(text: str) -> None:
    with pytest.raises(BadInput, match=r"“P4\.vtt” holds no subtitles"):
        read_bytes("P4.vtt", text.encode())


@pytest.mark.parametrize("piece", ["<v ", "<c.", "{\\", "&amp"])
def test_tags_without_end_are_looked_at_once(piece: str) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nwords " + piece * 100_000 + "\n"
    assert read_bytes("P4.vtt", text.encode()).documents[0].text.startswith("words")
