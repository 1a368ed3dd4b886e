"""What the charts share on paper: title, keys and caption round a picture, axes of round numbers, colours of series."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..domain.errors import Phrase, paragraph
from ..domain.palette import PALETTE
from .drawn import Drawn, Mark
from .matrices import Label
from .sheets import DARK, LIGHT, Sheet, Tones, elided, text_width, wrapped

Say = Callable[[str], str]  # says a phrase in the reader's language; `str` leaves it in English
EDGE = 24.0  # free space round a chart
TITLE, NAME, SMALL = 15.0, 12.0, 11.0  # sizes of text
_LINE = 18.0  # height of a line of the caption
_KEY_LINE = 22.0
# one shape of the palette: any two are told apart by colour-blind readers too
_SERIES = tuple(range(8))


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the list of keys: its words, colour, and mark (a code's, or "" for a plain field)."""

    text: str
    color: str
    mark: str = ""


class Page:
    """A sheet with a title above, its keys below that, and a caption at the foot; the picture goes between.

    `top` is where the picture begins, `body` its height; `marks` collects what can be pointed at.
    """

    def __init__(
        self,
        title: Phrase,
        caption: Sequence[Phrase],
        *,
        width: float,
        body: float,
        dark: bool,
        say: Say,
        keys: Sequence[Key] = (),
    ) -> None:
        self.tones: Tones = DARK if dark else LIGHT
        self.dark, self.say, self.width, self.body = dark, say, max(width, 640.0), body
        placed, lines = _placed(keys, self.width)
        words = wrapped(paragraph(caption, say), self.width - 2 * EDGE, NAME)
        headline = wrapped(say(title), self.width - 2 * EDGE, TITLE * 1.06)  # bold is wider
        head = EDGE + 22 * len(headline) + 10
        self.top = head + (lines * _KEY_LINE + 8 if keys else 0)
        foot = self.top + body + 18
        self.sheet = Sheet(self.width, foot + len(words) * _LINE + EDGE - 4, self.tones)
        self.marks: list[Mark] = []
        for place, text in enumerate(headline):
            self.sheet.text(EDGE, EDGE + 8 + place * 22, text, TITLE, weight="bold")
        for key, x, line in placed:
            self._key(key, x, head + (line + 0.5) * _KEY_LINE)
        self.key_boxes = [
            (x, head + line * _KEY_LINE, text_width(key.text, NAME) + 20, _KEY_LINE) for key, x, line in placed
        ]
        for place, text in enumerate(words):
            self.sheet.text(EDGE, foot + (place + 0.5) * _LINE, text, NAME, color=self.tones.ink2)

    def _key(self, key: Key, x: float, y: float) -> None:
        if key.mark:
            self.sheet.mark(x + 5, y, key.mark, key.color, 9)
        else:
            self.sheet.rectangles([(x, y - 5, 10, 10)], key.color)
        self.sheet.text(x + 17, y, key.text, NAME, color=self.tones.ink2)

    def name(self, label: Label, right: float, y: float, most: float = 240.0, size: float = NAME) -> None:
        """A code's mark and name, ending at `right`."""
        self.sheet.mark(right - 10, y, label.mark, color_of(label, self.dark), min(9.0, size * 0.75))
        self.sheet.text(right - 22, y, elided(label.name, most, size), size, ha="right", color=self.tones.ink2)

    def drawn(self) -> Drawn:
        """What was drawn, with its marks."""
        return self.sheet.drawn(self.marks)


def _placed(keys: Sequence[Key], width: float) -> tuple[list[tuple[Key, float, int]], int]:
    """Where keys stand, line by line: key, its left end, its line; and how many lines they take."""
    found = []
    x, line = EDGE, 0
    for key in keys:
        shown = Key(elided(key.text, 260, NAME), key.color, key.mark)
        room = text_width(shown.text, NAME) + 17
        if x > EDGE and x + room > width - EDGE:
            x, line = EDGE, line + 1
        found.append((shown, x, line))
        x += room + 22
    return found, line + 1


def color_of(label: Label, dark: bool) -> str:
    """A code's colour on light or dark ground."""
    return label.dark if dark else label.light


def series_color(number: int, dark: bool) -> str:
    """The colour of a coder, speaker or category by its place; from the ninth on colours come again."""
    known = PALETTE[_SERIES[number % len(_SERIES)]]
    return known.dark if dark else known.light


def names_width(names: Sequence[str], most: float, size: float = NAME) -> float:
    """How wide the widest of these names is shown, at most `most`."""
    return max((text_width(elided(name, most, size), size) for name in names), default=0.0)


def round_steps(top: float, most: int = 5, whole: bool = False) -> list[float]:
    """Round numbers from 0 to at least `top`, at most `most` + 1 of them; whole ones if asked for."""
    if top <= 0:
        return [0.0, 1.0]
    power = 10.0 ** math.floor(math.log10(top / most))
    factors = (1, 2, 2.5, 5, 10, 20) if power > 1 or not whole else (1, 2, 5, 10, 20)
    step = next(factor * power for factor in factors if factor * power * most >= top * (1 - 1e-9))
    if whole:
        step = max(1.0, math.ceil(step))
    count = max(1, math.ceil(top / step - 1e-9))
    return [round(step * number, 12) for number in range(count + 1)]
