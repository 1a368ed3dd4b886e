"""Reviews in the window: a page sent, files that come back, the way to what a remark is about, sign-offs."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ...app.project import Project
from ...domain.codings import Segment
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...domain.progress import Progress
from ..commands.actions import Actions
from ..docks import Docks
from ..look import Look
from ..translation import say

if TYPE_CHECKING:
    from ...app.leaving import Leaving
    from ...app.review_arrivals import Reviewed
    from ...app.review_page import PageOptions
    from ...domain.theme_maps import Relation
    from ..workspace import Workspace
    from .panel import ReviewsPanel
    from .say import SayDialog, Subject
    from .send import SendDialog
    from .sign import SignDialog

PANEL = "reviews"
_LOOK_MILLISECONDS, _MOST_LOOKS = 20, 250  # for the map to be there


class ReviewsFlow(QObject):
    """Makes the panel when it is opened for the first time."""

    def __init__(self, workspace: "Workspace", look: Look, actions: Actions, docks: Docks) -> None:
        super().__init__(workspace)
        self._workspace, self._look, self._actions, self._docks = workspace, look, actions, docks
        self.panel: ReviewsPanel | None = None
        docks.offer(PANEL, self._make)

    def _make(self) -> "ReviewsPanel":
        from .panel import ReviewsPanel

        workspace = self._workspace
        panel = self.panel = ReviewsPanel(workspace.bridge, self._look)
        panel.said.connect(workspace.said)
        panel.goto.connect(self.go)
        panel.send_wanted.connect(self.send)
        panel.remark_wanted.connect(self.remark)
        menu = QMenu(panel)
        in_writing = (
            (self.tr("Bring a review in…"), lambda: workspace.import_wanted.emit(None)),
            (self.tr("Sign off…"), self.sign_off),
        )
        for words, does in (
            (self.tr("Send for review…"), self.send),
            *([] if workspace.project.read_only else in_writing),
        ):
            entry = QAction(words, menu)
            entry.triggered.connect(does)
            menu.addAction(entry)
        panel.header.add_menu(self.tr("More"), menu)
        return panel

    # ── files ──
    def send(self) -> "SendDialog":
        """Ask what goes into a review page, look it through, and write it."""
        return self._ask_send()

    def _ask_send(self, again: "PageOptions | None" = None, problem: str = "") -> "SendDialog":
        from .send import SendDialog

        workspace = self._workspace
        language = "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
        window = workspace.page.window()
        dialog = SendDialog(workspace.bridge, workspace.study.name, language, window, again, problem)
        dialog.chosen.connect(self._write)
        dialog.open()
        return dialog

    def _write(self, options: "PageOptions", path: Path) -> None:
        from ...app.review_leaving import check_page
        from ...app.review_page import export_review
        from ..leaving.outgoing import Export, send

        workspace = self._workspace

        def check(project: Project, progress: Progress, display_ids: bool) -> "Leaving":
            return check_page(project, replace(options, names=not display_ids), progress)

        def write(project: Project, progress: Progress, display_ids: bool) -> Path:
            return export_review(project, path, replace(options, names=not display_ids), progress)

        def failed(error: Exception) -> None:
            self._ask_send(options, say(error) if isinstance(error, QualcodeError) else "")

        export = Export(self.tr("Writing the review page"), path, check, write, workspace.say_written, failed)
        send(workspace.bridge, workspace.page.window(), export, workspace.open_segment, workspace.said.emit)

    def take(self, paths: Sequence[Path]) -> list[Path]:
        """Bring the review files among these in; the others."""
        from ...app.review_arrivals import is_review

        reviews = [path for path in paths if is_review(path)]
        if reviews:
            self.bring_in(reviews)
        return [path for path in paths if path not in reviews]

    def bring_in(self, paths: Sequence[Path]) -> None:
        """Bring review files in, and show what was said."""
        from ...app.review_arrivals import import_reviews

        bridge = self._workspace.bridge
        bridge.act(import_reviews, list(paths), then=self._brought, failed=bridge.failed.emit)

    def _brought(self, found: "list[Reviewed]", step: Step | None) -> None:
        names = ", ".join(dict.fromkeys(one.review.reviewer for one in found))
        number = sum(one.new for one in found)
        if step is None:
            text = self.tr("Nothing new: the review of {who} is here already.")
        else:
            text = self.tr("The review of {who} is here: %n new.", "", number)
        self._workspace.said.emit(text.replace("{who}", names), step.number if step else None)
        self._docks.show(PANEL)

    def remark(self) -> "SayDialog | None":
        """Ask for a comment, a mark or a suggestion about what is chosen; None where nothing may be said."""
        from .say import SayDialog

        workspace = self._workspace
        if not workspace.project.takes_remarks:
            workspace.said.emit(self.tr("This project is open for reading only."), None)
            return None
        dialog = SayDialog(workspace.bridge, self._subjects(), workspace.page.window())
        dialog.said.connect(workspace.said)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _subjects(self) -> "list[Subject]":
        """What a remark can be about now: what is chosen first, the study last."""
        found: list[Subject] = []
        maps: Any = getattr(self._workspace.themes, "maps", None)
        chosen = maps.place.inspected() if maps is not None and maps.place is not None else None
        if chosen is not None and chosen[0] == "relation":
            found.append(("relation", chosen[1], self.tr("The chosen relation")))
        found += [each for each in self._workspace.journal.subjects() if each[0] in ("segment", "code", "project")]
        return found

    def sign_off(self) -> "SignDialog":
        """Ask who signs off what, and record it."""
        from .sign import SignDialog

        workspace = self._workspace
        dialog = SignDialog(workspace.bridge, workspace.page.window())
        dialog.said.connect(workspace.said)
        dialog.open()
        return dialog

    # ── going there ──
    def go(self, kind: str, key: UUID) -> None:
        """Show what a remark is about."""
        workspace = self._workspace
        if kind == "code":
            self._actions["tab_code"].trigger()
            self._docks.show("codebook")
            workspace.codebook.choose(key)
        elif kind == "segment":
            workspace.bridge.ask(lambda read: read.by_id("segment", key), self._show_segment)
        elif kind == "relation":
            workspace.bridge.ask(lambda read: read.by_id("relation", key), self._show_relation)

    def _show_segment(self, segment: Segment | None) -> None:
        if segment is not None:
            self._workspace.open_segment(segment.document, segment.start, segment.end)

    def _show_relation(self, relation: "Relation | None") -> None:
        if relation is None:
            return
        self._actions["tab_themes"].trigger()
        self._on_map(relation, _MOST_LOOKS)

    def _on_map(self, relation: "Relation", left: int) -> None:
        """Choose a relation on its map, when the tab, which is built in turns, and the map are there."""
        themes = self._workspace.themes
        if themes.maps is not None and themes.tab is not None:
            if themes.tab.page != "map":
                themes.tab.show_page("map")
            place = themes.maps.place
            if place is not None:
                place.show_map(relation.map)
                if relation.id in place.canvas.scene.ties:
                    place.canvas.choose({relation.id})
                    return
        if left:
            QTimer.singleShot(_LOOK_MILLISECONDS, self, lambda: self._on_map(relation, left - 1))
