"""Queries to a project: what each leaf finds, what the answer looks like, and smart codes that stay live."""

import csv
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from app.study import ANA, BEN
from matplotlib.text import Text

from qualcode.app import (
    cases,
    codebook,
    coding,
    document_sets,
    documents,
    folders,
    marking,
    queries,
    query_names,
    redactions,
    variables,
)
from qualcode.app.analysing.files import drawn_of
from qualcode.app.analysing.quoted import selected_passages
from qualcode.app.analysing.registry import Asked, named
from qualcode.app.analysing.undefined import reasons
from qualcode.app.export import export_file
from qualcode.app.naming import resolve
from qualcode.app.project import Project
from qualcode.app.query_facts import Facts
from qualcode.domain import query_tree
from qualcode.domain.documents import Document
from qualcode.domain.errors import Ambiguous, BadInput, NotFound, Refused
from qualcode.domain.options import options_from
from qualcode.domain.query_language import read_query
from qualcode.domain.query_tree import Query
from qualcode.domain.questions import SavedQuery

START = ANA.index("I trusted")
GARDEN = ANA.index("garden")
TRUST = BEN.index("信任")


def found(project: Project, query: str, **filters: Any) -> list[tuple[str, int, str, str]]:
    """Document, start, code and coder of what a query finds."""
    table = project.analyse("retrieval", query=query, **filters)
    codes = [path.rpartition(" > ")[2] for path in table["code"]]
    return list(zip(table["document"], table["start"], codes, table["coder"], strict=True))


FIRST = ("P01", START, "trust", "Ana")
FIRST_BY_BEN = ("P01", START, "trust", "Ben")
FIRST_PLACE = ("P01", START, "place", "Ana")
SECOND_PLACE = ("P01", GARDEN, "place", "Ana")
CHINESE = ("P02", TRUST, "trust", "Ana")
EVERYTHING = [FIRST, FIRST_BY_BEN, FIRST_PLACE, SECOND_PLACE, CHINESE]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("trust", [FIRST, FIRST_BY_BEN, CHINESE]),
        ("below:Power", [FIRST, FIRST_BY_BEN, CHINESE]),
        ("Power", []),
        ("trust AND place", [FIRST, FIRST_BY_BEN, FIRST_PLACE]),
        ("trust AND place AND coder:Ben", []),
        ("trust AND coder:Ben", [FIRST_BY_BEN]),
        ("trust AND NOT coder:Ben", [FIRST, CHINESE]),
        ("NOT trust", [SECOND_PLACE]),
        ("NOT coder:Ana", [FIRST_BY_BEN]),
        ("place AND NOT trust", [SECOND_PLACE]),
        ("trust SAME SEGMENT AS place", [FIRST, FIRST_BY_BEN]),
        ("trust FOLLOWED BY place WITHIN 0 TURNS", [FIRST, FIRST_BY_BEN]),
        ("place PRECEDED BY trust", [SECOND_PLACE]),
        ("ONLY place", [SECOND_PLACE]),
        ("ONE OF (trust, place)", [SECOND_PLACE, CHINESE]),
        ("document:P02", [CHINESE]),
        ("case:Bo", [CHINESE]),
        ('case:"Ana Lee" AND place', [FIRST_PLACE, SECOND_PLACE]),
        ("case:age>=40", [CHINESE]),
        ("case:age=30..40 AND trust", [FIRST, FIRST_BY_BEN]),
        ("case:team=", [CHINESE]),
        ("speaker:p01 AND place", [FIRST_PLACE, SECOND_PLACE]),
        ("speaker:INTERVIEWER", []),
        ("weight>=2", [FIRST]),
        ("trust AND NOT weight>=2", [FIRST_BY_BEN, CHINESE]),
        ("trust AND made:>=2020 AND coder:Ana", [FIRST, CHINESE]),
        ("made:<2020", []),
        ("comment:SLOW", [FIRST, FIRST_PLACE]),
        ('text:"trusted nobody"', [FIRST, FIRST_BY_BEN, FIRST_PLACE]),
        ('text:"nobody trusted"', []),
        ('words:"nobody trusted" AND place', [FIRST_PLACE]),
        ("text:trust", []),
        ('text:"trust*" AND place', [FIRST_PLACE]),
        ("text:信任", [CHINESE]),
        ('regex:"g.r.en"', [SECOND_PLACE]),
        ("lemma:trust AND place", [FIRST_PLACE]),
    ],
)
def test_what_each_question_finds(file_study: Project, query: str, expected: list[Any]) -> None:
    assert sorted(found(file_study, query)) == sorted(expected)


