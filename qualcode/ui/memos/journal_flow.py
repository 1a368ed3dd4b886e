"""The journal in the window: what a new memo can be about now, and the way to what a memo is about."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from ...app.drafts import Draft, bring_back, drafts_of, let_go
from ...app.memos import remove_memo
from ...domain.codings import Segment
from ...domain.history import Step
from ...domain.memos import Memo
from ..commands.actions import Actions
from ..docks import Docks
from ..look import Look
from ..parts.filter_note import FilterNote
from .journal import JournalPanel, Subject

if TYPE_CHECKING:
    from ..workspace import Workspace

PANEL = "journal"
_LONGEST = 40  # characters of a segment's words


class JournalFlow(QObject):
    """Makes the panel when it is opened for the first time."""

    said = Signal(str, object)  # a sentence, the number of the step to undo (None: none)

    def __init__(self, workspace: "Workspace", look: Look, actions: Actions, docks: Docks) -> None:
        super().__init__(workspace)
        self._workspace, self._look, self._actions, self._docks = workspace, look, actions, docks
        self.panel: JournalPanel | None = None
        self._closing = False
        self.said.connect(workspace.said)
        docks.offer(PANEL, self._make)

    def _make(self) -> JournalPanel:
        panel = self.panel = JournalPanel(self._workspace.bridge, self._look, self.subjects)
        layout = panel.layout()
        assert isinstance(layout, QVBoxLayout)
        everything = self.tr("· the journal lists all memos")
        layout.insertWidget(1, FilterNote(self._workspace.filters, self._look, panel, everything))
        panel.said.connect(self.said)
        panel.parted.connect(self.tell_parted)
        panel.wordless.connect(self.tell_wordless)
        panel.export.done.connect(self._workspace.say_written)
        panel.export.passage_wanted.connect(self._workspace.open_segment)
        panel.export.said.connect(self._workspace.said)
        panel.goto.connect(self.go)
        panel.chosen_segment = self._segment
        self._workspace.methods.dress_journal(panel)
        return panel

    def show_memo(self, memo: UUID) -> None:
        """Open the journal with this memo."""
        self._docks.show(PANEL)
        if self.panel is not None:
            self.panel.open_memo(memo)

    def bring_back(self) -> None:
        """Look whether memos were being written when the program was last killed; they are memos now."""
        bridge = self._workspace.bridge
        if not bridge.project.read_only:
            bridge.run(lambda project, _progress: drafts_of(project), self._found)

    def _found(self, drafts: list[Draft]) -> None:
        if drafts:
            bridge = self._workspace.bridge
            bridge.act(bring_back, then=self._brought, failed=bridge.failed.emit)

    def _brought(self, memos: list[Memo], step: Step | None) -> None:
        if step is not None:
            words = self.tr("Kept what was being written when the program ended: %n memo(s).", "", len(memos))
            self.said.emit(words, step.number)

    def close(self) -> None:
        """What was typed is kept."""
        self._closing = True
        if self.panel is not None:
            self.panel.save()

    def release(self) -> None:
        """The workers have ended: what could not be written is offered when the project is open again."""
        let_go(self._workspace.study.id.hex)

    # ── what a writer has to know ──
    def tell_parted(self, theirs: Memo, mine: Memo) -> None:
        """Somebody else changed a memo while it was written in: there are two now."""
        words = self.tr("“{title}” was changed elsewhere while you wrote. Both are kept, yours as “{other}”.")
        words = words.replace("{other}", mine.title).replace("{title}", theirs.title)
        self._offer(words, self.tr("Show theirs"), lambda: self.show_memo(theirs.id))

    def tell_wordless(self, memo: Memo | None, title: str) -> None:
        """A memo was left without words, and is not written so."""
        if memo is None:
            self.said.emit(self.tr("“{title}” is not kept: a memo needs some words.").replace("{title}", title), None)
            return
        words = self.tr("“{title}” stays as it was: a memo needs some words.").replace("{title}", title)
        bridge = self._workspace.bridge
        self._offer(words, self.tr("Remove memo"), lambda: bridge.do(remove_memo, memo.id))

    def _offer(self, words: str, button: str, does: Callable[[], object]) -> None:
        if self._closing:  # then there is nothing left to be done
            self.said.emit(words, None)
        else:
            self._workspace.done.emit(words, button, does)

    # ── subjects ──
    def _segment(self) -> UUID | None:
        chosen = self._workspace.segment_work.chosen()
        return chosen.segment if chosen is not None else None

    def subjects(self) -> list[Subject]:
        """What a new memo can be about: what is chosen first, the project last."""
        workspace, found = self._workspace, list[Subject]()
        tab = workspace.coding
        chosen = workspace.segment_work.chosen()
        if chosen is not None:
            words = " ".join(tab.text[chosen.start : chosen.end].split()) if tab.document is not None else ""
            same = tab.document is not None and chosen.document == tab.document.id
            shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
            text = self.tr("Segment “{name}”") if same and shown else self.tr("The chosen segment")
            found.append(("segment", chosen.segment, text.replace("{name}", shown)))
        if tab.document is not None:
            found.append(
                ("document", tab.document.id, self.tr("Document “{name}”").replace("{name}", tab.document.name))
            )
        code = workspace.codebook.current()
        if code is not None:
            found.append(("code", code.id, self.tr("Code “{name}”").replace("{name}", code.name)))
        found.append(("project", None, self.tr("The project")))
        return found

    # ── going there ──
    def go(self, kind: str, key: UUID) -> None:
        """Show what a memo is about or is linked to."""
        workspace = self._workspace
        if kind == "document":
            self._actions["tab_code"].trigger()
            workspace.coding.open_document(key)
        elif kind == "segment":
            workspace.bridge.ask(lambda read: read.by_id("segment", key), self._show_segment)
        elif kind == "code":
            self._docks.show("codebook")
            workspace.codebook.choose(key)
        elif kind == "memo":
            self.show_memo(key)
        elif kind == "case":
            workspace.cases.show_case(key)

    def _show_segment(self, segment: Segment | None) -> None:
        if segment is not None:
            self._workspace.open_segment(segment.document, segment.start, segment.end)
