"""The theme map of a review page as an SVG drawing: no style in attributes, so that the page may forbid it; colours and
dark ground come from the page's classes, and what can be chosen carries its id. Where all of a large map is seen its
letters would be too small to be read: then the page shows what is of the class `far`, fewer words in larger letters,
instead of what is `near`."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import hypot
from uuid import UUID

_MARGIN = 40.0  # points around everything
_FAN = 120.0  # between the bends of two lines that join the same boxes
_BEND = 0.14  # of a line that is alone, as a share of its length
_GAP = 3.0  # between the end of a line and a box
_WIDE, _NARROW = 1.0, 0.51  # of a letter, in heights of the script
_FAR, _FAR_LINE = 19.0, 24.0  # height of letters, and of a line, for who sees the map from afar
_BOLD = 1.12  # times as wide as other letters
_LABELS = (0.5, 0.4, 0.6, 0.3, 0.7)  # where along a line its label may stand, best first


@dataclass(frozen=True, slots=True)
class Shape:
    """Something on the map: its middle, width and height in points, its colour's class, its lines of text, what stands
    below a short name from afar; `target` is what it leads to on the page, if anything."""

    key: UUID
    kind: str
    x: float
    y: float
    width: float
    height: float
    name: str
    lines: tuple[str, ...] = ()
    color: str = ""
    dashed: bool = False
    target: UUID | None = None
    short: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation from one shape to another; `kind` as stored, `label` as shown, `short` the same from afar ("": no
    shorter)."""

    id: UUID
    source: UUID
    target: UUID
    kind: str
    label: str
    directed: bool
    told: str
    short: str = ""


@dataclass(frozen=True, slots=True)
class _Curve:
    x0: float
    y0: float
    cx: float
    cy: float
    x1: float
    y1: float

    def at(self, t: float) -> tuple[float, float]:
        u = 1 - t
        a, b, c = u * u, 2 * u * t, t * t
        return a * self.x0 + b * self.cx + c * self.x1, a * self.y0 + b * self.cy + c * self.y1


def drawing(shapes: Sequence[Shape], ties: Sequence[Tie], label: str) -> str:
    """The map as SVG; nothing where there is nothing on it."""
    if not shapes:
        return ""
    by_key = {shape.key: shape for shape in shapes}
    lines, labels = _ties(by_key, [tie for tie in ties if tie.source in by_key and tie.target in by_key])
    groups = [_shape(shape) for shape in shapes if shape.kind == "group"]
    rest = [_shape(shape) for shape in shapes if shape.kind != "group"]
    left = min(shape.x - shape.width / 2 for shape in shapes) - _MARGIN
    top = min(shape.y - shape.height / 2 for shape in shapes) - _MARGIN
    right = max(shape.x + shape.width / 2 for shape in shapes) + _MARGIN
    bottom = max(shape.y + shape.height / 2 for shape in shapes) + _MARGIN
    box = f"{_n(left)} {_n(top)} {_n(right - left)} {_n(bottom - top)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="group" aria-label="{_e(label)}">'
        f"{''.join(groups)}{''.join(lines)}{''.join(rest)}{''.join(labels)}</svg>"
    )


