"""Marks stay on their words when the text is cleaned."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.bundle import ReadOptions
from qualcode.domain.documents import clean
from qualcode.formats.drafts import Draft

_PIECES = st.lists(st.text(st.sampled_from("ab\r\n\0\ufeff\ud800"), max_size=5), max_size=12)


@given(_PIECES)
def test_marks_move_with_cleaning(pieces: list[str]) -> None:
    draft = Draft("P1")
    expected = []
    for number, piece in enumerate(pieces):
        start = draft.length
        # a mark begins and ends between characters; a pair of “\r\n” is never parted by a reader
        draft.write(f"x{piece}y")
        draft.mark(start, "note", str(number))
        expected.append((str(number), "x" + clean("." + piece).text[1:] + "y"))
    document = draft.document("txt", ReadOptions(speakers="none"))
    assert [(mark.value, document.text[mark.start : mark.end]) for mark in document.marks] == expected


def test_line_ends_of_a_cell_are_dropped_with_their_marks() -> None:
    draft = Draft("P1")
    draft.write("a\t")
    start = draft.length
    draft.write("b\n")
    draft.mark(start, "list")
    draft.write("\n")
    draft.drop_line_ends(start)
    draft.write("\n")
    document = draft.document("txt", ReadOptions())
    assert document.text == "a\tb\n"
    assert [(mark.start, mark.end) for mark in document.marks] == [(2, 3)]
