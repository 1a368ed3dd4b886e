"""The Report tab in the workspace: made when it is first shown, its words kept when the project closes."""

from typing import TYPE_CHECKING

from ...domain.methods import SATURATION
from ..look import Look

if TYPE_CHECKING:
    from ..workspace import Workspace
    from .report_tab import ReportTab


class ReportErrands:
    """Shows the tab."""

    def __init__(self, workspace: "Workspace", look: Look) -> None:
        self._workspace, self._look = workspace, look
        self.tab: ReportTab | None = None

    def show(self) -> None:
        """Show the tab."""
        if self.tab is None:
            self.tab = self._make()
        self._workspace.views.setCurrentWidget(self.tab)

    def _make(self) -> "ReportTab":
        from .report_tab import ReportTab

        workspace = self._workspace
        tab = ReportTab(workspace.bridge, self._look, workspace.page)
        tab.written.connect(workspace.say_written)
        tab.open_segment.connect(workspace.open_segment)
        tab.said.connect(workspace.said)
        workspace.views.addWidget(tab)
        self._look.dress(tab)
        workspace.methods.explain(tab, SATURATION)
        workspace.methods.taken.connect(tab.follow_method)
        return tab

    def close(self) -> None:
        """Keep what was written."""
        if self.tab is not None:
            self.tab.items.answer.save()
            self.tab.basket.comment.save()
