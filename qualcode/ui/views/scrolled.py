"""A view that scrolls as a whole where there is too little room for its parts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ..look import Look
from .ground import Ground


class Scrolled(QScrollArea):
    """Fills its parent. Where the window is small or the letters are large what stands in its `column` keeps a useful
    size and scrolls. The keyboard goes to the parts, not here."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = Ground(look, "panel", parent)
        self.column, outer = QVBoxLayout(whole), QVBoxLayout(parent)
        for column in (self.column, outer):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
        self.setWidget(whole)
        outer.addWidget(self)
