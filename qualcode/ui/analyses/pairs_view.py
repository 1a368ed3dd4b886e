"""Co-occurrence with what its matrix has no room for: pairs against chance, with intervals, and as bands."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from ...app.analysing.registry import Analysis
from ...domain.errors import Phrase
from ...domain.options import FIGURE, TABLE
from ..translation import say
from .analysis_view import AnalysisView
from .option_form import WholeField

_OF_THE_MATRIX = ("heatmap", "network")  # drawn there, where their marks open their quotes
_UNCERTAIN = frozenset({"chance", "bootstrap", "over", "intervals", "seed"})
_USUAL = {"measure": "", "all_pairs": False, "chance": 0, "bootstrap": 0}


class PairsView(AnalysisView):
    """The options of chance and of intervals stand above the table, those of the bands above the picture."""

    def __init__(self, analysis: Analysis, *parts: Any) -> None:
        translate = QCoreApplication.translate
        title = translate("Analyse", "Chance and bands")
        about = translate(
            "Analyse", "Compare pairs of codes with chance, see how sure a number is, and draw the pairs as bands."
        )
        super().__init__(replace(analysis, title=Phrase(title), about=Phrase(about)), *parts)

    def build(self) -> Iterator[None]:
        yield from super().build()
        kinds = self.form.controls["kind"]
        assert isinstance(kinds, QComboBox)
        kinds.blockSignals(True)
        for kind in _OF_THE_MATRIX:
            kinds.removeItem(kinds.findData(kind))
        kinds.blockSignals(False)
        most = self.form.controls["most"]
        assert isinstance(most, WholeField)
        most.setSpecialValueText(say(Phrase("automatic")))  # bands of all codes cannot be told apart
        self.as_table.toggled.connect(self.form.more.setChecked)  # in the table they are what one comes for
        self._suit()

    def _suit(self) -> None:
        square = bool(self.form.values().get("square"))
        if not self.tabular:
            idle = frozenset({"order", "threshold", "nodes"})
        else:  # the table of pairs has all measures, that of code by code no chance
            idle = _UNCERTAIN | {"all_pairs"} if square else frozenset({"measure"})
        self.form.choose(**{name: value for name, value in _USUAL.items() if name in idle})
        self.form.show_only(TABLE if self.tabular else FIGURE, idle)
        self.form.more.setVisible(self.tabular and not square)
