"""The amber bar that says what is filtered."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ..app.scoping import make_scope
from ..domain.errors import NotFound
from ..domain.history import Step
from .bridge import Bridge
from .filter_choices import Choices, choices, few, values_in_words
from .filters import Filters
from .icons import icon
from .look import META, Look
from .views.flow import FlowLayout
from .views.ground import Ground, Words

if TYPE_CHECKING:
    from ..store.reading import Reading

_KINDS = ("document", "case", "assignment", "variable", "value", "coder", "document_set", "document_set_member")


class FilterBar(Ground):
    """Visible while anything is filtered: how much is left, a chip per filter, and the way back.

    What is filtered for and is removed from the project, here or by somebody else, is dropped and said.
    """

    said = Signal(str)

    def __init__(self, bridge: Bridge, look: Look, filters: Filters, parent: QWidget | None = None) -> None:
        super().__init__(look, "warn_ground", parent)
        self._bridge = bridge
        self._look = look
        self._filters = filters
        self._known = Choices()
        self._asked = 0  # questions so far: only the answer to the last one holds
        self.setAccessibleName(self.tr("Filters"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.text = Words(look, META, "warn", bold=True, parent=self)
        self.chips: list[QPushButton] = []
        self.clear_button = QPushButton(self.tr("Clear all filters"), self)
        self.clear_button.setProperty("kind", "quiet")
        self.clear_button.clicked.connect(filters.clear)
        self.change_button = QPushButton(self.tr("Change…"), self)
        self.change_button.setProperty("kind", "quiet")
        self.change_button.clicked.connect(filters.panel_wanted)
        self._flow = FlowLayout(self)  # several lines in a narrow window: the panels keep their width
        look.follow(self._restyle)
        filters.changed.connect(self._ask)
        bridge.followed.connect(self._step)
        self._restyle()
        self._ask()

    def _restyle(self) -> None:
        look = self._look
        self.setMinimumHeight(look.px(36))
        for button in (self.change_button, self.clear_button):
            button.setStyleSheet(f"QPushButton {{ min-height: {look.px(24)}px; padding: 0 {look.px(8)}px; }}")
        self._flow.setContentsMargins(look.px(12), look.px(4), look.px(8), look.px(4))
        self._show()

    def _step(self, step: Step) -> None:
        if self._filters.active and step.touches(*_KINDS):
            self._ask()

    def _ask(self) -> None:
        """Work out how much is left; the bar shows at once that something is filtered."""
        self._show()
        self._asked += 1
        if not self._filters.active:
            return
        number, options = self._asked, self._filters.options()

        def question(read: "Reading") -> tuple[Choices, tuple[int, ...] | None]:
            known = choices(read)
            try:
                scope = make_scope(read, **options)
            except NotFound:
                return known, None
            left = known.documents if scope.documents is None else scope.documents
            return known, (len(left), len(known.documents), len(scope.parts))

        self._bridge.ask(question, lambda answer: self._arrived(number, options, *answer))

    def _arrived(self, number: int, options: dict[str, Any], known: Choices, counts: tuple[int, ...] | None) -> None:
        if number != self._asked:
            return  # another answer is on its way, or none is wanted any more
        self._known = known
        self._filters.set_counts(*(counts or (0, 0)))
        self._filters.forget(known)
        if counts is None and options == self._filters.options():
            self._filters.clear()
        if not self._filters.active:
            self.said.emit(self.tr("What was filtered for is no longer in the project; everything is shown again."))
        elif options != self._filters.options():
            self.said.emit(
                self.tr("Part of what was filtered for is no longer in the project; the filter goes on without it.")
            )
        self._show()

    def summary(self) -> str:
        """What is filtered, in a few words; empty when nothing is."""
        return self._filters.summary()

    def _show(self) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        for chip in self.chips:
            chip.setParent(None)
            chip.deleteLater()
        self.setVisible(self._filters.active)
        self.text.setText(self.summary())
        self.chips = [self._chip(text, kind, name) for text, kind, name in self._texts()]
        for part in (self.text, *self.chips, self.change_button, self.clear_button):
            self._flow.addWidget(part)
            part.show()
        self.updateGeometry()

    def _texts(self) -> Iterator[tuple[str, str, str]]:
        choice = self._filters.choice
        if choice.sets:
            names = [name for key, name, _ in self._known.sets if key in choice.sets]
            yield self.tr("Set: {names}").replace("{names}", few(names)), "sets", ""
        if choice.documents:
            names = [name for key, name, _ in self._known.documents if key in choice.documents]
            text = names[0] if len(names) == 1 else self.tr("{count} chosen").format(count=len(choice.documents))
            yield self.tr("Documents: {names}").replace("{names}", text), "documents", ""
        if choice.folders:
            names = [folder or self.tr("no folder") for folder in sorted(choice.folders)]
            yield self.tr("Folder: {names}").replace("{names}", few(names)), "folders", ""
        if choice.coders:
            names = [name for key, name in self._known.coders if key in choice.coders]
            yield self.tr("Coder: {names}").replace("{names}", few(names)), "coders", ""
        for name, values in choice.variables.items():
            yield f"{name}: {values_in_words(values)}", "variables", name

    def _chip(self, text: str, kind: str, name: str) -> QPushButton:
        look = self._look
        chip = QPushButton(self)
        metrics = chip.fontMetrics()
        chip.setText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, look.px(260)))
        chip.setIcon(icon("close"))
        chip.setIconSize(QSize(look.px(12), look.px(12)))
        # the cross stands behind the words, on the side where reading ends
        mirrored = chip.layoutDirection() == Qt.LayoutDirection.RightToLeft
        chip.setLayoutDirection(Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft)
        chip.setStyleSheet(
            f"QPushButton {{ padding: 0 {look.px(8)}px; min-height: {look.px(24)}px; "
            f"font-size: {look.px(META)}px; background: {look.current.paper}; }}"
        )
        chip.setToolTip(self.tr("Remove this filter"))
        chip.setAccessibleName(self.tr("Remove the filter {text}").replace("{text}", text))
        chip.clicked.connect(lambda: self._filters.clear_kind(kind, name))
        return chip
