"""Two programs write to one project at the same time: serial, complete, and each learns of the other's steps."""

import subprocess
import sys
from pathlib import Path

import pytest

import qualcode
from qualcode.app import codebook
from qualcode.domain.errors import QualcodeError

CODINGS = 50
WRITER = """
import sys
import qualcode
from qualcode.app import coding

place, coder, first, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
with qualcode.open(place, coder=coder) as project:
    heard = []
    project.changed.connect(lambda step: heard.append((step.number, step.coder)))
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(count):
        coding.apply_code(project, "P01", first + number, first + number + 1, "place")
        if number % 7 == 0:
            project.look_for_steps()
    print("done", flush=True)
    sys.stdin.readline()
    project.look_for_steps()
    print(sorted(heard), flush=True)
"""


def start(place: str, coder: str, first: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, place, coder, str(first), str(CODINGS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def tell(writer: subprocess.Popen[str]) -> None:
    assert writer.stdin is not None
    writer.stdin.write("\n")
    writer.stdin.flush()


def answer(writer: subprocess.Popen[str]) -> str:
    assert writer.stdout is not None
    return writer.stdout.readline().strip()


def test_two_processes_write_at_once(study_place: str) -> None:
    with qualcode.open(study_place, coder="Ana") as project:
        from qualcode.app import documents

        documents.replace_text(project, "P01", "x" * 200)
        before = project.history()[-1].number
    writers = [start(study_place, "Ana", 0), start(study_place, "Ben", 60)]
    try:
        assert [answer(writer) for writer in writers] == ["ready", "ready"]
        for writer in writers:
            tell(writer)
        assert [answer(writer) for writer in writers] == ["done", "done"]
        for writer in writers:
            tell(writer)
        heard = [answer(writer) for writer in writers]
        for writer in writers:
            writer.communicate()
            assert writer.returncode == 0
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()
    with qualcode.open(study_place, coder="Ana") as project:
        steps = project.history(since=before)
        assert [step.number for step in steps] == list(range(before + 1, before + 2 * CODINGS + 1))
        assert {step.coder for step in steps} == {"Ana", "Ben"}
        codings = project.frames.codings
        assert len(codings[codings["document"] == "P01"]) == 2 * CODINGS
        expected = str([(step.number, step.coder) for step in steps])
        assert heard == [expected, expected], "each hears of every step once, its own and the other's"
        assert project.check() == []


def test_a_step_of_others_between_ones_own_is_not_missed(study_place: str) -> None:
    with qualcode.open(study_place, coder="Ana") as ana, qualcode.open(study_place, coder="Ben") as ben:
        codebook.add_code(ben, "his")
        codebook.add_code(ana, "hers")
        codebook.add_code(ana, "hers too")
        assert [step.summary for step in ana.look_for_steps()] == ["Add code “his”"]
        assert [step.summary for step in ben.look_for_steps()] == ["Add code “hers”", "Add code “hers too”"]
        assert ana.look_for_steps() == ben.look_for_steps() == []
        with pytest.raises(QualcodeError):
            codebook.add_code(ben, "hers")


def test_a_reader_sees_one_moment(study_place: str) -> None:
    with qualcode.open(study_place, coder="Ana") as ana, qualcode.open(study_place, coder="Ben") as ben:
        with ana.read() as read:
            before = read.count("code")
            codebook.add_code(ben, "his")
            assert read.count("code") == before
            assert len(read.codes()) == before
        with ana.read() as read:
            assert read.count("code") == before + 1


def test_the_other_may_close_first(study_path: Path) -> None:
    ana = qualcode.open(study_path, coder="Ana")
    ben = qualcode.open(study_path, coder="Ben")
    ben.close()
    codebook.add_code(ana, "after")
    ana.close()
    assert [file.name for file in study_path.parent.iterdir()] == [study_path.name]
    with qualcode.open(study_path, coder="Ana") as project:
        assert project.check() == []
