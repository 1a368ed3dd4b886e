"""Passages behind a number as a selection."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

from ...domain.selections import Place, Selection

if TYPE_CHECKING:
    from ...analysis.material import Material


def places_of(material: "Material", spans: Iterable[tuple[int, int, int]]) -> Selection:
    """Spans (document's index, start, end) as a selection of places in document order, each once."""
    ids = material.documents
    return Selection(places=tuple((ids[document].id, start, end) for document, start, end in sorted(set(spans))))


def code_numbers(material: "Material", paths: Iterable[object]) -> list[int]:
    """The indices of codes, in the order of their paths or ids in a table; what is none is left out."""
    known: dict[object, int] = {code.path: number for number, code in enumerate(material.codes)}
    return [known[path] for path in paths if path in known]


class Found(Sequence[Place]):
    """Places that are looked for when somebody wants to see them."""

    def __init__(self, material: "Material", find: Callable[[], Iterable[tuple[int, int, int]]]) -> None:
        self._material, self._find = material, find

    @cached_property
    def _places(self) -> Sequence[Place]:
        return places_of(self._material, self._find()).places or ()

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, place: int) -> Place: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Place]: ...
    def __getitem__(self, place: int | slice) -> Place | Sequence[Place]:
        return self._places[place]


def where_they_meet(material: "Material", rule: str, rollup: bool, codes: Sequence[int]) -> Selection:
    """The passages in which all these codes (indices) meet under a rule, looked for when they are opened."""

    def find() -> tuple[tuple[int, int, int], ...]:
        from ...analysis.code_runs import code_runs, only_codes
        from ...analysis.combinations import combinations, stretches

        if not material.documents:
            return ()
        runs = only_codes(code_runs(material, rule, rollup), codes)
        return stretches(combinations(runs, len(codes), len(codes), 1, "units"), 0)

    return Selection(places=Found(material, find))
