"""What goes into a review page, and where it is written."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...app.review_page import MOST_QUOTES, PageOptions
from ...domain.codebook import Code
from ...domain.errors import QualcodeError
from ...domain.named_versions import NamedVersion
from ...domain.theme_maps import ThemeMap
from ...store.reading import Reading
from ..bridge import Bridge
from ..look import META, TITLE, look, resize
from ..parts.form_area import FormArea
from ..places import export_folder, remember_export
from ..translation import say
from ..views.ground import Words

_KEY = Qt.ItemDataRole.UserRole


class SendDialog(QDialog):
    """The analyst chooses what a reviewer sees. `chosen` gets the options and the file.

    `again` is what was chosen before, where the page could not be written; `problem` says why.
    """

    chosen = Signal(object, object)  # PageOptions, Path

    def __init__(
        self,
        bridge: Bridge,
        study: str,
        language: str,
        parent: QWidget | None = None,
        again: PageOptions | None = None,
        problem: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._again, self._said = again, problem
        self._bridge, self._study = bridge, study
        self.setWindowTitle(self.tr("Send for review"))
        self._make(language)
        self._lay_out()
        bridge.ask(_question, self._arrived, self._failed)

    def _make(self, language: str) -> None:
        self.title = Words(look(), TITLE, bold=True, parent=self)
        self.title.setText(self.tr("Send for review"))
        self.told = Words(look(), META, role="ink2", wrap=True, parent=self)
        self.told.setText(
            self.tr(
                "One file that opens in any browser, without an account or a network. What is said in it comes back "
                "as a small file; drop that on this window."
            )
        )
        self._usual: list[str] = []  # ticked at first: with these all of the codebook goes out
        self.themes = QListWidget(self)
        self.themes.setAccessibleName(self.tr("Themes"))
        self.themes.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.themes.setMinimumHeight(look().px(96))
        self.themes.itemChanged.connect(lambda _item: self._check())
        self.quotes = QSpinBox(self)
        self.quotes.setRange(0, MOST_QUOTES)
        self.quotes.setValue(5)
        self.quotes.setAccessibleName(self.tr("Quotes of each theme"))
        self.map = QComboBox(self)
        self.map.setAccessibleName(self.tr("Theme map"))
        self.map.addItem(self.tr("No map"), None)
        self.together = QCheckBox(self.tr("What occurs together"), self)
        self.together.setChecked(True)
        self.since = QComboBox(self)
        self.since.setAccessibleName(self.tr("What changed"))
        self.since.addItem(self.tr("Since the last review or version"), "")
        self.language = QComboBox(self)
        self.language.setAccessibleName(self.tr("Language of the page"))
        for words, name in (("English", "en"), ("中文", "zh")):
            self.language.addItem(words, name)
        self.language.setCurrentIndex(self.language.findData(language))
        self.reviewer = QLineEdit(self)
        self.reviewer.setPlaceholderText(self.tr("May stay empty"))
        self.reviewer.setAccessibleName(self.tr("Reviewer’s name"))
        self.problem = Words(look(), META, role="ink2", wrap=True, parent=self)
        self.problem.setText(self.tr("Reading the themes and maps…"))
        self.buttons = QDialogButtonBox(self)
        self.write = self.buttons.addButton(self.tr("Write the page…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.write.setProperty("kind", "filled")
        self.write.setEnabled(False)  # what is not here yet cannot have been chosen
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._write)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        px = look().px
        form = self.form = QFormLayout()
        form.addRow(self.tr("Themes"), self.themes)
        form.addRow(self.tr("Quotes of each theme"), self.quotes)
        form.addRow(self.tr("Theme map"), self.map)
        form.addRow(self.tr("Chart"), self.together)
        form.addRow(self.tr("What changed"), self.since)
        form.addRow(self.tr("Language of the page"), self.language)
        form.addRow(self.tr("Reviewer’s name"), self.reviewer)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(16)] * 4)
        down.setSpacing(px(8))
        for part in (self.title, self.told):
            down.addWidget(part)
        down.addWidget(FormArea(form, px(96), self))
        down.addWidget(self.problem)
        down.addStretch(1)
        down.addWidget(self.buttons)
        resize(self, px(520), px(520))

    def _arrived(self, found: "tuple[list[tuple[Code, str]], list[ThemeMap], list[NamedVersion]]") -> None:
        themes, maps, versions = found
        self.themes.blockSignals(True)
        for code, path in themes:
            item = QListWidgetItem(path, self.themes)
            item.setData(_KEY, str(code.id))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            dropped = code.stage == "dropped"  # shown only to who asks for it
            item.setCheckState(Qt.CheckState.Unchecked if dropped else Qt.CheckState.Checked)
        self._usual = self._ticked()
        self.themes.blockSignals(False)
        self.form.setRowVisible(self.themes, bool(themes))
        for one in maps:
            self.map.addItem(one.name, str(one.id))
        if maps:
            self.map.setCurrentIndex(1)
        for version in sorted(versions, key=lambda one: -one.step):
            self.since.addItem(self.tr("Since “{name}”").replace("{name}", version.name), str(version.step))
        self.since.addItem(self.tr("Since the beginning"), "beginning")
        self.since.addItem(self.tr("Leave it out"), None)
        if self._again is not None:
            self._choose(self._again)
        self._check()
        if self._said:
            self.problem.setText(self._said)
            self.problem.show()

    def _choose(self, options: PageOptions) -> None:
        """Show what was chosen before; what is gone since stays as usual."""
        self.themes.blockSignals(True)
        for row in range(self.themes.count()) if options.themes else ():
            ticked = self.themes.item(row).data(_KEY) in options.themes
            self.themes.item(row).setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.themes.blockSignals(False)
        self.quotes.setValue(options.quotes)
        self.together.setChecked("together" in options.tabs)
        since = options.since if "changes" in options.tabs else None
        chosen = (
            (self.map, options.map if "map" in options.tabs else None),
            (self.since, since),
            (self.language, options.language),
        )
        for box, data in chosen:
            places = [row for row in range(box.count()) if box.itemData(row) == data]
            if places:
                box.setCurrentIndex(places[0])
        self.reviewer.setText(options.reviewer)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, QualcodeError):
            self.problem.setText(say(error))
        else:
            self.problem.setText(self.tr("The themes and maps could not be read. Close this and try again."))
            self._bridge.failed.emit(error)

    def _ticked(self) -> list[str]:
        items = [self.themes.item(row) for row in range(self.themes.count())]
        return [item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _check(self) -> None:
        """Nothing ticked must not mean all; a codebook without themes goes out whole."""
        enough = bool(self._ticked()) or not self.themes.count()
        self.problem.setText("" if enough else self.tr("Tick at least one theme: the page shows the themes ticked."))
        self.problem.setVisible(not enough)
        self.write.setEnabled(enough)

    @property
    def options(self) -> PageOptions:
        """What was chosen."""
        picked = self._ticked()
        parts: dict[str, bool] = {
            "map": self.map.currentData() is not None,
            "quotes": self.quotes.value() > 0,
            "together": self.together.isChecked(),
            "changes": self.since.currentData() is not None,
        }
        return PageOptions(
            themes=() if picked == self._usual else tuple(picked),
            quotes=self.quotes.value(),
            since=self.since.currentData() or "",
            map=self.map.currentData() or "",
            tabs=tuple(part for part, wanted in parts.items() if wanted),
            language=self.language.currentData(),
            reviewer=self.reviewer.text().strip(),
        )

    def _write(self) -> None:
        name = "".join("-" if char in '\\/:*?"<>|' else char for char in self._study).strip()
        what = self.tr("review")
        start = str(Path(export_folder()) / f"{name} {what}.html")
        place, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), start, "HTML (*.html)")
        if not place:
            return
        path = Path(place if Path(place).suffix else f"{place}.html")
        remember_export(path)
        self.chosen.emit(self.options, path)
        self.accept()


def _question(read: Reading) -> tuple[list[tuple[Code, str]], list[Any], list[Any]]:
    book = read.codebook
    themes = [(code, book.path(code.id)) for code in book.ordered if code.kind == "theme"]
    return themes, read.where("theme_map"), read.where("named_version")
