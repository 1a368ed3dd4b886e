"""How the reader's width is shared out: gutter, speakers, words, margin, the strip and the scroll bar."""

from collections.abc import Callable
from dataclasses import dataclass

GUTTER, COLUMN, WIDEST_COLUMN, MARGIN, LEAST_MARGIN = 48, 64, 128, 204, 64
LEAST_MEASURE, EDGE = 480, 16
NARROW_SHARE = 0.27  # of text and margin together that the margin keeps below the least measure


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and widths in px: of the text with its speakers, of the gutter, of the margin."""

    text: tuple[int, int]
    gutter: tuple[int, int]
    margin: tuple[int, int]


def share_out(
    width: int, column: int, measure: int, px: Callable[[float], int], mirrored: bool, margin_left: bool
) -> Columns:
    """The columns of a reader of `width` px, speakers of `column` px and words of at most `measure` (unscaled).

    What is left goes to both sides, and the names take what is free on theirs. The gutter stands where lines begin:
    on the right of `mirrored` text.
    """
    gutter = px(GUTTER)
    bare = px(EDGE) if mirrored != margin_left else 0  # the side where neither gutter nor margin keeps words off
    room = width - gutter - column - bare
    least = min(px(LEAST_MEASURE), px(measure))
    # in a narrow window names are worth more than long lines
    margin = max(px(LEAST_MARGIN), min(px(MARGIN), max(room - least, round(NARROW_SHARE * room))))
    words = max(1, min(px(measure), room - margin))
    side = max(0, room - margin - words) // 2
    text = column + words
    before = (margin + side if margin_left else side + (bare if mirrored else 0)) + (0 if mirrored else gutter)
    gutter_left = before + text if mirrored else before - gutter
    if margin_left:
        return Columns((before, text), (gutter_left, gutter), (0, margin + side))
    after = before + text + (gutter if mirrored else 0)
    return Columns((before, text), (gutter_left, gutter), (after, margin + side))
