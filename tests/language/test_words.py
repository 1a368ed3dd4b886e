"""Words of texts: what spaCy cuts, with base forms where there are some, and the same by whatever way they come."""

import os
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.errors import Refused
from qualcode.language import entities, word_methods, word_store, words
from qualcode.language.entities import entities_of
from qualcode.language.word_methods import CHARACTERS, method_of
from qualcode.language.word_process import WordProcess
from qualcode.language.words import TextWords, parts, words_of

TEXTS = {
    "en": (
        "We don’t know: the children's houses were (P01) left.",
        {"child": "children", "house": "houses", "not": "n't"},
    ),
    "de": ("Die Häuser der Frauen standen leer.", {"haus": "häuser", "frau": "frauen", "stehen": "standen"}),
    "fr": ("Les enfants allaient aujourd’hui à l’école.", {"enfant": "enfants", "aller": "allaient"}),
    "es": ("Los niños fueron a EE. UU. con sus hermanas.", {"niño": "niños", "hermano": "hermanas"}),
    "pt": ("As crianças foram para as escolas.", {"criança": "crianças", "escola": "escolas"}),
    "nl": ("Zij gingen samen naar de huizen.", {"gaan": "gingen", "huis": "huizen"}),
    "it": ("I bambini andavano alle scuole.", {"bambino": "bambini", "andare": "andavano"}),
}


def read(text: str, language: str) -> list[tuple[str, str, str]]:
    """Word as it stands, form and lemma of every word."""
    found = words_of(text, language)
    return [
        (text[start:end], *parts(found.items[item])[:2])
        for start, end, item in zip(found.start.tolist(), found.end.tolist(), found.item.tolist(), strict=True)
    ]


def written(found: TextWords) -> list[tuple[int, int, str]]:
    """Start, end and item of every word."""
    items = [found.items[item] for item in found.item.tolist()]
    return list(zip(found.start.tolist(), found.end.tolist(), items, strict=True))


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_with_base_forms(language: str) -> None:
    text, bases = TEXTS[language]
    found = read(text, language)
    assert all(word.replace("’", "'").lower() == form for word, form, _ in found)
    lemmas = {form: lemma for _, form, lemma in found}
    assert {lemma: form for form, lemma in lemmas.items() if lemma in bases} == bases
    assert words_of(text, language).lemmas.startswith("spacy-lookups-data")
    stops = {parts(item)[0] for item in words_of(text, language).items if parts(item)[2]}
    assert stops
    assert next(iter(bases.values())) not in stops


@pytest.mark.parametrize("language", [*TEXTS, "ar", ""])
def test_the_tokens_are_spacys(language: str) -> None:
    import spacy

    pipeline = spacy.blank(language or "xx")
    for text in (
        TEXTS.get(language, ("ذهبَ الأولاد إلى المدرسة، ثم عادوا.",))[0],
        "a  b\tc\n\n (d)… e.g. x/y 3.5 % \u2028z",
    ):
        tokens = [(token.idx, token.idx + len(token)) for token in pipeline(text) if re.search(r"\w", token.text)]
        found = words_of(text, language)
        assert list(zip(found.start.tolist(), found.end.tolist(), strict=True)) == tokens


@pytest.mark.parametrize("language", ["de", "fr", "es", "pt", "ja", ""])
def test_letters_written_as_two_characters_make_the_same_words(language: str) -> None:
    texts = {"ja": "がんばれ、だが。", "pt": "A educação. Não há educação."}
    text = texts.get(language, f"{TEXTS.get(language, TEXTS['fr'])[0]} L'été. Elle a parlé. Año. Gefühl.")
    apart = unicodedata.normalize("NFD", text)
    assert len(apart) > len(text)
    assert [row[1:] for row in read(apart, language)] == [row[1:] for row in read(text, language)]
    assert [word for word, *_ in read(apart, language)] == [
        unicodedata.normalize("NFD", word) for word, *_ in read(text, language)
    ]


def test_a_full_stop_behind_a_vowel_sign_is_no_part_of_a_word() -> None:
    assert [row[:2] for row in read("شكراً. جداً!", "ar")] == [("شكراً", "شكرا"), ("جداً", "جدا")]
    assert [row[:2] for row in read("за́мок.", "ru")] == [("за́мок", "за́мок")]