def test_marks_sets_and_folders(study: Project) -> None:
    with study.read() as read:
        own = next(one for one in read.placed(document=documents_id(study, "P02")))
    marking.set_certainty(study, own, "unsure")
    marking.mark_coding(study, own, "exemplar")
    document_sets.add_document_set(study, "Late", ["P02"])
    folders.move_documents(study, ["P02"], "Interviews/Second")
    for query in ("certainty:unsure", "mark:exemplar", "set:Late", "folder:Interviews", "folder:Interviews/Second"):
        assert found(study, query) == [CHINESE]
    assert CHINESE not in found(study, 'folder:""')
    assert sorted(found(study, "NOT certainty:unsure")) == sorted(set(EVERYTHING) - {CHINESE})


def documents_id(project: Project, name: str) -> Any:
    with project.read() as read:
        document = read.document_named(name)
        assert document is not None
        return document.id


@pytest.mark.parametrize(
    ("query", "error"),
    [
        ("faith", NotFound),
        ("case:height>3", NotFound),
        ("case:age=99", NotFound),
        ("speaker:Nobody", NotFound),
        ("coder:Zoe", NotFound),
        ("smart:none", NotFound),
        ("folder:none", NotFound),
        ("", BadInput),
    ],
)
def test_what_is_not_there_is_said_so(file_study: Project, query: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        found(file_study, query)


def test_an_ambiguous_name_is_not_guessed(file_study: Project) -> None:
    codebook.add_code(file_study, "trust", parent="place")
    with pytest.raises(Ambiguous):
        found(file_study, "trust")


def test_the_answer_is_the_table_of_segments(file_study: Project, tmp_path: Path) -> None:
    export_file(file_study, "segments", tmp_path / "all.csv", ids=True)
    export_file(file_study, "segments", tmp_path / "some.csv", ids=True, query="trust AND place")
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["start"] == str(START)]
    with (tmp_path / "some.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.DictReader(file)) == rows
    table = file_study.analyse("retrieval", query="trust AND place", ids=True)
    assert table["coding_id"].tolist() == [row["coding_id"] for row in rows]
    assert table.attrs["rule"] == '"Power > trust" AND place'
    assert (table.attrs["n"], table.attrs["segments"]) == (3, 1)


def test_the_same_number_everywhere(file_study: Project) -> None:
    passages = file_study.analyse("retrieval", query="trust AND place").attrs["segments"]
    pairs = file_study.analyse("cooccurrence", rule="same-segment")
    assert passages == pairs["n_ab"].item()
    counts = file_study.analyse("frequencies").set_index("code")
    alone = file_study.analyse("retrieval", query="trust")
    assert (alone.attrs["segments"], len(alone)) == tuple(counts.loc["Power > trust", ["segments", "codings"]])
    retrieval = file_study.analyses.retrieval
    assert retrieval.ask(retrieval.typed("trust")).found.size == alone.attrs["segments"]


def test_filters_come_before_the_query(file_study: Project) -> None:
    assert found(file_study, "trust", documents="P02") == [CHINESE]
    assert found(file_study, "NOT trust", coders="Ana") == [SECOND_PLACE]
    assert found(file_study, "ONLY trust", coders="Ben") == [FIRST_BY_BEN]
    # of the document only what Ana Lee says is looked at
    coding.apply_code(file_study, "P01", 0, START + 5, "gatekeeping")
    assert ("P01", 0, "gatekeeping", "Ana") in found(file_study, "text:start")
    assert found(file_study, "text:start", variables={"age": "31"}) == []
    assert ("P01", 0, "gatekeeping", "Ana") in found(file_study, 'text:"I tr*"', variables={"age": "31"})


@pytest.mark.parametrize("codes", ["trust", "place", "gatekeeping"])
def test_a_filter_of_codes_takes_nothing_from_what_is_asked(file_study: Project, codes: str) -> None:
    """It chooses what is given: another code on the passage stays there for ONLY, NOT and the relations."""
    assert found(file_study, "ONLY trust", codes="trust") == [CHINESE]
    assert found(file_study, "place OVERLAPPING trust", codes="place") == [FIRST_PLACE]
    asked = (
        *("ONLY trust", "ONLY place", "NOT trust", "trust AND place", "ONE OF (trust, place)", "below:Power"),
        *("place OUTSIDE trust", "trust FOLLOWED BY place", "NOT weight>=2", 'text:"trusted nobody"'),
    )
    for query in asked:
        whole = [row for row in found(file_study, query) if row[2] == codes]
        assert sorted(found(file_study, query, codes=codes)) == sorted(whole), query


def test_a_cell_opens_its_passage(file_study: Project) -> None:
    analysis = named("retrieval")
    asked = Asked(file_study)
    options = analysis.options(query="place")
    table = analysis.table(asked, options)
    assert analysis.cell is not None
    for row in range(len(table)):
        selection = analysis.cell(asked, options, table, row, "text")
        assert selection is not None
        page = selected_passages(asked, selection)
        assert [(one.name, one.start, one.end) for one in page.passages] == [
            tuple(table.loc[row, ["document", "start", "end"]])
        ]


def test_redacted_words_stay_in(file_study: Project) -> None:
    redactions.redact(file_study, "P01", START, START + 9)
    table = file_study.analyse("retrieval", query="trust")
    assert "trusted" not in " ".join(table["text"])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_found_however_their_accents_are_written(study: Project, form: Any) -> None:
    """A keyboard or a file system may write é as one character or as two."""
    codebook.add_code(study, name="Fürsorge")
    coding.apply_code(study, "P01", START, START + 4, "Fürsorge")
    smart = queries.make_smart(study, queries.save_query(study, "Genähe", "Fürsorge"))
    document_sets.add_document_set(study, "Zurück", documents=["P01"])
    cases.add_variable(study, "Größe", "choice")
    cases.set_value(study, "Ana Lee", "Größe", "mäßig")
    folders.move_documents(study, ["P01"], "Gespräche")
    where = ("P01", START, "Fürsorge", "Ana")

    def typed(text: str) -> str:
        return unicodedata.normalize(form, text)

    for query in ("Fürsorge", "below:Fürsorge", "smart:Genähe", "Genähe", "Fürsorge AND set:Zurück"):
        assert found(study, typed(query)) == [where], query
    for query in ("Fürsorge AND folder:Gespräche", "Fürsorge AND case:Größe=mäßig"):
        assert found(study, typed(query)) == [where], query
    assert len(study.analyse("frequencies", codes=typed("Fürsorge"))) == 1
    by = study.analyse("crosstab", by=typed("Größe"), code=typed("Fürsorge"))
    assert by["category"].iloc[0] == "mäßig"
    assert found(study, "Fürsorge", variables={typed("Größe"): typed("mäßig")}) == [where]
    second = documents.rename_document(study, "P02", unicodedata.normalize("NFD", "Café"))
    with study.read() as read:
        assert resolve(read, Document, typed("Café")).id == second.id
        assert resolve(read, SavedQuery, typed("genähe")).id == smart.id


# ── saved queries and smart codes ──────────────────────────────────────────────────────────────────────────
def test_a_saved_query_means_the_code_whatever_its_name(study: Project) -> None:
    queries.save_query(study, "Both", "trust AND place")
    codebook.rename_code(study, "trust", "confidence")
    codebook.move_code(study, "confidence", None)
    assert len(study.analyse("retrieval", saved="Both")) == 3
    with study.read() as read:
        assert [one.text for one in queries.shown_queries(read)] == ["confidence AND place"]


def test_a_saved_query_follows_a_merge(study: Project) -> None:
    queries.save_query(study, "Both", "trust AND place")
    codebook.merge_codes(study, "place", "gatekeeping")
    assert len(study.analyse("retrieval", saved="Both")) == 3
    study.undo()
    with study.read() as read:
        assert [one.text for one in queries.shown_queries(read)] == ['"Power > trust" AND place']


def test_a_query_of_a_removed_code_says_so(study: Project) -> None:
    queries.make_smart(study, queries.save_query(study, "Both", "trust AND place"))
    queries.make_smart(study, queries.save_query(study, "More", "smart:Both OR gatekeeping"))
    codebook.move_code(study, "place", "Power")
    codebook.remove_code(study, "place")
    gone = "The code “Power > place” is no longer in the project."
    with pytest.raises(NotFound, match=f"^{gone}$"):
        study.analyse("retrieval", saved="Both")
    for asked in ("smart:Both", "smart:More", "gatekeeping OR smart:More"):
        with pytest.raises(NotFound, match=f"^The smart code “Both” has no answer: {gone}$"):
            study.analyse("retrieval", query=asked)
    note = study.analyse("frequencies", smart=True).attrs["note"]
    assert f"The smart code “Both” has no answer: {gone}" in note
    assert f"The smart code “More” has no answer: The smart code “Both” has no answer: {gone}" in note


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Write a query, as in"),
        ({"query": "trust", "saved": "Both"}, "Write a query or name a saved one, not both"),
    ],
)
def test_one_query_is_asked(study: Project, given: dict[str, str], said: str) -> None:
    queries.save_query(study, "Both", "trust AND place")
    with pytest.raises(BadInput, match=said):
        study.analyse("retrieval", **given)


