"""What is said about the chosen coding, shown and changed: mark, question, certainty, weight."""

from collections.abc import Callable

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from ...domain.codings import CERTAINTIES, MARKS, PlacedCoding
from ..coding.marking_flow import MarkingFlow
from ..coding.signs import ICONS, say, weight_text
from ..icons import icon
from ..look import META, Look


class SignField(QLineEdit):
    """Written on leaving and with Enter; Esc brings back what was there."""

    def __init__(self, name: str, save: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._save, self._before = save, ""
        self.setAccessibleName(name)
        self.editingFinished.connect(self.save)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless something else is being typed."""
        if not (self.hasFocus() and self.isModified()):
            self._before = text
            self.setText(text)
            self.setCursorPosition(0)

    def save(self) -> None:
        """Hand on what was typed."""
        if self.isModified():
            self.setModified(False)
            self._before = self.text()
            self._save(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setText(self._before)
        else:
            super().keyPressEvent(event)


class SegmentSigns(QWidget):
    """A row of buttons; the question and the weight stand below it when there is one."""

    def __init__(self, flow: MarkingFlow, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow, self._look = flow, look
        self._coding: PlacedCoding | None = None
        self._mine = self._weighing = False
        self.buttons = {mark: self._button(ICONS[mark], say(mark)) for mark in MARKS}
        self.discuss = self._button("discuss", self.tr("Needs discussion"))
        self.certainty = QComboBox(self)
        self.certainty.setAccessibleName(self.tr("Certainty"))
        self.certainty.setToolTip(self.tr("How certain are you of this coding?"))
        self.certainty.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.certainty.setMinimumContentsLength(7)
        self.certainty.addItem(self.tr("Certainty"))
        for value in CERTAINTIES:
            self.certainty.addItem(icon(ICONS[value]), say(value), value)
        self.more = QToolButton(self)
        self.more.setIcon(icon("more"))
        self.more.setToolTip(self.tr("More about this coding"))
        self.more.setAccessibleName(self.tr("More about this coding"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        self.question = SignField(self.tr("Question to discuss"), self._save_question, self)
        self.question.setPlaceholderText(self.tr("What is to be discussed?"))
        self.weight = SignField(self.tr("Weight"), self._save_weight, self)
        self._weight_label = QLabel(self.tr("Weight"), self)
        self._weight_label.setBuddy(self.weight)
        self._lay_out()
        for mark, button in self.buttons.items():
            button.clicked.connect(lambda _on, mark=mark: self._with(lambda coding: flow.toggle_mark(coding, mark)))
        self.discuss.clicked.connect(lambda: self._with(self._toggle_discuss))
        self.certainty.activated.connect(
            lambda row: self._with(lambda coding: flow.set_certainty(coding, self.certainty.itemData(row)))
        )
        look.follow(self._dress)
        self._dress()

    def _button(self, picture: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(picture))
        button.setCheckable(True)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _lay_out(self) -> None:
        self._row = QHBoxLayout()
        for widget in (*self.buttons.values(), self.discuss):
            self._row.addWidget(widget)
        self._row.addWidget(self.certainty, 1)
        self._row.addWidget(self.more)
        self._weights = QHBoxLayout()
        self._weights.addWidget(self._weight_label)
        self._weights.addWidget(self.weight)
        self._weights.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self.question)
        self._column.addLayout(self._weights)

    def _dress(self) -> None:
        px = self._look.px
        self._column.setSpacing(px(6))
        self._row.setSpacing(px(4))
        self._weights.setSpacing(px(8))
        for button in (*self.buttons.values(), self.discuss, self.more):
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedSize(px(30), px(28))
        self.weight.setFixedWidth(px(96))
        self._weight_label.setFont(self._look.font(META))

    # ── what is shown ──
    def show_coding(self, coding: PlacedCoding, mine: bool, writes: bool) -> None:
        """Show what is said about a coding; `mine`: it may be weighed and judged."""
        if self._coding is None or self._coding.id != coding.id:
            self.save()
            self._weighing = False
            for field in (self.question, self.weight):
                field.setModified(False)
        self._coding, self._mine = coding, mine
        for mark, button in self.buttons.items():
            button.setChecked(coding.mark == mark)
            button.setEnabled(writes)
        self.discuss.setChecked(coding.discuss is not None)
        self.discuss.setEnabled(writes)
        with QSignalBlocker(self.certainty):
            known = coding.certainty in CERTAINTIES
            self.certainty.setCurrentIndex(CERTAINTIES.index(coding.certainty or "") + 1 if known else 0)
        self.certainty.setEnabled(mine)
        self.question.show_text(coding.discuss or "")
        self.question.setToolTip(coding.discuss or "")
        self.question.setReadOnly(not writes)
        self.question.setVisible(coding.discuss is not None)
        self.weight.show_text("" if coding.weight is None else weight_text(coding.weight))
        self.weight.setReadOnly(not mine)
        self._show_weight(coding.weight is not None or self._weighing)

    def _show_weight(self, shown: bool) -> None:
        self.weight.setVisible(shown)
        self._weight_label.setVisible(shown)

    def edit(self, field: str) -> None:
        """Put the cursor into the "question" or the "weight"."""
        if field == "weight":
            self._weighing = True
            self._show_weight(True)
            self.weight.setFocus()
            self.weight.selectAll()
        else:
            self.question.setVisible(True)
            self.question.setFocus()

    # ── what is changed ──
    def save(self) -> None:
        """Write what is being typed."""
        if self._coding is not None:
            self.question.save()
            self.weight.save()

    def _with(self, act: Callable[[PlacedCoding], object]) -> None:
        if self._coding is not None:
            act(self._coding)

    def _toggle_discuss(self, coding: PlacedCoding) -> None:
        if coding.discuss is None:
            self._flow.discuss(coding, "")
            self.edit("question")
        else:
            self._flow.discuss(coding, None)

    def _save_question(self, text: str) -> None:
        self._with(lambda coding: self._flow.discuss(coding, text))

    def _save_weight(self, text: str) -> None:
        number, understood = QLocale().toDouble(text)
        if not understood:
            number, understood = QLocale.c().toDouble(text)
        if understood or not text.strip():
            self._with(lambda coding: self._flow.weigh(coding, number if understood else None))
        else:
            self._flow.said.emit(self.tr("“{text}” is not a number.").replace("{text}", text), None)
            self._with(lambda coding: self.show_coding(coding, self._mine, not self.question.isReadOnly()))

    def _fill_menu(self) -> None:
        self._menu.clear()
        if self._coding is None:
            return
        weight = self._menu.addAction(self.tr("Weight…"))
        weight.setEnabled(self._mine)
        weight.triggered.connect(lambda: self.edit("weight"))
        self._flow.add_more(self._menu, self._coding)
