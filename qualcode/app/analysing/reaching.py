"""Which codes a number of an analysis takes in."""

from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from ...analysis.material import Material


def below(material: "Material", code: int, rollup: bool = True) -> frozenset[UUID]:
    """A code (index) and, with `rollup`, all codes below it."""
    if not rollup:
        return frozenset((material.codes[code].id,))
    inside = {code}
    for number, one in enumerate(material.codes):  # parents stand before their children
        if one.parent in inside:
            inside.add(number)
    return frozenset(material.codes[number].id for number in inside)
