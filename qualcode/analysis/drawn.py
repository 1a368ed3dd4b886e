"""A chart that was drawn: the figure for files, and where its marks stand for whoever points at them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..domain.selections import Selection

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in a figure that says a number: a box in pixels from the figure's top left corner.

    `says` names it with its number; `opens` is what it stands for (None: there is nothing to open).
    """

    left: float
    top: float
    width: float
    height: float
    says: str
    opens: Selection | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A figure of `width` x `height` pixels (see `sheets.Sheet`) and its marks, those drawn later above the others."""

    figure: "Figure"
    width: float
    height: float
    marks: tuple[Mark, ...] = ()
