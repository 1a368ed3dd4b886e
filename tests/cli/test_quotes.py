"""`qualcode analyse PROJECT quotes` and `summaries`: the same quotes as in a notebook, as tables and for people."""

import csv
import io

import docx

import qualcode
from qualcode.app import summaries, used_quotes


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_quotes_are_those_of_the_notebook(run, study, tmp_path):
    told = run(
        "analyse", study, "quotes", "--code", "trust", "--most", "2", "--order", "shortest", "--context", "--ids"
    )
    assert told.code == 0, told.err
    with qualcode.open(study, coder="AB") as project:
        table = project.analyse("quotes", code="trust", most=2, order="shortest", context=True, ids=True)
        used_quotes.mark_used(project, table["segment_id"].iloc[0].split("; "), "Chapter 4")
    found = rows(told.out)
    assert [row["text"].removeprefix("'") for row in found] == table["text"].tolist()
    assert list(found[0]) == list(table.columns)
    left = rows(run("analyse", study, "quotes", "--code", "trust", "--used", "unused").out)
    assert found[0]["text"] not in {row["text"] for row in left}
    assert rows(run("analyse", study, "quotes", "--used", "used").out)[0]["used"] == "Chapter 4"
    path = tmp_path / "quotes.docx"
    assert run("analyse", study, "quotes", "--code", "trust", "--out", path).code == 0
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "used in Chapter 4" in words


def test_what_cannot_be_picked_is_said_in_a_sentence(run, study, tmp_path):
    told = run("analyse", study, "quotes", "--code", "trust", "--query", "trust")
    assert told.code != 0
    assert "not both" in told.err
    told = run("analyse", study, "frequencies", "--out", tmp_path / "f.html")
    assert told.code != 0
    assert "comes as a table" in told.err
    assert not (tmp_path / "f.html").exists()


def test_summaries_come_as_a_matrix(run, study, tmp_path):
    with qualcode.open(study, coder="AB") as project:
        with project.read() as read:
            case = read.cases()[0].name
        summaries.write_summary(project, case, "Power", "Much is said.")
    (row,) = rows(run("analyse", study, "summaries").out)
    assert (row["case"], row["theme"], row["summary"]) == (case, "Power", "Much is said.")
    path = tmp_path / "matrix.csv"
    assert run("analyse", study, "summaries", "--square", "--out", path).code == 0
    assert {one["case"]: one["Power"] for one in rows(path.read_text("utf-8"))}[case] == "Much is said."
    page = tmp_path / "matrix.html"
    assert run("analyse", study, "summaries", "--out", page, "--check").code == 0
    assert not page.exists()
    assert run("analyse", study, "summaries", "--out", page).code == 0
    assert "Much is said." in page.read_text("utf-8")
