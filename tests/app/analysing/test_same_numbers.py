"""The same question gives the same number in chart, matrix, retrieval, export, command line, notebook and report."""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pandas as pd
import pytest

import qualcode
from qualcode.app import basket
from qualcode.app.analysing.files import drawn_of
from qualcode.app.analysing.quoted import selected_passages
from qualcode.app.analysing.registry import Asked
from qualcode.app.charts import CooccurrenceOptions, cooccurrence_view
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

    @contextmanager
    def kept(self, name: str, **options: Any) -> Iterator[Table]:
        """The table that stands in the report when the question is sent there."""
        basket.send_to_report(self.project, name, options=options)
        try:
            report = build(self.project, ReportOptions(sections=("basket",), table_rows=1000), "2026-11-01")
        finally:
            self.project.undo()
        yield next(part for part in report.parts if isinstance(part, Table))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sample]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(tmp_path_factory.mktemp("home")))
        place = make_sample(tmp_path_factory.mktemp("sample"))
        with qualcode.open(place, coder="Amara Osei") as project:
            yield Sample(project, place)


def id_of(project: Project, path: str) -> UUID:
    codings = project.frames.codings
    return UUID(codings[codings["code"] == path]["code_id"].iloc[0])


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
    with sample.kept("frequencies") as table:
        at = table.columns.index("segments")
        assert {row[0]: int(row[at]) for row in table.rows if int(row[at])} == expected


