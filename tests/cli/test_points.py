"""name, diff, method: points of the history, what became of the codebook, the profile of the study."""

import csv
import io
import json

import pytest

import qualcode
from qualcode.app import codebook


def rows(out):
    return list(csv.DictReader(io.StringIO(out)))


@pytest.fixture
def changed(run, study):
    assert run("name", study, "Before supervision", "--comment", "all agreed", "--coder", "AB").code == 0
    with qualcode.open(study, coder="AB") as project:
        codebook.define_code(project, "trust", definition="Relying on someone", reason="shorter")
        codebook.merge_codes(project, "time", "trust", reason="one idea")
        codebook.recolor_code(project, "trust", "#123456")
    return study


def test_points_are_named_listed_renamed_and_let_go(run, study, last_step):
    step = last_step(study)[0]
    assert run("name", study, "Round 1", "--coder", "AB").out == f"Named step {step}: Round 1\n"
    named = json.loads(run("name", study, "First codes", "--step", 9, "--comment", "rough", "--json").out)
    assert (named["name"], named["step"], named["comment"]) == ("First codes", 9, "rough")
    listed = rows(run("name", study, "--list").out)
    assert [(one["name"], one["step"], one["comment"]) for one in listed] == [
        ("First codes", "9", "rough"),
        ("Round 1", str(step), ""),
    ]
    assert run("name", study, "Round 1", "--rename", "Round one").out == f"Renamed step {step}: Round one\n"
    assert run("name", study, "Round one", "--remove").code == 0
    assert [one["name"] for one in json.loads(run("name", study, "--list", "--json").out)] == ["First codes"]
    again = run("name", study, "First codes")
    assert (again.code, again.err) == (1, "qualcode: There is a version “First codes” already. Choose another name.\n")
    assert run("name", study, "Gone", "--remove").code == 1
    assert "There are: “First codes”" in run("name", study, "Gone", "--remove").err


@pytest.mark.parametrize(
    "wrong",
    [(), ("--list", "x"), ("x", "--rename", "y", "--remove"), ("x", "--step", "z"), ("x", "--remove", "--step", 3)],
)
def test_wrong_use_of_name_is_said(run, study, last_step, wrong):
    before = last_step(study)
    assert run("name", study, *wrong).code == 2
    assert last_step(study) == before


def test_changes_since_the_last_named_version(run, changed):
    outcome = run("diff", changed)
    assert outcome.code == 0
    assert "compared from step 13 (Before supervision) to step" in outcome.err
    found = rows(outcome.out)
    assert [(one["change"], one["code"], one["field"], one["who"], one["why"]) for one in found] == [
        ("merged", "Power > time", "", "AB", "one idea"),
        ("redefined", "Power > trust", "definition", "AB", "shorter"),
    ]
    assert (found[0]["before"], found[0]["after"]) == ("Power > time", "Power > trust")
    assert "recoloured" in {one["change"] for one in rows(run("diff", changed, "--all").out)}
    assert json.loads(run("diff", changed, "--json").out)[1]["after"] == "Relying on someone"
    whole = rows(run("diff", changed, "--from", "beginning", "--to", "before supervision").out)
    assert [one["change"] for one in whole] == ["added"] * 3


def test_changes_as_a_file(run, changed, tmp_path):
    said = run("diff", changed, "--out", tmp_path / "c.docx", "--date", "2026-10-01")
    assert said.code == 0
    assert "c.docx: 1 merged, 1 redefined from step 13 (Before supervision)" in said.out
    assert (tmp_path / "c.docx").stat().st_size > 5_000
    assert run("diff", changed, "--from", "now", "--out", tmp_path / "c.csv").out.count("no changes") == 1
    assert run("diff", changed, "--out", tmp_path / "c.pdf").code == 1
    assert run("diff", changed, "--out", tmp_path / "c.json", "--json").code == 2
    assert run("diff", changed, "--date", "soon").code == 2


def test_a_moment_that_is_none_is_said(run, changed):
    outcome = run("diff", changed, "--from", "After supervision")
    assert outcome.code == 1
    assert "There is no version “After supervision”." in outcome.err
    assert run("diff", changed, "--from", "999").code == 1


def test_the_method_is_shown_and_changed(run, study, last_step):
    assert run("method", study).out.startswith("No method is chosen. There are: reflexive, codebook")
    shown = run("method", study, "framework", "--coder", "AB")
    assert shown.out.startswith("Framework analysis (framework)\n")
    assert "Ritchie, J., & Spencer, L. (1994)" in shown.out
    assert json.loads(run("info", study, "--json").out)["method"] == "framework"
    assert json.loads(run("method", study, "--json").out)["name"] == "Framework analysis"
    before = last_step(study)
    assert run("method", study, "phenomenology").code == 1
    assert run("method", study).out == shown.out
    assert last_step(study) == before
    assert run("method", study, "none").out.startswith("No method is chosen")
    assert dict(line.split() for line in run("info", study).out.splitlines())["method"] == "none"
