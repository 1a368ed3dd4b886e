"""Every analysis of the catalogue: the same values in the notebook and in each kind of file, kept for the report."""

import csv
import json
import math
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from pyarrow import parquet

import qualcode
from qualcode.app import basket
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.table_files import write_frame
from qualcode.app.basket_questions import asked_again, is_query
from qualcode.app.project import Project
from qualcode.app.sample import make_sample
from qualcode.app.sample_analyses import COLUMNS, INDEX, QUESTIONS, questions, write_all
from qualcode.domain.errors import BadInput
from qualcode.domain.options import TABLE, options_of

NEEDS_A_MODEL = "entities"  # a trained model, which comes with no installation of ours
TABLES = {
    stem: (analysis.name, options)
    for stem, analysis, form, options in questions()
    if form == TABLE and analysis.name != NEEDS_A_MODEL
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(tmp_path_factory.mktemp("home")))
        with qualcode.open(make_sample(tmp_path_factory.mktemp("sample")), coder="Amara Osei") as project:
            yield project


def plain(value: Any) -> Any:
    """A value without the type that a kind of file gives it; what is missing is None."""
    if value is None or value is pd.NA or value == "" or (isinstance(value, float) and math.isnan(value)):
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float) or hasattr(value, "dtype"):
        return pytest.approx(float(value), rel=1e-12, abs=1e-15)
    return str(value)


def from_csv(file: Path) -> list[list[Any]]:
    """Cells as texts; a quote mark in front of what looks like a formula is not the text's own."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return [[cell[1:] if cell.startswith("'") and cell[1:2] in "'=+-@" else cell for cell in row]
                for row in csv.reader(lines)]  # fmt: skip


def from_xlsx(file: Path) -> list[list[Any]]:
    return [list(row) for row in openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True)]


def from_json(file: Path) -> list[list[Any]]:
    rows = json.loads(file.read_text("utf-8"))
    return [list(rows[0]) if rows else [], *(list(row.values()) for row in rows)]


def from_parquet(file: Path) -> list[list[Any]]:
    table = parquet.read_table(file)
    return [table.column_names, *(list(row.values()) for row in table.to_pylist())]


READ: dict[str, Callable[[Path], list[list[Any]]]] = {
    ".csv": from_csv,
    ".xlsx": from_xlsx,
    ".json": from_json,
    ".parquet": from_parquet,
}


@pytest.mark.parametrize("stem", TABLES)
def test_files_hold_what_the_notebook_gives(sample: Project, stem: str, tmp_path: Path) -> None:
    name, options = TABLES[stem]
    frame = sample.analyse(name, **options)
    expected = [[value.item() if hasattr(value, "item") else value for value in row] for row in frame.to_numpy(object)]
    for suffix, read in READ.items():
        file = tmp_path / f"table{suffix}"
        write_frame(sample, frame, file, name)
        columns, *rows = read(file)
        if rows or suffix != ".json":  # an empty list has no columns
            assert list(columns) == [str(column) for column in frame.columns], suffix
        assert len(rows) == len(frame), suffix
        for row, wanted in zip(rows, expected, strict=True):
            for cell, value in zip(row, wanted, strict=True):
                if suffix == ".csv" and cell != "" and isinstance(value, int | float) and not isinstance(value, bool):
                    cell = float(cell)  # noqa: PLW2901
                if suffix == ".csv" and isinstance(value, bool):
                    cell = cell.casefold() in ("true", "yes", "1")  # noqa: PLW2901
                assert plain(cell) == plain(value) or (cell in (None, "") and plain(value) is None), (suffix, wanted)


@pytest.mark.parametrize("name", [name for name in ANALYSES if name != NEEDS_A_MODEL])
def test_what_was_asked_is_kept_and_asked_again(sample: Project, name: str) -> None:
    """Every option with its usual value goes into the basket and comes back the same."""
    given = dict(next(iter(QUESTIONS.get(name, (("", {}),))))[1])
    usual = {
        option: default for option, each, default in options_of(ANALYSES[name].options) if each.only in ("", TABLE)
    }
    item = basket.send_to_report(sample, name, "table", usual | given)
    try:
        with sample.read() as read:
            again = asked_again(read, item)
    finally:
        sample.undo()
    for option, value in (usual | given).items():
        if not is_query(ANALYSES[name], option):
            assert again[option] == value, option
    pd.testing.assert_frame_equal(sample.analyse(name, **again), sample.analyse(name, **given))


def test_the_analyses_of_the_sample_give_the_same_bytes_again(sample: Project, tmp_path: Path) -> None:
    first, second = (list(islice(write_all(sample, tmp_path / name), 12)) for name in ("first", "second"))
    assert {file.suffix for file in first} == {".csv", ".svg", ".png"}
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


@pytest.mark.long
def test_every_table_and_figure_of_the_sample_is_written(sample: Project, tmp_path: Path) -> None:
    files = list(write_all(sample, tmp_path))
    with (tmp_path / INDEX).open(encoding="utf-8", newline="") as lines:
        told = list(csv.DictReader(lines))
    assert tuple(told[0]) == COLUMNS
    missing = [row for row in told if row["result"] != "written" and row["analysis"] != NEEDS_A_MODEL]
    assert missing == [], "give it options in sample_analyses.QUESTIONS"
    assert {row["analysis"] for row in told} == set(ANALYSES)
    assert {row["file"] for row in told} - {""} == {file.name for file in files} - {INDEX}
    assert all(file.stat().st_size for file in files)


def test_what_can_be_asked_is_listed() -> None:
    every = qualcode.analyses()
    assert every["name"].tolist() == list(ANALYSES)
    assert all(every["about"].str.len() > 10)
    options = qualcode.analyses("cooccurrence").set_index("option")
    assert options.loc["rule", "default"] == "overlap"
    assert "jaccard" in options.loc["measure", "choices"]
    with pytest.raises(BadInput, match="There is no analysis “nonsense”"):
        qualcode.analyses("nonsense")
