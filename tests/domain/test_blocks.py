"""Blocks of cells from and for the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.blocks import read_block, written_block

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=12)
BLOCKS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5)
)


@given(BLOCKS)
def test_what_is_copied_is_pasted_again(rows: list[list[str]]) -> None:
    kept = read_block(written_block(rows) + "\n")

    # a quote before a sign of a formula is the guard itself: it alone is not told apart
    expected = [[cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell for cell in row] for row in rows]
    assert kept == expected


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\r\n1\t2\r\n", [["a", "b"], ["1", "2"]]),
        ('"two\nlines"\tx\n', [["two\nlines", "x"]]),
        ('"a ""word"""\t2', [['a "word"', "2"]]),
        ('"so" she said\tx', [['"so" she said', "x"]]),
        ('"never closed\tx', [['"never closed', "x"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ("a\tb\nc", [["a", "b"], ["c", ""]]),
        ("'=1+1\t-5", [["=1+1", "-5"]]),
        ("", [[""]]),
    ],
)
def test_blocks_of_spreadsheets(text: str, rows: list[list[str]]) -> None:
    assert read_block(text) == rows


def test_no_text_becomes_a_formula() -> None:
    assert written_block([["=cmd()", "-5", "+1.5e3", "@x"]]) == "'=cmd()\t-5\t+1.5e3\t'@x"
