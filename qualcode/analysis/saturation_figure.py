"""The curve of saturation as a figure: cumulative codes with their band, new codes below, base and stop marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..domain.errors import Phrase, paragraph
from ..domain.palette import HEAT_DARK, HEAT_LIGHT
from ..domain.selections import Selection
from .drawn import Drawn, Mark
from .saturation import Bands, Curve, Estimate
from .sheets import DARK, LIGHT, Sheet, elided, text_width, wrapped

Say = Callable[[str], str]
_EDGE, _CAPTION, _LINE, _TITLE = 24.0, 12.0, 18.0, 15.0
_HIGH, _BARS, _BETWEEN = 280.0, 72.0, 34.0  # heights of the curve and of the bars, and what is between them
_NAMED = 30  # up to so many documents their names stand below
_NAME = 150.0
_SLANT = 0.5, 0.866


@dataclass(frozen=True, slots=True, eq=False)
class SaturationChart:
    """What is drawn. `stop` is a position from 1, `reached` how it is written (`6+2`); `says` and `opens` belong to the
    documents in order."""

    title: Phrase
    things: Phrase
    documents: tuple[str, ...]
    curve: Curve
    base: int
    run: int
    stop: int | None
    reached: str
    bands: Bands | None
    chao2: Estimate | None
    caption: tuple[Phrase, ...]
    opens: tuple[Selection | None, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where things stand: the left end, the step from document to document, the top of the curve, the number of
    codes at that top, and from line to line."""

    left: float
    step: float
    top: float
    most: float
    grain: float

    def x(self, position: float) -> float:
        return self.left + position * self.step

    def y(self, codes: float) -> float:
        return self.top + _HIGH * (1 - codes / self.most)


def saturation_chart(data: SaturationChart, dark: bool = False, say: Say = str) -> Drawn:
    """Title, curve, bars, caption; a mark for each document."""
    tones = DARK if dark else LIGHT
    ramp = HEAT_DARK if dark else HEAT_LIGHT
    count = len(data.documents)
    most = max(float(data.curve.cumulative[-1]) if count else 0.0, _chao_shown(data), 1.0)
    grain = _grain(most)
    most = grain * float(np.ceil(most / grain - 1e-9))
    step = min(64.0, max(660.0 / max(count, 1), 1.6))
    names = [elided(name, _NAME, 11) for name in data.documents] if count <= _NAMED else []
    # the names lean to the left
    lean = max((text_width(name, 11) * _SLANT[0] - (n + 0.5) * step for n, name in enumerate(names)), default=0.0)
    left = _EDGE + max(text_width(f"{most:,.0f}", 11) + 12, lean)
    frame = _Frame(left, step, _EDGE + 84, most, grain)
    # what stands at the right end beside the curve
    beside = max((text_width(text, 11) for text, _ in _beside(data, say)), default=0.0) + 14
    width = max(frame.x(count) + beside + _EDGE, 640.0)
    bottom = frame.top + _HIGH + _BETWEEN + _BARS
    below = max((text_width(name, 11) for name in names), default=10.0) * _SLANT[1] + 26 if names else 34.0
    caption = wrapped(paragraph(data.caption, say), width - 2 * _EDGE, _CAPTION)
    sheet = Sheet(width, bottom + below + len(caption) * _LINE + _EDGE, tones)
    sheet.text(_EDGE, _EDGE + 8, elided(say(data.title), width - 2 * _EDGE, _TITLE, "bold"), _TITLE, weight="bold")
    _axes(sheet, data, frame, names, bottom, say)
    if count:
        _band(sheet, data, frame, ramp)
        _line(sheet, data, frame, ramp)
        _bars(sheet, data, frame, bottom, ramp[3])
    for text, value in _beside(data, say):
        sheet.text(frame.x(count) + 10, frame.y(value), text, 11, color=tones.ink2)
    for place, line in enumerate(caption):
        y = bottom + below + (place + 0.5) * _LINE
        sheet.text(_EDGE, y, line, _CAPTION, color=tones.ink2)
    return sheet.drawn(_marks(data, frame, bottom, say))


def _chao_shown(data: SaturationChart) -> float:
    return data.chao2.value if data.chao2 and data.chao2.value == data.chao2.value else 0.0


def _grain(most: float) -> float:
    """The round step in which at most five lines reach what is shown."""
    size = 10.0 ** np.floor(np.log10(max(most, 1.0) / 5))
    return max(float(next(nice * size for nice in (1, 2, 5, 10) if nice * size * 5 >= most)), 1.0)


def _beside(data: SaturationChart, say: Say) -> list[tuple[str, float]]:
    """What is written at the right end, with its height in codes."""
    if not data.documents or not data.chao2 or not _chao_shown(data):
        return []
    estimate = data.chao2
    if estimate.low == estimate.low:
        text = say(
            Phrase(
                "Chao2 {value} ({low} to {high})",
                value=f"{estimate.value:.1f}",
                low=f"{estimate.low:.1f}",
                high=f"{estimate.high:.1f}",
            )
        )
    else:
        text = say(Phrase("Chao2 {value}", value=f"{estimate.value:.1f}"))
    return [(text, estimate.value)]


