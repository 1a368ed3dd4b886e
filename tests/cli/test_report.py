"""export report: built once, looked through as it is written, and the same bytes for the same state."""

from pathlib import Path

import pytest

import qualcode
from qualcode.app import report_sections
from qualcode.app.report import write_report
from qualcode.app.sample import make_sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(tmp_path_factory.mktemp("home")))
        return make_sample(tmp_path_factory.mktemp("sample"))


@pytest.mark.parametrize("suffix", [".docx", ".html", ".pdf"])
def test_the_same_state_gives_the_same_bytes_whoever_writes_it(run, sample, tmp_path, suffix):
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    assert run("export", sample, "report", one).code == 0
    with qualcode.open(sample, read_only=True) as project:
        write_report(project, two)
    assert one.read_bytes() == two.read_bytes()


def test_what_is_written_is_what_was_looked_through(run, sample, tmp_path, monkeypatch):
    read = []
    facts = report_sections.facts
    monkeypatch.setattr(report_sections, "facts", lambda *about: read.append(about) or facts(*about))
    done = run("export", sample, "report", tmp_path / "r.docx", "--without", "charts")
    assert "Wrote " in done.out + done.err
    assert len(read) == 1, "the report is built once"
    assert "--check lists them." in done.err
    listed = run("export", sample, "report", tmp_path / "other.docx", "--check")
    assert listed.code == 0
    assert not (tmp_path / "other.docx").exists()
