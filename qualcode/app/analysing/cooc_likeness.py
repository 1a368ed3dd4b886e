"""How alike codes, cases or documents are: the analyses *dendrogram* and *mds*."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...domain.errors import Phrase
from ...domain.options import option
from ...domain.selections import Selection
from .reaching import below
from .registry import Analysis, Asked, Say

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn
    from ...analysis.likeness import Likeness

_OF = option(
    "codes",
    Phrase("Of"),
    Phrase("What is compared: codes by where they are, cases or documents by the codes they share."),
    choices=(("codes", Phrase("codes")), ("cases", Phrase("cases")), ("documents", Phrase("documents"))),
)
_RULE = option(
    "overlap",
    Phrase("Rule"),
    Phrase("For codes, when two co-occur: overlap, same-segment, sentence, turn, paragraph, near:N, document or case."),
    names="rule",
)
_ROLLUP = option(False, Phrase("Take in codes below"), Phrase("A code takes in the codes below it."))
_MOST = option(
    40,
    Phrase("At most"),
    Phrase("At most so many: codes with most segments, others with most codes."),
    least=3,
    most=400,
)


@dataclass(frozen=True, slots=True)
class TreeOptions:
    """What the tree compares; see `analysis.likeness.tree_of`."""

    of: str = _OF
    rule: str = _RULE
    rollup: bool = _ROLLUP
    most: int = _MOST


@dataclass(frozen=True, slots=True)
class PlaneOptions:
    """What the plane compares; see `analysis.likeness.plane_of`."""

    of: str = _OF
    rule: str = _RULE
    rollup: bool = _ROLLUP
    most: int = _MOST
    starts: int = option(
        20, Phrase("Random starts"), Phrase("How many random starts are tried beside classical scaling."), least=0,
        most=1000, quiet=True,
    )  # fmt: skip
    seed: int = option(
        1, Phrase("Seed"), Phrase("Where random draws begin: the same seed, the same numbers."), least=0, quiet=True
    )


def _likeness(asked: Asked, options: Any) -> tuple["Likeness", dict[str, Any]]:
    """The likeness, and what its caption needs."""
    from ...analysis.cooccurrence import count
    from ...analysis.likeness import likeness_of_codes, likeness_of_holders
    from ...analysis.material import case_names

    material = asked.material
    told: dict[str, Any] = {"rollup": options.rollup}
    if options.of == "codes":
        counts = count(material, options.rule, options.rollup, progress=asked.progress)
        found = likeness_of_codes(material, counts, options.most)
        told |= {"rule": counts.rule, "unit": counts.unit, "of_all": int(counts.codes.size), "n": counts.n_units}
    else:
        found = likeness_of_holders(material, options.of, options.rollup, options.most)
        many = len(case_names(material)) if options.of == "cases" else len(material.documents)
        told |= {"of_all": many, "n": len(found.names)}
    return found, told


def _attrs(told: dict[str, Any]) -> dict[str, Any]:
    """What a table says of itself."""
    return {"rule": told.get("rule", "codes shared"), "unit": told.get("unit", "code"), "n": told["n"]}


def _selection(asked: Asked, options: Any, found: "Likeness", places: Sequence[int]) -> Selection:
    material = asked.material
    if options.of == "codes":
        chosen = (below(material, int(found.numbers[place]), options.rollup) for place in places)
        return Selection(codes=frozenset().union(*chosen))
    if options.of == "cases":
        return Selection(cases=frozenset(found.names[place] for place in places))
    return Selection(documents=frozenset(material.documents[int(found.numbers[place])].id for place in places))


def _tree_table(asked: Asked, options: TreeOptions) -> "pd.DataFrame":
    from ...analysis.likeness import tree_of, tree_table

    found, told = _likeness(asked, options)
    table = tree_table(found, tree_of(found))
    table.attrs |= _attrs(told)
    return table


def _tree_figure(asked: Asked, options: TreeOptions, dark: bool, say: Say) -> "Drawn":
    from ...analysis.likeness import tree_of
    from ...analysis.likeness_figures import likeness_chart, tree_picture

    found, told = _likeness(asked, options)
    chart = likeness_chart(asked.material, found, "tree", asked.told, **told)
    return tree_picture(chart, tree_of(found), dark, say, lambda places: _selection(asked, options, found, places))


def _tree_cell(asked: Asked, options: TreeOptions, _table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    from ...analysis.likeness import members_of, tree_of

    found, _ = _likeness(asked, options)
    tree = tree_of(found)
    if column in ("left", "right"):
        number = int(tree.merges[row, 0 if column == "left" else 1])
        size = len(found.names)
        return _selection(asked, options, found, [number] if number < size else members_of(tree, number - size))
    return _selection(asked, options, found, members_of(tree, row)) if column in ("distance", "members") else None


def _plane_table(asked: Asked, options: PlaneOptions) -> "pd.DataFrame":
    from ...analysis.likeness import plane_of, plane_table

    found, told = _likeness(asked, options)
    table = plane_table(found, plane_of(found, options.starts, options.seed, asked.progress))
    table.attrs |= _attrs(told) | {"seed": options.seed}
    return table


def _plane_figure(asked: Asked, options: PlaneOptions, dark: bool, say: Say) -> "Drawn":
    from ...analysis.likeness import plane_of
    from ...analysis.likeness_figures import likeness_chart, plane_picture

    found, told = _likeness(asked, options)
    plane = plane_of(found, options.starts, options.seed, asked.progress)
    chart = likeness_chart(asked.material, found, "plane", asked.told, stress=plane.stress, **told)
    return plane_picture(chart, plane, dark, say, lambda places: _selection(asked, options, found, places))


def _plane_cell(asked: Asked, options: PlaneOptions, _table: "pd.DataFrame", row: int, column: str) -> Selection | None:
    if column in ("x", "y"):
        return None
    found, _ = _likeness(asked, options)
    return _selection(asked, options, found, [row])


DENDROGRAM = Analysis(
    name="dendrogram",
    title=Phrase("Tree of likeness"),
    about=Phrase("Join codes, cases or documents that are alike, step by step."),
    columns="each joint, the nearest first: step, left, right, distance (1 - jaccard), members.",
    options=TreeOptions,
    table=_tree_table,
    figure=_tree_figure,
    cell=_tree_cell,
    group="co-occurrence",
    proof=True,
)
MDS = Analysis(
    name="mds",
    title=Phrase("Plane of likeness"),
    about=Phrase("Place codes, cases or documents so that those that are alike stand together."),
    columns="each code, case or document: name, x, y, shares (its units, or its codes).",
    options=PlaneOptions,
    table=_plane_table,
    figure=_plane_figure,
    cell=_plane_cell,
    group="co-occurrence",
    proof=True,
)
