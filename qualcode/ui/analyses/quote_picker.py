"""Quotes for writing: picked, ticked, copied as citations and marked as used in a draft."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget

from ...app import used_quotes
from ...app.analysing import quotes as analysis
from ...app.analysing.files import export_chart
from ...app.analysing.registry import Asked
from ...app.leaving import Leaving
from ...app.project import Project
from ...app.quote_picker import APA, FORMS, MARKDOWN, PLAIN, WITH_ID, Picked, PickedQuote, citations
from ...app.quotes_leaving import check_quotes
from ...domain.history import Step
from ...domain.options import TABLE, options_from
from ...domain.progress import Progress
from ..icons import icon
from ..leaving.outgoing import Export, send
from ..look import META
from ..memory import recall, remember
from ..translation import say
from ..views.ground import Words
from ..views.wording import counted
from .analysis_view import AnalysisView
from .pick_list import PickList, place_of

translate = QCoreApplication.translate
_FORM = "quote_form"  # how quotes were copied last


class QuotePickerView(AnalysisView):
    """The view of the analysis *quotes*: a list to tick in the place of a table."""

    def _make_body(self) -> None:
        super()._make_body()
        look = self._look
        self.quotes.hide()
        page = QWidget(self)
        self.list = PickList(look, page)
        self.list.open_segment.connect(self.open_segment)
        self.list.copy_wanted.connect(self.copy)
        self.list.picks.ticked_changed.connect(self._tell_ticked)
        self.list.customContextMenuRequested.connect(self._menu_at)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell_ticked())
        self._make_bar(page)
        self.foot = Words(look, META, "ink2", wrap=True, parent=page)
        self._foot_line = QHBoxLayout()
        self._foot_line.addWidget(self.foot)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(self.list, 1)
        column.addLayout(self._foot_line)
        page.setFocusProxy(self.list)
        self.results.addWidget(page)
        self.results.setCurrentWidget(page)

    def _make_bar(self, page: QWidget) -> None:
        self.all_button = self._on_bar("check", self.tr("Tick all"), page)
        self.all_button.clicked.connect(self._tick_all)
        self.copy_button = self._on_bar("document", self.tr("Copy"), page)
        self.copy_button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.copy_button.clicked.connect(lambda _on=False: self.copy())
        self.forms = QMenu(self.copy_button)
        self._form_actions = {}
        for form, text in _form_names().items():
            action = self.forms.addAction(text, lambda form=form: self.copy(form))
            action.setCheckable(True)
            self._form_actions[form] = action
        self.copy_button.setMenu(self.forms)
        self.used_button = self._on_bar("journal", self.tr("Used in the draft"), page)
        self.used_button.setCheckable(True)
        self.used_button.clicked.connect(self.mark_used)
        self.place = QLineEdit(page)
        self.place.setPlaceholderText(self.tr("Where in the draft"))
        self.place.setAccessibleName(self.tr("Where in the draft"))
        self.place.returnPressed.connect(lambda: self.mark_used(True))
        self.ticked_words = Words(self._look, META, "ink2", parent=page)
        self._bar = QHBoxLayout()
        for widget in (self.all_button, self.copy_button, self.used_button, self.place):
            self._bar.addWidget(widget)
        self._bar.addStretch(1)
        self._bar.addWidget(self.ticked_words)
        self._show_form()

    def _on_bar(self, picture: str, text: str, page: QWidget) -> QToolButton:
        button = QToolButton(page)
        button.setIcon(icon(picture))
        button.setText(text)
        button.setAccessibleName(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _restyle(self) -> None:
        super()._restyle()
        px = self._look.px
        self._bar.setContentsMargins(px(16), px(4), px(12), px(6))
        self._bar.setSpacing(px(8))
        self._foot_line.setContentsMargins(px(16), px(6), px(16), px(8))
        self.place.setMinimumWidth(px(150))
        for button in (self.all_button, self.copy_button, self.used_button):
            button.setIconSize(QSize(px(16), px(16)))
            button.setFixedHeight(px(32))

    # ── what is shown ──
    def _job(self) -> Callable[[Project, Progress], Any]:
        values, filters = self.values(), self._filters.options()

        def job(project: Project, progress: Progress) -> Picked:
            options = options_from(analysis.Options, self.analysis.name, values, TABLE)
            return analysis.picked_of(Asked(project, filters, progress), options)

        return job

    def _arrived(self, picked: Any) -> None:
        self._settled()
        self.pages.setCurrentWidget(self.body)
        self.list.show_quotes(picked.quotes)
        self.foot.setText(_told(picked))

    def _tick_all(self) -> None:
        picks = self.list.picks
        picks.tick_all(len(picks.ticked) < len(picks.quotes))

    def _tell_ticked(self) -> None:
        picks, meant = self.list.picks, self.list.meant
        ticked = len(picks.ticked)
        every = bool(ticked) and ticked == len(picks.quotes)
        self.all_button.setText(self.tr("Tick none") if every else self.tr("Tick all"))
        self.all_button.setAccessibleName(self.all_button.text())
        self.ticked_words.setText(counted("%n quote(s) ticked", ticked) if ticked else "")
        writes = not self._bridge.project.read_only
        self.copy_button.setEnabled(bool(meant))
        for widget in (self.used_button, self.place):
            widget.setEnabled(bool(meant) and writes)
        self.used_button.setChecked(bool(meant) and all(quote.used is not None for quote in meant))

    # ── what is done ──
    def _show_form(self) -> None:
        form = _remembered()
        for key, action in self._form_actions.items():
            action.setChecked(key == form)
        name = _form_names()[form]
        self.copy_button.setToolTip(self.tr("Copy the ticked quotes: {form}").replace("{form}", name))

    def copy(self, form: str = "", meant: Sequence[PickedQuote] = ()) -> None:
        """Put these quotes, else the ticked ones or the one that has the keys, on the clipboard, in this form or the
        last one."""
        if form:
            remember(_FORM, form)
        self._show_form()
        meant = meant or self.list.meant
        if meant:
            QGuiApplication.clipboard().setText(citations(meant, _remembered(), say))
            self.said.emit(counted("%n quote(s) copied", len(meant)), None)

    def mark_used(self, on: bool) -> None:
        """Say that the ticked quotes, or the one that has the keys, are used in a draft, or not."""
        segments = [segment for quote in self.list.meant for segment in (quote.segments if on else quote.marked)]
        if not segments:
            return
        number = len(self.list.meant)
        text = counted("%n quote(s) marked as used" if on else "Not used any more: %n quote(s)", number)

        def done(_: Any, step: Step | None) -> None:
            if step is not None:
                self.said.emit(text, step.number)

        def failed(error: Exception) -> None:
            self._tell_ticked()
            self._bridge.failed.emit(error)

        if on:
            where = self.place.text()
            self._bridge.act(used_quotes.mark_used, segments, where, then=done, failed=failed)
        else:
            self._bridge.act(used_quotes.clear_used, segments, then=done, failed=failed)

    def _menu_at(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        there = place_of(self.list.picks.quotes[index.row()])  # the row may be another one's by then
        menu.addAction(self.tr("Show in the text"), lambda: self.open_segment.emit(*there))
        meant = self.list.meant
        for form, text in _form_names().items():
            menu.addAction(self.tr("Copy: {form}").replace("{form}", text), lambda form=form: self.copy(form, meant))
        menu.popup(self.list.viewport().mapToGlobal(place))

    # ── out ──
    def write(self, path: Path) -> None:
        """Write the picked quotes; looked through first for who could be recognised in them."""
        values, filters, name = self.form.values(), self._filters.options(), self.analysis.name

        def asked(project: Project, progress: Progress, display_ids: bool) -> tuple[Asked, analysis.Options]:
            told = {**values, "display_ids": display_ids or values.get("display_ids", False)}
            return Asked(project, filters, progress), options_from(analysis.Options, name, told, TABLE)

        def check(project: Project, progress: Progress, display_ids: bool) -> Leaving:
            question, options = asked(project, progress, display_ids)
            return check_quotes(question, analysis.wanted_of(options))

        def out(project: Project, progress: Progress, display_ids: bool) -> Path:
            told = {**values, "display_ids": display_ids or values.get("display_ids", False), **filters}
            return export_chart(project, path, name, progress=progress, say=say, **told)

        what = self.tr("Exporting {name}").format(name=path.name)
        export = Export(what, path, check, out, self.exported.emit)
        send(self._bridge, self, export, self.open_segment.emit, self.said.emit)


def _remembered() -> str:
    form = str(recall(_FORM) or PLAIN)
    return form if form in FORMS else PLAIN


def _form_names() -> dict[str, str]:
    return {
        PLAIN: translate("QuotePickerView", "With its source"),
        WITH_ID: translate("QuotePickerView", "With source and id"),
        MARKDOWN: translate("QuotePickerView", "As Markdown"),
        APA: translate("QuotePickerView", "As in APA style"),
    }


def _told(picked: Picked) -> str:
    """Of how many passages and voices the quotes are some, and how many of the passages are in no draft."""
    if not picked.quotes:
        return translate("QuotePickerView", "No passage is like this. Choose another code or fewer conditions.")
    of = translate("QuotePickerView", "{shown} of {total} passages").format(
        shown=f"{len(picked.quotes):,}", total=f"{picked.candidates:,}"
    )
    voices = (
        counted("{some} of %n case(s)", picked.voices)
        if picked.by_case
        else counted("{some} of %n document(s)", picked.voices)
    ).replace("{some}", f"{picked.heard:,}")
    free = translate("QuotePickerView", "{number} of the {total} not used yet").format(
        number=f"{picked.unused:,}", total=f"{picked.candidates:,}"
    )
    return " · ".join((of, voices, free))
