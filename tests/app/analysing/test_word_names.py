"""Names in a project, where a model for spaCy finds them."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.analysing.test_words import opened
from app.analysing.word_studies import Study, make

from qualcode.app import documents, redactions
from qualcode.app.analysing.catalogue import ANALYSES
from qualcode.domain.errors import BadInput
from qualcode.domain.options import options_of
from qualcode.language import entities, word_methods, words

MODEL = """
import spacy

def load(**overrides):
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns([{"label": "PERSON", "pattern": "bako"}, {"label": "GPE", "pattern": "gate"}])
    return pipeline
"""


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    made = make(tmp_path, 7)
    yield made
    made.project.close()


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package that finds names, installed."""
    folder = tmp_path / "packages"
    about = folder / "en_made_up-1.0.dist-info"
    about.mkdir(parents=True)
    (folder / "en_made_up.py").write_text(MODEL, "utf-8")
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: en-made-up\nVersion: 1.0\n", "utf-8")
    (about / "entry_points.txt").write_text("[spacy_models]\nen_made_up = en_made_up\n", "utf-8")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(folder), os.environ.get("PYTHONPATH", ""))))
    caches = (word_methods._trained, word_methods.method_of, words.cutter_of, entities._finder)
    for cached in caches:
        cached.cache_clear()
    yield
    monkeypatch.undo()
    sys.modules.pop("en_made_up", None)
    for cached in caches:
        cached.cache_clear()


def test_without_a_model_there_is_one_sentence(study: Study) -> None:
    if word_methods.models_of("en"):
        pytest.skip("a trained model for English is installed")
    with pytest.raises(BadInput) as said:
        study.project.analyse("entities")
    assert str(said.value) == (
        "No trained spaCy model that is installed finds names in these documents (en): install en_core_web_sm where "
        f"qualcode runs, with “{sys.executable} -m spacy download en_core_web_sm”, and start it again."
    )


def test_of_each_language_its_own_model_is_named(study: Study) -> None:
    if word_methods.models_of("en") or word_methods.models_of("de"):
        pytest.skip("trained models are installed")
    documents.set_language(study.project, "D1", "de")
    documents.set_language(study.project, "D2", "ar")
    with pytest.raises(BadInput, match=r"\(ar, de, en\): install de_core_news_sm, en_core_web_sm where"):
        study.project.analyse("entities")
    with pytest.raises(BadInput, match=r"\(de\): install de_core_news_sm where"):
        study.project.analyse("entities", language="de")
    with pytest.raises(BadInput, match=r"spaCy has no trained model that finds names in these documents \(ar\)"):
        study.project.analyse("entities", language="ar")


def test_documents_that_no_model_reads_are_told(study: Study, model: None) -> None:
    documents.set_language(study.project, "D1", "de")
    table = study.project.analyse("entities")
    wanted = [token for token in study.tokens if token.word == "bako" and token.document != 1]
    assert table.loc[table["entity"].str.lower() == "bako", "count"].sum() == len(wanted)
    assert set(table["language"]) == {"en"}
    assert table.attrs["note"] == "No installed model finds names in these languages (documents): de (1)."
    english = study.project.analyse("entities", language="en")
    assert english.equals(table)
    assert "note" not in english.attrs


def test_what_words_are_is_no_question_of_names() -> None:
    """A control that does nothing is not there."""
    assert [name for name, *_ in options_of(ANALYSES["entities"].options)] == [
        "without_interviewer",
        "language",
        "label",
        "least",
    ]


def test_names_are_counted_where_the_text_is_looked_at(study: Study, model: None) -> None:
    for given, kept in (
        ({}, bool),
        ({"without_interviewer": True}, lambda token: token.speaker != "INT"),
        ({"codes": ["outer"]}, lambda token: study.coded(token, "outer")),
    ):
        table = study.project.analyse("entities", **given)
        for word, label in (("bako", "PERSON"), ("gate", "GPE")):
            wanted = [token for token in study.tokens if token.word == word and kept(token)]
            rows = table[table["entity"].str.lower() == word]
            assert rows["count"].sum() == len(wanted)
            assert set(rows["label"]) <= {label}
    only = study.project.analyse("entities", label="GPE", least=2)
    assert set(only["label"]) <= {"GPE"}
    assert only.attrs["rule"].startswith("en_made_up")
    places = opened(study, "entities", 0, "count")
    assert len(places) == study.project.analyse("entities")["count"].iloc[0]


def test_redacted_names_are_not_listed(study: Study, model: None) -> None:
    token = next(token for token in study.tokens if token.word == "bako")
    before = study.project.analyse("entities")["count"].sum()
    redactions.redact(study.project, f"D{token.document}", token.start, token.end)
    assert study.project.analyse("entities")["count"].sum() == before - 1
