"""The amber line that says, where the filter's bar is not seen or does not reach, that a filter is on; clears it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ..filters import Filters
from ..look import META, Look
from ..views.ground import Ground, Words


class FilterNote(Ground):
    """“Filter on: 6 of 8 documents” and a button that clears it; there only while something is filtered."""

    def __init__(self, filters: Filters, look: Look, parent: QWidget | None = None, what: str = "") -> None:
        super().__init__(look, "warn_ground", parent)
        self._filters, self._look, self._what = filters, look, what
        self.text = Words(look, META, "warn", bold=True, wrap=True, parent=self)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.clear_button = QPushButton(self.tr("Clear"), self)
        self.clear_button.setProperty("kind", "quiet")
        self.clear_button.setAccessibleName(self.tr("Clear all filters"))
        self.clear_button.setToolTip(self.tr("Clear all filters"))
        self.clear_button.setAutoDefault(False)
        self.clear_button.clicked.connect(filters.clear)
        self._line = QHBoxLayout(self)
        self._line.addWidget(self.text, 1)
        self._line.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignVCenter)
        filters.changed.connect(self._show)
        filters.counted.connect(self._show)
        look.follow(self._dress)
        self._dress()
        self._show()

    def _dress(self) -> None:
        px, tokens = self._look.px, self._look.current
        self._line.setContentsMargins(px(12), px(2), px(4), px(2))
        self._line.setSpacing(px(4))
        self.clear_button.setStyleSheet(
            f"QPushButton {{ min-height: {px(24)}px; padding: 0 {px(8)}px; font-size: {px(META)}px; "
            f"color: {tokens.warn}; text-decoration: underline; }}"
        )

    def _show(self) -> None:
        words = self._filters.summary()
        self.text.setText(f"{words} {self._what}" if words and self._what else words)
        self.setVisible(self._filters.active)
