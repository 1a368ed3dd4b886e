"""The program's words in another language: Qt Linguist files read as they are, and the sentences of the core."""

from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from ..app.resources import resource
from ..domain.errors import Notice, QualcodeError, fill
from ..domain.history import Step

LANGUAGES = {"en": "English", "zh_CN": "中文"}
_CHINESE = "zh_CN"

# the few English words that stand as values inside sentences of the core
_WORDS = (
    QT_TRANSLATE_NOOP("core words", "theme"),
    QT_TRANSLATE_NOOP("core words", "code"),
    QT_TRANSLATE_NOOP("core words", "document"),
    QT_TRANSLATE_NOOP("core words", "folder"),
    QT_TRANSLATE_NOOP("core words", "case"),
    QT_TRANSLATE_NOOP("core words", "variable"),
    QT_TRANSLATE_NOOP("core words", "coder"),
    QT_TRANSLATE_NOOP("core words", "project"),
    QT_TRANSLATE_NOOP("core words", "codebook"),
    QT_TRANSLATE_NOOP("core words", "segments"),
)
_WORD_VALUES = ("kind", "what")


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
            return None
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


def say(about: Step | QualcodeError | Notice) -> str:
    """A step, an error or a notice in the user's language; what users wrote stays as they wrote it."""
    values: dict[str, object] = dict(about.values)
    for name in _WORD_VALUES:
        if name in values:
            values[name] = _word(str(values[name]))
    template = about.template or (about.summary if isinstance(about, Step) else "")
    return fill(QCoreApplication.translate("core", template), values)


def _word(text: str) -> str:
    """A word of ours, or the name of a kind of file, in the user's language."""
    for context in ("core words", "file kinds"):
        said = QCoreApplication.translate(context, text)
        if said != text:
            return said
    return text
