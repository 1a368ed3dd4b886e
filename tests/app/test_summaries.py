"""What cases say on themes: written, linked to passages, and what becomes of it when their ground goes."""

import pytest
from app.study import ANA, BEN, state
from app.summary_examples import segment_of

from qualcode.app import apart, cases, codebook, coding, documents, summaries
from qualcode.app.project import Project
from qualcode.domain.codings import Segment
from qualcode.domain.errors import Refused
from qualcode.domain.summaries import CaseSummary

CAME = ANA.index("Trust came")
LATE = BEN.index("kam")


def written(project: Project) -> dict[tuple[str, str], tuple[str, list[str]]]:
    """Words and passages of every summary, by the names of case and theme."""
    with project.read() as read:
        found: list[CaseSummary] = read.where("case_summary")
        names = {case.id: case.name for case in read.cases()}
        under = summaries.linked_passages(read, [one.id for one in found])
        book = read.codebook.by_id

        def words(segment: Segment) -> str:
            return read.text(read.record("document", segment.document))[segment.start : segment.end]

        return {
            (names[one.case], book[one.theme].name): (one.text, [words(each.segment) for each in under.get(one.id, ())])
            for one in found
        }


def there(project: Project, start: int) -> bool:
    with project.read() as read:
        return any(one.start == start for one in read.segments_of(read.document_named("P01").id))  # type: ignore[union-attr]


@pytest.fixture
def summed(study: Project) -> Project:
    """Two themes; Ana Lee and Bo have something written on “Power”, Ana Lee on “Places”, too."""
    codebook.add_code(study, "Places", kind="theme")
    summaries.write_summary(study, "Ana Lee", "Power", "  Trust is slow.\r\n")
    summaries.link_segments(
        study, "Ana Lee", "Power", [("P02", LATE, LATE + 3), segment_of(study), ("P01", CAME, CAME + 5)]
    )
    summaries.write_summary(study, "Bo", "Power", "Late.")
    summaries.link_segment(study, "Bo", "Power", ("P02", LATE, LATE + 3))
    summaries.write_summary(study, "Ana Lee", "Places", "A garden.")
    summaries.link_segment(study, "Ana Lee", "Places", segment_of(study))
    return study


POWER = ("Trust is slow.", ["I trusted nobody at first.", "Trust", "kam"])


def test_one_for_each_case_and_theme_with_its_passages_in_text_order(summed: Project) -> None:
    assert written(summed) == {
        ("Ana Lee", "Power"): POWER,
        ("Bo", "Power"): ("Late.", ["kam"]),
        ("Ana Lee", "Places"): ("A garden.", ["I trusted nobody at first."]),
    }
    summaries.write_summary(summed, "Ana Lee", "Power", "Trust is very slow.")
    assert written(summed)["Ana Lee", "Power"] == ("Trust is very slow.", POWER[1])
    assert summed.check() == []


def test_nothing_stays_without_words_and_passages(summed: Project) -> None:
    summaries.write_summary(summed, "Bo", "Power", " ")
    assert written(summed)["Bo", "Power"] == ("", ["kam"])
    with summed.read() as read:
        bo = next(one for one in read.where("case_summary") if not one.text)
        (link,) = read.where("summary_segment", summary=bo.id)
    summaries.unlink_segment(summed, link)
    assert ("Bo", "Power") not in written(summed)
    last = summed.history()[-1].number
    summaries.write_summary(summed, "Bo", "Places", "")
    assert summed.history()[-1].number == last


def test_a_code_has_no_summary(summed: Project) -> None:
    with pytest.raises(Refused, match="is a code"):
        summaries.write_summary(summed, "Bo", "trust", "x")
    with pytest.raises(Refused, match="Nothing is written"):
        summaries.clear_summary(summed, "Bo", "Places")


def test_a_passage_stays_as_long_as_a_summary_rests_on_it(summed: Project) -> None:
    own = coding.apply_code(summed, "P01", CAME, CAME + 5, "place")
    coding.remove_coding(summed, own)
    assert there(summed, CAME)
    summaries.clear_summary(summed, "Ana Lee", "Power")
    assert not there(summed, CAME)
    assert written(summed)["Bo", "Power"] == ("Late.", ["kam"])
    summed.undo()
    assert written(summed)["Ana Lee", "Power"] == POWER
    assert summed.check() == []


@pytest.mark.parametrize("act", ["case", "theme", "document", "text"])
def test_summaries_go_with_what_they_are_about_and_come_back(summed: Project, act: str) -> None:
    before = state(summed)
    if act == "case":
        cases.remove_case(summed, "Ana Lee")
        assert list(written(summed)) == [("Bo", "Power")]
    elif act == "theme":
        codebook.remove_code(summed, "Power")
        assert list(written(summed)) == [("Ana Lee", "Places")]
    elif act == "document":
        documents.remove_document(summed, "P02")
        assert written(summed)["Ana Lee", "Power"] == (POWER[0], POWER[1][:2])
        assert written(summed)["Bo", "Power"] == ("Late.", [])
    else:
        documents.edit_text(summed, "P01", CAME - 1, CAME + 8, "")
        assert written(summed)["Ana Lee", "Power"] == (POWER[0], [POWER[1][0], "kam"])
    assert summed.check() == []
    summed.undo()
    assert state(summed) == before


def test_merging_cases_and_themes_loses_no_word(summed: Project) -> None:
    before = state(summed)
    cases.merge_cases(summed, "Bo", "Ana Lee")
    assert written(summed) == {
        ("Ana Lee", "Power"): ("Trust is slow.\n\nLate.", POWER[1]),
        ("Ana Lee", "Places"): ("A garden.", ["I trusted nobody at first."]),
    }
    summed.undo()
    assert state(summed) == before
    codebook.merge_codes(summed, "Places", "Power")
    assert written(summed) == {
        ("Ana Lee", "Power"): ("Trust is slow.\n\nA garden.", POWER[1]),
        ("Bo", "Power"): ("Late.", ["kam"]),
    }
    assert summed.check() == []
    codebook.add_code(summed, "later")
    step = next(one.number for one in summed.history() if one.action == "codebook.merge_codes")
    apart.take_apart(summed, step)
    assert written(summed)["Ana Lee", "Places"] == ("A garden.", ["I trusted nobody at first."])
    assert written(summed)["Ana Lee", "Power"] == POWER
    assert summed.check() == []


def test_two_segments_that_become_one_are_under_a_summary_once(summed: Project) -> None:
    own = segment_of(summed)
    came = segment_of(summed, CAME)
    coding.resize_segment(summed, came, own.start, own.end)
    assert written(summed)["Ana Lee", "Power"] == (POWER[0], [POWER[1][0], "kam"])
    assert summed.check() == []
