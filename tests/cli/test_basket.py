"""Sending questions to the report and listing them, on the command line."""

import csv
import io
import json

import docx

import qualcode
from qualcode.app import codebook


def listed(run, study):  # type: ignore[no-untyped-def]
    return list(csv.DictReader(io.StringIO(run("basket", study).out)))


def test_a_table_and_a_figure_are_kept_listed_and_printed(run, study, tmp_path) -> None:  # type: ignore[no-untyped-def]
    sent = run(
        "analyse", study, "frequencies", "--rollup", "--codes", "Power", "--to-report", "Counts", "--coder", "AB"
    )
    assert (sent.code, sent.out) == (0, "“Counts” goes into the report.\n")
    assert run("analyse", study, "frequencies", "--measure", "cases", "--to-report", "Bars", "--as-figure").code == 0
    picture = tmp_path / "pairs.svg"
    assert run("analyse", study, "cooccurrence", "--out", picture, "--to-report", "Pairs").code == 0
    assert picture.exists()
    rows = listed(run, study)
    assert [(row["number"], row["title"], row["form"]) for row in rows] == [
        ("1", "Counts", "table"),
        ("2", "Bars", "figure"),
        ("3", "Pairs", "figure"),
    ]
    assert rows[0]["question"] == "rollup = yes; codes = Power"
    assert rows[0]["coder"] == "AB"
    report = tmp_path / "report.docx"
    assert run("export", study, "report", report, "--without", "methods,themes,charts,codebook,audit").code == 0
    heads = [one.text for one in docx.Document(str(report)).paragraphs if one.style.name == "Heading 2"]
    assert heads == ["Table 1. Counts", "Figure 1. Bars", "Figure 2. Pairs"]
    left = json.loads(run("basket", study, "--remove", "Bars", "--json").out)
    assert [row["title"] for row in left] == ["Counts", "Pairs"]


def test_what_cannot_be_asked_is_not_kept(run, study, tmp_path) -> None:  # type: ignore[no-untyped-def]
    assert run("analyse", study, "matrix", "--columns", "nonsense", "--to-report", "A").code == 1
    assert run("analyse", study, "frequencies", "--documents", "P99", "--to-report", "A").code == 1
    assert run("analyse", study, "frequencies", "--as-figure").code == 2
    assert run("analyse", study, "frequencies", "--to-report", "A", "--json").code == 2
    assert run("analyse", study, "frequencies", "--to-report", "A", "--as-of", "1").code == 2
    assert run("analyse", study, "frequencies", "--out", tmp_path / "no" / "place.csv", "--to-report", "A").code == 1
    assert listed(run, study) == []
    assert "There is no “A” in the report basket." in run("basket", study, "--remove", "A").err


def test_what_a_report_is_without_is_said(run, study, tmp_path) -> None:  # type: ignore[no-untyped-def]
    for title, codes in (("Counts", "trust"), ("Bars", "trust"), ("All", "")):
        asked = ("--codes", codes) if codes else ()
        assert run("analyse", study, "frequencies", *asked, "--to-report", title).code == 0
    report = tmp_path / "report.docx"
    assert "worked out anew" not in run("export", study, "report", report, "--display-ids").err
    with qualcode.open(study, coder="AB") as project:
        codebook.remove_code(project, "trust")
    for check in ((), ("--check",)):
        done = run("export", study, "report", report, *check)
        assert done.code == 0
        told = [line for line in done.err.splitlines() if "worked out anew" in line]
        missing = "Missing from the report, as it could not be worked out anew: “Counts”, “Bars”. The report says why."
        assert told == [f"qualcode: {missing}"]
    assert "worked out anew" not in run("export", study, "report", report, "--without", "basket").err
