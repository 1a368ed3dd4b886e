"""An icon inside a field, before what is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit

from ..icons import icon
from ..look import look


class FieldIcon(QLabel):
    """An icon at the beginning of a field; unlike that of a field's own action it grows with the scale."""

    def __init__(self, name: str, field: QLineEdit) -> None:
        super().__init__(field)
        self._name, self._field = name, field
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(field)
        self._row.addWidget(self)
        self._row.addStretch(1)
        look().follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        px = look().px
        self.setPixmap(icon(self._name).pixmap(px(16), px(16)))
        self._row.setContentsMargins(px(8), 0, px(8), 0)
        mirrored = self._field.isRightToLeft()
        self._field.setTextMargins(0 if mirrored else px(20), 0, px(20) if mirrored else 0, 0)
