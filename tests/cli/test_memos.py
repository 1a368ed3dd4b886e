"""The journal from the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

import qualcode
from qualcode.app import memos
from qualcode.cli.main import app


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A project with two memos of different types."""
    place = tmp_path / "journal.qualcode"
    with qualcode.new(place, "Journal", coder="Ana") as project:
        memos.write_memo(project, "How we do it", kind="method", dated="2026-01-02")
        memos.write_memo(project, "What I feel", kind="reflexive", dated="2026-01-03")
    return place


def test_memos_are_written_whole_or_chosen(journal: Path, tmp_path: Path) -> None:
    run = CliRunner()
    out = tmp_path / "journal.md"
    assert run.invoke(app, ["export", str(journal), "memos", str(out)]).exit_code == 0
    text = out.read_text("utf-8")
    assert text.index("How we do it") < text.index("What I feel")
    for options, left in (
        (["--kind", "method"], "How we do it"),
        (["--since", "2026-01-03"], "What I feel"),
        (["--before", "2026-01-03", "--coder", "Ana", "--about", "project"], "How we do it"),
    ):
        assert run.invoke(app, ["export", str(journal), "memos", str(out), *options]).exit_code == 0
        headings = [line for line in out.read_text("utf-8").splitlines() if line.startswith("## ")]
        assert headings == [f"## {left}"]


@pytest.mark.parametrize(
    "options",
    [
        ["memos", "--ids"],
        ["memos", "--documents", "P01"],
        ["memos", "--since", "yesterday"],
        ["segments", "--kind", "method"],
        ["codebook", "--about", "project"],
    ],
)
def test_options_that_do_not_belong_together(journal: Path, tmp_path: Path, options: list[str]) -> None:
    what, *rest = options
    result = CliRunner().invoke(app, ["export", str(journal), what, str(tmp_path / "out.csv"), *rest])
    assert result.exit_code == 2
    assert not (tmp_path / "out.csv").exists()
