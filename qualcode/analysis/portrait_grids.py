"""Document portraits as pictures: one large grid, or small ones beside each other."""

from itertools import groupby

from ..domain.errors import Phrase
from ..domain.percents import percent
from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, SMALL, Key, Page, Say, color_of
from .chart_rows import Passages
from .drawn import Drawn, Mark
from .material import Material
from .portraits import OUTSIDE, UNCODED, Portrait, Portraits
from .sheets import DARK, LIGHT, elided

_MOST_MARKS = 6000
Box = tuple[float, float, float, float]


def portrait_grids(data: Portraits, material: Material, dark: bool = False, say: Say = str) -> Drawn:
    """The grids with their keys; a stretch of cells of one colour opens the passages of that code in it."""
    alone = len(data.portraits) == 1
    columns, cell = (40, 16.0) if alone else (20, 6.5)
    wide = columns * cell
    across = 1 if alone else max(1, min(len(data.portraits), 6))
    gap = 26.0
    width = 2 * EDGE + across * wide + (across - 1) * gap
    head = 0.0 if alone else 40.0
    rows = [data.portraits[first : first + across] for first in range(0, len(data.portraits), across)]
    heights = [max(-(-one.cells.size // columns) for one in row) * cell + head + (0 if alone else 16) for row in rows]
    page = Page(
        data.title, data.caption, width=width, body=sum(heights) + 6, dark=dark, say=say, keys=_keys(data, dark, say)
    )
    boxes: dict[str, list[Box]] = {}
    many = sum(len(list(groupby(one.cells.tolist()))) for one in data.portraits) > _MOST_MARKS
    passages = Passages(material, data.rows.spans)
    y = page.top
    for row, height in zip(rows, heights, strict=True):
        for place, one in enumerate(row):
            x = EDGE + place * (wide + gap)
            if not alone:
                _head(page, one, material, x, y, wide)
            _cells(page, data, one, boxes, x, y + head, columns, cell)
            if not many:
                _marks(page, data, one, material, passages, x, y + head, columns, cell)
        y += height
    for color, filled in boxes.items():
        page.sheet.rectangles(filled, color)
    for box, codes, label in zip(page.key_boxes, data.rows.codes, data.rows.labels, strict=False):
        documents = frozenset(material.documents[one.document].id for one in data.portraits)
        page.marks.append(Mark(*box, label.path, Selection(codes=codes, documents=documents)))
    return page.drawn()


def _keys(data: Portraits, dark: bool, say: Say) -> list[Key]:
    text = sum(one.characters for one in data.portraits)
    keys = []
    for row, label in enumerate(data.rows.labels):
        share = sum(one.carried[row] for one in data.portraits) / text if text else float("nan")
        keys.append(Key(f"{label.name} {say(percent(share))}", color_of(label, dark), label.mark))
    tones = DARK if dark else LIGHT
    if data.others:
        keys.append(Key(say(Phrase("other codes")), tones.tie))
    if text:
        left = 1 - sum(one.coded for one in data.portraits) / text
        keys.append(Key(f"{say(Phrase('not coded'))} {say(percent(left))}", tones.line))
    return keys


def _head(page: Page, one: Portrait, material: Material, x: float, y: float, wide: float) -> None:
    name = material.documents[one.document].name
    share = percent(one.coded / one.characters) if one.characters else "–"
    page.sheet.text(x, y + 10, elided(name, wide, NAME), NAME, color=page.tones.ink2)
    page.sheet.text(x, y + 27, page.say(Phrase("{share} coded", share=share)), SMALL, color=page.tones.ink3)
    said = page.say(Phrase("{document}: {share} coded", document=name, share=share))
    identity = material.documents[one.document].id
    page.marks.append(Mark(x, y, wide, 36, said, Selection(documents=frozenset((identity,)))))


def _cells(
    page: Page,
    data: Portraits,
    one: Portrait,
    boxes: dict[str, list[Box]],
    x: float,
    y: float,
    columns: int,
    cell: float,
) -> None:
    gap = 1.5 if cell > 10 else 0.7
    colors = [color_of(label, page.dark) for label in data.rows.labels] + [page.tones.tie]
    for number, value in enumerate(one.cells.tolist()):
        if value == OUTSIDE:
            continue
        color = page.tones.line if value == UNCODED else colors[value]
        down, across = divmod(number, columns)
        boxes.setdefault(color, []).append((x + across * cell, y + down * cell, cell - gap, cell - gap))


def _marks(
    page: Page,
    data: Portraits,
    one: Portrait,
    material: Material,
    passages: Passages,
    x: float,
    y: float,
    columns: int,
    cell: float,
) -> None:
    """A mark for each stretch of cells of one colour within a line of the grid."""
    values = one.cells.tolist()
    name = material.documents[one.document].name
    for down in range(-(-len(values) // columns)):
        line = values[down * columns : (down + 1) * columns]
        place = 0
        for value, run in groupby(line):
            count = len(list(run))
            first = down * columns + place
            if 0 <= value < len(data.rows.labels):
                places = passages.within(one.document, first * data.size, (first + count) * data.size, value)
                said = f"{name}: {data.rows.labels[value].path}"
                box = (x + place * cell, y + down * cell, count * cell, cell)
                page.marks.append(Mark(*box, said, Selection(places=places)))
            place += count
