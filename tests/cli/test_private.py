"""What keeps people unnamed on the command line: the check, display ids, redactions."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import Outcome

import qualcode
from qualcode.app import cases, codebook, coding, display_names, documents, memos, redactions, theme_maps
from qualcode.app.export import KINDS

TEXT = "INT: Who?\nMARIA: Ask Ana Lee, ana@lee.org, 030 1234567.\n"
Run = Callable[..., Outcome]


@pytest.fixture
def telling(study: Path, tmp_path: Path) -> Path:
    """A project with an interview in which people are named."""
    place = tmp_path / "Maria.txt"
    place.write_text(TEXT, "utf-8")
    with qualcode.open(study, coder="AB") as project:
        documents.import_files(project, [place], language="en")
        documents.set_speakers(project, "Maria", r"^(?P<speaker>INT|MARIA):\s*")
        cases.add_case(project, "Ana Lee")
        start = TEXT.index("MARIA")
        code = project.frames.codes["path"].iloc[0]
        coding.apply_code(project, "Maria", start, len(TEXT) - 1, code)
    return study


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def exported(run: Run, place: Path, target: Path, *options: str) -> list[dict[str, str]]:
    assert run("export", place, "segments", target, "--documents", "Maria", *options).code == 0
    return rows(target.read_text("utf-8-sig"))


def test_an_export_says_what_it_holds_in_one_line(run: Run, telling: Path, tmp_path: Path) -> None:
    done = run("export", telling, "segments", tmp_path / "s.csv", "--documents", "Maria")
    assert done.code == 0
    assert done.out == f"Wrote {tmp_path / 's.csv'}.\n"
    (line,) = done.err.splitlines()
    assert line.startswith("qualcode: In this file: 1 case name, 1 speaker label,")
    assert line.endswith("1 e-mail address, 1 phone number. --check lists them.")


def test_the_check_lists_and_writes_nothing(run: Run, telling: Path, tmp_path: Path) -> None:
    done = run("export", telling, "segments", tmp_path / "s.csv", "--documents", "Maria", "--check")
    assert done.code == 0
    assert not (tmp_path / "s.csv").exists()
    found = rows(done.out)
    ana = next(row for row in found if row["found"] == "Ana Lee")
    assert ana == {
        "kind": "case",
        "found": "Ana Lee",
        "times": "1",
        "where": "text",
        "about": "",
        "document": "Maria",
        "start": str(TEXT.index("Ana Lee")),
        "end": str(TEXT.index("Ana Lee") + 7),
    }
    assert {row["found"] for row in found} >= {"ana@lee.org", "030 1234567", "MARIA", "AB"}
    for what in ("codebook", "memos"):
        assert run("export", telling, what, tmp_path / "x.csv", "--check").code == 0
        assert not (tmp_path / "x.csv").exists()


def test_display_ids_are_given_listed_and_printed(run: Run, telling: Path, tmp_path: Path) -> None:
    given = run("display-ids", telling, "--give", "Partner {A}")
    assert {row["name"]: row["display"] for row in rows(given.out) if row["kind"] == "case"}["Ana Lee"].startswith(
        "Partner "
    )
    assert run("display-ids", telling, "--case", "Ana Lee=P07").code == 0
    assert run("display-ids", telling, "--give", "S{n}", "--to", "speakers").code == 0
    done = run("display-ids", telling, "--speaker", "MARIA=P01", "--json")
    listed = {(row["kind"], row["name"]): row["display"] for row in json.loads(done.out)}
    assert listed["case", "Ana Lee"] == "P07"
    assert listed["speaker", "MARIA"] == "P01"
    assert listed["speaker", "INT"] == ""
    (row,) = exported(run, telling, tmp_path / "s.csv", "--display-ids")
    assert (row["speaker"], row["text"][:8], row["document"]) == ("P01", "P01: Ask", "P01")
    assert run("display-ids", telling, "--case", "Ana Lee=").code == 0
    again = rows(run("display-ids", telling).out)
    assert next(row["display"] for row in again if row["name"] == "Ana Lee") == ""


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--give", "P{n}", "--case", "A=B"), "Choose one of"),
        (("--case", "Ana Lee"), "NAME=ID"),
        (("--give", "P"), "does not count"),
        (("--give", "P{n}", "--to", "turtles"), "not to “turtles”"),
        (("--case", "nobody=P01"), "There is no case “nobody”"),
    ],
)
def test_what_makes_no_sense_is_said(run: Run, telling: Path, options: tuple[str, ...], said: str) -> None:
    done = run("display-ids", telling, *options)
    assert done.code in (1, 2)
    assert said in " ".join(done.err.replace("│", " ").split())


def test_the_table_of_cases_has_no_such_check(run: Run, telling: Path, tmp_path: Path) -> None:
    for options in (("cases", tmp_path / "c.csv", "--check"), ("cases", tmp_path / "c.csv", "--display-ids")):
        assert run("export", telling, *options).code == 2


EXPORTS = {
    "segments": "s.csv",
    "codebook": "c.csv",
    "memos": "m.csv",
    "history": "h.csv",
    "map": "map.html",
    "review": "r.html",
    "report": "r.docx",
}


@pytest.fixture
def told_everywhere(telling: Path) -> Path:
    """The name of a case stands in everything that can be exported."""
    with qualcode.open(telling, coder="AB") as project:
        codebook.define_code(project, "trust", definition="Says Ana Lee", reason="Ana Lee")
        memos.write_memo(project, "Ana Lee again", about="trust")
        theme_maps.add_map(project, "Main")
        theme_maps.add_nodes(project, "Main", ["trust", "Ana Lee"])
    return telling


def test_all_that_can_be_exported_is_looked_through(run: Run, told_everywhere: Path, tmp_path: Path) -> None:
    assert EXPORTS.keys() | {"cases"} == KINDS.keys() | {"review"}
    for what, file in EXPORTS.items():
        target = tmp_path / file
        listed = run("export", told_everywhere, what, target, "--check")
        assert (listed.code, listed.err, target.exists()) == (0, "", False), what
        assert "Ana Lee" in {row["found"] for row in rows(listed.out)}, what
        done = run("export", told_everywhere, what, target)
        assert done.code == 0
        (line,) = done.err.splitlines()
        assert line.startswith("qualcode: In this file: "), what
        assert line.endswith(". --check lists them."), what
        assert target.exists()


def test_changes_of_the_codebook_are_looked_through(run: Run, told_everywhere: Path, tmp_path: Path) -> None:
    target = tmp_path / "d.csv"
    listed = run("diff", told_everywhere, "--from", "beginning", "--check")
    assert "Ana Lee" in {row["found"] for row in rows(listed.out)}
    done = run("diff", told_everywhere, "--from", "beginning", "--out", target)
    assert "1 case name" in done.err
    assert "Ana Lee" in {row["why"] for row in rows(target.read_text("utf-8-sig"))}
    run("display-ids", told_everywhere, "--give", "P{n:02}")
    run("diff", told_everywhere, "--from", "beginning", "--out", target, "--display-ids")
    assert all("Ana Lee" not in row["why"] for row in rows(target.read_text("utf-8-sig")))
    turned = run("diff", told_everywhere, "--from", "now", "--to", "beginning")
    assert "--from is later than --to; the earlier of them counts as the first." in turned.err
    assert "later than" not in run("diff", told_everywhere, "--from", "beginning", "--to", "now").err


@pytest.mark.parametrize(
    ("asked", "column"),
    [
        (("themes", "--documents", "Maria"), "top_case"),
        (("cases-by-themes", "--documents", "Maria"), "case"),
        (("relations",), "target"),
    ],
)
def test_tables_of_analyses_have_display_ids_and_a_check(
    run: Run, told_everywhere: Path, tmp_path: Path, asked: tuple[str, ...], column: str
) -> None:
    with qualcode.open(told_everywhere, coder="AB") as project:
        cases.assign(project, "Ana Lee", "Maria")
        display_names.set_display(project, "Ana Lee", "P07")
        theme_maps.relate(project, "Main", "trust", "Ana Lee", "leads to")
    target = tmp_path / "t.csv"
    plain = run("analyse", told_everywhere, *asked, "--out", target)
    assert "1 case name" in plain.err
    assert "Ana Lee" in {row[column] for row in rows(target.read_text("utf-8-sig"))}
    coded = run("analyse", told_everywhere, *asked, "--out", target, "--display-ids")
    assert ("case name" in coded.err) is (column == "case")  # there it stands in the first words, too: they stay
    for table in (target.read_text("utf-8-sig"), run("analyse", told_everywhere, *asked, "--display-ids").out):
        found = {row[column] for row in rows(table)}
        assert "P07" in found
        assert "Ana Lee" not in found
    target.unlink()
    listed = run("analyse", told_everywhere, *asked, "--out", target, "--check")
    assert ("Ana Lee", column) in {(row["found"], row["where"]) for row in rows(listed.out)}
    assert not target.exists()


def test_a_graph_of_codes_has_neither_display_ids_nor_a_check(run: Run, study: Path, tmp_path: Path) -> None:
    for option in ("--display-ids", "--check"):
        done = run("analyse", study, "network", "--out", tmp_path / "f.graphml", option)
        assert (done.code, "a graph holds names of codes" in done.err) == (2, True)
    done = run("analyse", study, "matrix", "--to-report", "Matrix", "--as-figure", "--check")
    assert (done.code, "the report has its own" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("moon", "OUT.csv"), "There is no export “moon”. There are: codebook, segments, cases, memos, history, map, "),
        (("report", "OUT.docx", "--guideline", "Moon"), "There is no guideline “Moon”. There are: COREQ, SRQR, none."),
        (("cases", "OUT.csv", "--check"), "it is the key to the display ids"),
    ],
)
def test_what_cannot_be_is_said_with_what_can(
    run: Run, telling: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    done = run("export", telling, options[0], tmp_path / options[1], *options[2:])
    assert done.code in (1, 2)
    assert said in " ".join(done.err.replace("│", " ").split())


def test_redactions_are_listed_and_never_printed(run: Run, telling: Path, tmp_path: Path) -> None:
    start = TEXT.index("Ana Lee")
    with qualcode.open(telling, coder="AB") as project:
        redactions.redact(project, "Maria", start, start + 7, "a name")
    assert run("redactions", telling).out == f"document,start,end,reason\nMaria,{start},{start + 7},a name\n"
    listed: Any = json.loads(run("redactions", telling, "--json").out)
    assert listed == [{"document": "Maria", "start": start, "end": start + 7, "reason": "a name"}]
    (row,) = exported(run, telling, tmp_path / "s.csv")
    assert row["text"].startswith("MARIA: Ask […], ana@lee.org")


def test_a_table_brings_display_ids_by_the_column_that_is_named(run: Run, telling: Path, tmp_path: Path) -> None:
    table = tmp_path / "people.csv"
    table.write_text("case,alias\nAna Lee,P09\n", "utf-8")
    done = run("import", telling, table, "--as", "variables", "--display", "alias")
    assert done.code == 0, done.err
    listed = rows(run("display-ids", telling).out)
    assert next(row["display"] for row in listed if row["name"] == "Ana Lee") == "P09"
    with qualcode.open(telling) as project, project.read() as read:
        assert "alias" not in {variable.name for variable in read.variables()}
    assert run("import", telling, table, "--display", "alias").code == 2


def test_a_figure_is_looked_through_like_a_table(run: Run, telling: Path, tmp_path: Path) -> None:
    with qualcode.open(telling, coder="AB") as project:
        display_names.set_display(project, "Rosa", "K1")
    place = tmp_path / "cases.svg"
    asked = ("analyse", telling, "matrix", "--columns", "case", "--out", place)
    listed = run(*asked, "--check")
    assert listed.code == 0
    assert not place.exists()
    assert "Rosa" in listed.out
    plain = run(*asked, "--editable")
    assert "1 case name" in plain.err
    assert ">Rosa<" in place.read_text("utf-8")
    assert run(*asked, "--editable", "--display-ids").code == 0
    assert "Rosa" not in place.read_text("utf-8")
    assert ">K1<" in place.read_text("utf-8")
