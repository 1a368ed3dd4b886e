"""Project files from outside: what is none, what is broken, who else has it, and what is left beside it."""

import json
import os
import platform
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from app.study import make, state

import qualcode
from qualcode.app import backups, codebook
from qualcode.app.settings import backups_folder
from qualcode.domain.errors import BadInput, Damaged, NotFound, OpenElsewhere, QualcodeError, Refused
from qualcode.store.engine import APPLICATION_ID


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def add(path: Path, name: str) -> int:
    """A session that adds a code; its step's number."""
    with qualcode.open(path, coder="Ana") as project:
        codebook.add_code(project, name)
        return project.history()[-1].number


# ── what is no project ─────────────────────────────────────────────────────────────────────────────────────
def refused(path: Path, kind: type[QualcodeError], words: str) -> None:
    """Opening must fail with a sentence, both ways, and leave the folder as it was."""
    before = {file.name: file.stat().st_mtime_ns for file in path.parent.iterdir()} if path.parent.is_dir() else {}
    for read_only in (False, True):
        with pytest.raises(kind, match=words) as error:
            qualcode.open(path, coder="Ana", read_only=read_only)
        assert "{" not in str(error.value)
    if before:
        assert {file.name: file.stat().st_mtime_ns for file in path.parent.iterdir()} == before


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    refused(tmp_path / "study.qualcode", BadInput, "There is no file")
    refused(tmp_path / "nowhere" / "study.qualcode", BadInput, "There is no file")


def test_what_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "study.qualcode"
    path.write_bytes(b"These are words, not a database. " * 20)
    refused(path, BadInput, "is not a qualcode project")
    path.write_bytes(b"SQLite format 3\0 but then something else" + b"?" * 200)
    refused(path, BadInput, "of another program")
    path.write_bytes(b"")
    refused(path, Damaged, "is empty")


def test_a_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "study.qualcode"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE code (id INTEGER)")
    connection.close()
    refused(path, BadInput, "of another program")
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.close()
    refused(path, BadInput, "is not a qualcode project")


@pytest.mark.parametrize("part", [0.999, 0.5, 0.1, 0.01])
def test_a_file_cut_short(part: float, study_path: Path) -> None:
    whole = study_path.read_bytes()
    study_path.write_bytes(whole[: int(len(whole) * part)])
    refused(study_path, Damaged, "cut short|damaged")


def test_a_file_cut_short_at_a_page(study_path: Path) -> None:
    whole = study_path.read_bytes()
    study_path.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
    refused(study_path, Damaged, "is cut short: .* bytes are there")


@pytest.mark.parametrize("seed", range(12))
def test_a_file_with_wrong_bytes_never_shows_a_raw_error(seed: int, study_path: Path) -> None:
    import random

    chance = random.Random(seed)
    data = bytearray(study_path.read_bytes())
    for _ in range(30):
        at = chance.randrange(100, len(data) - 300)
        data[at : at + 200] = chance.randbytes(200)
    study_path.write_bytes(bytes(data))
    known = 0
    try:
        with qualcode.open(study_path, coder="Ana") as project:
            known += len(project.check())
            codebook.add_code(project, "new")
    except QualcodeError:
        known += 1
    assert known, "so much damage must be noticed"


