"""The amber line over a text that the window's filter leaves out."""

from PySide6.QtWidgets import QWidget

from ..filters import Filters
from ..look import Look
from .filter_note import FilterNote


class OutsideNote(FilterNote):
    """There while the open document is not among those the filter leaves."""

    def __init__(self, filters: Filters, look: Look, parent: QWidget | None = None) -> None:
        self._outside = False
        super().__init__(filters, look, parent)

    def tell(self, outside: bool) -> None:
        """Say whether the document is outside the filter."""
        self._outside = outside
        self._show()

    def _show(self) -> None:
        self.text.setText(self.tr("The filter leaves this document out: its segments are not listed or counted."))
        self.setVisible(self._filters.active and self._outside)
