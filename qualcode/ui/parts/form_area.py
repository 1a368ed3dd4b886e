"""The fields of a dialog, scrolling where a small screen or large letters leave no room for all of them."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QFormLayout, QScrollArea, QSizePolicy, QWidget


class FormArea(QScrollArea):
    """As high as its fields, or less where the layout needs the room. What is typed can be `locked` while it is being
    written."""

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
        self.setAccessibleName(QApplication.translate("FormArea", "Fields"))
        self._keys: QWidget | None = None  # the field that had the keys when it was locked
        for ground in (fields, self.viewport()):
            ground.setAutoFillBackground(False)

    @property
    def locked(self) -> bool:
        """Whether nothing can be typed now."""
        return not self.isEnabled()

    def lock(self, locked: bool) -> None:
        """Let nobody type, or let them again: then the keys are where they were."""
        if locked and not self.locked:
            field = QApplication.focusWidget()
            self._keys = field if field is not None and self.isAncestorOf(field) else None
        self.setEnabled(not locked)
        if not locked and self._keys is not None:
            self._keys.setFocus()
            self._keys = None

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
