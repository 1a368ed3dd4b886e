"""Directories brought in: their files, in folders named like the directories."""

from pathlib import Path

import pytest

from qualcode.app import documents
from qualcode.app.directories import spread
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    top = tmp_path / "Field work"
    (top / "Site A" / "old").mkdir(parents=True)
    (top / ".hidden").mkdir()
    for name in ("b.txt", "a.md", "picture.xyz", ".secret.txt", "Site A/c.txt", "Site A/old/d.txt", ".hidden/e.txt"):
        (top / name).write_text(f"Some words of {name}.\n", "utf-8")
    (top / "link.txt").symlink_to(top / "b.txt")
    return top


def test_files_come_with_the_folders_they_lie_in(directory: Path, study: Project) -> None:
    found = [(path.name, folder) for path, folder in spread([directory, directory / "b.txt"])]
    assert found == [
        ("a.md", "Field work"),
        ("b.txt", "Field work"),
        ("c.txt", "Field work/Site A"),
        ("d.txt", "Field work/Site A/old"),
        ("b.txt", ""),
    ]
    report = documents.import_files(study, [directory], folder="New/Here", recursive=True)
    assert [one.folder for one in report.documents] == [
        f"New/Here/{folder}" for folder in ("Field work", "Field work", "Field work/Site A", "Field work/Site A/old")
    ]
    study.undo()
    assert study.check() == []


def test_a_directory_with_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "Nothing").mkdir()
    with pytest.raises(BadInput, match="no file in “Nothing”"):
        spread([tmp_path / "Nothing"])
