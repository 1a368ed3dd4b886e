"""export, analyse and search: files that other libraries open, and tables on standard output."""

import csv
import io
import json

import docx
import openpyxl
import pandas as pd
import pytest

import qualcode
from qualcode.app import cases, document_sets, documents, folders

SEGMENTS = [
    "document",
    "case",
    "start",
    "end",
    "turn",
    "speaker",
    "code",
    "coder",
    "weight",
    "created",
    "comment",
    "text",
]
PAIRS = [
    "code_a",
    "code_b",
    "unit",
    "n_units",
    "n_a",
    "n_b",
    "n_ab",
    "pairs",
    "jaccard",
    "dice",
    "overlap",
    "p_b_given_a",
    "p_a_given_b",
    "lift",
    "phi",
    "documents",
    "cases",
]
RULES = ["overlap", "same-segment", "sentence", "turn", "paragraph", "near:1", "document", "case"]


def test_segments_as_csv(run, study, tmp_path):
    out = tmp_path / "s.csv"
    assert run("export", study, "segments", out).code == 0
    raw = out.read_bytes()
    assert b"\r" not in raw
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8"))))
    assert list(rows[0]) == SEGMENTS
    assert len(rows) == 5
    assert [(row["document"], row["start"], row["code"], row["coder"]) for row in rows[:2]] == [
        ("P01", "30", "Power > trust", "AB"),
        ("P01", "30", "Power > trust", "JL"),
    ]
    assert rows[3]["weight"] == "2.5"
    assert rows[3]["comment"] == "long"
    assert rows[0]["case"] == "Rosa"
    assert rows[4]["text"] == "'=not a formula, I think"


