import os
from pathlib import Path

import pytest

from qualcode.app.analysing.files import export_chart
from qualcode.app.destination import destination
from qualcode.app.export import export_file
from qualcode.app.project import Project
from qualcode.domain.errors import BadInput


def test_a_file_that_is_there_or_not_is_its_own_destination(tmp_path: Path) -> None:
    (tmp_path / "old.csv").write_text("old", "utf-8")
    assert destination(tmp_path / "old.csv") == tmp_path / "old.csv"
    assert destination(str(tmp_path / "new.csv")) == tmp_path / "new.csv"


def test_folders_and_names_that_cannot_be_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="is a folder"):
        destination(tmp_path)
    with pytest.raises(BadInput, match="NUL"):
        destination("a\0.csv")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_no_export_takes_the_place_of_a_pipe_or_device(study: Project, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    (tmp_path / "full.csv").symlink_to("/dev/full")
    (tmp_path / "circle.csv").symlink_to("circle.csv")
    for name, words in (("pipe.csv", "a pipe"), ("full.csv", "a device"), ("circle.csv", "circle")):
        with pytest.raises(BadInput, match=words):
            export_file(study, "codebook", tmp_path / name)
        with pytest.raises(BadInput, match=words):
            export_chart(study, tmp_path / name)
    assert (tmp_path / "pipe.csv").is_fifo()
    assert (tmp_path / "full.csv").is_symlink()


def test_an_export_goes_where_a_link_leads(study: Project, tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old", "utf-8")
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("links need a right here that we do not have")
    assert export_file(study, "codebook", link) == real.resolve()
    assert link.is_symlink()
    assert real.read_text("utf-8") != "old"
