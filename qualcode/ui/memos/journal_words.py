"""Types of memos, what they are about, and their days, as people read them."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale, Qt

from . import types

_NO_TYPE = QT_TRANSLATE_NOOP("Journal", "No type")
_SUBJECTS = {
    "project": QT_TRANSLATE_NOOP("Journal", "The project"),
    "document": QT_TRANSLATE_NOOP("Journal", "Documents"),
    "segment": QT_TRANSLATE_NOOP("Journal", "Segments"),
    "code": QT_TRANSLATE_NOOP("Journal", "Codes"),
    "case": QT_TRANSLATE_NOOP("Journal", "Cases"),
}
_MONTH = QT_TRANSLATE_NOOP("Journal", "MMMM yyyy")  # how a month is written, in the letters of Qt's date formats
PICTURES = {"project": "home", "document": "document", "segment": "memo", "code": "book", "case": "case"}


def type_name(kind: str) -> str:
    """The word for a type of memo; a word of one's own stays as it is."""
    return types.type_name(kind) if kind else QCoreApplication.translate("Journal", _NO_TYPE)


def subjects_name(about_kind: str) -> str:
    """What memos about this kind of thing are about."""
    return QCoreApplication.translate("Journal", _SUBJECTS[about_kind])


def day_name(day: str) -> str:
    """An ISO day as `short_date` writes it: 3 Nov 2026."""
    locale, found = QLocale(), QDate.fromString(day, Qt.DateFormat.ISODate)
    plain = locale.language() in (QLocale.Language.C, QLocale.Language.English)
    if plain:
        return QLocale(QLocale.Language.English).toString(found, "d MMM yyyy")
    return locale.toString(found, QLocale.FormatType.ShortFormat)


def month_name(month: str) -> str:
    """A month (`2026-11`) in words."""
    found = QDate.fromString(f"{month}-01", Qt.DateFormat.ISODate)
    return QLocale().toString(found, QCoreApplication.translate("Journal", _MONTH))
