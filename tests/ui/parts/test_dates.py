"""Moments in words: one manner in English whatever the computer's, the language's own elsewhere."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, Qt

from qualcode.ui.parts import dates

MOMENT = "2026-11-03T23:29:30.123456Z"


@pytest.fixture(autouse=True)
def east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer three hours east of Greenwich, whose English is American."""
    if not hasattr(time, "tzset"):
        pytest.skip("the clock's zone cannot be set here")
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    monkeypatch.setenv("TZ", "UTC-3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()
    QLocale.setDefault(before)


def test_english_dates_have_the_day_before_the_month_and_no_am() -> None:
    assert dates.short_date(MOMENT) == "4 Nov 2026", "the day here, not at Greenwich"
    assert dates.short_time(MOMENT) == "02:29"
    assert dates.short_moment(MOMENT) == "4 Nov 2026, 02:29"
    assert dates.long_day(dates.local_day(MOMENT)) == "Wednesday, 4 November 2026"
    assert dates.short_date("") == ""


def test_other_languages_keep_their_own_manner() -> None:
    QLocale.setDefault(QLocale("zh_CN"))
    assert dates.short_moment(MOMENT).startswith("2026")
    assert "星期三" in dates.long_day(QDate(2026, 11, 4))


def test_what_was_done_today_is_said_by_the_minute() -> None:
    now = QDateTime.currentDateTime()
    assert dates.last_time(now) == now.time().toString("HH:mm")
    assert dates.last_time(QDateTime.fromString(MOMENT[:19] + "Z", Qt.DateFormat.ISODate)) == "4 Nov 2026"
