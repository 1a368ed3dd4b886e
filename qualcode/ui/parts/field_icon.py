"""What stands inside a field: an icon before what is typed, a cross behind it that takes it away."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QToolButton

from ..icons import icon
from ..look import look


class FieldIcon(QLabel):
    """An icon at the beginning of a field; unlike that of a field's own action it grows with the scale."""

    def __init__(self, name: str, field: QLineEdit) -> None:
        super().__init__(field)
        self._name, self._field = name, field
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = _row(field)
        self._row.insertWidget(0, self)
        look().follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        side = look().px(16)
        self.setPixmap(icon(self._name).pixmap(side, side))
        _make_room(self._field, self._row, start=True)


class ClearCross(QToolButton):
    """The cross at the end of a field while something stands in it. The field's own one keeps its size at every scale
    and tells screen readers nothing."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self.setAccessibleName(self.tr("Clear the field"))
        self.setToolTip(self.accessibleName())
        self.setIcon(icon("close"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # from the keyboard the words are chosen and deleted
        self.setVisible(bool(field.text()))
        self.clicked.connect(field.clear)
        field.textChanged.connect(lambda text: self.setVisible(bool(text)))
        self._row = _row(field)
        self._row.addWidget(self)
        look().follow(self._dress)
        self._dress()

    def _dress(self) -> None:
        px = look().px
        self.setIconSize(QSize(px(12), px(12)))
        self.setFixedSize(px(24), px(24))
        _make_room(self._field, self._row, start=False)


def _row(field: QLineEdit) -> QBoxLayout:
    """The row of what stands inside a field, with free space between its beginning and its end."""
    row = field.layout()
    if not isinstance(row, QBoxLayout):
        row = QHBoxLayout(field)
        row.setSpacing(0)
        row.addStretch(1)
    return row


def _make_room(field: QLineEdit, row: QBoxLayout, start: bool) -> None:
    """Keep what is typed off what stands at one end of the field."""
    px, margins, mirrored = look().px, field.textMargins(), field.isRightToLeft()
    row.setContentsMargins(px(2 if mirrored else 8), 0, px(8 if mirrored else 2), 0)
    if start == mirrored:
        margins.setRight(px(20))
    else:
        margins.setLeft(px(20))
    field.setTextMargins(margins)
