"""The codebook in all its formats on the command line, out and in."""

import docx
import pytest

from qualcode.formats.codebook_files import SUFFIXES


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_codebook_is_written_by_its_suffix(run, study, tmp_path, suffix):
    out = tmp_path / f"codebook{suffix}"
    done = run("export", study, "codebook", out)
    assert (done.code, done.out) == (0, f"Wrote {out}.\n")
    assert out.stat().st_size > 0


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json", ".qdc"])
def test_what_was_written_can_be_read_again(run, study, tmp_path, suffix):
    out, other = tmp_path / f"codebook{suffix}", tmp_path / "other.qualcode"
    assert run("export", study, "codebook", out).code == 0
    assert run("new", other).code == 0
    assert run("import", other, out, "--as", "codebook").code == 0
    assert run("export", other, "codebook", tmp_path / "again.csv").code == 0
    assert run("export", study, "codebook", tmp_path / "first.csv").code == 0
    again, first = (
        [line.split(",")[:5] for line in (tmp_path / name).read_text("utf-8").splitlines()]
        for name in ("again.csv", "first.csv")
    )
    assert again == first


def test_a_word_document_has_a_style_and_a_language(run, study, tmp_path):
    out = tmp_path / "codebook.docx"
    assert run("export", study, "codebook", out, "--style", "tables", "--language", "zh").code == 0
    document = docx.Document(str(out))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["编码", "含义", "适用情况", "示例与说明"]
    assert run("export", study, "codebook", out).code == 0
    assert docx.Document(str(out)).tables[0].rows[0].cells[0].text == "Record"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("codebook", "c.docx", "--style", "posters"), 1, "“posters” is no style"),
        (("codebook", "c.pdf", "--style", "cards"), 1, "A style is for a .docx"),
        (("codebook", "c.pdf", "--language", "tlh"), 2, "--language is en or zh"),
        (("cases", "c.csv", "--style", "cards"), 2, "--style and --language are for the codebook"),
        (("codebook", "c.txt"), 1, "cannot be written as “.txt”"),
    ],
)
def test_what_cannot_be_is_said(run, study, tmp_path, monkeypatch, arguments, code, said):
    monkeypatch.chdir(tmp_path)
    done = run("export", study, *arguments)
    assert (done.code, done.out) == (code, "")
    assert said in " ".join(done.err.replace("│", " ").split())
    assert not list(tmp_path.glob("c.*"))
