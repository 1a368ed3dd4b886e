"""Where results and projects cannot be written: refused in one line, and nothing is left behind."""

import errno
import os
import subprocess
import sys

import pytest
from cli.conftest import refused

RESULTS = [("export", "segments"), ("export", "codebook"), ("analyse", "cooccurrence", "--out")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("command", RESULTS, ids=" ".join)
def test_no_result_takes_the_place_of_a_pipe_or_device(run, here, study, command):
    os.mkfifo(here / "pipe.csv")
    assert "pipe" in refused(run(command[0], study, *command[1:], "pipe.csv"))
    assert (here / "pipe.csv").is_fifo()
    (here / "full.csv").symlink_to("/dev/full")
    assert "device" in refused(run(command[0], study, *command[1:], "full.csv"))
    assert (here / "full.csv").is_symlink()
    (here / "circle.csv").symlink_to("circle.csv")
    assert "circle" in refused(run(command[0], study, *command[1:], "circle.csv"))
    assert len(list(here.iterdir())) == 4


@pytest.mark.parametrize("command", RESULTS, ids=" ".join)
def test_a_result_goes_where_a_link_leads(run, here, study, command):
    (here / "results").mkdir()
    (here / "results" / "real.csv").write_text("old", "utf-8")
    (here / "link.csv").symlink_to(here / "results" / "real.csv")
    assert run(command[0], study, *command[1:], "link.csv").code == 0
    assert (here / "link.csv").is_symlink()
    assert (here / "results" / "real.csv").read_text("utf-8") != "old"


@pytest.mark.skipif(os.name == "nt", reason="this system has no limit on the size of files")
@pytest.mark.parametrize("limit", [8_000, 60_000, 120_000])
def test_a_project_that_does_not_fit_is_not_made(here, limit):
    import resource  # not on Windows

    done = subprocess.run(
        [sys.executable, "-m", "qualcode", "new", "a.qualcode"],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("qualcode: a.qualcode cannot be written")
    assert "damaged" not in done.stderr
    assert [file.name for file in here.iterdir()] == ["in.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no text are of this system")
def test_a_name_that_is_no_text_can_be_a_projects(run, here):
    name = os.fsdecode(b"P\xff.qualcode")
    assert run("new", here / name).code == 0
    assert run("check", here / name).out == "Nothing is wrong.\n"


def test_a_project_can_be_read_where_nothing_of_ours_can_be_kept(run, here, study, monkeypatch):
    monkeypatch.setenv("QUALCODE_HOME", str(here / "in.txt" / "home"))
    for command in (["info", study], ["check", study], ["history", study], ["search", study, "trust"]):
        outcome = run(*command)
        assert (outcome.code, outcome.err) == (0, "")
    made = run("new", "a.qualcode", "--coder", "AB")
    assert made.code == 0
    assert "cannot be made" in made.err
    assert run("info", "a.qualcode").code == 0


def test_a_sample_that_cannot_be_made_leaves_no_folder(run, here, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.link", full)
    monkeypatch.setattr("pathlib.Path.rename", full)
    assert run("demo", here / "new" / "folder").code == 1
    assert [file.name for file in here.iterdir()] == ["in.txt"]
