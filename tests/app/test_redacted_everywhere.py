"""A redacted word leaves in no file: wherever somebody copied it to, […] stands for it; and no former name of a case
does that has a display id."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.study import ANA

import qualcode
from qualcode.app import (
    cases,
    codebook,
    coding,
    display_names,
    documents,
    exchange,
    linking,
    marking,
    memos,
    redactions,
    report_answers,
    reviews,
    theme_maps,
    themes,
)
from qualcode.app.codebook_diff import changes_between, write_changes
from qualcode.app.map_export import export_map
from qualcode.app.named_versions import name_version
from qualcode.app.project import Project
from qualcode.app.quoting import Quoting
from qualcode.app.report import write_report
from qualcode.app.report_options import ReportOptions
from qualcode.app.review_page import PageOptions, export_review

WORD = "nobody"
SENTENCE = f"I trusted {WORD} at first."
COPIES = (SENTENCE, f"{WORD.upper()},  they say", f"“… trusted {WORD}…” and so on", f"I trusted {WORD[:4]}…")
LONG = f"{'So it goes. ' * 19}And then {WORD} came, at all."  # a picture shows as much of it as “nobo”
FILES = {  # by what is exported
    "map": ("graphml", "html", "svg"),
    "report": ("html", "docx"),
    "review": ("html",),
    "changes": ("md", "html", "docx", "csv", "json"),
    "history": ("csv", "json", "html", "docx", "xlsx"),
    "codebook": ("csv", "xlsx", "json", "md", "html", "docx", "qdc"),
    "memos": ("md", "docx", "csv"),
    "segments": ("csv", "xlsx"),
}


@pytest.fixture
def study(study_path: Path) -> Iterator[Project]:
    """The study in a file: what is printed does not depend on the database."""
    with qualcode.open(study_path, coder="Ana") as project:
        yield project


def tell(study: Project) -> None:
    """Write a word of a document into everything a researcher can write."""
    texts = dict(zip(("example", "near_miss", "full_definition", "include"), COPIES, strict=True))
    codebook.define_code(study, "trust", reason=WORD, exclude=SENTENCE, definition=SENTENCE, status=SENTENCE, **texts)
    themes.describe_theme(study, "Power", concept=SENTENCE, boundary=COPIES[1], counter_search=COPIES[2])
    start = ANA.index("I trusted")
    evidence = themes.add_evidence(study, "Power", ("P01", start, start + 27), "against", comment=SENTENCE)
    memos.write_memo(study, f"{SENTENCE} {LONG}", about="trust", title=f"Why {WORD}?")
    memos.write_memo(study, LONG, title=f"On {WORD}", kind=f"of {WORD}")
    report_answers.answer_item(study, "COREQ", "14", SENTENCE)
    made = theme_maps.add_map(study, "Map")
    with study.read() as read:
        segment = read.record("segment", evidence.segment)
        memo = next(one for one in read.memos() if one.title == f"On {WORD}")
        power, trust = (next(one for one in read.codes() if one.name == name) for name in ("Power", "trust"))
        coded = next(one for one in read.placed() if one.start == start)
        far = next(one for one in read.placed() if one.document != coded.document)
    coding.comment_segment(study, coded, COPIES[1])
    marking.discuss_coding(study, coded, f"Is it {WORD}?")
    linking.link_segments(study, coded, far, "explains", SENTENCE)
    theme_maps.add_nodes(study, made, [power, trust, segment, memo])
    theme_maps.add_note(study, made, f"{'So it goes. ' * 6}then {WORD} came.", 0, 400, 160, 80)
    relation = theme_maps.relate(study, made, segment, power, "contradicts", comment=SENTENCE)
    theme_maps.add_relation_evidence(study, relation, [segment])
    theme_maps.relate(study, made, power, trust, f"asks {WORD}")
    said = reviews.comment_on(study, trust, SENTENCE)
    reviews.answer_note(study, said, COPIES[2])
    asked = reviews.suggest(study, trust, "redefine", {"definition": SENTENCE}, SENTENCE)
    reviews.refuse_suggestion(study, asked, SENTENCE)
    reviews.comment_on(study, ("segment", segment.id), "Long.")
    name_version(study, f"What {WORD} said")


def redact(study: Project) -> None:
    at = ANA.index(WORD)
    redactions.redact(study, "P01", at, at + len(WORD))


def written(path: Path) -> str:
    """The words of a file, those of an archive unpacked and put together again."""
    if not zipfile.is_zipfile(path):
        return path.read_text("utf-8-sig")
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    return "\n".join(re.sub(r"<[^>]*>", "", part) for part in parts)


def write(project: Project, kind: str, path: Path) -> str:
    if kind == "map":
        export_map(project, path)
    elif kind == "report":
        write_report(project, path, ReportOptions(context=True))
    elif kind == "review":
        export_review(project, path, PageOptions(since="beginning", names=True))
    elif kind == "changes":
        with project.read() as read:
            defined = next(step.number for step in read.steps() if step.action == "codebook.define_code")
            found = changes_between(read, defined - 1)
        write_changes(project, path, found)
    else:
        exchange.export_file(project, kind, path, **({"marks": True} if kind == "segments" else {}))
    return written(path)


def require_hidden(words: str) -> None:
    assert not re.search(f"{WORD[:4]}", words, re.IGNORECASE), re.findall(f".{{60}}{WORD[:4]}.{{20}}", words, re.I)
    assert "…" in words


@pytest.mark.parametrize("kind", FILES)
def test_it_is_in_no_file(study: Project, tmp_path: Path, kind: str) -> None:
    redact(study)
    tell(study)
    for suffix in FILES[kind]:
        require_hidden(write(study, kind, tmp_path / f"file.{suffix}"))


@pytest.mark.parametrize("kind", FILES)
def test_it_is_in_no_file_of_the_past(study: Project, tmp_path: Path, kind: str) -> None:
    tell(study)
    name_version(study, "Before")
    redact(study)
    with study.as_of("Before") as then:
        for suffix in FILES[kind]:
            require_hidden(write(then, kind, tmp_path / f"file.{suffix}"))


def test_it_is_in_no_table(study: Project) -> None:
    redact(study)
    tell(study)
    table = study.analyse("relations")
    assert not table.map(lambda cell: WORD[:4] in str(cell)).to_numpy().any()


def test_in_the_program_the_words_stay(study: Project) -> None:
    redact(study)
    tell(study)
    assert any(WORD in step.summary for step in study.history())
    with study.read() as read:
        assert next(one.example for one in read.codes() if one.name == "trust") == SENTENCE


@pytest.mark.parametrize("suffix", ["csv", "html"])
def test_former_names_of_a_case_leave_by_its_display_id(study: Project, tmp_path: Path, suffix: str) -> None:
    made = cases.add_case(study, "Marta Kwill")
    cases.rename_case(study, made, "Marta Quill")
    display_names.set_display(study, made, "K7")
    gone = cases.add_case(study, "Bert Odd")
    display_names.set_display(study, gone, "K8")
    cases.remove_case(study, gone)
    told = written(exchange.export_file(study, "history", tmp_path / f"h.{suffix}", display_ids=True))
    assert "K7" in told
    assert "K8" in told
    assert not re.search("Kwill|Quill|Bert", told)
    plain = written(exchange.export_file(study, "history", tmp_path / f"plain.{suffix}"))
    assert "Marta Kwill" in plain


def delete(study: Project) -> None:
    documents.remove_document(study, "P01")


def cut_out(study: Project) -> None:
    at = ANA.index(WORD)
    documents.edit_text(study, "P01", at, at + len(WORD), "")


def write_over(study: Project) -> None:
    at = ANA.index(WORD)
    documents.edit_text(study, "P01", at, at + len(WORD), "Person")  # no letter more or less


TAKING = {"document": delete, "words": cut_out, "words replaced": write_over}
KEPT = ("codebook", "memos", "report")  # what is left of the copies when the document is gone


@pytest.mark.parametrize("taking", TAKING)
@pytest.mark.parametrize("kind", KEPT)
def test_it_is_in_no_file_when_its_place_is_gone(study: Project, tmp_path: Path, kind: str, taking: str) -> None:
    tell(study)
    redact(study)
    TAKING[taking](study)
    for suffix in FILES[kind]:
        require_hidden(write(study, kind, tmp_path / f"file.{suffix}"))
    with study.as_of(study.history()[-1].number) as then:
        require_hidden(write(then, kind, tmp_path / "then.html" if kind == "report" else tmp_path / "then.md"))


@pytest.mark.parametrize("taking", TAKING)
def test_it_is_in_no_file_of_the_time_before_it_was_redacted_and_went(
    study: Project, tmp_path: Path, taking: str
) -> None:
    tell(study)
    name_version(study, "Before")
    redact(study)
    TAKING[taking](study)
    with study.as_of("Before") as then:
        require_hidden(write(then, "codebook", tmp_path / "then.md"))


def printed(project: Project) -> str:
    with project.read() as read:
        return Quoting(read).excerpt(SENTENCE)


def test_what_was_taken_back_is_printed(study: Project) -> None:
    redact(study)
    assert WORD not in printed(study)
    study.undo()
    delete(study)
    assert WORD in printed(study)


def test_what_was_taken_back_after_it_came_back_is_printed(study: Project) -> None:
    redact(study)
    then = study.history()[-1].number
    cut_out(study)
    gone = study.history()[-1].number
    study.undo()
    assert WORD not in printed(study)
    with study.read() as read:
        redactions.remove_redaction(study, read.where("redaction")[0])
    assert WORD in printed(study)
    for moment in (then, gone):
        with study.as_of(moment) as past:
            assert WORD in printed(past)
    delete(study)
    assert WORD in printed(study)


def test_who_takes_back_what_came_instead_takes_back_what_was_there(study: Project) -> None:
    redact(study)
    write_over(study)
    assert WORD not in printed(study)
    with study.read() as read:
        redactions.remove_redaction(study, read.where("redaction")[0])
    assert WORD in printed(study)


def test_what_another_redaction_swallowed_goes_and_comes_back_with_it(study: Project) -> None:
    at = ANA.index(WORD)
    redactions.redact(study, "P01", at + 20, at + 26)
    redact(study)
    write_over(study)
    joined = redactions.redact(study, "P01", at, at + 26)
    assert WORD not in printed(study)
    redactions.remove_redaction(study, joined)
    assert WORD in printed(study)


def test_pieces_of_an_edit_that_was_undone_hide_nothing(study: Project) -> None:
    at = ANA.index("I trusted")
    made = redactions.redact(study, "P01", at, at + len(SENTENCE))
    start, end = at + 2, at + 2 + len("trusted nobody")
    moved = f"{ANA[:at]}{ANA[end:]}\n{ANA[start:end]} then.\n"
    documents.replace_text(study, "P01", moved)
    study.undo()
    redactions.remove_redaction(study, made)
    assert WORD in printed(study)
