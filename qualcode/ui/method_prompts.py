"""The questions that the study's method asks while one works: in the journal, and when a theme comes into a stage."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout
from shiboken6 import isValid

from ..domain.codebook import Code
from ..domain.history import Step
from ..domain.themes import STAGES
from ..store.reading import Reading
from .look import look
from .memory import recall, remember
from .parts.prompt_note import PromptNote
from .translation import say

if TYPE_CHECKING:
    from .maps.map_place import MapPlace
    from .memos.journal import JournalPanel
    from .themes.themes_tab import ThemesTab
    from .workspace import Workspace

JOURNAL, STAGE, MAP_HISTORY = "journal-prompt", "stage-prompt", "map-history"


@dataclass(frozen=True)
class _Staged:
    """The theme that is asked about, the stage it came into, and the question."""

    theme: UUID
    name: str
    stage: str
    question: str


class MethodPrompts(QObject):
    """What was put away stays so on this computer, in this project."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.journal: PromptNote | None = None
        self.stage: PromptNote | None = None
        self._panel: JournalPanel | None = None
        self._turn = 0  # which of the questions is asked
        self._staged: _Staged | None = None
        workspace.bridge.followed.connect(self._stepped)

    @property
    def _method(self) -> Any:
        bridge = self._workspace.bridge
        return None if bridge.present.read_only else bridge.method

    def _key(self, what: str) -> str:
        return f"hint/{self._workspace.study.id}/{what}"

    def renew(self) -> None:
        """The method is another one."""
        self._leave_stage()
        self._put_away(self.journal)
        self.journal = None
        if self._panel is not None and isValid(self._panel):
            self.ask_in_journal(self._panel)

    @staticmethod
    def _put_away(note: PromptNote | None) -> None:
        if note is not None and isValid(note):
            note.hide()
            note.deleteLater()

    def _stepped(self, step: Step) -> None:
        staged = self._staged
        if staged is not None and step.touches("code"):

            def question(read: Reading) -> Code | None:
                return next(iter(read.records("code", [staged.theme])), None)

            self._workspace.bridge.ask(question, lambda code: self._follow_theme(staged, code), now=True)

    # ── the journal ──
    def show_in_journal(self) -> None:
        """Show the question, but not in the past: nothing can be written there."""
        if self.journal is not None and isValid(self.journal):
            self.journal.setVisible(not self._workspace.bridge.looking_back)

    def ask_in_journal(self, panel: "JournalPanel") -> None:
        """Ask one of the method's questions at the top of the journal, if it asks there."""
        self._panel = panel
        method, layout = self._method, panel.layout()
        if method is None or not method.asks or recall(self._key(JOURNAL)) or not isinstance(layout, QBoxLayout):
            return
        note = self.journal = PromptNote(look(), self.tr("Another question"), panel)
        note.wanted.connect(self._write)
        note.passed.connect(self._next)
        note.dismissed.connect(self._ask_no_more)
        self._turn = int(recall(self._key("question")) or 0)  # where one stopped last time
        self._tell()
        layout.insertWidget(1, note)
        self.show_in_journal()

    def _question(self) -> str:
        prompts = self._method.prompts if self._method is not None else ()
        return say(prompts[self._turn % len(prompts)]) if prompts else ""

    def _tell(self) -> None:
        if self.journal is not None and self._method is not None:
            self.journal.ask(self._question(), "\n\n".join(self._method.references))

    def _next(self) -> None:
        self._turn += 1
        remember(self._key("question"), str(self._turn))
        self._tell()

    def _write(self) -> None:
        panel, question = self._panel, self._question()
        if panel is not None and self._method is not None:
            panel.start("project", None, self._method.memo_type)
            panel.editor.questions.write(question)
            self._next()

    def _ask_no_more(self) -> None:
        remember(self._key(JOURNAL), "1")
        self._put_away(self.journal)
        self.journal = None

    # ── a theme in another stage ──
    def stage_changed(self, tab: "ThemesTab", theme: UUID, name: str, stage: str) -> None:
        """A theme was put into another stage: ask what the method asks then, at the top of the tab."""
        self._leave_stage()
        method, layout = self._method, tab.layout()
        question = method.stage_prompt(stage) if method is not None else None
        if question is None or recall(self._key(STAGE)) or not isinstance(layout, QBoxLayout):
            return
        note = self.stage = PromptNote(look(), self.tr("Not now"), tab)
        self._ask_about(_Staged(theme, name, stage, say(question)))
        note.wanted.connect(self._write_about)
        note.passed.connect(self._leave_stage)
        note.dismissed.connect(self._no_stages)
        layout.insertWidget(1, note)

    def _ask_about(self, staged: _Staged) -> None:
        self._staged = staged
        if self.stage is not None and isValid(self.stage) and self._method is not None:
            self.stage.ask(f"“{staged.name}”: {staged.question}", "\n\n".join(self._method.references))

    def _follow_theme(self, asked: _Staged, theme: Code | None) -> None:
        """Ask no more about a theme that has left its stage, and call it what it is called now."""
        if self._staged != asked:
            return  # it was put away, or asks about something else
        if theme is None or (theme.stage or STAGES[0]) != asked.stage:
            self._leave_stage()
        elif theme.name != asked.name:
            self._ask_about(replace(asked, name=theme.name))

    def _write_about(self) -> None:
        from .dialogs.memos import show_memos

        staged = self._staged
        if staged is None:
            return
        dialog = show_memos(self._workspace.bridge, "code", staged.theme, staged.name, self._workspace.page)
        dialog.start_new()
        dialog.editor.questions.write(staged.question)
        self._leave_stage()

    def _leave_stage(self) -> None:
        self._put_away(self.stage)
        self.stage = self._staged = None

    def _no_stages(self) -> None:
        remember(self._key(STAGE), "1")
        self._leave_stage()

    # ── the history of a map ──
    def open_history(self, place: "MapPlace") -> None:
        """Let the history of a map stand open below it, unless it was closed there before."""
        button = place.bar.history
        closed = bool(recall(self._key(MAP_HISTORY)))

        def arrived(picture: object) -> None:
            method = self._method
            wanted = method is not None and method.map_history and not closed
            if picture is not None and wanted and place.roomy:
                button.setChecked(True)

        def toggled(shown: bool) -> None:
            nonlocal closed
            if self._method is not None and self._method.map_history:
                closed = not shown
                remember(self._key(MAP_HISTORY), "closed" if closed else "")

        place.data.arrived.connect(arrived)
        button.toggled.connect(toggled)
