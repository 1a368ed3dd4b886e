"""Beside the list: what differs in the chosen code, field by field, and what is to become of it."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QTextBrowser, QVBoxLayout, QWidget

from ...app.codebook_arrivals import ArrivingCode
from ..look import BODY, META, TITLE, look
from ..views.ground import Words
from .wording import field_title, held_words, state_title, treatment_title, value_title, why_words

_OFFERED = ("update", "keep", "new", "duplicate")


class ChosenCodes(QWidget):
    """Shows one row of the plan, or how many are chosen, and offers what is open to them."""

    chosen = Signal(str)  # a treatment

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[ArrivingCode] = ()
        self.title = Words(look(), TITLE, bold=True, wrap=True, parent=self)
        self.why = Words(look(), BODY, "ink2", wrap=True, parent=self)
        self.what = Words(look(), META, "ink2", bold=True, parent=self)
        self.what.setText(self.tr("What to do"))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(self.tr("What differs"))
        self.text.setOpenLinks(False)
        self.group = QButtonGroup(self)
        self.choices = {treatment: QRadioButton(self) for treatment in _OFFERED}
        down = QVBoxLayout(self)
        down.setContentsMargins(look().px(12), 0, 0, 0)
        down.setSpacing(look().px(8))
        down.addWidget(self.title)
        down.addWidget(self.why)
        down.addWidget(self.what)
        for treatment, button in self.choices.items():
            self.group.addButton(button)
            down.addWidget(button)
            button.clicked.connect(lambda _on, treatment=treatment: self.chosen.emit(treatment))
        down.addWidget(self.text, 1)
        look().follow(self._tell)
        self.show_rows(())

    def show_rows(self, rows: Sequence[ArrivingCode]) -> None:
        """Show these rows of the plan."""
        self._rows = rows
        one = rows[0] if len(rows) == 1 else None
        many = self.tr("%n code(s) chosen", "", len(rows))
        self.title.setText(one.path if one else many if rows else "")
        self.why.setText("\n".join(filter(None, (_why(one), held_words(one)))) if one else "")
        self.why.setVisible(bool(self.why.text()))
        self.what.setVisible(bool(rows))
        given = {row.treatment for row in rows}
        self.group.setExclusive(False)
        for treatment, button in self.choices.items():
            button.setVisible(any(treatment in row.choices for row in rows))
            button.setText(treatment_title(treatment, one))
            button.setAccessibleName(button.text())
            button.setChecked(given == {treatment})
        self.group.setExclusive(True)
        self._tell()

    def _tell(self) -> None:
        one = self._rows[0] if len(self._rows) == 1 else None
        self.text.setVisible(one is not None)
        if one is not None:
            self.text.setHtml(_compared(one) if one.differences else _described(one))


def _why(row: ArrivingCode) -> str:
    return why_words(row) or state_title(row.state)


def _compared(row: ArrivingCode) -> str:
    tokens = look().current
    gone = f"color: {tokens.danger}; background-color: {tokens.danger_ground}; text-decoration: line-through;"
    came = f"color: {tokens.good}; background-color: {tokens.good_ground};"
    parts = []
    for one in row.differences:
        old, new = (_lines(value_title(one.field, value)) for value in (one.old, one.new))
        before = f"<span style='{gone}'>{old}</span><br>" if old else ""
        parts.append(_part(field_title(one.field), f"{before}<span style='{came}'>{new}</span>"))
    return "".join(parts)


def _described(row: ArrivingCode) -> str:
    """What the file says of a code with which nothing is compared."""
    told = {"color": row.read.color, **row.read.fields, "memo": row.read.memo}
    return "".join(_part(field_title(name), _lines(value_title(name, text))) for name, text in told.items() if text)


def _part(title: str, inner: str) -> str:
    tokens, size, gap = look().current, look().px(META), look().px(10)
    head = f"<p style='margin: 0 0 {look().px(2)}px 0; color: {tokens.ink2}; font-size: {size}px;'>"
    return f"{head}<b>{escape(title)}</b></p><div style='color: {tokens.ink}; margin-bottom: {gap}px;'>{inner}</div>"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")
