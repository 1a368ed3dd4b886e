"""Moments as whole hours since 1970 began in UTC, and the days, weeks and months they lie in."""

from datetime import UTC, date, datetime, timedelta

STEPS = ("hour", "day", "week", "month")
_DAY = 24
_FIRST = date(1970, 1, 1)


class Hours(dict[str, int]):
    """The hour of a moment by the first 13 signs of its ISO 8601 text (`2026-11-23T15`), each worked out once."""

    def __missing__(self, moment: str) -> int:
        day = (date.fromisoformat(moment[:10]) - _FIRST).days
        self[moment] = day * _DAY + int(moment[11:13])
        return self[moment]


def begun(hour: int, step: str) -> int:
    """The first hour of the hour, day, week (from Monday) or month in which an hour lies."""
    if step == "hour":
        return hour
    day = _FIRST + timedelta(days=hour // _DAY)
    if step == "week":
        day -= timedelta(days=day.weekday())
    elif step == "month":
        day = day.replace(day=1)
    return (day - _FIRST).days * _DAY


def following(hour: int, step: str) -> int:
    """The first hour of the step behind the one that begins with `hour`."""
    if step == "month":
        return begun(hour + 31 * _DAY, step)
    return hour + {"hour": 1, "day": _DAY, "week": 7 * _DAY}[step]


def hour_text(hour: int, step: str) -> str:
    """The step that begins with an hour: `2026-11-23 15:00`, `2026-11-23` (of a week: its Monday) or `2026-11`."""
    moment = datetime.fromtimestamp(hour * 3600, UTC)
    return moment.strftime({"hour": "%Y-%m-%d %H:00", "month": "%Y-%m"}.get(step, "%Y-%m-%d"))
