"""Forms of words: the same that spaCy's own lookup lemmatizer puts together."""

import gzip
import json
from pathlib import Path

import pytest

from qualcode.domain.errors import Cancelled, Refused
from qualcode.domain.folding import fold
from qualcode.domain.progress import CallbackProgress
from qualcode.language import lemmas as module
from qualcode.language.lemma_worker import turned_round
from qualcode.language.lemmas import Lemmas, has_lemmas, lemmas, prepared, table_files

WORDS = ("trusted", "trusts", "trust", "went", "goes", "children", "child", "were", "been", "mice", "xyzzy")


def test_forms_share_the_lemma_that_spacy_gives() -> None:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("lemmatizer", config={"mode": "lookup"})
    pipeline.initialize()
    table = lemmas("en")
    assert table is not None
    for word in WORDS:
        base = pipeline(word)[0].lemma_
        for form in filter(str.isalpha, table.forms(word)):  # “’m” is no word to look for
            bases = {pipeline(spelled)[0].lemma_ for spelled in (form, form.title(), form.upper())}
            assert base in bases or form == word, (word, form)
    assert {"see", "seen"} <= set(table.forms("saw"))
    assert {"leaf", "leave", "leaving"} <= set(table.forms("leaves")), "a word with two base forms"
    assert "leaves" in table.forms("leaf")
    assert {"good", "well", "best"} <= set(table.forms("better"))
    assert set(table.forms("Trusted")) == {"trust", "trusts", "trusted", "trusting"}
    assert table.forms("xyzzy") == ("xyzzy",)


def test_languages_without_a_table() -> None:
    for language in ("zh", "ja", "ko", "ar", "", "nonsense"):
        assert not has_lemmas(language)
        assert prepared(language)
        assert lemmas(language) is None
    for language in ("en", "de", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv"):
        assert has_lemmas(language)


def test_turning_round() -> None:
    tables: list[dict[str, str | list[str]]] = [
        {"Häuser": "Haus", "Hauses": "Haus", "ging": "gehen", "geht": ["gehen", "Gehen"], "sah": "sehen"},
        {"sehen": "sehen", "besser": "gut", "alone": "alone", "bad\tone": "x"},
    ]
    table = Lemmas(turned_round(tables))
    assert set(table.forms("haus")) == {"haus", "hauser", "hauses"}
    assert set(table.forms("HÄUSER")) == {"haus", "hauser", "hauses"}
    assert set(table.forms("ging")) == {"gehen", "ging", "geht"}
    assert table.forms("alone") == ("alone",)
    assert table.forms("gut") == ("gut", "besser")
    assert all(fold(form) == form for form in table.forms("Häuser"))


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_known", {})


@pytest.mark.usefixtures("forgetful")
def test_the_file_is_kept_and_made_again_when_it_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not prepared("en")
    assert lemmas("en", tmp_path / "words") is not None
    assert prepared("en")
    (file,) = (tmp_path / "words").iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[:1000])
    monkeypatch.setattr(module, "_known", {})
    assert lemmas("en", tmp_path / "words") is not None
    assert file.read_bytes() == whole
    monkeypatch.setattr(module, "_known", {})
    monkeypatch.setattr(module, "table_files", lambda _language: (tmp_path / "gone",))
    kept = lemmas("en", tmp_path / "words")  # no second look at the table
    assert kept is not None
    assert "went" in kept.forms("go")


@pytest.mark.usefixtures("forgetful")
def test_a_folder_that_cannot_be_written_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "words").write_text("a file, not a folder")
    found = lemmas("en", tmp_path / "words")
    assert found is not None
    assert "went" in found.forms("go")


@pytest.mark.usefixtures("forgetful")
def test_making_can_be_cancelled_and_begun_again(tmp_path: Path) -> None:
    def stop(_done: int, _total: int, _what: str) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        lemmas("en", tmp_path, CallbackProgress(stop))
    assert list(tmp_path.iterdir()) == []
    assert lemmas("en", tmp_path) is not None


@pytest.mark.usefixtures("forgetful")
def test_a_table_that_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.json.gz"
    broken.write_bytes(gzip.compress(b"{"))
    monkeypatch.setattr(module, "table_files", lambda _language: (broken,))
    with pytest.raises(Refused, match="Reinstall"):
        lemmas("en")
    plain = tmp_path / "plain.json"
    plain.write_text(json.dumps({"went": "go"}), "utf-8")
    monkeypatch.setattr(module, "table_files", lambda _language: (plain,))
    found = lemmas("en")
    assert found is not None
    assert found.forms("go") == ("go", "went")


def test_tables_by_kind_of_word_are_put_together() -> None:
    assert len(table_files("pl")) > 3
    assert len(table_files("it")) == 1
