"""What is done to whole codes: moving, merging, splitting, removing, and what was done to them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ...app import codebook as actions
from ...app import surgery
from ...app.action import Action
from ...app.apart import TakenApart, take_apart
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ..bridge import Bridge
from ..dialogs.choose_code import ChooseCodeDialog
from ..dialogs.code_history import CodeHistoryDialog, show_code_history
from ..dialogs.split_code import SplitCodeDialog
from ..translation import say

if TYPE_CHECKING:
    from .codebook import CodebookPanel


class CodeSurgery(QObject):
    """Acts on the codes that are chosen in a codebook panel; each act is one step, and there is room to say why."""

    done = Signal(str, object, object)  # a sentence, the number of its step (None: none), the code it is about
    arrives = Signal(object)  # the code to choose when the codebook is read anew

    def __init__(self, bridge: Bridge, panel: "CodebookPanel") -> None:
        super().__init__(panel)
        self._bridge, self._panel = bridge, panel

    def _act(
        self,
        action: Action[Any],
        *args: Any,
        said: str | Callable[[Any], str],
        about: UUID | None,
        reason: str = "",
        **options: Any,
    ) -> None:
        """Run an action and say what it did; with a reason given there is no more to ask."""

        def ended(made: Any, step: Step | None) -> None:
            if step is not None:
                self.done.emit(said if isinstance(said, str) else said(made), step.number, about)

        self._bridge.act(
            action,
            *args,
            then=ended,
            failed=self._bridge.failed.emit,
            **({"reason": reason} if reason else {}),
            **options,
        )

    def _name(self, code: UUID) -> str:
        book = self._panel.model.codebook
        return book.label(code) if code in book.by_id else ""

    def _names(self, codes: Sequence[UUID]) -> str:
        """One code by its name, several by their number."""
        if len(codes) == 1:
            return self.tr("“{name}”").replace("{name}", self._name(codes[0]))
        return self.tr("%n code(s)", "", len(codes))

    def _chosen(self) -> list[UUID]:
        return [code.id for code in self._panel.chosen()]

    def by_command(self, name: str) -> None:
        """What a command of the window asks for, on the codes that are chosen."""
        if not self._chosen():
            self.done.emit(self.tr("Choose a code in the codebook first."), None, None)
            return
        panel = self._panel
        {
            "rename_code": panel.rename,
            "define_code": panel.define,
            "code_history": self.show_history,
            "move_code": self.ask_move,
            "merge_code": self.ask_merge,
            "split_code": self.ask_split,
            "new_code_set": lambda: panel.set_menus.ask_new(self._chosen()),
        }[name]()

    # ── names and places ──
    def rename(self, code: UUID, name: str) -> None:
        """Give a code another name."""
        said = self.tr("“{name}” renamed to “{new}”.").replace("{name}", self._name(code))
        self._act(actions.rename_code, code, name, said=lambda made: said.replace("{new}", made.name), about=code)

    def move(
        self,
        codes: Sequence[UUID],
        parent: UUID | None,
        position: int | None = None,
        reason: str = "",
        told: bool = True,
    ) -> None:
        """Put codes below another one (None: at the top), from sibling number `position` on (None: last)."""
        there = {
            self._panel.model.codebook.by_id[code].parent for code in codes if code in self._panel.model.codebook.by_id
        }
        if not told or (there == {parent} and not reason):
            # among its neighbours: nothing that would need a word
            self._run_move(codes, parent, position, "", lambda _made, _step: None)
            return
        where = self.tr("“{name}”").replace("{name}", self._name(parent)) if parent else self.tr("the top")
        said = self.tr("{names} moved to {place}.").replace("{names}", self._names(codes)).replace("{place}", where)

        def ended(_made: Any, step: Step | None) -> None:
            if step is not None:
                self.done.emit(said, step.number, codes[0])

        self._run_move(codes, parent, position, reason, ended)

    def _run_move(
        self,
        codes: Sequence[UUID],
        parent: UUID | None,
        position: int | None,
        reason: str,
        ended: Callable[[Any, Step | None], None],
    ) -> None:
        failed = self._bridge.failed.emit
        if len(codes) == 1:
            self._bridge.act(actions.move_code, codes[0], parent, position, reason, then=ended, failed=failed)
        else:
            self._bridge.act(surgery.move_codes, list(codes), parent, position, reason, then=ended, failed=failed)

    def ask_move(self) -> None:
        """Ask where the chosen codes should go."""
        codes = self._chosen()
        if not codes:
            return
        book = self._panel.model.codebook
        without = {*codes, *(below.id for code in codes for below in book.descendants(code))}
        title = self.tr("Move {names} to").replace("{names}", self._names(codes))
        top = self.tr("The top of the codebook")
        dialog = ChooseCodeDialog(title, self.tr("Move"), book, without, top, self._panel, why=True)
        dialog.chose.connect(lambda parent: self.move(codes, parent, None, dialog.reason))
        dialog.show()

    # ── merging ──
    def ask_merge(self) -> None:
        """Ask into which code the chosen ones should go."""
        codes = self._chosen()
        if not codes:
            return
        book = self._panel.model.codebook
        without = set(codes) if len(codes) == 1 else set()
        title = self.tr("Merge {names} into").replace("{names}", self._names(codes))
        dialog = ChooseCodeDialog(title, self.tr("Merge"), book, without, parent=self._panel, why=True)
        dialog.chose.connect(lambda into: self.merge(codes, into, dialog.reason))
        dialog.show()

    def merge(self, codes: Sequence[UUID], into: UUID, reason: str = "") -> None:
        """Put everything coded with some codes under another one; a toast offers to undo."""
        going = [code for code in codes if code != into]
        if not going:
            return
        said = self.tr("{names} merged into “{into}”.").replace("{names}", self._names(going))
        said = said.replace("{into}", self._name(into))
        self.arrives.emit(into)
        if len(going) == 1:
            self._act(actions.merge_codes, going[0], into, said=said, about=into, reason=reason)
        else:
            self._act(surgery.merge_several, going, into, said=said, about=into, reason=reason)

    # ── segments ──
    def give(self, codings: Sequence[UUID], code: UUID, copy: bool = False, reason: str = "") -> None:
        """Let codings carry this code instead of theirs, or with `copy` as well as theirs."""
        number = len(codings)
        if copy:
            said = self.tr("%n segment(s) coded with “{name}” too.", "", number)
        else:
            said = self.tr("%n segment(s) moved to “{name}”.", "", number)
        said = said.replace("{name}", self._name(code))
        self._act(surgery.move_codings, list(codings), code, copy, said=said, about=code, reason=reason)

    def ask_give(self, codings: Sequence[UUID], without: UUID | None = None) -> None:
        """Ask which code some codings are to carry."""
        if not codings:
            return
        title = self.tr("Move %n segment(s) to", "", len(codings))
        book = self._panel.model.codebook
        dialog = ChooseCodeDialog(
            title, self.tr("Move"), book, {without} if without else (), parent=self._panel, why=True,
            copy=self.tr("Copy: keep the present code as well"),
        )  # fmt: skip
        dialog.chose.connect(lambda code: self.give(codings, code, dialog.copies, dialog.reason))
        dialog.show()

    # ── splitting, removing, looking back ──
    def ask_split(self) -> None:
        """Open the list in which the segments of the chosen code are dealt out to others."""
        code = self._panel.current()
        if code is not None:
            dialog = SplitCodeDialog(self._bridge, code, self._panel.model.codebook, self._panel)
            dialog.wanted.connect(partial(self._split, dialog))
            dialog.show()

    def _split(self, dialog: SplitCodeDialog, code: UUID, parts: Any, options: dict[str, Any], reason: str) -> None:
        """Write what was dealt out; the dialog stays until that is done, for it may be refused."""
        name = self._name(code)

        def came(made: list[Any], step: Step | None) -> None:
            if isValid(dialog):
                dialog.came()
            if step is not None:
                text = self.tr("“{name}” split: segments went to %n code(s).", "", len(made))
                self.done.emit(text.replace("{name}", name), step.number, code)

        def failed(error: Exception) -> None:
            if isValid(dialog) and dialog.isVisible() and isinstance(error, QualcodeError):
                dialog.refuse(say(error))
                return
            if isValid(dialog):
                dialog.refuse("")
            self._bridge.failed.emit(error)

        given = {"reason": reason} if reason else {}
        self._bridge.act(surgery.split_code, code, parts, then=came, failed=failed, **given, **options)

    def remove(self) -> None:
        """Remove the chosen codes and their codings; a toast offers to undo."""
        codes = self._chosen()
        if not codes:
            return
        if len(codes) == 1:
            said = self.tr("“{name}” removed; the text stays.").replace("{name}", self._name(codes[0]))
            self._act(actions.remove_code, codes[0], said=said, about=None)
        else:
            said = self.tr("%n code(s) removed; the text stays.", "", len(codes))
            self._act(surgery.remove_codes, codes, said=said, about=None)

    def show_history(self) -> None:
        """Open what happened to the chosen code."""
        code = self._panel.current()
        if code is not None:
            self.history_of(code.id)

    def history_of(self, code: UUID) -> None:
        """Open what happened to a code."""
        dialog = show_code_history(self._bridge, code, self._name(code), self._panel)
        if not dialog.wired:
            dialog.wired = True
            dialog.apart_wanted.connect(partial(self._take_apart, dialog, code))

    def _take_apart(self, dialog: CodeHistoryDialog, code: UUID, number: int, reason: str) -> None:
        """Reverse an earlier step as far as it still stands; the dialog may be closed before that is done."""

        def came(made: TakenApart, step: Step | None) -> None:
            text = self._came_of(made)
            if isValid(dialog):
                dialog.came(text)
            if step is not None:
                self.done.emit(text, step.number, code)

        def failed(error: Exception) -> None:
            if isValid(dialog) and isinstance(error, QualcodeError):
                dialog.refuse(say(error))
            else:
                self._bridge.failed.emit(error)

        self._bridge.act(take_apart, number, reason, then=came, failed=failed)

    def _came_of(self, came: TakenApart) -> str:
        """What came of taking apart, and what could not be moved."""
        lines = [self.tr("%n segment(s) went back.", "", came.moved)] if came.moved or not came.returned else []
        if came.returned:
            names = ", ".join(self.tr("“{name}”").replace("{name}", code.name) for code in came.returned)
            lines.append(self.tr("Back again: {names}.").replace("{names}", names))
        if came.renamed:
            lines.append(self.tr("It has another name, because its own was taken meanwhile."))
        if came.gone:
            lines.append(self.tr("Not there any more: {number}.").replace("{number}", str(came.gone)))
        if came.elsewhere:
            text = self.tr("Recoded or changed since, so they stay: {number}.")
            lines.append(text.replace("{number}", str(came.elsewhere)))
        if came.kept:
            names = ", ".join(self.tr("“{name}”").replace("{name}", code.name) for code in came.kept)
            lines.append(self.tr("Stays where it is: {names}.").replace("{names}", names))
        return " ".join(lines)
