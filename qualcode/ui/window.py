"""The main window: menus, bar, panels' places, status line; a project comes in as a `Workspace`."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMenu, QPushButton, QStackedWidget, QToolBar, QWidget

from ..app import settings
from ..domain.errors import QualcodeError
from .bar import ANALYSE, CODE, REPORT, THEMES, Bar
from .commands.actions import Actions
from .commands.handlers import handlers
from .commands.menus import WindowMenus
from .docks import Docks
from .errands import Errands, import_filters
from .going_round import go_round
from .look import META, Look, resize
from .memory import change, recall, remember, remember_project
from .opening import SUFFIX, Found, Opening
from .parts.toast import Toast
from .places import documents_folder
from .status import StatusLine
from .stylesheet import separators
from .tasks import Tasks
from .tokens import SCHEMES
from .translation import LANGUAGES, say
from .welcome import Welcome

if TYPE_CHECKING:
    from .facts import Facts
    from .workspace import Workspace

USUAL, LEAST = QSize(1440, 900), QSize(1024, 640)
_WARM_UP_MILLISECONDS = 400  # after the window is seen


class MainWindow(QMainWindow):
    """One window, at most one project."""

    language_chosen = Signal(str)  # a setting: build the window anew in that language
    unforeseen = Signal(object)  # an error nobody can explain

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.workspace: Workspace | None = None
        self._place = ""
        self._tab = CODE
        self._then: Callable[[], None] | None = None  # what waits for a project to be open
        self.setObjectName("window")
        self.setStyleSheet("".join(separators(tokens.name, tokens.panel, tokens.line) for tokens in SCHEMES.values()))
        self.setAcceptDrops(True)
        self.setMinimumSize(LEAST)
        resize(self, USUAL.width(), USUAL.height())
        self.setDockNestingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.commands = Actions(self, settings.load().keys, settings.load().keymap)
        self.tasks = Tasks(self)
        self.opening = Opening(self.tasks, self)
        self.errands = Errands(self)
        self.commands.connect_all(handlers(self))
        self._make_bar()
        self._make_body()
        self.docks = Docks(self)
        self.docks.changed.connect(self._check_panels)
        self.docks.left.connect(self._back_to_view)
        WindowMenus(self).fill()
        self.toasts = Toast(self)
        self.opening.opened.connect(self._opened)
        self.opening.failed.connect(self.unforeseen)
        self.opening.restored.connect(self.open_place)
        look.follow(self._take_look)
        self._take_look()
        self._restore_geometry()
        self._show_name("")

    # ── parts ──
    def _make_bar(self) -> None:
        self.bar = Bar(self.commands, self)
        tools = QToolBar(self)
        tools.setObjectName("tools")
        tools.setMovable(False)
        tools.setFloatable(False)
        tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        tools.setWindowTitle(self.tr("Bar"))
        tools.toggleViewAction().setVisible(False)
        tools.addWidget(self.bar)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, tools)
        self.bar.tab_wanted.connect(self.show_tab)
        self.bar.find_wanted.connect(self.find_everywhere)
        self.commands.keys_changed.connect(self.bar.speak)

    def _make_body(self) -> None:
        self._body = QStackedWidget(self)
        self.welcome = Welcome(self._body)
        self._body.addWidget(self.welcome)
        self.look.dress(self.welcome)
        self.setCentralWidget(self._body)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.status.filter_wanted.connect(self.commands["filter"].trigger)
        self.status.clear_wanted.connect(self.commands["clear_filter"].trigger)
        self.status.follow(self.tasks)
        self.welcome.new_wanted.connect(self.ask_new)
        self.welcome.sample_wanted.connect(self.open_sample)
        self.welcome.open_wanted.connect(lambda: self.opening.with_coder(self.opening.ask_open))
        self.welcome.project_wanted.connect(self.open_place)
        self.welcome.files_dropped.connect(self._take_files)
        self.opening.working.connect(self.welcome.show_working)
        self._languages = QPushButton(self.status)
        self._languages.setProperty("kind", "quiet")
        self._languages.setText(" · ".join(LANGUAGES.values()))
        self._languages.setToolTip(self.tr("Language"))
        menu = QMenu(self._languages)
        for key, name in LANGUAGES.items():
            menu.addAction(name).triggered.connect(lambda _checked=False, key=key: self.choose_language(key))
        self._languages.setMenu(menu)
        self.status.addPermanentWidget(self._languages)

    # ── look ──
    def childEvent(self, event: QChildEvent) -> None:
        """What comes to stand in the window is dressed as it is first shown; of the body each page for itself."""
        if event.polished():  # asked first: to wrap every child in Python costs a tenth of the start
            child = event.child()
            if isinstance(child, QWidget) and child is not self._body:
                self.look.dress(child)
        super().childEvent(event)

    def _take_look(self) -> None:
        tokens, px = self.look.current, self.look.px
        self.setProperty("scheme", tokens.name)
        self.style().unpolish(self)  # a sheet of its own would dress every room again
        self.style().polish(self)
        self._languages.setStyleSheet(
            f"QPushButton {{ min-height: {px(22)}px; padding: 0 {px(8)}px; font-size: {px(META)}px; "
            f"color: {tokens.ink2}; }} QPushButton::menu-indicator {{ image: none; }}"
        )

    def choose_look(self, choice: str) -> None:
        """Keep to one set of colours, or follow the system."""
        self.look.choose(choice)
        self.commands[f"look_{choice}"].setChecked(True)
        change(lambda kept: setattr(kept, "look", choice))

    def choose_scale(self, percent: int) -> None:
        """Make everything larger or smaller."""
        self.look.set_scale(percent)
        change(lambda kept: setattr(kept, "scale", percent))

    def choose_language(self, setting: str) -> None:
        """Speak another language at once: the window is built anew, the project opened again."""
        if setting != settings.load().language:
            change(lambda kept: setattr(kept, "language", setting))
            self.language_chosen.emit(setting)

    # ── projects ──
    @property
    def place(self) -> str:
        """Where the open project is, or ""."""
        return self._place

    def start(self, place: str | None, reviewing: bool = False) -> None:
        """Open what was asked for, else the last project, else nothing."""
        if place is None:
            last = next(iter(settings.load().recent), "")
            place = last if last and ("://" in last or Path(last).exists()) else None
        if place:
            self.open_place(place, reviewing)
        else:
            self.welcome.show_recent(settings.load().recent)
            QTimer.singleShot(_WARM_UP_MILLISECONDS, self, self.opening.warm_up)

    def open_place(self, place: str, reviewing: bool = False) -> None:
        """Open a project in the place of the one that is open; to review it, if that is asked for."""
        self.opening.with_coder(lambda: self._replace(lambda: self.opening.open(place, reviewing=reviewing)))

    def new_project(self, place: str, method: str = "") -> None:
        """Make a project and open it."""
        self.opening.with_coder(lambda: self._replace(lambda: self.opening.make(place, method=method)))

    def ask_new(self) -> None:
        """Ask where a new project is to be and which method it follows, and make it."""
        self.opening.with_coder(lambda: self.opening.ask_new(self.new_project))

    def open_sample(self) -> None:
        """Open the sample project, made if it is not there."""
        self.opening.with_coder(lambda: self._replace(self.opening.sample))

    def _replace(self, then: Callable[[], None]) -> None:
        self.close_project()
        then()

    def _opened(self, found: Found) -> None:
        from .workspace import Workspace

        self.close_project()
        self._place = found.place
        if not found.project.reviewing:  # the next start would open it to work in it
            remember_project(found.place)
        workspace = Workspace(found, self.look, self.commands, self.docks, self)
        self.workspace = workspace
        workspace.said.connect(self.toast)
        workspace.announced.connect(self.status.show_spot)
        workspace.done.connect(self.toasts.say)
        workspace.explained.connect(self.ask_why)
        workspace.failed.connect(self._failed)
        workspace.facts_changed.connect(self._show_facts)
        workspace.import_wanted.connect(self.import_files)
        self.status.follow(workspace.tasks)
        self._body.addWidget(workspace.page)
        self._body.setCurrentWidget(workspace.page)
        self.commands.set_state(found.project, workspace.coding.document is not None)
        self._show_name(found.study.name)
        self.status.show_coder(found.project.coder)
        workspace.filters.changed.connect(self._show_filter)
        workspace.filters.counted.connect(self._show_filter)
        self._show_filter()
        if found.project.reviewing and found.project.takes_remarks:
            self.status.show_note(self.tr("For review: comments, marks, suggestions"))
        elif found.project.read_only:
            self.status.show_note(self.tr("For reading only"))
        self._languages.hide()
        self._tab = CODE
        self._arrange(CODE)
        self.show_tab(CODE)
        if found.project.reviewing:
            self.docks.show("reviews")
        if found.fresh:
            workspace.methods.greet()
        if self._then is not None:
            then, self._then = self._then, None
            then()

    def close_project(self) -> None:
        """Close the project; the window shows the welcome page."""
        if self.workspace is None:
            return
        workspace, self.workspace = self.workspace, None
        remember(f"panels/{self._tab}", self.docks.state())
        self.toasts.settle()
        project = workspace.close()
        self.tasks.write(lambda _progress: project.close(), None, self._failed)
        self._place = ""
        self._body.setCurrentWidget(self.welcome)
        self.welcome.show_recent(settings.load().recent)
        self.commands.set_state(None, document=False)
        self.commands.speak()
        self.status.clear_facts()
        self._languages.show()
        self._show_name("")

    def _show_name(self, name: str) -> None:
        self.bar.show_project(name)
        self.setWindowTitle(f"{name} – qualcode" if name else "qualcode")
        self.status.show_note("" if name else self.tr("Nothing is sent anywhere"))

    def _show_filter(self) -> None:
        text = self.workspace.filters.summary() if self.workspace is not None else ""
        self.status.show_filter(text or self.tr("No filter"), bool(text))

    def _show_facts(self, facts: "Facts") -> None:
        self.status.show_counts(facts.documents, facts.codes, facts.codings)
        saved = self.workspace.saved if self.workspace else None
        if saved is not None:
            self.status.show_saved(saved)

    # ── tabs and panels ──
    def show_tab(self, tab: int) -> None:
        """Code, Themes, Analyse or Report, each with its own arrangement of panels."""
        if self.workspace is None:
            return
        if tab != self._tab:
            remember(f"panels/{self._tab}", self.docks.state())
            self._tab = tab
            if tab == CODE:  # before the panels come back: the charts would be laid out for the room they leave
                self.workspace.show_tab(tab)
            self._arrange(tab)
        self.workspace.show_tab(tab)
        if self.bar.tabs.currentIndex() != tab:
            self.bar.tabs.setCurrentIndex(tab)
        self.commands["tab_code"].setChecked(tab == CODE)
        self.commands["tab_themes"].setChecked(tab == THEMES)
        self.commands["tab_analyse"].setChecked(tab == ANALYSE)
        self.commands["tab_report"].setChecked(tab == REPORT)

    def _arrange(self, tab: int) -> None:
        if not self.docks.restore(recall(f"panels/{tab}")):
            self.docks.show_first()
            if tab != CODE:
                for name in ("documents", "codebook"):
                    self.docks.hide(name)
        self._check_panels()

    def panels_back(self) -> None:
        """Put the panels of this tab where they were at first."""
        remember(f"panels/{self._tab}", "")
        self._arrange(self._tab)

    def toggle_panel(self, name: str) -> None:
        """Show or hide a panel."""
        shown = self.docks.toggle(name)
        workspace = self.workspace
        if workspace is not None and name == "segments":
            workspace.segments_toggled(shown)
            if shown and workspace.coding.reader.chosen is None:
                workspace.segments.show_all()
        panel = self.docks.panel(name)
        if shown and panel is not None and not (workspace and workspace.coding.flow.panel.isVisible()):
            panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _check_panels(self) -> None:
        for name in ("documents", "codebook", "segments", "history", "rules", "journal", "reviews"):
            self.commands[name].setChecked(self.docks.shown(name))

    def _back_to_view(self) -> None:
        """A panel that had the focus is gone: go on in the middle."""
        if self.workspace is not None:
            self.workspace.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_panel(self, step: int) -> None:
        """Give the keys to the next (1) or previous (-1) panel."""
        if self.workspace is not None:
            go_round(self, self.workspace.panels(), step)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or leave it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.commands["full_screen"].setChecked(self.isFullScreen())

    # ── with the project ──
    def with_project(self, act: "Callable[[Workspace], None]") -> None:
        """Do something with the open project, if there is one."""
        if self.workspace is not None:
            act(self.workspace)

    def in_codebook(self, name: str) -> None:
        """Run a method of the codebook panel, which is shown first."""
        if self.workspace is not None:
            self.show_tab(CODE)
            self.docks.show("codebook")
            getattr(self.workspace.codebook, name)()

    def find_everywhere(self, words: str) -> None:
        """Open the search through the project, with these words if there are any."""
        if self.workspace is None:
            return
        self.show_tab(CODE)
        self.docks.show("search")
        search = self.workspace.search
        if words:
            search.look_for(words)
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.field.selectAll()

    def import_files(self, paths: list[Path] | None) -> None:
        """Bring files in; asks for them if none are given."""
        if self.workspace is None:
            return
        if self.workspace.project.read_only:  # files can be dropped all the same
            self.toast(self.tr("Nothing can be brought in: this project is open for reading or review only."))
            return
        if paths is None:
            start = recall("import_folder") or documents_folder()
            chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Import files"), start, import_filters())
            paths = [Path(place) for place in chosen]
            if paths:
                remember("import_folder", str(paths[0].parent))
        paths = self.workspace.reviews.take(paths)
        if paths:
            from .dialogs.import_files import ImportDialog

            dialog = ImportDialog(self.workspace.bridge, paths, self)
            dialog.imported.connect(self.workspace.imported)
            dialog.open()

    # ── saying ──
    def ask_why(self, text: str, step: int, explain: Callable[[str], None]) -> None:
        """Say what a step did, with Undo and room for its reason."""
        if self.workspace is None:  # it is being closed
            self.toasts.say(text)
        else:
            self.toasts.say(text, self.commands.plain("undo"), self._undoing(step), explain)

    def toast(self, text: str, undo_step: int | Callable[[], None] | None = None) -> None:
        """Say a sentence; with a step's number (or something to call) it can be taken back."""
        if undo_step is None:
            self.toasts.say(text)
        elif callable(undo_step):
            self.toasts.say(text, self.commands.plain("undo"), undo_step)
        elif self.workspace is None:  # it is being closed
            self.toasts.say(text)
        else:
            self.toasts.say(text, self.commands.plain("undo"), self._undoing(undo_step))

    def _undoing(self, step: int) -> Callable[[], None]:
        """Takes a step back in the project it belongs to: another one has a step of that number, too."""
        there = self.workspace

        def undo() -> None:
            if there is not None and there is self.workspace:
                there.undo(step)

        return undo

    def _failed(self, error: Exception) -> None:
        if isinstance(error, QualcodeError):
            self.toasts.say(say(error))
        else:
            self.unforeseen.emit(error)

    # ── files dropped on the window ──
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(any(url.isLocalFile() for url in event.mimeData().urls()))

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        # after the drop has ended, so that the program the files come from is not kept waiting
        QTimer.singleShot(0, self, lambda: self._take_files(paths))

    def _take_files(self, places: list[str]) -> None:
        project = next((place for place in places if place.endswith(SUFFIX)), None)
        if project is not None:
            self.open_place(project)
        elif self.workspace is not None:
            self.import_files([Path(place) for place in places])
        elif places:
            self._then = lambda: self.import_files([Path(place) for place in places])
            self.ask_new()

    # ── the end ──
    def _restore_geometry(self) -> None:
        kept = recall("geometry")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and hasattr(self, "commands"):
            self.commands["full_screen"].setChecked(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        remember("geometry", self.saveGeometry().toBase64().data().decode("ascii"))
        self.hide()
        self.close_project()
        self.tasks.stop()
        event.accept()
