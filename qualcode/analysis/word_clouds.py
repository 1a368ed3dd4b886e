"""Word clouds: where words of different size stand beside each other, and the cloud as a figure."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.errors import Phrase, paragraph
from ..domain.palette import HEAT_DARK, HEAT_LIGHT
from .drawn import Drawn, Mark
from .sheets import DARK, LIGHT, Sheet, text_width, wrapped
from .word_figures import Say, Word, caption_below

_WIDTH, _EDGE, _TOP = 860.0, 24.0, 60.0
_SMALLEST, _LARGEST = 11.0, 64.0
_GAP = 5.0  # pixels between two words
_STEP = 3.0  # pixels between two places that are tried


@dataclass(frozen=True, slots=True)
class Placed:
    """A word in the cloud: its middle, its box, the size of its letters."""

    x: float
    y: float
    width: float
    height: float
    size: float


def sizes(values: Sequence[float], linear: bool) -> list[float]:
    """Sizes of letters in pixels, in proportion to the values or to their square roots, as far as one can read them."""
    if not values:
        return []
    grown = [value if linear else math.sqrt(value) for value in values]
    return [max(_LARGEST * each / max(grown), _SMALLEST) for each in grown]


def cloud(texts: Sequence[str], heights: Sequence[float], seed: int = 1) -> list[Placed]:
    """A place for every word, none over another, the first ones in the middle.

    Each is moved along a spiral, flat as a page is, from the middle until it is free; the seed turns the spirals.
    """
    turns = random.Random(seed)
    found: list[Placed] = []
    cells: dict[tuple[int, int], list[Placed]] = {}
    for text, size in zip(texts, heights, strict=True):
        width, height = text_width(text, size) + 2 * _GAP, size * 1.12 + _GAP
        angle, way = turns.uniform(0, 2 * math.pi), turns.choice((-1, 1))
        radius = 0.0
        while True:
            word = Placed(1.6 * radius * math.cos(angle), radius * math.sin(angle), width, height, size)
            if not any(_over(word, other) for cell in _cells(word) for other in cells.get(cell, ())):
                break
            turn = _STEP / max(radius, _STEP)
            angle += way * turn
            radius += _STEP * turn / (2 * math.pi) * 2
        found.append(word)
        for cell in _cells(word):
            cells.setdefault(cell, []).append(word)
    return found


def _ink(number: int, of: int, dark: bool) -> str:
    """The colour of a word: stronger for the most frequent ones, which size alone says already."""
    tones, ramp = (DARK, HEAT_DARK[5:3:-1]) if dark else (LIGHT, HEAT_LIGHT[6:4:-1])
    return (*ramp, tones.ink2)[0 if number * 8 < of else 1 if number * 3 < of else 2]


def _over(one: Placed, other: Placed) -> bool:
    return abs(one.x - other.x) * 2 < one.width + other.width and abs(one.y - other.y) * 2 < one.height + other.height


def _cells(word: Placed, side: float = 60.0) -> list[tuple[int, int]]:
    """The squares of a grid that a word touches."""
    left, right = (word.x - word.width / 2) // side, (word.x + word.width / 2) // side
    low, high = (word.y - word.height / 2) // side, (word.y + word.height / 2) // side
    return [(x, y) for x in range(int(left), int(right) + 1) for y in range(int(low), int(high) + 1)]


def word_cloud(
    words: Sequence[Word],
    title: Phrase,
    caption: Sequence[Phrase],
    dark: bool,
    say: Say,
    *,
    linear: bool = False,
    seed: int = 1,
) -> Drawn:
    """The words as a cloud; its caption says how their size grows."""
    tones = DARK if dark else LIGHT
    heights = sizes([word.value for word in words], linear)
    places = cloud([word.text for word in words], heights, seed)
    left = min((word.x - word.width / 2 for word in places), default=0.0)
    top = min((word.y - word.height / 2 for word in places), default=0.0)
    wide = max((word.x + word.width / 2 for word in places), default=0.0) - left
    high = max((word.y + word.height / 2 for word in places), default=0.0) - top
    width = max(wide + 2 * _EDGE, 640.0)
    said = (
        Phrase("The size of a word grows with its count.")
        if linear
        else Phrase("The size of a word grows with the square root of its count.")
    )
    said_least = Phrase("Rare words are drawn larger than that, so that they can be read.")
    small = bool(heights) and min(heights) == _SMALLEST
    lines = wrapped(paragraph([said, *([said_least] if small else []), *caption], say), width - 2 * _EDGE, 12)
    sheet = Sheet(width, _TOP + high + 20 + len(lines) * 18 + _EDGE, tones)
    sheet.text(_EDGE, _EDGE + 8, say(title), 15, weight="bold")
    marks = []
    shift = (width - wide) / 2 - left
    for number, (word, place) in enumerate(zip(words, places, strict=True)):
        x, y = place.x + shift, place.y - top + _TOP
        sheet.text(x, y, word.text, place.size, ha="center", color=_ink(number, len(words), dark))
        marks.append(Mark(x - place.width / 2, y - place.height / 2, place.width, place.height, word.says, word.opens))
    caption_below(sheet, lines, _TOP + high + 20)
    return sheet.drawn(marks)
