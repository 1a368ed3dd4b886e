import math
import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pandas as pd
import pypdf
import pytest
from matplotlib import image
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from ui.views.scenes import ONE, TWO, Scene, apply

from qualcode.app import cases, codebook, coding, document_sets, memos, themes
from qualcode.app.project import open_project
from qualcode.ui.filters import Choice
from qualcode.ui.leaving.dialog import LeavingDialog
from qualcode.ui.translation import speak

OpenScene = Callable[[Path], Scene]


def shown_pairs(scene: Scene) -> dict[frozenset[str], int]:
    """What the heat map shows off the diagonal, both halves compared."""
    heat = scene.view.picture.heat
    names = [label.name for label in heat.labels]
    found: dict[frozenset[str], int] = {}
    for row, one in enumerate(names):
        for column, other in enumerate(names):
            text = heat.text(row, column)
            assert text == heat.text(column, row)
            if row != column and text:
                found[frozenset((one, other))] = int(text)
    return found


def analysed(scene: Scene, measure: str = "pairs", **options: object) -> dict[frozenset[str], float]:
    table = scene.project.analyse("cooccurrence", **options)
    names = [[path.split(" > ")[-1] for path in table[column]] for column in ("code_a", "code_b")]
    rows = zip(*names, table[measure], strict=True)
    return {frozenset(pair): value for *pair, value in rows if not math.isnan(value)}


def click_cell(qtbot: QtBot, scene: Scene, one: str, other: str) -> None:
    place = scene.view.heat.cell_rect(scene.place(one), scene.place(other)).center()
    qtbot.mouseClick(scene.view.heat.viewport(), Qt.MouseButton.LeftButton, pos=place)
    scene.settle()


def quotes(scene: Scene) -> list[str]:
    model = scene.view.quotes.model
    rows = (model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount()))
    return ["".join(piece.text for piece in passage.pieces if piece.mark == "both") for passage in rows]


def facts(scene: Scene) -> str:
    document = QTextDocument()
    document.setHtml(scene.view.quotes.facts.text())
    return document.toPlainText().replace("\xa0", " ")


def test_shows_the_numbers_of_the_analysis(scene_of: OpenScene, study: Path) -> None:
    scene = scene_of(study)
    assert (
        shown_pairs(scene)
        == analysed(scene)
        == {
            frozenset(("give", "get")): 2,
            frozenset(("give", "unpaid")): 1,
            frozenset(("unpaid", "trust")): 1,
        }
    )
    heat = scene.view.picture.heat
    # two coders on one passage count once: the diagonal holds distinct spans
    assert {label.name: heat.text(at, at) for at, label in enumerate(heat.labels)} == {
        "give": "3",
        "get": "2",
        "unpaid": "2",
        "trust": "1",
    }


@pytest.mark.parametrize("rule", ["same-segment", "sentence", "turn", "paragraph", "near:3", "document", "case"])
def test_every_rule_shows_its_units(scene_of: OpenScene, study: Path, rule: str) -> None:
    scene = scene_of(study)
    scene.view.controls.choose(rule=rule.partition(":")[0], measure="n_ab")
    scene.view.controls.turns.setValue(3)
    scene.settle()
    assert scene.view.controls.turns.isVisible() == rule.startswith("near")
    assert shown_pairs(scene) == analysed(scene, "n_ab", rule=rule)


@pytest.mark.parametrize("measure", ["jaccard", "dice", "overlap", "lift", "phi"])
def test_coefficients_are_those_of_the_analysis(scene_of: OpenScene, study: Path, measure: str) -> None:
    scene = scene_of(study)
    scene.view.controls.choose(rule="turn", measure=measure)
    scene.settle()
    wanted = analysed(scene, measure, rule="turn")
    heat = scene.view.picture.heat
    places = {label.name: at for at, label in enumerate(heat.labels)}
    assert wanted
    for pair, value in wanted.items():
        row, column = (places[name] for name in pair)
        assert heat.values[row, column] == pytest.approx(value) or (value == 0 and math.isnan(heat.values[row, column]))


