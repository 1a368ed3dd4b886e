"""What a bookmark is called when nobody names it."""

import pytest

from qualcode.domain.bookmarks import LONGEST_NAME, words_at


@pytest.mark.parametrize(
    ("text", "at", "name"),
    [
        ("One two.\nThree", 4, "two."),
        ("One\n\n  Three  four\n", 3, "Three four"),
        ("信任很重要。", 2, "很重要。"),
        ("a\x07b", 0, "a b"),
        ("end", 3, ""),
    ],
)
def test_it_is_the_words_that_follow(text: str, at: int, name: str) -> None:
    assert words_at(text, at) == name


def test_a_long_line_is_cut_between_words() -> None:
    name = words_at("word, " * 40, 0)
    assert name.endswith("word…")
    assert len(name) <= LONGEST_NAME + 1
    assert words_at("x" * 200, 0) == "x" * LONGEST_NAME + "…"