def _axes(sheet: Sheet, data: SaturationChart, frame: _Frame, names: Sequence[str], bottom: float, say: Say) -> None:
    tones, count = sheet.tones, len(data.documents)
    end = frame.x(count)
    if count and data.base <= count:
        sheet.rectangles([(frame.left, frame.top, data.base * frame.step, _HIGH)], _shade(tones.ground, tones.line))
        sheet.text(frame.left + 4, frame.top - 12, say(Phrase("base")), 11, color=tones.ink3)
    for place in range(round(frame.most / frame.grain) + 1):
        value = frame.grain * place
        sheet.line([frame.left, end], [frame.y(value)] * 2, tones.line)
        sheet.text(frame.left - 8, frame.y(value), f"{value:,.0f}", 11, ha="right", color=tones.ink3)
    sheet.text(_EDGE, frame.top - 40, say(Phrase("cumulative {things}", things=data.things)), 12, color=tones.ink2)
    sheet.text(_EDGE, bottom - _BARS - 12, say(Phrase("new {things}", things=data.things)), 12, color=tones.ink2)
    sheet.line([frame.left, end], [bottom, bottom], tones.line)
    if data.stop is not None:
        x = frame.x(data.stop - 0.5)
        sheet.line([x, x], [frame.top - 2, frame.top + _HIGH], tones.ink3, 1.2, z=1.5)
        text = say(Phrase("stop at {position} ({reached})", position=data.stop, reached=data.reached))
        left = min(max(x - text_width(text, 11) / 2, frame.left + 60), sheet.width - _EDGE - text_width(text, 11))
        sheet.text(left, frame.top - 12, text, 11, color=tones.ink)
    every = max(1, round(count / 20))
    for place in range(count):
        x = frame.x(place + 0.5)
        if names:
            style: dict[str, Any] = {"rotation": 60, "rotation_mode": "anchor", "ha": "right", "va": "center"}
            sheet.text(x + 2, bottom + 8, names[place], 11, color=tones.ink2, **style)
        elif (place + 1) % every == 0:
            sheet.text(x, bottom + 14, str(place + 1), 11, ha="center", color=tones.ink3)


def _shade(ground: str, line: str) -> str:
    pairs = ((int(ground[i : i + 2], 16), int(line[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(0.55 * one + 0.45 * other):02X}" for one, other in pairs)


def _band(sheet: Sheet, data: SaturationChart, frame: _Frame, ramp: Sequence[str]) -> None:
    """What random orders give: a band of 95 % and their mean."""
    if data.bands is None or len(data.documents) < 2:
        return
    from matplotlib.path import Path

    xs = [frame.x(place + 0.5) for place in range(len(data.documents))]
    upper = [(x, frame.y(value)) for x, value in zip(xs, data.bands.high.tolist(), strict=True)]
    lower = [(x, frame.y(value)) for x, value in zip(xs, data.bands.low.tolist(), strict=True)]
    points = [*upper, *reversed(lower)]
    kinds = [int(Path.MOVETO), *[int(Path.LINETO)] * (len(points) - 1)]
    sheet.shape(points, kinds, fill=ramp[2], z=1.1)
    mean = [(x, frame.y(value)) for x, value in zip(xs, data.bands.mean.tolist(), strict=True)]
    kinds = [int(Path.MOVETO), *[int(Path.LINETO)] * (len(mean) - 1)]
    sheet.shape(mean, kinds, edge=ramp[4], width=1.4, dashes=(5, 3), z=1.2)


def _line(sheet: Sheet, data: SaturationChart, frame: _Frame, ramp: Sequence[str]) -> None:
    count = len(data.documents)
    xs = [frame.x(place + 0.5) for place in range(count)]
    ys = [frame.y(value) for value in data.curve.cumulative.tolist()]
    sheet.line(xs, ys, ramp[5], 2.2, z=2)
    if frame.step >= 12:
        for x, y in zip(xs, ys, strict=True):
            sheet.mark(x, y, "circle", ramp[5], 7, z=3)
    if _chao_shown(data):
        from matplotlib.path import Path

        y = frame.y(_chao_shown(data))
        points, kinds = [(frame.left, y), (frame.x(count), y)], [int(Path.MOVETO), int(Path.LINETO)]
        sheet.shape(points, kinds, edge=sheet.tones.ink3, width=1, dashes=(2, 3), z=1.3)


def _bars(sheet: Sheet, data: SaturationChart, frame: _Frame, bottom: float, color: str) -> None:
    new = data.curve.new.tolist()
    most = max(*new, 1)
    room = _BARS - 20
    wide = max(min(frame.step * 0.6, 26.0), 1.0)
    boxes = [
        (frame.x(place + 0.5) - wide / 2, bottom - room * value / most, wide, room * value / most)
        for place, value in enumerate(new)
        if value
    ]
    sheet.rectangles(boxes, color)
    if frame.step >= 18:
        for place, value in enumerate(new):
            y = bottom - room * value / most - 8
            sheet.text(frame.x(place + 0.5), y, str(value), 11, ha="center", color=sheet.tones.ink2)


def _marks(data: SaturationChart, frame: _Frame, bottom: float, say: Say) -> list[Mark]:
    found = []
    for place, name in enumerate(data.documents):
        says = say(
            Phrase(
                "{position}. {document}: {new} new, {all} so far",
                position=place + 1,
                document=name,
                new=int(data.curve.new[place]),
                all=int(data.curve.cumulative[place]),
            )
        )
        top = frame.top - 2
        found.append(Mark(frame.x(place), top, frame.step, bottom - top, says, data.opens[place]))
    return found
