"""The analyses of co-occurrence asked as a notebook and the command line ask them: numbers, cells, pictures, graph."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from matplotlib.text import Text

from qualcode.app import cases, codebook, coding, documents
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.files import drawn_of, export_chart, table_of
from qualcode.app.analysing.quoted import selected_passages
from qualcode.app.analysing.registry import Asked
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput, Cancelled
from qualcode.domain.options import TABLE, options_from
from qualcode.domain.progress import CallbackProgress

NAMES = ("sequences", "combinations", "group-differences", "network", "dendrogram", "mds")

NEEDED = {"group-differences": {"by": "team"}}


@pytest.fixture
def busy(file_study: Project) -> Project:
    """The small study with codes that meet, and two teams."""
    text = file_study.frames.documents.set_index("name")["text"]
    for name in ("garden", "slow"):
        codebook.add_code(file_study, name)
    for document, words in (("P01", "I trusted nobody at first"), ("P01", "Trust came slowly"), ("P02", "Café créme")):
        start = text[document].index(words)
        for code in ("trust", "garden", "slow"):
            coding.apply_code(file_study, document, start, start + len(words), code)
    cases.set_value(file_study, "Bo", "team", "south")
    return file_study


def asked_of(project: Project, name: str, **given: object) -> tuple[Asked, object, pd.DataFrame]:
    options = options_from(ANALYSES[name].options, name, given, TABLE)
    asked = Asked(project)
    return asked, options, ANALYSES[name].table(asked, options)


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_opens_passages_or_says_that_there_are_none(busy: Project, name: str) -> None:
    given = {**NEEDED.get(name, {}), **({"least": 1} if name == "combinations" else {})}
    asked, options, table = asked_of(busy, name, **given)
    assert len(table)
    opened = 0
    for row in range(len(table)):
        for column in table.columns:
            selection = ANALYSES[name].cell(asked, options, table, row, str(column))
            if selection is not None:
                opened += selected_passages(asked, selection).total > 0
    assert opened


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dark", [False, True])
def test_every_picture_has_marks_that_open_passages(busy: Project, name: str, dark: bool) -> None:
    given = {**NEEDED.get(name, {}), **({"least": 1} if name == "combinations" else {})}
    drawn = drawn_of(busy, name, dark=dark, **given)
    assert drawn.marks
    for mark in drawn.marks:
        assert mark.opens is not None
        assert mark.left >= -1
        assert mark.left + mark.width <= drawn.width + 1
        assert mark.top >= -1
        assert mark.top + mark.height <= drawn.height + 1
    assert any(selected_passages(Asked(busy), mark.opens).total for mark in drawn.marks)


def test_the_numbers_of_a_cell_are_the_passages_it_opens(busy: Project) -> None:
    asked, options, table = asked_of(busy, "sequences", within=2)
    for row in range(len(table)):
        found = ANALYSES["sequences"].cell(asked, options, table, row, "followed")
        assert selected_passages(asked, found).total <= table["followed"].iloc[row]
    asked, options, table = asked_of(busy, "combinations", least=1)
    whole = ANALYSES["combinations"].cell(asked, options, table, 0, "units")
    assert sum(end - start for _, start, end in whole.places) == table["units"].iloc[0]
    alone = ANALYSES["combinations"].cell(asked, options, table, 0, "only")
    assert sum(end - start for _, start, end in alone.places) == table["only"].iloc[0]


@pytest.mark.parametrize("rule", ["overlap", "same-segment", "turn", "document", "case"])
def test_a_code_that_is_filtered_out_is_still_another_code(busy: Project, rule: str) -> None:
    """`only` asks for units with no other code, whether that one is looked at or not."""
    chosen = ["trust", "garden", "slow"]
    coding.apply_code(busy, "P01", 0, 50, "gatekeeping")
    sizes = {"fewest": 2, "largest": 2, "least": 1, "rule": rule}
    whole = busy.analyse("combinations", **sizes).set_index(["code_1", "code_2"])
    few = busy.analyse("combinations", codes=chosen, **sizes).set_index(["code_1", "code_2"])
    assert len(few) == 3
    assert few.equals(whole.loc[few.index])
    asked, options, table = asked_of(busy, "combinations", **sizes)
    asked = Asked(busy, {"codes": chosen})
    row = next(row for row in range(len(table)) if (table["code_1"][row], table["code_2"][row]) == few.index[0])
    opened, every = (ANALYSES["combinations"].cell(one, options, table, row, "only") for one in (asked, Asked(busy)))
    assert opened.places == every.places


def test_a_group_has_the_numbers_of_the_filter(busy: Project) -> None:
    table = busy.analyse("group-differences", by="team", rule="turn", bootstrap=0)
    assert set(table["group_1"]) | set(table["group_2"]) == {"north", "south"}
    for place, team in ((1, "north"), (2, "south")):
        alone = busy.analyse("cooccurrence", rule="turn", variables={"team": team})
        for row in alone.itertuples():
            mine = table[(table["code_a"] == row.code_a) & (table["code_b"] == row.code_b)].iloc[0]
            assert (mine[f"n_ab_{place}"], mine[f"n_units_{place}"]) == (row.n_ab, row.n_units)
            assert mine[f"jaccard_{place}"] == pytest.approx(row.jaccard)
    ranges = busy.analyse("group-differences", by="age", groups=["<40", ">=40"], bootstrap=0)
    assert set(ranges["group_1"]) == {"<40"}


def words_of(project: Project, name: str, **given: Any) -> str:
    """All that is written in a chart, on one line."""
    found = drawn_of(project, name, **given).figure.findobj(Text)
    return " ".join(" ".join(text.get_text() for text in found if isinstance(text, Text)).split())


def test_a_caption_of_groups_is_about_their_documents(busy: Project, tmp_path: Path) -> None:
    """A document of no group is in no number; each group has its own n, in the units of the rule."""
    (tmp_path / "P03.txt").write_text("Nobody of the two teams.\n", "utf-8")
    documents.import_files(busy, [tmp_path / "P03.txt"], language="en")
    said = words_of(busy, "group-differences", by="team", rule="turn")
    table = busy.analyse("group-differences", by="team", rule="turn")
    assert "2 of 3 documents" in said
    assert "have codings" not in said, "all documents of the groups are coded"
    assert (table.attrs["n_documents"], table.attrs["n_coded_documents"]) == (2, 2)
    north, south = table["n_units_1"].iloc[0], table["n_units_2"].iloc[0]
    assert f"n of turns: {north} in “north”, {south} in “south”." in said


@pytest.mark.parametrize("name", ["mds", "dendrogram"])
def test_captions_of_likeness_say_n(busy: Project, tmp_path: Path, name: str) -> None:
    units = busy.analyse("cooccurrence", rule="turn")["n_units"].iloc[0]
    assert f"n = {units} turns." in words_of(busy, name, rule="turn")
    for number in (3, 4):
        (tmp_path / f"P0{number}.txt").write_text("Words.\n", "utf-8")
        documents.import_files(busy, [tmp_path / f"P0{number}.txt"], language="en")
    coding.apply_code(busy, "P03", 0, 5, "trust")
    said = words_of(busy, name, of="documents")
    assert "Shown are 3 of 4 documents" in said, "nobody has coded P04"
    assert "n = 3 documents." in said


def test_groups_that_cannot_be_made(busy: Project) -> None:
    with pytest.raises(BadInput, match="by which variable"):
        busy.analyse("group-differences")
    with pytest.raises(BadInput, match="filters too"):
        busy.analyse("group-differences", by="team", variables={"team": "north"})
    cases.set_value(busy, "Bo", "team", "north")
    with pytest.raises(BadInput, match="fewer than two"):
        busy.analyse("group-differences", by="team")


def test_chance_and_intervals_stand_beside_the_pairs(busy: Project) -> None:
    plain = busy.analyse("cooccurrence")
    table = busy.analyse("cooccurrence", chance=50, bootstrap=40, intervals=["jaccard", "lift"], seed=4)
    assert plain.equals(table[plain.columns])
    added = ["expected", "z", "p", "p_adjusted", "jaccard_low", "jaccard_high", "lift_low", "lift_high"]
    assert list(table.columns) == [*plain.columns, *added]
    assert table.equals(busy.analyse("cooccurrence", chance=50, bootstrap=40, intervals=["jaccard", "lift"], seed=4))
    assert (table.attrs["chance"], table.attrs["bootstrap"], table.attrs["over"]) == (50, 40, "documents")
    with_ids = busy.analyse("cooccurrence", chance=5, ids=True)
    assert list(with_ids.columns)[-2:] == ["code_a_id", "code_b_id"]
    with pytest.raises(BadInput, match="table of pairs"):
        busy.analyse("cooccurrence", chance=5, square=True)
    with pytest.raises(BadInput, match="nothing can be turned"):
        busy.analyse("cooccurrence", chance=5, rule="document")


def test_groups_that_share_people_or_documents(busy: Project) -> None:
    with pytest.raises(BadInput, match=r"“<40” and “>=30” have cases in common \(“Ana Lee”\)"):
        busy.analyse("group-differences", by="age", groups=["<40", ">=30"])
    apart = busy.analyse("group-differences", by="team")
    assert apart.attrs["n_shared_documents"] == 0
    assert "more than one group" not in apart.attrs.get("note", "")
    # Cy was there, too, when Ana Lee spoke
    cases.add_case(busy, "Cy", team="south", age=50)
    cases.assign(busy, "Cy", "P01")
    for over, said in (("documents", "draws each of them once"), ("cases", "not independent")):
        table = busy.analyse("group-differences", by="team", over=over)
        assert "Documents with text of more than one group: 1." in table.attrs["note"]
        assert said in table.attrs["note"]
        figure = drawn_of(busy, "group-differences", by="team", over=over).figure
        shown = " ".join(text.get_text() for text in figure.findobj(Text)).replace("\n", " ")
        assert said in shown


def test_intervals_over_cases_say_what_text_belongs_to_none(busy: Project) -> None:
    given = {"rule": "turn", "bootstrap": 60, "over": "cases", "intervals": ["jaccard", "lift"]}
    table = busy.analyse("cooccurrence", **given)
    assert table.attrs["n_units_fixed"] == 1  # who asks is no case
    assert "Units of no case: 1 of 5." in table.attrs["note"]
    for row in table.dropna(subset=["jaccard_low"]).itertuples():
        assert row.jaccard_low <= row.jaccard <= row.jaccard_high
    cases.add_case(busy, "Who asks")
    cases.assign(busy, "Who asks", "P01", speaker="INTERVIEWER")
    assert "no case" not in busy.analyse("cooccurrence", **given).attrs.get("note", "")


@pytest.mark.parametrize("kind", ["chord", "sankey"])
def test_bands_are_the_pairs(busy: Project, kind: str) -> None:
    drawn = drawn_of(busy, "cooccurrence", kind=kind)
    pairs = busy.analyse("cooccurrence")
    wanted = {f"{row.code_a} + {row.code_b}: {row.pairs}" for row in pairs.itertuples()}
    assert {mark.says for mark in drawn.marks} == wanted
    with pytest.raises(BadInput, match="one width"):
        drawn_of(busy, "cooccurrence", kind=kind, measure="p_b_given_a")
    with pytest.raises(BadInput, match="heat map"):
        drawn_of(busy, "cooccurrence", kind=kind, order="likeness")


def test_networkx_reads_the_graph(busy: Project, tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed here")
    graph = networkx.read_graphml(export_chart(busy, tmp_path / "codes.graphml", "network", measure="jaccard"))
    table = busy.analyse("network", measure="jaccard", ids=True).set_index("node_id")
    assert not graph.is_directed()
    assert set(graph.nodes) == set(table.index)
    for key, values in graph.nodes(data=True):
        row = table.loc[key]
        assert (values["path"], values["community"], values["degree"]) == (row["node"], row["community"], row["degree"])
        assert values["betweenness"] == pytest.approx(row["betweenness"])
        assert values["color"].startswith("#")
    pairs = busy.analyse("cooccurrence", ids=True).set_index(["code_a_id", "code_b_id"])
    for one, other, values in graph.edges(data=True):
        row = pairs.loc[(one, other) if (one, other) in pairs.index else (other, one)]
        assert values["weight"] == pytest.approx(row["jaccard"])
        for name in ("n_ab", "pairs", "documents", "cases", "lift", "dice"):
            assert values[name] == pytest.approx(row[name])
    assert graph.graph["rule"] == "overlap"
    with pytest.raises(BadInput, match="cannot be written"):
        export_chart(busy, tmp_path / "codes.graphml", "frequencies")


def test_a_tree_and_a_plane_of_cases_and_documents(busy: Project) -> None:
    for of, names in (("cases", {"Ana Lee", "Bo"}), ("documents", {"P01", "P02"})):
        tree = busy.analyse("dendrogram", of=of)
        assert {tree["left"].iloc[0], tree["right"].iloc[0]} == names
        with pytest.raises(BadInput, match="too few"):
            busy.analyse("mds", of=of)
    plane = busy.analyse("mds")
    assert plane.attrs["stress"] >= 0
    assert plane[["x", "y"]].notna().all().all()


@pytest.mark.parametrize("asked", [table_of, drawn_of])
def test_a_plane_is_stopped_between_its_starts_and_within_one(busy: Project, asked: Callable[..., object]) -> None:
    seen: list[tuple[int, int]] = []

    def show(done: int, total: int, _what: str) -> None:
        if total == 8:
            seen.append((done, total))

    asked(busy, "mds", progress=CallbackProgress(show), starts=7)
    assert {done for done, _ in seen} == set(range(8))
    assert len(seen) > 8, "one start takes many rounds"
    stops = []
    progress = CallbackProgress(
        lambda done, total, _what: stops.append(done) if total == 8 else None, lambda: len(stops) > 3
    )
    with pytest.raises(Cancelled):
        asked(busy, "mds", progress=progress, starts=7, seed=2)
    assert len(stops) == 4
