"""The passages behind a number of a table or a mark of a chart."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ...app.analysing.quoted import selected_passages
from ...app.analysing.registry import Asked
from ...app.analysing.remembered import State
from ...app.one_moment import at_one_moment
from ...app.passages import PAGE, Passage, PassagePage, printed_passage
from ...app.project import Project
from ...domain.progress import Progress
from ...domain.selections import Place, Selection
from ..bridge import Bridge
from ..look import META, TITLE, Look
from ..parts.measured_list import MeasuredList
from ..tasks import Task
from ..views.ground import Ground, Words
from ..views.quotes import PassageDelegate, PassageModel, source_text
from ..views.wording import counted
from .answers import state_of

_PASSAGE = Qt.ItemDataRole.UserRole
_MOST_AGAIN = 10 * PAGE  # passages that are fetched at once where so many were there before


class SelectionPanel(Ground):
    """A heading and the passages of a selection, page by page."""

    open_segment = Signal(object, int, int)  # document id, start, end

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "panel", parent)
        self._bridge = bridge
        self._look = look
        self._fetch: Callable[[int], None] = lambda _offset: None
        self._task: Task | None = None
        self._sight: tuple[Place, int] | None = None  # where the passage at the top stands in the text, and in px
        self.heading = Words(look, TITLE, bold=True, wrap=True, parent=self)
        self.hint = Words(look, role="ink2", wrap=True, parent=self)
        self.hint.setText(self.tr("Choose a number or a mark to read its quotes."))
        self.model = PassageModel(self._fetch_more, self)
        self.list = MeasuredList(self)
        self.list.setModel(self.model)
        self.delegate = PassageDelegate(look, self.list)
        self.list.setItemDelegate(self.delegate)
        self.list.setAccessibleName(self.tr("Quotes"))
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.clicked.connect(self._open)
        self.list.activated.connect(self._open)
        self.setFocusProxy(self.list)
        self.foot = Words(look, META, "ink2", wrap=True, parent=self)
        self._inset = [QHBoxLayout(), QHBoxLayout(), QHBoxLayout()]
        for line, words in zip(self._inset, (self.heading, self.hint, self.foot), strict=True):
            line.addWidget(words)
        column = QVBoxLayout(self)
        column.addLayout(self._inset[0])
        column.addLayout(self._inset[1])
        column.addWidget(self.list, 1)
        column.addLayout(self._inset[2])
        look.follow(self._restyle)
        self._restyle()
        self.clear()

    def _restyle(self) -> None:
        look = self._look
        self.layout().setContentsMargins(0, look.px(12), 0, 0)
        self.layout().setSpacing(look.px(8))
        for line in self._inset:
            line.setContentsMargins(look.px(16), 0, look.px(16), look.px(8))
        self.delegate.forget()
        self.list.doItemsLayout()

    def clear(self) -> None:
        """Show nothing, and say how to get something."""
        self._stop()
        self.model.clear()
        self.heading.hide()
        self.hint.show()
        self.foot.clear()

    def show_selection(
        self, heading: str, selection: Selection, filters: Mapping[str, Any], state: State, again: bool = False
    ) -> None:
        """Show the passages of a selection among what the filters leave; `again`: anew, as far down as one was.

        A selection holds in the state of the project it was found in. In another one nothing is fetched: whoever shows
        the number finds it anew and comes back.
        """
        self._stop()
        self.hint.hide()
        self.heading.show()
        self.heading.setText(heading)
        held = min(-(-self.model.rowCount() // PAGE) * PAGE, _MOST_AGAIN) if again else 0
        self._sight = self._in_sight() if again else None
        if not again:
            self.model.clear()
            self.foot.clear()

        def fetch(offset: int) -> None:
            def work(project: Project, progress: Progress) -> PassagePage | None:
                if state_of(project) != state:
                    return None
                limit = PAGE if offset else max(held, PAGE)
                return selected_passages(Asked(project, filters, progress), selection, offset, limit)

            def job(project: Project, progress: Progress) -> PassagePage | None:
                return at_one_moment(project, lambda: work(project, progress))

            self._task = self._bridge.run(job, self._arrived, long=True)  # it may have to find words

        self._fetch = fetch
        fetch(0)

    def _fetch_more(self, offset: int) -> None:
        self._fetch(offset)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _arrived(self, page: PassagePage | None) -> None:
        self._task = None
        if page is None:
            self.model.go_without()
            return
        self.model.add(page, [", ".join(passage.coders) for passage in page.passages])
        if page.offset == 0:
            self.list.scrollToTop()
            self._stay(page)
        held = self.model.rowCount()
        if held < page.total:
            text = self.tr("{shown} of {total} shown").format(shown=f"{held:,}", total=f"{page.total:,}")
        else:
            text = counted("%n passage(s)", page.total)
        self.foot.setText(text)

    def _in_sight(self) -> tuple[Place, int] | None:
        top = self.list.indexAt(QPoint(1, 1))
        return (_place_of(top.data(_PASSAGE)), self.list.visualRect(top).top()) if top.isValid() else None

    def _stay(self, page: PassagePage) -> None:
        """Leave in sight what was, where it is still there."""
        rows = {_place_of(passage): row for row, passage in enumerate(page.passages)}
        if self._sight is not None and self._sight[0] in rows:
            self.list.doItemsLayout()
            self.list.bring(rows[self._sight[0]], self._sight[1])

    def focus_quotes(self) -> None:
        """Put the keyboard on the first quote."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        passage: Passage = index.data(_PASSAGE)
        self.open_segment.emit(passage.document, passage.start, passage.end)

    def _copy(self, passage: Passage) -> None:
        def copied(words: str) -> None:
            QGuiApplication.clipboard().setText(f"“{words}” ({source_text(passage)})")

        self._bridge.ask(lambda read: printed_passage(read, passage), copied)

    def _menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if not index.isValid():
            return
        passage: Passage = index.data(_PASSAGE)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        there = passage.document, passage.start, passage.end  # the row may be another one's by then
        menu.addAction(self.tr("Open in the document"), lambda: self.open_segment.emit(*there))
        menu.addAction(self.tr("Copy with source"), lambda: self._copy(passage))
        menu.popup(self.list.viewport().mapToGlobal(place))


def _place_of(passage: Passage) -> Place:
    return passage.document, passage.start, passage.end
