"""The program's words: complete in every language, and said in the language that was chosen."""

import ast
import re
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from ui.conftest import opened

from qualcode.app import documents, settings
from qualcode.app.action import ACTIONS
from qualcode.app.project import new
from qualcode.domain.errors import BadInput, Phrase, listed
from qualcode.domain.history import Step
from qualcode.formats import markup, opendocument, rich, word
from qualcode.formats.losses import counted
from qualcode.ui.application import Shell
from qualcode.ui.crash import Crashes
from qualcode.ui.themes.wording import percent
from qualcode.ui.translation import LANGUAGES, chosen_language, entries, say, speak

_FIELD = re.compile(r"{[\w.]+}|%n")


@pytest.fixture
def chinese(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    speak(qapp, "zh_CN")
    yield
    speak(qapp, "en")
    QLocale.setDefault(before)


@pytest.mark.usefixtures("chinese")
def test_per_cent_is_written_as_in_charts() -> None:
    assert percent(0.75) == "75%"
    speak(QApplication.instance(), "en")
    assert percent(0.75) == "75 %"


def test_no_words_are_asked_for_inside_an_f_string() -> None:
    """Qt's lupdate does not see them there: they would be English in every language."""
    package = Path(__file__).parents[2] / "qualcode"
    hidden = [
        f"{file.name}: {ast.unparse(call)}"
        for file in sorted((package / "ui").rglob("*.py"))
        for text in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ("tr", "translate")
    ]
    assert hidden == []


def test_what_asks_for_words_keeps_its_name() -> None:
    """Qt's lupdate knows `translate` by its name alone: under another one its words would be English everywhere."""
    package = Path(__file__).parents[2] / "qualcode"
    renamed = []
    for file in sorted((package / "ui").rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
        named = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["translate"]
        }
        renamed += [
            f"{file.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute)
            and node.attr == "translate"
            and ast.unparse(node.value) in ("QCoreApplication", "QApplication")
            and id(node) not in called | named
        ]
    assert renamed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_left_to_translate(language: str) -> None:
    open_ones = [entry.source for entry in entries(language) if not entry.finished or not all(entry.forms)]
    assert open_ones == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_stands_in_every_translation(language: str) -> None:
    for entry in entries(language):
        for form in entry.forms:
            assert sorted(_FIELD.findall(form)) == sorted(_FIELD.findall(entry.source)), entry.source


def test_every_sentence_of_the_core_is_in_the_files() -> None:
    script = runpy.run_path(str(Path(__file__).parents[2] / "packaging" / "translations.py"))
    known = {entry.source for entry in entries("zh_CN") if entry.context == "core"}
    assert set(script["sentences"]()) == known
    assert {action.template for action in ACTIONS.values()} <= known


def test_steps_and_errors_are_said_in_chinese_with_the_users_words(chinese: None) -> None:
    values = {"kind": "theme", "name": "信任 {name}"}
    step = Step(1, "", "AB", "codebook.add_code", "", "Add {kind} “{name}”", values, None, "")
    assert say(step) == "添加主题“信任 {name}”"
    also = Step(1, "", "AB", "x", "", "Add {kind} “{name}”; Add {kind} “{name}”", values, None, "")
    assert say(also).count("添加主题“信任 {name}”") == 2, "what is said besides is translated by itself"
    error = BadInput("“{color}” is not a colour; write it as #2067DA.", color="blau")
    assert say(error).startswith("“blau”")
    assert "#2067DA" in say(error)


def test_what_readers_leave_out_is_said_in_chinese(chinese: None) -> None:
    assert say(counted(1, "footnote")) == "1 处脚注"
    assert say(counted(3, "footnote")) == "3 处脚注"
    assert say(Phrase("{things}", things=(counted(1, "picture"), counted(2, "comment")))) == "1 处图片、2 处批注"
    opened = Phrase("open answers: {columns}", columns=listed("abcde", most=3))
    assert say(opened) == "开放式回答：“a”、“b”、“c”等，另有 2 个"
    assert say("their words") == "their words"


def test_every_loss_a_reader_names_has_its_word() -> None:
    known = {entry.source for entry in entries("zh_CN") if entry.context == "core words"}
    named = {*word._SKIPPED.values(), *opendocument._LEFT_OUT.values(), *markup._DROPPED.values()}
    assert (named | {what for what, _ in rich._LEFT_OUT}) - {""} <= known


def test_english_phrases_keep_their_plurals_and_capitals(qapp: QApplication) -> None:
    speak(qapp, "en")
    assert say(counted(2, "footnote")) == "2 footnotes"
    assert say(Phrase("pairs of segments").capital()) == "Pairs of segments"


def test_plurals(qapp: QApplication, chinese: None) -> None:
    assert QCoreApplication.translate("StatusLine", "%n code(s)", "", 3) == "3 个编码"
    speak(qapp, "en")
    assert QCoreApplication.translate("StatusLine", "%n code(s)", "", 1) == "1 code"
    assert QCoreApplication.translate("StatusLine", "%n code(s)", "", 3) == "3 codes"
    # what the English file has no forms for
    assert QCoreApplication.translate("Leaving", "%n case name(s)", "", 1) == "1 case name"
    assert QCoreApplication.translate("Leaving", "%n e-mail address(es)", "", 0) == "0 e-mail addresses"
    assert QCoreApplication.translate("Nowhere", "the code(s)") == "the code(s)"


def test_every_word_of_the_core_is_a_value_of_the_core() -> None:
    """A word that only stands as a sentence of its own is translated as that: here it would never be looked up."""
    script = runpy.run_path(str(Path(__file__).parents[2] / "packaging" / "translations.py"))
    values: set[str] = set()
    for room in script["CORE"]:
        for file in (script["PACKAGE"] / room).rglob("*.py"):
            tree = ast.parse(file.read_text("utf-8"))
            sentences = {
                node.args[0]
                for node in ast.walk(tree)
                if isinstance(node, ast.Call)
                and getattr(node.func, "id", "") in script["error_classes"]()
                and node.args
            }
            values.update(
                node.value
                for node in ast.walk(tree)
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in sentences
            )
    assert {entry.source for entry in entries("zh_CN") if entry.context == "core words"} <= values


def test_the_import_of_several_files_is_said_in_chinese(chinese: None, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.txt" for name in "abc"]
    for file in files:
        file.write_text(f"INT: {file.stem}?", "utf-8")
    with new(tmp_path / "study.qualcode", coder="AB") as project:
        documents.import_files(project, files[:1])
        documents.import_files(project, files[1:])
        project.undo()
        one, several, undone = project.history()[-3:]
    assert (one.summary, several.summary) == ("Import a.txt", "Import 2 files")
    assert say(one) == "导入 a.txt"
    assert say(several) == "导入 2 个文件"
    assert undone.summary == "Undo: Import 2 files"


def test_an_unknown_language_setting_follows_the_system() -> None:
    assert chosen_language("zh_CN") == "zh_CN"
    assert chosen_language("tlh") in LANGUAGES


def test_the_window_switches_language_at_once_and_keeps_its_project(
    qtbot: QtBot, qapp: QApplication, coded_study: Path
) -> None:
    settings.save(settings.Settings(coder="AB", language="en", look="light"))
    shell = Shell(qapp, Crashes(qapp))
    shell.show(str(coded_study))
    qtbot.waitUntil(lambda: shell.window.workspace is not None, timeout=60_000)
    opened(qtbot, shell.window, coded_study)
    first = shell.window
    first.choose_language("zh_CN")
    qtbot.waitUntil(lambda: shell.window is not first and shell.window.workspace is not None, timeout=60_000)
    assert shell.window.commands["import"].text() == "导入文件…"
    assert shell.window.menuBar().actions()[0].text() == "项目(&P)"
    assert shell.window.workspace.study.name == "Night bus study"
    for panel in ("segments", "history", "search"):
        shell.window.docks.show(panel)
    english = {
        e.source for e in entries("zh_CN") if e.context not in ("core", "core words") and e.source not in e.forms
    }
    words = [label.text() for label in shell.window.findChildren(QLabel)]
    words += [button.text() for button in shell.window.findChildren(QAbstractButton)]
    words += [field.placeholderText() for field in shell.window.findChildren(QLineEdit)]
    assert english.intersection(words) == set()
    qtbot.waitUntil(lambda: shell.window.workspace.bridge.idle, timeout=60_000)
    shell.window.close()
    shell.window.deleteLater()
    speak(qapp, "en")
