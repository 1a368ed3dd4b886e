"""Charts as Matplotlib figures and files: the same input gives the same bytes."""

import io
import os
import tempfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from ..domain.errors import BadInput, Phrase, paragraph
from ..domain.palette import HEAT_DARK, HEAT_LIGHT
from ..domain.selections import Selection
from .chart_pages import series_color
from .drawn import Drawn, Mark
from .frequencies import FrequencyChart
from .matrices import HeatMap, Label
from .networks import Network
from .sheets import DARK, DRAWING, LIGHT, PIXELS, Sheet, Tones, elided, text_width, wrapped

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SUFFIXES = (".svg", ".png", ".pdf")
Say = Callable[[str], str]  # says a phrase in the reader's language; `str` leaves it in English
_EDGE = 24.0  # free space round a chart
_HEAD = 28.0  # for the title of the matrix
_LABEL = 200.0  # the widest name beside a row
_SLANT = 0.5, 0.866  # cosine and sine of the 60 degrees at which column names stand
_CAPTION, _LINE = 12.0, 18.0  # size and line height of the caption


def heatmap(data: HeatMap, dark: bool = False, say: Say = str) -> "Figure":
    """The matrix: title, names with marks, dendrogram if ordered by likeness, legend and caption."""
    tones = DARK if dark else LIGHT
    ramp = HEAT_DARK if dark else HEAT_LIGHT
    count = len(data.labels)
    cell = next((size for most, size in ((32, 27.0), (70, 18.0), (140, 11.0)) if count <= most), 6.0)
    size = min(12.0, max(cell - 3, 4.0))
    rows = [elided(label.name, _LABEL, size) for label in data.labels]
    columns = [elided(label.name, 150.0, size) for label in data.labels]
    widest = max((text_width(name, size) for name in rows), default=0.0)
    longest = max((text_width(name, size) for name in columns), default=0.0)
    tree = 64.0 if data.branches else 0.0
    measure = say(data.measure_name)
    left = max(_EDGE + widest + 24, _EDGE + text_width(measure, _CAPTION) + 14)
    top = _EDGE + _HEAD + tree + longest * _SLANT[1] + size + 6
    # the last slanted name leans out to the right
    lean = max(
        (text_width(name, size) * _SLANT[0] - (count - 1 - place) * cell for place, name in enumerate(columns)),
        default=0.0,
    )
    width = max(left + count * cell + max(lean, 0) + _EDGE, 640.0)
    caption = wrapped(paragraph(data.caption, say), width - 2 * _EDGE, _CAPTION)
    legend_top = top + count * cell + 20
    sheet = Sheet(width, legend_top + 46 + len(caption) * _LINE + _EDGE, tones)
    title = Phrase("Co-occurrence: {measure}", measure=data.measure_name)
    sheet.text(_EDGE, _EDGE + 8, say(title), 15, weight="bold")
    _cells(sheet, data, ramp, data.ink(dark), left=left, top=top, cell=cell)
    for place, label in enumerate(data.labels):
        middle = (place + 0.5) * cell
        sheet.mark(left - 12, top + middle, label.mark, _color(label, dark), min(9.0, cell - 4))
        sheet.text(left - 22, top + middle, rows[place], size, ha="right", color=tones.ink2)
        style: dict[str, Any] = {"rotation": 60, "rotation_mode": "anchor", "ha": "left", "color": tones.ink2}
        sheet.text(left + middle + 2, top - 6, columns[place], size, **style)
    for branch in data.branches:
        base, high = _EDGE + _HEAD + tree - 4, tree - 8
        heights = (branch.left_height, branch.height, branch.height, branch.right_height)
        sides = (branch.left, branch.left, branch.right, branch.right)
        # the names lean to the right: the tree stands above their ends
        shift = longest * _SLANT[0] if cell * count < longest else 0.0
        sheet.line(
            [left + shift + side * cell for side in sides],
            [base - height * high for height in heights],
            tones.ink3,
        )
    _legend(sheet, measure, list(zip(ramp, data.legend, strict=False)), left, legend_top)
    _caption(sheet, caption, legend_top + 46)
    return sheet.figure


