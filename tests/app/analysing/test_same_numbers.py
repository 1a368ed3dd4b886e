"""The same question gives the same number in chart, matrix, retrieval, export, command line, notebook and report."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

import qualcode
from qualcode.app import basket
from qualcode.app.analysing.files import drawn_of
from qualcode.app.analysing.quoted import selected_passages
from qualcode.app.analysing.registry import Asked
from qualcode.app.export import export_file
from qualcode.app.project import Project
from qualcode.app.report import build
from qualcode.app.report_options import ReportOptions
from qualcode.app.sample import make_sample
from qualcode.cli.main import main
from qualcode.formats.report_parts import Table

SPAN = ["document", "start", "end"]
READ: dict[str, Callable[[Path], pd.DataFrame]] = {
    ".csv": pd.read_csv,
    ".xlsx": partial(pd.read_excel, engine="openpyxl"),
    ".json": pd.read_json,
    ".parquet": pd.read_parquet,
}
Counts = dict[str, int]  # segments (distinct spans) of each code that has any, by its path


@dataclass(frozen=True)
class Sample:
    """The sample project, open and as a file."""

    project: Project
    place: Path


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(tmp_path_factory.mktemp("home")))
        place = make_sample(tmp_path_factory.mktemp("sample"))
        with qualcode.open(place, coder="Amara Osei") as project:
            yield Sample(project, place)


def used(counts: pd.Series) -> Counts:
    return {str(code): int(number) for code, number in counts.items() if number}


def spans(frame: pd.DataFrame) -> Counts:
    """Distinct spans of each code in rows of codings."""
    return used(frame.drop_duplicates(["code", *SPAN]).groupby("code").size())


@pytest.fixture(scope="module")
def expected(sample: Sample) -> Counts:
    """What the notebook's frame of codings says: every other way is compared with it."""
    found = spans(sample.project.frames.codings)
    assert len(found) > 30
    return found


def test_frequencies(sample: Sample, expected: Counts) -> None:
    assert used(sample.project.analyse("frequencies").set_index("code")["segments"]) == expected


def test_bars_and_the_quotes_they_open(sample: Sample, expected: Counts) -> None:
    drawn = drawn_of(sample.project, "frequencies", most=1000)
    said = {mark.says.rpartition(": ")[0]: int(mark.says.rpartition(": ")[2]) for mark in drawn.marks}
    assert {path: number for path, number in said.items() if number} == expected
    asked = Asked(sample.project)
    for mark in drawn.marks:
        assert mark.opens is not None
        assert selected_passages(asked, mark.opens).total == expected.get(mark.says.rpartition(": ")[0], 0)


def test_matrix_by_document(sample: Sample, expected: Counts) -> None:
    matrix = sample.project.analyse("matrix", rows="code", columns="document").set_index("code")
    assert used(matrix.sum(axis=1)) == expected


def test_matrix_on_its_side(sample: Sample, expected: Counts) -> None:
    matrix = sample.project.analyse("matrix", rows="document", columns="code")
    assert used(matrix.set_index(matrix.columns[0]).sum(axis=0)) == expected


def test_cells_of_the_matrix_open_as_many_quotes(sample: Sample, expected: Counts) -> None:
    drawn = drawn_of(sample.project, "matrix", columns="document", most=1000, most_sides=1000)
    asked = Asked(sample.project)
    opened = [mark for mark in drawn.marks if mark.opens is not None and mark.opens.codes]
    total = sum(selected_passages(asked, mark.opens, limit=1).total for mark in opened if mark.opens is not None)
    assert total == sum(expected.values())


def test_spread_over_documents(sample: Sample, expected: Counts) -> None:
    spread = sample.project.analyse("spread")
    assert used(spread.groupby("code")["segments"].sum()) == expected


def test_retrieval(sample: Sample, expected: Counts) -> None:
    for path, number in expected.items():
        found = sample.project.analyse("retrieval", query=f'"{path}"')
        assert len(found.drop_duplicates(SPAN)) == number, path


def test_exported_segments(sample: Sample, expected: Counts, tmp_path: Path) -> None:
    written = export_file(sample.project, "segments", tmp_path / "segments.csv")
    assert spans(pd.read_csv(written)) == expected


def test_command_line(sample: Sample, expected: Counts, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["analyse", str(sample.place), "frequencies"]) == 0
    assert used(pd.read_csv(io.StringIO(capsys.readouterr().out)).set_index("code")["segments"]) == expected
    for name in ("counts.csv", "counts.xlsx", "counts.json", "counts.parquet"):
        file = tmp_path / name
        assert main(["analyse", str(sample.place), "frequencies", "--out", str(file)]) == 0
        assert used(READ[file.suffix](file).set_index("code")["segments"]) == expected


def test_cooccurrence_on_the_same_segment(sample: Sample, expected: Counts) -> None:
    pairs = sample.project.analyse("cooccurrence", rule="same-segment", all_pairs=True)
    sides = [pairs.set_index(f"code_{side}")[f"n_{side}"] for side in "ab"]
    assert used(pd.concat(sides).groupby(level=0).first()) == expected


def test_report(sample: Sample, expected: Counts) -> None:
    basket.send_to_report(sample.project, "frequencies")
    try:
        report = build(sample.project, ReportOptions(sections=("basket",), table_rows=1000), "2026-11-01")
    finally:
        sample.project.undo()
    table = next(part for part in report.parts if isinstance(part, Table))
    at = table.columns.index("segments")
    assert {row[0]: int(row[at]) for row in table.rows if int(row[at])} == expected


def test_codes_with_those_below_them(sample: Sample) -> None:
    """The same with rollup: a span with two codes below one counts once."""
    project = sample.project
    counted = used(project.analyse("frequencies", rollup=True).set_index("code")["segments"])
    codings = project.frames.codings
    below = {
        path: len(codings[codings["code"].map(lambda code, path=path: f"{code} > ".startswith(f"{path} > "))]
                  .drop_duplicates(SPAN))
        for path in counted
    }  # fmt: skip
    assert counted == below
    matrix = project.analyse("matrix", rows="code", columns="document", rollup=True).set_index("code")
    assert used(matrix.sum(axis=1)) == counted
    for path, number in counted.items():
        found = project.analyse("retrieval", query=f'below:"{path}"')
        assert len(found.drop_duplicates(SPAN)) == number, path


@pytest.mark.parametrize(
    "filters",
    [{"coders": "Amara Osei"}, {"variables": {"Paid for teaching": "yes"}}, {"folders": "Interviews"}],
    ids=lambda filters: next(iter(filters)),
)
def test_filters_mean_the_same_everywhere(sample: Sample, filters: dict[str, object]) -> None:
    project = sample.project
    counted = used(project.analyse("frequencies", **filters).set_index("code")["segments"])
    assert counted
    matrix = project.analyse("matrix", **filters).set_index("code")
    assert used(matrix.sum(axis=1)) == counted
    for path, number in counted.items():
        found = project.analyse("retrieval", query=f'"{path}"', **filters)
        assert len(found.drop_duplicates(SPAN)) == number, path
