"""The Analyse tab: the list of what can be asked, and the view that answers."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ..look import Look
from ..parts.focus_ring import FocusRing
from ..translation import say
from ..views.ground import Ground

_NAME = Qt.ItemDataRole.UserRole
_ROW, _HEADING = 28, 38  # px high
_PASSING = 150  # milliseconds the keys rest on an entry until its view is shown: those passed by are not made
_LIST, _ROOM = 220, 1100  # width of the list, and from which width of the tab on there is room for it


@dataclass(frozen=True, slots=True)
class Entry:
    """A view by its name, as it is called, in a group of its kind ("": the one the study's method begins with)."""

    name: str
    title: str
    group: str


def group_names() -> dict[str, str]:
    """What the groups are called, in their order."""
    translate = QCoreApplication.translate
    return {
        "retrieval": translate("Analyse", "Find and quote"),
        "counts": translate("Analyse", "Count"),
        "co-occurrence": translate("Analyse", "What meets"),
        "cases": translate("Analyse", "Compare cases"),
        "charts": translate("Analyse", "Charts"),
        "words": translate("Analyse", "Words"),
    }


class _Entries(QListWidget):
    """Entries away from its edges, in line with what stands in the view beside it."""

    walked = False  # whether the keys chose what is shown: then they stay here

    def take_look(self, inset: int) -> None:
        self.setViewportMargins(inset, inset, inset, inset)


class AnalysePlace(Ground):
    """The list (in a narrow tab a box to choose from) and the view that is shown."""

    def __init__(self, look: Look, show: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(look, "panel", parent)
        self._look, self._show = look, show
        self.list = _Entries(self)
        self.list.setAccessibleName(self.tr("Analyses"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.itemClicked.connect(self._clicked)
        self.list.itemActivated.connect(self._clicked)
        self.list.setItemDelegate(FocusRing(look, self.list))
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_PASSING)
        self._resting.timeout.connect(self._rested)
        self.list.currentItemChanged.connect(self._moved)
        self.box = QComboBox(self)
        self.box.setAccessibleName(self.tr("Analyses"))
        self.box.activated.connect(lambda _row: show(str(self.box.currentData())))
        self.pages = QStackedWidget(self)
        self._right = QVBoxLayout()
        self._right.setSpacing(0)
        self._line = QHBoxLayout()
        self._line.addWidget(self.box)
        self._line.addStretch(1)
        self._right.addLayout(self._line)
        self._right.addWidget(self.pages, 1)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.list)
        across.addLayout(self._right, 1)
        look.dress(self.list)
        look.dress(self.box)
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px = self._look.px
        self.list.setFixedWidth(px(_LIST))
        self.list.take_look(px(8))
        for row in range(self.list.count()):
            heading = row > 0 and not self.list.item(row).data(_NAME)  # air above, so that it goes with what follows
            self.list.item(row).setSizeHint(QSize(0, px(_HEADING if heading else _ROW)))
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        wide = self.width() >= self._look.px(_ROOM)
        px = self._look.px
        self.list.setVisible(wide)
        self.box.setVisible(not wide)
        self._line.setContentsMargins(*((0, 0, 0, 0) if wide else (px(16), px(8), px(16), px(4))))

    def fill(self, entries: Iterable[Entry]) -> None:
        """List these views, each group under its name."""
        shown = self.shown
        names = group_names()
        self.list.clear()
        self.box.clear()
        group = ""
        for entry in entries:
            if entry.group != group:
                group = entry.group
                heading = QListWidgetItem(names[group])
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setTextAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom)
                font = heading.font()
                font.setBold(True)
                heading.setFont(font)
                self.list.addItem(heading)
            item = QListWidgetItem(entry.title)
            item.setData(_NAME, entry.name)
            self.list.addItem(item)
            self.box.addItem(entry.title, entry.name)
        self._take_look()
        self.mark(shown)

    def _moved(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME) and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._resting.start()

    def _rested(self) -> None:
        self.list.walked = True
        self._show(self.shown)

    @property
    def stops(self) -> list[QWidget]:
        """What F6 goes round: the list, and the parts of the view that is shown."""
        view = self.pages.currentWidget()
        return [self.list if self.list.isVisible() else self.box, *getattr(view, "stops", ())]

    def _clicked(self, item: QListWidgetItem) -> None:
        self._resting.stop()
        self.list.walked = False
        if item.data(_NAME):
            self._show(str(item.data(_NAME)))

    @property
    def shown(self) -> str:
        """The name of the entry that is marked, "" for none."""
        item = self.list.currentItem()
        return str(item.data(_NAME) or "") if item is not None else ""

    @property
    def names(self) -> tuple[str, ...]:
        """The views that are listed, in order."""
        return tuple(str(self.list.item(row).data(_NAME)) for row in self._rows())

    def _rows(self) -> Iterator[int]:
        return (row for row in range(self.list.count()) if self.list.item(row).data(_NAME))

    def mark(self, shown: str) -> None:
        """Mark the view that is shown."""
        for row in self._rows():
            if self.list.item(row).data(_NAME) == shown:
                self.list.setCurrentRow(row)
        self._resting.stop()  # that was not the user's move
        self.box.setCurrentIndex(self.box.findData(shown))


def entries_of(first: str, hidden: Iterable[str], own: Iterable[Entry], last: Iterable[Entry] = ()) -> list[Entry]:
    """Every view once: `first` before all groups, `own` views of the window before the analyses of their groups, `last`
    ones behind them."""
    from ...app.analysing.catalogue import ANALYSES

    left = set(hidden)
    known = list(own)
    known += [
        Entry(one.name, say(one.title), one.group)
        for one in ANALYSES.values()
        if one.in_window and one.name not in left
    ]
    known += last
    foremost = [Entry(one.name, one.title, "") for one in known if one.name == first]
    return foremost + [one for group in group_names() for one in known if one.group == group and one.name != first]
