"""Numbers in the gutter and citations, in turns, paragraphs and lines of the file."""

import pytest

from qualcode.domain.documents import turns
from qualcode.ui.reader.blocks import LONGEST, plan
from qualcode.ui.reader.numbering import Numbering

RULE = r"^(?P<speaker>[A-Z]+): "
TEXT = "Recorded in May.\n\nINT: How?\n\nROSA: First.\nSecond.\n\nINT: And then?\n"


def numbering(kind: str, text: str = TEXT, rule: str = RULE) -> Numbering:
    found = turns(text, rule)
    return Numbering(kind, text, plan(text, found), found)


@pytest.mark.parametrize(
    ("kind", "numbers", "one", "several"),
    [
        ("turn", [1, 2, 3, 4], "P07, turn 3", "P07, turns 2–3"),
        ("paragraph", [1, 2, 3, 4, 5], "P07, paragraph 4", "P07, paragraphs 2–4"),
        ("line", [1, 2, 3, 4, 5, 6, 7, 8, 9], "P07, line 6", "P07, lines 3–6"),
        ("none", [], "P07, turn 3", "P07, turns 2–3"),
    ],
)
def test_numbers_and_citations(kind: str, numbers: list[int], one: str, several: str) -> None:
    found = numbering(kind)
    assert list(found.by_block.values()) == numbers
    second = TEXT.index("Second")
    assert found.cite("P07", second, second + 6) == one
    assert found.cite("P07", second, second) == one
    assert found.cite("P07", TEXT.index("How"), second + 6) == several


def test_a_line_cut_only_for_layout_has_one_number() -> None:
    text = "word " * (LONGEST // 2) + "\nnext\n"
    for kind, last in (("line", 2), ("paragraph", 2)):
        found = numbering(kind, text, "")
        assert found.cite("A", len(text) - 3, len(text) - 2) == f"A, {kind} {last}"
        assert found.at(LONGEST + 10) == 1


def test_a_place_before_every_number_is_cited_by_its_document() -> None:
    text = "\n\nINT: How?\n"
    assert numbering("turn", text).cite("P07", 0, 1) == "P07"
    assert numbering("turn", text).cite("P07", 0, len(text) - 1) == "P07, turn 1"
    assert numbering("paragraph", "", "").cite("P07", 0, 0) == "P07"
