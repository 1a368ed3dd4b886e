"""The guess at a language."""

import pytest

from qualcode.language.detect import guess_language

SAMPLES = {
    "en": "INTERVIEWER: How did you come to the food bank? ROSA: Well, I was asked by a friend and fine.",
    "de": "Ich bin seit drei Jahren dabei und es ist nicht immer einfach, aber wir haben auch viel gelernt.",
    "fr": "Je ne sais pas que les étudiants étaient là, mais c'est une bonne chose pour nous.",
    "es": "No sé si los estudiantes lo entienden, pero es muy importante para nosotros porque se aprende.",
    "it": "Non lo so, ma per me è una cosa che gli studenti hanno imparato con noi, perché ci sono.",
    "pt": "Eu não sei, mas foi muito bom para os estudantes e também para a gente, isso você vê.",
    "nl": "Ik weet het niet, maar het was wel goed voor de studenten en ook voor ons, dat zie je dan.",
    "sv": "Jag vet inte, men det var bra för studenterna och också för oss, och det är som man säger.",
    "zh": "受访者：我们每周都来，OK，他们很好。采访者：为什么？",
    "ja": "学生さんは毎週来ています。とても助かります。",
    "ko": "학생들이 매주 옵니다. 정말 고맙습니다.",
    "ar": "جاء الطلاب كل أسبوع وكان ذلك جيدا",
    "fa": "دانشجویان هر هفته می‌آیند و گفتند که چه خوب است",
    "he": "הסטודנטים באים כל שבוע וזה טוב מאוד",
    "ru": "Студенты приходят каждую неделю, и это хорошо.",
    "uk": "Студенти приходять щотижня, і це дуже добре для її родини.",
    "th": "นักศึกษามาทุกสัปดาห์",
    "hi": "छात्र हर हफ्ते आते हैं",
    "el": "Οι φοιτητές έρχονται κάθε εβδομάδα",
}


@pytest.mark.parametrize("language", SAMPLES)
def test_a_sentence_or_two_is_enough(language: str) -> None:
    assert guess_language(SAMPLES[language]) == language


@pytest.mark.parametrize("text", ["", "  \n", "12:30", "Qwx Zrt Plm", "Kofi Amara Jun Li Rosa Ben"])
def test_no_guess_is_better_than_a_wrong_one(text: str) -> None:
    assert guess_language(text) == ""
