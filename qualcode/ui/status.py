"""The line at the window's foot: when saved, who codes, how much there is, what runs, what is filtered."""

from PySide6.QtCore import QDateTime, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget
from shiboken6 import isValid

from .look import META, look
from .parts.dates import last_time, short_moment
from .parts.elided import ElidedLabel
from .tasks import Task, Tasks

LINE_MILLISECONDS = 300
DETAIL_MILLISECONDS = 2_000
SPOT_MILLISECONDS = 8_000


class StatusLine(QStatusBar):
    """Quiet facts on the left; a task that takes longer than a moment shows itself."""

    filter_wanted = Signal()  # choose filters
    clear_wanted = Signal()  # take all filters away

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._waiting: list[Task] = []
        self._shown: Task | None = None
        self.setSizeGripEnabled(False)
        self.saved = QLabel(self)
        self.coder, self.counts, self.note, self.what, self.spot = (ElidedLabel(self) for _ in range(5))
        self.filter, self.clear_filter = QPushButton(self), QPushButton(self)
        self.filter.clicked.connect(self.filter_wanted)
        self.clear_filter.clicked.connect(self.clear_wanted)
        for button in (self.filter, self.clear_filter):
            button.setProperty("kind", "quiet")
            button.hide()
        self._filtered = False
        self.spot.setAccessibleName(self.tr("Where you are"))
        self._spot_ends = QTimer(self)
        self._spot_ends.setSingleShot(True)
        self._spot_ends.setInterval(SPOT_MILLISECONDS)
        self._spot_ends.timeout.connect(self.spot.hide)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far"))
        self.cancel = QPushButton(self)
        self.cancel.setProperty("kind", "quiet")
        self.cancel.clicked.connect(self._cancel)
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        self._left: QWidget | None = None  # what had the keys before the button that cancels
        QApplication.instance().focusChanged.connect(self._keys_moved)
        for label in (self.note, self.spot, self.saved, self.coder, self.counts, self.what):
            label.hide()
            self.addWidget(label)
        self.addWidget(self.bar)
        self.addWidget(self.cancel)
        self._quiet = len((self.note, self.spot, self.saved, self.coder, self.counts, self.what, self.bar, self.cancel))
        self.addPermanentWidget(self.filter)
        self.addPermanentWidget(self.clear_filter)
        self._line = QTimer(self)
        self._line.setSingleShot(True)
        self._line.setInterval(LINE_MILLISECONDS)
        self._line.timeout.connect(self._show_line)
        self._detail = QTimer(self)
        self._detail.setSingleShot(True)
        self._detail.setInterval(DETAIL_MILLISECONDS - LINE_MILLISECONDS)
        self._detail.timeout.connect(self._show_detail)
        self._hide_task()
        look().follow(self._take_look)
        self._take_look()

    def _take_look(self) -> None:
        px = look().px
        self.setMinimumHeight(px(28))
        self.setContentsMargins(px(8), 0, px(8), 0)
        self.bar.setFixedWidth(px(160))
        for label in (self.saved, self.coder, self.counts, self.what, self.note, self.spot):
            ink = look().current.ink if label is self.spot else look().current.ink2
            label.setStyleSheet(f"color: {ink}; font-size: {px(META)}px;")
            label.setContentsMargins(px(8), 0, px(8), 0)
        self._dress_filter()
        self.filter.setToolTip(self.tr("Choose what to look at"))
        self.clear_filter.setText(self.tr("Clear"))
        self.clear_filter.setToolTip(self.tr("Clear all filters"))
        self.clear_filter.setAccessibleName(self.tr("Clear all filters"))
        self.cancel.setStyleSheet(f"QPushButton {{ min-height: {px(22)}px; padding: 0 {px(8)}px; }}")
        self.cancel.setText(self.tr("Cancel"))

    def _dress_filter(self) -> None:
        """Amber while something is filtered, quiet else."""
        tokens, px = look().current, look().px
        ink, ground = (tokens.warn, tokens.warn_ground) if self._filtered else (tokens.ink2, "transparent")
        style = f"min-height: {px(22)}px; padding: 0 {px(8)}px; font-size: {px(META)}px; color: {ink};"
        weight = "bold" if self._filtered else "normal"
        self.filter.setStyleSheet(f"QPushButton {{ {style} background: {ground}; font-weight: {weight}; }}")
        self.clear_filter.setStyleSheet(f"QPushButton {{ {style} text-decoration: underline; }}")

    @staticmethod
    def _put(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def show_spot(self, text: str) -> None:
        """Where one has come to by a key, for a moment; read out by screen readers."""
        self._put(self.spot, text)
        self._spot_ends.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.spot, text))

    def show_hint(self, hint: QWidget) -> None:
        """Put something quiet before the filter, until whoever made it takes it away."""
        self.insertPermanentWidget(self._quiet, hint)
        hint.show()

    # ── facts ──
    def show_saved(self, moment: QDateTime) -> None:
        """When the last step was written."""
        self._put(self.saved, self.tr("Saved {when}").replace("{when}", last_time(moment)))
        self.saved.setToolTip(short_moment(moment.toUTC().toString(Qt.DateFormat.ISODate)))

    def show_coder(self, name: str) -> None:
        """Who codes."""
        self._put(self.coder, self.tr("Coder: {name}").replace("{name}", name) if name else "")

    def show_counts(self, documents: int, codes: int, codings: int) -> None:
        """How much there is."""
        parts = (
            self.tr("%n document(s)", "", documents),
            self.tr("%n code(s)", "", codes),
            self.tr("%n coding(s)", "", codings),
        )
        self._put(self.counts, "    ".join(parts))

    def show_filter(self, text: str, active: bool = False) -> None:
        """What is filtered, or that nothing is."""
        self._filtered = active
        self._dress_filter()
        self.filter.setText(text)
        self.filter.setVisible(bool(text))
        self.clear_filter.setVisible(active)

    def show_note(self, text: str) -> None:
        """A fact while no project is open."""
        self._put(self.note, text)

    def clear_facts(self) -> None:
        """No project is open."""
        for label in (self.saved, self.coder, self.counts, self.note, self.spot):
            self._put(label, "")
        self.show_filter("")

    # ── tasks ──
    def follow(self, tasks: Tasks) -> None:
        """Show the tasks of these workers."""
        tasks.started.connect(self._started)

    def _started(self, task: Task) -> None:
        if not task.running:
            return
        self._waiting.append(task)
        task.ended.connect(lambda: self._ended(task))
        if len(self._waiting) == 1:
            self._line.start()

    def _ended(self, task: Task) -> None:
        if task in self._waiting:
            self._waiting.remove(task)
        if task is self._shown:
            self._hide_task()
            if self._waiting:
                self._line.start()
        elif not self._waiting:
            self._line.stop()

    def _named(self) -> Task | None:
        """The oldest task under way that has something to say; questions of a moment have no name."""
        return next((task for task in self._waiting if task.what), None)

    def _show_line(self) -> None:
        task = self._named()
        if task is None:
            if self._waiting:
                self._line.start()
            return
        self._shown = task
        self._put(self.what, task.what)
        task.progressed.connect(self._progressed)
        self._detail.start()

    def _show_detail(self) -> None:
        if self._shown is not None:
            self.bar.setRange(0, 0)
            self.bar.show()
            self.cancel.show()

    def _progressed(self, done: int, total: int, what: str) -> None:
        if self._shown is None:
            return
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self._put(self.what, f"{self._shown.what} · {what}" if what else self._shown.what)

    def _cancel(self) -> None:
        if self._shown is not None:
            self._shown.cancel()
            self._put(self.what, self.tr("Stopping…"))

    def _keys_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self.cancel and old is not None:
            self._left = old

    def _hide_task(self) -> None:
        self._shown = None
        left, self._left = self._left, None
        if self.cancel.hasFocus() and left is not None and isValid(left) and left.isVisible():
            left.setFocus()  # a button that goes would hand the keys to whatever comes next in the window
        self._detail.stop()
        self.what.hide()
        self.bar.hide()
        self.cancel.hide()
