"""Names of columns that stand for something of the project beside columns that are always there."""

from collections.abc import Iterable, Sequence
from itertools import count


def columns_beside(fixed: Iterable[str], names: Sequence[str], what: str) -> list[str]:
    """What the columns of `names` are called: each as it is, but for one that is called like a `fixed` column or comes
    again, which says `what` it is: “case (theme)”, “case (theme 2)”. So none takes the place of another."""
    taken = {*fixed}
    others = {*names}
    found = []
    for name in names:
        column, numbers = name, count(2)
        if column in taken:
            column = f"{name} ({what})"
        while column in taken or (column != name and column in others):
            column = f"{name} ({what} {next(numbers)})"
        taken.add(column)
        found.append(column)
    return found
