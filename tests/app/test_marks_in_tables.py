"""What is said about codings, in files: columns that are asked for, read back as they were written."""

from pathlib import Path

import docx
import pytest
from app.study import state
from pandas.testing import assert_frame_equal

import qualcode
from qualcode.app import coding, documents, exchange, linking, marking, used_quotes
from qualcode.app.export import export_file
from qualcode.app.project import Project
from qualcode.app.tables import MARK_COLUMNS, SEGMENT_COLUMNS, SEGMENT_ID_COLUMNS
from qualcode.domain.carrying import Carrying
from qualcode.domain.errors import BadInput
from qualcode.domain.segments import trimmed

ODD = ('=a "word"\n- > [3:4] (x): y\\n, \\ 信任 😀', "plain", "")


@pytest.fixture
def marked(file_study: Project) -> Project:
    """The study with something said about every coding of Ana's, and odd links."""
    with file_study.read() as read:
        ana = read.coder_named("Ana")
        found = [one for one in read.placed() if ana is not None and one.coder == ana.id]
        others = [one for one in read.placed() if one not in found]
    marking.set_certainties(file_study, found[:2], "unsure")
    marking.mark_codings(file_study, found[1:3], "near-miss")
    marking.mark_codings(file_study, others, "exemplar")
    marking.discuss_coding(file_study, found[0], "=Is it?\nReally?")
    marking.discuss_coding(file_study, found[1], "")
    marking.mark_facet(file_study, found[0], "=slow, when nobody asks")
    marking.mark_facet(file_study, found[1])
    used_quotes.mark_used(file_study, [found[1].segment], "Chapter 4")
    used_quotes.mark_used(file_study, [found[2].segment])
    documents.rename_document(file_study, "P02", "P [1:2] (b) -> c")
    segments = list(dict.fromkeys(one.segment for one in found + others))
    for number, comment in enumerate(ODD):
        linking.link_segments(file_study, segments[number], segments[number + 1], f"=own > {number} (word)", comment)
    linking.link_segments(file_study, segments[1], segments[0], "contradicts")
    return file_study


def test_the_promised_columns_stay_and_marks_follow(marked: Project, tmp_path: Path) -> None:
    for ids in (False, True):
        for marks in (False, True):
            path = export_file(marked, "segments", tmp_path / "s.csv", ids=ids, marks=marks)
            wanted = SEGMENT_COLUMNS + SEGMENT_ID_COLUMNS * ids + MARK_COLUMNS * marks
            assert path.read_text("utf-8").partition("\n")[0].strip() == ",".join(wanted)
    frame = marked.frames.codings
    assert tuple(frame.columns) == SEGMENT_COLUMNS + SEGMENT_ID_COLUMNS + MARK_COLUMNS
    assert set(frame["certainty"]) == {"unsure", ""}
    assert set(frame["mark"]) == {"near-miss", "exemplar", ""}
    assert set(frame["facet"]) == {"=slow, when nobody asks", "yes", ""}
    assert set(frame["used"]) == {"Chapter 4", "yes", ""}
    assert set(frame["discuss"]) == {"=Is it?\nReally?", "?", ""}
    assert sum("contradicts -> " in links for links in frame["links"]) >= 1
    assert sum("contradicts <- " in links for links in frame["links"]) >= 1


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_marks_and_links_come_back_the_same(suffix: str, marked: Project, tmp_path: Path) -> None:
    export_file(marked, "segments", tmp_path / f"segments{suffix}", marks=True)
    with qualcode.new(tmp_path / "other.qualcode", coder="Dee") as other:
        with marked.read() as read:
            for document in read.documents():
                (tmp_path / "in.txt").write_text(read.text(document), "utf-8")
                made = exchange.import_file(other, tmp_path / "in.txt", language="en").documents[0]
                documents.rename_document(other, made, document.name)
                documents.set_speakers(other, document.name, document.speakers)
        exchange.import_file(other, tmp_path / f"segments{suffix}")
        own = ["document", "start", "end", "code", "coder", "weight", "comment", "text"]
        own += [name for name in MARK_COLUMNS if name != "links"]
        theirs, ours = other.frames.codings, marked.frames.codings
        assert_frame_equal(theirs[own], ours[own])
        assert [sorted(links.split("\n")) for links in theirs["links"]] == [
            sorted(links.split("\n")) for links in ours["links"]
        ]
        places = ["relation", "comment", "source_document", "source_start", "target_document", "target_text"]
        order = ["relation", "source_start"]
        theirs, ours = (one.frames.links.sort_values(order, ignore_index=True) for one in (other, marked))
        assert_frame_equal(theirs[places], ours[places])
        assert other.check() == []
        before = state(other)
        report = exchange.import_file(other, tmp_path / f"segments{suffix}")
        assert state(other) == before, "the same again makes nothing"
        assert report.lost == []


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_a_table_says_about_codings_that_are_there_fills_what_is_empty(
    suffix: str, file_study: Project, tmp_path: Path
) -> None:
    with file_study.read() as read:
        document = read.document_named("P01")
        assert document is not None
        trusting = next(code.id for code in read.codes() if code.name == "trust")
        ana = read.coder_named("Ana")
        assert ana is not None
        found = [one for one in read.placed(document=document.id) if one.coder == ana.id]
    place = next(one for one in found if one.end - one.start == 6)
    trust = next(one for one in found if one.code == trusting)
    marking.set_certainty(file_study, place.id, "unsure")
    marking.mark_coding(file_study, place.id, "exemplar")
    marking.discuss_coding(file_study, place.id, "place or thing?")
    coding.comment_segment(file_study, place.segment, "the first one")
    marking.set_certainty(file_study, trust.id, "likely")
    export_file(file_study, "segments", tmp_path / f"s{suffix}", marks=True)
    for _ in range(5):
        file_study.undo()
    marking.set_certainty(file_study, trust.id, "sure")
    before, steps = state(file_study), len(file_study.history())
    report = exchange.import_file(file_study, tmp_path / f"s{suffix}")
    assert (report.codings, report.changed) == (0, 2)
    assert [str(one) for one in report.lost] == [
        "the certainty of 1 codings stays as it is here, the file has another one: "
        "“P01: trust: I trusted nobody at first.”"
    ]
    with file_study.read() as read:
        after = {one.id: one for one in read.placed(document=document.id)}
    filled = after[place.id]
    assert (filled.certainty, filled.mark, filled.discuss) == ("unsure", "exemplar", "place or thing?")
    assert filled.comment == "the first one"
    assert after[trust.id].certainty == "sure"
    assert len(file_study.history()) == steps + 1
    assert file_study.check() == []
    filled_state = state(file_study)
    assert exchange.import_file(file_study, tmp_path / f"s{suffix}").changed == 0
    assert state(file_study) == filled_state
    file_study.undo()
    assert state(file_study) == before


