"""Naming a point of the history, and the points that have a name."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...app import named_versions as actions
from ...app.named_versions import Named
from ...domain.errors import QualcodeError
from ...domain.history import Step
from ...domain.named_versions import NamedVersion
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import META, TITLE, look, resize
from ..parts.dates import short_moment
from ..translation import say
from ..views.flow import FlowLayout
from ..views.ground import Words

_KEY = Qt.ItemDataRole.UserRole
_NAME, _WHEN, _WHO, _COMMENT = range(4)


class NamePointDialog(QDialog):
    """A name for the point after a step (None: the last one), and the list of named points below."""

    said = Signal(str, object)  # a sentence for a toast, the number of a step to undo
    changes_wanted = Signal(str)  # since the version of that name

    def __init__(
        self, bridge: Bridge, words: Callable[[Step], str], title: str, step: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self._words, self._step = bridge, words, step
        self._filling = False
        self.setWindowTitle(title)
        self._make(title)
        self._lay_out()
        bridge.followed.connect(self._stepped)
        self._check()
        self._load()
        self.name.setFocus()

    def _make(self, title: str) -> None:
        self.title = Words(look(), TITLE, bold=True, parent=self)
        self.title.setText(title)
        self.point = Words(look(), META, role="ink2", wrap=True, parent=self)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name, as in “Before supervision”"))
        self.name.setAccessibleName(self.tr("Name of the point"))
        self.comment = QLineEdit(self)
        self.comment.setPlaceholderText(self.tr("Comment (may stay empty)"))
        self.comment.setAccessibleName(self.tr("Comment on the point"))
        self.problem = Words(look(), role="danger", wrap=True, parent=self)
        self.problem.hide()
        self.use = QPushButton(self.tr("Name it"), self)
        self.use.setProperty("kind", "filled")
        self.use.setDefault(True)
        self.use.clicked.connect(self._name)
        self.name.textChanged.connect(lambda _text: self._check())
        self.head = Words(look(), META, bold=True, role="ink2", parent=self)
        self.head.setText(self.tr("Named points"))
        self.list = _Points(self)
        self.list.setAccessibleName(self.tr("Named points"))
        self.list.setHeaderLabels([self.tr("Name"), self.tr("State of"), self.tr("Coder"), self.tr("Comment")])
        self.list.currentItemChanged.connect(lambda *_: self._check())
        self.list.itemChanged.connect(self._edited)
        self.list.removing.connect(self._remove)
        self.rename_button = QPushButton(self.tr("Rename"), self)
        self.rename_button.clicked.connect(self._rename)
        self.remove_button = QPushButton(self.tr("Remove the name"), self)
        self.remove_button.clicked.connect(self._remove)
        self.changes_button = QPushButton(self.tr("What changed since"), self)
        self.changes_button.clicked.connect(self._changes)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.close)
        for button in (self.rename_button, self.remove_button, self.changes_button, self.close_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        px = look().px
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.use)
        foot = QWidget(self)
        buttons = FlowLayout(foot)  # in large letters they go on in a second line
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self.rename_button, self.remove_button, self.changes_button):
            buttons.addWidget(button)
        below = QHBoxLayout()
        below.addWidget(foot, 1)
        below.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(16)] * 4)
        down.setSpacing(px(8))
        for part in (self.title, self.point):
            down.addWidget(part)
        down.addLayout(row)
        for part in (self.comment, self.problem):
            down.addWidget(part)
        down.addSpacing(px(8))
        down.addWidget(self.head)
        down.addWidget(self.list, 1)
        down.addStretch(0)  # takes the room of the list while there is none
        down.addLayout(below)
        resize(self, px(640), px(460))

    # ── reading ──
    def _stepped(self, _step: Step) -> None:
        self._load()

    def _load(self) -> None:
        number = self._step

        def question(read: Reading) -> tuple[Step | None, list[Named]]:
            return read.step(number or read.last_step()[0]), actions.named_versions(read)

        self._bridge.ask(question, self._arrived, now=True)

    def _arrived(self, answer: tuple[Step | None, list[Named]]) -> None:
        step, found = answer
        if step is not None:
            text = self.tr("The state after: {what} · {when}").replace("{when}", short_moment(step.time))
            self.point.setText(text.replace("{what}", self._words(step)))
        kept = self.chosen
        self._filling = True
        self.list.clear()
        for one in reversed(found):
            version = one.version
            item = QTreeWidgetItem(self.list, [version.name, short_moment(one.step.time), one.coder, version.comment])
            item.setData(_NAME, _KEY, version)
            item.setToolTip(_NAME, version.name)
            item.setToolTip(_WHEN, self._words(one.step))
            item.setToolTip(_COMMENT, version.comment)
            if not self._bridge.project.read_only:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            if kept is not None and version.id == kept.id:
                self.list.setCurrentItem(item)
        for column in (_WHEN, _WHO):
            self.list.resizeColumnToContents(column)
        self.list.setColumnWidth(_NAME, look().px(200))
        self._filling = False
        for part in (self.head, self.list, self.rename_button, self.remove_button, self.changes_button):
            part.setVisible(bool(found))
        if self.list.currentItem() is None and found:
            self.list.setCurrentItem(self.list.topLevelItem(0))
        self._check()

    @property
    def chosen(self) -> NamedVersion | None:
        """The version that is selected."""
        item = self.list.currentItem()
        return item.data(_NAME, _KEY) if item is not None else None

    def _check(self) -> None:
        writes = not self._bridge.project.read_only
        for part in (self.name, self.comment):
            part.setEnabled(writes)
        self.use.setEnabled(writes and bool(self.name.text().strip()))
        there = self.chosen is not None
        for button in (self.rename_button, self.remove_button):
            button.setEnabled(there and writes)
        self.changes_button.setEnabled(there)

    # ── doing ──
    def _name(self) -> None:
        self.problem.hide()
        step, name, comment = self._step, self.name.text(), self.comment.text()
        self.use.setEnabled(False)
        self._bridge.act(actions.name_version, name, comment, step, then=self._named, failed=self._refused)

    def _named(self, version: NamedVersion, step: Step | None) -> None:
        self.said.emit(self.tr("Named “{name}”").replace("{name}", version.name), step.number if step else None)
        self.close()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, QualcodeError):
            self._bridge.failed.emit(error)
            return
        self.problem.setText(say(error))
        self.problem.show()
        self._load()

    def _rename(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.editItem(item, _NAME)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        """A name or a comment was written in the list; the other columns say what they said."""
        version = item.data(_NAME, _KEY)
        if self._filling or not isinstance(version, NamedVersion):
            return
        self.problem.hide()
        text = item.text(column)
        if column == _NAME and text != version.name:
            self._bridge.act(actions.rename_version, version.id, text, then=self._changed, failed=self._refused)
        elif column == _COMMENT and text != version.comment:
            self._bridge.act(actions.comment_version, version.id, text, then=self._changed, failed=self._refused)
        else:
            self._load()

    def _changed(self, _version: NamedVersion, _step: Step | None) -> None:
        self._load()

    def _remove(self) -> None:
        version = self.chosen
        if version is None:
            return

        def removed(_made: object, step: Step | None) -> None:
            text = self.tr("“{name}” has no name any more; the history stays.").replace("{name}", version.name)
            self.said.emit(text, step.number if step else None)

        self._bridge.act(actions.remove_version, version.id, then=removed, failed=self._refused)

    def _changes(self) -> None:
        version = self.chosen
        if version is not None:
            self.changes_wanted.emit(version.name)


class _Points(QTreeWidget):
    """F2 edits the cell, Del takes the name away."""

    removing = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed | QTreeWidget.EditTrigger.DoubleClicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removing.emit()
        else:
            super().keyPressEvent(event)


def show_name_point(
    bridge: Bridge, words: Callable[[Step], str], title: str, step: int | None, parent: QWidget
) -> NamePointDialog:
    """Open the dialog anew: another point may be meant."""
    window = parent.window()
    for one in window.findChildren(NamePointDialog):
        one.close()
    dialog = NamePointDialog(bridge, words, title, step, window)
    dialog.show()
    dialog.activateWindow()
    return dialog
