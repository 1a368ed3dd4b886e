"""Passages that only show something: they go with the last thing they showed, whatever took that away."""

import pytest
from app.study import ANA, state

from qualcode.app import codebook, coding, memos, theme_maps, themes
from qualcode.app.project import Project
from qualcode.domain.codings import Segment
from qualcode.domain.errors import Clash
from qualcode.domain.theme_maps import Relation

CAME = ANA.index("Trust came")


def bare(project: Project) -> int:
    with project.read() as read:
        return len(read.bare_segments())


def segments(project: Project) -> dict[tuple[int, int], Segment]:
    with project.read() as read:
        document = read.document_named("P01")
        assert document is not None
        return {(one.start, one.end): one for one in read.segments_of(document.id)}


def there(project: Project, start: int, end: int) -> bool:
    return (start, end) in segments(project)


def shown_relation(project: Project) -> Relation:
    """A relation of “trust” to “place” on a map, shown by a passage whose coding has gone since."""
    theme_map = theme_maps.add_map(project, "M")
    theme_maps.add_nodes(project, theme_map, ["trust", "place"])
    relation = theme_maps.relate(project, theme_map, "trust", "place", "leads to")
    placed = coding.apply_code(project, "P01", CAME, CAME + 10, "gatekeeping")
    theme_maps.add_relation_evidence(project, relation, [placed.segment])
    coding.remove_coding(project, placed)
    assert there(project, CAME, CAME + 10)
    return relation


def test_evidence_on_words_nobody_coded_goes_with_its_theme(study: Project) -> None:
    themes.add_evidence(study, "Power", ("P01", CAME, CAME + 10))
    memos.write_memo(study, "A thought.", about=segments(study)[CAME, CAME + 10])
    before = state(study)
    codebook.remove_code(study, "Power")
    assert not there(study, CAME, CAME + 10)
    assert bare(study) == 0
    study.undo()
    assert state(study) == before
    study.redo()
    assert not there(study, CAME, CAME + 10)
    assert study.check() == []


@pytest.mark.parametrize("act", ["remove", "off the map", "no map", "no relation"])
def test_what_only_showed_a_relation_goes_with_it(study: Project, act: str) -> None:
    relation = shown_relation(study)
    before = state(study)
    if act == "remove":
        codebook.remove_code(study, "place")
    elif act == "off the map":
        theme_maps.remove_nodes(study, "M", ["place"])
    elif act == "no map":
        theme_maps.remove_map(study, "M")
    else:
        theme_maps.remove_relation(study, relation)
    assert not there(study, CAME, CAME + 10)
    assert bare(study) == 0
    study.undo()
    assert state(study) == before
    assert study.check() == []


def test_a_quote_on_a_map_outlives_its_last_coding_and_goes_when_it_is_taken_off(study: Project) -> None:
    placed = coding.apply_code(study, "P01", CAME, CAME + 10, "place")
    theme_map = theme_maps.add_map(study, "M")
    (node,) = theme_maps.add_nodes(study, theme_map, [placed.segment])
    coding.remove_coding(study, placed)
    assert there(study, CAME, CAME + 10)
    assert bare(study) == 0
    theme_maps.remove_nodes(study, theme_map, [node])
    assert not there(study, CAME, CAME + 10)
    assert study.check() == []


def test_a_memo_that_goes_from_a_map_takes_such_passages_with_it(study: Project) -> None:
    theme_map = theme_maps.add_map(study, "M")
    placed = coding.apply_code(study, "P01", CAME, CAME + 10, "place")
    memo = memos.write_memo(study, "Here.", about=segments(study)[CAME, CAME + 10])
    theme_maps.add_nodes(study, theme_map, [memo.id, "trust"])
    relation = theme_maps.relate(study, theme_map, memo.id, "trust", "leads to")
    theme_maps.add_relation_evidence(study, relation, [placed.segment])
    coding.remove_coding(study, placed)
    memos.remove_memo(study, memo)
    assert not there(study, CAME, CAME + 10)
    assert study.check() == []


def test_the_choice_of_evidence_cannot_be_undone_once_it_alone_holds_the_passage(study: Project) -> None:
    other = coding.apply_code(study, "P01", CAME, CAME + 10, "place")
    themes.add_evidence(study, "Power", other.segment)
    chosen = study.history()[-1].number
    relation = shown_on_map(study, other.segment)
    study.undo(relation)  # the coding holds it
    coding.remove_coding(study, other)
    before = state(study)
    with pytest.raises(Clash, match="“Remove “place” from P01” by Ana came after it"):
        study.undo(chosen)
    assert state(study) == before
    study.undo()
    study.undo(chosen)
    assert bare(study) == 0
    assert there(study, CAME, CAME + 10)


def shown_on_map(project: Project, segment: object) -> int:
    theme_map = theme_maps.add_map(project, "M")
    theme_maps.add_nodes(project, theme_map, [segment])
    return project.history()[-1].number


def test_a_place_on_a_map_cannot_be_undone_once_it_alone_holds_the_passage(study: Project) -> None:
    placed = coding.apply_code(study, "P01", CAME, CAME + 10, "place")
    step = shown_on_map(study, placed.segment)
    coding.remove_coding(study, placed)
    with pytest.raises(Clash, match="“Remove “place” from P01” by Ana came after it"):
        study.undo(step)
    assert study.check() == []


def test_the_check_counts_passages_that_nobody_sees(study: Project) -> None:
    placed = coding.apply_code(study, "P01", CAME, CAME + 10, "place")
    with study.writing("test.leave", "Leave a segment") as work:  # as no action does
        work.remove(work.read.codings_on(placed.segment))
    (problem,) = study.check()
    assert problem.where == "structure"
    assert str(problem.what).startswith("Nobody sees 1 of the segments")