def test_what_is_gone_from_a_query_is_shown_by_its_last_name(study: Project) -> None:
    """Another code of that name is not meant; one that was brought back is."""
    queries.save_query(study, "Both", "trust AND place")
    queries.save_query(study, "Where", "document:P02 AND case:age>40")
    codebook.rename_code(study, "place", "spot")
    codebook.remove_code(study, "spot")
    documents.remove_document(study, "P02")
    variables.remove_variable(study, "age")
    with study.read() as read:
        both, where = queries.shown_queries(read)
    assert both.text == '"Power > trust" AND "spot (removed)"'
    assert "carry “spot (removed)”" in both.sentence
    assert where.text == 'document:"P02 (removed)" AND case:"age (removed)">40'
    codebook.add_code(study, "spot")
    with pytest.raises(NotFound, match="The code “spot” is no longer in the project"):
        study.analyse("retrieval", query=both.text)
    for _ in range(4):
        study.undo()
    assert len(study.analyse("retrieval", query=both.text)) == 3


@pytest.mark.parametrize("removed", [False, True])
def test_layers_of_smart_codes_are_worked_out_once_each(
    study: Project, monkeypatch: pytest.MonkeyPatch, removed: bool
) -> None:
    """Each of seventeen layers asks for the one below it twice: 131,072 ways down."""
    asked: list[Query] = []
    passed = query_tree.parts_of

    def counted(query: Query) -> tuple[Query, ...]:
        asked.append(query)
        assert len(asked) < 20_000
        return passed(query)

    monkeypatch.setattr(query_tree, "parts_of", counted)
    monkeypatch.setattr(query_names, "parts_of", counted)
    queries.make_smart(study, queries.save_query(study, "D0", "place"))
    for layer in range(1, 18):
        queries.make_smart(study, queries.save_query(study, f"D{layer}", f"smart:D{layer - 1} OR smart:D{layer - 1}"))
    if removed:
        codebook.remove_code(study, "place")
        with pytest.raises(NotFound, match="The smart code “D0” has no answer"):
            study.analyse("retrieval", query="smart:D17")
    else:
        facts = []
        codes = Facts.codes
        monkeypatch.setattr(Facts, "codes", lambda self, leaf: facts.append(leaf) or codes(self, leaf))
        assert len(study.analyse("retrieval", query="smart:D17")) == 2
        assert len(facts) == 1


