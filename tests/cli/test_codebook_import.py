"""import --codebook: what becomes of codes that are there, and the plan as a table before anything is written."""

import csv
import io
import json

import pytest

import qualcode

THEIRS = """path,kind,definition,id
Power,theme,Who decides.,
Power > trust,code,"=Belief, in them",
time,code,Hours.,
Voice > silence,code,,
"""


@pytest.fixture
def theirs(tmp_path):
    path = tmp_path / "theirs.csv"
    path.write_text(THEIRS, "utf-8")
    return path


def paths(place):
    with qualcode.open(place, read_only=True) as project, project.read() as read:
        return {path: read.codebook.by_id[key].definition for key, path in read.codebook.paths().items()}


def table(out):
    return list(csv.DictReader(io.StringIO(out.partition("\n\n")[2])))


def test_a_dry_run_lists_the_plan_as_a_table(run, study, theirs, last_step):
    before = last_step(study)
    told = run("import", study, theirs, "--codebook", "update", "--dry-run")
    assert told.code == 0, told.err
    rows = {row["path"]: row for row in table(told.out)}
    assert [(row["row"], row["state"], row["treatment"]) for row in rows.values()] == [
        ("2", "update", "update"),
        ("3", "update", "update"),
        ("4", "conflict: elsewhere", "update"),
        ("5", "new", "new"),
    ]
    assert rows["time"]["ours"] == "Power > time"
    assert rows["Power > trust"]["differences"] == ("definition: “Relying on someone, over time” → “=Belief, in them”")
    assert "It would bring in: 2 codes new, 3 codes updated." in told.out
    assert last_step(study) == before


def test_without_the_option_the_plan_says_what_happens_then(run, study, theirs):
    rows = {row["path"]: row["treatment"] for row in table(run("import", study, theirs, "--dry-run").out)}
    assert rows == {"Power": "fill", "Power > trust": "keep", "time": "new", "Voice > silence": "new"}
    run("import", study, theirs)
    found = paths(study)
    assert set(rows) < set(found)
    assert found["Power"] == "Who decides."
    assert found["Power > trust"] == "Relying on someone, over time"


@pytest.mark.parametrize(
    ("how", "said", "there"),
    [
        ("new", "3 codes new, 2 codes kept", {"time", "Voice > silence"}),
        ("update", "2 codes new, 3 codes updated", {"Voice > silence"}),
        ("keep", "2 codes new, 3 codes kept", {"Voice > silence"}),
        ("duplicate", "2 codes new, 3 codes duplicated", {"Power 2", "Power > trust 2", "time 2", "Voice > silence"}),
    ],
)
def test_each_way(run, study, theirs, how, said, there):
    before = set(paths(study))
    outcome = run("import", study, theirs, "--codebook", how)
    assert outcome.code == 0, outcome.err
    assert outcome.out.splitlines()[-1].endswith(f"{said}.")
    found = paths(study)
    assert set(found) - before == there | {"Voice"}
    assert found["Power > trust"] == ("=Belief, in them" if how == "update" else "Relying on someone, over time")


def test_json_has_the_plan_and_the_counts(run, study, theirs):
    told = json.loads(run("import", study, theirs, "--codebook", "keep", "--dry-run", "--json").out)
    assert told["codebook"] == {"new": 2, "updated": 0, "kept": 3, "duplicated": 0}
    assert told["plan"][1]["differences"][0]["new"] == "=Belief, in them"


def test_an_option_that_says_nothing_is_refused(run, study, theirs, tmp_path):
    wrong = run("import", study, theirs, "--codebook", "replace")
    assert (wrong.code, "Choose new, update, keep, duplicate" in wrong.err) == (1, True)
    text = tmp_path / "one.txt"
    text.write_text("Hello.\n", "utf-8")
    none = run("import", study, text, "--codebook", "keep")
    assert (none.code, "There is no codebook" in none.err) == (1, True)


@pytest.mark.parametrize("options", [(), ("--codebook", "keep"), ("--codebook", "new")])
@pytest.mark.parametrize(
    "row", ["Power > trust,code,Another one", "Power > trust,theme,", "Power > time,code,\nPower > trust,theme,"]
)
def test_what_differs_and_was_kept_is_not_called_there_already(run, study, tmp_path, options, row, last_step):
    file = tmp_path / "other.csv"
    file.write_text(f"path,kind,definition\n{row}\n", "utf-8")
    before = last_step(study)
    told = run("import", study, file, *options)
    assert (told.code, last_step(study)) == (0, before)
    assert "has all of it already" not in told.out
    assert "kept: 1 code that the file has otherwise; --codebook update takes what the file says" in told.out
    assert told.out.endswith("Nothing new was brought in; 1 code differed and stayed as it was.\n")
    assert json.loads(run("import", study, file, *options, "--json").out)["differing"] == 1
    assert "kept:" not in run("import", study, file, "--codebook", "update").out
    assert "Nothing new: the project has all of it already." in run("import", study, file, *options).out


def test_rows_that_are_there_twice_differ_only_where_they_say_something_else(run, study, tmp_path):
    file = tmp_path / "twice.csv"
    file.write_text("path,definition\nNew,a\nNew,a\n", "utf-8")
    assert "kept:" not in run("import", study, file, "--codebook", "keep").out
    file.write_text("path,definition\nNew,a\nNew,b\n", "utf-8")
    assert "kept: 1 code that" in run("import", study, file, "--codebook", "keep").out
