"""The amber bar that says what is filtered, and the popup in which filters are chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from ..app.scoping import make_scope
from ..domain.errors import NotFound
from ..domain.history import Step
from .bridge import Bridge
from .filters import Choice, Filters
from .icons import icon
from .look import META, Look
from .views.flow import FlowLayout
from .views.ground import Ground, Words

if TYPE_CHECKING:
    from ..store.reading import Reading

_KIND, _KEY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_WAIT = 200  # milliseconds after the last tick before everything is counted anew
_KINDS = ("document", "case", "assignment", "variable", "value", "coder")


@dataclass(frozen=True, slots=True)
class Choices:
    """All that can be chosen: documents by folder, coders, and the values of variables."""

    documents: tuple[tuple[UUID, str, str], ...]  # id, name, folder
    coders: tuple[tuple[UUID, str], ...]
    variables: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def folders(self) -> dict[str, list[tuple[UUID, str]]]:
        """Documents by folder, in order of import; without a folder under ""."""
        found: dict[str, list[tuple[UUID, str]]] = {}
        for key, name, folder in self.documents:
            found.setdefault(folder, []).append((key, name))
        return found


def choices(read: "Reading") -> Choices:
    """What can be chosen in a project."""
    values: dict[UUID, set[str]] = {}
    for value in read.values():
        if value.text:
            values.setdefault(value.variable, set()).add(value.text)
    return Choices(
        tuple((document.id, document.name, document.folder) for document in read.documents()),
        tuple((coder.id, coder.name) for coder in read.coders()),
        tuple(
            (variable.name, tuple(sorted(values[variable.id], key=_natural)))
            for variable in read.variables()
            if variable.id in values
        ),
    )


def _natural(text: str) -> tuple[int, float, str]:
    """Numbers by size before words by letters."""
    try:
        return (0, float(text), text)
    except ValueError:
        return (1, 0.0, text.casefold())


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
        self._known = Choices((), (), ())
        self._counts = (0, 0)
        self.setAccessibleName(self.tr("Filters"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.text = Words(look, META, "warn", bold=True, parent=self)
        self.chips = QWidget(self)
        self._flow = FlowLayout(self.chips)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.clear_button = QPushButton(self.tr("Clear all filters"), self)
        self.clear_button.setProperty("kind", "quiet")
        self.clear_button.clicked.connect(filters.clear)
        line = QHBoxLayout(self)
        line.addWidget(self.text)
        line.addWidget(self.chips, 1)
        line.addWidget(self.clear_button)
        look.changed.connect(self._restyle)
        filters.changed.connect(self._ask)
        bridge.followed.connect(self._step)
        self._restyle()
        self._ask()

    def _restyle(self) -> None:
        look = self._look
        self.setMinimumHeight(look.px(36))
        self.clear_button.setStyleSheet(f"QPushButton {{ min-height: {look.px(24)}px; }}")
        self.layout().setContentsMargins(look.px(12), look.px(4), look.px(8), look.px(4))
        self.layout().setSpacing(look.px(12))
        self._show()

    def _step(self, step: Step) -> None:
        if self._filters.active and step.touches(*_KINDS):
            self._ask()

    def _ask(self) -> None:
        """Work out how much is left; the bar shows at once that something is filtered."""
        self._show()
        if not self._filters.active:
            return
        options = self._filters.options()

        def question(read: "Reading") -> tuple[Choices, tuple[int, int] | None]:
            known = choices(read)
            try:
                scope = make_scope(read, **options)
            except NotFound:
                return known, None
            left = known.documents if scope.documents is None else scope.documents
            return known, (len(left), len(known.documents))

        self._bridge.ask(question, lambda answer: self._arrived(options, *answer))

    def _arrived(self, options: dict[str, Any], known: Choices, counts: tuple[int, int] | None) -> None:
        if options != self._filters.options():
            return  # another answer is on its way
        self._known, self._counts = known, counts or (0, 0)
        self._filters.forget((key for key, _, _ in known.documents), known.folders, dict(known.variables))
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
        if not self._filters.active:
            return ""
        left, of = self._counts
        if not of:
            return self.tr("Filter on")
        return self.tr("Filter on: {count} of {all} documents").format(count=left, all=of)

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.setVisible(self._filters.active)
        self.text.setText(self.summary())
        for text, kind, name in self._texts():
            self._flow.addWidget(self._chip(text, kind, name))
        self.chips.updateGeometry()

    def _texts(self) -> Iterator[tuple[str, str, str]]:
        choice = self._filters.choice
        if choice.documents:
            names = [name for key, name, _ in self._known.documents if key in choice.documents]
            text = names[0] if len(names) == 1 else self.tr("{count} chosen").format(count=len(choice.documents))
            yield self.tr("Documents: {names}").format(names=text), "documents", ""
        elif choice.folders:
            yield self.tr("Folder: {names}").format(names=_few(sorted(choice.folders))), "documents", ""
        if choice.coders:
            names = [name for key, name in self._known.coders if key in choice.coders]
            yield self.tr("Coder: {names}").format(names=_few(names)), "coders", ""
        for name, values in choice.variables.items():
            yield f"{name}: {_few(sorted(values, key=_natural))}", "variables", name

    def _chip(self, text: str, kind: str, name: str) -> QPushButton:
        look = self._look
        chip = QPushButton(self.chips)
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
        chip.setAccessibleName(self.tr("Remove the filter {text}").format(text=text))
        chip.clicked.connect(lambda: self._filters.clear_kind(kind, name))
        return chip


def _few(names: list[str], most: int = 3) -> str:
    return ", ".join(names[:most]) + (f" +{len(names) - most}" if len(names) > most else "")


class FilterPopup(QFrame):
    """Check lists of documents by folder, coders and values; nothing checked in a list means all of it."""

    def __init__(self, bridge: Bridge, look: Look, filters: Filters, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._look = look
        self._filters = filters
        self._known = Choices((), (), ())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Filters"))
        hint = QLabel(self.tr("Check what to look at. Where nothing is checked, all of it counts."), self)
        hint.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(look.px(16))
        self.tree.setAccessibleName(self.tr("Filters"))
        self.clear_button = QPushButton(self.tr("Clear all filters"), self)
        self.clear_button.clicked.connect(self._clear)
        done = QPushButton(self.tr("Done"), self)
        done.setProperty("kind", "filled")
        done.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        buttons.addWidget(done)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(look.px(12), look.px(12), look.px(12), look.px(12))
        outer.setSpacing(look.px(8))
        outer.addWidget(hint)
        outer.addWidget(self.tree, 1)
        outer.addLayout(buttons)
        self.resize(look.px(360), look.px(440))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self._apply)
        self.tree.itemChanged.connect(lambda _item, _column: self._timer.start())
        bridge.ask(choices, self.show_choices)

    def open_below(self, button: QWidget) -> None:
        """Show the popup under a button, within the screen."""
        at = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        room = button.screen().availableGeometry()
        at.setX(max(room.left(), min(at.x(), room.right() - self.width())))
        at.setY(max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.move(at)
        self.show()
        self.tree.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_choices(self, known: Choices) -> None:
        """Fill the lists; what is chosen at present is checked."""
        self._known = known
        choice = self._filters.choice
        self.tree.blockSignals(True)
        self.tree.clear()
        documents = self._group(self.tr("Documents"))
        for folder, found in known.folders.items():
            parent = documents
            if folder:
                parent = self._item(documents, folder, "folder", folder, False)
            for key, name in found:
                self._item(parent, name, "document", key, key in choice.documents or folder in choice.folders)
        if len(known.coders) > 1:
            coders = self._group(self.tr("Coders"))
            for key, name in known.coders:
                self._item(coders, name, "coder", key, key in choice.coders)
        for variable, values in known.variables:
            group = self._group(variable)
            chosen = choice.variables.get(variable, frozenset())
            for value in values:
                self._item(group, value, "value", variable, value in chosen)
            group.setExpanded(bool(chosen))
        self.tree.blockSignals(False)
        if self.tree.topLevelItemCount():
            self.tree.setCurrentItem(self.tree.topLevelItem(0))

    def _group(self, name: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [name])
        font = self.tree.font()
        font.setBold(True)
        group.setFont(0, font)
        group.setExpanded(True)
        return group

    @staticmethod
    def _item(parent: QTreeWidgetItem, text: str, kind: str, key: object, checked: bool) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [text])
        item.setToolTip(0, text)
        item.setData(0, _KIND, kind)
        item.setData(0, _KEY, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        item.setCheckState(0, Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        item.setExpanded(True)
        return item

    def chosen(self) -> Choice:
        """What is checked."""
        documents: set[UUID] = set()
        folders: set[str] = set()
        coders: set[UUID] = set()
        variables: dict[str, set[str]] = {}
        iterator = QTreeWidgetItemIterator(self.tree)
        while (item := iterator.value()) is not None:
            kind, key = item.data(0, _KIND), item.data(0, _KEY)
            if kind is not None and item.checkState(0) == Qt.CheckState.Checked:
                if kind == "document":
                    documents.add(key)
                elif kind == "folder":
                    folders.add(key)
                elif kind == "coder":
                    coders.add(key)
                else:
                    variables.setdefault(key, set()).add(item.text(0))
            iterator += 1
        inside = {key for key, _, folder in self._known.documents if folder in folders}
        if documents == inside:
            documents = set()  # whole folders: what is imported there later counts too
        else:
            folders = set()
        if len(documents) == len(self._known.documents):
            documents = set()
        return Choice(
            frozenset(documents),
            frozenset(folders),
            frozenset(coders) if len(coders) < len(self._known.coders) else frozenset(),
            {name: frozenset(values) for name, values in variables.items()},
        )

    def _apply(self) -> None:
        self._timer.stop()
        self._filters.choose(self.chosen())

    def _clear(self) -> None:
        self._filters.clear()
        self.show_choices(self._known)

    def closeEvent(self, event: Any) -> None:
        if self._timer.isActive():
            self._apply()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
