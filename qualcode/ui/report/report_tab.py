"""The Report tab: what goes in, the items of a reporting guideline, and the file it becomes."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...app.leaving import Leaving
from ...app.project import Project
from ...app.report import SUFFIXES, build, report_place, write_built
from ...app.report_basket import lost_items
from ...app.report_leaving import check_report
from ...app.report_options import SECTIONS, ReportOptions
from ...domain.progress import Progress
from ...domain.reporting import GUIDELINES, not_offered, suited
from ..bar import Tabs
from ..bridge import Bridge
from ..leaving.outgoing import Export, send
from ..look import META, TITLE, Look
from ..parts.line_splitter import LineSplitter
from ..places import export_folder
from ..translation import say
from ..views.ground import Ground, Words
from .basket_page import BasketPage
from .items import ReportItems

LEFT = 288


class ReportTab(Ground):
    """On the left what goes into the report, beside it the items of the guideline and the report basket."""

    written = Signal(object, str)  # the path of the report, and what of it could not be made
    open_segment = Signal(object, int, int)  # document id, start, end
    said = Signal(str, object)  # a sentence, the number of the step to undo

    def __init__(self, bridge: Bridge, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "panel", parent)
        self._bridge, self._look = bridge, look
        self.sections = {key: QCheckBox(title, self) for key, title in self._section_titles().items()}
        for box in self.sections.values():
            box.setChecked(True)
        self.guideline = QComboBox(self)
        self.guideline.setAccessibleName(self.tr("Reporting guideline"))
        for key, guideline in GUIDELINES.items():
            self.guideline.addItem(key, key)
            place = self.guideline.count() - 1
            self.guideline.setItemData(place, say(guideline.title), Qt.ItemDataRole.ToolTipRole)
        self._own_choice = False  # whether a guideline was chosen by hand
        self.guideline.setCurrentIndex(self._suited())
        self.guideline.currentIndexChanged.connect(lambda _place: self._show_guideline())
        self.guideline.activated.connect(self._choose_guideline)
        self.quotes = QSpinBox(self)
        self.quotes.setRange(0, 100)
        self.quotes.setValue(ReportOptions().quotes)
        self.quotes.setAccessibleName(self.tr("Quotes for each theme, at most"))
        self.context = QCheckBox(self.tr("With the rest of the turn"), self)
        self.display_ids = QCheckBox(self.tr("Display ids in place of names"), self)
        self._identified = self._identify()
        self.items = ReportItems(bridge, look, self.options, self)
        self.items.told.connect(self._told)
        self.basket = BasketPage(bridge, look, self)
        self.basket.said.connect(self.said)
        self.basket.counted.connect(self._count)
        self.write_button = QPushButton(self.tr("Write the report…"), self)
        self.write_button.setProperty("kind", "filled")
        self.write_button.clicked.connect(self.ask)
        self._lay_out()
        look.follow(self._take_look)
        self._take_look()
        self._show_guideline()
        for box in (self.sections["themes"], self.display_ids):
            box.toggled.connect(lambda _on: self._renew())
        self.quotes.valueChanged.connect(lambda _number: self._renew())
        self.setFocusProxy(self.items.list)

    def _section_titles(self) -> dict[str, str]:
        return {
            "methods": self.tr("Methods appendix"),
            "themes": self.tr("Themes with quotes"),
            "charts": self.tr("Charts"),
            "basket": self.tr("Tables and figures"),
            "codebook": self.tr("Codebook"),
            "audit": self.tr("Audit summary"),
        }

    def _lay_out(self) -> None:
        look = self._look
        self.title = Words(look, TITLE, bold=True, parent=self)
        self.title.setText(self.tr("Report"))
        self.facts = Words(look, META, "ink2", parent=self)
        self._top = QHBoxLayout()
        self._top.addWidget(self.title)
        self._top.addWidget(self.facts)
        self._top.addStretch(1)
        self._top.addWidget(self.write_button)
        side = Ground(look, "panel", self)
        self._column = QVBoxLayout(side)
        self._add_head(self.tr("What goes in"))
        for key in SECTIONS:
            self._column.addWidget(self.sections[key])
        self._add_head(self.tr("Reporting guideline"))
        self._column.addWidget(self.guideline)
        self.about = Words(look, META, "ink2", wrap=True, parent=side)
        self._column.addWidget(self.about)
        self._add_head(self.tr("Quotes"))
        most = QLabel(self.tr("For each theme, at most"), side)
        most.setBuddy(self.quotes)
        line = QHBoxLayout()
        line.addWidget(most, 1)
        line.addWidget(self.quotes)
        self._column.addLayout(line)
        self._column.addWidget(self.context)
        self._column.addWidget(self.display_ids)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(side)
        self.body = LineSplitter(Qt.Orientation.Horizontal, self)
        self.body.addWidget(area)
        self.body.addWidget(self._make_pages())
        self.body.setStretchFactor(1, 1)
        down = QVBoxLayout(self)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addLayout(self._top)
        down.addWidget(self.body, 1)
        for box in (*self.sections.values(), self.context, self.display_ids):
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _make_pages(self) -> QWidget:
        """The items of the guideline, and behind them what was sent to the report."""
        right = Ground(self._look, "panel", self)
        self.tabs = Tabs(right)
        self.tabs.setAccessibleName(self.tr("Parts of the report"))
        for title in (self.tr("Guideline"), self.tr("Tables and figures")):
            self.tabs.addTab(title)
        self.pages = QStackedWidget(right)
        self.pages.addWidget(self.items)
        self.pages.addWidget(self.basket)
        self.tabs.currentChanged.connect(self.pages.setCurrentIndex)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        return right

    def _count(self, number: int) -> None:
        title = self.tr("Tables and figures")
        self.tabs.setTabText(1, f"{title} ({number})" if number else title)

    def _add_head(self, text: str) -> None:
        head = Words(self._look, META, "ink2", bold=True, parent=self)
        head.setText(text)
        self._column.addWidget(head)

    def _take_look(self) -> None:
        px = self._look.px
        self._top.setContentsMargins(px(16), px(8), px(16), px(8))
        self._top.setSpacing(px(12))
        self._column.setContentsMargins(px(16), px(12), px(16), px(16))
        self._column.setSpacing(px(8))
        self.body.widget(0).setMinimumWidth(px(LEFT))
        self.write_button.setMinimumHeight(px(32))

    def _method(self) -> str:
        return self._bridge.method.key if self._bridge.method else ""

    def _suited(self) -> int:
        return self.guideline.findData(suited(self._method()))

    def _choose_guideline(self) -> None:
        self._own_choice = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.follow_method()

    def follow_method(self) -> None:
        """Offer the guideline that suits the study's method, unless one was chosen by hand, and say what is missing."""
        if not self._own_choice:
            self.guideline.setCurrentIndex(self._suited())
        self._tell_guideline()

    def _tell_guideline(self) -> None:
        guideline = GUIDELINES[self.guideline.currentData()]
        missing = (say(one) for one in not_offered(self._method()))
        self.about.setText("\n\n".join((f"{say(guideline.title)}. {guideline.reference}", *missing)))

    def _show_guideline(self) -> None:
        self._tell_guideline()
        self.items.show_guideline(self.guideline.currentData())

    def _identify(self) -> tuple[bool, bool]:
        """What the facts about quotes hang on: whether there are any, and whether display ids are used."""
        return self.sections["themes"].isChecked() and self.quotes.value() > 0, self.display_ids.isChecked()

    def _renew(self) -> None:
        if self._identify() != self._identified:
            self._identified = self._identify()
            self.items.renew()

    def _told(self, words: str) -> None:
        self.facts.setText(words)

    # ── writing ──
    def options(self) -> ReportOptions:
        """What is chosen."""
        return ReportOptions(
            sections=tuple(key for key in SECTIONS if self.sections[key].isChecked()),
            guideline=self.guideline.currentData(),
            quotes=self.quotes.value(),
            display_ids=self.display_ids.isChecked(),
            context=self.context.isChecked(),
            items=self.basket.ticked(),
        )

    def ask(self) -> None:
        """Ask where to, then write."""
        self.items.answer.save()
        self.basket.comment.save()
        dialog = QFileDialog(self, self.tr("Write the report"), export_folder())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{suffix[1:].upper()} (*{suffix})" for suffix in SUFFIXES])
        dialog.setDefaultSuffix(SUFFIXES[0][1:])
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.split()[0].lower()))
        dialog.selectFile(self.tr("Report"))
        dialog.fileSelected.connect(lambda path: self.send(Path(path)))
        dialog.open()

    def send(self, path: Path) -> None:
        """Look through what is to be written, then write it; the suffix says how. `written` fires when the file is
        there."""
        send(self._bridge, self, self._export(path), self.open_segment.emit, self.said.emit)

    def _export(self, path: Path) -> Export:
        options, tongue, lost = self.options(), QLocale().bcp47Name(), [""]

        def with_ids(display_ids: bool) -> ReportOptions:
            return replace(options, display_ids=options.display_ids or display_ids)

        def check(project: Project, progress: Progress, display_ids: bool) -> Leaving:
            return check_report(project, with_ids(display_ids), progress)

        def job(project: Project, progress: Progress, display_ids: bool) -> Path:
            target = report_place(path)
            report = build(project, with_ids(display_ids), progress=progress, say=say)
            write_built(report, target, say, tongue)
            lost[0] = say(lost_items(report) or "")
            return target

        def written(target: Path) -> None:
            self.written.emit(target, lost[0])

        what = self.tr("Writing {name}").replace("{name}", path.name)
        return Export(what, path, check, job, written)
