"""Rules propose passages, an action codes them: one step, nothing twice."""

import msgspec
import pytest
from app.study import ANA, BEN

from qualcode.app import autocoding, cases, coding, documents
from qualcode.app.autocoding import autocode, autocode_new, carried, propose
from qualcode.app.project import Project
from qualcode.app.search import make_query, search
from qualcode.domain.autocoding import Autocoding
from qualcode.domain.errors import BadInput, NotFound
from qualcode.domain.queries import Scope


def found(project: Project, rule: Autocoding) -> list[str]:
    return [hit.text for hit in propose(project, rule)]


def id_of(project: Project, name: str) -> object:
    with project.read() as read:
        return next(code.id for code in read.codes() if code.name == name)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Autocoding("words", "trust"), ["Trust"]),
        (Autocoding("beginnings", "trust"), ["trusted", "Trust"]),
        (Autocoding("lemma", "trusts"), ["trusted", "Trust"]),
        (Autocoding("substring", "rust"), ["rust", "rust"]),
        (Autocoding("regex", r"[Tt]rust\w*"), ["trusted", "Trust"]),
        (Autocoding("beginnings", "trust", first=True), ["trusted"]),
        (Autocoding("words", "trus*"), ["trusted", "Trust"]),
        (Autocoding("words", "信任"), ["信任"]),
        (Autocoding("words", "信任", unit="sentence"), ["信任很重要。我们一起工作。"]),
        (Autocoding("words", "信任", unit="paragraph"), ["信任很重要。我们一起工作。"]),
        (Autocoding("words", "garden", unit="sentence"), ["Trust came slowly, with the garden."]),
        (
            Autocoding("beginnings", "trust", unit="turn"),
            ["P01: I trusted nobody at first. Trust came slowly, with the garden."],
        ),
        (
            Autocoding("beginnings", "trust", unit="sentence"),
            ["P01: I trusted nobody at first.", "Trust came slowly, with the garden."],
        ),
        (Autocoding("speaker", speakers=("interviewer",)), ["INTERVIEWER: How did you start?"]),
        (Autocoding("question", speakers=("INTERVIEWER",)), [ANA.splitlines()[1]]),
        (Autocoding("question", "start did", speakers=("INTERVIEWER",), marks=True), [ANA.rstrip()]),
        (Autocoding("question", "garden", speakers=("INTERVIEWER",)), []),
        (Autocoding("marks", r"at first\.", r"with the"), ["Trust came slowly,"]),
        (Autocoding("marks", r"at first\.", r"with the", marks=True), ["at first. Trust came slowly, with the"]),
        (Autocoding("marks", r"^\w+:"), ["How did you start?", ANA[ANA.index("I trusted") : -1]]),
        (Autocoding("words", "nowhere"), []),
        (Autocoding("words", "trust NEAR/4 garden"), ["Trust came slowly, with the garden"]),
    ],
)
def test_rules(rule: Autocoding, expected: list[str], study: Project) -> None:
    assert found(study, rule) == [text.replace("\n", " ") for text in expected]


def test_sentences_are_those_of_the_whole_text(study: Project) -> None:
    with study.read() as read:
        for document in read.documents():
            text = read.text(document)
            all_of_them = study.analyses._units.spans(document, "sentence").tolist()
            for start in range(0, len(text) - 1, 7):
                around = autocoding.units_around(text, document, "sentence", [(start, start + 1)])
                assert set(around) <= set(map(tuple, all_of_them))
                touched = [tuple(span) for span in all_of_them if span[0] < start + 1 and start < span[1]]
                assert set(touched) <= set(around)


def test_inside_a_code_and_the_filter(study: Project) -> None:
    trust = id_of(study, "trust")
    assert found(study, Autocoding("regex", r"\w*rust\w*", inside=trust)) == ["trusted"]
    power = id_of(study, "Power")
    assert found(study, Autocoding("words", "信任", inside=power)) == ["信任"]
    with study.read() as read:
        ben = read.coder_named("Ben")
        second = read.document_named("P02")
    assert ben is not None
    assert second is not None
    # what is typed and what is chosen hold together
    assert found(study, Autocoding("words", "garden code:place", inside=trust)) == []
    assert found(study, Autocoding("words", "trusted code:place", inside=trust)) == ["trusted"]
    by_ben = Scope(coders=frozenset([ben.id]))
    assert found(study, Autocoding("words", "信任", inside=power, scope=by_ben)) == []
    assert found(study, Autocoding("beginnings", "trust", scope=Scope(documents=frozenset([second.id])))) == []
    assert found(study, Autocoding("beginnings", "trust doc:p01 speaker:p01")) == ["trusted", "Trust"]
    assert found(study, Autocoding("beginnings", "trust speaker:INTERVIEWER")) == []
    assert found(study, Autocoding("beginnings", "trust code:place case:Bo")) == []
    assert found(study, Autocoding("words", "garden age=31")) == ["garden"]
    assert found(study, Autocoding("words", "garden age=44")) == []


