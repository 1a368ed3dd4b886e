"""import --as variables and export cases: whose row is whose is said, and nothing is half done."""

import json

import pytest

import qualcode

TABLE = "who,Years,Town\nrosa,3,Ulm\nP02.txt,4,Bonn\nCy,5,Bern\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(TABLE, "utf-8")
    return path


def values(place):
    with qualcode.open(place, read_only=True) as project:
        return project.frames.cases.set_index("name")


def test_rows_that_find_nobody_stop_it(run, study, table, last_step):
    before = last_step(study)
    outcome = run("import", study, table, "--as", "variables")
    assert outcome.code == 1
    assert "people.csv, row 4: “Cy”: no case and no document has this name" in outcome.err
    assert "1 of 3 rows find nobody by “who”; nothing was changed" in outcome.err
    assert last_step(study) == before


def test_they_are_left_out_or_become_cases(run, study, table):
    outcome = run("import", study, table, "--as", "variables", "--unmatched", "skip", "--coder", "AB")
    assert outcome.code == 0
    assert "2 rows found by “who”, 1 left out." in outcome.out
    assert "4 values, 1 new case, 2 new variables" in outcome.out, "P02 had no case"
    again = run("import", study, table, "--as", "variables", "--unmatched", "new", "--json", "--coder", "AB")
    told = json.loads(again.out)
    assert (told["rows"], told["left_out"], told["new_cases"], told["values"]) == (3, 0, 1, 2)
    same = run("import", study, table, "--as", "variables", "--coder", "AB")
    assert "Nothing new" in same.out
    assert set(values(study).index) == {"Rosa", "P02", "Cy"}


def test_dry_run_by_and_column(run, study, table, last_step):
    before = last_step(study)
    outcome = run("import", study, table, "--as", "variables", "--dry-run", "--by", "case", "--unmatched", "skip")
    assert (outcome.code, last_step(study)) == (0, before)
    assert "1 row found by “who”, 2 left out." in outcome.out
    named = run(
        "import", study, table, "--as", "variables", "--case", "column:Town", "--unmatched", "skip", "--dry-run"
    )
    assert "0 rows found by “Town”" in named.out
    assert run("import", study, table, "--as", "variables", "--case", "column:Nix").code == 1


def test_cells_that_do_not_fit(run, study, table):
    run("import", study, table, "--as", "variables", "--unmatched", "skip", "--coder", "AB")
    table.write_text("who,Years\nRosa,many\n", "utf-8")
    refused = run("import", study, table, "--as", "variables")
    assert refused.code == 1
    assert "row 2, Years: “many” is not a number." in refused.err
    assert "--unfit skip" in refused.err
    assert "--unfit text" in refused.err
    told = run("import", study, table, "--as", "variables", "--unfit", "skip", "--dry-run")
    assert "1 cell does not fit" in told.out
    skipped = run("import", study, table, "--as", "variables", "--unfit", "skip", "--coder", "AB")
    assert "row 2, Years: “many” is not a number." in skipped.err
    text = run("import", study, table, "--as", "variables", "--unfit", "text", "--coder", "AB")
    assert "1 value," in text.out


@pytest.mark.parametrize(
    "wrong",
    [
        ["--as", "variables", "--folder", "x"],
        ["--as", "variables", "--by", "colour"],
        ["--as", "variables", "--case", "Rosa"],
        ["--by", "case"],
    ],
)
def test_wrong_options_are_said(run, study, table, wrong):
    assert run("import", study, table, *wrong).code == 2


def test_a_kind_that_is_none_is_told_all_there_are(run, study, table):
    outcome = run("import", study, table, "--as", "colours")
    assert outcome.code == 1
    for kind in ("document", "survey", "codebook", "segments", "variables"):
        assert kind in outcome.err


def test_one_table_at_a_time(run, study, table):
    assert run("import", study, table, table, "--as", "variables").code == 2


def test_many_lost_rows_are_not_all_listed(run, study, table):
    table.write_text("who,Years\n" + "".join(f"Nobody {row},1\n" for row in range(40)), "utf-8")
    assert "and 20 more rows" in run("import", study, table, "--as", "variables").err


def test_the_table_is_exported(run, study, tmp_path):
    out = tmp_path / "cases.csv"
    assert run("export", study, "cases", out).code == 0
    assert out.read_text("utf-8") == "case,documents,Sector,display\nRosa,P01,food,\n"
    assert run("export", study, "cases", tmp_path / "cases.docx").code == 1
    assert run("export", study, "cases", out, "--ids").code == 2


def test_no_column_is_written_over_another(run, study, tmp_path):
    """Long questions begin alike, and accents are written in two ways: each column has its own variable."""
    path, question = tmp_path / "people.csv", "How often? " * 20
    path.write_text(f"who,{question}Work,{question}Home,e\u0301,\u00e9\nRosa,1,2,3,4\n", "utf-8")
    outcome = run("import", study, path, "--as", "variables", "--coder", "AB")
    assert "4 values, 0 new cases, 4 new variables" in outcome.out
    again = run("import", study, path, "--as", "variables", "--coder", "AB")
    assert "Nothing new" in again.out


def test_what_was_odd_about_the_table_is_said(run, study, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text('who,Years\nRosa,"3\nCy,4\n', "utf-8")
    outcome = run("import", study, path, "--as", "variables", "--dry-run", "--coder", "AB")
    assert "people.csv: a quotation mark is opened and never closed" in outcome.err
