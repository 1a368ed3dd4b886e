"""The fields of a dialog, scrolling where a small screen or large letters leave no room for all of them."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFormLayout, QScrollArea, QSizePolicy, QWidget


class FormArea(QScrollArea):
    """As high as its fields, or less where the layout needs the room."""

    def __init__(self, form: QFormLayout, least: int, parent: QWidget) -> None:
        super().__init__(parent)
        fields = QWidget(self)
        form.setContentsMargins(0, 0, 0, 0)
        fields.setLayout(form)
        self.setWidget(fields)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(least)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for ground in (fields, self.viewport()):
            ground.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()  # Qt keeps the first one, and the style sheet comes later

    def minimumSizeHint(self) -> QSize:
        """No narrower than the fields: there is no scrolling to the side."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.widget().minimumSizeHint().width() + bar, self.minimumHeight())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # fields came or went
        return super().eventFilter(watched, event)
