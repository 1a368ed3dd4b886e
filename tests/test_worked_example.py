"""The five documents worked out by hand in the docs: their project, every formula, and what the program says."""

import csv
import io
import math
import re
import shlex
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

import qualcode
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.cli.main import main

PAGE = Path(__file__).resolve().parents[1] / "docs" / "worked-example.md"
NOT_DEFINED = "–"
TURNED = "column"  # the head of a table whose rows are the program's columns
# not on the page: what people wrote, what a trained model finds, and the day on which somebody coded
NOT_BY_HAND = {"summaries", "relations", "framework", "entities", "timeline"}
SIGNS = {"−": "-", "·": "*", "√(": "sqrt(", "√": "sqrt_of_", "²": "**2", "⁴": "**4", "log₂": "log2", "ln(": "log("}
Rows = list[list[str]]


@dataclass(frozen=True)
class Question:
    """A command of the page, and the table below it."""

    command: str
    head: list[str]
    rows: Rows


def fences() -> list[tuple[str, str]]:
    return re.findall(r"^```(.+?)\n(.*?)^```", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def questions() -> list[Question]:
    found = []
    for command, table in re.findall(
        r"^```sh\n(qualcode analyse .*?)\n```\n\n((?:\|.*\n?)+)", PAGE.read_text("utf-8"), re.MULTILINE
    ):
        head, _, *rows = [cells(line) for line in table.strip().split("\n")]
        found.append(Question(command, head, rows))
    return found


QUESTIONS = questions()


def value_of(formula: str) -> float:
    """What plain arithmetic comes to; roots and logarithms with brackets."""
    for sign, word in SIGNS.items():
        formula = formula.replace(sign, word)
    formula = re.sub(r"sqrt_of_([\d.]+)", r"sqrt(\1)", formula)
    assert re.fullmatch(r"(?:[\d.+\-*/() ]|sqrt\(|log2?\()*", formula), formula
    return float(eval(formula, {"__builtins__": {}, "sqrt": math.sqrt, "log": math.log, "log2": math.log2}))


def printed(cell: str) -> tuple[str, float]:
    """What stands behind `=`, or the whole cell, and half a unit of its last place."""
    number = cell.rpartition(" = ")[2].replace("−", "-")
    return number, 0.5 * 10.0 ** -len(number.partition(".")[2]) if "." in number else 1e-9


def is_formula(cell: str) -> bool:
    return " = " in cell


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the page, and the project that its commands make of them."""
    place = tmp_path_factory.mktemp("five")
    for words, text in fences():
        if words.startswith("text "):
            (place / words.removeprefix("text ")).write_text(text, "utf-8", newline="\n")
    making = next(text for words, text in fences() if words == "sh" and text.startswith("qualcode new "))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(tmp_path_factory.mktemp("home")))
        patch.chdir(place)
        for line in making.splitlines():
            assert main(shlex.split(line)[1:]) == 0, line
    return place


def answer(question: Question, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[list[str], Rows]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        capsys.readouterr()
        assert main(shlex.split(question.command)[1:]) == 0
    head, *rows = csv.reader(io.StringIO(capsys.readouterr().out))
    return head, rows


def test_the_texts_are_as_long_as_the_page_says(folder: Path) -> None:
    with qualcode.open(folder / "five.qualcode") as project:
        documents, turns = project.frames.documents.set_index("name"), project.frames.turns
        assert documents["characters"].tolist() == [85, 76, 74, 31, 30]
        table = re.search(r"\| document \| turn \| from \| to \|\n\|[-|]+\n((?:\|.*\n)+)", PAGE.read_text("utf-8"))
        assert table is not None
        told = [tuple(cells(line)) for line in table[1].strip().split("\n")]
        assert told == [
            (row.document, str(row.turn), str(row.start), str(row.end)) for row in turns.itertuples(index=False)
        ]
        for coding in project.frames.codings.itertuples():
            assert documents.loc[coding.document, "text"][coding.start : coding.end] == coding.text


@pytest.mark.parametrize(
    "formula",
    sorted({cell for question in QUESTIONS for row in question.rows for cell in row if is_formula(cell)}),
)
def test_the_arithmetic_of_the_page(formula: str) -> None:
    number, half = printed(formula)
    # numbers within a formula are rounded too
    assert value_of(formula.rpartition(" = ")[0]) == pytest.approx(float(number), abs=1.3 * half)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.command.partition("qualcode ")[2][8:60])
def test_the_program_says_what_the_page_says(
    question: Question, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, rows = answer(question, folder, capsys)
    if question.head == ["from", "to", "distance"]:
        place = {row[head.index("name")]: (float(row[head.index("x")]), float(row[head.index("y")])) for row in rows}
        head, rows = question.head, [[a, b, str(math.dist(place[a], place[b]))] for a, b, _ in question.rows]
    if question.head[0] == TURNED:
        names = [row[0] for row in question.rows]
        told = [list(column) for column in zip(*(row[1:] for row in question.rows), strict=True)]
    else:
        names, told = question.head, question.rows
    assert len(rows) == len(told)
    for row, wanted in zip(rows, told, strict=True):
        for name, cell in zip(names, wanted, strict=True):
            said = row[head.index(name)]
            where = f"{name} of {row[:3]}: {said}, the page says {cell}"
            if cell == NOT_DEFINED:
                assert said == "", where
                continue
            number, half = printed(cell)
            try:
                wanted_number = float(number)
            except ValueError:
                assert said == cell, where
            else:
                assert float(said) == pytest.approx(wanted_number, abs=half * 1.0001), where


def test_every_analysis_is_on_the_page() -> None:
    asked = {shlex.split(question.command)[3] for question in QUESTIONS}
    assert asked == set(ANALYSES) - NOT_BY_HAND


def test_no_table_is_left_out() -> None:
    """Every command that asks has a table below it, so no number of the page goes unread."""
    blocks = [text for words, text in fences() if words == "sh" and "qualcode analyse" in text]
    assert len(blocks) == len(QUESTIONS)
    assert all(first != second for first, second in pairwise(blocks))
