"""import: what is read, kept and lost is said, and nothing happens when one file cannot be used."""

import json
import sqlite3

import pytest

import qualcode


@pytest.fixture
def empty(run, tmp_path):
    place = tmp_path / "a.qualcode"
    run("new", place, "--coder", "AB")
    return place


def steps(run, place):
    return json.loads(run("history", place, "--json").out)


def test_import_says_what_was_read_and_is_one_step(run, empty, tmp_path):
    (tmp_path / "one.txt").write_text("INT: Hello?\n\nROSA: Hello.\n", "utf-8")
    (tmp_path / "two.txt").write_bytes("Er sagte: „schön und für immer“, über alles.\n".encode("cp1252"))
    outcome = run("import", empty, tmp_path / "one.txt", tmp_path / "two.txt", "--coder", "AB")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0] == "one.txt"
    assert lines[1].startswith("  read: “one”, 26 characters, 2 turns, speakers INT, ROSA, encoding utf-8")
    assert "windows-1252" in outcome.out.lower() or "cp1252" in outcome.out.lower()
    assert lines[-1] == "Brought in as step 2: 2 documents."
    assert [step["number"] for step in steps(run, empty)] == [1, 2]


def test_import_of_the_same_again_makes_no_step(run, empty, tmp_path):
    (tmp_path / "one.txt").write_text("Hello there.\n", "utf-8")
    run("import", empty, tmp_path / "one.txt", "--coder", "AB")
    again = run("import", empty, tmp_path / "one.txt", "--coder", "Somebody Else")
    assert again.code == 0
    assert again.out.endswith("Nothing new: the project has all of it already.\n")
    assert len(steps(run, empty)) == 2


def test_a_dry_run_changes_nothing_and_says_what_would_come(run, empty, tmp_path, last_step):
    (tmp_path / "one.txt").write_text("INT: Hello?\n\nROSA: Hello.\n", "utf-8")
    before = last_step(empty)
    told = json.loads(run("import", empty, tmp_path / "one.txt", "--dry-run", "--json").out)
    assert (told["dry_run"], told["step"], told["documents"]) == (True, None, ["one"])
    assert told["files"][0]["documents"][0]["speakers"] == ["INT", "ROSA"]
    assert last_step(empty) == before
    assert "Dry run, nothing was changed." in run("import", empty, tmp_path / "one.txt", "--dry-run").out


def test_other_content_under_a_known_name_needs_exists(run, empty, tmp_path, last_step):
    file = tmp_path / "one.txt"
    file.write_text("Hello there.\n", "utf-8")
    run("import", empty, file)
    file.write_text("Hello again.\n", "utf-8")
    before = last_step(empty)
    refused = run("import", empty, file)
    assert refused.code == 1
    assert "--exists" in refused.err
    assert last_step(empty) == before
    assert run("import", empty, file, "--exists", "keep-both").code == 0
    assert run("import", empty, file, "--exists", "replace").code == 0
    with qualcode.open(empty) as project, project.read() as read:
        texts = {document.name: read.text(document) for document in read.documents()}
    assert texts == {"one": "Hello again.\n", "one (2)": "Hello again.\n"}


def test_options_reach_the_reader(run, empty, tmp_path):
    file = tmp_path / "one.txt"
    file.write_bytes("Q1 你好吗\nA1 我很好\n".encode("gb18030"))
    outcome = run(
        "import",
        empty,
        file,
        *("--encoding", "gb18030", "--language", "zh", "--speakers", r"(?P<speaker>[QA]1) "),
        *("--case", "file", "--folder", "Interviews"),
    )
    assert (outcome.code, outcome.err) == (0, "")
    with qualcode.open(empty) as project, project.read() as read:
        (document,) = read.documents()
        assert read.text(document) == "Q1 你好吗\nA1 我很好\n"
        assert (document.language, document.folder) == ("zh", "Interviews")
        assert [case.name for case in read.cases()] == ["one"]
    assert json.loads(run("info", empty, "--json").out)["turns"] == 2


