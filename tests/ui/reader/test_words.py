"""What selections snap to, in code points, in several scripts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.documents import turns
from qualcode.ui.reader.words import Words

TEXT = "INT: Don’t you think 😀 so? Yes, naïve.\nROSA: 提过一次。我 went."


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [(6, 12, "Don’t you"), (21, 24, "😀 so"), (33, 34, "naïve"), (45, 46, "提"), (10, 11, " ")],
)
def test_a_span_is_widened_to_whole_words(start: int, end: int, wanted: str) -> None:
    first, last = Words(TEXT).snapped(start, end)
    assert TEXT[first:last] == wanted


@given(st.text(max_size=40), st.data())
def test_snapping_stays_inside_the_text_and_settles(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = Words(text)
    first, last = words.snapped(start, end)
    assert 0 <= first <= last <= len(text)
    assert first == last or words.snapped(first, last) == (first, last)


def test_growing_from_blanks_takes_their_line_before_everything() -> None:
    text = "INT: Where?\n     At the station, at noon.  \nINT: And then?"
    words, start = Words(text, turns(text, r"^(?P<speaker>[A-Z]+): ")), text.index("     At")
    for blanks in ((start, start + 5), (text.index("  \n"), text.index("  \n") + 2)):
        assert "At the station" in text[slice(*words.larger(*blanks))]
        assert "And then" not in text[slice(*words.larger(*blanks))]
    lines = "1 Read it.\n     (The participant reads the text in the home tab)\n\n 1.a Was it enough?"
    words, start = Words(lines, turns(lines, "")), lines.index("     (")
    assert lines[slice(*words.larger(start, start + 5))] == "     (The participant reads the text in the home tab)"


def test_growing_goes_from_word_to_sentence_to_turn_to_everything() -> None:
    words = Words(TEXT, turns(TEXT, r"^(?P<speaker>[A-Z]+): "))
    grown, span = [], (21, 21)
    for _ in range(4):
        span = words.larger(*span)
        grown.append(TEXT[slice(*span)])
    assert grown[-2:] == ["Don’t you think 😀 so? Yes, naïve.", TEXT]
    assert all(one in other for one, other in pairwise(grown))
    assert words.neighbour_turn(21, 1) == (len(TEXT) - 12, len(TEXT))
    assert words.neighbour_turn(21, -1) is None
