"""Files come in as one step or not at all; tables go out and come back the same."""

import csv
import json
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pandas as pd
import pytest
import sqlalchemy as sa
from app.study import ANA, state
from pandas.testing import assert_frame_equal

import qualcode
from qualcode.app import cases, codebook, coding, documents, exchange, memos
from qualcode.app.export import export_file
from qualcode.app.project import Project
from qualcode.app.tables import SEGMENT_COLUMNS, SEGMENT_ID_COLUMNS
from qualcode.domain.bundle import Bundle, ReadCase, ReadDocument
from qualcode.domain.codebook_entries import CODEBOOK_COLUMNS
from qualcode.domain.errors import BadInput, Refused
from qualcode.store.reading import Reading


def write(folder: Path, **texts: str) -> list[Path]:
    """Text files by their stems."""
    folder.mkdir(exist_ok=True)
    paths = []
    for stem, text in texts.items():
        path = folder / f"{stem}.txt"
        path.write_text(text, "utf-8", newline="")
        paths.append(path)
    return paths


def last(project: Project) -> int:
    return project.history()[-1].number


def document_names(project: Project) -> list[str]:
    return list(project.frames.documents["name"])


# ── documents ──────────────────────────────────────────────────────────────────────────────────────────────
def test_several_files_are_one_step(study: Project, tmp_path: Path) -> None:
    before, number = state(study), last(study)
    paths = write(tmp_path / "in", a="\ufeffOne.\r\nTwo.\rThree.\0\n", b="Second file.", c="Third file.")
    report = documents.import_files(study, paths)
    assert [document.name for document in report.documents] == ["a", "b", "c"]
    assert document_names(study)[2:] == ["a", "b", "c"]
    assert last(study) == number + 1
    assert study.history()[-1].summary == "Import 3 files"
    with study.read() as read:
        found = read.document_named("a")
        assert found is not None
        assert read.text(found) == "One.\nTwo.\nThree.\n"
        assert read.original(found) == paths[0].read_bytes(), "the file itself is kept byte by byte"
        assert found.characters == 17
    assert study.check() == []
    study.undo()
    assert state(study) == before


def test_one_bad_file_and_nothing_is_changed(study: Project, tmp_path: Path) -> None:
    before, number = state(study), last(study)
    good = write(tmp_path / "in", a="Good.", b="Good too.")
    (tmp_path / "in" / "bad.docx").write_bytes(b"no zip file at all")
    for bad in (tmp_path / "in" / "bad.docx", tmp_path / "in" / "absent.txt", tmp_path):
        with pytest.raises(BadInput):
            documents.import_files(study, [good[0], bad, good[1]])
    taken = write(tmp_path / "other", P01="Another text under a name that is taken.")
    with pytest.raises(Refused, match="--exists"):
        documents.import_files(study, [good[0], *taken])
    assert (state(study), last(study)) == (before, number)


def test_the_same_again_is_no_step(study: Project, tmp_path: Path) -> None:
    paths = write(tmp_path / "in", a="One.", b="Two.")
    documents.import_files(study, paths, case="file")
    number = last(study)
    report = documents.import_files(study, paths, case="file")
    assert (report.documents, report.skipped) == ([], ["a", "b"])
    assert last(study) == number


def test_a_single_path_is_a_path(study: Project, tmp_path: Path) -> None:
    (path,) = write(tmp_path / "in", a="One.")
    documents.import_files(study, str(path))
    exchange.import_file(study, write(tmp_path / "in", b="Two.")[0])
    assert document_names(study)[2:] == ["a", "b"]


def test_what_exists_is_skipped_replaced_or_kept_too(study: Project, tmp_path: Path) -> None:
    codings = study.frames.codings
    new = write(tmp_path / "in", P01="Before it all.\n" + ANA.replace(", with the garden", ""))
    number = last(study)
    assert exchange.import_file(study, new[0], exists="skip").skipped == ["P01"]
    assert last(study) == number

    exchange.import_file(study, new[0], exists="keep-both")
    assert document_names(study) == ["P01", "P02", "P01 (2)"]
    number = last(study)
    assert exchange.import_file(study, new[0], exists="keep-both").skipped == ["P01"]
    assert last(study) == number, "the same content again makes no step"
    study.undo()

    report = exchange.import_file(study, new[0], exists="replace")
    assert document_names(study) == ["P01", "P02"]
    assert any("lost" in line or "gone" in line for line in report.lost)
    now = study.frames.codings
    kept = codings[codings["text"] != "garden"]
    assert list(now["text"]) == list(kept["text"]), "codings stay on their words"
    assert now["start"].iloc[0] == codings["start"].iloc[0] + len("Before it all.\n")
    with study.read() as read:
        found = read.document_named("P01")
        assert found is not None
        assert read.original(found) == new[0].read_bytes()
    assert study.check() == []
    study.undo()
    assert_frame_equal(study.frames.codings, codings)
    with pytest.raises(BadInput, match="skip, replace or keep-both"):
        exchange.import_file(study, new[0], exists="overwrite")
    with pytest.raises(BadInput, match="no import option"):
        exchange.import_file(study, new[0], exist="skip")


