"""Moments as people write them."""

from PySide6.QtCore import QDateTime, QLocale, Qt


def short_date(moment: str) -> str:
    """The local day of an ISO moment in UTC: 3 Nov 2026."""
    locale = QLocale()
    plain = locale.language() in (QLocale.Language.C, QLocale.Language.English)
    day = _local(moment).date()
    return (
        QLocale(QLocale.Language.English).toString(day, "d MMM yyyy")
        if plain
        else locale.toString(day, QLocale.FormatType.ShortFormat)
    )


def short_moment(moment: str) -> str:
    """The local day and minute of an ISO moment in UTC."""
    return f"{short_date(moment)}, {_local(moment).time().toString('HH:mm')}"


def _local(moment: str) -> QDateTime:
    return QDateTime.fromString(moment[:19] + "Z", Qt.DateFormat.ISODate).toLocalTime()
