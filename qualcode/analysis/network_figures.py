"""The network of codes with its communities, and with marks that open what they stand for."""

from collections.abc import Callable

from ..domain.errors import Phrase
from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, SMALL, Key, Page, Say, color_of, series_color
from .drawn import Drawn, Mark
from .graph_measures import GraphMeasures
from .matrices import number_text
from .networks import Network
from .sheets import elided, text_width

_SIDE = 90.0
_MOST = 8  # so many colours are told apart; smaller communities share the last key


def network_picture(
    data: Network,
    measures: GraphMeasures,
    tinted: bool,
    *,
    dark: bool,
    say: Say,
    of_code: Callable[[int], Selection],
    of_line: Callable[[int, int], Selection],
) -> Drawn:
    """Marks grow with segments, lines with the measure. `tinted`: colours and numbers say the community."""
    heights = [node.y for node in data.nodes] or [0.5]
    low, high = min(heights), max(heights)
    used = max(high - low, 0.35)  # few codes stand near the middle and need no tall sheet
    width, height = 960.0 * data.scale, 560.0 * data.scale * used
    sizes = [int((measures.community == number).sum()) for number in range(int(measures.community.max(initial=-1)) + 1)]
    caption = list(data.caption)
    keys: list[Key] = []
    if tinted and data.nodes:
        found = Phrase(
            "Colours and numbers: {number} communities (Louvain), modularity {modularity}.",
            number=len(sizes),
            modularity=f"{measures.modularity:.2f}",
        )
        caption.insert(2, found)
        for number, size in enumerate(sizes):
            if size > 1 and number < _MOST:
                keys.append(
                    Key(say(Phrase("{number}: {size} codes", number=number + 1, size=size)), series_color(number, dark))
                )
    page = Page(data.title, caption, width=width, body=height + 44, dark=dark, say=say, keys=keys)
    sheet, tones = page.sheet, page.tones
    places = [
        (
            _SIDE + node.x * (width - 2 * _SIDE),
            page.top + (0.5 - (node.y - (low + high) / 2) / used) * (height - 40) + 12,
        )
        for node in data.nodes
    ]
    for edge in data.edges:
        (x1, y1), (x2, y2) = places[edge.a], places[edge.b]
        sheet.line([x1, x2], [y1, y2], tones.tie, 1 + 5 * edge.width)
        one, other = data.nodes[edge.a].label, data.nodes[edge.b].label
        said = f"{one.path} + {other.path}: {number_text(edge.value, data.measure)}"
        middle = ((x1 + x2) / 2, (y1 + y2) / 2)
        page.marks.append(Mark(middle[0] - 6, middle[1] - 6, 12, 12, said, of_line(one.code, other.code)))
    for place, (node, (x, y)) in enumerate(zip(data.nodes, places, strict=True)):
        number = int(measures.community[place])
        color = (
            series_color(number, dark)
            if tinted and number < _MOST and sizes[number] > 1
            else color_of(node.label, dark)
        )
        if tinted and (number >= _MOST or sizes[number] == 1):
            color = tones.ink3
        diameter = 24 * node.size
        sheet.mark(x, y, "circle" if tinted else node.label.mark, color, diameter, z=3)
        name = elided(node.label.name, 190, NAME)
        half = text_width(name, NAME) / 2
        inside = min(max(x, half + 8), width - half - 8)  # a name near the edge moves inwards rather than off it
        _haloed(page, inside, y + diameter / 2 + 10, name)
        if tinted and diameter >= 14:
            sheet.text(x, y, str(number + 1), min(SMALL, diameter * 0.6), ha="center", color=tones.ground, zorder=5)
        said = f"{node.label.path}: {node.label.segments:,}"
        page.marks.append(
            Mark(x - diameter / 2 - 2, y - diameter / 2 - 2, diameter + 4, diameter + 4, said, of_code(node.label.code))
        )
    if data.edges:
        _widths(page, data)
    return page.drawn()


def _haloed(page: Page, x: float, y: float, text: str) -> None:
    from matplotlib.patheffects import withStroke

    halo = [withStroke(linewidth=2.6, foreground=page.tones.ground)]
    page.sheet.text(x, y, text, NAME, ha="center", path_effects=halo, zorder=4)


def _widths(page: Page, data: Network) -> None:
    """What the thinnest and the widest line stand for, at the top right."""
    x, y = page.width - EDGE, EDGE + 8
    for edge in {data.edges[-1].value: data.edges[-1], data.edges[0].value: data.edges[0]}.values():
        text = number_text(edge.value, data.measure)
        page.sheet.text(x, y, text, SMALL, ha="right", color=page.tones.ink3)
        x -= text_width(text, SMALL) + 8
        page.sheet.line([x - 32, x], [y, y], page.tones.tie, 1 + 5 * edge.width)
        x -= 52