def test_files_can_make_their_cases(study: Project, tmp_path: Path) -> None:
    documents.import_files(study, write(tmp_path / "in", a="One.", b="Two."), case="file")
    documents.import_files(study, write(tmp_path / "in", c="Three."), case="Bo")
    frame = study.frames.documents.set_index("name")["case"]
    assert (frame["a"], frame["b"], frame["c"]) == ("a", "b", "Bo")
    assert list(study.frames.cases["name"]) == ["Ana Lee", "Bo", "a", "b"]


def test_a_survey_makes_cases_variables_and_documents(study: Project, tmp_path: Path) -> None:
    path = tmp_path / "survey.csv"
    answers = [f"I would say that number {n} is a long and open answer, told in my own words." for n in range(6)]
    rows = [["id", "age", "why"], *[[f"S{n}", str(20 + n), answers[n]] for n in range(6)]]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    report = exchange.import_file(study, path, kind="survey", folder="Survey")
    assert (report.cases, len(report.documents)) == (6, 6)
    people = study.frames.cases.set_index("name")
    assert people.loc["S3", "age"] == 23
    texts = study.frames.documents.set_index("case")["text"]
    assert texts["S3"] == answers[3]
    number = last(study)
    exchange.import_file(study, path, kind="survey", folder="Survey")
    assert last(study) == number