def test_a_click_on_a_cell_shows_its_quotes(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    click_cell(qtbot, scene, "get", "give")
    assert quotes(scene) == ["we get", "得到"]
    assert [name.text() for name in scene.view.quotes._names] == ["get", "give"]
    assert facts(scene).startswith("2 pairs  ·  8 shared characters  ·  2 of 2 documents  ·  1 case  ·  Jaccard")
    assert scene.view.quotes.foot.text() == "2 passages"


def test_a_click_on_the_diagonal_shows_the_code_alone(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    click_cell(qtbot, scene, "unpaid", "unpaid")
    assert facts(scene).startswith("2 segments")
    assert scene.view.quotes.model.rowCount() == 2


def test_a_click_on_a_quote_opens_its_place(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    click_cell(qtbot, scene, "get", "give")
    opened: list[tuple[object, int, int]] = []
    scene.view.open_segment.connect(lambda *place: opened.append(place))
    listed = scene.view.quotes.list
    for row in range(2):
        spot = listed.visualRect(scene.view.quotes.model.index(row, 0)).center()
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with scene.project.read() as read:
        texts = {document.id: read.text(document) for document in read.documents()}
    assert [texts[document][start:end] for document, start, end in opened] == ["we get", "得到"]


def test_a_click_on_a_line_of_the_network(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    network = scene.view.picture.network
    names = [node.label.name for node in network.nodes]
    one, other = names.index("unpaid"), names.index("trust")
    canvas = scene.view.network
    middle = (canvas.node_place(one) * 0.35 + canvas.node_place(other) * 0.65).toPoint()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=middle)
    scene.settle()
    assert {scene.view.picture.heat.labels[at].name for at in scene.view.heat.cell} == {"unpaid", "trust"}
    assert quotes(scene) == ["unpaid"]


def test_a_click_on_a_mark_of_the_network(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    node = [node.label.name for node in scene.view.picture.network.nodes].index("give")
    spot = scene.view.network.node_place(node).toPoint()
    qtbot.mouseClick(scene.view.network, Qt.MouseButton.LeftButton, pos=spot)
    scene.settle()
    assert scene.view.heat.cell == (scene.place("give"), scene.place("give"))


def test_keys_move_the_cell_and_open_the_quotes(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    heat = scene.view.heat
    scene.view.activateWindow()
    heat.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(heat, key)
    assert heat.cell == (0, 0)
    qtbot.keyClick(heat, Qt.Key.Key_Right)
    qtbot.keyClick(heat, Qt.Key.Key_Down)
    qtbot.keyClick(heat, Qt.Key.Key_Down)
    assert heat.cell == (2, 1)
    qtbot.keyClick(heat, Qt.Key.Key_Left)
    assert "give" in heat.accessibleDescription()
    qtbot.keyClick(heat, Qt.Key.Key_Return)
    scene.settle()
    assert scene.view.quotes._meeting.pairs == 1
    assert scene.view.quotes.list.currentIndex().row() <= 0
    qtbot.keyClick(heat, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert heat.cell == (3, 3)


def test_keys_walk_the_network(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    seen = set()
    for _ in range(3):
        qtbot.keyClick(scene.view.network, Qt.Key.Key_Right)
        seen.add(frozenset(scene.view.picture.heat.labels[at].name for at in scene.view.heat.cell))
    assert seen == set(analysed(scene))


def test_coding_elsewhere_shows_and_keeps_the_chosen_cell(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    click_cell(qtbot, scene, "trust", "unpaid")
    before = scene.view.picture
    start = TWO.index("unpaid hours")
    scene.bridge.do(coding.apply_code, "P02", start, start + 6, "trust")
    qtbot.waitUntil(lambda: scene.view.picture is not before, timeout=60_000)
    scene.settle()
    assert shown_pairs(scene)[frozenset(("trust", "unpaid"))] == 2
    assert scene.view.heat.cell == (scene.place("trust"), scene.place("unpaid"))
    assert scene.view.quotes.model.rowCount() == 1, "both pairs share the same word"
    assert scene.view.quotes.foot.text() == "1 passage · 2 pairs of segments"


def test_a_code_linked_to_a_theme_is_counted_in_it_at_once(scene_of: OpenScene, study: Path) -> None:
    scene = scene_of(study)
    theme = codebook.add_code(scene.project, "Land", "theme")
    scene.view.controls.choose(level="themes")
    scene.settle()
    assert [label.name for label in scene.view.picture.heat.labels] == ["Exchange"]
    themes.link_code(scene.project, theme, "give")
    scene.settle()
    assert [label.name for label in scene.view.picture.heat.labels] == ["Exchange", "Land"]


def test_a_document_put_into_the_set_that_is_looked_at_is_counted_at_once(scene_of: OpenScene, study: Path) -> None:
    scene = scene_of(study)
    early = document_sets.add_document_set(scene.project, "Early", ["P01"])
    scene.filters.choose(Choice(sets=frozenset({early.id})))
    scene.settle()
    assert len(scene.view.picture.material.documents) == 1
    document_sets.add_to_document_set(scene.project, early, ["P02"])
    scene.settle()
    assert len(scene.view.picture.material.documents) == 2


def test_a_memo_changes_nothing(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    before = scene.view.picture
    with qtbot.waitSignal(scene.bridge.changed):
        scene.bridge.do(memos.write_memo, "just a thought")
    scene.settle()
    assert scene.view.picture is before


def test_filters_hold_for_the_counts(scene_of: OpenScene, study: Path) -> None:
    scene = scene_of(study)
    scene.filters.choose(Choice(folders=frozenset(["01"])))
    scene.settle()
    assert shown_pairs(scene) == analysed(scene, folders=["01"])
    assert "1 of 2 documents" in scene.view.caption.text()
    with scene.project.read() as read:
        second = read.coder_named("CD")
    scene.filters.choose(Choice(coders=frozenset([second.id])))
    scene.settle()
    assert shown_pairs(scene) == analysed(scene, coders=["CD"]) == {frozenset(("give", "get")): 1}
    assert "coder CD" in scene.view.caption.text()
    scene.filters.choose(Choice(variables={"Paid": frozenset(["no"])}))
    scene.settle()
    assert shown_pairs(scene) == analysed(scene, variables={"Paid": ["no"]})
    assert "Paid: no" in scene.view.caption.text()


def test_a_filter_that_leaves_nothing_says_so(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    with scene.project.read() as read:
        first = read.coder_named("CD")
    cases.add_case(scene.project, "Ben", Paid="yes")  # who has no document
    scene.filters.choose(Choice(coders=frozenset([first.id]), variables={"Paid": frozenset(["yes"])}))
    scene.settle()
    assert scene.view.message.isVisible()
    assert "filter" in scene.view.message.text.text()
    qtbot.mouseClick(scene.view.message.button, Qt.MouseButton.LeftButton)
    scene.settle()
    assert not scene.filters.active
    assert scene.view.heat.isVisible()


def test_an_empty_project_points_to_the_text(scene_of: OpenScene, empty_study: Path, qtbot: QtBot) -> None:
    scene = scene_of(empty_study)
    assert scene.view.message.isVisible()
    with qtbot.waitSignal(scene.view.text_requested):
        qtbot.mouseClick(scene.view.message.button, Qt.MouseButton.LeftButton)


def test_the_rule_case_without_cases_says_what_to_do(scene_of: OpenScene, empty_study: Path) -> None:
    scene = scene_of(empty_study)
    scene.view.controls.choose(rule="case")
    scene.settle()
    assert "case" in scene.view.message.text.text()
    scene.view.message.findChild(QPushButton).click()
    scene.settle()
    assert scene.view.controls.rule_text == "overlap"


def test_undefined_is_said_in_words(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    scene.view.controls.choose(rule="document", measure="phi")
    scene.settle()
    click_cell(qtbot, scene, "give", "get")
    # both codes are in every document: nothing varies, so there is no correlation
    assert "phi not defined" in facts(scene)
    assert "(One of the codes" not in facts(scene)
    why = "phi not defined (One of the codes is on every unit, or on none)"
    assert why in scene.view.heat.accessibleDescription()
    assert why in scene.view.quotes.facts.toolTip()
    assert "not defined" in scene.view.caption.text()
    for text in (facts(scene), scene.view.caption.text(), scene.view.describe(0, 1)):
        assert "nan" not in text
    scene.view.as_table.setChecked(True)
    model = scene.view.table.model()
    cells = {
        model.index(row, column).data() for row in range(model.rowCount()) for column in range(model.columnCount())
    }
    assert "not defined" in cells
    assert not any("nan" in cell for cell in cells)


def test_themes_take_in_their_codes(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    scene.view.controls.choose(level="themes")
    scene.settle()
    heat = scene.view.picture.heat
    assert [label.name for label in heat.labels] == ["Exchange"]
    assert heat.text(0, 0) == "7"
    click_cell(qtbot, scene, "Exchange", "Exchange")
    assert scene.view.quotes.model.rowCount() == 7


def test_the_threshold_thins_the_network(scene_of: OpenScene, study: Path) -> None:
    scene = scene_of(study)
    scene.view.threshold.setValue(2)
    scene.settle()
    assert [edge.value for edge in scene.view.picture.network.edges] == [2]
    scene.view.threshold.setValue(50)
    scene.settle()
    assert scene.view.lonely.isVisible()
    scene.view.lonely.findChild(QPushButton).click()
    scene.settle()
    assert scene.view.picture.network.edges


def test_the_table_is_a_twin(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    click_cell(qtbot, scene, "trust", "unpaid")
    scene.view.as_table.setChecked(True)
    table, model = scene.view.table, scene.view.table.model()
    assert not scene.view.heat.isVisible()
    headers = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    pairs = headers.index("Pairs")
    rows = {
        frozenset((model.index(row, 0).data(), model.index(row, 1).data())): int(model.index(row, pairs).data())
        for row in range(model.rowCount())
    }
    assert rows == analysed(scene)
    current = table.currentIndex().row()
    assert {model.index(current, 0).data(), model.index(current, 1).data()} == {"trust", "unpaid"}
    for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
        table.sortByColumn(pairs, order)
        values = [int(model.index(row, pairs).data()) for row in range(model.rowCount())]
        assert values == sorted(values, reverse=order == Qt.SortOrder.DescendingOrder)
    last = model.rowCount() - 1
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(model.index(last, 0)).center())
    scene.settle()
    assert {scene.view.picture.heat.labels[at].name for at in scene.view.heat.cell} == {"give", "get"}


@pytest.mark.parametrize("kind", ["heatmap", "network"])
@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf", ".csv", ".xlsx"])
def test_exports_open_elsewhere(
    scene_of: OpenScene, study: Path, qtbot: QtBot, tmp_path: Path, suffix: str, kind: str
) -> None:
    if kind == "network" and suffix in (".csv", ".xlsx"):
        kind = "table"
    scene = scene_of(study)
    target = tmp_path / f"关系{suffix}"
    with qtbot.waitSignal(scene.view.exported, timeout=60_000) as signal:
        scene.view.export_to(target, kind)
    assert signal.args == [target]
    if suffix == ".svg":
        assert ElementTree.parse(target).getroot().tag.endswith("svg")
    elif suffix == ".png":
        assert min(image.imread(target).shape[:2]) > 300
    elif suffix == ".pdf":
        assert len(pypdf.PdfReader(target).pages) == 1
    else:
        read = pd.read_csv if suffix == ".csv" else pd.read_excel
        table = read(target) if suffix == ".csv" else read(target, engine="openpyxl")
        wanted = scene.project.analyse("cooccurrence")
        assert list(table.columns) == list(wanted.columns)
        assert table["pairs"].tolist() == wanted["pairs"].tolist()
        assert table["code_a"].tolist() == wanted["code_a"].tolist()
        if suffix == ".xlsx":
            assert zipfile.ZipFile(target).testzip() is None


@pytest.mark.parametrize("kind", ["heatmap", "network", "table"])
def test_nobody_who_could_be_recognised_leaves_unasked(
    scene_of: OpenScene, study: Path, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    with open_project(study, coder="AB") as project:
        cases.add_case(project, "Rosa")
        codebook.rename_code(project, "give", "what Rosa gives")
    scene = scene_of(study)
    target = tmp_path / ("pairs.csv" if kind == "table" else "chart.svg")
    scene.view.export_to(target, kind)
    window = scene.view.window()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(LeavingDialog)), timeout=60_000)
    assert not target.exists()
    with qtbot.waitSignal(scene.view.exported, timeout=60_000) as signal:
        next(one for one in window.findChildren(LeavingDialog) if one.isVisible()).so_button.click()
    assert signal.args == [target]
    assert target.exists()


def test_a_passage_that_two_pairs_share_stands_once_with_who_coded_what(
    scene_of: OpenScene, study: Path, qtbot: QtBot
) -> None:
    with open_project(study, coder="EF") as project:
        apply(project, "P01", "we get little", "get")
    scene = scene_of(study)
    click_cell(qtbot, scene, "give", "get")
    model = scene.view.quotes.model
    assert quotes(scene) == ["we get", "得到"]
    assert facts(scene).startswith("3 pairs")
    assert scene.view.quotes.foot.text() == "2 passages · 3 pairs of segments"
    told = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(model.rowCount())]
    assert told == ["give: AB, CD · get: AB, EF", "CD"]


def test_captions_and_exports_speak_the_language_of_the_window(
    scene_of: OpenScene, study: Path, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    before = QLocale()
    speak(qapp, "zh_CN")
    try:
        scene = scene_of(study)
        assert scene.view.caption.text().startswith(
            "两个编码的片段至少共有一个字符即为共现。片段对；对角线上为各编码的片段数。"
        )
        assert "编码者 AB、CD" in scene.view.caption.text()
        with qtbot.waitSignal(scene.view.exported, timeout=60_000):
            scene.view.export_to(tmp_path / "pairs.xlsx", "table")
    finally:
        speak(qapp, "en")
        QLocale.setDefault(before)
    about = pd.read_excel(tmp_path / "pairs.xlsx", sheet_name="About", engine="openpyxl", header=None)
    assert about.set_index(0)[1]["caption"].startswith("两个编码的片段至少共有一个字符即为共现。")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("kind", ["heatmap", "network", "table"])
def test_no_chart_takes_the_place_of_a_pipe(
    scene_of: OpenScene, study: Path, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    scene = scene_of(study)
    pipe = tmp_path / ("pipe.csv" if kind == "table" else "pipe.svg")
    os.mkfifo(pipe)
    with qtbot.waitSignal(scene.bridge.failed, timeout=60_000) as told:
        scene.view.export_to(pipe, kind)
    assert str(told.args[0]) == f"“{pipe}” is not a file but a device or a pipe. Give the name of a file to write."
    assert pipe.is_fifo()


def test_an_export_that_fails_is_told(scene_of: OpenScene, study: Path, qtbot: QtBot, tmp_path: Path) -> None:
    scene = scene_of(study)
    with qtbot.waitSignal(scene.bridge.failed, timeout=60_000):
        scene.view.export_to(tmp_path / "nowhere" / "map.svg")


def test_a_hidden_view_counts_when_it_is_shown(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    before = scene.view.picture
    scene.view.hide()
    with qtbot.waitSignal(scene.bridge.changed):
        apply_later = ONE.index("How so")
        scene.bridge.do(coding.apply_code, "P01", apply_later, apply_later + 6, "trust")
    scene.settle()
    assert scene.view.picture is before
    scene.view.show()
    scene.settle()
    assert scene.view.picture is not before


def test_painting_survives_every_size(scene_of: OpenScene, study: Path, qtbot: QtBot) -> None:
    scene = scene_of(study)
    scene.view.controls.choose(order="likeness")
    scene.settle()
    for scale in (80, 100, 200):
        scene.look.set_scale(scale)
        scene.look.finish()
        for _ in range(6):
            scene.view.heat.zoom(1)
            assert not scene.view.grab().isNull()
        scene.view.heat.fit()
    scene.look.set_scale(100)
    scene.look.finish()
    assert scene.view.heat.cell_at(QPoint(1, 1)) is None


def test_the_quotes_stand_in_the_window_however_many_codes_there_are(scene_of: OpenScene, study: Path) -> None:
    scene = scene_of(study)
    for number in range(40):
        code = codebook.add_code(scene.project, f"one more {number}")
        apply(scene.project, "P02", "takes years", code)
    scene.settle()
    scene.view.resize(1440, 800)
    scene.settle()
    assert len(scene.view.picture.heat.labels) > 40
    assert scene.view.scroll.verticalScrollBar().maximum() == 0
    foot = scene.view.quotes.mapTo(scene.view, scene.view.quotes.rect().bottomLeft())
    assert foot.y() < scene.view.height()
    assert scene.view.quotes.list.height() > 100
