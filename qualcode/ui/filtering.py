"""The window's filter reaches everything that lists, counts or writes. The bar and the status line say that it is on,
and so does what opens over them: dialogs, and what is written to files."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMainWindow, QVBoxLayout, QWidget

from ..app.scoping import make_scope
from ..domain.errors import NotFound
from ..domain.history import Step
from ..domain.queries import Scope
from .filter_popup import FilterPopup
from .look import Look
from .parts.filter_note import FilterNote
from .parts.outside_note import OutsideNote

if TYPE_CHECKING:
    from .coding.coding_tab import CodingTab
    from .workspace import Workspace

_KINDS = ("document", "case", "assignment", "variable", "value", "coder", "document_set", "document_set_member")


class Filtering(QObject):
    """Works out what the filters of a workspace leave, and tells everybody."""

    limited = Signal(object)  # Scope

    def __init__(self, workspace: "Workspace", look: Look) -> None:
        super().__init__(workspace)
        self._workspace, self._look = workspace, look
        self.filters = workspace.filters
        self.scope = Scope()
        self._asked = 0  # questions so far: two readers may answer them in another order
        self.filters.changed.connect(self.work_out)
        self.filters.panel_wanted.connect(self.open_popup)
        workspace.bridge.followed.connect(self._stepped)
        self._outside: dict[CodingTab, OutsideNote] = {}
        self._watch(workspace.coding)
        workspace.pair.activated.connect(self._watch)

    def _watch(self, tab: "CodingTab") -> None:
        """Let a tab say when its document is outside the filter."""
        if tab in self._outside:
            return
        page = tab.edit_banner.parentWidget()
        layout = page.layout()
        assert isinstance(layout, QVBoxLayout)
        note = self._outside[tab] = OutsideNote(self.filters, self._look, page)
        layout.insertWidget(1, note)  # below the document's name
        tab.shown.connect(lambda _document: self._say_outside(tab))
        self._say_outside(tab)

    def _say_outside(self, tab: "CodingTab") -> None:
        left, document = self.scope.documents, tab.document
        self._outside[tab].tell(left is not None and document is not None and document.id not in left)

    def _stepped(self, step: Step) -> None:
        if self.filters.active and step.touches(*_KINDS):
            self.work_out()

    def work_out(self) -> None:
        """Ask what the filters leave."""
        options = self.filters.options()
        self._asked += 1
        number = self._asked

        def arrived(scope: Scope) -> None:
            if number == self._asked:  # else another answer is on its way
                self._tell(scope)

        def failed(error: Exception) -> None:
            if not isinstance(error, NotFound):  # the bar drops a filter for what is gone
                self._workspace.failed.emit(error)

        self._workspace.bridge.ask(lambda read: make_scope(read, **options), arrived, failed)

    def _tell(self, scope: Scope) -> None:
        self.scope = scope
        workspace = self._workspace
        workspace.documents.limit(scope.documents)
        workspace.segments.limit(scope.documents, scope.coders, scope.parts)
        workspace.segments.counts.limit(scope.documents, scope.coders, scope.parts)
        workspace.searching.limit(scope)
        for tab in self._outside:
            self._say_outside(tab)
        self.limited.emit(scope)

    def attend(self, dialog: QDialog, what: str = "") -> None:
        """Let a dialog with a method `limit(scope)` obey the filters, and say so at its top."""
        layout: Any = dialog.layout()
        layout.insertWidget(0, FilterNote(self.filters, self._look, dialog, what))
        limit = getattr(dialog, "limit")  # noqa: B009  dialogs that obey have it
        limit(self.scope)
        self.limited.connect(limit)

    def open_popup(self) -> None:
        """Open the lists in which filters are chosen, below the filter's bar or above its place in the status line."""
        bar, window = self._workspace.filter_bar, self._workspace.page.window()
        at: QWidget = bar.change_button if bar.isVisible() else bar.parentWidget()
        if not bar.isVisible() and isinstance(window, QMainWindow):
            at = getattr(window, "status").filter  # noqa: B009  the window's status line
        FilterPopup(self._workspace.bridge, self._look, self.filters, self._workspace.page).open_below(at)
