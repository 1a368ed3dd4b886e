"""The passages that a number of a table or a mark of a chart stands for, a page at a time."""

from dataclasses import replace

from ...domain.selections import Selection
from ..passages import PAGE, PassagePage, passages_of
from .registry import Asked


def selected_passages(asked: Asked, selection: Selection, offset: int = 0, limit: int = PAGE) -> PassagePage:
    """The passages of a selection among what was asked about, in document order, each once."""
    from ...analysis.selected import selected

    if selection.made is not None:
        asked = replace(asked, dated=True)
    if selection.codes and not selection.codes <= {code.id for code in asked.material.codes}:
        asked = asked.smart  # a smart code is meant
    found = selected(asked.material, selection, offset, limit)
    quoted = passages_of(asked.project, asked.material, found.quotes, alone=False, progress=asked.progress)
    return PassagePage(found.total, offset, quoted)