def test_all_cases_are_not_read_for_each_new_one(study: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    read_all = Reading.cases
    asked: list[int] = []
    monkeypatch.setattr(Reading, "cases", lambda read: asked.append(1) or read_all(read))
    counts = []
    for number in (2, 20):
        bundle = Bundle(cases=[ReadCase(f"Person {number} {each}", {}) for each in range(number)])
        asked.clear()
        exchange.bring_in(study, [exchange.Arrival("people.csv", b"", bundle)])
        counts.append(len(asked))
    assert counts[0] == counts[1]
    with pytest.raises(Refused, match="There is a case “Person 2 1” already"):
        cases.add_case(study, "Person 2 1")
    with pytest.raises(Refused, match="already"):
        cases.rename_case(study, "Person 2 1", "Person 2 0")


def test_a_survey_asks_as_often_for_many_rows_as_for_few(study: Project) -> None:
    asked: list[str] = []
    sa.event.listen(study.database.engine, "before_cursor_execute", lambda *about: asked.append(about[2]))
    counts = []
    for number in (3, 60):
        answers = [ReadCase(f"Row {number} {each}", {"age": ("number", str(each))}) for each in range(number)]
        asked.clear()
        exchange.bring_in(study, [exchange.Arrival("people.csv", b"", Bundle(cases=answers))])
        counts.append(sum(one.startswith("SELECT") for one in asked))
    assert counts[0] >= counts[1] > 0  # the first one has to make the variable


def test_a_survey_again_with_other_answers(study: Project) -> None:
    def bring(*rows: ReadCase) -> None:
        exchange.bring_in(study, [exchange.Arrival("people.csv", b"", Bundle(cases=rows))])

    bring(
        ReadCase("Uma", {"age": ("number", "30"), "job": ("text", "baker")}), ReadCase("Vic", {"age": ("number", "41")})
    )
    before = state(study)
    bring(
        ReadCase("Uma", {"age": ("number", "31"), "job": ("text", "\x00")}), ReadCase("Wim", {"job": ("text", "cook")})
    )
    people = study.frames.cases.set_index("name")
    assert (people.loc["Uma", "age"], people.loc["Vic", "age"]) == (31, 41)
    assert (people.loc["Uma", "job"], people.loc["Wim", "job"]) == ("baker", "cook")
    study.undo()
    assert state(study) == before
    with pytest.raises(BadInput, match="stands for “Vic” in “age”, which is of type number"):
        bring(ReadCase("Xi", {"age": ("number", "5")}), ReadCase("Vic", {"age": ("number", "old")}))
    assert state(study) == before


def test_a_name_twice_in_one_file_is_replaced_by_the_second(study: Project) -> None:
    twice = tuple(ReadDocument("Answer", f"What was said {time}.", "text") for time in ("first", "then"))
    exchange.bring_in(study, [exchange.Arrival("x.txt", b"x", Bundle(documents=twice))], exists="replace", case="Zoe")
    with study.read() as read:
        document = read.document_named("Answer")
        assert document is not None
        assert read.text(document) == "What was said then."
        assert [one.document for one in read.assignments(document=document.id)] == [document.id]


def test_a_rehearsal_changes_nothing(study: Project, tmp_path: Path) -> None:
    before, number = state(study), last(study)
    paths = write(tmp_path / "in", a="One.", b="Two.")
    report = documents.import_files(study, paths, dry_run=True)
    assert [document.name for document in report.documents] == ["a", "b"]
    study.coder = "Cem"
    documents.import_files(study, paths, dry_run=True)
    assert (state(study), last(study)) == (before, number)
    with study.read() as read:
        assert read.coder_named("Cem") is None


# ── tables out ─────────────────────────────────────────────────────────────────────────────────────────────
DANGEROUS = ("=1+1", "+49 170", "-5", "@home", "\tx", "'quoted", "plain", 'a "b", c\nd', "信任 😀")


@pytest.fixture
def written(file_study: Project) -> Project:
    """The study with comments that a spreadsheet would take for formulas."""
    for number, comment in enumerate(DANGEROUS):
        coding.apply_code(file_study, "P01", number, number + 9, "gatekeeping", comment, number / 4)
    codebook.define_code(file_study, "place", definition="=HYPERLINK(1)", include="-often\nand long", origin="in-vivo")
    return file_study


def test_segments_as_csv(written: Project, tmp_path: Path) -> None:
    path = export_file(written, "segments", tmp_path / "segments.csv")
    raw = path.read_bytes()
    raw.decode("utf-8")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(SEGMENT_COLUMNS)
    frame = written.frames.codings
    assert len(rows) == len(frame)
    by_comment = {row["comment"] for row in rows}
    assert {"'=1+1", "'+49 170", "'-5", "'@home", "plain", "信任 😀"} <= by_comment
    for row, (_, there) in zip(rows, frame.iterrows(), strict=True):
        assert (row["document"], int(row["start"]), int(row["end"])) == (
            there["document"],
            there["start"],
            there["end"],
        )
        assert row["code"] == there["code"]
        assert row["weight"] == ("" if pd.isna(there["weight"]) else row["weight"])
    export_file(written, "segments", tmp_path / "ids.csv", ids=True)
    with (tmp_path / "ids.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == [*SEGMENT_COLUMNS, *SEGMENT_ID_COLUMNS]


def test_excel_and_json_hold_the_text_as_it_is(written: Project, tmp_path: Path) -> None:
    frame = written.frames.codings
    export_file(written, "segments", tmp_path / "s.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "s.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == SEGMENT_COLUMNS
    at = SEGMENT_COLUMNS.index("comment")
    assert [row[at] or "" for row in rows[1:]] == list(frame["comment"])
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row), "no cell is a formula"
    export_file(written, "segments", tmp_path / "s.json")
    found = json.loads((tmp_path / "s.json").read_text("utf-8"))
    assert [row["comment"] for row in found] == list(frame["comment"])
    assert list(found[0]) == list(SEGMENT_COLUMNS)


def test_the_codebook_in_every_format(written: Project, tmp_path: Path) -> None:
    frame = written.frames.codes
    export_file(written, "codebook", tmp_path / "c.csv")
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == list(CODEBOOK_COLUMNS)
    assert [row["path"] for row in rows] == ["Power", "Power > trust", "Power > gatekeeping", "place"]
    assert [int(row["segments"]) for row in rows] == list(frame["segments"]) == [0, 2, 9, 2]
    export_file(written, "codebook", tmp_path / "c.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "c.xlsx").active
    assert sheet is not None
    assert next(iter(sheet.iter_rows(values_only=True))) == CODEBOOK_COLUMNS
    export_file(written, "codebook", tmp_path / "c.json")
    assert [row["path"] for row in json.loads((tmp_path / "c.json").read_text("utf-8"))] == list(frame["path"])
    for kind in ("codebook", "segments"):
        export_file(written, kind, tmp_path / f"{kind}.docx")
        document = docx.Document(str(tmp_path / f"{kind}.docx"))
        words = "\n".join(
            [p.text for p in document.paragraphs] + [c.text for t in document.tables for r in t.rows for c in r.cells]
        )
        assert "gatekeeping" in words
        assert "I trusted nobody at first" in words or kind == "codebook"
        assert "Who believes whom." in words or kind == "segments"


@pytest.mark.parametrize("kind", ["codebook", "segments"])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".docx", ".html", ".json"])
def test_the_same_state_gives_the_same_bytes(kind: str, suffix: str, written: Project, tmp_path: Path) -> None:
    first = export_file(written, kind, tmp_path / f"a{suffix}").read_bytes()
    codebook.add_code(written, "passing")
    written.undo()
    day = written.history()[-1].time[:10]
    assert date.fromisoformat(day)
    assert export_file(written, kind, tmp_path / f"b{suffix}", date=day).read_bytes() == first


def test_exports_refuse_what_they_cannot_write(written: Project, tmp_path: Path) -> None:
    for kind, name in (("codebook", "c.pptx"), ("segments", "plain"), ("people", "p.csv")):
        with pytest.raises(BadInput):
            export_file(written, kind, tmp_path / name)
    with pytest.raises(BadInput):
        export_file(written, "codebook", tmp_path / "nowhere" / "c.csv")
    assert list(tmp_path.glob("c.*")) == []


# ── and back in ────────────────────────────────────────────────────────────────────────────────────────────
OWN = [column for column in SEGMENT_COLUMNS if column not in ("created", "case")]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_tables_come_back_the_same(suffix: str, written: Project, tmp_path: Path) -> None:
    export_file(written, "codebook", tmp_path / f"codes{suffix}")
    export_file(written, "segments", tmp_path / f"segments{suffix}")
    with qualcode.new(tmp_path / "other.qualcode", coder="Dee") as other:
        with written.read() as read:
            for document in read.documents():
                exchange.import_file(
                    other, write(tmp_path / "in", **{document.name: read.text(document)})[0], language="en"
                )
                documents.set_speakers(other, document.name, document.speakers)
        exchange.import_file(other, tmp_path / f"codes{suffix}")
        exchange.import_file(other, tmp_path / f"segments{suffix}")
        assert_frame_equal(other.frames.codings[OWN], written.frames.codings[OWN])
        columns = [column for column in CODEBOOK_COLUMNS if column not in ("id", "created", "changed", "cases")]
        assert_frame_equal(other.frames.codes[columns], written.frames.codes[columns])
        assert other.check() == []
        number = last(other)
        exchange.import_file(other, tmp_path / f"codes{suffix}")
        exchange.import_file(other, tmp_path / f"segments{suffix}")
        assert last(other) == number, "the same again is no step"


def test_segments_of_another_version_are_refused_with_the_row(written: Project, tmp_path: Path) -> None:
    export_file(written, "segments", tmp_path / "segments.csv")
    documents.edit_text(written, "P01", 0, 0, "Now: ")
    before = state(written)
    with pytest.raises(BadInput, match=r"Row \d+: the text of “P01”"):
        exchange.import_file(written, tmp_path / "segments.csv")
    assert state(written) == before


def test_a_codebook_fills_what_is_empty_and_leaves_the_rest(file_study: Project, tmp_path: Path) -> None:
    path = tmp_path / "codes.csv"
    rows = ("path,kind,definition,memo", "Power > trust,code,Another one,Seen in the field.", "place,code,Where.,")
    path.write_text("\n".join((*rows, "New > deep,,,", "")), "utf-8")
    report = exchange.import_file(file_study, path)
    codes = file_study.frames.codes.set_index("path")
    assert report.codes == 2
    assert codes.loc["Power > trust", "definition"] == "Who believes whom."
    assert codes.loc["place", "definition"] == "Where."
    assert codes.loc["New", "kind"] == "theme"
    assert "Seen in the field." in codes.loc["Power > trust", "memo"]


def test_a_whole_study_in_one_csv_of_segments_by_other_coders(file_study: Project, tmp_path: Path) -> None:
    path = tmp_path / "found.csv"
    path.write_text("document,start,end,code,coder,weight,comment\nP02,0,3,Power > fear,Cem,0.5,odd\n", "utf-8")
    exchange.import_file(file_study, path)
    row = file_study.frames.codings.iloc[-2:].set_index("coder").loc["Cem"]
    assert (row["code"], row["weight"], row["comment"], row["text"]) == ("Power > fear", 0.5, "odd", "Die")
    memos.write_memo(file_study, "From a table.", about="fear")
    cases.assign(file_study, "Bo", "P01", 0, 11)
    assert file_study.check() == []
