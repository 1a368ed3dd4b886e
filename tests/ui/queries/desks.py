"""The query view on the small study, and the command line on the same file."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from qualcode.app.project import Project
from qualcode.cli.main import main
from qualcode.ui.queries.condition_row import ConditionRow
from qualcode.ui.queries.group_card import GroupCard
from qualcode.ui.queries.value_field import ValueField
from qualcode.ui.queries.view import QueryView


@dataclass
class Desk:
    """The view on the small study, a way to wait for it, and the command line on the same file."""

    view: QueryView
    project: Project
    place: Path
    settle: Callable[[], None]
    capsys: pytest.CaptureFixture[str]
    failures: list[object] = field(default_factory=list)  # what went wrong, and nobody expected

    def ask(self, text: str) -> None:
        """Ask this as it is typed."""
        self.view.show_query(text)
        self.settle()

    def told(self, text: str) -> list[dict[str, str]]:
        """The rows that the command line gives."""
        self.capsys.readouterr()
        assert main(["analyse", str(self.place), "retrieval", "--query", text]) == 0
        return list(csv.DictReader(io.StringIO(self.capsys.readouterr().out)))

    def shown(self) -> list[tuple[str, str, str]]:
        """The passages shown: name of the document, start, end."""
        return [(quote.name, str(quote.start), str(quote.end)) for quote in self.view.found.list.results.quotes]

    def row(self, *path: int) -> ConditionRow:
        part = self.view.builder.tree.part(*path)
        assert isinstance(part, ConditionRow)
        return part

    def card(self, *path: int) -> GroupCard:
        part = self.view.builder.tree.part(*path)
        assert isinstance(part, GroupCard)
        return part

    def write(self, text: str, *path: int) -> None:
        """Type a value into a condition, and Enter."""
        field = self.row(*path).value
        assert isinstance(field, ValueField)
        field.line.selectAll()
        QTest.keyClicks(field.line, text)
        QTest.keyClick(field.line, Qt.Key.Key_Return)
        self.settle()

    def choose(self, operator: str, *path: int) -> None:
        """Choose an operator in the list of a group."""
        combo = self.card(*path).operator
        combo.setCurrentIndex(combo.findData(operator))
        combo.activated.emit(combo.currentIndex())
        self.settle()
