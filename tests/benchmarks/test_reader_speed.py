"""How fast the reader is on the heaviest document of the workload and on a million characters.

The workload is a SQLite file with the tables documents, codes, codings and meta; its folder is named by
QUALCODE_BENCH_WORK. Aims in ms until painted: open 80 (a million characters: 150), scroll step 16, add 16.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from qualcode.domain.codebook import Code
from qualcode.domain.codings import PlacedCoding
from qualcode.domain.documents import Turn, turns
from qualcode.domain.palette import PALETTE
from qualcode.ui.reader.reader import Reader

RULE = r"^(?P<speaker>[A-Z][A-Z0-9]+): "
ROUNDS = 15


@dataclass(frozen=True)
class Load:
    text: str
    turns: list[Turn]
    codings: list[PlacedCoding]
    codes: dict[UUID, Code]


class Painted(QObject):
    """Knows whether each of these was painted since it was last asked."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__()
        self.parts = set(parts)
        self.seen: set[QObject] = set()
        for part in self.parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.seen.add(watched)
        return False

    def wait(self) -> None:
        while not self.parts <= self.seen:
            QApplication.processEvents()


def fetch(connection: sqlite3.Connection, document: int, offset: int) -> tuple[str, list[PlacedCoding]]:
    (text,) = connection.execute("select text from documents where id = ?", (document,)).fetchone()
    found = connection.execute('select id, code_id, start, "end" from codings where doc_id = ?', (document,))
    codings = [
        PlacedCoding(
            UUID(int=10**6 + row),
            UUID(int=2 * 10**6 + row),
            UUID(int=document),
            UUID(int=1),
            UUID(int=code),
            start + offset,
            end + offset,
            "",
            None,
            "",
        )
        for row, code, start, end in found
    ]
    return text, codings


@pytest.fixture(scope="module")
def connection() -> Iterator[sqlite3.Connection]:
    folder = os.environ.get("QUALCODE_BENCH_WORK")
    if not folder:
        pytest.skip("QUALCODE_BENCH_WORK does not name the folder of workloads")
    path = Path(folder) / "L" / "workload.sqlite"
    if not path.is_file():
        pytest.skip(f"there is no workload {path}")
    opened = sqlite3.connect(path)
    yield opened
    opened.close()


def codes_of(connection: sqlite3.Connection) -> dict[UUID, Code]:
    return {
        UUID(int=n): Code(UUID(int=n), None, name, "code", PALETTE[n % 24].light, n, *[""] * 9, UUID(int=1), "")
        for n, name in connection.execute("select id, name from codes")
    }


@pytest.fixture(scope="module")
def heaviest(connection: sqlite3.Connection) -> Load:
    (document,) = connection.execute("select value from meta where key = 'heaviest_doc'").fetchone()
    text, codings = fetch(connection, int(document), 0)
    return Load(text, turns(text, RULE), codings, codes_of(connection))


@pytest.fixture(scope="module")
def million(connection: sqlite3.Connection) -> Load:
    text, codings, document = "", [], 1
    while len(text) < 1_000_000:
        piece, found = fetch(connection, document, len(text))
        text, codings, document = text + piece + "\n", codings + found, document + 1
    return Load(text, turns(text, RULE), codings, codes_of(connection))


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    made = Reader()
    qtbot.addWidget(made)
    made.resize(840, 860)
    made.show()
    qtbot.waitExposed(made)
    return made


def settle() -> None:
    """Let Qt finish what it lays out when idle, so that one round does not pay for the last."""
    for _ in range(60):
        QApplication.processEvents()


def measure(benchmark: BenchmarkFixture, shown: "Reader | QTextEdit", act: Callable[[int], None]) -> None:
    parts = (shown.view.viewport(), shown.margin) if isinstance(shown, Reader) else (shown.viewport(),)
    painted, rounds = Painted(*parts), iter(range(10_000))

    def prepared() -> tuple[tuple[int], dict[str, object]]:
        settle()
        painted.seen.clear()
        return (next(rounds),), {}

    def timed(number: int) -> None:
        act(number)
        painted.wait()

    benchmark.pedantic(timed, setup=prepared, rounds=ROUNDS)


def show(reader: Reader, load: Load) -> None:
    reader.show_document(load.text, load.turns, True, load.codings, load.codes, {})


def test_open_the_heaviest_document(benchmark: BenchmarkFixture, reader: Reader, heaviest: Load) -> None:
    measure(benchmark, reader, lambda _: show(reader, heaviest))
    assert len(reader.describe_codings()) == len(heaviest.codings)


def test_open_a_million_characters(benchmark: BenchmarkFixture, reader: Reader, million: Load) -> None:
    measure(benchmark, reader, lambda _: show(reader, million))
    assert len(reader.describe_codings()) == len(million.codings)


def test_scroll_a_step(benchmark: BenchmarkFixture, reader: Reader, heaviest: Load) -> None:
    show(reader, heaviest)
    settle()
    bar = reader.view.verticalScrollBar()
    measure(benchmark, reader, lambda _: bar.setValue(bar.value() + 84))
    assert bar.value() > 0


def test_add_a_coding(benchmark: BenchmarkFixture, reader: Reader, heaviest: Load) -> None:
    show(reader, heaviest)
    codings = list(heaviest.codings)

    def add(number: int) -> None:
        codings.append(replace(heaviest.codings[0], id=UUID(int=number + 1), start=300, end=500 + number))
        reader.update_codings(codings)

    measure(benchmark, reader, add)
    assert len(reader.describe_codings()) == len(codings)


# ── the bare limit: Qt's own text widget, without a single coding ─────────────────────────────────────────────
@pytest.fixture
def bare(qtbot: QtBot) -> QTextEdit:
    made = QTextEdit()
    qtbot.addWidget(made)
    made.setReadOnly(True)
    made.setFont(QFont("Noto Serif", 13))
    made.resize(840, 860)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_open_the_heaviest_document_bare(benchmark: BenchmarkFixture, bare: QTextEdit, heaviest: Load) -> None:
    measure(benchmark, bare, lambda _: bare.setPlainText(heaviest.text))
    assert bare.document().characterCount() > len(heaviest.text)


def test_open_a_million_characters_bare(benchmark: BenchmarkFixture, bare: QTextEdit, million: Load) -> None:
    measure(benchmark, bare, lambda _: bare.setPlainText(million.text))
    assert bare.document().characterCount() > len(million.text)


def test_scroll_a_step_bare(benchmark: BenchmarkFixture, bare: QTextEdit, heaviest: Load) -> None:
    bare.setPlainText(heaviest.text)
    settle()
    bar = bare.verticalScrollBar()
    measure(benchmark, bare, lambda _: bar.setValue(bar.value() + 84))
    assert bar.value() > 0


def test_repaint_bare(benchmark: BenchmarkFixture, bare: QTextEdit, heaviest: Load) -> None:
    bare.setPlainText(heaviest.text)
    settle()
    measure(benchmark, bare, lambda _: bare.viewport().update())
    assert bare.isVisible()
