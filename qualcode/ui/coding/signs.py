"""The small signs of a coding: what was said about it, each as an icon with words."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QRectF
from PySide6.QtGui import QPainter

from ...app.lists import SegmentRow
from ...domain.codings import CERTAINTIES, MARKS, PlacedCoding
from ..icons import icon
from ..look import look

_WORDS = {
    "sure": QT_TRANSLATE_NOOP("Signs", "Sure"),
    "likely": QT_TRANSLATE_NOOP("Signs", "Likely"),
    "unsure": QT_TRANSLATE_NOOP("Signs", "Unsure"),
    "exemplar": QT_TRANSLATE_NOOP("Signs", "Exemplar"),
    "near-miss": QT_TRANSLATE_NOOP("Signs", "Near miss"),
    "discuss": QT_TRANSLATE_NOOP("Signs", "To discuss"),
    "asked": QT_TRANSLATE_NOOP("Signs", "To discuss: {question}"),
    "weight": QT_TRANSLATE_NOOP("Signs", "Weight {weight}"),
    "doubt": QT_TRANSLATE_NOOP("Signs", "Look again: the text has changed here"),
    "links": QT_TRANSLATE_NOOP("Signs", "Linked"),
    "memo": QT_TRANSLATE_NOOP("Signs", "Memo"),
}
ICONS = {"exemplar": "star", "near-miss": "near", "sure": "sure", "likely": "likely", "unsure": "unsure"}
MOST_IN_ROW = 3  # signs in a row of a list; the rest are in its tip
_HINT = 12  # px of a sign beside a name in the margin


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon and what it means; a sign without an icon is its `shown` text."""

    icon: str
    text: str
    shown: str = ""


def say(key: str) -> str:
    """The word for a certainty, a mark or another sign, in the language of the window."""
    return QCoreApplication.translate("Signs", _WORDS[key])


def weight_text(weight: float) -> str:
    """A weight as people write it."""
    return QLocale().toString(weight, "g", 12)


def signs_of(coding: PlacedCoding, links: int = 0, memos: int = 0) -> list[Sign]:
    """What was said about a coding, most telling first."""
    found = []
    if coding.doubt is not None:
        found.append(Sign("eye", say("doubt")))
    if coding.discuss is not None:
        asked = say("asked").replace("{question}", coding.discuss) if coding.discuss else say("discuss")
        found.append(Sign("discuss", asked))
    if coding.mark in MARKS:
        found.append(Sign(ICONS[coding.mark], say(coding.mark)))
    if coding.certainty in CERTAINTIES:
        found.append(Sign(ICONS[coding.certainty], say(coding.certainty)))
    if coding.weight is not None:
        shown = weight_text(coding.weight)
        found.append(Sign("", say("weight").replace("{weight}", shown), shown))
    if links:
        found.append(Sign("link", say("links")))
    if memos:
        found.append(Sign("memo", say("memo")))
    return found


def row_signs(row: SegmentRow) -> list[Sign]:
    """The signs of a row of a list."""
    return signs_of(row.coding, row.links, row.memos)


def sign_words(coding: PlacedCoding, links: int = 0, memos: int = 0) -> list[str]:
    """The same in words, for screen readers and tips."""
    return [sign.text for sign in signs_of(coding, links, memos)]


def _hints(coding: PlacedCoding) -> list[str]:
    return [ICONS.get(coding.mark or "", "")] * (coding.mark in MARKS) + ["discuss"] * (coding.discuss is not None)


def hint_width(coding: PlacedCoding) -> float:
    """How much room the small signs of a marked or questioned coding take beside its name, in px; mostly 0."""
    if coding.mark is None and coding.discuss is None:
        return 0.0
    return len(_hints(coding)) * (look().px(_HINT) + 1.0) + look().px(4)


def paint_hint(painter: QPainter, coding: PlacedCoding, right: float, middle: float) -> None:
    """Paint the small signs of a marked or questioned coding so that they end at `right`."""
    side = look().px(_HINT)
    for number, picture in enumerate(reversed(_hints(coding)), start=1):
        box = QRectF(right - number * (side + 1), middle - side / 2, side, side)
        icon(picture, "warn" if picture == "discuss" else "ink2").paint(painter, box.toAlignedRect())
