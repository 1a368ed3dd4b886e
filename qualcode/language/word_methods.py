"""What cuts a language's texts into words and knows their base forms, read from what is there; nothing is loaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint, PackageNotFoundError, entry_points, version
from importlib.util import find_spec

from .lemmas import has_lemmas

_FORMAT = 3  # of what is made of a text; another number makes all texts anew
_MODELS = "spacy_models"  # the group of entry points in which trained pipelines say that they are there
# the package by its name, and the modules it needs: SudachiPy finds nothing without its dictionary
_SEGMENTERS = {"zh": ("jieba", ("jieba",)), "ja": ("SudachiPy", ("sudachipy", "sudachidict_core"))}
CHARACTERS = "characters"
# besides English and Chinese, as https://spacy.io/models lists them
_OFFERED = "ca da de el es fi fr hr it ja ko lt mk nb nl pl pt ro ru sl sv uk"


@dataclass(frozen=True, slots=True)
class Method:
    """How words of a language come about, by name and release.

    `cutter` is what finds the words: “spaCy 3.8”, “jieba 0.42”, “SudachiPy 0.6” or CHARACTERS, where every sign of a
    script without spaces is a word; `lemmas` what gives their base forms, empty where a language has none; `models`
    are the trained pipelines of the language that are installed, `entry point==release`.
    """

    language: str
    cutter: str
    lemmas: str
    models: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Changes whenever the same text might be cut otherwise."""
        return "|".join((str(_FORMAT), release("spacy"), self.language, self.cutter, self.lemmas, *self.models))


@lru_cache(maxsize=16)
def release(package: str) -> str:
    """The release of an installed package, empty when it is absent."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


@lru_cache(maxsize=1)
def _trained() -> Mapping[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=_MODELS)}


def models_of(language: str) -> tuple[str, ...]:
    """The names of the trained pipelines of a language, which begin with its code: `en_core_web_sm`."""
    return tuple(sorted(name for name in _trained() if language and name.partition("_")[0] == language))


def offered_model(language: str) -> str:
    """The smallest trained pipeline that spaCy offers for a language and that finds names; empty where it has none."""
    if language in ("en", "zh"):
        return f"{language}_core_web_sm"
    return f"{language}_core_news_sm" if language in _OFFERED.split() else ""


def _released(name: str) -> str:
    point = _trained()[name]
    return f"{name}=={point.dist.version if point.dist is not None else ''}"


@lru_cache(maxsize=64)
def method_of(language: str) -> Method:
    """How words of a language (ISO 639-1; empty: any) come about here."""
    models = tuple(_released(name) for name in models_of(language))
    cutter = f"spaCy {release('spacy')}"
    if language in _SEGMENTERS:
        package, modules = _SEGMENTERS[language]
        cutter = f"{package} {release(package)}".strip() if all(map(find_spec, modules)) else CHARACTERS
    lemmas = f"spacy-lookups-data {release('spacy-lookups-data')}".strip() if has_lemmas(language) else ""
    if language == "ja" and cutter != CHARACTERS:
        lemmas = cutter  # its dictionary knows the plain form of every word
    return Method(language, cutter, lemmas, models)
