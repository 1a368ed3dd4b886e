"""retrieval and queries on the command line: questions as they are typed, their rows, what is said of wrong ones."""

import csv
import io
import json

import docx
import openpyxl
import pytest


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_a_query_gives_rows_of_the_table_of_segments(run, study, tmp_path):
    run("export", study, "segments", tmp_path / "s.csv")
    every = rows((tmp_path / "s.csv").read_text("utf-8"))
    asked = run("analyse", study, "retrieval", "--query", "trust OVERLAPPING trust AND NOT text:nothing")
    assert asked.code == 0
    expected = [row for row in every if row["code"].endswith("trust")]
    assert rows(asked.out) == expected
    assert expected
    listed = json.loads(run("analyse", study, "retrieval", "--query", "trust", "--json").out)
    assert listed[0]["code"] == "Power > trust"


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json", "docx", "html"])
def test_an_answer_as_a_file(run, study, tmp_path, suffix):
    out = tmp_path / f"found.{suffix}"
    assert run("analyse", study, "retrieval", "--query", "trust", "--out", out).code == 0
    assert out.stat().st_size > 0


def test_segments_that_answer_are_exported(run, study, tmp_path):
    number = len(rows(run("analyse", study, "retrieval", "--query", "coder:AB").out))
    for suffix in ("csv", "xlsx", "json", "docx", "html"):
        assert run("export", study, "segments", tmp_path / f"s.{suffix}", "--query", "coder:AB").code == 0
    assert len(rows((tmp_path / "s.csv").read_text("utf-8"))) == number
    assert openpyxl.load_workbook(tmp_path / "s.xlsx").worksheets[0].max_row == number + 1
    assert len(json.loads((tmp_path / "s.json").read_text("utf-8"))) == number
    assert "trust" in " ".join(one.text for one in docx.Document(tmp_path / "s.docx").paragraphs)
    checked = run("export", study, "segments", tmp_path / "s.csv", "--query", "coder:AB", "--check")
    assert checked.code == 0


def test_a_query_is_kept_listed_and_asked_again(run, study):
    assert run("queries", study).out == "name,smart,query,question,coder,created,comment\n"
    kept = run("queries", study, "--save", "By AB", "--query", "trust AND coder:AB", "--smart", "--coder", "AB")
    assert kept.code == 0
    (row,) = rows(kept.out)
    assert (row["name"], row["smart"], row["coder"]) == ("By AB", "yes", "AB")
    assert row["query"] == '"Power > trust" AND coder:AB'
    assert row["question"].startswith("Found are the segments that carry “Power > trust”, where only codings count")
    direct = run("analyse", study, "retrieval", "--query", "trust AND coder:AB").out
    assert run("analyse", study, "retrieval", "--saved", "By AB").out == direct
    listed = rows(run("analyse", study, "frequencies", "--smart").out)
    assert listed[-1]["code"] == "By AB"
    assert listed[-1]["codings"] == str(len(rows(direct)))
    assert run("queries", study, "--remove", "By AB", "--coder", "AB").code == 0
    assert run("queries", study, "--json").out.strip() == "[]"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["analyse", "retrieval"], 1, "Write a query"),
        (["analyse", "retrieval", "--query", "trust AND"], 1, "stops too early"),
        (["analyse", "retrieval", "--query", "nobody"], 1, "no code “nobody”"),
        (["analyse", "retrieval", "--query", "trust", "--saved", "x"], 1, "Write a query"),
        (["analyse", "retrieval", "--saved", "x"], 1, "no query “x”"),
        (["analyse", "retrieval", "--query", "trust", "--out", "x.png"], 1, "comes as a table"),
        (["queries", "--save", "x"], 2, "--save and --query go together"),
        (["queries", "--remove", "x"], 1, "no query “x”"),
        (["export", "codebook", "x.csv", "--query", "trust"], 2, "filters"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(run, study, arguments, code, said):
    asked = run(arguments[0], study, *arguments[1:])
    assert asked.code == code
    assert said in asked.err
    assert asked.err.count("\n") == 1
