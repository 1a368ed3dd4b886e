"""Nothing is worked out twice while nothing it depends on has changed."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pandas as pd
import pytest

from qualcode.app import bookmarks, cases, codebook, coding, memos
from qualcode.app.analysing.files import drawn_again
from qualcode.app.analysing.quoted import selected_passages
from qualcode.app.analysing.registry import Asked
from qualcode.app.analysing.remembered import Remembered
from qualcode.app.project import Project
from qualcode.domain.selections import Selection


def worked_out(project: Project) -> int:
    return project.analyses.remembered.worked_out


def test_the_same_question_is_worked_out_once(study: Project) -> None:
    first = study.analyse("matrix", value="characters")
    assert worked_out(study) == 1
    first.iloc[0, 1] = -1  # whoever asked may do with it what they like
    first.attrs.clear()
    again = study.analyse("matrix", value="characters")
    assert worked_out(study) == 1
    assert again.iloc[0, 1] != -1
    assert again.attrs["value"] == "characters"
    study.analyse("matrix", value="characters", coders=["Ana"])
    study.analyse("matrix", value="segments")
    study.analyse("frequencies")
    assert worked_out(study) == 4
    assert study.analyses.loads == 1


@pytest.mark.parametrize(
    ("act", "number"),
    [
        (lambda project: memos.write_memo(project, "Read it again."), 1),
        (lambda project: bookmarks.add_bookmark(project, "P01", 3), 1),
        (lambda project: coding.apply_code(project, "P02", 0, 10, "place"), 2),
        (lambda project: codebook.rename_code(project, "place", "places"), 2),
        (lambda project: cases.set_value(project, "Bo", "age", 45), 2),
        (lambda project: project.undo(), 2),
    ],
)
def test_it_is_worked_out_anew_where_what_it_reads_has_changed(
    study: Project, act: Callable[[Project], object], number: int
) -> None:
    """What is counted is how often it was worked out: beside what it reads, everything may change."""
    study.analyse("matrix", columns="age")
    act(study)
    table = study.analyse("matrix", columns="age")
    assert worked_out(study) == number
    assert table.attrs["step"] == study.history()[-1].number  # when it was asked for, not when it was worked out
    other = Remembered()
    study.analyses.remembered = other
    pd.testing.assert_frame_equal(study.analyse("matrix", columns="age"), table)
    assert other.worked_out == 1


def test_a_chart_that_is_only_painted_again_is_not_drawn_again(study: Project) -> None:
    drawn = drawn_again(study, "frequencies", str, "en")
    assert drawn_again(study, "frequencies", str, "en") is drawn
    assert drawn_again(study, "frequencies", str, "zh_CN") is not drawn
    assert drawn_again(study, "frequencies", str, "en", dark=True) is not drawn
    assert worked_out(study) == 3
    coding.apply_code(study, "P02", 0, 10, "place")
    assert drawn_again(study, "frequencies", str, "en") is not drawn


def test_what_was_asked_longest_ago_makes_room() -> None:
    kept = Remembered(room=10)
    for key in ("a", "b", "a", "c", "a", "b"):
        assert kept.result(key, 1, lambda key=key: key.upper(), lambda _: 5) == key.upper()  # type: ignore[misc]
    assert kept.worked_out == 4  # a, b, c, and b once more
    assert kept.result("big", 1, lambda: "BIG", lambda _: 11) == "BIG"
    assert kept.result("big", 1, lambda: "BIG", lambda _: 11) == "BIG"
    assert kept.worked_out == 6


def test_when_codings_were_made_is_read_only_where_it_matters(study: Project) -> None:
    study.analyse("frequencies")
    assert not study.analyses.material().made.size
    study.analyse("timeline")
    material = study.analyses.material(dated=True)
    assert material.made.size == material.code.size
    assert study.analyses.loads == 2
    study.analyse("matrix")
    study.analyses.retrieval.ask(study.analyses.retrieval.typed("made:>=2020"))
    assert study.analyses.loads == 2


def test_passages_made_within_a_time_are_found_by_one_who_read_no_times(study: Project) -> None:
    study.analyse("frequencies")
    hours = study.analyses.material(dated=True).made
    every = Selection(made=(int(hours.min()), int(hours.max()) + 1))
    assert selected_passages(Asked(study), every).total == 3
    assert selected_passages(Asked(study), Selection(made=(0, int(hours.min())))).total == 0


def test_after_a_coding_only_its_document_is_read_again(study: Project) -> None:
    study.analyses.material(dated=True)
    coding.apply_code(study, "P02", 0, 10, "place")
    codebook.add_code(study, "hope", parent="Power")
    study.undo()
    assert study.analyses.material(dated=True).code.size == 6
    study.undo()
    assert study.analyses.material(dated=True).made.size == 5
    assert study.analyses.loads == 1
    cases.add_case(study, "Cleo")
    study.analyses.material()
    assert study.analyses.loads == 2


def test_after_a_backup_was_taken_back_nothing_of_what_went_is_told(file_study: Project) -> None:
    """What came instead has steps of the same numbers."""
    live, backup = file_study.database.place, sqlite3.connect(":memory:")

    def names() -> list[set[str]]:
        material = file_study.analyses.material()
        table, found = file_study.analyse("frequencies"), file_study.analyses.retrieval
        asked = found.ask(found.typed("place"))
        return [set(table["code"]), {code.path for code in material.codes}, {one.path for one in asked.material.codes}]

    with closing(sqlite3.connect(live)) as other, closing(backup):
        other.backup(backup)
        codebook.rename_code(file_study, "trust", "belief")
        assert all("Power > belief" in each for each in names())
        backup.backup(other)
        codebook.rename_code(file_study, "trust", "faith")
        assert all("Power > faith" in each for each in names())
        backup.backup(other)
        assert all("Power > trust" in each for each in names())
        for _ in range(3):
            memos.write_memo(file_study, "Of no account.")
        assert all("Power > trust" in each for each in names())
        backup.backup(other)
        codebook.rename_code(file_study, "trust", "hope")  # a step that has the number of a memo's
        assert all("Power > hope" in each for each in names())
