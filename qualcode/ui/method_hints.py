"""What the study's method brings to the fore in the window, and the explanations it shows until they are dismissed.

The profiles themselves are data (`domain.methods`); here is each place of the window where one makes a difference.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

from ..app.named_versions import changed_since_named
from ..domain.history import Step
from ..domain.links import RELATIONS
from ..domain.memos import MEMO_TYPES
from ..domain.methods import BY_KEY, COUNTS, NAME_CODEBOOK, PROFILES, Method, foremost_first
from ..domain.named_versions import NamedVersion
from .icons import icon
from .look import META, look
from .memory import recall, remember
from .method_prompts import MethodPrompts
from .parts.elided import ElidedLabel
from .parts.hint_note import HintNote
from .translation import say

if TYPE_CHECKING:
    from .memos.journal import JournalPanel
    from .window import MainWindow
    from .workspace import Workspace


class MethodHints(QObject):
    """Follows the method of one open project. What was dismissed stays so on this computer."""

    taken = Signal()  # the study follows another method

    def __init__(self, workspace: "Workspace", window: "MainWindow") -> None:
        super().__init__(workspace)
        self._workspace, self._window = workspace, window
        self._notes: list[tuple[str, HintNote]] = []  # with what each explains
        self._explained: list[tuple[QWidget, str]] = []  # views, and what is to be explained there
        self._journal: JournalPanel | None = None
        self._relations: list[tuple[QComboBox, Callable[[str], str]]] = []
        self._codebook: CodebookHint | None = None
        self.method: Method | None = None
        self.prompts = MethodPrompts(workspace)
        self._take(workspace.study.method)
        workspace.bridge.followed.connect(self._stepped)

    # ── which method ──
    def _take(self, key: str) -> None:
        self.method = self._workspace.bridge.method = BY_KEY.get(key)
        self._speak()
        self._window.bar.bring_forward(self.method.foremost if self.method else ())
        for _, note in self._notes:
            _drop(note)
        self._notes.clear()
        self._explained = [(view, hint) for view, hint in self._explained if isValid(view)]
        for view, hint in self._explained:
            self._explain(view, hint)
        if self._journal is not None and isValid(self._journal):
            self._offer_types(self._journal)
        self._relations = [(box, told) for box, told in self._relations if isValid(box)]
        for box, told in self._relations:
            self._order(box, told)
        self.prompts.renew()
        self._workspace.analyses.arrange()
        self._ask_codebook()
        self.taken.emit()

    def _speak(self) -> None:
        """Say the commands in the words of the method."""
        for identity in sorted({identity for profile in PROFILES for identity, _ in profile.words}):
            action = self._window.commands[identity]
            action.setText(self.words(identity) or self._window.commands.plain(identity))
            self._window.commands.set_tip(identity, action.text())

    def words(self, identity: str) -> str:
        """A command in the words of the method, "" where it has none of its own."""
        own = dict(self.method.words).get(identity) if self.method else None
        return say(own) if own is not None else ""

    def _stepped(self, step: Step) -> None:
        if step.touches("study"):
            self._workspace.bridge.ask(lambda read: read.study().method, self._follow, now=True)
        elif step.touches("code", "named_version"):
            self._ask_codebook()

    def _follow(self, key: str) -> None:
        if key != (self.method.key if self.method else ""):  # a look into the past touches everything
            self._take(key)

    def choose(self) -> None:
        """Ask which method the study follows, and say what that changes."""
        from ..app.methods import set_method
        from .dialogs.method import MethodDialog

        dialog = MethodDialog(self.method.key if self.method else "", self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        workspace = self._workspace

        def chosen(_study: object, step: Step | None) -> None:
            if step is not None:
                workspace.said.emit(self.tr("Method: {name}").replace("{name}", dialog.title_of(key)), step.number)

        def accepted() -> None:
            nonlocal key
            key = dialog.chosen
            workspace.bridge.act(set_method, key, then=chosen, failed=workspace.bridge.failed.emit)

        key = ""
        dialog.accepted.connect(accepted)
        dialog.open()

    def greet(self) -> None:
        """A project that was made just now: open what the method works with."""
        if self.method is not None and self.method.first_panel:
            self._window.docks.show(self.method.first_panel)

    def close(self) -> None:
        """The project is being closed."""
        self.method = None
        self._speak()
        self._window.bar.bring_forward(())
        self._drop_codebook()

    # ── explanations ──
    def _key(self, hint: str) -> str:
        return f"hint/{self._workspace.study.id}/{hint}"

    def explain(self, view: QWidget, hint: str = COUNTS) -> None:
        """A view shows counts, or what else may be taken for a proof: say at its top what it is evidence of, if the
        method has a word on it."""
        self._explained.append((view, hint))
        self._explain(view, hint)

    def _explain(self, view: QWidget, hint: str) -> None:
        said, layout = self.method.hint(hint) if self.method else None, view.layout()
        if self.method is None or said is None or recall(self._key(hint)) or not isinstance(layout, QBoxLayout):
            return
        note = HintNote(say(said), "\n\n".join(self.method.references), look(), view)
        note.dismissed.connect(lambda: self._understood(hint))
        layout.insertWidget(0, note)
        look().dress(note)
        self._notes.append((hint, note))

    def _understood(self, hint: str) -> None:
        remember(self._key(hint), "1")
        for about, note in self._notes:
            if about == hint:
                _drop(note)
        self._notes = [(about, note) for about, note in self._notes if about != hint]

    # ── a codebook that changes while it is applied ──
    def _ask_codebook(self) -> None:
        if self.method is None or self.method.hint(NAME_CODEBOOK) is None or self._workspace.bridge.project.read_only:
            self._drop_codebook()
            return
        self._workspace.bridge.ask_soon("name-codebook", changed_since_named, self._codebook_changed)

    def _codebook_changed(self, answer: tuple[NamedVersion | None, int]) -> None:
        version, changes = answer
        said = self.method.hint(NAME_CODEBOOK) if self.method else None
        state = str(version.id) if version is not None else "none"
        if said is None or not changes or recall(self._key(NAME_CODEBOOK)) == state:
            self._drop_codebook()
            return
        if self._codebook is None:
            self._codebook = CodebookHint(self._window)
            self._codebook.button.clicked.connect(lambda _on: self._workspace.points.name_point(None))
            self._codebook.dismiss.clicked.connect(self._leave_codebook)
            self._window.status.show_hint(self._codebook)
        text = (
            self.tr("The codebook has changed since “{name}”").replace("{name}", version.name)
            if version is not None
            else self.tr("The codebook has no named version yet")
        )
        self._codebook.tell(text, say(said), state)

    def _leave_codebook(self) -> None:
        if self._codebook is not None:
            remember(self._key(NAME_CODEBOOK), self._codebook.state)
            self._drop_codebook()

    def _drop_codebook(self) -> None:
        hint, self._codebook = self._codebook, None
        _drop(hint)

    # ── what is offered first ──
    def dress_journal(self, panel: "JournalPanel") -> None:
        """Offer the types of memo in the method's order, its own as the usual one, and ask what the method asks."""
        self._journal = panel
        self._offer_types(panel)
        self.prompts.ask_in_journal(panel)

    def _offer_types(self, panel: "JournalPanel") -> None:
        panel.choice.usual = self.method.memo_type if self.method else ""
        panel.choice.offer_types(memo_types(self.method))

    def offer_relations(self, box: QComboBox, told: Callable[[str], str]) -> None:
        """Put the relations between segments into the method's order; `told` says one in the user's language."""
        self._relations.append((box, told))
        self._order(box, told)

    def _order(self, box: QComboBox, told: Callable[[str], str]) -> None:
        kept = box.currentText() if box.currentText() != box.itemText(0) else ""  # chosen by hand
        box.clear()
        box.addItems([told(relation) for relation in link_relations(self.method)])
        if kept:
            box.setCurrentText(kept)