def test_a_case_may_be_a_speaker_or_a_passage(study: Project) -> None:
    assert found(study, Autocoding("words", 'start case:"Ana Lee"')) == []
    assert found(study, Autocoding("words", 'garden case:"Ana Lee"')) == ["garden"]
    cases.assign(study, "Bo", "P01", ANA.index("garden"), ANA.index("garden") + 6)
    assert found(study, Autocoding("words", "garden case:Bo")) == ["garden"]
    assert found(study, Autocoding("words", "slowly case:Bo")) == []
    assert found(study, Autocoding("words", "信任 case:Bo")) == ["信任"]


@pytest.mark.parametrize(
    ("rule", "problem", "words"),
    [
        (Autocoding("speaker"), BadInput, "Say who speaks"),
        (Autocoding("speaker", speakers=("Zoe",)), NotFound, "Nobody called “Zoe”"),
        (Autocoding("marks"), BadInput, "what marks the beginning"),
        (Autocoding("marks", "a", "("), BadInput, "not a regular expression"),
        (Autocoding("guess", "a"), BadInput, "no way of autocoding"),
        (Autocoding("words", "a", unit="page"), BadInput, "no way of autocoding"),
        (Autocoding("words", "doc:P01"), BadInput, "not for what"),
        (Autocoding("words", "a code:nothing"), NotFound, "nothing"),
    ],
)
def test_what_is_no_rule(rule: Autocoding, problem: type[Exception], words: str, study: Project) -> None:
    with pytest.raises(problem, match=words):
        found(study, rule)


def test_pages_go_on_behind_a_document(study: Project) -> None:
    rule = Autocoding("regex", r"\b\w{5}\b")
    everything = list(propose(study, rule))
    first = everything[0].document
    rest = list(propose(study, rule, after=first.id))
    assert {hit.document.id for hit in everything} == {first.id} | {hit.document.id for hit in rest}
    assert [hit for hit in everything if hit.document.id == first.id] + rest == everything


def test_one_step_that_says_how(study: Project) -> None:
    rule = Autocoding("beginnings", "trust", unit="sentence")
    made = autocode(study, "place", [(hit.document, hit.start, hit.end) for hit in propose(study, rule)], rule)
    assert (made.passages, made.already) == (2, 0)
    step = study.history()[-1]
    assert step.summary == "Autocode “place”: 2 passages, each the sentence around words that begin with trust"
    assert '"kind":"beginnings"' in step.values["rule"]
    again = autocode(study, "place", [(hit.document, hit.start, hit.end) for hit in propose(study, rule)], rule)
    assert (again.passages, again.already) == (0, 2)
    assert study.history()[-1].number == step.number, "nothing to write is no step"
    assert study.check() == []
    study.undo()
    assert study.check() == []


def test_hits_bring_the_rule_that_found_them(study: Project) -> None:
    autocode(study, "place", search(study, make_query("trust", beginnings=True)))
    step = study.history()[-1]
    assert step.summary == "Autocode “place”: 2 passages found by words that begin with trust"
    rule = msgspec.json.decode(step.values["rule"], type=Autocoding)
    assert (rule.kind, rule.text) == ("beginnings", "trust")
    study.undo()
    autocode_new(study, "fresh", propose(study, Autocoding("speaker", speakers=("INTERVIEWER",))))
    assert study.history()[-1].summary == "Autocode “fresh”: 1 passages, the turns of INTERVIEWER"
    # what was found in two ways has not one rule
    both = [*search(study, "garden"), *search(study, "信任")]
    autocode(study, "place", both)
    assert study.history()[-1].summary == "Autocode “place”: 1 passages", "one has it already"


def test_no_piece_of_a_word_is_coded(study: Project) -> None:
    autocode(study, "place", search(study, make_query("trus", beginnings=True)))
    codings = study.frames.codings
    texts = set(codings[codings["code"].str.endswith("place")]["text"])
    assert {"Trust", "trusted"} <= texts
    assert not {"Trus", "trus"} & texts