def _shape(shape: Shape) -> str:
    left, top = shape.x - shape.width / 2, shape.y - shape.height / 2
    told = _e(", ".join((shape.name, *shape.lines)))
    reach = f' data-target="{shape.target}" role="button" tabindex="0" aria-label="{told}"' if shape.target else ""
    radius = 4 if shape.kind == "note" else 8
    dashed = ' stroke-dasharray="6 4"' if shape.dashed else ""
    size = f'width="{_n(shape.width)}" height="{_n(shape.height)}"'
    parts = [f'<rect x="{_n(left)}" y="{_n(top)}" {size} rx="{radius}"{dashed}/>']
    room = shape.width - 32
    if shape.kind == "group":
        parts.append(_text(left + 12, top + 19, cut(shape.name, shape.width - 24, 13), "small near"))
        parts.append(_text(left + 12, top + 22, cut(shape.name, shape.width - 24, _FAR), "far"))
    elif shape.kind == "note":
        for number, line in enumerate(wrapped(shape.name, room, 13, int((shape.height - 12) // 18))):
            parts.append(_text(left + 16, top + 24 + 18 * number, line, "small near"))
        for number, line in enumerate(wrapped(shape.name, room, _FAR, int((shape.height - 12) // _FAR_LINE))):
            parts.append(_text(left + 16, top + 28 + _FAR_LINE * number, line, "far"))
    else:
        parts.append(_text(left + 16, top + 30, cut(shape.name, room, 15), "strong near"))
        for number, line in enumerate(shape.lines):
            state = '<tspan class="told"></tspan>' if number == len(shape.lines) - 1 else ""
            parts.append(_text(left + 16, top + 52 + 22 * number, cut(line, room, 13), "small near", state))
        lines = wrapped(shape.name, room, _FAR * _BOLD, max(1, int((shape.height - 12 - _FAR_LINE) // _FAR_LINE)))
        for number, line in enumerate(lines):
            parts.append(_text(left + 16, top + 28 + _FAR_LINE * number, line, "strong far"))
        if len(lines) == 1 and shape.short and shape.height >= 12 + 3 * _FAR_LINE:
            lines.append(cut(shape.short, room, _FAR))
            parts.append(_text(left + 16, top + 28 + _FAR_LINE, lines[1], "less far"))
        parts.append(_text(left + 16, top + 28 + _FAR_LINE * len(lines), "", "told far"))
    return f'<g class="shape {shape.kind} {shape.color}"{reach}>{"".join(parts)}</g>'


def _text(x: float, y: float, text: str, name: str, more: str = "") -> str:
    return f'<text x="{_n(x)}" y="{_n(y)}" class="{name}">{_e(text)}{more}</text>'


def _ties(by_key: Mapping[UUID, Shape], ties: Sequence[Tie]) -> tuple[list[str], list[str]]:
    """The lines, and their labels to lie over all."""
    pairs: dict[frozenset[UUID], list[Tie]] = {}
    for tie in ties:
        pairs.setdefault(frozenset((tie.source, tie.target)), []).append(tie)
    lines, labels = [], []
    taken = [shape for shape in by_key.values() if shape.kind != "group"]
    for tie in ties:
        own = pairs[frozenset((tie.source, tie.target))]
        first = min(tie.source, tie.target)
        curve = _curve(by_key[tie.source], by_key[tie.target], own.index(tie), len(own), tie.source != first)
        path = f"M{_n(curve.x0)} {_n(curve.y0)}Q{_n(curve.cx)} {_n(curve.cy)} {_n(curve.x1)} {_n(curve.y1)}"
        dashes = {"contradicts": ' stroke-dasharray="9 6"'}.get(tie.kind, "")
        if tie.kind not in ("leads to", "condition for", "part of", "contradicts", "co-occurs with"):
            dashes = ' stroke-dasharray="2 5"'
        lines.append(
            f'<g class="tie" data-target="{tie.id}"><path class="reach" d="{path}"/><path d="{path}"{dashes}/>'
            f"{_end(curve, tie)}</g>"
        )
        labels.append(_label(curve, tie, taken))
    return lines, labels


def _curve(one: Shape, other: Shape, place: int, of: int, turned: bool) -> _Curve:
    """From the edge of one box to that of the other; several between two are fanned out."""
    dx, dy = other.x - one.x, other.y - one.y
    length = hypot(dx, dy) or 1.0
    bend = (place - (of - 1) / 2) * _FAN if of > 1 else min(_BEND * length, 46.0)
    bend = -bend if turned else bend
    cx, cy = (one.x + other.x) / 2 - dy / length * bend, (one.y + other.y) / 2 + dx / length * bend
    x0, y0 = _leave(one, cx, cy)
    x1, y1 = _leave(other, cx, cy)
    return _Curve(x0, y0, cx, cy, x1, y1)


def _leave(shape: Shape, x: float, y: float) -> tuple[float, float]:
    """Where a ray from the middle of a box to a place leaves it."""
    dx, dy = x - shape.x, y - shape.y
    across = shape.width / 2 / abs(dx) if dx else float("inf")
    down = shape.height / 2 / abs(dy) if dy else float("inf")
    share = min(across, down)
    if share == float("inf"):
        return shape.x, shape.y
    length = hypot(dx, dy)
    share += _GAP / length
    return shape.x + dx * share, shape.y + dy * share


def _end(curve: _Curve, tie: Tie) -> str:
    """What stands at a line's end: a filled arrow, an open one, a diamond, two bars."""
    if not tie.directed:
        return ""
    dx, dy = curve.x1 - curve.cx, curve.y1 - curve.cy
    length = hypot(dx, dy) or 1.0
    dx, dy = dx / length, dy / length

    def place(back: float, aside: float) -> str:
        return f"{_n(curve.x1 - dx * back - dy * aside)} {_n(curve.y1 - dy * back + dx * aside)}"

    if tie.kind == "contradicts":
        bars = [f"M{place(back, -9)}L{place(back, 9)}" for back in (6, 13)]
        return f'<path class="bars" d="{"".join(bars)}"/>'
    if tie.kind == "part of":
        return f'<path class="head" d="M{place(0, 0)}L{place(9, 6)}L{place(18, 0)}L{place(9, -6)}Z"/>'
    kind = "head" if tie.kind == "leads to" else "head open"
    return f'<path class="{kind}" d="M{place(0, 0)}L{place(13, 6)}L{place(13, -6)}Z"/>'


def _label(curve: _Curve, tie: Tie, taken: list[Shape]) -> str:
    """A label on its line, where it covers nothing that has its place already, if it can."""
    sizes = {"near": (cut(tie.label, 200, 13), 13.0, 26.0), "far": (cut(tie.short or tie.label, 200, _FAR), _FAR, 32.0)}
    width, height = max(measured(text, size) for text, size, _ in sizes.values()) + 24, 32.0

    def free(share: float) -> bool:
        x, y = curve.at(share)
        return not any(
            abs(x - box.x) < (width + box.width) / 2 and abs(y - box.y) < (height + box.height) / 2 for box in taken
        )

    x, y = curve.at(next((share for share in _LABELS if free(share)), 0.5))
    taken.append(Shape(tie.id, "label", x, y, width, height, tie.label))
    parts = []
    for name, (text, size, high) in sizes.items():
        wide = measured(text, size) + 24
        place = f'x="{_n(x - wide / 2)}" y="{_n(y - high / 2)}" width="{_n(wide)}" height="{_n(high)}"'
        parts.append(f'<rect class="{name}" {place} rx="6"/>')
        parts.append(
            f'<text class="{name}" x="{_n(x)}" y="{_n(y + size * 0.35)}" text-anchor="middle">{_e(text)}</text>'
        )
    told = f'role="button" tabindex="0" aria-label="{_e(tie.told)}"'
    return f'<g class="label" data-target="{tie.id}" {told}>{"".join(parts)}</g>'


# ── text in boxes: SVG does not break lines, and there is no font to measure with ──
def measured(text: str, size: float) -> float:
    """About how wide a text is, in points, at a height of the script."""
    return sum(_WIDE if unicodedata.east_asian_width(char) in "WF" else _NARROW for char in text) * size


def cut(text: str, room: float, size: float) -> str:
    """As much of a text as has room, an ellipsis at its end where it is cut."""
    if measured(text, size) <= room:
        return text
    while text and measured(text, size) > room - size:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, room: float, size: float, most: int) -> list[str]:
    """A text in at most so many lines, broken at blanks, or anywhere where a word is longer than a line."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if measured(longer, size) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
        while measured(lines[-1], size) > room and len(lines[-1]) > 1:
            long = lines.pop()
            fits = next(at for at in range(len(long) - 1, 0, -1) if at == 1 or measured(long[:at], size) <= room)
            lines += [long[:fits], long[fits:]]
    if len(lines) > most:
        lines = lines[: max(1, most)]
        lines[-1] = cut(lines[-1] + " …", room, size)
    return lines


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _e(text: str) -> str:
    visible = "".join("\ufffd" if unicodedata.category(char) in ("Cc", "Cs") else char for char in text)
    return escape(visible, quote=True)
