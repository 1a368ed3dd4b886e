"""Words of several languages in one project: each is counted as if the others were not there."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.analysing.word_studies import Study, make
from matplotlib.text import Text

import qualcode
from qualcode.analysis.drawn import Drawn
from qualcode.app import documents
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.app.analysing.files import drawn_of
from qualcode.domain.errors import BadInput

# D0 and D3 are English, D1 and D2 Dutch
SPOKEN = {"en": (0, 3), "nl": (1, 2)}
WORDS = {"least": 1, "stop_words": True, "by": "form"}
ASKED = {
    "words": [{}, {"n": 2}],
    "concordance": [{"word": "bako"}],
    "collocations": [
        {"list_all": True},
        {"word": "bako"},
        {"word": "bako", "left": 1, "right": 0, "list_all": True},
        {"word": "bako", "company": "sentence", "list_all": True},
    ],
    "dispersion": [{}, {"over": "cases"}],
    "keyness": [{"code": "theme"}, {"code": "theme", "against": "outer"}],
}


@pytest.fixture(scope="module", params=range(2))
def study(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(tmp_path_factory.mktemp("home")))
        made = make(tmp_path_factory.mktemp("study"), 300 + request.param, size=4)
        for number in SPOKEN["nl"]:
            documents.set_language(made.project, f"D{number}", "nl")
        yield made
        made.project.close()


def written_in(drawn: Drawn) -> str:
    return " ".join(text.get_text() for text in drawn.figure.findobj(Text))


def given_to(name: str, **given: object) -> dict[str, object]:
    return {**({"by": "form"} if name == "concordance" else WORDS), **given}


@pytest.mark.parametrize(("name", "given"), [(name, one) for name, each in ASKED.items() for one in each])
def test_each_language_is_counted_as_if_it_were_alone(study: Study, name: str, given: dict[str, object]) -> None:
    whole = study.project.analyse(name, **given_to(name, **given))
    for language, numbers in SPOKEN.items():
        names = [f"D{number}" for number in numbers]
        try:
            alone = study.project.analyse(name, **given_to(name, **given), documents=names)
        except BadInput:  # the code is on nothing in this language
            assert name == "keyness"
            assert language not in set(whole["language"])
            continue
        chosen = study.project.analyse(name, **given_to(name, **given), language=language.upper())
        assert chosen.equals(alone)
        assert chosen.attrs["n_documents"] == len(numbers)
        assert chosen.attrs["n_words"] == sum(token.document in numbers for token in study.tokens)
        mine = whole["document"].isin(names) if name == "concordance" else whole["language"] == language
        rows = whole[mine].reset_index(drop=True)
        tests = ["p_bh", "p_bonferroni"] if name == "keyness" else []  # corrected for the rows of both languages
        assert rows.drop(columns=tests).equals(alone.drop(columns=tests))
        assert len(alone)


def test_shares_are_of_the_words_of_the_language(study: Study) -> None:
    table = study.project.analyse("words", **WORDS)
    sizes = {
        language: Counter(token.word for token in study.tokens if token.document in numbers)
        for language, numbers in SPOKEN.items()
    }
    for row in table.itertuples():
        counted = sizes[row.language]
        assert row.count == counted[row.word]
        assert row.per_million == pytest.approx(counted[row.word] * 1e6 / counted.total())
    told = ", ".join(f"{language} {sizes[language].total()}" for language in sorted(sizes))
    assert table.attrs["note"] == f"Each language is counted by itself: {told} words."
    assert table.attrs["n_words"] == "; ".join(f"{each}: {sizes[each].total()}" for each in sorted(sizes))
    assert table.attrs["languages"] == "en; nl"
    assert "note" not in study.project.analyse("words", language="en", **WORDS).attrs


def test_what_is_said_in_one_language_is_not_key_against_another(study: Study) -> None:
    """Both groups speak, but one has no Dutch: its words would all be key where the other speaks."""
    table = study.project.analyse("keyness", variable="team", value="south", **WORDS)  # D0 only, English
    assert set(table["language"]) == {"en"}
    dutch = sum(token.document in SPOKEN["nl"] for token in study.tokens)
    assert f"Not compared, for only one of the parts has words in it: nl ({dutch})." in table.attrs["note"]
    english = study.project.analyse("keyness", variable="team", value="south", language="en", **WORDS)
    assert english.equals(table)
    with pytest.raises(BadInput, match="no language in common"):
        study.project.analyse("keyness", variable="team", value="south", documents=["D0", "D1"], **WORDS)


@pytest.mark.parametrize("name", sorted(ANALYSES))
def test_every_analysis_of_words_can_look_at_one_language(study: Study, name: str) -> None:
    if ANALYSES[name].group != "words":
        return
    given = {"concordance": {"word": "bako"}, "keyness": {"code": "theme"}}.get(name, {})
    with pytest.raises(BadInput, match=r"no words in the language “fr” .* There are: en, nl\."):
        study.project.analyse(name, language="fr", **given)


def test_a_document_without_a_language_is_one_of_its_own(tmp_path: Path) -> None:
    with qualcode.new(str(tmp_path / "p.qualcode"), coder="Ana") as project:
        for name, text in (("one", "bako dilu bako"), ("two", "bako gate")):
            (tmp_path / f"{name}.txt").write_text(text, "utf-8")
            documents.import_files(project, [tmp_path / f"{name}.txt"])
        documents.set_language(project, "two", "en")
        table = project.analyse("words", language="?", **WORDS)
        assert dict(zip(table["word"], table["count"], strict=True)) == {"bako": 2, "dilu": 1}
        both = project.analyse("words", **WORDS)
        assert both.attrs["note"] == "Each language is counted by itself: ? 3, en 2 words."
        assert set(both["language"]) == {"", "en"}


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("words", {}),
        ("words", {"kind": "cloud"}),
        ("collocations", {"list_all": True}),
        ("keyness", {"variable": "team", "value": "north"}),
        ("dispersion", {}),
    ],
)
def test_pictures_say_of_which_language_a_word_is(study: Study, name: str, given: dict[str, object]) -> None:
    drawn = drawn_of(study.project, name, **WORDS, **given)
    assert drawn.marks
    for mark in drawn.marks:
        assert " (nl)" in mark.says or " (en)" in mark.says
    assert "Each language is counted by itself: en " in written_in(drawn)
    alone = drawn_of(study.project, name, language="en", **WORDS, **given)
    assert not any("(en)" in mark.says for mark in alone.marks)
    assert "Only documents in the language en." in written_in(alone)
    assert "by itself" not in written_in(alone)
