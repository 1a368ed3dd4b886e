"""analyse cases-by-themes: the list of cells, the matrix, and what it refuses."""

import csv
import io
import json

import openpyxl
import pytest

import qualcode
from qualcode.app import display_names


def test_a_row_per_cell_and_the_matrix(run, study):
    rows = list(csv.DictReader(io.StringIO(run("analyse", study, "cases-by-themes").out)))
    assert [(row["case"], row["theme"], row["segments"]) for row in rows] == [("Rosa", "Power", "3")]
    assert rows[0]["first_words"] == "We trust them"
    square = json.loads(run("analyse", study, "cases-by-themes", "--square", "--json").out)
    assert square == [{"case": "Rosa", "Power": 3}]
    one = list(csv.DictReader(io.StringIO(run("analyse", study, "cases-by-themes", "--codes", "Power").out)))
    assert one == rows, "a theme keeps its numbers"
    none = list(csv.DictReader(io.StringIO(run("analyse", study, "cases-by-themes", "--codes", "time").out)))
    assert none == [], "no theme was chosen"


def test_files_and_display_ids(run, study, tmp_path):
    with qualcode.open(study, coder="AB") as project:
        display_names.set_display(project, "Rosa", "P07")
    done = run("analyse", study, "cases-by-themes", "--out", tmp_path / "cells.xlsx", "--display-ids")
    assert done.code == 0
    book = openpyxl.load_workbook(tmp_path / "cells.xlsx")
    assert [[cell.value for cell in row][:3] for row in book.worksheets[0].iter_rows()] == [
        ["case", "theme", "segments"],
        ["P07", "Power", 3],
    ]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--rule", "turn"), "has no option “rule”"),
        (("--measure", "lift"), "has no option “measure”"),
        (("--rollup",), "has no option “rollup”"),
        (("--out", "cells.svg"), "Cases by themes come as a table"),
    ],
)
def test_what_it_has_no_use_for_is_refused(run, study, more, said):
    done = run("analyse", study, "cases-by-themes", *more)
    assert done.code == 1
    assert said in done.err
