"""--as-of: analyses and exports of the project as it was."""

import csv
import io
import json

import qualcode
from qualcode.app import codebook, coding, named_versions


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_analyses_count_what_there_was(run, study, last_step):
    number, _ = last_step(study)
    with qualcode.open(study, coder="AB") as project:
        named_versions.name_version(project, "Before")
        coding.apply_code(project, "P02", 0, 3, "trust")
        codebook.rename_code(project, "time", "duration")
    now = {row["code"]: row["codings"] for row in rows(run("analyse", study, "frequencies").out)}
    assert now["Power > trust"] == "4"
    assert "Power > duration" in now
    for moment in (number, "Before"):
        told = run("analyse", study, "frequencies", "--as-of", moment)
        assert told.code == 0, told.err
        then = {row["code"]: row["codings"] for row in rows(told.out)}
        assert then["Power > trust"] == "3"
        assert "Power > time" in then


def test_exports_write_what_there_was(run, study, tmp_path, last_step):
    number, digest = last_step(study)
    with qualcode.open(study, coder="AB") as project:
        codebook.rename_code(project, "time", "duration")
    for what, out in (("codebook", "c.csv"), ("segments", "s.csv")):
        assert run("export", study, what, tmp_path / out, "--as-of", number).code == 0
        assert "duration" not in (tmp_path / out).read_text("utf-8")
        assert "Power > time" in (tmp_path / out).read_text("utf-8")
    told = run("export", study, "history", tmp_path / "h.json", "--as-of", number)
    assert digest in told.out, "the chain up to then"
    assert len(json.loads((tmp_path / "h.json").read_text("utf-8"))["steps"]) == number
    figure = run("analyse", study, "cooccurrence", "--as-of", number, "--out", tmp_path / "a.svg")
    assert figure.code == 0, figure.err
    assert (tmp_path / "a.svg").exists()


def test_a_moment_there_is_not(run, study, tmp_path):
    assert "There is no version “Someday”" in run("analyse", study, "frequencies", "--as-of", "Someday").err
    assert "no state before that" in run("analyse", study, "frequencies", "--as-of", "1999-01-01").err
    review = run("export", study, "review", tmp_path / "r.html", "--as-of", "2026-01-01")
    assert review.code == 2
    assert not (tmp_path / "r.html").exists()


def test_the_project_itself_is_untouched(run, study, last_step):
    before = last_step(study)
    run("analyse", study, "frequencies", "--as-of", 2)
    assert last_step(study) == before
    with qualcode.open(study) as project:
        assert project.check() == []
