"""Blocks for layout and the Qt document made of them: no character is lost or moved."""

from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from qualcode.domain.documents import turns
from qualcode.ui.reader.blocks import LONGEST, Measures, is_asking, make_document, mostly_cjk, plan
from qualcode.ui.reader.positions import Positions, shown

RULE = r"^(?P<speaker>[A-Z]+): "
LINES = st.lists(
    st.sampled_from(["INT: Why?", "ROSA: Because 😀 of it.", "", "more words", "شكرا جزيلا", "x" * 20, "A: "])
    | st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=30),
    max_size=12,
)


def measures() -> Measures:
    body, label = QFont("Noto Serif"), QFont("Noto Sans")
    body.setPixelSize(17)
    label.setPixelSize(12)
    return Measures(body, label, 28, 16, 64, "#50545A")


@given(LINES)
@example(["\ufeffA: x", "\ufffe", "\ufeff"])
def test_the_document_holds_every_character_at_its_position(qapp: QApplication, lines: list[str]) -> None:
    text = "\n".join(lines)
    blocks = plan(text, turns(text, RULE))
    document = make_document(text, blocks, measures())
    positions = Positions(text, [block.start for block in blocks if block.split])
    assert document.blockCount() == len(blocks)
    for number, block in enumerate(blocks):
        made = document.findBlockByNumber(number)
        assert made.text() == shown(text)[block.start : block.end]
        assert made.position() == positions.to_qt(block.start)


def test_long_paragraphs_are_split_at_blanks_for_layout_only(qapp: QApplication) -> None:
    text = "word " * 5_000 + "\n" + "字" * 20_000 + "\n" + "e\u0301" * 9_000
    blocks = plan(text, [])
    assert all(block.end - block.start <= LONGEST for block in blocks)
    assert all(text[block.start - 1] == " " for block in blocks if block.split and block.start < 25_000)
    assert "".join(text[block.start : block.end] for block in blocks) == text.replace("\n", "")
    assert not any(block.split and text[block.start] == "\u0301" for block in blocks)


def test_a_turn_begins_once_and_knows_who_asks() -> None:
    text = "INT: Why?\n\nROSA: Because.\nAnd more."
    blocks = plan(text, turns(text, RULE))
    assert [block.turn for block in blocks] == [0, -1, 1, -1]
    assert [block.asking for block in blocks if block.end > block.start] == [True, False, False]
    assert [text[block.start : block.label] for block in blocks] == ["INT: ", "", "ROSA: ", ""]


def test_names_of_interviewers_are_known_in_several_languages() -> None:
    assert all(map(is_asking, ("INT", "Interviewer 2", "Q:", "访谈者", "主持人：", "MOD")))
    assert not any(map(is_asking, ("ROSA", "Ines", "林芳", "Intan", "")))


def test_chinese_is_told_from_latin_text() -> None:
    assert mostly_cjk("提过一次。就是那个会。")
    assert not mostly_cjk("Once, at the 会.")