def _drop(note: QWidget | None) -> None:
    """Take a note away, if it is still there."""
    if note is not None and isValid(note):
        note.hide()
        note.deleteLater()


def memo_types(method: Method | None) -> tuple[str, ...]:
    """The types of memo, the method's first."""
    return foremost_first(MEMO_TYPES, method.memo_types if method else ())


def link_relations(method: Method | None) -> tuple[str, ...]:
    """The relations between segments, the method's first."""
    return foremost_first(RELATIONS, method.relations if method else ())


def map_relations(method: Method | None, offered: Iterable[str]) -> tuple[str, ...]:
    """The kinds of relations on a map, the method's first."""
    return foremost_first(tuple(offered), method.map_relations if method else ())


class CodebookHint(QWidget):
    """In the status line: the codebook has changed since it was named. One button names it, one takes the hint away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = ""  # which version it speaks of
        self.text = ElidedLabel(self)
        self.button, self.dismiss = QPushButton(self.tr("Name it"), self), QToolButton(self)
        self.button.setProperty("kind", "quiet")
        self.button.setAccessibleName(self.tr("Name this codebook version"))
        self.dismiss.setIcon(icon("close"))
        self.dismiss.setToolTip(self.tr("Not now"))
        self.dismiss.setAccessibleName(self.tr("Not now: leave the codebook without a name"))
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._line = QHBoxLayout(self)
        for part in (self.text, self.button, self.dismiss):
            self._line.addWidget(part)
        look().follow(self._take_look)
        self._take_look()

    def tell(self, text: str, tip: str, state: str) -> None:
        """Say what is so, and why it matters."""
        self.state = state
        self.text.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.button.setToolTip(tip)

    def _take_look(self) -> None:
        px, tokens = look().px, look().current
        self._line.setContentsMargins(px(8), 0, 0, 0)
        self._line.setSpacing(px(2))
        self.text.setStyleSheet(f"color: {tokens.ink2}; font-size: {px(META)}px;")
        self.button.setStyleSheet(
            f"QPushButton {{ min-height: {px(22)}px; padding: 0 {px(8)}px; font-size: {px(META)}px; }}"
        )
        self.dismiss.setFixedSize(px(24), px(24))
        self.dismiss.setIconSize(QSize(px(14), px(14)))


def default_type(bridge: Any) -> str:
    """What a new memo is at first."""
    return bridge.method.memo_type if bridge.method is not None else ""
