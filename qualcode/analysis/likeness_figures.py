"""Likeness as pictures: the tree of things side by side, and the plane on which like things stand together."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..domain.errors import Phrase
from ..domain.selections import Selection
from .chart_pages import EDGE, NAME, SMALL, Page, Say, color_of, names_width
from .drawn import Drawn, Mark
from .likeness import Likeness, Plane, Tree, members_of
from .material import FloatArray, Material
from .matrices import Filters, Label, as_of, chosen_material, label_of, rule_sentence, unit_name
from .sheets import elided, text_width

Opens = Callable[[Sequence[int]], Selection]  # of places among the things
_ROW, _ROOM = 22.0, 480.0
_POOR = 0.2
_THINGS = {"codes": Phrase("codes"), "cases": Phrase("cases"), "documents": Phrase("documents")}


@dataclass(frozen=True, slots=True, eq=False)
class LikenessChart:
    """Things to be drawn: `labels` of codes, none for cases and documents, whose names alone say what they are."""

    likeness: Likeness
    labels: tuple[Label, ...]
    title: Phrase
    caption: tuple[Phrase, ...]
    begin: float = 0.0  # where the axis of distances begins
    unit: str = Phrase("codes")  # of the numbers behind the names

    def says(self, place: int, say: Say) -> str:
        """A name with how much it is made of."""
        name, number = self.likeness.names[place], int(self.likeness.shares[place])
        return say(Phrase("{name}: {number} {unit}", name=name, number=f"{number:,}", unit=self.unit))


def likeness_chart(
    material: Material,
    likeness: Likeness,
    kind: str,
    filters: Filters,
    *,
    rule: str = "",
    unit: str = "",
    rollup: bool = False,
    of_all: int = 0,
    n: int = 0,
    stress: float | None = None,
) -> LikenessChart:
    """Labels, title and caption of a tree (`kind` tree) or plane. `rule` and `unit` are those by which codes were
    compared, `of_all` how many things there were to choose from, `n` how many units of the rule, or things drawn."""
    things = _THINGS[likeness.of]
    titles = {
        "tree": Phrase("Likeness of {things}: tree", things=things),
        "plane": Phrase("Likeness of {things}: plane", things=things),
    }
    sentences: list[Phrase] = []
    begin = _begin(likeness) if kind == "tree" else 0.0
    if likeness.of == "codes":
        labels = tuple(
            label_of(material, int(number), int(share))
            for number, share in zip(likeness.numbers, likeness.shares, strict=True)
        )
        sentences += [rule_sentence(rule), Phrase("Codes are alike by Jaccard on {units}.", units=unit_name(unit))]
    else:
        labels = ()
        sentences.append(
            Phrase("Alike are {things} with the same codes: Jaccard of their sets of codes.", things=things)
        )
    if kind == "tree":
        sentences.append(Phrase("Average linkage on 1 − Jaccard; at 1 they have nothing in common."))
        if begin:
            sentences.append(Phrase("The axis begins at {number}.", number=f"{begin:g}"))
    elif stress is not None:
        kept = Phrase("Distances stand for 1 − Jaccard as well as two dimensions allow: stress-1 = {stress}.",
                      stress=_fit(stress))  # fmt: skip
        sentences.append(kept)
        if stress >= _POOR:
            sentences.append(Phrase("From .2 on that is poor (Kruskal 1964): near things may be unlike."))
    if rollup:
        sentences.append(Phrase("A code takes in the codes below it."))
    many = len(likeness.names)
    if many < of_all and likeness.of != "codes":
        sentences.append(
            Phrase(
                "Shown are {number} of {whole} {things}: those with most codes; what has none cannot be compared.",
                number=many,
                whole=of_all,
                things=things,
            )
        )
    used = many if likeness.of == "codes" else int(np.unique(material.code).size)
    of = unit_name(unit) if labels else Phrase("codes")
    counted = unit_name(unit) if likeness.of == "codes" else things
    sentences.append(chosen_material(material, used, filters))
    sentences += [Phrase("n = {number} {units}.", number=f"{n:,}", units=counted), *as_of(filters)]
    return LikenessChart(likeness, labels, titles[kind], tuple(sentences), begin, of)


def _begin(likeness: Likeness) -> float:
    """A round distance below the nearest two things, where all are far from each other: else 0."""
    far = 1 - likeness.values
    nearest = float(far[np.triu_indices(len(far), 1)].min()) if len(far) > 1 else 0.0
    return next((begin for begin in (0.8, 0.6, 0.4) if nearest >= begin + 0.02), 0.0)


def _fit(stress: float) -> str:
    return f"{stress:.3f}".removeprefix("0") if not math.isnan(stress) else "–"


def _names(chart: LikenessChart) -> list[str]:
    return [label.name for label in chart.labels] or list(chart.likeness.names)


def tree_picture(chart: LikenessChart, tree: Tree, dark: bool, say: Say, opens: Opens) -> Drawn:
    """Names in a column, joined to the right the later the less alike; each joint opens what it brings together."""
    names = _names(chart)
    room = names_width(names, 260.0)
    left = EDGE + room + (36 if chart.labels else 14)
    body = len(names) * _ROW + 44
    page = Page(chart.title, chart.caption, width=left + _ROOM + EDGE + 12, body=body, dark=dark, say=say)
    sheet, tones = page.sheet, page.tones
    bottom = page.top + len(names) * _ROW + 6
    begin = chart.begin

    def across(distance: float) -> float:
        return left + _ROOM * max(distance - begin, 0) / (1 - begin)

    step = 0.2 if begin < 0.4 else (0.1 if begin < 0.8 else 0.05)
    for number in range(round((1 - begin) / step) + 1):
        value = 1 - number * step
        sheet.line([across(value)] * 2, [page.top, bottom], tones.line)
        sheet.text(across(value), bottom + 10, f"{value:.2g}", SMALL, ha="center", color=tones.ink3)
    sheet.text(left + _ROOM, bottom + 26, say(Phrase("distance (1 − Jaccard)")), SMALL, ha="right", color=tones.ink3)
    places: dict[int, tuple[float, float]] = {}
    for row, leaf in enumerate(tree.leaves.tolist()):
        y = page.top + (row + 0.5) * _ROW
        places[leaf] = (left, y)
        if chart.labels:
            page.name(chart.labels[leaf], left - 2, y, 260.0)
        else:
            sheet.text(left - 10, y, elided(names[leaf], 260.0, NAME), NAME, ha="right", color=tones.ink2)
        said = chart.says(leaf, say)
        page.marks.append(Mark(EDGE, y - _ROW / 2, left - EDGE - 2, _ROW, said, opens([leaf])))
    size = len(names)
    for joint, (one, other, distance, _) in enumerate(tree.merges.tolist()):
        (x1, y1), (x2, y2) = places[int(one)], places[int(other)]
        x = across(distance)
        sheet.line([x1, x, x, x2], [y1, y1, y2, y2], tones.ink3, 1.4, z=2)
        places[size + joint] = (x, (y1 + y2) / 2)
        low, high = min(y1, y2), max(y1, y2)
        inside = members_of(tree, joint)
        said = f"{', '.join(chart.likeness.names[place] for place in inside)}: {distance:.2f}"
        page.marks.append(Mark(x - 5, low - 2, 10, high - low + 4, said, opens(inside)))
    return page.drawn()


def plane_picture(chart: LikenessChart, plane: Plane, dark: bool, say: Say, opens: Opens) -> Drawn:
    """A point for each thing, its name beside it; one scale both ways and no axes: only distances mean something."""
    names = [elided(name, 190.0, NAME) for name in _names(chart)]
    places = plane.places
    low, high = places.min(axis=0), places.max(axis=0)
    size = np.maximum(high - low, 1e-9)
    across = 900.0 - 2 * EDGE - 150
    scale = min(across / size[0], 560.0 / size[1])
    body = max(float(size[1] * scale) + 90, 220.0)
    page = Page(chart.title, chart.caption, width=900.0, body=body, dark=dark, say=say)
    middle = (low + high) / 2
    xs = page.width / 2 - 40 + (places[:, 0] - middle[0]) * scale
    ys = page.top + body / 2 - 8 - (places[:, 1] - middle[1]) * scale
    shown = _name_places(page, xs, ys, names)
    for place, (x, y) in enumerate(zip(xs.tolist(), ys.tolist(), strict=True)):
        label = chart.labels[place] if chart.labels else None
        color = color_of(label, dark) if label else page.tones.bar
        page.sheet.mark(x, y, label.mark if label else "circle", color, 11, z=3)
        tx, ty = shown[place]
        page.sheet.text(tx, ty, names[place], NAME, color=page.tones.ink2, zorder=4)
        said = chart.says(place, say)
        page.marks.append(Mark(x - 8, y - 8, 16, 16, said, opens([place])))
    return page.drawn()


def _name_places(page: Page, xs: FloatArray, ys: FloatArray, names: Sequence[str]) -> list[tuple[float, float]]:
    """Where names begin: to the right of their points, or left, below or above where something is in the way."""
    taken = [(x - 7, y - 7, 14.0, 14.0) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
    found: dict[int, tuple[float, float]] = {}
    for place in np.argsort(xs, kind="stable")[::-1].tolist():
        x, y, wide = float(xs[place]), float(ys[place]), text_width(names[place], NAME)
        choices = [(x + 10, y), (x - 10 - wide, y), (x - wide / 2, y + 15), (x - wide / 2, y - 15)]
        choices += [(x + 8, y + 12), (x + 8, y - 12), (x - 8 - wide, y + 12), (x - 8 - wide, y - 12)]
        boxes = [(left, top - 7, wide, 14.0) for left, top in choices]
        inside = [left >= EDGE and left + wide <= page.width - EDGE for left, _ in choices]
        others = [box for number, box in enumerate(taken) if number != place]
        clashes = [
            sum(_meet(box, other) for other in others) + 9 * (not fits) for box, fits in zip(boxes, inside, strict=True)
        ]
        best = int(np.argmin(clashes))
        found[place] = choices[best]
        taken.append(boxes[best])
    return [found[place] for place in range(len(names))]


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Whether two boxes (x, y, width, height) lie on each other."""
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return across and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]
