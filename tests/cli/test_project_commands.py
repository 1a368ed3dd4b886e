"""new, info, history, undo, redo, check, backup."""

import json
import sqlite3
from pathlib import Path

import pytest

import qualcode
from qualcode.app import codebook


def test_new_makes_a_project_that_info_counts(run, tmp_path):
    place = tmp_path / "a.qualcode"
    made = run("new", place, "--method", "reflexive", "--name", "Trust", "--coder", "AB")
    assert (made.code, made.err) == (0, "")
    counts = json.loads(run("info", place, "--json").out)
    assert list(counts) == [
        "documents",
        "turns",
        "segments",
        "codings",
        "codes",
        "themes",
        "cases",
        "coders",
        "memos",
        "steps",
        "method",
    ]
    assert counts["method"] == "reflexive"
    assert counts["coders"] == counts["steps"] == 1
    with qualcode.open(place) as project, project.read() as read:
        assert (read.study().name, read.study().method) == ("Trust", "reflexive")
        assert [coder.name for coder in read.coders()] == ["AB"]


def test_info_counts_what_is_there(run, study):
    assert json.loads(run("info", study, "--json").out) == {
        "documents": 2,
        "turns": 5,
        "segments": 5,
        "codings": 5,
        "codes": 2,
        "themes": 1,
        "cases": 1,
        "coders": 2,
        "memos": 0,
        "steps": 13,
        "method": "",
    }
    plain = dict(line.split() for line in run("info", study).out.splitlines())
    assert plain["segments"] == "5"
    assert plain["steps"] == "13"


def test_history_lists_the_steps_as_csv_and_json(run, study):
    lines = run("history", study).out.split("\n")
    assert lines[0] == "number,time,coder,action,summary,reverts"
    assert lines[1].startswith("1,")
    assert lines[-2].split(",")[2:] == ["JL", "coding.apply_code", "Code “time” in P01", ""]
    assert lines[-1] == ""
    steps = json.loads(run("history", study, "--since", 11, "--json").out)
    assert [step["number"] for step in steps] == [12, 13]
    assert list(steps[0]) == ["number", "time", "coder", "action", "summary", "reverts"]
    assert steps[0]["reverts"] is None


def test_undo_takes_back_ones_own_last_step_and_redo_brings_it_again(run, study):
    undone = run("undo", study, "--coder", "AB")
    assert undone.out == "Undone: Code “trust” in P02 (step 10, AB)\n"
    step = json.loads(run("history", study, "--since", 13, "--json").out)[0]
    assert (step["coder"], step["action"], step["reverts"]) == ("AB", "undo", 10)
    assert json.loads(run("info", study, "--json").out)["codings"] == 4
    again = json.loads(run("redo", study, "--coder", "AB", "--json").out)
    assert (again["number"], again["summary"]) == (10, "Code “trust” in P02")
    assert json.loads(run("info", study, "--json").out)["codings"] == 5


def test_undo_of_a_step_by_number_and_of_anybodys(run, study):
    assert run("undo", study, "--step", 9, "--coder", "JL").out.startswith("Undone: Code “time”")
    assert run("undo", study, "--anyone", "--coder", "AB").out == "Undone: Code “time” in P01 (step 13, JL)\n"


def test_undo_without_own_steps_says_whose_the_last_are(run, study, last_step):
    before = last_step(study)
    outcome = run("undo", study, "--coder", "Nobody")
    assert outcome.code == 1
    assert outcome.err.startswith("qualcode: ")
    assert "AB, JL" in outcome.err
    assert last_step(study) == before


def test_undo_refuses_when_later_work_stands_on_the_step(run, study, last_step):
    before = last_step(study)
    outcome = run("undo", study, "--step", 4, "--coder", "AB")
    assert (outcome.code, outcome.out) == (1, "")
    assert "cannot be undone" in outcome.err
    assert last_step(study) == before


def test_check_says_that_nothing_is_wrong(run, study):
    assert run("check", study).out == "Nothing is wrong.\n"
    assert json.loads(run("check", study, "--json").out) == []


def test_check_names_each_problem_and_exits_with_1(run, study):
    connection = sqlite3.connect(study)
    connection.execute("UPDATE code SET name = 'trusty' WHERE name = 'trust'")
    connection.commit()
    connection.close()
    outcome = run("check", study)
    assert outcome.code == 1
    assert "rows: 1 of the code rows were changed outside the program." in outcome.out.splitlines()
    found = json.loads(run("check", study, "--json").out)
    assert {"where", "what"} == set(found[0])


