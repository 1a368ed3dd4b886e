"""Copies made for looking hold all transcripts: none is left behind, whoever made it and however that ended."""

import gc
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import qualcode
from qualcode.app import codebook
from qualcode.app.project import Project
from qualcode.domain.errors import Refused
from qualcode.store import copies, lifecycle, migrate


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of its own, also for programs that are started."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def study(tmp_path: Path) -> Project:
    with qualcode.new(tmp_path / "new.qualcode", coder="Ana") as project:
        codebook.add_code(project, name="growing")
        yield project


def left_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*.qualcode*"))


_LOOK = """
import os, sys, qualcode
project = qualcode.open(sys.argv[1], coder="Ana", read_only=True)
past = project.as_of(1)
print(len(list(past.history())), flush=True)
if sys.argv[2] == "killed":
    os._exit(9)
"""


def look(study: Project, how: str) -> None:
    found = subprocess.run(
        [sys.executable, "-c", _LOOK, study.database.place, how], capture_output=True, text=True, check=how != "killed"
    )
    assert found.stdout == "1\n", found.stderr


def test_a_copy_is_for_its_owner_and_goes_when_it_is_closed(study: Project, temporary: Path) -> None:
    past = study.as_of(1)
    (folder,) = temporary.iterdir()
    assert folder.name.startswith(f"qualcode-copy-{os.getpid()}-")
    assert left_in(temporary) == ["copy.qualcode"]
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}
    past.close()
    past.close()
    assert list(temporary.iterdir()) == []


def test_copies_go_with_the_project_they_were_made_of(study: Project, temporary: Path) -> None:
    pasts = [study.as_of(1), study.as_of(2).as_of(1)]
    assert len(left_in(temporary)) >= len(pasts)
    study.close()
    assert list(temporary.iterdir()) == []
    with pytest.raises(Refused, match="The project is closed"):
        pasts[0].history()


def test_a_copy_goes_that_nobody_holds(study: Project, temporary: Path) -> None:
    assert len(study.as_of(1).history()) == 1
    gc.collect()
    assert list(temporary.iterdir()) == []


def test_a_copy_goes_with_the_program(study: Project, temporary: Path) -> None:
    look(study, "ends")
    assert list(temporary.iterdir()) == []


def test_what_a_killed_program_left_is_swept_away(study: Project, temporary: Path) -> None:
    look(study, "killed")
    assert left_in(temporary) == ["copy.qualcode"]
    study.as_of(1).close()
    assert list(temporary.iterdir()) == []


def test_that_of_a_killed_program_is_known_though_its_number_lives_again(study: Project, temporary: Path) -> None:
    look(study, "killed")
    (folder,) = temporary.iterdir()
    folder.rename(temporary / f"qualcode-copy-{os.getpid()}-again")
    study.as_of(1).close()
    assert list(temporary.iterdir()) == []


def test_copies_that_are_looked_at_and_what_is_not_ours_stay(study: Project, temporary: Path) -> None:
    strange = temporary / "qualcode-copy-mine"
    strange.mkdir()
    (strange / "copy.qualcode").write_text("kept")
    begun = temporary / f"qualcode-copy-{os.getpid()}-begun"  # as a copy is for a moment before it is locked
    begun.mkdir()
    (begun / "lock").touch()
    more = temporary / "qualcode-copy-999999999-more"
    more.mkdir()
    (more / "notes.txt").write_text("kept")
    with study.as_of(1) as past, study.as_of(2) as other:
        assert (len(past.history()), len(other.history())) == (1, 2)
        assert past.history() == other.history()[:1]
    assert begun.exists()
    assert (strange / "copy.qualcode").read_text() == "kept"
    assert (more / "notes.txt").read_text() == "kept"


def test_a_copy_brought_up_to_date_goes_where_that_fails(
    study: Project, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = study.database.place
    study.close()
    monkeypatch.setattr(migrate, "newest", lambda: "9999")

    def failing(_database: object) -> None:
        raise Refused("It cannot be brought up to date.")

    monkeypatch.setattr(migrate, "upgrade", failing)
    with pytest.raises(Refused, match="brought up to date"):
        lifecycle.open_database(place, Path, read_only=True)
    assert list(temporary.iterdir()) == []


def test_a_file_system_without_locks_is_no_reason_not_to_look(
    study: Project, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_of: object, **_more: object) -> None:
        raise OSError("Function not implemented")

    monkeypatch.setattr(copies, "lock", unknown)
    with study.as_of(1) as past, study.as_of(1):
        assert len(past.history()) == 1
    assert list(temporary.iterdir()) == []
