"""A reader on a small transcript, as the window would fill it."""

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qualcode.domain.codebook import Code
from qualcode.domain.codings import PlacedCoding
from qualcode.domain.documents import turns
from qualcode.domain.palette import PALETTE
from qualcode.ui.reader.reader import Reader

RULE = r"^(?P<speaker>[A-Z]+): "
TEXT = (
    "INT: What changed after that?\n\n"
    "ROSA: We started 😀 from what we both needed. I wanted two more pairs of hands.\n\n"
    "INT: Who decides?\n\n"
    "ROSA: On paper, a steering group. In the room it is whoever holds the timetable.\n\n"
) + "\n\n".join(f"ROSA: Turn after turn, number {number}, and on it goes." for number in range(60))


def code(number: int, name: str) -> Code:
    texts = [""] * 9
    color = PALETTE[number].light
    return Code(UUID(int=number), None, name, "code", color, number, *texts, UUID(int=1), "")


def place(number: int, code_number: int, words: str, text: str = TEXT) -> PlacedCoding:
    start = text.index(words)
    return PlacedCoding(
        UUID(int=1000 + number),
        UUID(int=2000 + number),
        UUID(int=9),
        UUID(int=1),
        UUID(int=code_number),
        start,
        start + len(words),
        "a <comment>" if number == 0 else "",
        None,
        "2026-11-03T10:42:00.000000Z",
    )


@pytest.fixture
def codings() -> list[PlacedCoding]:
    return [
        place(0, 0, "what we both needed. I wanted two more pairs"),
        place(1, 8, "I wanted two more pairs of hands."),
        place(2, 16, "a steering group"),
    ]


@pytest.fixture
def reader(qtbot: QtBot, codings: list[PlacedCoding]) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(840, 600)
    codes = {UUID(int=number): code(number, name) for number, name in ((0, "give"), (8, "hands"), (16, "power"))}
    made.show()
    made.show_document(TEXT, turns(TEXT, RULE), True, codings, codes, {UUID(int=1): "Jun"})
    qtbot.waitExposed(made)
    made.setFocus(Qt.FocusReason.OtherFocusReason)
    return made


@pytest.fixture
def span() -> Callable[[str], tuple[int, int]]:
    def found(words: str) -> tuple[int, int]:
        start = TEXT.index(words)
        return start, start + len(words)

    return found
