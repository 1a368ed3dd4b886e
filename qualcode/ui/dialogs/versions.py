"""The versions of a document: who changed its text when, what went and what came, and the way back to one of them."""

from collections.abc import Callable, Sequence
from html import escape
from uuid import UUID

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...app import versions as actions
from ...app.versions import Version
from ...domain.differences import CAME, SAME, Piece
from ...domain.documents import Document
from ...domain.history import Step
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import TITLE, look, resize
from ..parts.dates import short_moment

_AROUND = 160  # characters of unchanged text shown on either side of a change
_KEY = Qt.ItemDataRole.UserRole


class VersionsDialog(QDialog):
    """A list of versions, the present one first, and the difference between any two."""

    def __init__(
        self, bridge: Bridge, document: UUID, words: Callable[[Step], str], said: Callable[[str, object], None],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge, self.document, self._words, self._said = bridge, document, words, said
        self._versions: Sequence[Version] = ()
        self._asked = 0
        self._make()
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.other.currentIndexChanged.connect(lambda _index: self._compare())
        bridge.followed.connect(self._stepped)
        look().follow(self._compare)
        self._load()

    def _make(self) -> None:
        self.setWindowTitle(self.tr("Versions"))
        self.title = QLabel(self)
        self.title.setFont(look().font(TITLE, bold=True))
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Versions"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels(
            [self.tr("Version"), self.tr("Date"), self.tr("Coder"), self.tr("Step"), self.tr("Characters")]
        )
        self.list.headerItem().setTextAlignment(4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.other = QComboBox(self)
        self.other.setAccessibleName(self.tr("Compared with"))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(self.tr("What went and what came"))
        self.text.setOpenLinks(False)
        self.legend = QLabel(self)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        below = QWidget(self)
        row = QHBoxLayout()
        self._against = QLabel(self.tr("Compared with"), self)
        row.addWidget(self._against)
        row.addWidget(self.other, 1)
        row.addWidget(self.legend)
        px = look().px
        down = QVBoxLayout(below)
        down.setContentsMargins(0, px(8), 0, 0)
        down.addLayout(row)
        down.addWidget(self.text, 1)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.list)
        split.addWidget(below)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.restore = QPushButton(self.tr("Restore this version"), self)
        self.restore.setAutoDefault(False)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        self.restore.clicked.connect(self._restore)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*[px(16)] * 4)
        whole.setSpacing(px(12))
        for part, stretch in ((self.title, 0), (split, 1), (buttons, 0)):
            whole.addWidget(part, stretch)
        resize(self, px(760), px(620))

    # ── reading ──
    def _stepped(self, step: Step) -> None:
        if step.touches("document"):
            self._load()

    def _load(self) -> None:
        key = self.document

        def ask(read: Reading) -> tuple[Document | None, list[Version]]:
            document = read.by_id("document", key)
            return document, actions.versions(read, document) if document is not None else []

        self._bridge.ask(ask, self._arrived)

    def _arrived(self, answer: tuple[Document | None, list[Version]]) -> None:
        document, self._versions = answer
        if document is None:
            self.reject()
            return
        self.title.setText(self.tr("Versions of “{name}”").replace("{name}", document.name))
        self.list.clear()
        place = QLocale()
        for number, version in enumerate(self._versions):
            when = short_moment(version.step.time)
            named = self.tr("{number} (now)") if not number else "{number}"
            size = f"+{place.toString(version.came)}  −{place.toString(version.went)}"
            item = QTreeWidgetItem(
                [named.replace("{number}", str(version.number)), when, version.coder, self._words(version.step), size]
            )
            item.setData(0, _KEY, number)
            item.setTextAlignment(4, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(3, self._words(version.step))
            self.list.addTopLevelItem(item)
        for column in range(5):
            self.list.resizeColumnToContents(column)
        self.list.setColumnWidth(3, max(look().px(180), min(look().px(320), self.list.columnWidth(3))))
        self.list.setCurrentItem(self.list.topLevelItem(0))

    def _number(self) -> int:
        item = self.list.currentItem()
        return int(item.data(0, _KEY)) if item is not None else -1

    def _chosen(self) -> None:
        """Offer to compare with the version before, or with any other."""
        number = self._number()
        self.restore.setEnabled(number > 0 and not self._bridge.project.read_only)
        self.other.blockSignals(True)
        self.other.clear()
        for place, version in enumerate(self._versions):
            if place != number:
                self.other.addItem(self.tr("Version {number}").replace("{number}", str(version.number)), place)
        for part in (self._against, self.other):
            part.setVisible(self.other.count() > 0)
        before = self.other.findData(number + 1)
        self.other.setCurrentIndex(before if before >= 0 else 0)
        self.other.blockSignals(False)
        self._compare()

    def _compare(self) -> None:
        number, other = self._number(), self.other.currentData()
        self._asked += 1
        asked = self._asked
        if number < 0 or other is None:
            self.text.setPlainText(self.tr("This is the only version.") if self._versions else "")
            return
        # the older one first, whichever was chosen
        old, new = (self._versions[place].content for place in sorted((number, int(other)), reverse=True))

        def arrived(pieces: list[Piece]) -> None:
            if asked == self._asked:
                self._show(pieces)

        self._bridge.ask(lambda read: actions.compare(read, old, new), arrived)

    def _show(self, pieces: Sequence[Piece]) -> None:
        tokens = look().current
        gone = f"color: {tokens.danger}; background-color: {tokens.danger_ground}; text-decoration: line-through;"
        came = f"color: {tokens.good}; background-color: {tokens.good_ground}; text-decoration: underline;"
        went, new = self.tr("gone"), self.tr("new")
        self.legend.setText(
            f"<span style='{gone}'>{escape(went)}</span>&nbsp;&nbsp;<span style='{came}'>{escape(new)}</span>"
        )
        parts = []
        for number, piece in enumerate(pieces):
            if piece.kind == SAME:
                parts.append(escape(_shortened(piece.text, number == 0, number == len(pieces) - 1)))
            else:
                words = escape(piece.text).replace("\n", "¶\n")
                parts.append(f"<span style='{came if piece.kind == CAME else gone}'>{words}</span>")
        size = look().px(15)
        self.text.setHtml(
            f"<div style='white-space: pre-wrap; font-size: {size}px; line-height: 150%; color: {tokens.ink};'>"
            + "".join(parts).replace("\n", "<br>")
            + "</div>"
        )

    # ── doing ──
    def _restore(self) -> None:
        number = self._number()
        if number <= 0:
            return
        version = self._versions[number]

        def restored(_made: object, step: Step | None) -> None:
            text = self.tr("Version {number} is back, as a new step.").replace("{number}", str(version.number))
            self._said(text, step.number if step else None)

        self._bridge.act(
            actions.restore_version, self.document, version.content, then=restored, failed=self._bridge.failed.emit
        )


def _shortened(text: str, first: bool, last: bool) -> str:
    """Unchanged text as far as it helps to see where a change is."""
    if len(text) <= 2 * _AROUND + 40:
        return text
    head = "" if first else text[:_AROUND]
    tail = "" if last else text[-_AROUND:]
    return f"{head} […] {tail}"
