"""Sentences: spaCy's own result in every language tried, labels joined, lines kept apart."""

import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.language import pipeline
from qualcode.language.pipeline import blank, sentences

LANGUAGES = ("", "en", "de", "fr", "es", "ru", "ar", "zh", "no-such-language")
WORDS = (
    ". ! ? … ... 。 ！ ？ ۔ ؟ । “ ” \" ' ) ( « » : , - – a.m. p.m. e.g. Dr. z.B. EE. UU. и т.д. U.S. 3.5 8) "
    "word Word end. end.Next end.” “Oh?” http://a.b/c?d 我们 很好。 她说 P01. ROSA: I don't l'eau"
)
PIECES = st.sampled_from([*WORDS.split(" "), " ", " ", " ", "  ", "\t", "\u00a0", "\n", "\n\n"])
texts = st.lists(PIECES, max_size=25).map("".join)


def spoken(text: str, language: str = "", labels: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [text[start:end] for start, end in sentences(text, language, labels)]


def by_spacy(text: str, language: str) -> list[str]:
    """spaCy alone over every line."""
    found = []
    for line in text.split("\n"):
        document = blank(language).get_pipe("sentencizer")(blank(language).make_doc(line))
        found += [sentence.text.strip() for sentence in document.sents if sentence.text.strip()]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=texts)
@settings(max_examples=60, deadline=None)
def test_the_sentences_are_those_of_spacy(language: str, text: str) -> None:
    assert spoken(text, language) == by_spacy(text, language)


@given(text=texts | st.text(max_size=60), language=st.sampled_from(LANGUAGES))
@settings(max_examples=80, deadline=None)
def test_spans_are_trimmed_ordered_and_hold_all_words(text: str, language: str) -> None:
    found = sentences(text, language)
    assert found.shape == (len(found), 2)
    assert found.dtype == np.int64
    flat = found.ravel()
    assert (flat[1:] >= flat[:-1]).all()
    assert all(piece and piece == piece.strip() and "\n" not in piece for piece in spoken(text, language))
    assert "".join("".join(spoken(text, language)).split()) == "".join(text.split())


def test_english() -> None:
    text = "I came in. “Really?” she said.\nDr. Smith was late  \n\n  We waited till 5 p.m. and left!"
    assert spoken(text, "en") == [
        "I came in. “",
        "Really?”",
        "she said.",
        "Dr. Smith was late",
        "We waited till 5 p.m. and left!",
    ]


def test_chinese_ends_at_its_own_marks() -> None:
    assert spoken("我们每周都来。他们很好！真的吗？是的", "zh") == [
        "我们每周都来。",
        "他们很好！",
        "真的吗？",
        "是的",
    ]


def test_a_label_belongs_to_the_first_sentence_of_its_turn() -> None:
    text = "P01. I came. I left.\nDr. No.: Who? Me.\nA. \nB. Yes."
    turns = ((0, 5), (21, 30), (39, 41), (43, 46))
    assert spoken(text, "en")[0] == "P01."
    assert spoken(text, "en", turns) == ["P01. I came.", "I left.", "Dr. No.: Who?", "Me.", "A.", "B. Yes."]


def test_a_label_on_a_line_of_its_own_stays_there() -> None:
    assert spoken("P01.\nI came. I left.", "en", ((0, 5),)) == ["P01.", "I came.", "I left."]


def test_a_turn_without_a_label_joins_nothing() -> None:
    text = "I came. I left."
    assert spoken(text, "en", ((0, 0),)) == ["I came.", "I left."]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_text_longer_than_spacy_takes_at_once(language: str) -> None:
    text = "我们来了。" * 210_000 if language == "zh" else "We came. " * 120_000
    assert len(text) > blank(language).max_length
    assert len(sentences(text, language)) == text.count("。" if language == "zh" else ".")
    assert len(sentences("a" * 1_100_000 + ".", language)) == 1


def test_memory_of_pieces_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_MOST_CHUNKS", 3)
    text = "one. Two. three. Four. five. Six. seven. Eight."
    assert spoken(text, "sv") == text.replace(". ", ".|").split("|")
    assert len(pipeline._splitter("sv")._known) <= 3


APART = {
    "fr": "C'était l'été. La liberté. Elle a parlé! Il a été écouté? Oui.",
    "de": "Es war für die Schüler schön. Die Mühe. Das Gefühl trügt.",
    "pt": "Não há educação sem atenção. Não. É.",
    "vi": "Cảm ơn. Vâng ạ. Tôi tin cô ấy.",
    "ko": "네. 아니요. 신뢰합니다.",
    "ja": "話が、違う。がんばれ！ですが？はい。",
    "ru": "Мой. Ещё. Да.",
    "": "Elle a parlé. Oui.",
}


@pytest.mark.parametrize("language", APART)
def test_letters_written_as_two_characters_end_a_sentence_as_one_does(language: str) -> None:
    text = APART[language]
    apart = unicodedata.normalize("NFD", text)
    assert len(apart) > len(text)
    found = spoken(text, language)
    assert len(found) > 1
    assert [unicodedata.normalize("NFC", piece) for piece in spoken(apart, language)] == found
    # each span holds its letters with all their signs, in the text as it is stored
    assert spoken(apart, language) == [unicodedata.normalize("NFD", piece) for piece in found]


def test_signs_that_stay_apart_end_no_word() -> None:
    assert spoken("شكراً. المال مهم جداً. نعم.", "ar") == ["شكراً.", "المال مهم جداً.", "نعم."]
    assert spoken("за́мок. Да.", "ru") == ["за́мок.", "Да."]
    assert spoken("I love it ❤️. Yes.", "en") == ["I love it ❤️.", "Yes."]
    text = "Zoe\u0301. dit: parle\u0301. Oui.\nAna: non."
    turns = ((0, text.index(" parle")), (text.index("Ana"), text.index(" non")))
    assert spoken(text, "fr", turns) == ["Zoe\u0301. dit: parle\u0301.", "Oui.", "Ana: non."]


def test_japanese_ends_at_its_marks_whatever_is_installed() -> None:
    assert spoken("田中：彼女を信頼しています。お金も大事です。本当に？はい！", "ja") == [
        "田中：彼女を信頼しています。",
        "お金も大事です。",
        "本当に？",
        "はい！",
    ]
    for language, alike in (("ja", "zh"), ("ko", ""), ("th", ""), ("vi", "")):
        assert type(blank(language).tokenizer) is type(blank(alike).tokenizer)
        assert blank(language).lang == blank(alike).lang