def _cells(
    sheet: Sheet,
    data: HeatMap,
    ramp: tuple[str, ...],
    ink: tuple[str, ...],
    *,
    left: float,
    top: float,
    cell: float,
) -> None:
    count = len(data.labels)
    gap = 1.0 if cell > 8 else 0.5
    boxes: list[list[tuple[float, float, float, float]]] = [[] for _ in ramp]
    numbers: dict[str, list[tuple[float, float, str, float]]] = {}
    for row in range(count):
        for column in range(count):
            x, y = left + column * cell, top + row * cell
            if row != column:
                boxes[int(data.bins[row, column])].append((x + gap, y + gap, cell - 2 * gap, cell - 2 * gap))
            text = data.text(row, column)
            size = min(11.0, cell * 0.6, cell * 1.5 / max(len(text), 1))
            if text and size >= 5.5:
                color = sheet.tones.ink3 if row == column else ink[int(data.bins[row, column])]
                numbers.setdefault(color, []).append((x + cell / 2, y + cell / 2, text, size))
    for filled, color in zip(boxes, ramp, strict=True):
        sheet.rectangles(filled, color)
    for color, texts in numbers.items():
        sheet.numbers(texts, color)


def _legend(sheet: Sheet, measure: str, steps: list[tuple[str, str]], left: float, top: float) -> None:
    sheet.text(left - 12, top + 7, measure, _CAPTION, ha="right", color=sheet.tones.ink2)
    step = max(46.0, max(text_width(text, 11) for _, text in steps) + 10)
    for place, (color, text) in enumerate(steps):
        sheet.rectangles([(left + place * step, top, step, 14)], color)
        sheet.text(left + (place + 0.5) * step, top + 24, text, 11, ha="center", color=sheet.tones.ink3)


def _caption(sheet: Sheet, lines: list[str], top: float) -> None:
    for place, line in enumerate(lines):
        sheet.text(_EDGE, top + (place + 0.5) * _LINE, line, _CAPTION, color=sheet.tones.ink2)


def _color(label: Label, dark: bool) -> str:
    return label.dark if dark else label.light


def network(data: Network, dark: bool = False, say: Say = str, wide: float = 960.0) -> "Figure":
    """The network: marks grow with segments, lines with the measure; title above, caption below. `wide` is the width of
    its sheet in pixels, for a network that needs none of a larger scale."""
    tones = DARK if dark else LIGHT
    heights = [node.y for node in data.nodes] or [0.5]
    low, high = min(heights), max(heights)
    used = max(high - low, 0.35)  # few codes stand near the middle and need no tall sheet
    width, height, top = wide * data.scale, 560.0 * data.scale * used, 64.0
    side = 90.0
    caption = wrapped(paragraph(data.caption, say), width - 2 * _EDGE, _CAPTION)
    sheet = Sheet(width, top + height + 40 + len(caption) * _LINE + _EDGE, tones)
    sheet.text(_EDGE, _EDGE + 8, say(data.title), 15, weight="bold")
    places = [
        (side + node.x * (width - 2 * side), top + (0.5 - (node.y - (low + high) / 2) / used) * (height - 40) + 12)
        for node in data.nodes
    ]
    for edge in data.edges:
        (x1, y1), (x2, y2) = places[edge.a], places[edge.b]
        sheet.line([x1, x2], [y1, y2], tones.tie, 1 + 5 * edge.width)
    for node, (x, y) in zip(data.nodes, places, strict=True):
        diameter = 24 * node.size
        sheet.mark(x, y, node.label.mark, _color(node.label, dark), diameter, z=3)
        name = elided(node.label.name, 190, 12)
        half = text_width(name, 12) / 2
        # a name near the edge of the sheet moves inwards rather than off it
        inside = min(max(x, half + 8), width - half - 8)
        _haloed(sheet, inside, y + diameter / 2 + 10, name, tones)
    if data.edges:
        _widths(sheet, data, width, tones)
    _caption(sheet, caption, top + height + 40)
    return sheet.figure


