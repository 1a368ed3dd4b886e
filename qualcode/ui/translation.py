"""The program's words in another language: Qt Linguist files read as they are, and the sentences of the core."""

from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from ..app.resources import resource
from ..domain.errors import Notice, Phrase, QualcodeError, fill
from ..domain.history import Step

LANGUAGES = {"en": "English", "zh_CN": "中文"}
_CHINESE = "zh_CN"

# the few English words that stand as values inside sentences of the core
_WORDS = (
    QT_TRANSLATE_NOOP("core words", "theme"),
    QT_TRANSLATE_NOOP("core words", "code"),
    QT_TRANSLATE_NOOP("core words", "document"),
    QT_TRANSLATE_NOOP("core words", "code set"),
    QT_TRANSLATE_NOOP("core words", "document set"),
    QT_TRANSLATE_NOOP("core words", "bookmark"),
    QT_TRANSLATE_NOOP("core words", "redaction"),
    QT_TRANSLATE_NOOP("core words", "display id"),
    QT_TRANSLATE_NOOP("core words", "cases"),
    QT_TRANSLATE_NOOP("core words", "speakers"),
    QT_TRANSLATE_NOOP("core words", "folder"),
    QT_TRANSLATE_NOOP("core words", "case"),
    QT_TRANSLATE_NOOP("core words", "variable"),
    QT_TRANSLATE_NOOP("core words", "coder"),
    QT_TRANSLATE_NOOP("core words", "project"),
    QT_TRANSLATE_NOOP("core words", "codebook"),
    QT_TRANSLATE_NOOP("core words", "segments"),
    QT_TRANSLATE_NOOP("core words", "study"),
    QT_TRANSLATE_NOOP("core words", "segment"),
    QT_TRANSLATE_NOOP("core words", "coding"),
    QT_TRANSLATE_NOOP("core words", "memo"),
    QT_TRANSLATE_NOOP("core words", "assignment"),
    QT_TRANSLATE_NOOP("core words", "value"),
    QT_TRANSLATE_NOOP("core words", "version"),
    QT_TRANSLATE_NOOP("core words", "changes of the codebook"),
    # stages of themes and origins of codes, where they are values of a field
    QT_TRANSLATE_NOOP("core words", "candidate"),
    QT_TRANSLATE_NOOP("core words", "reviewed"),
    QT_TRANSLATE_NOOP("core words", "defined"),
    QT_TRANSLATE_NOOP("core words", "named"),
    QT_TRANSLATE_NOOP("core words", "dropped"),
    QT_TRANSLATE_NOOP("core words", "inductive"),
    QT_TRANSLATE_NOOP("core words", "deductive"),
    QT_TRANSLATE_NOOP("core words", "in-vivo"),
    # how a map is arranged
    QT_TRANSLATE_NOOP("core words", "free, by hand"),
    QT_TRANSLATE_NOOP("core words", "related ones near"),
    QT_TRANSLATE_NOOP("core words", "in levels"),
    QT_TRANSLATE_NOOP("core words", "in rings"),
    QT_TRANSLATE_NOOP("core words", "match"),
    QT_TRANSLATE_NOOP("core words", "sentence"),
    QT_TRANSLATE_NOOP("core words", "turn"),
    QT_TRANSLATE_NOOP("core words", "paragraph"),
    QT_TRANSLATE_NOOP("core words", "electronic book"),
    QT_TRANSLATE_NOOP("core words", ", "),
    QT_TRANSLATE_NOOP("core words", "; "),
    # types of variables
    QT_TRANSLATE_NOOP("core words", "text"),
    QT_TRANSLATE_NOOP("core words", "number"),
    QT_TRANSLATE_NOOP("core words", "date"),
    QT_TRANSLATE_NOOP("core words", "yes/no"),
    QT_TRANSLATE_NOOP("core words", "choice"),
    # what readers of files leave out
    QT_TRANSLATE_NOOP("core words", "comment"),
    QT_TRANSLATE_NOOP("core words", "cue"),
    QT_TRANSLATE_NOOP("core words", "deleted passage"),
    QT_TRANSLATE_NOOP("core words", "embedded document"),
    QT_TRANSLATE_NOOP("core words", "embedded object"),
    QT_TRANSLATE_NOOP("core words", "embedded page"),
    QT_TRANSLATE_NOOP("core words", "endnote"),
    QT_TRANSLATE_NOOP("core words", "footer"),
    QT_TRANSLATE_NOOP("core words", "footnote"),
    QT_TRANSLATE_NOOP("core words", "formula"),
    QT_TRANSLATE_NOOP("core words", "header"),
    QT_TRANSLATE_NOOP("core words", "hidden passage"),
    QT_TRANSLATE_NOOP("core words", "linked document"),
    QT_TRANSLATE_NOOP("core words", "missing chapter"),
    QT_TRANSLATE_NOOP("core words", "page"),
    QT_TRANSLATE_NOOP("core words", "picture"),
    QT_TRANSLATE_NOOP("core words", "script"),
    QT_TRANSLATE_NOOP("core words", "sound"),
    QT_TRANSLATE_NOOP("core words", "symbol"),
    QT_TRANSLATE_NOOP("core words", "tracked insertion"),
    QT_TRANSLATE_NOOP("core words", "video"),
    QT_TRANSLATE_NOOP("core words", "word"),
)
_ALSO = "; "
_LISTED = ", "  # between the things of a list
_WORD_VALUES = ("kind", "what", "method", "stage", "old_stage", "layout")


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a Linguist file: `forms` are its translations, more than one where numbers matter."""

    context: str
    source: str
    forms: tuple[str, ...]
    finished: bool
    numerus: bool


def entries(language: str) -> list[Entry]:
    """The messages of `resources/translations/qualcode_<language>.ts`."""
    root = ElementTree.parse(resource("translations", f"qualcode_{language}.ts")).getroot()
    found = []
    for context in root.iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") in ("obsolete", "vanished"):
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            found.append(
                Entry(
                    name,
                    message.findtext("source", ""),
                    forms or (translation.text or "",),
                    translation.get("type") != "unfinished",
                    message.get("numerus") == "yes",
                )
            )
    return found


@cache
def _table(language: str) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(entry.context, entry.source): entry.forms for entry in entries(language) if entry.forms[0]}


def _english_number(text: str, number: int) -> str | None:
    """An English text whose file has no forms for it, with the “(s)” of its source written out."""
    told = text.replace("(es)", "" if number == 1 else "es").replace("(s)", "" if number == 1 else "s")
    return told if told != text else None


class Translator(QTranslator):
    """Answers from a Linguist file without a compiled copy of it."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._singular_first = language == "en"
        self._table = _table(language)

    def isEmpty(self) -> bool:
        return not self._table

    def translate(self, context: str, sourceText: str, _disambiguation: str | None = None, n: int = -1) -> str | None:
        forms = self._table.get((context, sourceText))
        if forms is None:
            return _english_number(sourceText, n) if self._singular_first and n >= 0 else None
        return forms[-1] if self._singular_first and n != 1 else forms[0]


