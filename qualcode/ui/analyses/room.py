"""The Analyse tab of one open project: its views in one list, in the order of the study's method; each is made when it
is first shown."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from ..look import Look
from ..turns import Turns
from ..views.cooccurrence import CooccurrenceView
from .place import AnalysePlace, Entry, entries_of

if TYPE_CHECKING:
    from ..commands.actions import Actions
    from ..views.framework import FrameworkView
    from ..workspace import Workspace
    from .analysis_view import AnalysisView

COOCCURRENCE, FRAMEWORK, SATURATION, QUOTES = "cooccurrence", "cases_by_themes", "saturation", "quotes"
RETRIEVAL, PAIRS = "retrieval", "pairs"
_MORE = "more"  # the entry that brings what the method does not offer


class Analyses(QObject):
    """Makes the views and takes their wishes to where they can be fulfilled."""

    def __init__(self, workspace: "Workspace", look: Look, actions: "Actions") -> None:
        super().__init__(workspace)
        self._workspace, self._look, self._actions = workspace, look, actions
        self.place: AnalysePlace | None = None
        self.cooccurrence: CooccurrenceView | None = None
        self.framework: FrameworkView | None = None
        self.others: dict[str, AnalysisView] = {}
        self._all = False  # whether all are listed whatever the method

    @property
    def entries(self) -> list[Entry]:
        """The views, that of the method first. Where the method is reflexive saturation is not offered."""
        method = self._workspace.methods.method
        first = method.first_analysis if method is not None and method.first_analysis else COOCCURRENCE
        translate = QCoreApplication.translate
        own = [
            Entry(COOCCURRENCE, translate("Analyse", "Co-occurrence"), "co-occurrence"),
            Entry(PAIRS, translate("Analyse", "Chance and bands"), "co-occurrence"),
            Entry(FRAMEWORK, translate("Analyse", "Cases by themes"), "cases"),
        ]
        if method is None or method.key != "reflexive" or self._all:
            return entries_of(first, (), own)
        more = Entry(_MORE, translate("Analyse", "Show saturation too"), "counts")
        return entries_of(first, (SATURATION,), own, (more,))

    @property
    def order(self) -> tuple[str, ...]:
        """The names of the views, as they are listed."""
        return tuple(entry.name for entry in self.entries)

    @property
    def shown(self) -> str:
        """The name of the view that is shown, "" before the first one is."""
        page = self.place.pages.currentWidget() if self.place is not None else None
        views = {COOCCURRENCE: self.cooccurrence, FRAMEWORK: self.framework, **self.others}
        return next((name for name, view in views.items() if view is not None and view is page), "")

    def show(self) -> None:
        """Show the tab: the view that was shown last, at first the one that the method works with."""
        self._make()
        if not self.shown:
            self.show_view(self.order[0])
        assert self.place is not None
        self._workspace.views.setCurrentWidget(self.place)

    def open(self, name: str) -> None:
        """Show the tab with this view."""
        self._make()
        self.show_view(name)  # before the tab, which would begin with another one
        self._actions["tab_analyse"].trigger()

    def retrieve(self, codes: Sequence[UUID] = (), documents: Sequence[UUID] = ()) -> None:
        """Show the passages of these codes, or of these documents."""
        from ..queries.view import QueryView

        self.open(RETRIEVAL)
        view = self.others[RETRIEVAL]
        assert isinstance(view, QueryView)
        view.activate(codes, documents)

    def _make(self) -> None:
        if self.place is None:
            self.place = AnalysePlace(self._look, self.show_view, self._workspace.page)
            self.place.fill(self.entries)
            self._workspace.views.addWidget(self.place)

    def arrange(self) -> None:
        """The method is another one: its view stands first, and is the one that is shown next."""
        if self.place is not None:
            self.place.fill(self.entries)
            if self._workspace.views.currentWidget() is not self.place:
                self.show_view(self.order[0])

    def show_view(self, name: str) -> None:
        """Show one of the views; if nobody has opened it yet, it is made in short turns."""
        assert self.place is not None
        if name == _MORE:
            name = SATURATION
        if name == SATURATION and name not in self.order:  # asked for, so it is listed from now on
            self._all = True
            self.place.fill(self.entries)
        view = self._made(name)
        self.place.pages.setCurrentWidget(view)
        self.place.mark(name)
        self.place.setFocusProxy(view)

    def _made(self, name: str) -> QWidget:
        if name == COOCCURRENCE:
            if self.cooccurrence is None:
                self.cooccurrence = self._make_cooccurrence()
            return self.cooccurrence
        if name == FRAMEWORK:
            if self.framework is None:
                self.framework = self._make_framework()
            return self.framework
        if name not in self.others:
            self.others[name] = self._make_other(name)
        return self.others[name]

    def _make_cooccurrence(self) -> CooccurrenceView:
        workspace = self._workspace
        view = CooccurrenceView(workspace.bridge, self._look, workspace.filters, self.place)
        self._join(view)
        view.said.connect(workspace.said)
        view.text_requested.connect(self._actions["tab_code"].trigger)
        Turns(view).take(view.build(), lambda: (workspace.methods.explain(view), view.recompute()))
        return view

    def _make_other(self, name: str) -> "AnalysisView":
        from ...app.analysing.registry import named

        workspace = self._workspace
        asked = COOCCURRENCE if name == PAIRS else name
        view = _kind_of(name)(named(asked), workspace.bridge, self._look, workspace.filters, self.place)
        self._join(view)
        view.said.connect(workspace.said)
        view.text_requested.connect(self._actions["tab_code"].trigger)
        Turns(view).take(view.build(), lambda: (self._explain(view), view.recompute()))
        return view

    def _explain(self, view: "AnalysisView") -> None:
        """Say what its numbers are evidence of, where they may be taken for a proof."""
        if view.analysis.proof:
            self._workspace.methods.explain(view, view.analysis.hint)

    def _make_framework(self) -> "FrameworkView":
        from ..views.framework import FrameworkView

        workspace = self._workspace
        view = FrameworkView(workspace.bridge, self._look, workspace.filters, self.place)
        self._join(view)
        view.said.connect(workspace.said)
        view.themes_requested.connect(self._actions["tab_themes"].trigger)
        view.cases_requested.connect(self._actions["cases"].trigger)
        view.limit(workspace.filtering.scope)
        workspace.filtering.limited.connect(view.limit)
        Turns(view).take(view.build(), lambda: workspace.methods.explain(view))
        return view

    def _join(self, view: "CooccurrenceView | FrameworkView | AnalysisView") -> None:
        workspace = self._workspace
        view.open_segment.connect(workspace.open_segment)
        view.exported.connect(lambda path: workspace.say_written(path, workspace.filters.summary()))
        assert self.place is not None
        self.place.pages.addWidget(view)


def _kind_of(name: str) -> "type[AnalysisView]":
    """The kind of view of an analysis, loaded when it is first wanted: the query builder alone takes 65 ms."""
    if name == RETRIEVAL:
        from ..queries.view import QueryView

        return QueryView
    if name == QUOTES:
        from .quote_picker import QuotePickerView

        return QuotePickerView
    if name == PAIRS:
        from .pairs_view import PairsView

        return PairsView
    from .analysis_view import AnalysisView

    return AnalysisView
