"""Links between segments."""

import pytest
from app.study import ANA, state

from qualcode.app import coding, documents, linking
from qualcode.app.project import Project
from qualcode.domain.codings import PlacedCoding
from qualcode.domain.errors import BadInput, NotFound, Refused
from qualcode.domain.links import Link


def ends(project: Project) -> tuple[PlacedCoding, PlacedCoding]:
    """Two of Ana's codings on different segments of P01."""
    with project.read() as read:
        ana = read.coder_named("Ana")
        first = read.document_named("P01")
        assert ana is not None
        assert first is not None
        found = {one.segment: one for one in read.placed(document=first.id) if one.coder == ana.id}
    one, other = found.values()
    return one, other


def links(project: Project) -> list[Link]:
    with project.read() as read:
        return read.links()


def test_a_link_has_ends_relation_and_comment(file_study: Project) -> None:
    one, other = ends(file_study)
    link = linking.link_segments(file_study, one, other.segment, "  my own\nword ", " Look here. ")
    assert (link.source, link.target, link.relation, link.comment) == (
        one.segment,
        other.segment,
        "my own word",
        "Look here.",
    )
    assert link in links(file_study)
    assert file_study.history()[-1].summary == "Link two segments: my own word"


def test_the_same_link_twice_changes_nothing(file_study: Project) -> None:
    one, other = ends(file_study)
    link = linking.link_segments(file_study, one, other, "continues", "so")
    before = state(file_study)
    assert linking.link_segments(file_study, one, other, "continues", "else") == link
    assert state(file_study) == before
    linking.link_segments(file_study, other, one, "continues")
    linking.link_segments(file_study, one, other, "explains")
    assert len(links(file_study)) == 4, "another way round or another relation is another link"


def test_what_is_refused(file_study: Project) -> None:
    one, other = ends(file_study)
    before = state(file_study)
    with pytest.raises(Refused, match="with itself"):
        linking.link_segments(file_study, one, one, "continues")
    with pytest.raises(BadInput, match="how the two segments relate"):
        linking.link_segments(file_study, one, other, " \n ")
    with pytest.raises(BadInput, match="at most 80"):
        linking.link_segments(file_study, one, other, "x" * 81)
    with pytest.raises(NotFound):
        linking.link_segments(file_study, one, "somewhere", "continues")
    assert state(file_study) == before


def test_a_link_is_changed_and_turned_but_never_doubled(file_study: Project) -> None:
    one, other = ends(file_study)
    first = linking.link_segments(file_study, one, other, "continues")
    second = linking.link_segments(file_study, one, other, "answers")
    back = linking.link_segments(file_study, other, one, "continues")
    with pytest.raises(Refused, match="already"):
        linking.change_link(file_study, second, relation="continues")
    with pytest.raises(Refused, match="already"):
        linking.turn_link(file_study, first)
    changed = linking.change_link(file_study, first, comment="now said")
    assert (changed.relation, changed.comment) == ("continues", "now said")
    linking.remove_link(file_study, back)
    turned = linking.turn_link(file_study, first)
    assert (turned.source, turned.target) == (other.segment, one.segment)


def test_anybody_may_link_and_take_away(file_study: Project) -> None:
    one, other = ends(file_study)
    file_study.coder = "Ben"
    link = linking.link_segments(file_study, one, other, "contradicts")
    with file_study.read() as read:
        assert read.record("coder", link.coder).name == "Ben"
    file_study.coder = "Ana"
    linking.change_link(file_study, link, comment="I think so too")
    linking.remove_link(file_study, link)
    assert link.id not in {one.id for one in links(file_study)}


def test_links_go_with_a_segment_and_come_back(file_study: Project) -> None:
    one, other = ends(file_study)
    linking.link_segments(file_study, one, other, "contradicts")
    before = state(file_study)
    documents.remove_document(file_study, "P01")
    assert links(file_study) == []
    assert file_study.check() == []
    file_study.undo()
    assert state(file_study) == before


def test_segments_that_become_one_keep_each_link_once(file_study: Project) -> None:
    one, other = ends(file_study)
    start = ANA.index("Trust came")
    third = coding.apply_code(file_study, "P01", start, start + 5, "place")
    linking.link_segments(file_study, third, one, "answers")
    linking.link_segments(file_study, third, other, "continues")
    linking.link_segments(file_study, one, other, "continues")
    before = state(file_study)
    coding.resize_segment(file_study, third.segment, one.start, one.end)
    between = [link for link in links(file_study) if {link.source, link.target} == {one.segment, other.segment}]
    assert [link.relation for link in between] == ["continues"], "the link with itself is gone, the twin too"
    assert file_study.check() == []
    file_study.undo()
    assert state(file_study) == before


def test_segments_that_become_one_keep_what_was_said_of_their_links(file_study: Project) -> None:
    one, other = ends(file_study)
    start = ANA.index("Trust came")
    third = coding.apply_code(file_study, "P01", start, start + 5, "place")
    linking.link_segments(file_study, third, one, "answers", "a question of its own")
    linking.link_segments(file_study, third, other, "continues", "so")
    linking.link_segments(file_study, one, other, "continues", "and so on")
    before = state(file_study)
    coding.resize_segment(file_study, third.segment, one.start, one.end)
    between = [link for link in links(file_study) if {link.source, link.target} == {one.segment, other.segment}]
    assert [link.comment for link in between] == ["and so on\nso"]
    with file_study.read() as read:
        assert read.record("segment", one.segment).comment == "slow\na question of its own"
    assert file_study.check() == []
    file_study.undo()
    assert state(file_study) == before
    file_study.redo()
    assert file_study.check() == []
