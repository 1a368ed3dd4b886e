"""export history: the audit trail as a file, chosen by moment, coder and code."""

import csv
import io
import json

import pytest
from sqlalchemy import text

import qualcode


def rows(path):
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))


def test_the_trail_as_a_table_and_what_is_said_of_it(run, study, tmp_path, last_step):
    out = tmp_path / "history.csv"
    told = run("export", study, "history", out)
    number, digest = last_step(study)
    assert (told.code, told.err) == (
        0,
        "qualcode: In this file: 1 case name, 2 file names, 2 coders. --check lists them.\n",
    )
    assert told.out.splitlines()[0].endswith(f"history.csv: {number} of {number} steps.")
    assert told.out.splitlines()[1] == f"The chain of digests is intact; the last one is {digest}."
    found = rows(out)
    assert [row["number"] for row in found] == [str(n + 1) for n in range(number)]
    assert found[-1]["digest"] == digest


def test_only_some_steps(run, study, tmp_path, last_step):
    out = tmp_path / "history.json"
    run("export", study, "history", out, "--of", "trust", "--coder", "AB")
    written = json.loads(out.read_text("utf-8"))
    assert written["about"]["of"] == "Power > trust"
    assert {step["coder"] for step in written["steps"]} == {"AB"}
    assert "Add code “trust”" in [step["summary"] for step in written["steps"]]
    number, _ = last_step(study)
    run("export", study, "history", tmp_path / "late.csv", "--since", number - 1)
    assert [row["number"] for row in rows(tmp_path / "late.csv")] == [str(number)]


@pytest.mark.parametrize(
    "options",
    [("--ids",), ("--kind", "x"), ("--codes", "trust"), ("--style", "cards"), ("--since", "soon")],
)
def test_options_of_others_are_refused(run, study, tmp_path, options):
    told = run("export", study, "history", tmp_path / "h.csv", *options)
    assert told.code != 0
    assert not (tmp_path / "h.csv").exists()


def test_of_is_for_the_history_only(run, study, tmp_path):
    assert run("export", study, "codebook", tmp_path / "c.csv", "--of", "trust").code == 2
    assert "cannot be written as “.pdf”" in run("export", study, "history", tmp_path / "h.pdf").err


def test_a_broken_chain_is_said_and_the_file_says_it_too(run, study, tmp_path):
    with qualcode.open(study) as project, project.database.writing() as connection:
        connection.execute(text("update step set coder = 'Nobody' where number = 3"))
    out = tmp_path / "h.html"
    told = run("export", study, "history", out)
    assert told.code == 0
    assert "The chain of digests is broken: Step 3" in told.err
    assert "was changed after it was written" in out.read_text("utf-8")
