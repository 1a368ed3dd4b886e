"""Moving about by keys: segments, one code through the project, uncoded passages, overlaps, the selection."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot
from ui.conftest import LIU, ROSA, opened, press, select, settled

from qualcode.app import codebook, coding, documents
from qualcode.app.project import new
from qualcode.domain.documents import turns
from qualcode.ui.reader.uncoded import uncoded_passages
from qualcode.ui.reader.words import Words
from qualcode.ui.window import MainWindow
from qualcode.ui.workspace import Workspace

RULE = r"^(?P<speaker>[A-Z]+): "


@pytest.fixture
def walked(qtbot: QtBot, window: MainWindow, coded_study: Path) -> Workspace:
    """Three codings in the first document, one of them over another, and one in the second document."""
    from qualcode.app.project import open_project

    with open_project(coded_study, coder="AB") as project:

        def code(document: str, text: str, words: str, name: str) -> None:
            start = text.index(words)
            coding.apply_code(project, document, start, start + len(words), name)

        code("P03 Rosa", ROSA, "a steering group", "who decides")
        code("P03 Rosa", ROSA, "On paper, a steering group.", "Power")
        code("P03 Rosa", ROSA, "Trust takes years", "trust takes years")
        code("P06 刘", LIU, "信任要很多年", "trust takes years")
        code("P06 刘", LIU, "他们问得早", "who decides")
    return opened(qtbot, window, coded_study)


def chosen(workspace: Workspace) -> tuple[str, str]:
    """The chosen coding: its words and its code."""
    tab = workspace.coding
    found = next(coding for coding in tab.reader.codings if coding.id == tab.reader.chosen)
    return tab.text[found.start : found.end], tab.codebook.by_id[found.code].name


def words(workspace: Workspace) -> str:
    span = workspace.coding.reader.selection
    return workspace.coding.text[slice(*span)] if span else ""


def test_segments_are_gone_through_and_begin_again(qtbot: QtBot, window: MainWindow, walked: Workspace) -> None:
    press(qtbot, window, "next_coding")
    assert chosen(walked) == ("On paper, a steering group.", "Power")
    assert "Power" in window.status.spot.text()
    press(qtbot, window, "next_coding")
    assert chosen(walked)[0] == "a steering group"
    press(qtbot, window, "previous_coding")
    press(qtbot, window, "previous_coding")
    assert chosen(walked)[0] == "Trust takes years"
    press(qtbot, window, "next_coding")
    assert chosen(walked)[0] == "On paper, a steering group."


def test_one_code_is_followed_through_the_project_and_back(qtbot: QtBot, window: MainWindow, walked: Workspace) -> None:
    press(qtbot, window, "previous_coding")
    assert chosen(walked) == ("Trust takes years", "trust takes years")
    press(qtbot, window, "next_same")
    settled(qtbot, walked)
    assert walked.coding.document is not None
    assert walked.coding.document.name == "P06 刘"
    assert chosen(walked) == ("信任要很多年", "trust takes years")
    assert window.status.spot.text() == "trust takes years, in P06 刘"
    press(qtbot, window, "next_same")
    settled(qtbot, walked)
    assert walked.coding.document.name == "P03 Rosa"
    assert chosen(walked) == ("Trust takes years", "trust takes years")
    press(qtbot, window, "previous_same")
    settled(qtbot, walked)
    assert walked.coding.document.name == "P06 刘"


def test_a_code_that_is_nowhere_is_said_to_be_so(qtbot: QtBot, window: MainWindow, workspace: Workspace) -> None:
    press(qtbot, window, "next_same")
    assert window.status.spot.text().startswith("Choose a segment first")
    press(qtbot, window, "next_coding")
    assert window.status.spot.text() == "Nothing is coded in this document yet."
    workspace.use.used(workspace.coding.codebook.ordered[0].id)
    press(qtbot, window, "next_same")
    settled(qtbot, workspace)
    assert window.status.spot.text() == "“Power” has no segments."


def test_codings_over_each_other_are_cycled_at_the_cursor(qtbot: QtBot, window: MainWindow, walked: Workspace) -> None:
    at = walked.coding.text.index("steering")
    walked.coding.reader.select(at, at)
    press(qtbot, window, "next_here")
    assert chosen(walked)[1] == "Power"
    assert window.status.spot.text().startswith("1 of 2 here: Power")
    press(qtbot, window, "next_here")
    assert chosen(walked)[1] == "who decides"
    assert window.status.spot.text().startswith("2 of 2 here: who decides")
    press(qtbot, window, "next_here")
    assert chosen(walked)[1] == "Power"
    walked.coding.reader.choose(None)
    press(qtbot, window, "previous_here")
    assert chosen(walked)[1] == "who decides"
    walked.coding.reader.choose(None)
    select(walked, "What changed")
    press(qtbot, window, "next_here")
    assert window.status.spot.text() == "No coding at the cursor."


def test_uncoded_passages_are_selected_forwards_and_back(qtbot: QtBot, window: MainWindow, walked: Workspace) -> None:
    seen = []
    for _ in range(3):
        press(qtbot, window, "next_uncoded")
        seen.append(words(walked))
    assert seen[0] == "What changed after that?"
    assert seen[1].startswith("We started")
    assert seen[2] == "Who decides?"
    press(qtbot, window, "next_uncoded")
    assert words(walked) == "In the room it is whoever holds the timetable."
    press(qtbot, window, "previous_uncoded")
    assert words(walked) == "Who decides?"
    assert window.status.spot.text() == "Uncoded passage 3 of 6"


def test_turns_are_gone_to(qtbot: QtBot, window: MainWindow, walked: Workspace) -> None:
    reader = walked.coding.reader
    press(qtbot, window, "next_turn")
    assert walked.coding.text[reader.cursor :].startswith("We started")
    press(qtbot, window, "next_turn")
    press(qtbot, window, "previous_turn")
    assert walked.coding.text[reader.cursor :].startswith("We started")


def test_the_ends_of_a_coding_move_word_by_word(qtbot: QtBot, window: MainWindow, walked: Workspace) -> None:
    press(qtbot, window, "end_later")
    assert window.status.spot.text().startswith("Choose a segment first")
    press(qtbot, window, "next_coding")
    press(qtbot, window, "next_coding")
    wanted = [
        ("end_later", "a steering group. In"),
        ("end_earlier", "a steering group"),
        ("start_earlier", "paper, a steering group"),
        ("start_later", "a steering group"),
        ("start_later", "steering group"),
        ("start_later", "group"),
        ("start_later", "group"),
        ("end_earlier", "group"),
    ]
    for command, expected in wanted:
        press(qtbot, window, command)
        assert chosen(walked) == (expected, "who decides")
    assert window.status.spot.text() == "It cannot be moved further."
    settled(qtbot, walked)
    assert chosen(walked) == ("group", "who decides")
    for _ in range(6):
        press(qtbot, window, "undo")
        settled(qtbot, walked)
    assert {walked.coding.text[one.start : one.end] for one in walked.coding.codings} == {
        "On paper, a steering group.",
        "a steering group",
        "Trust takes years",
    }


def test_shrinking_goes_back_exactly_and_only_along_the_way_it_grew(
    qtbot: QtBot, window: MainWindow, walked: Workspace
) -> None:
    reader = walked.coding.reader
    at = walked.coding.text.index("steering") + 2
    reader.select(at, at)
    way = [(at, at)]
    for _ in range(4):
        press(qtbot, window, "grow")
        way.append(reader.selection or (0, 0))
    text = walked.coding.text
    assert [text[slice(*span)] for span in way[1:3]] == ["steering", "On paper, a steering group."]
    assert text[slice(*way[3])].startswith("On paper")
    assert text[slice(*way[3])].endswith("timetable.")
    assert way[4] == (0, len(text))
    press(qtbot, window, "grow")
    assert reader.selection == way[4]
    for span in reversed(way[:-1]):
        press(qtbot, window, "shrink")
        assert (reader.selection or (reader.cursor, reader.cursor)) == span
    press(qtbot, window, "shrink")
    assert reader.cursor == at
    press(qtbot, window, "grow")
    span = select(walked, "Who decides?")
    press(qtbot, window, "shrink")
    assert reader.selection == span, "what was selected otherwise did not grow"


# ── letters that consist of several characters ──
ODD = "INT: Cafe\u0301 👩‍👩‍👧‍👦 🇩🇪🇫🇷 ya.\nROSA: שָׁלוֹם हिन्दी 信任。Go on 👍🏽!\nAnd more of it. Twice.\n"


@given(st.data())
def test_growing_splits_no_letter_and_holds_what_it_grew_from(data: st.DataObject) -> None:
    text = data.draw(st.one_of(st.just(ODD), st.text(alphabet="aé\u0301👩\u200d👧🇩🇪 \n.信שָ", max_size=30)))
    table = Words(text, turns(text, RULE))
    start = data.draw(st.integers(0, len(text)))
    span = table.whole(start, data.draw(st.integers(start, len(text))))
    for _ in range(8):
        larger = table.larger(*span)
        assert larger[0] <= span[0]
        assert span[1] <= larger[1]
        assert table.whole(*larger) == larger
        if larger == span:
            break
        span = larger
    assert span == (0, len(text))


@pytest.mark.parametrize(
    ("at", "wanted"),
    [
        ("Caf", "Cafe\u0301"),
        ("👩", "👩‍👩‍👧‍👦"),
        ("שָׁ", "שָׁלוֹם"),
        ("信", "信"),
        ("👍", "👍🏽!"),
    ],
)
def test_a_word_is_taken_whole(at: str, wanted: str) -> None:
    start = ODD.index(at)
    span = Words(ODD, turns(ODD, RULE)).larger(start, start)
    assert ODD[slice(*span)] in (wanted, wanted.rstrip("!"))


def test_shift_and_arrow_select_by_letters_as_people_see_them(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "odd.txt"
    file.write_text(ODD, "utf-8")
    with new(tmp_path / "odd.qualcode", "Odd", coder="AB") as project:
        documents.import_files(project, [file])
        codebook.add_code(project, "any")
    workspace = opened(qtbot, window, tmp_path / "odd.qualcode")
    reader = workspace.coding.reader
    text, table = workspace.coding.text, reader.view.words
    for piece in ("Cafe", "👩", "שָ", "👍"):
        start = text.index(piece)
        reader.select(start, start)
        reader.view.setFocus()
        for _ in range(6):
            qtbot.keyClick(reader.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
            span = reader.selection
            assert span is None or table.whole(*span) == span
        reader.view.moveCursor(QTextCursor.MoveOperation.Start)


# ── what is not coded ──
def test_a_few_words_between_two_segments_are_no_passage() -> None:
    text = "INT: Why?\nROSA: one two three four five six seven eight nine. Then 信任要很多年 end."
    found = turns(text, RULE)

    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    spans = [span("one two"), span("four five six")]
    passages = [text[slice(*passage)] for passage in uncoded_passages(text, found, spans)]
    assert passages == ["Why?", "seven eight nine. Then 信任要很多年 end."]


@given(st.lists(st.tuples(st.integers(0, len(ROSA)), st.integers(0, len(ROSA))), max_size=6))
def test_passages_and_segments_share_nothing(pairs: list[tuple[int, int]]) -> None:
    spans = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    passages = uncoded_passages(ROSA, turns(ROSA, RULE), spans)
    assert passages == sorted(passages)
    for start, end in passages:
        assert start < end
        assert not any(first < end and start < last for first, last in spans)
