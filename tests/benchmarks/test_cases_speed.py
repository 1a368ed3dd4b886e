"""The grid of cases: 5,000 cases by 40 variables; a cell's edit until it is seen, painting, filtering, sorting.

Times are of the window's thread, so that a busy machine does not blur them.
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from qualcode.app import case_tables
from qualcode.app.project import Project, new
from qualcode.ui.bridge import Bridge
from qualcode.ui.cases.model import FIRST
from qualcode.ui.cases.window import CasesWindow
from qualcode.ui.tasks import Tasks

CASES, VARIABLES, ROUNDS = 5_000, 40, 40
Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project of that size, brought in as one table."""
    folder = tmp_path_factory.mktemp("cases")
    os.environ["QUALCODE_HOME"] = str(folder / "home")
    kinds = ("number", "choice", "yes/no", "date", "text")
    columns = [case_tables.Column(at + 1, f"Variable {at}", kinds[at % 5]) for at in range(VARIABLES)]

    def cell(row: int, kind: str) -> str:
        day = f"20{row % 90 + 10}-0{row % 9 + 1}-11"
        return {"number": str(row), "choice": f"group {row % 7}", "yes/no": "yes", "date": day}.get(
            kind, f"words {row}"
        )

    rows = [(f"Case {row}", *(cell(row + at, kinds[at % 5]) for at in range(VARIABLES))) for row in range(CASES)]
    sheet = case_tables.Sheet("big", ("case", *(one.variable for one in columns)), rows, tuple(range(2, len(rows) + 2)))
    targets = [case_tables.Target(row, None, f"Case {row}") for row in range(CASES)]
    with new(folder / "big.qualcode", "Big", coder="AB") as project:
        case_tables.bring_in_table(project, sheet, columns, targets)
        yield project


def spent(act: Callable[[], object], times: int = ROUNDS) -> list[float]:
    """Milliseconds of this thread for each time."""
    found = []
    for _ in range(times):
        began = time.thread_time()
        act()
        found.append((time.thread_time() - began) * 1_000)
    return found


def tell(record: Record, name: str, found: list[float]) -> None:
    ordered = sorted(found)
    figures = (statistics.median(ordered), ordered[int(len(ordered) * 0.95) - 1], ordered[-1])
    record(name, [round(one, 2) for one in figures])
    print(f"{name}: median {figures[0]:.2f} ms, p95 {figures[1]:.2f} ms, longest {figures[2]:.2f} ms")  # noqa: T201


def test_the_grid_is_fluent(big: Project, qapp: QApplication, record_property: Record) -> None:
    tasks = Tasks(qapp)
    bridge = Bridge(big, tasks)
    host = QWidget()
    grid = CasesWindow(bridge, None, host)  # type: ignore[arg-type]
    grid.resize(1440, 900)
    grid.show()
    grid.activateWindow()

    def settle() -> None:
        for _ in range(3):
            while not bridge.idle:
                qapp.processEvents()
                time.sleep(0.005)
            qapp.processEvents()

    settle()
    view, model = grid.view, grid.model
    assert len(model.rows) == CASES
    place = iter(range(10_000))

    def edit() -> None:
        row = next(place)
        view.setCurrentIndex(model.index(row, FIRST))
        view.edit(model.index(row, FIRST))
        field = next(one for one in view.viewport().findChildren(QLineEdit) if one.isVisible())
        field.setText(str(row + 7))
        view.delegate._leave(field, (1, 0))
        view.viewport().repaint(view.visualRect(model.index(row, FIRST)))  # what the view would paint
        view.viewport().repaint(view.visualRect(view.currentIndex()))

    shown = []
    for _ in range(ROUNDS):
        shown += spent(edit, 1)
        settle()
    tell(record_property, "one cell typed and seen", shown)
    tell(record_property, "painting the grid", spent(view.viewport().repaint))

    def scroll() -> None:
        view.verticalScrollBar().setValue(next(place) * 97 % (CASES * 20))
        view.viewport().repaint()

    tell(record_property, "scrolling", spent(scroll))

    def narrow() -> None:
        model.filter(f"group {next(place) % 7} {next(place) % 10}")
        view.viewport().repaint()

    tell(record_property, "a key in the filter", spent(narrow))
    model.filter("")

    def sort() -> None:
        grid.sort(FIRST + next(place) % VARIABLES, True)
        view.viewport().repaint()

    tell(record_property, "sorting", spent(sort, 10))
    grid.sort(-1, True)
    began = time.thread_time()
    grid._load()
    settle()
    tell(record_property, "reading all of it anew, in the window's thread", [(time.thread_time() - began) * 1_000])
    assert view.currentIndex().column() == FIRST
    grid.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    grid.close()
    bridge.stop()
    tasks.stop()
