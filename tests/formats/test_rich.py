"""Rich text."""

import pytest

from qualcode.domain.errors import BadInput
from qualcode.formats.registry import read_bytes


def _text(source: str) -> str:
    return read_bytes("P1.rtf", source.encode("latin-1")).documents[0].text


def test_paragraphs_code_page_and_unicode() -> None:
    source = r"{\rtf1\ansi\ansicpg1250 I: za\'bf\'f3\'b3\'e6\par B: \u8222?gut\u8220?\par}"
    assert _text(source) == "I: zażółć\nB: „gut“\n"


def test_surrogate_halves_are_joined_and_lone_ones_replaced() -> None:
    assert _text(r"{\rtf1\ansi \u-10179?\u-8704? a \u-10179? b}") == "😀 a \ufffd b"


def test_table_becomes_rows_of_cells() -> None:
    source = (
        r"{\rtf1 before\par \trowd\cellx100\cellx200 I:\cell one\cell\row "
        r"\trowd\cellx100\cellx200 B:\cell two | three\cell\row after\par}"
    )
    document = read_bytes("P1.rtf", source.encode()).documents[0]
    assert document.text == "before\nI:\tone\nB:\ttwo | three\nafter\n"
    assert [(mark.kind, document.text[mark.start : mark.end]) for mark in document.marks] == [
        ("table", "I:\tone\nB:\ttwo | three\n"),
        ("row", "I:\tone"),
        ("row", "B:\ttwo | three"),
    ]


def test_link_target_is_not_text() -> None:
    source = r'{\rtf1 see {\field{\*\fldinst{HYPERLINK "https://a.example"}}{\fldrslt{the page}}} now}'
    assert _text(source) == "see the page now"


@pytest.mark.parametrize(
    "source", [r"{\rtf1 text\bin99999999 xx}", r"{\rtf1 {\b half} a wo", r"{\rtf1 text\bin3 }}}", "{\\rtf1 text\\"]
)
def test_what_is_cut_off_is_refused(source: str) -> None:
    with pytest.raises(BadInput, match="cut off or damaged"):
        _text(source)


def test_braces_in_words_and_in_binary_data_close_nothing() -> None:
    assert _text(r"{\rtf1 a\}b{\bin3 {{{}c\\bin7}") == "a}bc\\bin7"


def test_too_many_groups() -> None:
    with pytest.raises(BadInput, match="nested too deeply"):
        _text("{\\rtf1" + "{" * 50_000 + "}" * 50_000 + "}")


def test_unknown_code_page_is_read_as_windows() -> None:
    assert _text(r"{\rtf1\ansi\ansicpg99999 caf\'e9}") == "café"
