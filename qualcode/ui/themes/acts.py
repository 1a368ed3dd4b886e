"""What is done to themes from wherever they are shown; every act is said with an undo."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ...app import codebook, themes
from ...domain.history import Step
from ...domain.themes import STAGES
from ..bridge import Bridge
from .wording import stage_names


class ThemeActs(QObject):
    """Acts on one theme at a time."""

    said = Signal(str, object)  # a sentence, the number of the step to undo
    made = Signal(object)  # the id of a theme that was added
    staged = Signal(object, str, str)  # the id and name of a theme, and the phase it is in now

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge

    @property
    def writes(self) -> bool:
        """Whether anything can be done in this project."""
        return not self._bridge.project.read_only

    # ── stages ──
    def set_stage(self, theme: UUID, name: str, stage: str) -> None:
        """Put a theme into another phase."""
        text = self.tr("“{name}” is now: {stage}").replace("{stage}", stage_names()[stage]).replace("{name}", name)

        def done(_theme: Any, step: Step | None) -> None:
            if step is not None:
                self.said.emit(text, step.number)
                self.staged.emit(theme, name, stage)

        self._bridge.act(themes.set_stage, theme, stage, then=done, failed=self._bridge.failed.emit)

    def step_stage(self, theme: UUID, name: str, stage: str, step: int) -> None:
        """Move a theme one phase on (1) or back (-1), if there is one."""
        target = STAGES.index(stage) + step
        if 0 <= target < len(STAGES):
            self.set_stage(theme, name, STAGES[target])

    # ── what it says ──
    def describe(self, theme: UUID, refused: Callable[[], None], **texts: str) -> None:
        """Write concept, boundary or the search for counter-evidence; `refused` when that did not work."""

        def failed(error: Exception) -> None:
            refused()
            self._bridge.failed.emit(error)

        self._bridge.do(themes.describe_theme, theme, failed=failed, **texts)

    def rename(self, theme: UUID, name: str, new: str, refused: Callable[[], None]) -> None:
        """Give a theme another name."""
        text = self.tr("“{name}” renamed to “{new}”.").replace("{name}", name).replace("{new}", new)

        def failed(error: Exception) -> None:
            refused()
            self._bridge.failed.emit(error)

        self._act(text, codebook.rename_code, theme, new, failed=failed)

    def add_theme(self, name: str, failed: Callable[[Exception], None]) -> None:
        """Add a theme at the top of the codebook."""

        def done(made: Any, step: Step | None) -> None:
            if step is not None:
                self.said.emit(self.tr("New theme “{name}”").replace("{name}", made.name), step.number)
            self.made.emit(made.id)

        self._bridge.act(codebook.add_code, name, "theme", then=done, failed=failed)

    # ── codes ──
    def link(self, theme: UUID, code: UUID, names: tuple[str, str]) -> None:
        """Let a code that stands elsewhere belong to a theme, too; `names` of the theme and the code."""
        text = self.tr("“{code}” now belongs to “{theme}” as well.")
        self._act(text.replace("{theme}", names[0]).replace("{code}", names[1]), themes.link_code, theme, code)

    def unlink(self, theme: UUID, code: UUID, names: tuple[str, str]) -> None:
        """Take that back."""
        text = self.tr("“{code}” does not belong to “{theme}” any more.")
        self._act(text.replace("{theme}", names[0]).replace("{code}", names[1]), themes.unlink_code, theme, code)

    # ── evidence ──
    def choose(self, theme: UUID, name: str, passages: Sequence[Any], side: str) -> None:
        """Choose passages to speak for or against a theme."""
        if side == "for":
            text = self.tr("%n segment(s) as evidence for “{name}”", "", len(passages))
        else:
            text = self.tr("%n segment(s) as evidence against “{name}”", "", len(passages))
        text = text.replace("{name}", name)
        if len(passages) == 1:
            self._act(text, themes.add_evidence, theme, passages[0], side)
        else:
            self._act(text, themes.choose_evidence, theme, list(passages), side)

    def turn(self, evidence: UUID, side: str) -> None:
        """Let a passage speak for the other side."""
        text = self.tr("It speaks for the theme now.") if side == "for" else self.tr("It speaks against the theme now.")
        self._act(text, themes.move_evidence, evidence, None, side)

    def shift(self, evidence: UUID, position: int) -> None:
        """Put a piece of evidence at another place of its side."""
        self._bridge.do(themes.move_evidence, evidence, position)

    def comment(self, evidence: UUID, text: str) -> None:
        """Say what a passage shows."""
        self._bridge.do(themes.comment_evidence, evidence, text)

    def drop(self, evidence: UUID) -> None:
        """Choose a passage no longer."""
        self._act(self.tr("No longer chosen as evidence; the text stays."), themes.remove_evidence, evidence)

    def _act(
        self,
        text: str,
        action: Callable[..., Any],
        *args: Any,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        def done(_made: Any, step: Step | None) -> None:
            if step is not None:
                self.said.emit(text, step.number)

        self._bridge.act(action, *args, then=done, failed=failed or self._bridge.failed.emit)