def test_a_smart_code_that_has_no_answer_leaves_the_others_theirs(study: Project) -> None:
    """Its row says that nothing is known: a 0 would be an answer."""
    queries.make_smart(study, queries.save_query(study, "Both", "trust AND place"))
    queries.make_smart(study, queries.save_query(study, "Trusted", "trust"))
    plain = study.analyse("frequencies", smart=True).set_index("code")
    codebook.remove_code(study, "place")
    table = study.analyse("frequencies", smart=True)
    rows = table.set_index("code")
    assert rows.loc["Both"].isna().all()
    assert dict(rows.loc["Trusted"]) == dict(plain.loc["Trusted"])
    assert "The smart code “Both” has no answer: " in table.attrs["note"]
    assert "gone" in reasons("frequencies", table)["segments"]
    analysis = named("frequencies")
    options = options_from(analysis.options, analysis.name, {"smart": True})
    assert analysis.cell is not None
    assert analysis.cell(Asked(study), options, table, list(table["code"]).index("Both"), "segments") is None
    parted = study.analyse("frequencies", smart=True, by="coder")
    assert parted[parted["code"] == "Both"]["segments"].isna().all()
    for value in ("segments", "characters", "presence", "row-share"):
        matrix = study.analyse("matrix", smart=True, value=value, totals=True).set_index("code")
        assert matrix.loc["Both"].isna().all(), value
        assert matrix.loc["Trusted"].notna().all(), value
        shown = study.analyse("matrix", smart=True, value=value)
        assert ("share" in reasons("matrix", shown)["P01"]) == (value == "row-share")
        assert "gone" in reasons("matrix", shown)["P01"]
    across = study.analyse("matrix", smart=True, rows="document", columns="code")
    assert across["Both"].isna().all()
    assert across["Trusted"].sum() == rows.loc["Trusted", "segments"]
    drawn = drawn_of(study, "matrix", smart=True).figure
    words = " ".join(text.get_text() for text in drawn.findobj(Text) if isinstance(text, Text))
    assert "“Both” has no answer" in words