def test_a_link_to_what_is_not_there_is_named(marked: Project, tmp_path: Path) -> None:
    export_file(marked, "segments", tmp_path / "s.csv", marks=True, documents=["P01"])
    with marked.read() as read:
        text = read.text(next(one for one in read.documents() if one.name == "P01"))
    (tmp_path / "P01.txt").write_text(text, "utf-8")
    with qualcode.new(tmp_path / "other.qualcode", coder="Dee") as other:
        exchange.import_file(other, tmp_path / "P01.txt", language="en")
        report = exchange.import_file(other, tmp_path / "s.csv")
        links = marked.frames.links
        across = int((links["source_document"] != links["target_document"]).sum())
        assert across > 1
        assert [str(lost) for lost in report.lost] == [f"{across} links to segments that are not there"]
        assert len(other.frames.links) == len(links) - across


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("certainty", "maybe", "Row 2 .*certainty is “maybe”; one of these is expected: sure, likely, unsure"),
        ("mark", "best", "Row 2 .*mark is “best”"),
        ("links", "see P02", "Row 2 .*the link “see P02” cannot be read"),
    ],
)
def test_cells_that_mean_nothing_are_named(
    column: str, value: str, said: str, file_study: Project, tmp_path: Path
) -> None:
    (tmp_path / "s.csv").write_text(f"document,start,end,code,{column}\nP01,0,11,place,{value}\n", "utf-8")
    before = state(file_study)
    with pytest.raises(BadInput, match=said):
        exchange.import_file(file_study, tmp_path / "s.csv")
    assert state(file_study) == before


def test_word_says_it_too(marked: Project, tmp_path: Path) -> None:
    export_file(marked, "segments", tmp_path / "s.docx", marks=True)
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "s.docx")).paragraphs)
    for words in ("unsure", "near miss", "exemplar", "to discuss: =Is it?", "to discuss\n", "contradicts → P01 ["):
        assert words in text
    export_file(marked, "segments", tmp_path / "plain.docx")
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(tmp_path / "plain.docx")).paragraphs)
    assert "to discuss" not in text
    assert "contradicts" not in text


def test_an_export_obeys_what_codings_carry(marked: Project, tmp_path: Path) -> None:
    path = export_file(marked, "segments", tmp_path / "s.csv", carrying=Carrying(marks=frozenset(("near-miss",))))
    assert len(path.read_text("utf-8").splitlines()) == 1 + 2


def test_links_of_codings_at_the_same_place_lead_to_the_coder_meant(file_study: Project, tmp_path: Path) -> None:
    with file_study.read() as read:
        document = next(one for one in read.documents() if one.name == "P01")
        span = trimmed(read.text(document), 0, 11)
    mine = coding.apply_code(file_study, "P01", span.start, span.end, "place")
    file_study.coder = "Ben"
    bens = coding.apply_code(file_study, "P01", span.start, span.end, "place")
    link = linking.link_segments(file_study, mine, bens, "answers")
    row = export_file(file_study, "segments", tmp_path / "s.csv", marks=True, coders=["Ana"]).read_text("utf-8")
    linking.remove_link(file_study, link)
    assert f"answers -> P01 [{span.start}:{span.end}] (Ben)" in row
    exchange.import_file(file_study, tmp_path / "s.csv")
    with file_study.read() as read:
        assert (mine.segment, bens.segment) in {(one.source, one.target) for one in read.links()}
