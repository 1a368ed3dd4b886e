"""What a code means: the fields of the codebook, in plain words."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...app import codebook as actions
from ...domain.codebook import CODE_KINDS, ORIGINS, TEXT_FIELDS, Code
from ...domain.history import Step
from ..bridge import Bridge
from ..look import look, resize
from .why import WhyField

_LINES = {
    "definition": 3,
    "concept": 3,
    "boundary": 3,
    "full_definition": 4,
    "include": 3,
    "exclude": 3,
    "example": 3,
    "near_miss": 2,
}
_OF_THEMES = ("concept", "boundary")  # asked of themes, after the definition


class DefineCodeDialog(QDialog):
    """Edits the text fields of one code; nothing is written until they are saved, which `said` tells."""

    def __init__(
        self,
        bridge: Bridge,
        code: Code,
        parent: QWidget | None = None,
        said: Callable[[str, int], object] = lambda _text, _step: None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._code, self._said = bridge, code, said
        self.setWindowTitle(self.tr("Define “{name}”").replace("{name}", code.name))
        self._read: dict[str, Callable[[], str]] = {}
        self.of_themes: list[QWidget] = []
        px = look().px
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(px(16), px(16), px(16), px(16))
        form.setVerticalSpacing(px(12))
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        labels = self._labels()
        for field in (TEXT_FIELDS[0], *_OF_THEMES, *TEXT_FIELDS[1:]):
            editor = self._editor(field, getattr(code, field) or "")
            editor.setAccessibleName(labels[field])
            form.addRow(labels[field], editor)
            if field in _OF_THEMES:
                self.of_themes.append(editor)
        self.kind = self._choice({"theme": self.tr("Theme"), "code": self.tr("Code")}, code.kind, CODE_KINDS)
        self.kind.setAccessibleName(self.tr("Kind"))
        form.addRow(self.tr("Kind"), self.kind)
        self._form = form
        self.kind.currentIndexChanged.connect(self._suit)
        self._suit()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        save = QPushButton(self.tr("Save definition"), self)
        save.setProperty("kind", "filled")  # before the box polishes it
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, px(12))
        layout.addWidget(area, 1)
        row = QVBoxLayout()
        row.setContentsMargins(px(16), px(8), px(16), 0)
        row.setSpacing(px(12))
        self.why = WhyField(self)
        row.addWidget(self.why)
        row.addWidget(buttons)
        layout.addLayout(row)
        resize(self, px(520), px(640))

    def _labels(self) -> dict[str, str]:
        return {
            "definition": self.tr("In one sentence"),
            "concept": self.tr("Central organising concept"),
            "boundary": self.tr("Boundary"),
            "full_definition": self.tr("In full"),
            "include": self.tr("Use it when"),
            "exclude": self.tr("Do not use it when"),
            "example": self.tr("A good example"),
            "example_document": self.tr("Where the example is from"),
            "near_miss": self.tr("A near miss"),
            "origin": self.tr("Where the code comes from"),
            "status": self.tr("Status"),
        }

    def _editor(self, field: str, value: str) -> QWidget:
        if field == "origin":
            titles = {
                "": self.tr("Not said"),
                "inductive": self.tr("From the data (inductive)"),
                "deductive": self.tr("From theory (deductive)"),
                "in-vivo": self.tr("Their own words (in vivo)"),
            }
            combo = self._choice(titles, value, ORIGINS)
            self._read[field] = combo.currentData
            return combo
        if field not in _LINES:
            line = QLineEdit(value, self)
            self._read[field] = line.text
            return line
        text = QPlainTextEdit(value, self)
        text.setTabChangesFocus(True)
        text.setFixedHeight(text.fontMetrics().lineSpacing() * _LINES[field] + look().px(18))
        self._read[field] = text.toPlainText
        return text

    def _choice(self, titles: dict[str, str], value: str, order: tuple[str, ...]) -> QComboBox:
        combo = QComboBox(self)
        for key in order:
            combo.addItem(titles[key], key)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        return combo

    def _suit(self) -> None:
        """Only a theme has a concept and a boundary."""
        for editor in self.of_themes:
            self._form.setRowVisible(editor, self.kind.currentData() == "theme")

    def accept(self) -> None:
        theme = self.kind.currentData() == "theme"
        changes = {
            field: read().strip()
            for field, read in self._read.items()
            if (theme or field not in _OF_THEMES) and read().strip() != (getattr(self._code, field) or "")
        }
        if self.kind.currentData() != self._code.kind:
            changes["kind"] = self.kind.currentData()
        if changes:
            said, words = self._said, self.tr("Definition of “{name}” saved").replace("{name}", self._code.name)

            def saved(_made: Code, step: Step | None) -> None:
                if step is not None:
                    said(words, step.number)

            self._bridge.act(
                actions.define_code,
                self._code.id,
                reason=self.why.reason,
                then=saved,
                failed=self._bridge.failed.emit,
                **changes,
            )
        super().accept()
