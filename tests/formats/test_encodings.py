"""Bytes become text as their writer meant them, and the user learns what was guessed."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.domain.bundle import ReadOptions
from qualcode.domain.errors import BadInput
from qualcode.formats import encodings
from qualcode.formats.registry import read_bytes

_TEXTS = {
    "cp1252": "I: Können Sie das näher erklären?\nB: Ja – „natürlich“, die größte Übergabe. 50 € extra.\n",
    "cp1250": "Zażółć gęślą jaźń, powiedziała Łucja – i wyszła.\nŹle się stało, święta były krótkie.\n",
    "cp1251": "И: Расскажите подробнее, пожалуйста.\nО: Да, конечно. Ёлка стояла в углу.\n",
    "cp1253": "Συνέντευξη: Πώς αισθανθήκατε τότε;\nΑπάντηση: Πολύ καλά, ευχαριστώ.\n",
    "cp1255": "מראיין: שלום, מה שלומך היום?\nמרואיינת: הכול בסדר גמור, תודה.\n",
    "cp1256": "الباحث: كيف حالك اليوم؟\nالمشارك: بخير، شكرا لك على السؤال.\n",
    "gb18030": "访谈者：请谈谈您的经历。\n受访者：我在工厂工作了二十年，很辛苦。\n",
    "big5": "訪談者：請談談您的經歷。\n受訪者：我在工廠工作了二十年，很辛苦。\n",
    "cp932": "聞き手：その時どう感じましたか。\n話し手：正直、とても不安でした。\n",
    "cp949": "면담자: 그때 어떻게 느끼셨나요?\n참여자: 솔직히 많이 불안했습니다.\n",
    "koi8-r": "И: Расскажите подробнее, пожалуйста.\nО: Да, конечно. Она стояла в углу.\n",
}


@pytest.mark.parametrize("encoding", _TEXTS)
def test_old_code_page_is_guessed_and_named(encoding: str) -> None:
    bundle = read_bytes("P1.txt", _TEXTS[encoding].encode(encoding))
    assert bundle.documents[0].text == _TEXTS[encoding]
    assert bundle.notes == (f"read as {encodings.title(bundle.documents[0].encoding)} (guessed)",)


def test_windows_1252_is_called_by_its_name() -> None:
    assert read_bytes("P1.txt", "naïve – café".encode("cp1252")).notes == ("read as Windows-1252 (guessed)",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", [True, False])
def test_unicode_with_and_without_mark(encoding: str, mark: bool) -> None:
    text = "I: Wie war das? 受访者 😀\nB: Gut, danke der Nachfrage.\n"
    data = (("\ufeff" if mark else "") + text).encode(encoding)
    document = read_bytes("P1.txt", data).documents[0]
    assert document.text == text
    assert codecs.lookup(document.encoding).name == codecs.lookup(encoding).name
    assert document.cleaning.get("removed", []) == ([[0, 1]] if mark else [])


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\x1b~"), min_size=1))
def test_valid_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert encodings.guess(text.encode("utf-8")) == encodings.Guess("utf-8", 1.0)


def test_the_users_word_wins() -> None:
    data = "żółć".encode("cp1250")
    bundle = read_bytes("P1.txt", data, ReadOptions(encoding="iso8859-2"))
    assert bundle.documents[0].text == data.decode("iso8859-2")
    assert bundle.notes == ()


def test_undecodable_byte_is_named_with_its_place() -> None:
    with pytest.raises(BadInput, match=r"byte 3 does not fit\. Try Windows-1252") as caught:
        read_bytes("P1.txt", "caf\u00e9 cr\u00e8me".encode("cp1252"), ReadOptions(encoding="utf-8"))
    assert "P1.txt" in str(caught.value)


@pytest.mark.parametrize("encoding", ["klingon", "base64", "\0"])
def test_unknown_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(BadInput, match="is not an encoding"):
        read_bytes("P1.txt", b"text", ReadOptions(encoding=encoding))


def test_joined_files_of_two_encodings_are_read_and_reported() -> None:
    data = "Größe, Übung, schön, süß\n".encode() + "später\n".encode("cp1252")
    bundle = read_bytes("P1.txt", data)
    assert bundle.documents[0].text == "Größe, Übung, schön, süß\nspäter\n"
    assert "1 byte is not UTF-8" in bundle.notes[0]


def test_surrogate_pairs_written_as_utf8_are_joined() -> None:
    assert read_bytes("P1.txt", b"a \xed\xa0\xbd\xed\xb8\x80 b").documents[0].text == "a 😀 b"


def test_binary_data_is_refused() -> None:
    with pytest.raises(BadInput, match="binary data"):
        read_bytes("P1.txt", bytes(range(256)) * 20)
