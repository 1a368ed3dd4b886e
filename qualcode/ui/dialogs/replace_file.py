"""What would happen if a newer file took a document's place, before it does."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...app.replacing import Forecast
from ..look import TITLE, look, resize


class ReplaceFileDialog(QDialog):
    """Counts what stays, and lists what somebody should look at and what would go."""

    def __init__(self, name: str, file: str, forecast: Forecast, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Replace with a newer file"))
        px = look().px
        title = QLabel(self.tr("“{file}” takes the place of “{name}”"), self)
        title.setText(title.text().replace("{file}", file).replace("{name}", name))
        title.setFont(look().font(TITLE, bold=True))
        title.setWordWrap(True)
        self.words = QLabel(self._sentences(forecast), self)
        self.words.setWordWrap(True)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Segments whose words were changed or are gone"))
        self.list.setHeaderLabels([self.tr("Codes"), self.tr("Words now"), self.tr("Words then")])
        self.list.setRootIsDecorated(False)
        for one in forecast.lost:
            self._add(", ".join(one.codes), one.words, self.tr("gone"))
        for part in forecast.parts:
            self._add(self.tr("part of the case {case}").replace("{case}", part.case), part.words, self.tr("gone"))
        for one, words in forecast.doubtful:
            self._add(", ".join(one.codes), one.words, words)
        for part, words in forecast.doubtful_parts:
            self._add(self.tr("part of the case {case}").replace("{case}", part.case), part.words, words)
        self.list.setVisible(self.list.topLevelItemCount() > 0)
        self.list.setColumnWidth(0, px(150))
        self.list.setColumnWidth(1, px(250))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        replace = QPushButton(self.tr("Replace the text"), self)
        replace.setProperty("kind", "filled")  # before the box polishes it
        buttons.addButton(replace, QDialogButtonBox.ButtonRole.AcceptRole)
        replace.setDefault(True)
        replace.setEnabled(not forecast.same)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[px(24)] * 4)
        down.setSpacing(px(12))
        for part in (title, self.words, self.list):
            down.addWidget(part, 1 if part is self.list else 0)
        down.addStretch(0)
        down.addWidget(buttons)
        resize(self, px(640), px(440) if self.list.topLevelItemCount() else px(200))

    def _sentences(self, forecast: Forecast) -> str:
        if forecast.same:
            return self.tr("The file holds the text that is there already.")
        said = [self.tr("%n segment(s) stay with their words.", "", forecast.kept)]
        if forecast.doubtful:
            said.append(self.tr("%n segment(s) to look at afterwards: their words were changed.", "",
                                len(forecast.doubtful)))  # fmt: skip
        if forecast.lost:
            said.append(self.tr("%n segment(s) go, for their words are gone.", "", len(forecast.lost)))
        if forecast.parts:
            said.append(self.tr("%n part(s) of cases go, for their words are gone.", "", len(forecast.parts)))
        if forecast.doubtful_parts:
            said.append(self.tr("%n part(s) of cases to look at afterwards: their words were changed.", "",
                                len(forecast.doubtful_parts)))  # fmt: skip
        said.append(self.tr("It is one step and can be undone."))
        return " ".join(said)

    def _add(self, codes: str, words: str, then: str) -> None:
        item = QTreeWidgetItem([codes, words, then])
        for column, text in enumerate((codes, words, then)):
            item.setToolTip(column, text)
        self.list.addTopLevelItem(item)
