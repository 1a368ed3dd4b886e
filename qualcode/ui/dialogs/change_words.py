"""A change of the codebook in words: one line for a list, and a card with old and new words marked."""

from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import QCoreApplication

from ...domain.codebook import PATH_SEPARATOR
from ...domain.codebook_diff import (
    CHANGE_NAMES,
    FIELD_NAMES,
    MERGED,
    MOVED,
    REDEFINED,
    RENAMED,
    SPLIT,
    STAGE,
    Cause,
    Entry,
    Told,
)
from ...domain.differences import CAME, GONE, SAME, Piece
from ...domain.history import Step
from ..look import META, TITLE, look
from ..parts.dates import short_moment
from ..translation import say, word

_CHOSEN_WORDS = ("kind", "origin", "stage")  # fields whose values are words of ours


def top_level() -> str:
    """What stands above a code that stands below none."""
    return QCoreApplication.translate("ChangeWords", "the top level")


def _last(path: str) -> str:
    """A code without what stands above it."""
    return path.rpartition(PATH_SEPARATOR)[2] or top_level()


def line_of(one: Entry) -> str:
    """An entry of a list: the code, and in short what became of it."""
    told, name = one.told[0], _last(one.code)
    if one.change in (MERGED, SPLIT) and told.after:
        return f"{name} → {'; '.join(_last(path) for path in told.after.split('; '))}"
    if one.change == RENAMED:
        return f"{told.before} → {told.after}"
    if one.change == MOVED:
        return f"{name}: {_last(told.before)} → {_last(told.after)}"
    if one.change == STAGE:
        return f"{name}: {word(told.before)} → {word(told.after)}"
    if one.change == REDEFINED:
        return f"{name}: {', '.join(say(FIELD_NAMES[each.field]) for each in one.told)}"
    return name


class ChangeCard:
    """Writes entries as HTML in the present look; `steps` are those that led to them, `words` says one."""

    def __init__(self, steps: Mapping[int, Step], words: Callable[[Step], str]) -> None:
        self._steps, self._words = steps, words

    def html(self, entries: list[Entry]) -> str:
        """The card of one code: its changes, one below the other."""
        head = f"<p style='font-size: {look().px(TITLE)}px;'><b>{escape(entries[0].code)}</b></p>"
        body = "".join(map(self._entry, entries))
        return f"<div style='color: {look().current.ink};'>{head}{body}</div>"

    def _entry(self, one: Entry) -> str:
        tokens, meta = look().current, look().px(META)
        into = f" → {escape(one.told[0].after)}" if one.change in (MERGED, SPLIT) and one.told[0].after else ""
        parts = [f"<p><b>{escape(say(CHANGE_NAMES[one.change]))}</b>{into}</p>"]
        for label, pieces, marked in self._fields(one):
            said = "".join(_marked(piece, marked) for piece in pieces).replace("\n", "<br>")
            name = f"<span style='color: {tokens.ink2};'>{escape(label)}</span>"
            parts.append(f"<p style='white-space: pre-wrap; line-height: 140%;'>{name}<br>{said}</p>")
        parts += [f"<p style='color: {tokens.ink2}; font-size: {meta}px;'>{self._cause(one)}</p>" for one in one.causes]
        return "".join(parts)

    def _fields(self, one: Entry) -> list[tuple[str, list[Piece], bool]]:
        """Name, words, and whether what came and went is marked in them."""
        found = []
        for told in one.told:
            found += [(say(FIELD_NAMES[field]), [Piece(SAME, text)], False) for field, text in told.filled]
            if told.field:
                found.append((say(FIELD_NAMES[told.field]), self._pieces(told), True))
        return found

    @staticmethod
    def _pieces(told: Told) -> list[Piece]:
        if told.change == REDEFINED and told.field not in _CHOSEN_WORDS:
            return told.pieces
        top = top_level() if told.change == MOVED else ""
        before, after = (
            word(text) if told.field in _CHOSEN_WORDS else text for text in (told.before or top, told.after or top)
        )
        values = [Piece(GONE, before), Piece(SAME, " → "), Piece(CAME, after)]
        return [piece for piece in values if piece.text]

    def _cause(self, cause: Cause) -> str:
        step = self._steps.get(cause.step)
        what = self._words(step) if step is not None else cause.what
        told = " · ".join(filter(None, (short_moment(cause.time), cause.coder, what)))
        why = QCoreApplication.translate("ChangeWords", "Why: {reason}").replace("{reason}", cause.why)
        return "<br>".join(escape(line) for line in (told, why if cause.why else "") if line)


def _marked(piece: Piece, marks: bool) -> str:
    """Words as HTML: what went is struck through, what came underlined, both coloured."""
    words, tokens = escape(piece.text), look().current
    if piece.kind == SAME or not marks:
        return words
    color, ground, line = (
        (tokens.danger, tokens.danger_ground, "line-through")
        if piece.kind == GONE
        else (tokens.good, tokens.good_ground, "underline")
    )
    style = f"color: {color}; background-color: {ground}; text-decoration: {line};"
    return f"<span style='{style}'>{words}</span>"
