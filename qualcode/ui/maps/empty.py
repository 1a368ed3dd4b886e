"""What stands where there is no map: one sentence, a button that makes one, and one that makes it from the data."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ..look import Look
from ..views.flow import FlowLayout
from ..views.ground import Words


class NoMap(QWidget):
    """In the middle of the place."""

    new_wanted = Signal()
    generate_wanted = Signal()

    def __init__(self, look: Look, writes: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.text = Words(look, role="ink2", wrap=True, parent=self)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setText(self.tr("No map yet."))
        self.new_button = QPushButton(self.tr("New map"), self)
        self.new_button.setProperty("kind", "filled")
        self.new_button.clicked.connect(self.new_wanted)
        self.data_button = QPushButton(self.tr("Make one from the data…"), self)
        self.data_button.clicked.connect(self.generate_wanted)
        self._buttons = QWidget(self)
        flow = FlowLayout(self._buttons, gap=look.px(8))
        flow.setContentsMargins(0, 0, 0, 0)
        for button in (self.new_button, self.data_button):
            button.setVisible(writes)
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self.text)
        column.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px = self._look.px
        self.layout().setSpacing(px(12))
        margin = px(24)
        self.layout().setContentsMargins(margin, margin, margin, margin)