def test_words_kept_before_they_were_cut_composed_are_not_taken(tmp_path: Path) -> None:
    now = method_of("fr").key
    before = "2|" + now.partition("|")[2]
    word_store.keep(tmp_path, "content", before, words_of("été.", "fr"))
    assert word_store.kept(tmp_path, "content", before) is not None
    assert word_store.kept(tmp_path, "content", now) is None


def test_arabic_has_word_forms_without_vowel_signs() -> None:
    found = read("ذهبَ الأولاد وذهب", "ar")
    assert [form for _, form, _ in found] == ["ذهب", "الأولاد", "وذهب"]
    assert found[0][0] == "ذهبَ"
    assert words_of("ذهب", "ar").lemmas == ""


def test_scripts_without_spaces_say_what_cuts_them(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"zh": method_of("zh").cutter, "ja": method_of("ja").cutter}
    for language, package in (("zh", "jieba"), ("ja", "SudachiPy")):
        assert known[language] == CHARACTERS or known[language].startswith(package)
        assert words_of("学校", language).cutter == known[language]
    monkeypatch.setattr(word_methods, "find_spec", lambda _: None)
    for cached in (word_methods.method_of, words.cutter_of):
        cached.cache_clear()
    try:
        for language, text in (("zh", "我们去AI学校。"), ("ja", "東京のAI学校。")):
            found = words_of(text, language)
            assert found.cutter == CHARACTERS
            assert [word for word, _, _ in read(text, language)] == [*text[:3], "AI", *text[5:7]]
    finally:
        monkeypatch.undo()
        for cached in (word_methods.method_of, words.cutter_of):
            cached.cache_clear()


def test_japanese_is_cut_by_signs_where_the_dictionary_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_methods, "find_spec", lambda name: object() if name == "sudachipy" else None)
    word_methods.method_of.cache_clear()
    try:
        assert (method_of("ja").cutter, method_of("ja").lemmas) == (CHARACTERS, "")
    finally:
        monkeypatch.undo()
        word_methods.method_of.cache_clear()


def test_chinese_words_where_jieba_is_there() -> None:
    pytest.importorskip("jieba", reason="jieba is not installed")
    assert [word for word, _, _ in read("我们今天去学校。\n老师来了", "zh")][:4] == ["我们", "今天", "去", "学校"]


def test_chinese_in_a_text_of_another_language_is_cut_by_characters() -> None:
    assert [word for word, _, _ in read("Then 我们 said no", "en")] == ["Then", "我", "们", "said", "no"]


LETTERS = st.text(alphabet=list("abAé’'-. \n\t\u00a0\u3000你,(n't)😀\u0301\u2028"), max_size=60)