@pytest.mark.parametrize(
    ("rule", "summary"),
    [
        (None, "Autocode “place”: 1 passages"),
        (Autocoding("words", "x"), "Autocode “place”: 1 passages found by the words x"),
        (Autocoding("lemma", "x", unit="turn"), "Autocode “place”: 1 passages, each the turn around any form of x"),
        (Autocoding("lemma", "x"), "Autocode “place”: 1 passages found by any form of x"),
        (Autocoding("words", "x", unit="turn"), "Autocode “place”: 1 passages, each the turn around the words x"),
        (Autocoding("substring", "x", unit="turn"), "Autocode “place”: 1 passages, each the turn around the text x"),
        (Autocoding("regex", "x", unit="turn"), "Autocode “place”: 1 passages, each the turn around what matches x"),
        (Autocoding("substring", "x"), "Autocode “place”: 1 passages found by the text x"),
        (Autocoding("regex", "x"), "Autocode “place”: 1 passages found by the expression x"),
        (Autocoding("speaker", speakers=("A", "B")), "Autocode “place”: 1 passages, the turns of A, B"),
        (Autocoding("question", speakers=("I",)), "Autocode “place”: 1 passages, the answers to I"),
        (Autocoding("question", "x", speakers=("I",)), "Autocode “place”: 1 passages, the answers to I on x"),
        (Autocoding("marks", "x", "y"), "Autocode “place”: 1 passages between x and y"),
        (Autocoding("marks", "x"), "Autocode “place”: 1 passages between x and x"),
    ],
)
def test_names_of_steps(rule: Autocoding | None, summary: str, file_study: Project) -> None:
    autocode(file_study, "place", [("P01", 0, 5)], rule)
    assert file_study.history()[-1].summary == summary


def test_what_lies_in_a_coded_passage_is_told_and_not_doubled(study: Project) -> None:
    start = ANA.index("I trusted")
    spans = [("P01", start + 2, start + 9), ("P01", start, start + 27), ("P01", 0, 5), ("P01", 0, 6), ("P01", 0, 5)]
    made = autocode(study, "trust", spans, nested=False)
    assert (made.passages, made.already) == (2, 2)
    assert (again := autocode(study, "trust", spans)).passages == 1, "asked for, the inner one is coded, too"
    assert again.already == 3
    with study.read() as read:
        code = made.code.id
        ana = {one.start: one.end for one in read.placed(code=code) if (one.start, one.end) in ((0, 5), (0, 6))}
        assert ana
        first = read.document_named("P01")
        assert first is not None
        assert carried(read, code, "Ana")[first.id].hold(start + 3, start + 4)
        assert carried(read, code, "Nobody") == {}
    study.coder = "Cem"
    assert autocode(study, "trust", [("P01", start + 2, start + 9)]).passages == 1


def test_what_two_coded_passages_hold_only_together_is_coded(study: Project) -> None:
    start = BEN.index("信任")
    middle, end = BEN.index("我们"), BEN.index("。\nCafé") + 1
    autocode(study, "place", [("P02", start, middle), ("P02", middle, end)])
    made = autocode(study, "place", [("P02", start, end), ("P02", middle, end - 1)], nested=False)
    assert (made.passages, made.already) == (1, 1)
    with study.read() as read:
        held = carried(read, id_of(study, "gatekeeping"), "Ana")
        assert held == {}


def test_white_space_goes_and_a_segment_is_shared(study: Project) -> None:
    coding.apply_code(study, "P02", 0, 3, "place", "mine")
    made = autocode(study, "gatekeeping", [("P02", 0, 4)])
    assert made.passages == 1
    with study.read() as read:
        document = read.document_named("P02")
        assert document is not None
        (segment,) = [one for one in read.segments_of(document.id) if (one.start, one.end) == (0, 3)]
        assert segment.comment == "mine"
        assert len(read.codings_on(segment.id)) == 2
    with pytest.raises(BadInput):
        autocode(study, "place", [("P02", 0, len(BEN) + 5)])


def test_a_new_code_with_themes_above(study: Project) -> None:
    made = autocode_new(study, "came", [("P01", 0, 5)], Autocoding("words", "came"), "Power", ["faith"])
    with study.read() as read:
        assert read.codebook.paths()[made.code.id] == "Power > faith > came"
    assert study.history()[-1].summary == "Autocode “came”: 1 passages found by the words came"


def test_many_passages_at_once(file_study: Project) -> None:
    documents.replace_text(file_study, "P02", "ja " * 3_000)
    rule = Autocoding("words", "ja")
    made = autocode(file_study, "place", [(hit.document.id, hit.start, hit.end) for hit in propose(file_study, rule)])
    assert made.passages == 3_000
    assert file_study.check() == []
    file_study.undo()
    assert file_study.check() == []
