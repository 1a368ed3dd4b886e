"""Code points against Qt's positions, held against Qt's own text."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.ui.reader.positions import Positions, shown

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]) | st.sampled_from("a😀𝒳文\u2028\n"), max_size=60)


@given(TEXT, st.data())
def test_positions_count_utf16_units_and_separators(text: str, data: st.DataObject) -> None:
    inside = st.integers(1, len(text) - 1) if len(text) > 1 else st.nothing()
    splits = sorted(data.draw(st.sets(inside, max_size=4))) if len(text) > 1 else []
    positions = Positions(text, splits)
    for point in range(len(text) + 1):
        units = len(text[:point].encode("utf-16-le", "surrogatepass")) // 2
        before = sum(split < point for split in splits)
        assert positions.to_qt(point, end=True) == units + before
        assert positions.to_qt(point) == units + sum(split <= point for split in splits)
        assert positions.from_qt(positions.to_qt(point)) == point
        assert positions.from_qt(positions.to_qt(point, end=True)) == point


def test_places_outside_the_text_are_brought_inside() -> None:
    positions = Positions("a😀b")
    assert (positions.to_qt(-5), positions.to_qt(99), positions.from_qt(99)) == (0, 4, 3)


@given(st.text())
def test_what_is_shown_has_as_many_characters_and_the_same_breaks(text: str) -> None:
    safe = shown(text)
    assert len(safe) == len(text)
    assert [i for i, c in enumerate(safe) if c == "\n"] == [i for i, c in enumerate(text) if c == "\n"]
    assert not set(safe) & set("\0\r\u2028\u2029\ufdd0\ufdd1\ufffc")
