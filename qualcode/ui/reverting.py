"""Undo and redo in the window: what is taken back is seen to go before it is written."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ..domain.history import Step

if TYPE_CHECKING:
    from .commands.actions import Actions
    from .workspace import Workspace


class Reverting(QObject):
    """Takes steps back, and says so."""

    def __init__(self, workspace: "Workspace", actions: "Actions") -> None:
        super().__init__(workspace)
        self._workspace, self._actions = workspace, actions
        self._newest = 0  # the number of the last step heard of
        workspace.bridge.changed.connect(self._stepped)

    def _stepped(self, step: Step) -> None:
        self._newest = step.number or self._newest

    def undo(self, step: int | None = None) -> None:
        """Take back the last own step, or that one."""
        facts = self._workspace.facts
        number = step if step is not None else self._still(facts.undo if facts else None)
        self._workspace.bridge.undo(step, *self._foreseeing(number, self._undone))

    def redo(self) -> None:
        """Take back the last undo."""
        facts = self._workspace.facts
        number = self._still(facts.redo if facts else None)
        self._workspace.bridge.redo(*self._foreseeing(number, self._redone))

    def _still(self, step: Step | None) -> int | None:
        """Its number, if no step has come since it was found to be the one that is meant."""
        facts = self._workspace.facts
        fresh = facts is not None and facts.last is not None and facts.last.number >= self._newest
        return step.number if step is not None and fresh else None

    def _foreseeing(
        self, step: int | None, then: Callable[[Step], None]
    ) -> tuple[Callable[[Step], None], Callable[[Exception], None]]:
        """Show the open documents as they are when this step is taken back; what is to be called when that was
        written, and when it was not."""
        workspace = self._workspace
        ends = [tab.flow.foresee_revert(step) for tab in workspace.pair.tabs] if step is not None else []

        def reverted(made: Step) -> None:
            for end in ends:
                end(made.number)
            then(made)

        def failed(error: Exception) -> None:
            for end in ends:
                end(0)
            workspace.bridge.failed.emit(error)

        return reverted, failed

    def _undone(self, step: Step) -> None:
        workspace = self._workspace
        text = self.tr("Undone: {what}").replace("{what}", workspace.history.model.words(step))
        workspace.done.emit(text, self._actions.plain("redo"), workspace.redo)

    def _redone(self, step: Step) -> None:
        text = self.tr("Done again: {what}").replace("{what}", self._workspace.history.model.words(step))
        self._workspace.said.emit(text, step.number)