def test_segments_as_xlsx_json_and_docx_hold_the_text_as_it_is(run, study, tmp_path):
    for suffix in ("xlsx", "json", "docx"):
        assert run("export", study, "segments", tmp_path / f"s.{suffix}", "--coders", "AB").code == 0
    sheet = openpyxl.load_workbook(tmp_path / "s.xlsx").worksheets[0]
    header = [cell.value for cell in sheet[1]]
    assert header == SEGMENTS
    assert sheet.max_row == 4
    last = sheet.cell(4, header.index("text") + 1)
    assert (last.value, last.data_type) == ("=not a formula, I think", "s")
    rows = json.loads((tmp_path / "s.json").read_text("utf-8"))
    assert rows[2]["text"] == "=not a formula, I think"
    assert rows[0]["weight"] is None
    document = docx.Document(str(tmp_path / "s.docx"))
    words = "\n".join(
        [paragraph.text for paragraph in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )
    assert "=not a formula, I think" in words


def test_exported_segments_come_in_again_with_the_quote_sign_off(run, study, tmp_path):
    run("export", study, "segments", tmp_path / "s.csv", "--documents", "P02")
    with qualcode.new(tmp_path / "other.qualcode", coder="X"):
        pass
    other = tmp_path / "other.qualcode"
    assert run("import", other, tmp_path / "texts" / "P02.txt", tmp_path / "s.csv").code == 0
    assert json.loads(run("info", other, "--json").out)["codings"] == 1


def test_ids_are_added_on_request(run, study, tmp_path):
    run("export", study, "segments", tmp_path / "s.csv", "--ids")
    frame = pd.read_csv(tmp_path / "s.csv")
    assert list(frame.columns[: len(SEGMENTS)]) == SEGMENTS
    assert frame["code_id"].nunique() == 2
    pairs = pd.read_csv(io.StringIO(run("analyse", study, "cooccurrence", "--ids").out))
    assert set(pairs["code_a_id"]) <= set(frame["code_id"])


def test_the_codebook_in_all_its_forms(run, study, tmp_path):
    for suffix in ("csv", "xlsx", "json", "docx"):
        assert run("export", study, "codebook", tmp_path / f"c.{suffix}").code == 0
    frame = pd.read_csv(tmp_path / "c.csv")
    assert list(frame["path"]) == ["Power", "Power > trust", "Power > time"]
    assert list(frame["segments"]) == [0, 2, 2]
    assert list(frame["coders"]) == [0, 2, 2]
    rows = json.loads((tmp_path / "c.json").read_text("utf-8"))
    assert rows[1]["definition"] == "Relying on someone, over time"
    assert openpyxl.load_workbook(tmp_path / "c.xlsx").worksheets[0].max_row == 4
    document = docx.Document(str(tmp_path / "c.docx"))
    words = "\n".join(
        [paragraph.text for paragraph in document.paragraphs]
        + [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    )
    assert "Relying on someone, over time" in words


@pytest.mark.parametrize("name", ["s.csv", "s.xlsx", "s.json", "s.docx", "s.html"])
def test_the_same_state_gives_the_same_bytes(run, study, tmp_path, name):
    run("export", study, "segments", tmp_path / name)
    first = (tmp_path / name).read_bytes()
    run("export", study, "segments", tmp_path / name)
    assert (tmp_path / name).read_bytes() == first


def test_cooccurrence_on_standard_output(run, study):
    outcome = run("analyse", study, "cooccurrence")
    assert (outcome.code, outcome.err) == (0, "")
    assert "\r" not in outcome.out
    (row,) = csv.DictReader(io.StringIO(outcome.out))
    assert list(row) == PAIRS
    assert (row["code_a"], row["code_b"], row["unit"]) == ("Power > trust", "Power > time", "character")
    # trust 30-43, and 20-43 of the other text; time 39-61 and 30-61: one span of trust meets both of time
    assert [int(row[name]) for name in ("n_a", "n_b", "n_ab", "pairs")] == [36, 31, 13, 2]
    assert float(row["jaccard"]) == pytest.approx(13 / 54)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_gives_the_numbers_of_the_library(run, study, rule):
    printed = pd.read_csv(io.StringIO(run("analyse", study, "cooccurrence", "--rule", rule, "--all").out))
    with qualcode.open(study, read_only=True) as project:
        expected = project.analyse("cooccurrence", rule=rule, all_pairs=True)
    pd.testing.assert_frame_equal(printed, expected, check_dtype=False)


def test_themes_and_what_they_rest_on(run, study):
    (row,) = csv.DictReader(io.StringIO(run("analyse", study, "themes", "--coders", "AB").out))
    assert list(row) == [
        "theme",
        "stage",
        "concept",
        "segments",
        "documents",
        "cases",
        "silent",
        "not_coded",
        "top_case",
        "top_share",
        "evidence_for",
        "evidence_against",
        "counter_search",
        "unfinished",
        "silent_cases",
        "not_coded_cases",
    ]
    assert (row["theme"], row["stage"], row["counter_search"]) == ("Power", "candidate", "no")
    assert row["unfinished"].startswith("no search for counter-evidence; ")


def test_coders_are_chosen_by_name(run, study):
    (row,) = json.loads(run("analyse", study, "cooccurrence", "--coders", "AB", "--json").out)
    assert (row["pairs"], row["n_b"]) == (1, 22)
    assert list(row) == PAIRS
    both = json.loads(run("analyse", study, "cooccurrence", "--coders", "AB,JL", "--json").out)
    assert both == json.loads(run("analyse", study, "cooccurrence", "--coders", "all", "--json").out)


def test_documents_codes_and_variables_narrow_the_table(run, study):
    def segments(*options):
        rows = json.loads(run("analyse", study, "frequencies", "--json", *options).out)
        return [row["segments"] for row in rows]

    assert segments() == [0, 2, 2]
    assert segments("--rollup") == [4, 2, 2]
    assert segments("--documents", "P02") == [0, 1, 0]
    assert segments("--codes", "time") == [2]
    assert segments("--variable", "Sector=food") == [0, 1, 2]


def test_a_square_table_has_both_halves(run, study):
    rows = list(csv.reader(io.StringIO(run("analyse", study, "cooccurrence", "--square").out)))
    assert rows[0] == ["code", "Power > trust", "Power > time"]
    assert (rows[1][2], rows[2][1]) == ("2", "2")
    options = ("--square", "--measure", "p_b_given_a")
    rows = list(csv.reader(io.StringIO(run("analyse", study, "cooccurrence", *options).out)))
    assert float(rows[1][2]) == pytest.approx(13 / 36)
    assert float(rows[2][1]) == pytest.approx(13 / 31)
    assert rows[1][1] == ""


def test_a_code_and_one_below_it_have_an_empty_cell_in_the_square(run, study):
    rows = json.loads(run("analyse", study, "cooccurrence", "--square", "--rollup", "--json").out)
    assert rows[0] == {"code": "Power", "Power": 4, "Power > trust": None, "Power > time": None}
    assert rows[1] == {"code": "Power > trust", "Power": None, "Power > trust": 2, "Power > time": 2}


def test_tables_as_files(run, study, tmp_path):
    for name in ("t.csv", "t.xlsx", "t.json", "t.parquet"):
        assert run("analyse", study, "cooccurrence", "--out", tmp_path / name).code == 0
    assert (tmp_path / "t.csv").read_text("utf-8") == run("analyse", study, "cooccurrence").out
    assert json.loads((tmp_path / "t.json").read_text("utf-8"))[0]["pairs"] == 2
    assert list(pd.read_parquet(tmp_path / "t.parquet").columns) == PAIRS
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[1]] == PAIRS
    assert [cell.value for cell in sheet[2]][7] == 2


def test_a_workbook_says_how_its_table_was_made(run, study, tmp_path):
    square = ("--square", "--measure", "phi", "--rule", "turn", "--rollup")
    chosen = ("--coders", "AB", "--documents", "P01", "--variable", "Sector=food")
    assert run("analyse", study, "cooccurrence", *square, *chosen, "--out", tmp_path / "t.xlsx").code == 0
    about = dict(openpyxl.load_workbook(tmp_path / "t.xlsx")["About"].values)
    steps = json.loads(run("history", study, "--json").out)
    assert about == {
        "project": "study",
        "date": steps[-1]["time"],
        "step": steps[-1]["number"],
        "analysis": "cooccurrence",
        "rule": "turn",
        "measure": "phi",
        "unit": "turn",
        "n_units": 3,
        "n_codes": 3,
        "n_segments": 4,
        "n_codings": 2,
        "n_documents": 1,
        "n_coded_documents": 1,
        "rollup": "yes",
        "documents": "1 of 2: P01",
        "coders": "1 of 2: AB",
        "codes": "all 3",
        "variables": "Sector = food",
        "folders": "all",
        "document_sets": "all",
    }
    assert run("analyse", study, "frequencies", "--codes", "trust", "--out", tmp_path / "f.xlsx").code == 0
    about = dict(openpyxl.load_workbook(tmp_path / "f.xlsx")["About"].values)
    assert (about["n_codings"], about["documents"], about["variables"]) == (3, "all 2", "all")
    assert about["codes"] == "1 of 3: Power > trust"


def test_figures_as_files(run, study, tmp_path):
    heat, net, bars = tmp_path / "h.svg", tmp_path / "n.png", tmp_path / "f.pdf"
    assert run("analyse", study, "cooccurrence", "--measure", "jaccard", "--out", heat).code == 0
    assert run("analyse", study, "cooccurrence", "--kind", "network", "--out", net).code == 0
    assert run("analyse", study, "frequencies", "--out", bars).code == 0
    assert "<svg" in heat.read_text("utf-8")
    assert net.read_bytes().startswith(b"\x89PNG")
    assert bars.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "options",
    [
        ("--kind", "network"),
        ("--square", "--out", "x.svg"),
        ("--json", "--out", "x.json"),
        ("--variable", "Sector"),
    ],
)
def test_options_that_do_not_go_together_are_wrong_usage(run, study, options):
    outcome = run("analyse", study, "cooccurrence", *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.count("\n") == 1


def test_search_finds_words_and_pieces(run, study):
    rows = list(csv.DictReader(io.StringIO(run("search", study, "trust").out)))
    assert [(row["document"], row["start"], row["end"]) for row in rows] == [
        ("P01", "33", "38"),
        ("P01", "45", "50"),
    ]
    with qualcode.open(study, read_only=True) as project, project.read() as read:
        text = read.text(read.documents()[0])
    assert {text[int(row["start"]) : int(row["end"])].lower() for row in rows} == {"trust"}
    assert all(row["context"].count("\n") == 0 for row in rows)
    assert len(json.loads(run("search", study, "信任", "--json").out)) == 1
    assert json.loads(run("search", study, "rus", "--json").out) == []
    assert len(json.loads(run("search", study, "rus", "--substring", "--json").out)) == 2
    assert len(json.loads(run("search", study, "tr.st", "--regex", "--json").out)) == 1


def test_search_can_code_what_it_finds_in_one_step(run, study):
    run("search", study, "years", "--code", "time", "--coder", "JL")
    (step,) = json.loads(run("history", study, "--since", 13, "--json").out)
    assert (step["coder"], step["summary"]) == ("JL", "Autocode “time”: 1 passages found by the words years")
    assert run("search", study, "nowhere", "--code", "time", "--coder", "JL").code == 0
    assert len(json.loads(run("history", study, "--since", 13, "--json").out)) == 1
    again = run("search", study, "years", "--code", "time", "--coder", "JL")
    assert "0 coded; 1 carried “time” already." in again.err
    assert again.out.count("\n") == 2, "what is coded already is still found"
    assert len(json.loads(run("history", study, "--since", 13, "--json").out)) == 1
    run("search", study, "year", "--lemma", "--unit", "sentence", "--first", "--code", "time", "--coder", "JL")
    (_, step) = json.loads(run("history", study, "--since", 13, "--json").out)
    assert step["summary"] == "Autocode “time”: 1 passages, each the sentence around any form of year"


def test_search_knows_forms_neighbours_and_places(run, study):
    found = run("search", study, "trusting", "--lemma", "--json")
    assert [row["start"] for row in json.loads(found.out)] == [33, 45]
    assert found.err == ""
    (near,) = json.loads(run("search", study, "took NEAR/0 years", "--json").out)
    assert near["end"] - near["start"] == len("took years")
    assert json.loads(run("search", study, "trust NEAR/0 years", "--json").out) == []
    assert len(json.loads(run("search", study, "doc:P01 信任", "--json").out)) == 1
    assert json.loads(run("search", study, "doc:nowhere 信任", "--json").out) == []
    (sentence, _) = json.loads(run("search", study, "trust", "--documents", "P01", "--unit", "sentence", "--json").out)
    assert (sentence["start"], sentence["end"]) == (24, 44)
    assert run("search", study, "trust", "--unit", "page").code == 2
    outcome = run("search", study, "doc:P01")
    assert outcome.code == 1
    assert "Add a word." in outcome.err
    with qualcode.open(study, coder="AB") as project:
        documents.set_language(project, "P01", "zh")
    assert "No forms of words are known for the language “zh”" in run("search", study, "trust", "--lemma").err
    assert run("search", study, "trust").err == ""


@pytest.mark.parametrize(
    "command",
    [("search", "trust"), ("analyse", "cooccurrence"), ("analyse", "frequencies", "--json")],
)
def test_reading_leaves_the_file_as_it_is(run, study, command):
    before = study.read_bytes()
    assert run(command[0], study, *command[1:]).code == 0
    assert study.read_bytes() == before


@pytest.mark.parametrize("written", ["Smith, Ann", '"Smith, Ann"', 'AB,"Smith, Ann"', "Smith\\, Ann,AB"])
def test_a_name_with_a_comma_can_be_chosen(run, study, written):
    texts = study.with_name("Smith, Ann.txt")
    texts.write_text("We trust them.", "utf-8")
    run("import", study, texts)
    run("search", study, "trust", "--code", "trust", "--coder", "Smith, Ann")
    outcome = run("analyse", study, "frequencies", "--coders", written, "--codes", "trust")
    assert (outcome.code, outcome.err) == (0, "")
    coders = [row.split(",")[5] for row in outcome.out.splitlines() if "trust," in row]
    assert coders == ["2" if "AB" in written else "1"]
    documents = written.replace("AB", "P01")
    outcome = run("analyse", study, "frequencies", "--documents", documents, "--codes", "trust")
    found = [row.split(",")[3] for row in outcome.out.splitlines() if "trust," in row]
    assert found == ["2" if "P01" in documents else "1"]


def test_a_name_in_quotes_is_taken_as_it_is_first(run, study):
    run("import", study, "--coder", '"Ann"', study.parent / "texts" / "P01.txt", "--case", "Q")
    assert run("analyse", study, "frequencies", "--coders", '"Ann"').code == 0


def test_sets_folders_and_ranges_narrow_what_is_counted_found_and_written(run, study, tmp_path):
    with qualcode.open(study, coder="AB") as project:
        document_sets.add_document_set(project, "Early", ["P01"])
        folders.move_documents(project, ["P01"], "Talks/First")
        cases.add_variable(project, "age", "number")
        cases.set_value(project, "Rosa", "age", 40)

    def found(*options):
        out = run("search", study, "INT", *options)
        return {row["document"] for row in csv.DictReader(io.StringIO(out.out))} if out.code == 0 else out.code

    assert found() == {"P01", "P02"}
    assert found("--set", "Late") == 1
    for options in (
        ("--set", "Early"),
        ("--folder", "Talks"),
        ("--folder", "Talks/First"),
        ("--variable", "age>=40"),
        ("--variable", "age <= 40"),
        ("--variable", "age>39"),
        ("--variable", "age<41"),
        ("--variable", "age=<41"),
        ("--variable", "age=30..60"),
    ):
        assert found(*options) == {"P01"}, options
    assert found("--variable", "age=") == {"P02"}
    with qualcode.open(study, coder="AB") as project:
        cases.add_variable(project, 'wave "A" >= b=c', "number")
        cases.set_value(project, "Rosa", 'wave "A" >= b=c', 2)
    for written in ('"wave ""A"" >= b=c"=2', '"wave ""A"" >= b=c" > 1', '"wave ""A"" >= b=c"=1..3', '"age">=40'):
        assert found("--variable", written) == {"P01"}, written
    assert found("--variable", '"wave ""A"" >= b=c"<2') == set()
    assert found("--variable", "age=50..60") == set()
    assert found("--variable", "age<40") == set()
    assert "NAME<40" in run("search", study, "INT", "--variable", "age").err
    rows = json.loads(run("analyse", study, "frequencies", "--json", "--set", "Early").out)
    assert [row["segments"] for row in rows] == [0, 1, 2]
    assert run("export", study, "segments", tmp_path / "s.csv", "--set", "Early").code == 0
    assert set(pd.read_csv(tmp_path / "s.csv")["document"]) == {"P01"}
