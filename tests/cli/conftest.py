"""The command run in process, and a small project it is run on."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import qualcode
from qualcode.app import cases, codebook, coding, exchange
from qualcode.cli.main import main

INTERVIEW = "INT: How did it begin?\n\nROSA: We trust them. Trust took years.\n\nROSA: 信任是慢慢来的。\n"


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run a command line in this process."""

    def run_in_process(*arguments: object) -> Outcome:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Outcome(code, said.out, said.err)

    return run_in_process


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the project that `study` copies: two interviews, three codes, two coders, one case."""
    folder = tmp_path_factory.mktemp("made")
    texts = folder / "texts"
    texts.mkdir()
    (texts / "P01.txt").write_text(INTERVIEW, "utf-8")
    (texts / "P02.txt").write_text("INT: And you?\n\nSAM: =not a formula, I think\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(tmp_path_factory.mktemp("home")))
        with qualcode.new(folder / "study.qualcode", coder="AB") as project:
            exchange.import_files(project, [texts / "P01.txt", texts / "P02.txt"])
            power = codebook.add_code(project, "Power", kind="theme")
            codebook.add_code(project, "trust", parent=power, definition="Relying on someone, over time")
            codebook.add_code(project, "time", parent=power)
            case = cases.add_case(project, "Rosa", Sector="food")
            cases.assign(project, case, "P01")
            coding.apply_code(project, "P01", 30, 43, "trust")
            coding.apply_code(project, "P01", 39, 61, "time", "long", 2.5)
            coding.apply_code(project, "P02", 20, 43, "trust")
            project.coder = "JL"
            coding.apply_code(project, "P01", 30, 43, "trust")
            coding.apply_code(project, "P01", 30, 61, "time")
    return folder


@pytest.fixture
def study(made_once: Path, tmp_path: Path) -> Path:
    """A project of the test's own, its transcripts beside it in `texts`."""
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    return tmp_path / "study.qualcode"


@pytest.fixture
def last_step() -> Callable[[Path], tuple[int, str]]:
    """Number and digest of a project's newest step: equal digests mean equal contents and history."""

    def look(place: Path) -> tuple[int, str]:
        with qualcode.open(place, read_only=True) as project, project.read() as read:
            return read.last_step()

    return look


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to work in, with a file to import."""
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "in.txt").write_text("Hello there.\n", "utf-8")
    monkeypatch.chdir(folder)
    return folder


def refused(outcome: Outcome) -> str:
    """The one line of a command that ended as a known problem must."""
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("qualcode: ")
    assert outcome.err.count("\n") == 1
    assert outcome.err.endswith("\n")
    assert "unexpected" not in outcome.err
    return outcome.err
