"""Which codings get a stripe, in whose colour, on which side: chosen live under the button in the reader's header."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QListWidget, QListWidgetItem, QRadioButton, QWidget

from ...domain.codebook import Code
from ...domain.codings import PlacedCoding
from ..look import META, look
from ..marks import mark_icon
from ..parts.popup import Popup
from ..reader.showing import Dress, Showing, dress
from ..views.ground import Words

_KEY = Qt.ItemDataRole.UserRole


class StripesPopup(Popup):
    """Ways of showing, the codes of the document with ticks, and what the colours mean by coder or theme."""

    changed = Signal(object)  # Showing

    def __init__(
        self,
        showing: Showing,
        codings: Sequence[PlacedCoding],
        codes: Sequence[Code],
        coders: Mapping[UUID, str],
        parent: QWidget,
    ) -> None:
        super().__init__(self.tr("Stripes"), parent)
        self._showing, self._coders = showing, coders
        counts: dict[UUID, int] = {}
        for coding in codings:
            counts[coding.code] = counts.get(coding.code, 0) + 1
        self._counts, self._all = counts, {code.id: code for code in codes}
        self._codes = [code for code in codes if code.id in counts or code.id in showing.codes]
        self._people = {coding.coder for coding in codings}
        self._ways = self._choice(
            self.tr("Show stripes"),
            (
                ("all", self.tr("All codings")),
                ("chosen", self.tr("Only the codes ticked below")),
                ("recent", self.tr("Only the codes used last")),
                ("coder", self.tr("By coder, in a colour for each")),
                ("theme", self.tr("By theme, in its colour")),
            ),
            showing.by,
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Codes of this document"))
        self.list.setMinimumWidth(look().px(280))
        self.list.setFixedHeight(min(look().px(180), self.screen().availableGeometry().height() // 5))
        self.body.addWidget(self.list)
        self.body.addSpacing(look().px(8))
        self._sides = self._choice(
            self.tr("Beside the text"),
            (("right", self.tr("After the line: right")), ("left", self.tr("Before the line: left"))),
            showing.side,
        )
        self._ways.idToggled.connect(lambda _id, on: self._way_chosen() if on else None)
        self._sides.idToggled.connect(lambda _id, on: self._side_chosen() if on else None)
        self.list.itemChanged.connect(lambda _item: self._ticked())
        self._fill()

    def _choice(self, title: str, entries: Sequence[tuple[str, str]], present: str) -> QButtonGroup:
        words = Words(look(), META, "ink2", bold=True, parent=self)
        words.setText(title)
        self.body.addWidget(words)
        group = QButtonGroup(self)
        for number, (key, name) in enumerate(entries):
            button = QRadioButton(name, self)
            button.setObjectName(key)
            button.setChecked(key == present)
            group.addButton(button, number)
            self.body.addWidget(button)
        return group

    def button(self, key: str) -> QRadioButton:
        """The button of a way or side."""
        return next(one for one in (*self._ways.buttons(), *self._sides.buttons()) if one.objectName() == key)

    def _fill(self) -> None:
        """The codes with ticks, or what the colours mean."""
        by, dark = self._showing.by, look().current.dark
        self.list.blockSignals(True)
        self.list.clear()
        if by in ("coder", "theme"):
            for color, kind, name in self._legend(dress(self._showing, self._all, self._coders)):
                QListWidgetItem(mark_icon(color, kind, dark), name, self.list).setFlags(Qt.ItemFlag.ItemIsEnabled)
        else:
            for code in self._codes:
                name = f"{code.name} ({self._counts.get(code.id, 0)})"
                item = QListWidgetItem(mark_icon(code.color, code.kind, dark), name, self.list)
                item.setData(_KEY, str(code.id))
                item.setToolTip(code.name)
                if by == "chosen":
                    ticked = code.id in self._showing.codes
                    item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.list.setVisible(by in ("chosen", "coder", "theme"))
        self.list.blockSignals(False)
        self.adjustSize()

    def _legend(self, found: Dress) -> list[tuple[str, str, str]]:
        """Colour, mark and name of each coder, or of each theme, that has codings here."""
        if found.by == "coder":
            order = sorted(self._people & set(found.ranks), key=lambda key: found.ranks[key])
            return [(found.tints[key], "code", self._coders[key]) for key in order]
        tops: dict[int, tuple[str, str, str]] = {}
        for code in self._codes:
            top = next(
                (
                    one
                    for one in self._all.values()
                    if one.parent is None and found.ranks[one.id] == found.ranks[code.id]
                ),
                code,
            )
            tops[found.ranks[code.id]] = (top.color, top.kind, top.name)
        return [tops[rank] for rank in sorted(tops)]

    def _way_chosen(self) -> None:
        by = self._ways.checkedButton().objectName()
        codes = self._showing.codes
        if by == "chosen" and not codes:
            codes = frozenset(code.id for code in self._codes)  # to tick off from
        self._showing = replace(self._showing, by=by, codes=codes)
        self._fill()
        self.changed.emit(self._showing)

    def _side_chosen(self) -> None:
        self._showing = replace(self._showing, side=self._sides.checkedButton().objectName())
        self.changed.emit(self._showing)

    def _ticked(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        here = {UUID(item.data(_KEY)): item.checkState() == Qt.CheckState.Checked for item in items}
        others = {code for code in self._showing.codes if code not in here}
        self._showing = replace(self._showing, codes=frozenset(others | {code for code, on in here.items() if on}))
        self.changed.emit(self._showing)
