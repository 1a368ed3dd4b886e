"""The bar of a link under way: from where, which relation, to where, and a comment."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ...domain.links import LONGEST_RELATION, RELATIONS
from ..icons import icon
from ..look import Look
from ..parts.elided import ElidedLabel

_WORDS = {
    "contradicts": QT_TRANSLATE_NOOP("Relations", "contradicts"),
    "continues": QT_TRANSLATE_NOOP("Relations", "continues"),
    "explains": QT_TRANSLATE_NOOP("Relations", "explains"),
    "example of": QT_TRANSLATE_NOOP("Relations", "example of"),
    "answers": QT_TRANSLATE_NOOP("Relations", "answers"),
}


def said_relation(relation: str) -> str:
    """A relation in the language of the window; own words as they are."""
    return QCoreApplication.translate("Relations", _WORDS[relation]) if relation in _WORDS else relation


def meant_relation(text: str) -> str:
    """The relation that a person chose or typed."""
    words = " ".join(text.split())
    return next((relation for relation in RELATIONS if said_relation(relation) == words), words)


class RelationBox(QComboBox):
    """The usual relations, and room for own words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("Relation"))
        self.addItems([said_relation(relation) for relation in RELATIONS])
        self.lineEdit().setMaxLength(LONGEST_RELATION)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(11)


class LinkBar(QFrame):
    """Hidden while no link is under way."""

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setObjectName("linkBar")
        self._picture = QLabel(self)
        self.source, self.target = ElidedLabel(self), ElidedLabel(self)
        self.relations = RelationBox(self)
        self.comment = QLineEdit(self)
        self.comment.setPlaceholderText(self.tr("Comment on the link"))
        self.comment.setAccessibleName(self.tr("Comment on the link"))
        self.link = QPushButton(self.tr("Link"), self)
        self.link.setProperty("kind", "filled")
        self.cancel = QPushButton(self.tr("Cancel (Esc)"), self)
        self.cancel.setProperty("kind", "quiet")
        for label in (self.source, self.target):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        above = QHBoxLayout()
        above.addWidget(self._picture)
        above.addWidget(self.source, 1)
        above.addWidget(self.relations)
        above.addWidget(self.target, 1)
        below = QHBoxLayout()
        below.addWidget(self.comment, 1)
        below.addWidget(self.link)
        below.addWidget(self.cancel)
        self._rows = (above, below)
        self._grid = QGridLayout(self)
        self._grid.addLayout(above, 0, 0)
        self._grid.addLayout(below, 1, 0)
        for field in (self.relations.lineEdit(), self.comment):
            field.returnPressed.connect(self.confirmed)
        self.link.clicked.connect(self.confirmed)
        self.cancel.clicked.connect(self.cancelled)
        look.follow(self._take_look)
        self._take_look()
        self.hide()

    @property
    def relation(self) -> str:
        """The relation chosen or typed."""
        return meant_relation(self.relations.currentText())

    def begin(self, source: str) -> None:
        """A link begins at these words; the relation is the one used last."""
        self.source.setText(self.tr("From {words}").replace("{words}", source))
        self.comment.clear()
        self.target.setText(self.tr("Choose the other segment in the text or in a list."))
        self.link.setEnabled(False)
        self.setAccessibleName(self.tr("Link from {words}").replace("{words}", source))
        self.show()

    def show_target(self, target: str) -> None:
        """The other end is chosen: it can be linked."""
        self.target.setText(target)
        self.link.setEnabled(True)

    def end(self) -> None:
        """No link is under way."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _take_look(self) -> None:
        px, tokens = self._look.px, self._look.current
        self._grid.setContentsMargins(px(16), px(6), px(8), px(6))
        self._grid.setVerticalSpacing(px(4))
        for row in self._rows:
            row.setSpacing(px(8))
        side = px(16)
        self._picture.setPixmap(icon("link").pixmap(QSize(side, side)))
        self.setStyleSheet(
            f"QFrame#linkBar {{ background: {tokens.soft}; border: 0; border-left: {px(3)}px solid {tokens.accent};"
            f" border-bottom: {tokens.edge}px solid {tokens.line}; }}"
        )
        for label in (self.source, self.target):
            label.setStyleSheet(f"color: {tokens.ink};")