def test_one_pair_of_codes(sample: Sample, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Two codes on the same words: table, square, pictures, combinations, query, file, command line, report."""
    project, asked = sample.project, Asked(sample.project)
    pairs = project.analyse("cooccurrence", rule="same-segment")
    first = pairs.loc[pairs["n_ab"].idxmax()]
    a, b, number = str(first["code_a"]), str(first["code_b"]), int(first["n_ab"])
    assert number > 1
    square = project.analyse("cooccurrence", rule="same-segment", square=True, measure="n_ab").set_index("code")
    assert (square.loc[a, b], square.loc[b, a]) == (number, number)
    codings = project.frames.codings.drop_duplicates(["code", *SPAN]).set_index(SPAN)["code"]
    assert len(codings.index[codings == a].intersection(codings.index[codings == b])) == number
    query = f'"{a}" AND "{b}"'
    assert len(project.analyse("retrieval", query=query).drop_duplicates(SPAN)) == number
    written = export_file(project, "segments", tmp_path / "both.csv", query=query)
    assert len(pd.read_csv(written).drop_duplicates(SPAN)) == number
    both = project.analyse("combinations", rule="same-segment", fewest=2, largest=2, least=1)
    assert both[(both["code_1"] == a) & (both["code_2"] == b)]["units"].tolist() == [number]
    command = ["analyse", str(sample.place), "cooccurrence", "--rule", "same-segment"]
    assert main(command) == 0
    told = pd.read_csv(io.StringIO(capsys.readouterr().out))
    assert told[(told["code_a"] == a) & (told["code_b"] == b)]["n_ab"].tolist() == [number]
    view = cooccurrence_view(project, CooccurrenceOptions("same-segment", "n_ab", nodes=400))
    row, column = (view.places[code] for code in (id_of(project, a), id_of(project, b)))
    assert (view.heat.text(row, column), view.heat.text(column, row)) == (str(number), str(number))
    nodes = [node.label.path for node in view.network.nodes]
    lines = {frozenset((nodes[edge.a], nodes[edge.b])): edge.value for edge in view.network.edges}
    assert lines[frozenset((a, b))] == number
    for kind in ("chord", "sankey"):
        drawn = drawn_of(project, "cooccurrence", rule="same-segment", measure="n_ab", kind=kind)
        bands = [mark for mark in drawn.marks if mark.says.startswith(f"{a} + {b}: ")]
        assert bands, kind
        for mark in bands:
            assert mark.says == f"{a} + {b}: {number}", kind
            assert mark.opens is not None, kind
            assert selected_passages(asked, mark.opens).total == number, kind
    with sample.kept("cooccurrence", rule="same-segment") as table:
        at = table.columns.index("n ab")
        assert [int(row[at]) for row in table.rows if row[0] == a and row[1] == b] == [number]


def test_characters_of_each_code_in_each_document(sample: Sample) -> None:
    project = sample.project
    matrix = project.analyse("matrix", columns="document", value="characters").set_index("code")
    cells = {(code, document): int(number) for code, row in matrix.iterrows() for document, number in row.items()}
    cells = {place: number for place, number in cells.items() if number}
    for name in ("portrait", "comparison"):
        table = project.analyse(name, level="codes")
        sums = table[table["code"] != "(not coded)"].groupby(["code", "document"])["characters"].sum()
        assert {place: int(number) for place, number in sums.items()} == cells, name
    counted = project.analyse("frequencies").set_index("code")["characters"]
    assert used(counted) == used(matrix.sum(axis=1))
    pairs = project.analyse("cooccurrence", all_pairs=True)
    assert used(pairs.groupby("code_a")["n_a"].first()) == used(counted[pairs["code_a"].unique()])
    coverage = project.analyse("coverage").set_index("document")["coded"]
    # (not coded) of the portraits is what no code covers, blanks between turns included
    sizes = project.frames.documents.set_index("name")["characters"]
    empty = (
        project.analyse("portrait", level="codes").query("code == '(not coded)'").set_index("document")["characters"]
    )
    assert (sizes - coverage[sizes.index]).to_dict() == empty.reindex(sizes.index, fill_value=0).to_dict()


def test_cases_that_have_a_code(sample: Sample) -> None:
    project = sample.project
    counted = used(project.analyse("frequencies").set_index("code")["cases"])
    present = project.analyse("matrix", columns="case", value="presence").set_index("code").drop(columns="(no case)")
    assert used(present.sum(axis=1)) == counted
    crosstab = project.analyse("crosstab", by="Sector")
    groups = crosstab[crosstab["category"] != "(no value)"].groupby("code")["with_code"].sum()
    sector = set(project.frames.cases.dropna(subset=["Sector"])["name"])
    named = present[[case for case in present.columns if case in sector]]
    assert used(groups) == used(named.sum(axis=1))
    carrying = project.analyse("cooccurrence", rule="case", all_pairs=True)
    assert used(carrying.groupby("code_a")["n_a"].first()) == {
        code: number for code, number in counted.items() if code in set(carrying["code_a"])
    }


def test_themes(sample: Sample) -> None:
    project = sample.project
    told = project.analyse("themes").set_index("theme")["segments"]
    assert told.sum() > 20
    assert used(project.analyse("frequencies", level="themes").set_index("code")["segments"]) == used(told)
    matrix = project.analyse("matrix", rows="theme", columns="document").set_index("theme")
    assert used(matrix.sum(axis=1)) == used(told)
    cases = project.analyse("matrix", rows="theme", columns="case").set_index("theme")
    cells = project.analyse("cases-by-themes").set_index(["theme", "case"])["segments"]
    assert {place: int(number) for place, number in cells.items()} == {
        (theme, case): int(number)
        for theme, row in cases.drop(columns="(no case)").iterrows()
        for case, number in row.items()
        if number
    }
    for theme, number in used(told).items():
        quotes = project.analyse("quotes", code=theme, most=500)  # words that lie in each other are offered once
        assert quotes.attrs["n_candidates"] == number >= len(quotes)


def test_codings_and_codes(sample: Sample, expected: Counts, capsys: pytest.CaptureFixture[str]) -> None:
    project = sample.project
    number = len(project.frames.codings)
    assert project.analyse("frequencies")["codings"].sum() == number
    timeline = project.analyse("timeline")
    last = timeline[timeline["coder"] == "(all coders)"].iloc[-1]
    assert (last["cumulative_codings"], last["cumulative_codes"]) == (number, len(expected))
    assert project.analyse("saturation")["cumulative_codes"].iloc[-1] == len(expected)
    assert main(["info", str(sample.place), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["codings"] == number


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
