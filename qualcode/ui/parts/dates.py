"""Moments as people write them: in English the day before the month, and hours of one manner everywhere."""

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt


def day_words(day: QDate) -> str:
    """A day: 3 Nov 2026."""
    return _worded(day, "d MMM yyyy", QLocale.FormatType.ShortFormat)


def long_day(day: QDate) -> str:
    """A day as a heading: Tuesday, 3 November 2026."""
    return _worded(day, "dddd, d MMMM yyyy", QLocale.FormatType.LongFormat)


def local_day(moment: str) -> QDate:
    """The local day of an ISO moment in UTC."""
    return _local(moment).date()


def short_date(moment: str) -> str:
    """The local day of an ISO moment in UTC: 3 Nov 2026."""
    return day_words(local_day(moment))


def short_time(moment: str) -> str:
    """The local hour and minute of an ISO moment in UTC: 08:29."""
    return _clock(_local(moment))


def short_moment(moment: str) -> str:
    """The local day and minute of an ISO moment in UTC: 3 Nov 2026, 08:29."""
    return f"{short_date(moment)}, {short_time(moment)}"


def last_time(moment: QDateTime) -> str:
    """When something was done last: the minute if that was today, else the day."""
    local = moment.toLocalTime()
    return _clock(local) if local.date() == QDate.currentDate() else day_words(local.date())


def _worded(day: QDate, english: str, otherwise: QLocale.FormatType) -> str:
    locale = QLocale()
    if locale.language() in (QLocale.Language.C, QLocale.Language.English):
        return QLocale(QLocale.Language.English).toString(day, english)
    return locale.toString(day, otherwise)


def _clock(moment: QDateTime) -> str:
    return moment.time().toString("HH:mm")


def _local(moment: str) -> QDateTime:
    return QDateTime.fromString(moment[:19] + "Z", Qt.DateFormat.ISODate).toLocalTime()
