"""A first guess at a document's language, from its script and its most frequent small words."""

import re
from collections import Counter

_SAMPLE = 20_000  # characters looked at; more does not change the answer
_SCRIPTS = (
    ("ko", "\uac00-\ud7af\u1100-\u11ff"),
    ("ar", "\u0600-\u06ff\u0750-\u077f"),
    ("he", "\u0590-\u05ff"),
    ("ru", "\u0400-\u04ff"),
    ("th", "\u0e00-\u0e7f"),
    ("hi", "\u0900-\u097f"),
    ("el", "\u0370-\u03ff"),
)
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_UKRAINIAN = re.compile("[ієїґІЄЇҐ]")
_PERSIAN = re.compile("[پچژگ]")
_WORDS = {
    "en": "the and of to in that is was it for with you this have not are but they we what there so like i",
    "de": "der die und das ich nicht ist zu den mit ein eine auch auf für es sich wir sie war dass aber wie",
    "fr": "le la les et des est que je pas une dans pour qui vous nous avec sur mais c'est ça était on du",
    "es": "el los las y que es una por con para se no como más pero lo muy yo está porque del también hay",
    "it": "il che di è un una per non sono con ma anche mi gli della ho perché come questo io si era ha",
    "pt": "o os que não uma um para com é eu do da em mas muito você isso foi mais se ele também as então",
    "nl": "de het een en van ik dat niet je is met voor op maar zijn was er ook aan wel dan heb naar we",
    "sv": "och att det är jag som en inte på för med har man var så om men den ett vi till också när",
}
_TABLES = {language: frozenset(words.split()) for language, words in _WORDS.items()}


def guess_language(text: str) -> str:
    """The likely language as an ISO 639-1 code, empty when nothing speaks for one.

    Knows Chinese, Japanese, Korean, Arabic, Persian, Hebrew, Russian, Ukrainian, Thai, Hindi and Greek by
    their letters; English, German, French, Spanish, Italian, Portuguese, Dutch and Swedish by their words.
    """
    sample = text[:_SAMPLE]
    han, kana, latin = (len(letters.findall(sample)) for letters in (_HAN, _KANA, _LATIN))
    counts = {language: len(re.findall(f"[{letters}]", sample)) for language, letters in _SCRIPTS}
    # a Han character is worth about two letters of an alphabet
    weights = {**counts, "han": 2 * (han + kana), "latin": latin}
    script = max(weights, key=lambda name: weights[name])
    if not weights[script]:
        return ""
    if script == "latin":
        return _by_words(sample)
    if script == "han":
        return "ja" if kana * 20 > han else "zh"
    if script == "ru" and len(_UKRAINIAN.findall(sample)) * 50 > counts["ru"]:
        return "uk"
    if script == "ar" and len(_PERSIAN.findall(sample)) * 50 > counts["ar"]:
        return "fa"
    return script


def _by_words(sample: str) -> str:
    words = Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", sample.casefold().replace("’", "'")))
    scores = {
        language: sum(number for word, number in words.items() if word in table) for language, table in _TABLES.items()
    }
    best, second = sorted(scores, key=lambda language: -scores[language])[:2]
    # a heading, names or another language: better no guess than a wrong one
    enough = scores[best] * 10 >= sum(words.values()) and scores[best] > scores[second]
    return best if enough else ""
