"""What was typed and is in no project yet: whose it is while programs run, end, and reach for it together."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from qualcode.app import runs
from qualcode.app.kept import Shelf
from qualcode.app.settings import drafts_folder

STUDY = "5" * 32

HOLDER = """
import sys
from qualcode.app.kept import Shelf
shelf, study, key = Shelf(), *sys.argv[1:]
print(shelf.put(study, key, {"key": key, "study": study}), flush=True)
sys.stdin.read()
"""

TAKER = """
import sys
from qualcode.app.kept import Shelf
shelf, study = Shelf(), sys.argv[1]
print("ready", flush=True)
sys.stdin.readline()
print(*(one["key"] for one in shelf.left(study) if shelf.take(study, one["key"]) is not None), flush=True)
sys.stdin.read()
"""


@contextmanager
def program(source: str, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """Another run of the program; killed at the end."""
    command = [sys.executable, "-c", source, *arguments]
    running = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def line(running: "subprocess.Popen[str]") -> str:
    assert running.stdout is not None
    return running.stdout.readline().strip()


@pytest.fixture
def shelf(qualcode_home: Path) -> Shelf:
    return Shelf()


def words(key: str) -> dict[str, str]:
    return {"key": key, "study": STUDY, "text": "Words"}


def test_a_program_that_runs_keeps_its_own_until_it_ends(shelf: Shelf) -> None:
    key = uuid4().hex
    with program(HOLDER, STUDY, key) as other:
        assert line(other) == "True"
        assert shelf.left(STUDY) == []
        assert shelf.take(STUDY, key) is None
    assert [one["key"] for one in shelf.left(STUDY)] == [key]
    assert shelf.take(STUDY, key) == {"key": key, "study": STUDY}
    assert shelf.left(STUDY) == [], "now it is ours"
    assert [file.stem for file in (drafts_folder() / "runs").iterdir()] == [runs.NAME], "no lock is left about"


def test_of_several_programs_one_takes_each(shelf: Shelf) -> None:
    """They open the same project in the same moment after a crash."""
    keys = {uuid4().hex for _ in range(40)}
    for key in keys:
        shelf.put(STUDY, key, words(key))
    shelf.let_go(STUDY)
    with program(TAKER, STUDY) as first, program(TAKER, STUDY) as second, program(TAKER, STUDY) as third:
        takers = (first, second, third)
        assert [line(one) for one in takers] == ["ready"] * 3
        for one in takers:
            assert one.stdin is not None
            one.stdin.write("\n")
            one.stdin.flush()
        taken = [key for one in takers for key in line(one).split()]
        assert sorted(taken) == sorted(keys), "each once"
        assert shelf.left(STUDY) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGSTOP")
def test_a_program_that_hangs_is_not_taken_for_dead(shelf: Shelf) -> None:
    key = uuid4().hex
    with program(HOLDER, STUDY, key) as other:
        line(other)
        other.send_signal(signal.SIGSTOP)
        assert shelf.left(STUDY) == []


def test_a_run_is_not_known_by_the_number_of_a_process(shelf: Shelf) -> None:
    """A system gives numbers again: what an ended run left is not hidden by whoever has its number now."""
    key = uuid4().hex
    shelf.put(STUDY, key, words(key) | {"process": os.getpid()})
    [file] = (drafts_folder() / STUDY).iterdir()
    file.rename(file.with_name(f"{key}.{uuid4().hex}.json"))
    assert [one["key"] for one in shelf.left(STUDY)] == [key]


def test_only_what_this_run_has_is_let_go(shelf: Shelf) -> None:
    ours, theirs = uuid4().hex, uuid4().hex
    with program(HOLDER, STUDY, theirs) as other:
        line(other)
        shelf.put(STUDY, ours, words(ours))
        shelf.let_go(STUDY)
        assert [one["key"] for one in shelf.left(STUDY)] == [ours]


def test_a_lock_that_somebody_deleted_is_made_again(shelf: Shelf) -> None:
    key = uuid4().hex
    shelf.put(STUDY, key, words(key))
    lock = drafts_folder() / "runs" / f"{runs.NAME}.lock"
    lock.unlink()
    assert shelf.put(STUDY, key, words(key))
    assert lock.is_file()


def test_locks_of_somebody_else_are_left_alone(shelf: Shelf) -> None:
    folder = drafts_folder() / "runs"
    (folder / f"{'a' * 32}.lock").mkdir(parents=True)  # nobody may open it
    assert runs.lives(folder, "a" * 32)
    assert not runs.lives(folder, "b" * 32)


def test_without_locks_nobody_waits_for_a_run(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(runs, "lock", refuse)
    key = uuid4().hex
    assert shelf.put(STUDY, key, words(key))
    assert not (drafts_folder() / "runs" / f"{runs.NAME}.lock").exists()
