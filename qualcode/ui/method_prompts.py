"""The questions that the study's method asks while one works: in the journal, and when a theme comes into a stage."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout
from shiboken6 import isValid

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


class MethodPrompts(QObject):
    """What was put away stays so on this computer, in this project."""

    def __init__(self, workspace: "Workspace") -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.journal: PromptNote | None = None
        self.stage: PromptNote | None = None
        self._panel: JournalPanel | None = None
        self._turn = 0  # which of the questions is asked

    @property
    def _method(self) -> Any:
        bridge = self._workspace.bridge
        return None if bridge.present.read_only else bridge.method

    def _key(self, what: str) -> str:
        return f"hint/{self._workspace.study.id}/{what}"

    def renew(self) -> None:
        """The method is another one."""
        self._put_away(self.stage)
        self.stage = None
        self._put_away(self.journal)
        self.journal = None
        if self._panel is not None and isValid(self._panel):
            self.ask_in_journal(self._panel)

    @staticmethod
    def _put_away(note: PromptNote | None) -> None:
        if note is not None and isValid(note):
            note.hide()
            note.deleteLater()

    # ── the journal ──
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
        if panel is not None and self._method is not None and not self._workspace.bridge.looking_back:
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
        self._put_away(self.stage)
        self.stage = None
        method, layout = self._method, tab.layout()
        question = method.stage_prompt(stage) if method is not None else None
        if question is None or recall(self._key(STAGE)) or not isinstance(layout, QBoxLayout):
            return
        words = say(question)
        note = self.stage = PromptNote(look(), self.tr("Not now"), tab)
        note.ask(f"“{name}”: {words}", "\n\n".join(method.references))
        note.wanted.connect(lambda: self._write_about(theme, name, words))
        note.passed.connect(self._leave_stage)
        note.dismissed.connect(self._no_stages)
        layout.insertWidget(1, note)

    def _write_about(self, theme: UUID, name: str, question: str) -> None:
        from .dialogs.memos import show_memos

        dialog = show_memos(self._workspace.bridge, "code", theme, name, self._workspace.page)
        dialog.start_new()
        dialog.editor.questions.write(question)
        self._leave_stage()

    def _leave_stage(self) -> None:
        self._put_away(self.stage)
        self.stage = None

    def _no_stages(self) -> None:
        remember(self._key(STAGE), "1")
        self._leave_stage()

    # ── the history of a map ──
    def open_history(self, place: "MapPlace") -> None:
        """Let the history of a map stand open below it, unless it was closed there before."""
        button = place.bar.history

        def arrived(picture: object) -> None:
            method = self._method
            wanted = method is not None and method.map_history and not closed()
            if picture is not None and wanted and place.roomy:
                button.setChecked(True)

        def closed() -> bool:
            return bool(recall(self._key(MAP_HISTORY)))

        def toggled(shown: bool) -> None:
            if self._method is not None and self._method.map_history:
                remember(self._key(MAP_HISTORY), "" if shown else "closed")

        place.data.arrived.connect(arrived)
        button.toggled.connect(toggled)
