"""The codes or themes that a table has a row for, each with the codes whose segments count as its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.themes import ThemeCode, reach
from .reaching import below
from .registry import Asked

if TYPE_CHECKING:
    from ...analysis.material import Material

CODE, THEME = "code", "theme"


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code or theme (index into the material's) and those (indices) that count as it."""

    code: int
    group: frozenset[int]


def code_rows(asked: Asked, kind: str, rollup: bool) -> tuple[CodeRow, ...]:
    """The codes or themes of the scope in codebook order.

    A theme takes in what is below it and linked to it (`domain.themes.reach`), a code with `rollup` what is below it.
    Among codes stand themes only where they are coded themselves or with `rollup`.
    """
    import numpy as np

    material, chosen = asked.material, asked.scope.codes
    coded = set(np.unique(material.code).tolist())
    numbers = [number for number, code in enumerate(material.codes) if chosen is None or code.id in chosen]
    if kind == THEME:
        themes = [number for number in numbers if material.codes[number].kind == "theme"]
        return tuple(CodeRow(number, group) for number, group in zip(themes, theme_groups(asked, themes), strict=True))
    shown = [number for number in numbers if rollup or number in coded or material.codes[number].kind != "theme"]
    return tuple(CodeRow(number, code_group(material, number, rollup)) for number in shown)


def code_group(material: "Material", code: int, rollup: bool) -> frozenset[int]:
    """A code, with `rollup` those below it too."""
    if not rollup:
        return frozenset({code})
    ids = below(material, code, rollup)
    return frozenset(number for number, one in enumerate(material.codes) if one.id in ids)


def theme_groups(asked: Asked, themes: Sequence[int]) -> list[frozenset[int]]:
    """Each theme with what is below it and linked to it."""
    numbers = {one.id: number for number, one in enumerate(asked.material.codes)}
    with asked.project.read() as read:
        links: list[ThemeCode] = read.where("theme_code")
        reached = [reach(read.codebook, links, asked.material.codes[theme].id) for theme in themes]
    return [frozenset(numbers[key] for key in ids if key in numbers) for ids in reached]


def theme_group(asked: Asked, theme: int) -> frozenset[int]:
    """A theme with what is below it and linked to it."""
    return theme_groups(asked, [theme])[0]