def test_backup_is_made_listed_and_brought_back(run, study):
    first = json.loads(run("backup", study, "--json").out)
    with qualcode.open(study, coder="AB") as project:
        codebook.add_code(project, "hope")
    listed = json.loads(run("backup", study, "--list", "--json").out)
    assert [row["step"] for row in listed] == [14, 13]
    assert listed[1]["file"] == first["file"]
    assert run("backup", study, "--list").out.startswith("number,time,step,file\n1,")
    done = json.loads(run("backup", study, "--restore", 2, "--json").out)
    assert done["step"] == 13
    assert json.loads(run("info", study, "--json").out)["codes"] == 2
    with qualcode.open(done["kept"], read_only=True) as kept, kept.read() as read:
        assert "hope" in {code.name for code in read.codes()}


def test_a_damaged_file_is_brought_back(run, study):
    run("backup", study)
    study.write_bytes(study.read_bytes()[:5000])
    damaged = run("info", study)
    assert damaged.code == 1
    assert "backup" in damaged.err
    assert run("backup", study, "--restore", 1).code == 0
    assert run("check", study).code == 0


def test_nothing_is_brought_back_under_an_open_window(run, study):
    run("backup", study)
    with qualcode.open(study):
        outcome = run("backup", study, "--restore", 1)
    assert outcome.code == 1
    assert "open" in outcome.err


@pytest.mark.parametrize("command", ["info", "history", "check", "backup"])
def test_looking_leaves_the_file_as_it_is(run, study: Path, command):
    before = study.read_bytes()
    assert run(command, study).code == 0
    assert study.read_bytes() == before
    assert sorted(file.name for file in study.parent.iterdir()) == ["study.qualcode", "texts"]


def test_the_coder_of_the_settings_acts_when_nobody_is_named(run, study):
    from qualcode.app import settings

    settings.save(settings.Settings(coder="JL"))
    assert run("undo", study).out.endswith("(step 13, JL)\n")


def test_a_file_and_a_server_are_used_alike(run, place, tmp_path):
    (tmp_path / "one.txt").write_text("INT: Hello?\n\nROSA: We trust them.\n", "utf-8")
    (tmp_path / "s.csv").write_text(
        "document,start,end,code,coder\none,19,33,Power > trust,AB\none,22,27,time,JL\n", "utf-8"
    )
    assert run("new", place, "--coder", "AB").code == 0
    assert "already" in run("new", place).err
    assert run("import", place, tmp_path / "one.txt", tmp_path / "s.csv", "--coder", "AB").code == 0
    (row,) = json.loads(run("analyse", place, "cooccurrence", "--json").out)
    assert (row["n_a"], row["n_b"], row["n_ab"], row["pairs"]) == (14, 5, 5, 1)
    assert len(json.loads(run("search", place, "trust", "--json").out)) == 1
    assert run("export", place, "segments", tmp_path / "out.csv").code == 0
    assert run("undo", place, "--coder", "AB").code == 0
    assert json.loads(run("info", place, "--json").out)["codings"] == 0
    assert run("redo", place, "--coder", "AB").code == 0
    assert json.loads(run("info", place, "--json").out)["codings"] == 2
    assert run("check", place).out == "Nothing is wrong.\n"
    assert len(json.loads(run("history", place, "--json").out)) == 4


def test_a_project_is_read_while_somebody_works_in_it(run, study):
    with qualcode.open(study, coder="AB") as project:
        codebook.add_code(project, "hope")
        assert json.loads(run("info", study, "--json").out)["codes"] == 3
        assert run("undo", study, "--coder", "JL").code == 0
        assert [step.coder for step in project.look_for_steps()] == ["JL"]


def test_backups_are_found_however_the_path_is_written(run, study, monkeypatch):
    run("backup", study)
    monkeypatch.chdir(study.parent / "texts")
    assert len(json.loads(run("backup", "../study.qualcode", "--list", "--json").out)) == 1


def test_what_is_odd_about_the_file_is_said_beside_the_answer(run, study):
    (study.parent / "study (conflicted copy).qualcode").write_bytes(study.read_bytes())
    outcome = run("info", study, "--json")
    assert (outcome.code, json.loads(outcome.out)["codings"]) == (0, 5)
    assert outcome.err.startswith("qualcode: Beside study.qualcode lies ")
    assert outcome.err.count("\n") == 1
