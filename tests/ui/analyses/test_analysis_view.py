"""Any analysis in the window: options, chart, table and the quotes behind them, on a small study."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pandas as pd
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot
from ui.views.scenes import apply, build

from qualcode.app import cases, codebook, documents
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.undefined import reasons
from qualcode.app.basket import items
from qualcode.app.basket_questions import asked_again
from qualcode.app.project import Project, open_project
from qualcode.domain.errors import BadInput
from qualcode.domain.progress import Progress
from qualcode.ui.analyses import analysis_view
from qualcode.ui.analyses.analysis_view import AnalysisView
from qualcode.ui.analyses.frame_table import shown
from qualcode.ui.bridge import Bridge
from qualcode.ui.filters import Filters
from qualcode.ui.look import look
from qualcode.ui.tasks import Tasks


@pytest.fixture
def view_of(
    qtbot: QtBot, qapp: object, tmp_path: Path
) -> Iterator[Callable[[str], tuple[AnalysisView, Project, Callable[[], None]]]]:
    """Opens the view of an analysis on a small study."""
    ended: list[Callable[[], None]] = []

    def make(name: str) -> tuple[AnalysisView, Project, Callable[[], None]]:
        project = open_project(build(tmp_path), coder="AB")
        tasks = Tasks()
        bridge = Bridge(project, tasks)
        view = AnalysisView(ANALYSES[name], bridge, look(), Filters(bridge))
        deque(view.build(), maxlen=0)
        view.resize(1200, 700)
        view.show()

        def settle() -> None:
            qtbot.waitUntil(lambda: bridge.idle and not view._timer.isActive(), timeout=60_000)

        def end() -> None:
            view.close()
            view.deleteLater()
            bridge.stop()
            tasks.stop()
            project.close()

        ended.append(end)
        settle()
        return view, project, settle

    yield make
    for end in ended:
        end()


def test_a_bar_says_its_number_and_opens_its_quotes(view_of, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("frequencies")
    drawn = view.figure.drawn
    counted = project.analyse("frequencies")
    used = counted[counted["segments"] > 0]
    assert {mark.says for mark in drawn.marks} == {
        f"{code}: {number}" for code, number in zip(used["code"], used["segments"], strict=True)
    }
    box = view.figure.canvas.box(drawn.marks[0]).toRect()
    QTest.mouseClick(view.figure.canvas, Qt.MouseButton.LeftButton, pos=box.center())
    settle()
    assert view.quotes.heading.text() == drawn.marks[0].says
    assert view.quotes.model.rowCount() == int(drawn.marks[0].says.rpartition(" ")[2])


def test_the_keyboard_goes_from_mark_to_mark(view_of) -> None:  # type: ignore[no-untyped-def]
    view, _, settle = view_of("frequencies")
    QTest.keyClick(view.figure.canvas, Qt.Key.Key_Down)
    QTest.keyClick(view.figure.canvas, Qt.Key.Key_Down)
    assert view.figure.canvas.chosen == 1
    assert view.figure.canvas.accessibleDescription() == view.figure.drawn.marks[1].says
    QTest.keyClick(view.figure.canvas, Qt.Key.Key_Return)
    settle()
    assert view.quotes.heading.text() == view.figure.drawn.marks[1].says


def test_the_table_holds_what_the_notebook_gives_and_a_cell_opens_its_quotes(view_of) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("frequencies")
    view.as_table.setChecked(True)
    settle()
    frame = project.analyse("frequencies")
    model = view.table.model()
    assert model.rowCount() == len(frame)
    assert [model.index(row, 0).data() for row in range(len(frame))] == frame["code"].tolist()
    row = int((frame["segments"] > 0).argmax())
    column = frame.columns.get_loc("segments")
    rect = view.table.visualRect(model.index(row, column))
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    settle()
    assert view.quotes.model.rowCount() == frame["segments"].iloc[row]


def test_an_option_and_a_new_coding_are_answered_at_once(view_of) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("frequencies")
    view.form.controls["measure"].setCurrentIndex(view.form.controls["measure"].findData("documents"))
    settle()
    assert view.values() == {"measure": "documents"}
    before = len(view.figure.drawn.marks)
    code = codebook.add_code(project, "fresh")
    apply(project, "P02", "takes years", code)
    settle()
    assert len(view.figure.drawn.marks) == before + 1


def test_what_is_written_is_what_is_shown(view_of, tmp_path: Path, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("frequencies")
    view.form.controls["rollup"].setChecked(True)
    settle()
    for name in ("counts.csv", "counts.svg"):
        with qtbot.waitSignal(view.exported):
            view.write(tmp_path / name)
    written = pd.read_csv(tmp_path / "counts.csv")
    pd.testing.assert_frame_equal(
        written, project.analyse("frequencies", rollup=True), check_dtype=False, check_exact=False
    )
    assert (tmp_path / "counts.svg").read_text("utf-8").startswith("<?xml")


def test_nothing_is_counted_while_nobody_looks(view_of) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("frequencies")
    shown = view.figure.drawn
    view.hide()
    codebook.add_code(project, "unseen")
    settle()
    assert view.figure.drawn is shown
    view.show()
    settle()
    assert view.figure.drawn is not shown
    assert view.figure.canvas.at(QPoint(-5, -5)) == -1


def test_what_is_shown_goes_to_the_report(view_of, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("frequencies")
    view.form.controls["rollup"].setChecked(True)
    settle()
    told = []
    view.said.connect(lambda words, step: told.append((words, step)))
    view.report_button.click()
    view.as_table.setChecked(True)
    settle()
    view.report_button.click()
    settle()
    with project.read() as read:
        kept = items(read)
        assert [(one.title, one.form) for one in kept] == [("Frequencies", "figure"), ("Frequencies 2", "table")]
        assert asked_again(read, kept[0]) == {"rollup": True}
    assert told[0][0] == "“Frequencies” goes into the report."
    project.undo(told[0][1])
    with project.read() as read:
        assert [one.title for one in items(read)] == ["Frequencies 2"]


def test_what_is_not_defined_says_why(view_of) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("saturation")
    view.as_table.setChecked(True)
    settle()
    frame = project.analyse("saturation")
    assert frame["ratio"].isna().all()
    model = view.table.model()
    for column in ("run_new", "ratio"):
        cell = model.index(0, frame.columns.get_loc(column))
        assert cell.data() == "–"
        assert cell.data(Qt.ItemDataRole.ToolTipRole).startswith("Not defined. Base and run are not complete there")
        assert "Not defined." in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    # told by its title, not by the name that files and programs know it by
    cell = model.index(0, frame.columns.get_loc("new_codes"))
    title = model.headerData(cell.column(), Qt.Orientation.Horizontal)
    assert title != "new_codes"
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == f"{title}: {cell.data()}"
    cell = model.index(0, frame.columns.get_loc("run_new"))
    assert "run_new" not in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(0, frame.columns.get_loc("new_codes")).data() == f"{frame['new_codes'].iloc[0]}"


def test_what_a_table_cannot_say_stands_below_it(view_of, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("matrix")
    assert view.note.isHidden()
    (tmp_path / "later.txt").write_text("KIM: Nothing came of it.\n", "utf-8")
    documents.import_files(project, [tmp_path / "later.txt"], language="en")
    view.form.choose(value="presence")
    view.as_table.setChecked(True)
    settle()
    table = project.analyse("matrix", value="presence")
    assert view.note.isVisible()
    assert view.note.text() == table.attrs["note"]
    assert "have no coding at all" in view.note.text()
    view.as_table.setChecked(False)  # the chart says it in its caption
    settle()
    assert view.note.isHidden()


def test_names_are_asked_for_only_while_somebody_looks(view_of, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("matrix")
    asked = []
    ask = view._ask_names
    monkeypatch.setattr(view, "_ask_names", lambda: (asked.append(view.isVisible()), ask()))
    box = view.form.controls["columns"]
    view.hide()
    cases.add_variable(project, "Age")
    cases.add_variable(project, "Town")
    settle()
    assert not asked
    assert box.findText("Age") < 0
    view.show()
    settle()
    assert asked == [True]
    assert box.findText("Town") >= 0
    cases.add_variable(project, "School")
    settle()
    assert asked == [True, True]
    assert box.findText("School") >= 0


def test_one_can_send_to_the_report_again_after_a_look_at_the_past(view_of, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("frequencies")
    with project.as_of(1) as before:
        view._bridge.look_at(before)
        settle()
        assert not view.report_button.isEnabled()
        view._bridge.look_at(project)
        settle()
    assert view.report_button.isEnabled()
    view.report_button.click()
    settle()
    with project.read() as read:
        assert len(items(read)) == 1


def test_a_number_without_bounds_is_shown_as_not_defined_with_the_reason(view_of, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    view, _, _ = view_of("keyness")
    frame = pd.DataFrame({"word": ["trust", "pay"], "odds_ratio": [float("inf"), 2.5], "note": [float("-inf"), 1.0]})
    why = {column: str(reason) for column, reason in reasons("keyness", frame).items()}
    view.table.show_frame(frame, why)
    view.results.setCurrentWidget(view.table)
    view.pages.setCurrentWidget(view.body)
    assert not view.table.grab().isNull()
    model = view.table.model()
    cell = model.index(0, 1)
    assert cell.data() == "–"
    assert cell.data(Qt.ItemDataRole.ToolTipRole).startswith("Not defined. The word is not in the reference")
    assert model.index(1, 1).data() == "2.5"
    assert shown(float("inf")) == shown(float("nan")) == "–"


def test_columns_are_called_by_their_titles_for_readers_of_the_screen(view_of) -> None:  # type: ignore[no-untyped-def]
    view, project, settle = view_of("frequencies")
    view.as_table.setChecked(True)
    settle()
    model, horizontal = view.table.model(), Qt.Orientation.Horizontal
    place = list(project.analyse("frequencies").columns).index("share_of_text")
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.headerData(place, horizontal, role) == "Share of the text"
    assert model.index(0, place).data(role).startswith("Share of the text: ")
    tip = model.headerData(place, horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == "Share of the text (in files: share_of_text)"


def test_neither_a_late_answer_nor_a_late_failure_takes_the_place_of_the_newer_one(view_of, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    view, _, settle = view_of("frequencies")
    kept = view._job
    for late in (None, BadInput("too late")):
        go, begun = Event(), Event()

        def slow(project: Project, progress: Progress, late=late, go=go, begun=begun):  # type: ignore[no-untyped-def]
            begun.set()
            go.wait(60)
            if late is not None:
                raise late
            return replace(view._answer, options={"measure": "late"})

        view._job = lambda slow=slow: slow
        view.recompute()
        qtbot.waitUntil(begun.is_set, timeout=60_000)
        view._job = kept
        view.form.choose(measure="documents" if late is None else "cases")
        wanted = view.values()
        view.recompute()
        qtbot.waitUntil(lambda wanted=wanted: view._answer.options == wanted, timeout=60_000)
        go.set()
        settle()
        assert view._answer.options == wanted
        assert view.pages.currentWidget() is view.body


def test_in_high_contrast_a_chart_stands_on_black(view_of) -> None:  # type: ignore[no-untyped-def]
    view, _, settle = view_of("frequencies")
    look().choose("contrast")
    look().finish()
    settle()
    image = view._answer.image
    assert image.pixelColor(2, 2) == look().color("paper") == QColor("#000000")
    look().choose("light")
    look().finish()


def test_a_chart_painted_in_a_former_size_does_not_come_late(
    view_of, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:  # type: ignore[no-untyped-def]
    view, _, settle = view_of("frequencies")
    sizes, go, begun = [0.8, 0.9], Event(), Event()
    real = analysis_view.painted

    def slow(drawn, scale, ratio, ground, progress):  # type: ignore[no-untyped-def]
        if scale == 0.8:
            begun.set()
            go.wait(60)
        return real(drawn, scale, ratio, ground, progress)

    monkeypatch.setattr(analysis_view, "painted", slow)
    monkeypatch.setattr(analysis_view, "fitted", lambda *_: sizes.pop(0) if sizes else 0.9)
    view._paint_anew()
    qtbot.waitUntil(begun.is_set, timeout=60_000)
    view._paint_anew()
    wide = round(0.9 * view.figure.drawn.width)
    qtbot.waitUntil(lambda: abs(view.figure.canvas.width() - wide) <= 1, timeout=60_000)
    go.set()
    settle()
    assert abs(view.figure.canvas.width() - wide) <= 1


def test_rows_and_words_of_a_table_are_for_people(view_of) -> None:  # type: ignore[no-untyped-def]
    view, _, _ = view_of("frequencies")
    view.table.show_frame(pd.DataFrame({"word": ["pay", "lemma"], "unit": ["lemma", "form"]}), {})
    model = view.table.model()
    assert [model.index(row, 1).data() for row in (0, 1)] == ["base form", "as written"]
    assert model.index(1, 0).data() == "lemma"
    before = view.table.rowHeight(0)
    look().set_scale(200)
    look().finish()
    assert view.table.rowHeight(0) == 2 * before
    look().set_scale(100)
    look().finish()


def test_the_points_of_a_column_stand_below_one_another(view_of) -> None:  # type: ignore[no-untyped-def]
    view, _, _ = view_of("frequencies")
    frame = pd.DataFrame({"share": [0.6, 0.857143, 0.0, 0.00001], "count": [1200.0, 3.0, 0.0, 2.0]})
    view.table.show_frame(frame, {})
    model = view.table.model()
    assert [model.index(row, 0).data() for row in range(4)] == ["0.6000", "0.8571", "0.0000", "1e-05"]
    assert [model.index(row, 1).data() for row in range(4)] == ["1,200", "3", "0", "2"]
    frame = pd.DataFrame({"per_million": [3531.07, 11280.4, 22560.9], "least": [1e-05, 2e-09, 4e-12]})
    view.table.show_frame(frame, {})  # thousands and tens of thousands are written alike
    assert [model.index(row, 0).data() for row in range(3)] == ["3,531", "11,280", "22,561"]
    assert [model.index(row, 1).data() for row in range(3)] == ["1e-05", "2e-09", "4e-12"]


def test_a_chart_is_painted_anew_on_a_screen_with_more_dots(view_of, qtbot: QtBot, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    view, _, settle = view_of("frequencies")
    canvas = view.figure.canvas
    before, ratio = canvas.size(), canvas.image.devicePixelRatio()
    monkeypatch.setattr(view, "devicePixelRatioF", lambda: 2 * ratio)
    QApplication.sendEvent(view, QEvent(QEvent.Type.DevicePixelRatioChange))
    qtbot.waitUntil(lambda: canvas.image.devicePixelRatio() == 2 * ratio, timeout=60_000)
    settle()
    assert canvas.image.width() > 1.9 * before.width() * ratio
    assert abs(canvas.width() - before.width()) <= 1


def test_every_tab_stop_has_a_name(view_of) -> None:  # type: ignore[no-untyped-def]
    view, _, _ = view_of("frequencies")
    stops = [one for one in view.findChildren(QScrollArea) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert all(one.accessibleName() for one in stops)