def test_a_schema_of_another_version(study_path: Path) -> None:
    with closing(sqlite3.connect(study_path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '2.0-beta'")
    refused(study_path, BadInput, "made by another version of qualcode, most likely a newer one: its schema “2.0-beta”")


def test_a_newer_schema(study_path: Path) -> None:
    connection = sqlite3.connect(study_path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    refused(study_path, BadInput, "made by a newer qualcode")


def test_folders_and_pipes(tmp_path: Path) -> None:
    folder = tmp_path / "folder.qualcode"
    folder.mkdir()
    refused(folder, BadInput, "is a folder")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.qualcode")
        refused(tmp_path / "pipe.qualcode", BadInput, "a device or a pipe")
    refused(tmp_path / "nul\0.qualcode", BadInput, "cannot be opened|There is no file")
    refused(tmp_path / ("long" * 100 + ".qualcode"), BadInput, "cannot be opened")


def test_new_never_overwrites_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "study.qualcode"
    path.write_text("mine", "utf-8")
    with pytest.raises(Refused, match="exists already"):
        qualcode.new(path, coder="Ana")
    assert path.read_text("utf-8") == "mine"
    for bad in (tmp_path / "study.txt", tmp_path / "nowhere" / "a.qualcode", tmp_path / ("n" * 300 + ".qualcode")):
        with pytest.raises(QualcodeError):
            qualcode.new(bad, coder="Ana")
    with pytest.raises(BadInput):
        qualcode.new(tmp_path / "b.qualcode", name="\n", coder="Ana")
    with pytest.raises(BadInput):
        qualcode.new(tmp_path / "b.qualcode", method="feeling", coder="Ana")
    with pytest.raises(BadInput):
        qualcode.new(tmp_path / "b.qualcode", coder="\x07")
    assert names(tmp_path) == ["study.qualcode"]


@pytest.mark.parametrize("length", [240, 246])
def test_a_name_of_the_longest_kind(length: int, tmp_path: Path) -> None:
    path = tmp_path / ("n" * (length - len(".qualcode")) + ".qualcode")
    with qualcode.new(path, coder="Ana") as project:
        codebook.add_code(project, "one")
    add(path, "two")
    assert names(tmp_path) == [path.name]


def test_a_name_that_leaves_no_room_for_the_journal(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="name too long"):
        qualcode.new(tmp_path / ("n" * (255 - len(".qualcode")) + ".qualcode"), coder="Ana")
    assert names(tmp_path) == []


# ── rights ─────────────────────────────────────────────────────────────────────────────────────────────────
@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write everything; for a while we are somebody who may not."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="rights work differently there")
@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_file_that_may_only_be_read(what: str, study_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # below pytest's own folder nobody else may look
    with tempfile.TemporaryDirectory() as name:
        home, folder = Path(name) / "home", Path(name) / "folder"
        for made in (Path(name), home, folder):
            made.mkdir(exist_ok=True)
            made.chmod(0o777)
        monkeypatch.setenv("QUALCODE_HOME", str(home))
        path = folder / "study.qualcode"
        shutil.copyfile(study_file, path)
        path.chmod(0o666 if what == "folder" else 0o444)
        folder.chmod(0o555 if what == "folder" else 0o777)
        before = path.read_bytes()
        with as_nobody(), qualcode.open(path, coder="Ana") as project:
            assert len(state(project)["coding"]) == 5
            assert project.check() == []
            with pytest.raises(Refused, match=r"study\.qualcode cannot be"):
                codebook.add_code(project, "new")
        assert path.read_bytes() == before
        folder.chmod(0o777)


@pytest.mark.skipif(sys.platform == "win32", reason="rights work differently there")
def test_a_file_that_may_not_be_read(study_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        monkeypatch.setenv("QUALCODE_HOME", name)
        path = Path(name) / "study.qualcode"
        shutil.copyfile(study_file, path)
        path.chmod(0o000)
        with as_nobody(), pytest.raises(BadInput, match="cannot be read: Permission denied"):
            qualcode.open(path, coder="Ana")


# ── what is left beside the file ───────────────────────────────────────────────────────────────────────────
def test_one_file_is_left_after_closing(study_path: Path) -> None:
    with qualcode.open(study_path, coder="Ana") as project:
        codebook.add_code(project, "one")
        assert len(names(study_path.parent)) > 1, "while open there is a note and a log"
    assert names(study_path.parent) == ["study.qualcode"]
    assert study_path.read_bytes()[18:20] == b"\1\1", "the write-ahead log is folded in"


def test_one_file_is_left_after_an_exception(study_path: Path) -> None:
    def work() -> None:
        with qualcode.open(study_path, coder="Ana") as project:
            codebook.add_code(project, "one")
            with project.read() as read:
                raise ZeroDivisionError(len(read.codes()))

    with pytest.raises(ZeroDivisionError):
        work()
    assert names(study_path.parent) == ["study.qualcode"]
    with qualcode.open(study_path, coder="Ana", read_only=True) as project:
        assert project.history()[-1].summary == "Add code “one”"
    assert names(study_path.parent) == ["study.qualcode"]


def test_an_exception_inside_a_step_writes_nothing(study_path: Path) -> None:
    with qualcode.open(study_path, coder="Ana") as project:
        before = state(project)

        def fail() -> None:
            with project.writing("test.fail", "Fail") as work:
                raise ZeroDivisionError(codebook.add_code.within(work, "half"))

        with pytest.raises(ZeroDivisionError):
            fail()
        assert state(project) == before
        assert project.check() == []


def test_closing_twice_is_no_harm(study_path: Path) -> None:
    project = qualcode.open(study_path, coder="Ana")
    project.close()
    project.close()
    assert names(study_path.parent) == ["study.qualcode"]


def test_a_closed_project_is_neither_read_nor_written(study_path: Path) -> None:
    with qualcode.open(study_path) as project:
        frames, before = project.frames, len(project.history())
    acts = (
        lambda: codebook.add_code(project, "late"),
        project.undo,
        project.redo,
        project.history,
        project.check,
        project.backup,
        project.look_for_steps,
        lambda: project.as_of(1),
        lambda: project.analyse("frequencies"),
        lambda: project.figure("frequencies"),
        lambda: frames.codes,
        lambda: project.moment().__enter__(),
    )
    for act in acts:
        with pytest.raises(Refused, match=r"The project is closed\. Open it again"):
            act()
    with qualcode.open(study_path) as again:
        assert len(again.history()) == before


def test_read_only_changes_nothing(study_path: Path) -> None:
    before = (study_path.read_bytes(), study_path.stat().st_mtime_ns)
    with qualcode.open(study_path, coder="Ana", read_only=True) as project:
        assert project.read_only
        assert names(study_path.parent) == ["study.qualcode"]
        assert project.check() == []
        with pytest.raises(Refused, match="reading only"):
            project.undo()
    assert (study_path.read_bytes(), study_path.stat().st_mtime_ns) == before


@pytest.mark.parametrize(
    "name", ["Für 信任 😀", "a b", "100%", "50%25", "#1", "what?", "it's", 'say "so"', "a;b&c", "-x"]
)
def test_names_that_are_special_elsewhere(name: str, tmp_path: Path) -> None:
    if sys.platform == "win32" and set(name) & set('?"'):
        pytest.skip("not a file name there")
    folder = tmp_path / f"in {name}"
    with make(str(_made(folder) / f"{name}.qualcode"), tmp_path / "files") as project:
        before = state(project)
        with project.read() as read:
            assert read.study().name == "Study"
    path = folder / f"{name}.qualcode"
    assert names(folder) == [path.name]
    with qualcode.open(path, coder="Ana") as project:
        assert state(project) == before
        with project.as_of(5) as past:
            assert past.check() == []
        codebook.add_code(project, "one")
    assert len(backups.backups_of(path)) == 2
    backups.restore(path, 2)
    with qualcode.open(path, coder="Ana") as project:
        assert state(project) == before


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


# ── who else has it ────────────────────────────────────────────────────────────────────────────────────────
def note(path: Path, host: str, process: int) -> Path:
    file = path.with_name(f".{path.name}.{host}-{process}.open")
    about = {"host": host, "process": process, "user": "Bo", "since": "2026-11-20T10:00:00.000000Z"}
    file.write_text(json.dumps(about), "utf-8")
    return file


def test_open_on_another_machine(study_path: Path) -> None:
    file = note(study_path, "other-laptop", 77)
    with pytest.raises(OpenElsewhere, match="open on other-laptop by Bo since 2026-11-20 10:00"):
        qualcode.open(study_path, coder="Ana")
    assert file.exists()
    with qualcode.open(study_path, coder="Ana", read_only=True) as project:
        assert project.history()
    assert file.exists()
    with qualcode.open(study_path, coder="Ana", insist=True) as project:
        codebook.add_code(project, "one")
    assert not file.exists()


def test_the_note_of_a_dead_program_here_is_taken_away(study_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    file = note(study_path, platform.node(), dead.pid)
    with qualcode.open(study_path, coder="Ana"):
        assert not file.exists()
    assert names(study_path.parent) == ["study.qualcode"]


def test_a_broken_note_does_not_lock_the_project(study_path: Path) -> None:
    (study_path.parent / f".{study_path.name}.x-1.open").write_text("half a no", "utf-8")
    with qualcode.open(study_path, coder="Ana") as project:
        assert project.history()


def test_our_own_note_says_who_we_are(study_path: Path) -> None:
    with qualcode.open(study_path, coder="Ana"):
        (file,) = study_path.parent.glob(".*.open")
        found = json.loads(file.read_text("utf-8"))
        assert (found["host"], found["process"]) == (socket.gethostname(), os.getpid())


@pytest.mark.parametrize(
    "other",
    [
        "study (conflicted copy 2026-11-20)",
        "study (Ana's conflicted copy)",
        "study-LAPTOP-7",
        "study (1)",
        "study 冲突",
        "study.sync-conflict-20261120-101010-ABC",
    ],
)
def test_a_conflicted_copy_is_told(other: str, study_path: Path) -> None:
    shutil.copyfile(study_path, study_path.with_name(f"{other}.qualcode"))
    with qualcode.open(study_path, coder="Ana") as project:
        assert len(project.notices) == 1
        assert other in str(project.notices[0])


def test_neighbours_that_are_no_copies(study_path: Path) -> None:
    for other in ("study 2", "study of trust", "other (1)", "studybook"):
        shutil.copyfile(study_path, study_path.with_name(f"{other}.qualcode"))
    with qualcode.open(study_path, coder="Ana") as project:
        assert project.notices == []


# ── backups ────────────────────────────────────────────────────────────────────────────────────────────────
def test_each_session_that_changed_something_is_backed_up(study_path: Path) -> None:
    with qualcode.open(study_path, coder="Ana"):
        pass
    with qualcode.open(study_path, coder="Ana"):
        pass
    assert len(backups.backups_of(study_path)) == 1
    last = add(study_path, "one")
    found = backups.backups_of(study_path)
    assert [backup.step for backup in found] == [last, last - 1]
    assert backups_folder() in found[0].file.parents


def test_only_so_many_backups_are_kept_and_the_newest_are(study_path: Path) -> None:
    steps = [add(study_path, f"code {number}") for number in range(12)]
    found = [backup.step for backup in backups.backups_of(study_path)]
    assert found[:5] == steps[::-1][:5]
    assert len(found) <= 7


def test_a_backup_brings_back_the_state_and_keeps_the_other(study_path: Path) -> None:
    first = add(study_path, "one")
    with qualcode.open(study_path, coder="Ana", read_only=True) as project:
        before = state(project)
    add(study_path, "two")
    present = study_path.read_bytes()
    backup, aside = backups.restore(study_path, 2)
    assert backup.step == first
    assert aside is not None
    assert aside.read_bytes() == present
    with qualcode.open(study_path, coder="Ana") as project:
        assert state(project) == before
        assert project.check() == []
        assert len(project.notices) == 1, "the file is older than the last state seen here"


def test_restoring_what_was_lost_altogether(study_path: Path) -> None:
    last = add(study_path, "one")
    study_path.unlink()
    backup, aside = backups.restore(study_path, 1)
    assert (backup.step, aside) == (last, None)
    with qualcode.open(study_path, coder="Ana") as project:
        assert project.history()[-1].number == last


def test_restoring_asks_for_a_backup_there_is_and_a_closed_file(study_path: Path) -> None:
    with pytest.raises(NotFound, match="no backups"):
        backups.restore(study_path, 1)
    add(study_path, "one")
    for number in (0, 2, -1):
        with pytest.raises(BadInput, match="choose one from 1 to 1"):
            backups.restore(study_path, number)
    with qualcode.open(study_path, coder="Ana"), pytest.raises(Refused, match="is open in another"):
        backups.restore(study_path, 1)


def test_an_older_version_from_a_sync_is_told(study_path: Path) -> None:
    with qualcode.open(study_path, coder="Ana"):
        pass
    old = study_path.read_bytes()
    last = add(study_path, "one")
    study_path.write_bytes(old)
    with qualcode.open(study_path, coder="Ana") as project:
        assert len(project.notices) == 1
        assert f"step {last} saved" in str(project.notices[0])
    study_path.write_bytes(old)
    add(study_path, "another history")
    with qualcode.open(study_path, coder="Ana", read_only=True) as project:
        assert project.notices == [], "what was seen last is what is there"


def test_what_a_killed_backup_left_is_cleared_in_time(study_path: Path) -> None:
    add(study_path, "one")
    folder = backups.backups_of(study_path)[0].file.parent
    for name, age in (("old.part", 7200), ("young.part", 60)):
        (folder / name).write_bytes(b"half")
        moment = (folder / name).stat().st_mtime - age
        os.utime(folder / name, (moment, moment))
    add(study_path, "two")
    assert not (folder / "old.part").exists()
    assert (folder / "young.part").exists()


# ── a server ───────────────────────────────────────────────────────────────────────────────────────────────
def test_a_server_without_a_project(postgres_url: str) -> None:
    with pytest.raises(BadInput, match="is not a qualcode project"):
        qualcode.open(postgres_url, coder="Ana")
    qualcode.new(postgres_url, coder="Ana").close()
    with pytest.raises(Refused, match="There is a project"):
        qualcode.new(postgres_url, coder="Ana")
    with qualcode.open(postgres_url, coder="Ana", read_only=True) as project:
        assert project.check() == []
        with pytest.raises(Refused, match="reading only"):
            codebook.add_code(project, "one")
        with pytest.raises(Refused, match="pg_dump"):
            project.backup()


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(QualcodeError, match="server"):
        qualcode.open(f"postgresql://nobody@/nothing?host={tmp_path}", coder="Ana")


def test_the_note_stays_until_the_last_of_two_windows_closes(study_path: Path) -> None:
    first = qualcode.open(study_path, coder="Ana")
    second = qualcode.open(study_path, coder="Ana")
    first.close()
    first.close()
    assert list(study_path.parent.glob(f".{study_path.name}.*.open"))
    second.close()
    assert not list(study_path.parent.glob(f".{study_path.name}.*.open"))
