"""What is said about codings: by whom, how, for one and for many."""

import pytest
from app.study import ANA, BEN, state

from qualcode.app import coding, marking
from qualcode.app.project import Project
from qualcode.domain.codings import PlacedCoding
from qualcode.domain.errors import BadInput, Refused


def codings(project: Project, coder: str) -> list[PlacedCoding]:
    with project.read() as read:
        found = read.coder_named(coder)
        assert found is not None
        return [one for one in read.placed() if one.coder == found.id]


def again(project: Project, one: PlacedCoding) -> PlacedCoding:
    with project.read() as read:
        return read.placed(coding=one.id)[0]


def test_each_field_is_set_and_taken_back_alone(file_study: Project) -> None:
    one = codings(file_study, "Ana")[0]
    bare = marking.weigh_coding(file_study, one, None)
    assert marking.weigh_coding(file_study, one, "2.5").weight == 2.5
    assert marking.set_certainty(file_study, one, "likely").certainty == "likely"
    assert marking.mark_coding(file_study, one, "near-miss").mark == "near-miss"
    assert marking.discuss_coding(file_study, one, "  Whose\ntrust? ").discuss == "Whose\ntrust?"
    there = again(file_study, one)
    assert (there.weight, there.certainty, there.mark, there.discuss) == (2.5, "likely", "near-miss", "Whose\ntrust?")
    assert marking.discuss_coding(file_study, one).discuss == ""
    for act in (marking.weigh_coding, marking.set_certainty, marking.mark_coding, marking.discuss_coding):
        act(file_study, one, None)
    assert again(file_study, one) == bare


def test_the_steps_say_what_was_done(file_study: Project) -> None:
    one = codings(file_study, "Ana")[0]
    marking.mark_coding(file_study, one, "exemplar")
    marking.mark_coding(file_study, one, None)
    marking.discuss_coding(file_study, one, "Why?")
    marking.discuss_coding(file_study, one, None)
    marking.discuss_codings(file_study, codings(file_study, "Ana"), "")
    marking.discuss_codings(file_study, codings(file_study, "Ana"), None)
    with file_study.read() as read:
        code = read.codebook.by_id[one.code].name
        document = read.record("document", one.document).name
    assert [step.summary for step in file_study.history()[-6:]] == [
        f"Mark “{code}” in {document} as an exemplar",
        f"Take the mark off “{code}” in {document}",
        f"Ask to discuss “{code}” in {document}",
        f"Settle the discussion of “{code}” in {document}",
        "Ask to discuss 4 codings",
        "Settle the discussion of 4 codings",
    ]


def test_only_who_coded_weighs_and_judges_but_anyone_marks_and_asks(file_study: Project) -> None:
    of_ben = codings(file_study, "Ben")[0]
    mine = codings(file_study, "Ana")
    before = state(file_study)
    for refused in (
        lambda: marking.weigh_coding(file_study, of_ben, 1),
        lambda: marking.set_certainty(file_study, of_ben, "sure"),
        lambda: marking.weigh_codings(file_study, [*mine, of_ben], 1),
        lambda: marking.set_certainties(file_study, [*mine, of_ben], "sure"),
    ):
        with pytest.raises(Refused, match=r"This is Ben's coding\. .* ask to discuss it"):
            refused()
    assert state(file_study) == before
    marking.mark_coding(file_study, of_ben, "exemplar")
    marking.discuss_codings(file_study, [of_ben, *mine], "All of us?")
    assert again(file_study, of_ben).discuss == "All of us?"
    assert again(file_study, of_ben).mark == "exemplar"
    assert file_study.history()[-1].coder == "Ana"
    marking.discuss_coding(file_study, of_ben, None)
    assert again(file_study, of_ben).discuss is None


def test_many_at_once_are_one_step_each_counted_once(file_study: Project) -> None:
    mine = codings(file_study, "Ana")
    steps = len(file_study.history())
    changed = marking.set_certainties(file_study, [*mine, str(mine[0].id), mine[1].id], "unsure")
    assert [one.id for one in changed] == [one.id for one in mine]
    assert len(file_study.history()) == steps + 1
    assert file_study.history()[-1].summary == f"Say how certain {len(mine)} codings are"
    marking.set_certainties(file_study, mine, "unsure")
    assert len(file_study.history()) == steps + 1, "saying it again changes nothing"
    marking.weigh_codings(file_study, [], 4)
    assert len(file_study.history()) == steps + 1


@pytest.mark.parametrize(
    ("act", "value"),
    [
        (marking.weigh_coding, float("inf")),
        (marking.weigh_coding, "heavy"),
        (marking.set_certainty, "maybe"),
        (marking.mark_coding, "best"),
    ],
)
def test_values_that_mean_nothing(file_study: Project, act: object, value: object) -> None:
    before = state(file_study)
    with pytest.raises(BadInput):
        act(file_study, codings(file_study, "Ana")[0], value)  # type: ignore[operator]
    assert state(file_study) == before


def test_a_segment_becomes_the_example_of_its_code(file_study: Project) -> None:
    at = BEN.index("信任")
    there = coding.apply_code(file_study, "P02", at, at + 2, "trust")
    steps = len(file_study.history())
    code = marking.use_as_example(file_study, there)
    assert (code.example, code.example_document) == ("信任", "P02")
    assert again(file_study, there).mark == "exemplar"
    start = ANA.index("I trusted")
    other = coding.apply_code(file_study, "P01", start, start + 27, "trust")
    code = marking.use_as_example(file_study, other, near_miss=True)
    assert (code.example, code.near_miss) == ("信任", "I trusted nobody at first. "[:27].strip())
    assert again(file_study, other).mark == "near-miss"
    assert [step.summary for step in file_study.history()[steps:]] == [
        "Use a segment as the example of “trust”",
        "Use a segment as the near miss of “trust”",
    ]
    file_study.undo()
    file_study.undo()
    with file_study.read() as read:
        assert read.codebook.by_id[there.code].example == ""


@pytest.mark.parametrize("weight", [10**400, float("nan"), "much"])
def test_a_weight_is_a_number_one_can_write(file_study: Project, weight: float) -> None:
    before = state(file_study)
    with pytest.raises(BadInput, match="weight"):
        marking.weigh_coding(file_study, codings(file_study, "Ana")[0], weight)
    assert state(file_study) == before
