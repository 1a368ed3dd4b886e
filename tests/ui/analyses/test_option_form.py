"""The controls of an analysis: what stands in them where nothing is chosen, and what they ask for."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.domain.errors import Phrase
from qualcode.domain.options import option, options_of
from qualcode.ui.analyses.name_field import NameField
from qualcode.ui.analyses.option_form import OptionForm
from qualcode.ui.analyses.rule_field import RuleField
from qualcode.ui.look import look


@dataclass(frozen=True, slots=True)
class Some:
    most: int | None = option(None, Phrase("At most"), Phrase("So many."), kind="whole", optional=True, least=1)
    bins: int | None = option(
        None,
        Phrase("Groups"),
        Phrase("So many."),
        kind="whole",
        optional=True,
        least=0,
        unset=Phrase("automatic"),
        zero=Phrase("each value"),
    )
    line: float | None = option(
        None, Phrase("Line"), Phrase("From here."), kind="number", optional=True, unset=Phrase("automatic")
    )
    samples: int = option(0, Phrase("Samples"), Phrase("So many."), least=0, zero=Phrase("none"))
    rule: str = option("overlap", Phrase("Rule"), Phrase("When."), names="rule")
    rows: str = option("code", Phrase("Rows"), Phrase("What."), names="side")
    document: str = option("", Phrase("Document"), Phrase("Which."), names="document", unset=Phrase("all"))
    word: str = option("", Phrase("Word"), Phrase("Which."), unset=Phrase("all pairs"))


@pytest.fixture
def form(qtbot: QtBot, qapp: object) -> OptionForm:
    made = OptionForm(Some, look())
    qtbot.addWidget(made)
    made.offer(lambda kind: {"side": ["code", "case", "Town"], "document": ["P01", "P02"]}[kind])
    return made


def test_what_is_not_chosen_says_what_that_means(form: OptionForm) -> None:
    assert form.controls["most"].text() == "all"  # type: ignore[attr-defined]
    assert form.controls["bins"].text() == "automatic"  # type: ignore[attr-defined]
    assert form.controls["line"].text() == "automatic"  # type: ignore[attr-defined]
    assert form.controls["samples"].text() == "none"  # type: ignore[attr-defined]
    box, field = form.controls["document"], form.controls["word"]
    assert isinstance(box, QComboBox)
    assert isinstance(field, QLineEdit)
    line = box.lineEdit()
    assert line is not None
    assert (line.placeholderText(), field.placeholderText()) == ("all", "all pairs")
    assert form.values() == {}


def test_one_step_up_from_automatic_is_the_least_value(form: OptionForm) -> None:
    whole, real = form.controls["bins"], form.controls["line"]
    assert isinstance(whole, QSpinBox)
    assert isinstance(real, QDoubleSpinBox)
    whole.stepUp()
    real.stepUp()
    assert form.values() == {"bins": 0, "line": 0.0}
    assert whole.text() == "each value"
    whole.stepUp()
    real.stepUp()
    assert form.values() == {"bins": 1, "line": pytest.approx(0.05)}
    form.choose(bins=None, line=None)
    assert form.values() == {}


def test_a_number_can_be_typed_and_so_can_the_word_for_none(form: OptionForm) -> None:
    box = form.controls["samples"]
    assert isinstance(box, QSpinBox)
    box.selectAll()
    QTest.keyClicks(box, "12")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert form.values() == {"samples": 12}
    box.selectAll()
    QTest.keyClicks(box, "none")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert form.values() == {}


def test_a_rule_is_chosen_by_its_name(form: OptionForm, qtbot: QtBot) -> None:
    field = form.controls["rule"]
    assert isinstance(field, RuleField)
    assert field.combo.currentText() == "Overlap: share text"
    with qtbot.waitSignal(form.changed):
        field.combo.setCurrentIndex(field.combo.findData("near"))
    assert form.values() == {"rule": "near:2"}
    form.choose(rule="near:5")
    assert field.turns.value() == 5
    form.choose(rule="overlap")
    assert form.values() == {}


def test_a_side_is_called_in_our_words_and_asked_for_by_its_key(form: OptionForm) -> None:
    box = form.controls["rows"]
    assert isinstance(box, QComboBox)
    assert box.currentText() == "codes"
    box.setCurrentIndex(1)
    assert (box.currentText(), form.values()) == ("cases", {"rows": "case"})
    box.setEditText("case")
    assert form.values() == {"rows": "case"}
    box.setCurrentIndex(2)
    assert form.values() == {"rows": "Town"}


@pytest.mark.parametrize("name", ANALYSES)
def test_the_form_of_every_analysis_asks_for_the_usual_options_at_first(name: str, qtbot: QtBot, qapp: object) -> None:
    made = OptionForm(ANALYSES[name].options, look())
    qtbot.addWidget(made)
    assert made.values() == {}
    made.choose(**{key: default for key, _, default in options_of(ANALYSES[name].options)})
    assert made.values() == {}


def test_what_is_being_typed_keeps_its_cursor_and_selection_while_names_arrive(qtbot: QtBot, form: OptionForm) -> None:
    box = form.controls["document"]
    assert isinstance(box, QComboBox)
    field = box.lineEdit()
    assert field is not None
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    box.setFocus()
    qtbot.waitUntil(field.hasFocus, timeout=60_000)
    QTest.keyClicks(field, "P0 ")
    field.setCursorPosition(1)
    form.offer(lambda kind: {"side": ["code"], "document": ["P01", "P02", "P03"]}[kind])
    assert (field.text(), field.cursorPosition(), box.count()) == ("P0 ", 1, 3)
    field.setSelection(2, -2)  # from its end to its beginning
    form.offer(lambda kind: {"side": ["code"], "document": ["P01"]}[kind])
    assert (field.selectedText(), field.cursorPosition()) == ("P0", 0)
    field.setSelection(0, 2)
    form.offer(lambda kind: {"side": ["code"], "document": ["P02"]}[kind])
    assert (field.selectedText(), field.cursorPosition()) == ("P0", 2)


def test_the_same_names_leave_the_fields_alone(form: OptionForm) -> None:
    box = form.controls["document"]
    assert isinstance(box, QComboBox)
    texts = []
    box.model().rowsInserted.connect(lambda *_: texts.append(box.count()))
    form.offer(lambda kind: {"side": ["code", "case", "Town"], "document": ["P01", "P02"]}[kind])
    assert not texts


def test_a_long_name_that_is_put_into_a_field_shows_its_beginning(form: OptionForm) -> None:
    box = form.controls["document"]
    assert isinstance(box, QComboBox)
    field = box.lineEdit()
    assert field is not None
    form.choose(document="P03 The kitchen of the Larder Street Food Bank, second conversation")
    assert field.cursorPosition() == 0


@pytest.fixture
def codes(qtbot: QtBot, form: OptionForm) -> NameField:
    names = ["Building > first contact", "Giving > give and take", "Giving > gatekeeping", "Power > who gives"]
    form.offer(lambda kind: {"side": ["code"], "document": names}[kind])
    field = form.controls["document"]
    assert isinstance(field, NameField)
    form.show()
    qtbot.waitExposed(form)
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus, timeout=60_000)
    return field


def enter(field: NameField) -> None:
    popup = field.completer().popup()
    QTest.keyClick(popup if popup.isVisible() else field.line, Qt.Key.Key_Return)


def test_a_name_is_found_by_any_part_of_it_and_not_asked_for_half_typed(codes: NameField) -> None:
    asked: list[str] = []
    codes.meant.connect(lambda: asked.append(codes.currentText()))
    QTest.keyClicks(codes.line, "take")
    popup = codes.completer().popup()
    assert popup.isVisible()
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == ["Giving > give and take"]
    assert asked == []
    enter(codes)
    assert asked == ["Giving > give and take"]


def test_of_several_names_the_one_whose_own_part_begins_so_is_taken(codes: NameField) -> None:
    QTest.keyClicks(codes.line, "give")
    enter(codes)
    assert codes.currentText() == "Giving > give and take"


def test_a_name_that_could_be_several_or_none_is_asked_for_as_it_is_typed(form: OptionForm, codes: NameField) -> None:
    asked: list[str] = []
    codes.meant.connect(lambda: asked.append(codes.currentText()))
    QTest.keyClicks(codes.line, "giv")
    assert asked == []
    codes.completer().popup().hide()
    form.controls["word"].setFocus()
    assert asked == ["giv"]
    codes.line.setFocus()
    codes.line.selectAll()
    QTest.keyClicks(codes.line, "xyz")
    assert asked[-1] == "xyz"
    assert form.values() == {"document": "xyz"}


def test_a_chosen_name_shows_its_beginning_and_is_typed_over(qtbot: QtBot, codes: NameField) -> None:
    for choose in (lambda: enter(codes), lambda: QTest.keyClick(codes.completer().popup(), Qt.Key.Key_Down)):
        codes.line.selectAll()
        QTest.keyClicks(codes.line, "first")
        choose()
        if codes.completer().popup().isVisible():
            enter(codes)
        qtbot.waitUntil(lambda: codes.line.cursorPosition() == 0, timeout=60_000)
        assert codes.currentText() == "Building > first contact"
        QTest.keyClicks(codes.line, "x")
        assert codes.currentText() == "x"


def test_a_name_that_is_left_shows_its_beginning(form: OptionForm, codes: NameField) -> None:
    QTest.keyClicks(codes.line, "Building > first contact")
    assert codes.line.cursorPosition() > 0
    codes.completer().popup().hide()
    form.controls["word"].setFocus()
    assert codes.line.cursorPosition() == 0


def test_a_name_taken_from_the_list_shows_its_beginning(qtbot: QtBot, codes: NameField) -> None:
    codes.showPopup()
    QTest.keyClick(codes.view(), Qt.Key.Key_End)
    QTest.keyClick(codes.view(), Qt.Key.Key_Return)
    assert codes.currentText() == "Power > who gives"
    qtbot.waitUntil(lambda: codes.line.cursorPosition() == 0, timeout=60_000)


def test_a_large_number_is_asked_as_soon_as_a_small_one(qtbot: QtBot, form: OptionForm) -> None:
    box = form.controls["samples"]
    assert isinstance(box, QSpinBox)
    waits = form._typing.interval()
    box.setValue(90_000)
    assert form._typing.isActive()
    assert form._typing.interval() == waits
    with qtbot.waitSignal(form.changed, timeout=60_000):
        pass
    assert form.values() == {"samples": 90_000}
