"""The variables of cases as columns beside rows that are cases or documents."""

from typing import TYPE_CHECKING, Any

from .registry import Asked
from .sides import DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Sequence


def case_columns(asked: Asked, kind: str, rows: "Sequence[str]") -> dict[str, list[Any]]:
    """A column for each variable: the value of each case, or the one value that all cases of a document share.

    Numbers are numbers. None where there is no value, and where the cases of a document differ.
    """
    with asked.project.read() as read:
        names = {case.id: case.name for case in read.cases()}
        variables = read.variables()
        held = {(names[value.case], value.variable): value.text for value in read.values() if value.text}
    homes: dict[str, set[str]] = {row: {row} for row in rows}
    if kind == DOCUMENT:
        homes = {row: set() for row in rows}
        for part in asked.material.case_parts:
            homes[asked.material.documents[part.document].name].add(part.case)
    found: dict[str, list[Any]] = {}
    for variable in variables:
        values = [{held.get((case, variable.id)) for case in homes[row]} for row in rows]
        texts = [next(iter(each)) if len(each) == 1 else None for each in values]
        found[variable.name] = [_number(text) for text in texts] if variable.type == "number" else texts
    return found


def _number(text: str | None) -> float | None:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None