def _haloed(sheet: Sheet, x: float, y: float, text: str, tones: Tones) -> None:
    from matplotlib.patheffects import withStroke

    halo = [withStroke(linewidth=2.6, foreground=tones.ground)]
    sheet.text(x, y, text, 12, ha="center", path_effects=halo, zorder=4)


def _widths(sheet: Sheet, data: Network, width: float, tones: Tones) -> None:
    """What the thinnest and the widest line stand for, at the top right."""
    from .matrices import number_text

    x = width - _EDGE
    for edge in {data.edges[-1].value: data.edges[-1], data.edges[0].value: data.edges[0]}.values():
        text = number_text(edge.value, data.measure)
        sheet.text(x, _EDGE + 8, text, 11, ha="right", color=tones.ink3)
        x -= text_width(text, 11) + 8
        sheet.line([x - 32, x], [_EDGE + 8, _EDGE + 8], tones.tie, 1 + 5 * edge.width)
        x -= 52


def frequency_chart(
    data: FrequencyChart,
    dark: bool = False,
    say: Say = str,
    opens: Sequence[Selection] = (),
    part_opens: Sequence[Sequence[Selection]] = (),
) -> Drawn:
    """Horizontal bars with the number at their end, longest name never cut off by the chart.

    `opens` has what each bar stands for: a selection for each of `data.labels`, or none at all; `part_opens` has those
    of the parts of each bar.
    """
    tones = DARK if dark else LIGHT
    names = [elided(label.name, 260, 12) for label in data.labels]
    left = _EDGE + max((text_width(name, 12) for name in names), default=0.0) + 30
    keys = _part_keys(data, dark, say)
    room, row, top = 440.0, 22.0, 60.0 + (28 if keys else 0)
    beside = [say(text) for text in data.beside]
    further = max((text_width(text, 11) for text in beside), default=0.0) + (14 if beside else 0)
    width = max(left + room + 70 + further + _EDGE, 640.0)
    highest = max(data.values, default=0.0) or 1.0
    caption = wrapped(paragraph(data.caption, say), width - 2 * _EDGE, _CAPTION)
    bottom = top + row * len(names)
    sheet = Sheet(width, bottom + 20 + len(caption) * _LINE + _EDGE, tones)
    sheet.text(_EDGE, _EDGE + 8, say(data.title), 15, weight="bold")
    sheet.line([left, left], [top - 2, bottom + 2], tones.line)
    x = _EDGE
    for group, color in keys:
        sheet.rectangles([(x, 63, 10, 10)], color)
        sheet.text(x + 17, 68, group, 12, color=tones.ink2)
        x += text_width(group, 12) + 39
    boxes: dict[str, list[tuple[float, float, float, float]]] = {}
    marks: list[Mark] = []
    parts: list[Mark] = []
    texts = [say(text) for text in data.texts]
    for place, (label, name, value, text) in enumerate(zip(data.labels, names, data.values, texts, strict=True)):
        y = top + (place + 0.5) * row
        sheet.mark(left - 14, y, label.mark, _color(label, dark), 9)
        sheet.text(left - 26, y, name, 12, ha="right", color=tones.ink2)
        begin = left
        for number, (part, (group, color)) in zip(data.parts[place], enumerate(keys), strict=True) if keys else ():
            wide = room * number / highest
            boxes.setdefault(color, []).append((begin, y - 7, wide, 14))
            if number and part_opens:
                said = f"{label.path}, {group}: {number:,}"
                parts.append(Mark(begin, y - row / 2, wide, row, said, part_opens[place][part]))
            begin += wide
        if not keys:
            boxes.setdefault(tones.bar, []).append((left, y - 7, room * value / highest, 14))
        opened = opens[place] if opens else None
        marks.append(Mark(_EDGE, y - row / 2, width - 2 * _EDGE, row, f"{label.path}: {text}", opened))
        end = left + room * value / highest + 8
        sheet.text(end, y, text, 11, color=tones.ink)
        if beside:
            sheet.text(end + text_width(text, 11) + 10, y, beside[place], 11, color=tones.ink3)
    for color, filled in boxes.items():
        sheet.rectangles(filled, color)
    _caption(sheet, caption, bottom + 20)
    return sheet.drawn(marks + parts)


