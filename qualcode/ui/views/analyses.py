"""The Analyse tab of one open project: its views under one switch, in the order of the study's method; each is made
when it is first shown."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ..look import Look
from ..turns import Turns
from .cooccurrence import CooccurrenceView
from .ground import Ground

if TYPE_CHECKING:
    from ..commands.actions import Actions
    from ..workspace import Workspace
    from .framework import FrameworkView

COOCCURRENCE, FRAMEWORK = "cooccurrence", "cases_by_themes"
_VIEWS = (COOCCURRENCE, FRAMEWORK)


class AnalysePlace(Ground):
    """The switch and the view that is shown."""

    def __init__(self, look: Look, show: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(look, "panel", parent)
        self._look = look
        names = {
            COOCCURRENCE: QCoreApplication.translate("Analyse", "Co-occurrence"),
            FRAMEWORK: QCoreApplication.translate("Analyse", "Cases by themes"),
        }
        self.switch = QWidget(self)
        self._row = QHBoxLayout(self.switch)
        self.buttons: dict[str, QPushButton] = {}
        for name in _VIEWS:
            button = self.buttons[name] = QPushButton(names[name], self.switch)
            button.setCheckable(True)
            button.clicked.connect(lambda _on, name=name: show(name))
            self._row.addWidget(button)
        self._row.addStretch(1)
        self.pages = QStackedWidget(self)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self.switch)
        down.addWidget(self.pages, 1)
        look.dress(self.switch)
        look.follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(16), px(8), px(16), px(4))
        self._row.setSpacing(0)

    def mark(self, shown: str) -> None:
        """Mark the view that is shown. Qt's own groups let Tab reach only the button that is down."""
        for name, button in self.buttons.items():
            button.setChecked(name == shown)

    def arrange(self, order: tuple[str, ...]) -> None:
        """Put the views into another order."""
        before: QWidget | None = None
        for number, name in enumerate(order):
            self._row.removeWidget(self.buttons[name])
            self._row.insertWidget(number, self.buttons[name])
            if before is not None:
                self.setTabOrder(before, self.buttons[name])
            before = self.buttons[name]


class Analyses(QObject):
    """Makes the views and takes their wishes to where they can be fulfilled."""

    def __init__(self, workspace: "Workspace", look: Look, actions: "Actions") -> None:
        super().__init__(workspace)
        self._workspace, self._look, self._actions = workspace, look, actions
        self.place: AnalysePlace | None = None
        self.cooccurrence: CooccurrenceView | None = None
        self.framework: FrameworkView | None = None

    @property
    def order(self) -> tuple[str, ...]:
        """The views, that of the method first."""
        method = self._workspace.methods.method
        first = method.first_analysis if method is not None and method.first_analysis else COOCCURRENCE
        return (first, *(name for name in _VIEWS if name != first))

    @property
    def shown(self) -> str:
        """The name of the view that is shown, "" before the first one is."""
        page = self.place.pages.currentWidget() if self.place is not None else None
        if page is None:
            return ""
        return FRAMEWORK if page is self.framework else COOCCURRENCE

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

    def _make(self) -> None:
        if self.place is None:
            self.place = AnalysePlace(self._look, self.show_view, self._workspace.page)
            self.place.arrange(self.order)
            self._workspace.views.addWidget(self.place)

    def arrange(self) -> None:
        """The method is another one: its view stands first, and is the one that is shown next."""
        if self.place is not None:
            self.place.arrange(self.order)
            if self._workspace.views.currentWidget() is not self.place:
                self.show_view(self.order[0])

    def show_view(self, name: str) -> None:
        """Show one of the views; if nobody has opened it yet, it is made in short turns."""
        assert self.place is not None
        view = self._made(name)
        self.place.pages.setCurrentWidget(view)
        self.place.mark(name)
        self.place.setFocusProxy(view)

    def _made(self, name: str) -> QWidget:
        if name == COOCCURRENCE:
            if self.cooccurrence is None:
                self.cooccurrence = self._make_cooccurrence()
            return self.cooccurrence
        if self.framework is None:
            self.framework = self._make_framework()
        return self.framework

    def _make_cooccurrence(self) -> CooccurrenceView:
        workspace = self._workspace
        view = CooccurrenceView(workspace.bridge, self._look, workspace.filters, self.place)
        self._join(view)
        view.text_requested.connect(self._actions["tab_code"].trigger)
        Turns(view).take(view.build(), lambda: (workspace.methods.explain(view), view.recompute()))
        return view

    def _make_framework(self) -> "FrameworkView":
        from .framework import FrameworkView

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

    def _join(self, view: "CooccurrenceView | FrameworkView") -> None:
        workspace = self._workspace
        view.open_segment.connect(workspace.open_segment)
        view.exported.connect(lambda path: workspace.say_written(path, workspace.filters.summary()))
        assert self.place is not None
        self.place.pages.addWidget(view)