@given(LETTERS, st.sampled_from(["en", "es", "", "zh", "ja"]))
def test_any_text_gives_words_in_order_inside_it(text: str, language: str) -> None:
    found = words_of(text, language)
    places = list(zip(found.start.tolist(), found.end.tolist(), strict=True))
    assert all(start < end for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    for start, end in places:
        assert any(map(str.isalnum, text[start:end]))
    assert all(item < len(found.items) for item in found.item.tolist())
    assert written(word_store.unpacked(word_store.packed(found))) == written(found)


def test_a_process_of_its_own_gives_the_same() -> None:
    text = TEXTS["en"][0] + "\n我们 \ud7ff"
    with WordProcess() as process:
        apart = process.words_of(text, "en")
        again = process.words_of("", "en")
    assert written(apart) == written(words_of(text, "en"))
    assert again.items == ()


def test_a_process_that_ended_says_what_to_do() -> None:
    with WordProcess() as process:
        process._process.kill()
        process._process.wait()
        with pytest.raises(Refused, match="reinstall"):
            process.words_of("a", "en")


def test_kept_words_are_read_again_only_by_whoever_has_the_text(tmp_path: Path) -> None:
    found = words_of("The gardener trusted nobody", "en")
    word_store.keep(tmp_path, "hash of it", "method", found)
    again = word_store.kept(tmp_path, "hash of it", "method")
    assert again is not None
    assert written(again) == written(found)
    assert word_store.kept(tmp_path, "another hash", "method") is None
    assert word_store.kept(tmp_path, "hash of it", "another method") is None
    (file,) = tmp_path.iterdir()
    assert b"gardener" not in file.read_bytes()
    file.write_bytes(file.read_bytes()[:40])
    assert word_store.kept(tmp_path, "hash of it", "method") is None
    file.write_bytes(b"")
    assert word_store.kept(tmp_path, "hash of it", "method") is None


def test_room_is_made_for_what_was_used_last(tmp_path: Path) -> None:
    for number in range(4):
        word_store.keep(tmp_path, str(number), "m", words_of(f"word {number}"))
    for age, number in enumerate((1, 3, 0, 2)):
        name, _ = word_store._keys(str(number), "m")
        os.utime(tmp_path / f"{name}.words", (1_000_000 - age, 1_000_000 - age))
    size = max(file.stat().st_size for file in tmp_path.iterdir())
    word_store.make_room(tmp_path, 2 * size)
    assert [number for number in range(4) if word_store.kept(tmp_path, str(number), "m")] == [1, 3]


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Installs a pipeline package for a language, as trained ones are; its parts are rules."""
    caches = (word_methods._trained, word_methods.method_of, words.cutter_of, entities._finder)

    def install(source: str) -> None:
        (tmp_path / "pt_made_up.py").write_text(source, "utf-8")
        about = tmp_path / "pt_made_up-1.2.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: pt-made-up\nVersion: 1.2.0\n", "utf-8")
        (about / "entry_points.txt").write_text("[spacy_models]\npt_made_up = pt_made_up\n", "utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        paths = (str(tmp_path), os.environ.get("PYTHONPATH", ""))
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))
        for cached in caches:
            cached.cache_clear()

    yield install
    monkeypatch.undo()
    sys.modules.pop("pt_made_up", None)
    for cached in caches:
        cached.cache_clear()


LEMMATIZER = """
import spacy
from spacy.language import Language

@Language.component("made_up_lemmas", assigns=["token.lemma"])
def made_up_lemmas(doc):
    for token in doc:
        token.lemma_ = "<" + token.lower_ + ">" if token.i else token.lower_
    return doc

@Language.component("made_up_parser", assigns=["token.dep", "token.head"])
def made_up_parser(doc):
    raise AssertionError("base forms need no parser")

def load(**overrides):
    pipeline = spacy.blank("pt")
    pipeline.add_pipe("made_up_parser")
    pipeline.add_pipe("made_up_lemmas")
    pipeline.meta["version"] = "1.2.0"
    return pipeline
"""


def test_a_trained_pipeline_that_is_installed_gives_base_forms_by_context(model: Callable[[str], None]) -> None:
    before = method_of("pt").key
    model(LEMMATIZER)
    assert "pt_made_up" in entry_points(group="spacy_models").names
    assert method_of("pt").key != before
    found = words_of("casas e casas", "pt")
    assert [parts(found.items[item])[1] for item in found.item.tolist()] == ["casas", "<e>", "<casas>"]
    assert found.lemmas == "pt_made_up 1.2.0"


NAMES = """
import spacy

def load(**overrides):
    pipeline = spacy.blank("pt")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ana Lima"}, {"label": "GPE", "pattern": "Porto"}])
    return pipeline
"""


def test_names_where_a_model_finds_them(model: Callable[[str], None]) -> None:
    text = "A casa.\n\nAna Lima foi ao Porto."
    assert entities_of(text, "pt") is None
    model(NAMES)
    found = entities_of(text, "pt")
    assert found is not None
    assert [(text[start:end], label) for start, end, label in found[1]] == [("Ana Lima", "PERSON"), ("Porto", "GPE")]
    with WordProcess() as process:
        assert process.entities_of(text, "pt") == found
        assert process.entities_of("Ana", "en") is None
    assert words_of("as casas", "pt").lemmas.startswith("spacy-lookups-data"), "it has no base forms"


def test_a_trained_pipeline_without_base_forms_is_not_asked_for_them(model: Callable[[str], None]) -> None:
    model('import spacy\ndef load(**overrides):\n    return spacy.blank("pt")\n')
    assert words_of("as casas", "pt").lemmas.startswith("spacy-lookups-data")
