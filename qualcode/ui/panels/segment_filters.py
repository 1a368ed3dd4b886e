"""Three fields that narrow the list of segments: code, coder, document."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ..look import Look
from ..marks import mark_icon
from ..models.segments_model import Names


class SegmentFilters(QWidget):
    """`code`, `coder` and `document` are ids, or None for all."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: Names | None = None
        self._fields = {
            "code": (QComboBox(self), self.tr("All codes"), self.tr("Code")),
            "coder": (QComboBox(self), self.tr("All coders"), self.tr("Coder")),
            "document": (QComboBox(self), self.tr("All documents"), self.tr("Document")),
        }
        self._column = QVBoxLayout(self)
        for combo, every, name in self._fields.values():
            combo.addItem(every)
            combo.setAccessibleName(name)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
            combo.activated.connect(lambda _row: self.changed.emit())
            self._column.addWidget(combo)
        self.setFocusProxy(self._fields["code"][0])
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(16), 0, px(16), px(8))
        self._column.setSpacing(px(4))

    def show_codes(self, shown: bool) -> None:
        """Whether a code can be chosen: where the list is not of one code anyway."""
        self._fields["code"][0].setVisible(shown)
        self.setFocusProxy(self._fields["code" if shown else "coder"][0])

    def fill(self, names: Names) -> None:
        """Offer these codes, coders and documents; what is chosen stays."""
        if names is self._shown or not self.isVisible():
            return
        self._shown = names
        dark, side = self._look.current.dark, self._look.px(16)
        paths = names.codebook.paths()
        codes = [(path, key, names.codebook.by_id[key]) for key, path in paths.items()]
        self._refill("code", [(path, key) for path, key, _ in codes])
        combo = self._fields["code"][0]
        for row, (_, _, code) in enumerate(codes, start=1):
            combo.setItemIcon(row, mark_icon(code.color, code.kind, dark, side))
        self._refill("coder", [(name, key) for key, name in names.coders.items()])
        self._refill("document", [(name, key) for key, name in names.documents.items()])

    def _refill(self, field: str, entries: list[tuple[str, UUID]]) -> None:
        combo, every, _ = self._fields[field]
        chosen = combo.currentData()
        combo.clear()
        combo.addItem(every)
        for name, key in entries:
            combo.addItem(name, key)
            if key == chosen:
                combo.setCurrentIndex(combo.count() - 1)

    def clear(self) -> None:
        """Choose everything; nobody is told."""
        for combo, _, _ in self._fields.values():
            combo.setCurrentIndex(0)

    @property
    def code(self) -> UUID | None:
        """The chosen code."""
        return self._fields["code"][0].currentData()

    @property
    def coder(self) -> UUID | None:
        """The chosen coder."""
        return self._fields["coder"][0].currentData()

    @property
    def document(self) -> UUID | None:
        """The chosen document."""
        return self._fields["document"][0].currentData()

    def choose(self, field: str, key: UUID) -> None:
        """Choose an entry of a field (`code`, `coder`, `document`) as a click would."""
        combo = self._fields[field][0]
        rows = range(1, combo.count())  # findData does not compare ids by value
        combo.setCurrentIndex(next(row for row in rows if combo.itemData(row) == key))
        self.changed.emit()