def chosen_language(setting: str) -> str:
    """The language a setting means: itself, or for "" the first of the system's that we have."""
    if setting in LANGUAGES:
        return setting
    for name in QLocale.system().uiLanguages():
        language = name.replace("_", "-").split("-")[0]
        if language in ("en", "zh"):
            return "en" if language == "en" else _CHINESE
    return "en"


def speak(application: QApplication, setting: str) -> str:
    """Let the application speak the language of the setting from now on; the language."""
    language = chosen_language(setting)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.setParent(None)
    if language != "en":
        own = QTranslator(application)  # Qt's own buttons and menus
        if own.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            application.installTranslator(own)
    application.installTranslator(Translator(language, application))
    QLocale.setDefault(_locale(language))
    return language


def _locale(language: str) -> QLocale:
    """How dates and numbers are written: as the system does where it speaks that language."""
    system = QLocale.system()
    return system if system.name().split("_")[0] == language.split("_", maxsplit=1)[0] else QLocale(language)


def say(about: Step | QualcodeError | Notice | str) -> str:
    """A step, an error, a notice or a phrase in the user's language; what users wrote stays as they wrote it."""
    if isinstance(about, str) and not isinstance(about, Phrase):
        return about
    template = about.template or (about.summary if isinstance(about, Step) else "")
    said = translated("core", template)
    if said is None and isinstance(about, Step) and _ALSO in template:  # a sentence, and what was said besides
        parts = [translated("core", part) or part for part in template.split(_ALSO)]
        said = (translated("core words", _ALSO) or _ALSO).join(parts)
    if isinstance(about, Phrase):
        if translated("core words", _LISTED) is None:
            return str(about)  # English: its plurals and capitals are in it
        said = said or translated("core words", template)
    values = {
        name: word(value) if name in _WORD_VALUES and type(value) is str else _value(value)
        for name, value in about.values.items()
    }
    return fill(said or template, values)


def translated(context: str, text: str) -> str | None:
    """A text in the user's language, None where that is the language it is written in or nobody translated it."""
    said = QCoreApplication.translate(context, text)
    return None if said == text else said


def _value(value: object) -> object:
    if isinstance(value, (Phrase, QualcodeError)):
        return say(value)
    if isinstance(value, tuple):
        return (translated("core words", _LISTED) or _LISTED).join(str(_value(each)) for each in value)
    return value


def word(text: str) -> str:
    """A word of ours, or the name of a kind of file, in the user's language."""
    return translated("core words", text) or translated("file kinds", text) or translated("core", text) or text