def _part_keys(data: FrequencyChart, dark: bool, say: Say) -> list[tuple[str, str]]:
    """The parts of bars with their colours; what is in no part, or in several, in greys."""
    tones = DARK if dark else LIGHT
    greys = iter((tones.tie, tones.line))
    series = iter(range(len(data.groups)))
    return [
        (say(name), next(greys)) if isinstance(name, Phrase) else (name, series_color(next(series), dark))
        for name in data.groups
    ]


def unmarked(figure: "Figure") -> Drawn:
    """A figure of this module in which nothing can be pointed at."""
    width, height = figure.get_size_inches() * PIXELS
    return Drawn(figure, float(width), float(height))


def save(figure: "Figure", path: Path, date: str = "", editable: bool = False) -> None:
    """Write a figure as .svg, .png (192 dots per inch) or .pdf, whole or not at all.

    `date` (ISO) is all the file says about time, so that the same state gives the same bytes. Words are outlines that
    look alike everywhere; with `editable` those of an .svg or .pdf are text, which a drawing program can change and
    shows in its own fonts where these are missing (the numbers in the cells of large tables stay outlines). Raises
    `BadInput` for another suffix or a folder that cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise BadInput(
            "A figure cannot be written as “{name}”. Use a name that ends in {suffixes}.",
            name=path.name,
            suffixes=", ".join(SUFFIXES),
        )
    try:
        handle, waiting = tempfile.mkstemp(prefix=f".{path.stem[:40]}-", suffix=suffix, dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            _write(figure, file, suffix, date, editable)
        umask = os.umask(0)
        os.umask(umask)
        Path(waiting).chmod(0o666 & ~umask)  # mkstemp makes files for the owner's eyes only
        Path(waiting).replace(path)
    except OSError as error:
        raise _unwritable(path, error) from None
    finally:
        Path(waiting).unlink(missing_ok=True)


def drawn(figure: "Figure", suffix: str, date: str = "", editable: bool = False) -> bytes:
    """What `save` would write into a file of that suffix."""
    file = io.BytesIO()
    _write(figure, file, suffix, date, editable)
    return file.getvalue()


def _write(figure: "Figure", file: IO[bytes], suffix: str, date: str, editable: bool) -> None:
    import matplotlib as mpl

    kinds: dict[str, dict[str, Any]] = {
        ".svg": {"Date": date or None, "Creator": "qualcode"},
        ".png": {"Software": "qualcode", **({"Creation Time": date} if date else {})},
        ".pdf": {
            "CreationDate": datetime.fromisoformat(date).replace(tzinfo=UTC) if date else None,
            "Creator": "qualcode",
        },
    }
    settings: dict[Any, Any] = {
        "svg.hashsalt": "qualcode",
        "svg.fonttype": "none" if editable else "path",
        "pdf.fonttype": 42 if editable else 3,
        "path.simplify": False,
    }
    with DRAWING, mpl.rc_context(settings):
        figure.savefig(file, format=suffix[1:], dpi=192, metadata=kinds[suffix], facecolor=figure.get_facecolor())


def _unwritable(path: Path, error: OSError) -> BadInput:
    return BadInput(
        "“{path}” could not be written: {reason}. Choose another place.",
        path=path,
        reason=error.strerror or str(error),
    )