def test_a_survey_codebook_and_segments_come_as_tables(run, empty, tmp_path):
    (tmp_path / "s.csv").write_text(
        "Who,Age,What happened?\n"
        "Ann,31,A long story of how it all began and why it never really ended for me\n"
        "Bob,42,Another long story about a meeting on a Tuesday that nobody had planned\n",
        "utf-8",
    )
    (tmp_path / "c.csv").write_text("path,definition\nPower > trust,Relying on someone\n", "utf-8")
    (tmp_path / "one.txt").write_text("We trust them.\n", "utf-8")
    (tmp_path / "seg.csv").write_text("document,start,end,code,text\none,3,8,Power > trust,trust\n", "utf-8")
    survey = run("import", empty, tmp_path / "s.csv", "--case", "column:Who", "--coder", "AB")
    assert "  read: 2 cases" in survey.out.splitlines()
    files = [tmp_path / name for name in ("c.csv", "one.txt", "seg.csv")]
    told = run("import", empty, *files, "--coder", "AB")
    assert told.out.splitlines()[-1] == "Brought in as step 3: 1 document, 2 new codes, 1 new coding."
    counts = json.loads(run("info", empty, "--json").out)
    assert (counts["cases"], counts["codes"], counts["codings"]) == (2, 1, 1)


def test_one_bad_file_keeps_all_of_them_out(run, empty, tmp_path, last_step):
    (tmp_path / "good.txt").write_text("Hello there.\n", "utf-8")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    before = last_step(empty)
    outcome = run("import", empty, tmp_path / "good.txt", tmp_path / "bad.pdf")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1
    assert last_step(empty) == before


def test_segments_that_do_not_match_the_text_are_refused(run, study, tmp_path, last_step):
    table = tmp_path / "seg.csv"
    table.write_text("document,start,end,code,text\nP01,3,8,trust,other\n", "utf-8")
    before = last_step(study)
    outcome = run("import", study, table)
    assert outcome.code == 1
    assert "is not the quote" in outcome.err
    assert last_step(study) == before


@pytest.mark.parametrize(
    "options",
    [("--folder", "F"), ("--case", "C"), ("--speakers", "none"), ("--exists", "skip"), ("--language", "de")],
    ids=" ".join,
)
def test_an_option_for_documents_is_refused_where_there_is_none(run, study, last_step, options):
    table = study.with_name("codes.csv")
    table.write_text("path,definition\nnew,A new code\n", "utf-8")
    before = last_step(study)
    outcome = run("import", study, table, *options)
    assert (outcome.code, outcome.out) == (1, "")
    assert options[0] in outcome.err
    assert last_step(study) == before
    text = study.parent / "texts" / "P01.txt"
    assert run("import", study, table, text, *options, "--dry-run").code == 0


def test_a_column_for_the_case_is_refused_where_no_survey_is(run, study, last_step):
    before = last_step(study)
    outcome = run("import", study, study.parent / "texts" / "P01.txt", "--case", "column:Name")
    assert outcome.code == 1
    assert "--case column:Name" in outcome.err
    assert last_step(study) == before


def test_the_original_of_a_document_that_was_passed_over_is_not_kept(run, study):
    (study.parent / "P01.txt").write_text("Other words in a document of that name.", "utf-8")
    (study.parent / "P09.txt").write_bytes(b"A document\r\nof its own.")
    outcome = run("import", study, study.parent / "P01.txt", study.parent / "P09.txt", "--exists", "skip")
    assert outcome.code == 0
    connection = sqlite3.connect(study)
    kept = [bytes(data) for (data,) in connection.execute("SELECT data FROM contents WHERE data IS NOT NULL")]
    connection.close()
    assert b"A document\r\nof its own." in kept
    assert b"Other words in a document of that name." not in kept
