"""The tables for notebooks, and what the filters of an analysis let through."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from app.study import ANA, BEN

import qualcode
from qualcode.app import cases, codebook, coding, documents, exchange
from qualcode.app.project import Project
from qualcode.app.tables import MARK_COLUMNS, SEGMENT_COLUMNS
from qualcode.domain.bundle import Bundle, ReadCoding
from qualcode.domain.codebook_entries import CODEBOOK_COLUMNS
from qualcode.domain.errors import Ambiguous, BadInput, NotFound


def test_codings(study: Project) -> None:
    frame = study.frames.codings
    ids = ["coding_id", "segment_id", "document_id", "code_id", "coder_id"]
    assert list(frame.columns) == [*SEGMENT_COLUMNS, *ids, *MARK_COLUMNS]
    start = ANA.index("I trusted")
    rows = frame[["document", "case", "start", "end", "turn", "speaker", "code", "coder", "text"]].to_dict("records")
    quote = ANA[start : start + 26]  # white space at the end is left out
    assert rows[:3] == [
        {"document": "P01", "case": "Ana Lee", "start": start, "end": start + 26, "turn": 2, "speaker": "P01",
         "code": code, "coder": coder, "text": quote}
        for code, coder in (("Power > trust", "Ana"), ("Power > trust", "Ben"), ("place", "Ana"))
    ]  # fmt: skip
    assert [(row["document"], row["code"], row["case"], row["text"]) for row in rows[3:]] == [
        ("P01", "place", "Ana Lee", "garden"),
        ("P02", "Power > trust", "Bo", "信任"),
    ]
    assert list(frame["weight"].fillna(-1)) == [2.0, -1, -1, -1, -1]
    assert list(frame["comment"]) == ["slow", "", "slow", "", ""]
    assert frame["coding_id"].is_unique
    assert len(set(frame["segment_id"])) == 4, "Ana's two codings on one span share a segment, Ben has his own"


def test_a_segment_belongs_to_every_case_it_touches(study: Project) -> None:
    cases.assign(study, cases.add_case(study, "Who asks").id, "P01", speaker="INTERVIEWER")
    coding.apply_code(study, "P01", ANA.index("start?"), ANA.index("nobody"), "gatekeeping")
    codings = study.frames.codings
    across = codings[codings["code"] == "Power > gatekeeping"].iloc[0]
    assert (across["case"], across["turn"], across["speaker"]) == ("Who asks; Ana Lee", 1, "INTERVIEWER")
    counted = study.frames.codes.set_index("path").loc["Power > gatekeeping", "cases"]
    assert counted == len(across["case"].split("; "))


def test_documents_turns_and_segments(study: Project) -> None:
    frame = study.frames.documents
    assert list(frame.columns) == ["id", "name", "case", "language", "text", "characters", "turns", "codings"]
    rows = frame.set_index("name")
    assert rows.loc["P01", ["case", "language", "text", "characters", "turns", "codings"]].to_list() == [
        "Ana Lee", "en", ANA, len(ANA), 2, 4,
    ]  # fmt: skip
    assert rows.loc["P02", "turns"] == 3, "without labels each paragraph is a turn"
    turns = study.frames.turns
    assert list(turns[["document", "turn", "speaker"]].itertuples(index=False, name=None)) == [
        ("P01", 1, "INTERVIEWER"), ("P01", 2, "P01"), ("P02", 1, ""), ("P02", 2, ""), ("P02", 3, ""),
    ]  # fmt: skip
    assert turns["text"].iloc[0] == "How did you start?"
    for _, turn in turns.iterrows():
        text = rows.loc[turn["document"], "text"]
        assert text[turn["start"] : turn["end"]].endswith(turn["text"])
    segments = study.frames.segments
    assert list(segments["codings"]) == [2, 1, 1, 1]
    assert set(segments["id"]) == set(study.frames.codings["segment_id"])


def test_codes_cases_memos(study: Project) -> None:
    codes = study.frames.codes
    assert list(codes.columns) == list(CODEBOOK_COLUMNS)
    rows = codes.set_index("path")
    assert list(rows.index) == ["Power", "Power > trust", "Power > gatekeeping", "place"]
    counts = ["segments", "documents", "cases", "coders"]
    assert rows.loc["Power > trust", counts].to_list() == [2, 2, 2, 2], "two coders on one span count once"
    assert rows.loc["place", counts].to_list() == [2, 1, 1, 1]
    assert rows.loc["Power", counts].to_list() == [0, 0, 0, 0]
    assert rows.loc["Power > trust", "memo"] == "Trust again and again."
    before = rows.loc["place", "changed"]
    codebook.define_code(study, "place", include="where")
    assert study.frames.codes.set_index("path").loc["place", "changed"] > before
    people = study.frames.cases
    assert list(people.columns) == ["id", "name", "age", "team"]
    assert people["age"].to_list() == [31.0, 44.0]
    assert people["team"].iloc[0] == "north"
    assert pd.isna(people["team"].iloc[1])
    assert list(study.frames.memos["about_kind"]) == ["code", "segment"]
    assert list(study.frames.steps.columns) == ["number", "time", "coder", "action", "summary", "reverts"]


def used(frame: pd.DataFrame) -> dict[str, int]:
    """Codings by code, of those in use."""
    return {row["code"]: row["codings"] for _, row in frame.iterrows() if row["codings"]}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, {"Power > trust": 3, "place": 2}),
        ({"documents": "all", "coders": "all"}, {"Power > trust": 3, "place": 2}),
        ({"documents": "P02"}, {"Power > trust": 1}),
        ({"documents": ["P01", "P02"], "coders": "Ben"}, {"Power > trust": 1}),
        ({"coders": "Ana,Ben", "documents": "P01"}, {"Power > trust": 2, "place": 2}),
        ({"codes": "Power"}, {"Power > trust": 3}),
        ({"codes": ["place", "Power > trust"], "coders": ["Ana"]}, {"Power > trust": 2, "place": 2}),
        ({"variables": {"team": "north"}}, {"Power > trust": 2, "place": 2}),
        ({"variables": {"age": ["44.0"]}}, {"Power > trust": 1}),
        ({"variables": {"age": [31, 44]}}, {"Power > trust": 3, "place": 2}),
        ({"variables": {"age": "44", "team": "north"}}, {}),
        ({"variables": {"age": [">=40"]}}, {"Power > trust": 1}),
        ({"variables": {"age": ["30..31"]}}, {"Power > trust": 2, "place": 2}),
        ({"variables": {"age": "<31"}}, {}),
        ({"variables": {"age": ["<31", "44"]}}, {"Power > trust": 1}),
        ({"variables": {"team": ""}}, {"Power > trust": 1}),
        ({"variables": {"team": ["", "north"]}}, {"Power > trust": 3, "place": 2}),
        ({"variables": {"team": [""], "age": [">31"]}}, {"Power > trust": 1}),
        ({"variables": {"team": [""], "age": [""]}}, {}),
        ({"folders": ["Asia"]}, {"Power > trust": 1}),
        ({"folders": ["Asia/East"]}, {"Power > trust": 1}),
        ({"folders": ["East"]}, {"Power > trust": 1}),
        ({"folders": ["Asia"], "documents": "P01"}, {}),
        ({"folders": [""]}, {"Power > trust": 2, "place": 2}),
    ],
)
def test_filters(filters: dict[str, object], expected: dict[str, int], study: Project) -> None:
    documents.file_document(study, "P02", "Asia/East")
    assert used(study.analyse("frequencies", **filters)) == expected


def test_filters_by_record_and_id(study: Project) -> None:
    with study.read() as read:
        document = read.document_named("P02")
        code = next(code for code in read.codes() if code.name == "trust")
    assert document is not None
    for named in (document, document.id, str(document.id), "P02.txt", "p02"):
        if named == "p02":
            with pytest.raises(NotFound):
                study.analyse("frequencies", documents=[named])
            continue
        assert used(study.analyse("frequencies", documents=[named], codes=[code])) == {"Power > trust": 1}


def test_filters_by_variables_are_met_by_one_and_the_same_case(study: Project) -> None:
    cases.assign(study, "Bo", "P01")
    assert used(study.analyse("frequencies", variables={"age": "44", "team": "north"})) == {}
    cases.set_value(study, "Bo", "team", "north")
    assert used(study.analyse("frequencies", variables={"age": "44", "team": "north"}))["place"] == 2


def test_a_value_is_meant_as_on_import_and_must_be_known(study: Project) -> None:
    cases.add_variable(study, "paid", "yes/no")
    cases.set_value(study, "Bo", "paid", "yes")
    for value in ("Yes", "yes", True):
        assert used(study.analyse("frequencies", variables={"paid": [value]})) == {"Power > trust": 1}
    for variable, value, known in (("paid", "no", "“yes”"), ("paid", "perhaps", "“yes”"), ("age", 45, "“31”, “44”")):
        with pytest.raises(NotFound, match=f"No case has “{value}” for “{variable}”. There are: {known}"):
            study.analyse("frequencies", variables={variable: [value]})


def test_a_year_or_month_alone_means_all_of_it(study: Project) -> None:
    cases.add_variable(study, "met", "date")
    cases.add_variable(study, "wave", "text")
    cases.set_value(study, "Bo", "met", "2024-05-31")
    cases.set_value(study, "Bo", "wave", "2024-05-31")
    for period in ("2024", "2024-05"):
        assert used(study.analyse("frequencies", variables={"met": period})) == {"Power > trust": 1}
        with pytest.raises(NotFound):
            study.analyse("frequencies", variables={"wave": period})
    assert used(study.analyse("frequencies", variables={"met": "2024-06"})) == {}


def test_turn_and_speaker_are_those_of_the_first_turn_touched(tmp_path: Path) -> None:
    text = "ANA: One.\n\n\nBEN: Two.\nANA: Three."
    (tmp_path / "A.txt").write_text(text, "utf-8")
    with qualcode.new(str(tmp_path / "a.qualcode"), coder="Ana") as project:
        documents.import_files(project, [tmp_path / "A.txt"])
        documents.set_speakers(project, "A", r"^(?P<speaker>[A-Z]+):\s*")
        for name in ("Ben", "Ana"):
            cases.add_case(project, name)
            cases.assign(project, name, "A", speaker=name.upper())
        codings = tuple(ReadCoding("A", start, end, ("x",)) for start, end in ((0, 3), (6, 15), (10, 12), (10, 30)))
        exchange.bring_in(project, [exchange.Arrival("spans", b"", Bundle(codings=codings))])
        rows = project.frames.codings
    found = rows[["start", "end", "turn", "speaker", "case"]].fillna(0).itertuples(index=False, name=None)
    assert list(found) == [
        (0, 3, 1, "ANA", "Ana"),
        (6, 15, 1, "ANA", "Ana; Ben"),
        (10, 12, 0, "", ""),
        (10, 30, 2, "BEN", "Ben; Ana"),
    ]


def test_filters_that_name_nothing(study: Project) -> None:
    for filters in ({"documents": "P09"}, {"coders": "Zoe"}, {"codes": "joy"}, {"variables": {"shoe": "9"}}):
        with pytest.raises(NotFound):
            study.analyse("frequencies", **filters)
    with pytest.raises(BadInput, match="names nothing"):
        study.analyse("frequencies", documents=[])
    with pytest.raises(BadInput, match="no option “colour”"):
        study.analyse("frequencies", colour="red")
    with pytest.raises(BadInput, match="no analysis “magic”"):
        study.analyse("magic")
    codebook.add_code(study, "trust")
    codebook.add_code(study, "fine", parent="place")
    codebook.add_code(study, "fine", parent="Power")
    with pytest.raises(Ambiguous, match="place > fine"):
        study.analyse("frequencies", codes="fine")
    assert used(study.analyse("frequencies", codes="trust")) == {}, "a path that is exact is meant"


def test_an_analysis_sees_the_present(study: Project) -> None:
    assert used(study.analyse("frequencies"))["place"] == 2
    coding.apply_code(study, "P02", 0, 3, "place")
    assert used(study.analyse("frequencies"))["place"] == 3
    study.undo()
    assert used(study.analyse("frequencies"))["place"] == 2
    codebook.rename_code(study, "place", "ground")
    assert used(study.analyse("frequencies"))["ground"] == 2
    with study.as_of(study.history()[-1].number - 1) as past:
        assert used(past.analyse("frequencies"))["place"] == 2


def test_cooccurrence_of_the_study(study: Project) -> None:
    frame = study.analyse("cooccurrence")
    assert frame[["code_a", "code_b", "pairs"]].to_numpy().tolist() == [["Power > trust", "place", 1]]
    turns = study.analyse("cooccurrence", rule="turn")
    assert turns[["unit", "n_units", "n_a", "n_b", "n_ab"]].to_numpy().tolist() == [["turn", 5, 2, 1, 1]]
    assert study.analyse("cooccurrence", documents="P02").empty


def test_a_speakers_case_holds_only_the_speakers_turns(study: Project) -> None:
    coding.apply_code(study, "P01", ANA.index("How"), ANA.index("How") + 17, "gatekeeping")
    rows = study.frames.codings.set_index("code")
    assert rows.loc["Power > gatekeeping", "case"] == ""
    cases.assign(study, "Bo", "P01", 0, len(ANA))
    assert study.frames.codings.set_index("code").loc["Power > gatekeeping", "case"] == "Bo"
    assert study.frames.documents.set_index("name").loc["P01", "case"] == "Ana Lee; Bo"
    assert BEN.startswith("Die")


def test_what_belongs_to_no_case_has_no_value(study: Project) -> None:
    cases.unassign(study, "Bo", "P02")
    assert used(study.analyse("frequencies", variables={"age": [""]})) == {"Power > trust": 1}
    assert used(study.analyse("frequencies", variables={"age": ["31"]}))["place"] == 2


def test_a_range_is_one_only_where_values_have_an_order(study: Project) -> None:
    cases.set_value(study, "Bo", "team", ">=3")
    assert used(study.analyse("frequencies", variables={"team": ">=3"})) == {"Power > trust": 1}
    with pytest.raises(BadInput):
        study.analyse("frequencies", variables={"age": ">=old"})
    for wanted, told in (
        ({"age": ["", ">=40"]}, "age = (no value) or >= 40"),
        ({"age": ">=10"}, "age >= 10"),
        ({"age": ["< 40", "30..44", "44"]}, "age = 30..44 or 44 or < 40"),
        ({"team": ">=3"}, "team = >=3"),
    ):
        assert study.analyse("frequencies", variables=wanted).attrs["variables"] == told


def test_a_filter_with_not_says_how_it_is_written(study: Project) -> None:
    with pytest.raises(NotFound, match=r"there is no != in it\. Name the values of “age” one by one"):
        study.analyse("frequencies", variables={"age!": "31"})
    cases.set_value(study, "Bo", "sure!", "yes")
    assert used(study.analyse("frequencies", variables={"sure!": "yes"})) == {"Power > trust": 1}


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"codes": 3}, "a name, or a list of names, records or ids, not 3"),
        ({"documents": 3}, "not 3"),
        ({"coders": b"Ana"}, "not b'Ana'"),
        ({"sets": object()}, "A filter takes a name"),
        ({"folders": 3}, "not 3"),
        ({"folders": [3]}, "A folder is named by a text, not by 3"),
        ({"variables": "age=30"}, "gives each its values.* not age=30"),
        ({"variables": ["age"]}, "gives each its values"),
        ({"variables": {"age": 30}}, "not 30"),
        ({"variables": {"age": None}}, "not None"),
    ],
)
def test_filters_of_a_notebook_that_are_none(study: Project, filters: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        study.analyse("frequencies", **filters)
