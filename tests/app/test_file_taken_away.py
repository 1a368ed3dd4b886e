"""What happens to a project file while it is open: deleted, moved, replaced, damaged."""

import shutil
import sys
from pathlib import Path

import pytest

import qualcode
from qualcode.app import backups, codebook
from qualcode.domain.errors import Damaged, Refused
from qualcode.store.engine import in_command


def take_away(path: Path, how: str) -> None:
    if how == "deleted":
        path.unlink()
    elif how == "moved":
        path.rename(path.with_name("elsewhere.qualcode"))
    else:
        draft = path.with_name("draft")
        shutil.copyfile(path, draft)
        draft.replace(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps an open file in its place")
@pytest.mark.parametrize("how", ["deleted", "moved", "replaced"])
def test_work_in_a_file_that_was_taken_away_is_kept(study_path: Path, how: str) -> None:
    with qualcode.open(study_path, coder="Ana") as project:
        codebook.add_code(project, "before")
    project = qualcode.open(study_path, coder="Ana")
    codebook.add_code(project, "while it was there")
    done = project.history()[-1].number
    take_away(study_path, how)
    with pytest.raises(Refused, match="moved, deleted or replaced"):
        codebook.add_code(project, "too late")
    with pytest.raises(Damaged) as told:
        project.close()
    assert str(told.value).endswith(f"qualcode backup {in_command(study_path)} --restore 1")
    assert not study_path.with_name(study_path.name + "-wal").exists()
    if how == "replaced":
        with qualcode.open(study_path, coder="Ana") as other:
            assert other.check() == []
            assert other.history()[-1].number == done - 1
            assert "not the state last saved" in str(other.notices[0])
    # the file that came instead was backed up when it was closed
    backups.restore(study_path, 2 if how == "replaced" else 1)
    with qualcode.open(study_path, coder="Ana") as restored:
        assert restored.history()[-1].number == done
        assert restored.check() == []


def test_a_file_damaged_while_open_is_not_called_saved(study_path: Path) -> None:
    project = qualcode.open(study_path, coder="Ana")
    codebook.add_code(project, "one")
    with study_path.open("r+b") as file:
        file.truncate(4096 * 3)
    with pytest.raises(Damaged):
        project.close()
