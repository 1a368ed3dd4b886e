"""versions, review, and the filters of the exported segments."""

import csv
import io
import json

import pytest

import qualcode
from qualcode.app import documents, marking


def rows(out):
    return list(csv.DictReader(io.StringIO(out)))


@pytest.fixture
def changed(study):
    with qualcode.open(study, coder="AB") as project:
        with project.read() as read:
            old = read.text(read.document_named("P01"))
            coded = read.placed(document=read.document_named("P01").id)
        words = {old[one.start : one.end] for one in coded}
        new = old
        for piece in sorted(words, key=len, reverse=True):
            new = new.replace(piece, "sparrows")
        documents.replace_text(project, "P01", new)
    return study


def test_versions_are_listed_and_compared(run, changed):
    found = rows(run("versions", changed, "P01").out)
    assert [one["number"] for one in found] == ["2", "1"]
    assert found[0]["coder"] == "AB"
    pieces = rows(run("versions", changed, "P01", "--from", 1).out)
    assert {one["what"] for one in pieces} == {"same", "gone", "came"}
    assert "sparrows" in "".join(one["text"] for one in pieces if one["what"] == "came")
    back = json.loads(run("versions", changed, "P01", "--from", 2, "--to", 1, "--json").out)
    assert any("sparrows" in one["text"] for one in back if one["what"] == "gone")
    assert run("versions", changed, "P01", "--from", 7).code == 1
    assert "There is no version 7; there are 1 to 2." in run("versions", changed, "P01", "--from", 7).err
    assert run("versions", changed, "P01", "--to", 1).code == 2
    assert run("versions", changed, "P09").code == 1


def test_the_review_queue_is_listed_and_worked_through(run, changed):
    waiting = rows(run("review", changed).out)
    assert len(waiting) >= 2
    assert "sparrows" in {one["now"] for one in waiting}
    assert all(one["then"] and one["codes"] and one["document"] == "P01" for one in waiting)
    moved, others = waiting[0]["segment"], waiting[1:]
    assert run("review", changed, "--move", moved).code == 2
    assert run("review", changed, "--accept", "all", "--move", moved, "--start", 0, "--end", 3).code == 2
    assert run("review", changed, "--move", "nothing", "--start", 0, "--end", 3).code == 1
    assert run("review", changed, "--move", moved, "--start", 0, "--end", 4).out == "Moved: 1 segment.\n"
    assert [one["segment"] for one in rows(run("review", changed).out)] == [one["segment"] for one in others]
    assert json.loads(run("review", changed, "--accept", "all", "--json").out) == {"accepted": len(others)}
    assert rows(run("review", changed).out) == []
    assert run("review", changed, "--accept", "all").code == 1
    assert [one["action"] for one in rows(run("history", changed).out)][-2:] == [
        "reviewing.adjust_place",
        "reviewing.confirm_places",
    ]


def test_segments_are_exported_by_what_is_said_of_them(run, study, tmp_path):
    with qualcode.open(study) as project:
        with project.read() as read:
            found = read.placed()
            names = {one.id: one.name for one in read.coders()}
        for one, certainty in zip(found[:2], ("sure", "unsure"), strict=True):
            project.coder = names[one.coder]
            marking.set_certainty(project, one.id, certainty)
        marking.mark_coding(project, found[1].id, "exemplar")
        marking.discuss_coding(project, found[2].id, "why?")
    out = tmp_path / "s.csv"

    def exported(*options):
        made = run("export", study, "segments", out, *options)
        assert made.code == 0, made.err
        return len(rows(out.read_text("utf-8")))

    assert exported() == len(found)
    assert exported("--certainty", "sure,unsure") == 2
    assert exported("--certainty", "unsure") == exported("--mark", "exemplar") == exported("--discuss") == 1
    assert exported("--certainty", "sure", "--mark", "exemplar") == 0
    assert run("export", study, "segments", out, "--certainty", "maybe").code == 2
    assert run("export", study, "codebook", out, "--discuss").code == 2