def test_smart_codes_stay_live(study: Project) -> None:
    smart = queries.make_smart(study, queries.save_query(study, "Rooted", "trust AND place"))

    def row() -> dict[str, Any]:
        return dict(study.analyse("frequencies", smart=True).set_index("code").loc["Rooted"])

    assert (row()["segments"], row()["codings"], row()["coders"]) == (1, 2, 2)
    coding.apply_code(study, "P02", TRUST, TRUST + 2, "place")
    assert (row()["segments"], row()["documents"]) == (2, 2)
    assert len(found(study, "Rooted AND document:P02")) == 2
    queries.define_query(study, smart, read_query("trust"))
    assert row()["codings"] == 3
    without = study.analyse("frequencies")
    assert without.equals(study.analyse("frequencies", smart=True).iloc[: len(without)])


def test_a_smart_code_is_asked_of_the_filtered_codings(study: Project) -> None:
    queries.make_smart(study, queries.save_query(study, "Rooted", "trust AND place"))
    few = study.analyse("frequencies", smart=True, coders="Ben").set_index("code")
    assert few.loc["Rooted", "segments"] == 0
    same = study.analyse("frequencies", smart=True, codes="trust").set_index("code")
    assert same.loc["Rooted", "codings"] == 2
    asked = Asked(study, {})
    analysis = named("frequencies")
    options = analysis.options(smart=True)
    table = analysis.table(asked, options)
    assert analysis.cell is not None
    selection = analysis.cell(asked, options, table, len(table) - 1, "segments")
    assert selection is not None
    assert [one.start for one in selected_passages(asked, selection).passages] == [START]


def test_no_query_asks_for_itself(study: Project) -> None:
    queries.save_query(study, "One", "trust")
    queries.save_query(study, "Two", "smart:One OR place")
    with pytest.raises(Refused, match="would ask for itself"):
        queries.define_query(study, "One", "smart:Two")
    with pytest.raises(Refused, match="would ask for itself"):
        queries.define_query(study, "One", "smart:One")
    with pytest.raises(Refused, match="asked for by “Two”"):
        queries.remove_query(study, "One")
    queries.remove_query(study, "Two")
    queries.remove_query(study, "One")


def test_names_of_queries_are_free_or_refused(study: Project) -> None:
    queries.save_query(study, "One", "trust")
    with pytest.raises(Refused, match="already"):
        queries.save_query(study, " One ", "place")
    with pytest.raises(Refused, match="There is a code “place” already"):
        queries.make_smart(study, queries.save_query(study, "place", "trust"))
    with pytest.raises(BadInput):
        queries.save_query(study, "Bad", "trust AND")


def test_smart_codes_in_a_matrix(study: Project) -> None:
    queries.make_smart(study, queries.save_query(study, "Rooted", "trust AND place"))
    without = study.analyse("matrix")
    table = study.analyse("matrix", smart=True)
    assert table.iloc[: len(without)].equals(without)
    assert table.iloc[-1].tolist() == ["Rooted", 1, 0]


@pytest.mark.parametrize("odd", [None, 5, ["trust"], {}, b"trust"])
def test_what_is_no_query_is_not_kept(study: Project, odd: Any) -> None:
    with pytest.raises(BadInput, match="A query is kept as it is typed"):
        queries.save_query(study, "Odd", odd)
