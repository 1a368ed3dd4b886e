"""The dialog through which files come in, by its real widgets."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualcode.app.project import Project
from qualcode.domain.documents import turns
from qualcode.ui.bridge import Bridge
from qualcode.ui.dialogs.import_files import ENCODING, FILE, LOST, READ_AS, SPEAKERS, ImportDialog
from qualcode.ui.translation import speak

FRENCH = "INT: Où étiez-vous ?\n\nRÉMY: À la gare.\n\nINT: Et après ?\n\nRÉMY: Chez moi.\n\nNB: x\n\nNB: y\n"
SURVEY = "case,Years,Paid,Why\n" + "".join(
    f"C{n},{n},{'yes' if n % 2 else 'no'},Because we have known each other for {n} long years and it works well.\n"
    for n in range(1, 7)
)


def _dialog(bridge: Bridge, qtbot: QtBot, rest: Callable[[], None], *paths: Path) -> ImportDialog:
    dialog = ImportDialog(bridge, list(paths))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    rest()
    return dialog


def _file(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def _choose(combo: object, data: str) -> None:
    combo.setCurrentIndex(combo.findData(data))
    combo.activated.emit(combo.currentIndex())


def test_several_files_come_in_as_one_step(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    before = len(project.history())
    dialog = _dialog(
        bridge, qtbot, rest, _file(tmp_path, "F1.txt", FRENCH.encode("cp1252")), _file(tmp_path, "answers.csv", SURVEY)
    )
    assert dialog.table.item(0, ENCODING).text() == "Windows-1252"
    assert dialog.table.item(0, SPEAKERS).text().startswith("INT, RÉMY")
    assert "6" in dialog.table.item(1, READ_AS).text()
    dialog.table.setCurrentCell(1, FILE)
    rest()
    shown = dialog.details.preview.toPlainText()
    assert "Years (number)" in shown
    assert "Paid (yes/no)" in shown
    dialog.folder.setCurrentText("Later")
    with qtbot.waitSignal(dialog.imported, timeout=60_000):
        dialog.import_button.click()
    rest()
    assert len(project.history()) == before + 1
    with project.read() as read:
        assert read.document_named("F1").folder == "Later"
        assert len(read.cases()) == 6


def test_a_wrong_encoding_is_corrected_and_seen_at_once(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    dialog = _dialog(bridge, qtbot, rest, _file(tmp_path, "F1.txt", FRENCH.encode("cp1252")))
    _choose(dialog.details.encoding, "cp1251")
    rest()
    assert "R\u0419MY" in dialog.details.preview.toPlainText()
    _choose(dialog.details.encoding, "utf-8")
    rest()
    assert not dialog.import_button.isEnabled()
    assert "byte" in dialog.details.problem.text()
    _choose(dialog.details.encoding, "")
    rest()
    assert "RÉMY" in dialog.details.preview.toPlainText()
    assert dialog.import_button.isEnabled()


def test_speakers_are_corrected_by_ticks(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    dialog = _dialog(bridge, qtbot, rest, _file(tmp_path, "F1.txt", FRENCH.replace("NB:", "Ort-Nr:")))
    table = dialog.details.speakers.table
    names = [table.item(row, 0).text() for row in range(table.rowCount())]
    assert "Ort-Nr" in names
    table.item(names.index("Ort-Nr"), 0).setCheckState(Qt.CheckState.Unchecked)
    rest()
    assert dialog.table.item(0, SPEAKERS).text() == "INT, RÉMY"
    with qtbot.waitSignal(dialog.imported, timeout=60_000):
        dialog.import_button.click()
    with project.read() as read:
        document = read.document_named("F1")
        assert {turn.speaker for turn in turns(read.text(document), document.speakers)} == {"INT", "RÉMY"}


def test_a_bad_file_says_why_and_waits_to_be_left_out(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    bad = _file(tmp_path, "broken.docx", "<html><body>no</body></html>")
    dialog = _dialog(bridge, qtbot, rest, _file(tmp_path, "F1.txt", FRENCH), bad)
    assert "web page" in dialog.table.item(1, LOST).text()
    assert not dialog.import_button.isEnabled()
    dialog.table.item(1, FILE).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.import_button.isEnabled()
    with qtbot.waitSignal(dialog.imported, timeout=60_000):
        dialog.import_button.click()
    with project.read() as read:
        assert [document.name for document in read.documents()] == ["P01 Larder", "P02 Kite", "F1"]


def test_a_bad_file_leaves_the_room_to_the_list_and_stays_in_sight(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    good = [_file(tmp_path, f"F{number}.txt", FRENCH) for number in range(20)]
    dialog = _dialog(bridge, qtbot, rest, *good, _file(tmp_path, "broken.docx", "<html><body>no</body></html>"))

    def room() -> int:
        return dialog.table.viewport().height()

    def seen() -> bool:
        row = dialog.table.visualItemRect(dialog.table.item(dialog.table.currentRow(), FILE))
        return dialog.table.viewport().rect().contains(row.center())

    assert dialog.table.currentRow() == 20
    qtbot.waitUntil(lambda: room() > dialog.height() // 2 and seen(), timeout=60_000)
    before = room()
    dialog.table.setCurrentCell(19, FILE)
    qtbot.waitUntil(lambda: room() < before and seen(), timeout=60_000)
    assert dialog.details.preview.isVisible()


def test_names_that_exist_are_kept_beside_each_other_unless_said(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    again = _file(tmp_path, "P02 Kite.txt", "SAM: Another version.\n\nSAM: More.\n")
    dialog = _dialog(bridge, qtbot, rest, again)
    assert dialog.exists.isVisible()
    assert dialog.case.currentText() == ""  # what is typed is the name, whole
    assert dialog.case.lineEdit().placeholderText() == "No case"
    dialog.case.setCurrentIndex(0)
    dialog.case.activated.emit(0)  # as the list does
    assert dialog.case.currentText() == ""
    qtbot.keyClicks(dialog.case.lineEdit(), "Kite Arts")
    dialog.import_button.setEnabled(False)  # Enter alone, not what it stands for in the dialog
    qtbot.keyClick(dialog.case.lineEdit(), Qt.Key.Key_Return)
    dialog.import_button.setEnabled(True)
    assert dialog.case.currentText() == "Kite Arts"
    with qtbot.waitSignal(dialog.imported, timeout=60_000):
        dialog.import_button.click()
    with project.read() as read:
        assert read.document_named("P02 Kite (2)") is not None
        assert [case.name for case in read.cases()] == ["Kite Arts"]


def test_tab_leads_from_the_files_to_the_buttons(
    bridge: Bridge, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    dialog = _dialog(bridge, qtbot, rest, _file(tmp_path, "F1.txt", FRENCH), _file(tmp_path, "F2.txt", FRENCH))
    dialog.activateWindow()
    dialog.table.setFocus()
    seen = set()
    for _ in range(40):
        seen.add(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert {dialog.table, dialog.import_button} <= seen


def test_no_encoding_is_offered_for_a_workbook(
    bridge: Bridge, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    book = Workbook()
    for row in (("name", "definition"), ("clé", "Qui ouvre.")):
        book.active.append(row)
    book.save(tmp_path / "book.xlsx")
    dialog = _dialog(bridge, qtbot, rest, tmp_path / "book.xlsx")
    assert dialog.table.item(0, READ_AS).text() == "Codebook, 1 code"
    assert not dialog.details.encoding.isVisibleTo(dialog)


def test_a_codebook_is_counted_with_the_codes_above_those_it_names(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    with project.read() as read:
        before = read.count("code")
    dialog = _dialog(bridge, qtbot, rest, _file(tmp_path, "book.csv", "name,parent\nkey,gate\nlock,gate\n"))
    assert dialog.table.item(0, READ_AS).text() == "Codebook, 3 codes"
    assert dialog.details.encoding.isVisibleTo(dialog)
    dialog.import_button.click()
    rest()
    with project.read() as read:
        assert read.count("code") == before + 3


def test_cancelling_changes_nothing(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    before = len(project.history())
    dialog = _dialog(bridge, qtbot, rest, _file(tmp_path, "F1.txt", FRENCH))
    dialog.reject()
    rest()
    assert len(project.history()) == before


def test_cancelling_while_files_are_written_takes_all_of_them_back(
    bridge: Bridge, project: Project, qtbot: QtBot, rest: Callable[[], None], tmp_path: Path
) -> None:
    before = len(project.history())
    dialog = _dialog(
        bridge, qtbot, rest, *(_file(tmp_path, f"F{n}.txt", FRENCH.replace("gare", f"gare {n}")) for n in range(3))
    )
    with project.writing("test.hold", "Hold the writer"):  # nothing of this thread is written
        dialog.import_button.click()
        dialog.reject()
    rest()
    assert len(project.history()) == before
    assert not dialog.isVisible()


def test_what_is_left_behind_and_noted_is_said_in_the_language_of_the_window(
    bridge: Bridge, qtbot: QtBot, qapp: QApplication, rest: Callable[[], None], tmp_path: Path
) -> None:
    page = _file(tmp_path, "page.html", "<p>INT: Why?</p><img src='x'><img src='y'><script>1</script>")
    ragged = _file(tmp_path, "ragged.csv", "case,Paid\nC1,yes\nC2\nC3,no,9\n")
    before = QLocale()
    speak(qapp, "zh_CN")
    try:
        dialog = _dialog(bridge, qtbot, rest, page, ragged)
        dialog.table.setCurrentCell(1, FILE)
        rest()
        left, noted, shown = dialog.table.item(0, LOST).text(), dialog.details.problem, dialog.details.preview
        assert sorted(left.split("、")) == ["1 处脚本", "2 处图片"]
        assert noted.text().splitlines() == ["2 行的单元格数与表头不一致", "3 个个案，由“case”命名"]
        assert noted.isVisible()
        assert "Paid (是/否)" in shown.toPlainText()
    finally:
        speak(qapp, "en")
        QLocale.setDefault(before)
