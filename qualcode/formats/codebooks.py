"""Codebooks and lists of segments that come as tables, in the columns our own exports have."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from ..domain.bundle import Bundle, ReadCode, ReadCoding, ReadLink
from ..domain.codebook import CODE_KINDS, MOST_LEVELS, ORIGINS, PATH_SEPARATOR, TEXT_FIELDS, THEME_FIELDS, clean_name
from ..domain.codings import CERTAINTIES, MARKS
from ..domain.errors import BadInput, Phrase, QualcodeError, listed
from ..domain.progress import Progress
from ..domain.themes import STAGES
from .links import JUST, NO_QUESTION, read_links
from .workbook import CELL_LIMIT

if TYPE_CHECKING:
    from .tables import Table

_Parents: TypeAlias = dict[str, set[str]]

_COLOR = re.compile(r"#?([0-9A-Fa-f]{6})")


def codebook(name: str, table: Table, progress: Progress) -> Bundle:
    """The codes of a table with `path`, or with `name` (and perhaps `parent`).

    A code that the file has twice comes twice. Raises `BadInput` naming the row when a row cannot be a code, and naming
    the columns where several are of one name.
    """
    _require_once_each(name, table)
    records = [_in_our_words(record) for record in table.records()]
    header = set(_in_our_words({column.strip().casefold(): "" for column in table.columns}))
    if not header & {"path", "name"}:
        raise BadInput("“{name}” is no codebook: it needs a column “path” or “name”. Import it as a survey.", name=name)
    codes: list[ReadCode] = []
    parents = _parents(records)
    stopped = {key for record in records for key in record if key not in COLUMNS and _MORE.fullmatch(key)}
    unknown = sorted(header - COLUMNS | stopped | _beside(table))
    nameless: list[int] = []
    beyond = 0
    for number, record in zip(table.numbers, records, strict=True):
        progress.tick(number, len(records), name)
        code = _code(name, number, record, parents)
        if code is None:
            nameless.append(number)  # rows without a word were left out before
        else:
            codes.append(code)
            beyond += code.kind_said and code.kind == "code" and any(field in code.fields for field in THEME_FIELDS)
    if not codes:
        raise BadInput("“{name}” has a header but no codes.", name=name)
    lost: list[str] = []
    if unknown:
        lost.append(Phrase("columns that a codebook here does not have: {columns}", columns=tuple(unknown)))
    if nameless:
        lost.append(_without_name(nameless))
    if beyond:
        lost.append(Phrase("what only themes have, such as a stage, of codes: {number}", number=beyond))
    return Bundle(codes=tuple(codes), notes=table.notes, lost=tuple(lost))


def _without_name(rows: list[int]) -> Phrase:
    """What is said of rows that say something and name no code."""
    shown = tuple(map(str, rows[:_ROWS_SHOWN]))
    if len(rows) == 1:
        return Phrase("1 row without the name of a code: row {rows}", rows=shown)
    if len(rows) <= _ROWS_SHOWN:
        return Phrase("{number} rows without the name of a code: rows {rows}", number=f"{len(rows):,}", rows=shown)
    return Phrase(
        "{number} rows without the name of a code: rows {rows} and {more} more",
        number=f"{len(rows):,}",
        rows=shown,
        more=f"{len(rows) - _ROWS_SHOWN:,}",
    )


def _require_once_each(name: str, table: Table) -> None:
    """Raise `BadInput` where the header has a column of ours several times: it would have to be guessed which is
    meant."""
    times = Counter(map(str.casefold, table.header))
    several = [column for column, number in times.items() if number > 1 and column in _TAKEN]
    if several:
        raise BadInput(
            "“{name}” has more than one column {columns}. Keep one of each, or call the others something else.",
            name=name,
            columns=listed(several),
        )


def _beside(table: Table) -> set[str]:
    """The columns in other programs' words that stand beside one that says the same: they are not read."""
    given = [column.strip().casefold() for column in table.columns]
    said, found = set(given), set()
    for column in given:
        if column in _ALIASES:
            if _ALIASES[column] in said:
                found.add(column)
            said.add(_ALIASES[column])
    return found


_OWN = {"path", "name", "parent", "kind", "color", "memo", "id"}
_COUNTED = {"segments", "documents", "cases", "coders", "created", "changed", "codings", "examples"}
_ROWS_SHOWN = 10  # whose numbers are said of those that were left out
COLUMNS = frozenset({*TEXT_FIELDS, *THEME_FIELDS, *_OWN, *_COUNTED})  # of a codebook, as ours has them


# what other programs call these columns
_ALIASES = {
    "tag": "name",
    "code": "name",
    "code name": "name",
    "description": "definition",
    "colour": "color",
}


_TAKEN = frozenset({*TEXT_FIELDS, *THEME_FIELDS, *_OWN, *_ALIASES})  # of which no file may have two
_FULL = CELL_LIMIT // 2  # characters: those beyond the basic plane count double there
_MORE = re.compile(r"(.+) \((\d{1,4})\)")  # the column in which a text goes on that was too long for a cell


def _in_our_words(record: dict[str, str]) -> dict[str, str]:
    """A row by our columns. A text goes on in “memo (2)” only where the cell before is full."""
    own: dict[str, str] = {}
    before: dict[str, str] = {}  # the last piece of each text
    for key, value in record.items():
        more = _MORE.fullmatch(key)
        if more and more[1] in COLUMNS and more[1] in own and (not value or len(before[more[1]]) >= _FULL):
            own[more[1]] += value
            before[more[1]] = value
        elif key not in _ALIASES:
            own[key] = before[key] = value
    for key, value in record.items():
        if key in _ALIASES:
            own.setdefault(_ALIASES[key], value)
    return own


def _code(name: str, number: int, record: dict[str, str], parents: _Parents) -> ReadCode | None:
    path = _path(name, number, record, parents)
    if not path:
        return None
    said = record.get("kind", "").strip().casefold()
    kind = said or "code"
    if kind not in CODE_KINDS:
        raise BadInput(
            "Row {row} of “{name}”: the kind “{kind}” is neither theme nor code.",
            row=number,
            name=name,
            kind=kind,
        )
    color = record.get("color", "").strip()
    match = _COLOR.fullmatch(color)
    if color and match is None:
        raise BadInput(
            "Row {row} of “{name}”: “{color}” is no colour. Write it as #2067DA or leave it empty.",
            row=number,
            name=name,
            color=color,
        )
    known = TEXT_FIELDS + THEME_FIELDS
    fields = {field: record[field].strip() for field in known if record.get(field, "").strip()}
    if "origin" in fields:
        fields["origin"] = fields["origin"].casefold()
        if fields["origin"] not in ORIGINS:
            raise BadInput(
                "Row {row} of “{name}”: the origin “{origin}” is none of inductive, deductive, in-vivo.",
                row=number,
                name=name,
                origin=fields["origin"],
            )
    if "stage" in fields:
        fields["stage"] = fields["stage"].casefold()
        if fields["stage"] not in STAGES:
            raise BadInput(
                "Row {row} of “{name}”: the stage “{stage}” is none of {stages}.",
                row=number,
                name=name,
                stage=fields["stage"],
                stages=", ".join(STAGES),
            )
    shown = f"#{match[1].upper()}" if match else ""
    memo = record.get("memo", "").strip()
    return ReadCode(path, kind, shown, fields, memo, _id(record.get("id", "")), number, bool(said))


def _id(written: str) -> str:
    """An id as ours are written; whatever else stands in that column is no id."""
    try:
        return str(UUID(written.strip()))
    except ValueError:
        return ""


def _parents(records: list[dict[str, str]]) -> _Parents:
    """The parents that stand beside each name; "" for none."""
    found: _Parents = {}
    for record in records:
        own, parent = _own_and_parent(record)
        if own and not record.get("path", "").strip():
            found.setdefault(own, set()).add(parent)
    return found


def _own_and_parent(record: dict[str, str]) -> tuple[str, str]:
    return " ".join(record.get("name", "").split()), " ".join(record.get("parent", "").split())


def _path(name: str, number: int, record: dict[str, str], parents: _Parents) -> tuple[str, ...]:
    written = record.get("path", "").strip()
    if not written:
        own, parent = _own_and_parent(record)
        written = PATH_SEPARATOR.join(reversed(_climbed(name, number, own, parent, parents))) if own else ""
    return path_of(name, number, written) if written else ()


def _climbed(name: str, number: int, own: str, parent: str, parents: _Parents) -> list[str]:
    """A code's name and those above it. A parent that has a row of its own lies where that row puts it."""
    climbed = [own]
    seen = {(own, parent)}
    while parent:
        above = parents.get(parent, set())
        # one that stands at the top is meant before any other of its name
        places = {""} if "" in above or not above else above - {climbed[-1]} or above
        if len(places) > 1:
            raise BadInput(
                "Row {row} of “{name}”: there are several codes “{parent}” that could be the parent. Write the whole "
                "path of the parent.",
                row=number,
                name=name,
                parent=parent,
            )
        climbed.append(parent)
        step = (parent, next(iter(places)))
        if step in seen:
            raise BadInput(
                "Row {row} of “{name}”: the codes {codes} lie in a circle, each below the next. Take out one of their "
                "parents.",
                row=number,
                name=name,
                codes=listed(dict.fromkeys(climbed)),
            )
        if len(climbed) > MOST_LEVELS:
            raise _too_deep(name, number)
        seen.add(step)
        parent = step[1]
    return climbed


def _too_deep(name: str, number: int) -> BadInput:
    return BadInput(
        "Row {row} of “{name}” lies more than {limit} levels deep. Make the codebook flatter.",
        row=number,
        name=name,
        limit=MOST_LEVELS,
    )


def path_of(name: str, number: int, written: str) -> tuple[str, ...]:
    """The levels of a written path, cleaned. Raises `BadInput` naming the row."""
    if written.count(PATH_SEPARATOR) >= MOST_LEVELS:
        raise _too_deep(name, number)
    try:
        return tuple(clean_name(part) for part in written.split(PATH_SEPARATOR))
    except QualcodeError as error:
        raise BadInput("Row {row} of “{name}”: {reason}", row=number, name=name, reason=error) from None


def segments(name: str, table: Table, progress: Progress) -> Bundle:
    """The codings of a table with document, start, end, code; coder, weight, comment, text, certainty, mark, discuss,
    links, used and facet if given.

    Raises `BadInput` naming the row and the column that is wrong.
    """
    header = {column.strip().casefold() for column in table.columns}
    missing = [column for column in ("document", "start", "end", "code") if column not in header]
    if missing:
        raise BadInput(
            "“{name}” is no list of segments: it has no column {missing}.",
            name=name,
            missing=" and ".join(missing),
        )
    codings: list[ReadCoding] = []
    codes: dict[tuple[str, ...], ReadCode] = {}
    for number, record in zip(table.numbers, table.records(), strict=True):
        if number % 1_000 == 0:
            progress.tick(number, len(table.rows), name)
        if not record["document"].strip() or not record["code"].strip():
            raise BadInput("Row {row} of “{name}” names no document or no code.", row=number, name=name)
        path = path_of(name, number, record["code"].strip())
        start = _position(name, number, "start", record["start"])
        end = _position(name, number, "end", record["end"])
        if end <= start:
            raise BadInput(
                "Row {row} of “{name}” ends at {end} before it has begun at {start}.",
                row=number,
                name=name,
                start=start,
                end=end,
            )
        codes.setdefault(path, ReadCode(path, "code"))
        codings.append(
            ReadCoding(
                document=record["document"].strip(),
                start=start,
                end=end,
                path=path,
                coder=record.get("coder", "").strip(),
                comment=record.get("comment", ""),
                weight=_weight(name, number, record.get("weight", "")),
                quote=record.get("text", ""),
                certainty=_one_of(name, number, "certainty", record.get("certainty", ""), CERTAINTIES),
                mark=_one_of(name, number, "mark", record.get("mark", ""), MARKS),
                discuss=_question(record.get("discuss", "")),
                links=_links(name, number, record.get("links", "")),
                used=_said(record.get("used", "")),
                facet=_said(record.get("facet", "")),
            )
        )
    if not codings:
        raise BadInput("“{name}” has a header but no segments.", name=name)
    return Bundle(codes=tuple(codes.values()), codings=tuple(codings), notes=table.notes)


def _said(written: str) -> str | None:
    """What a column says that may say no more than yes; None where it is empty."""
    value = " ".join(written.split())
    return None if not value else "" if value.casefold() == JUST else value


def _position(name: str, number: int, column: str, written: str) -> int:
    try:
        place = int(written.strip())
    except ValueError:
        place = -1
    if place < 0:
        raise BadInput(
            "Row {row} of “{name}”: {column} is “{written}”; a whole number of characters is expected.",
            row=number,
            name=name,
            column=column,
            written=written.strip(),
        )
    return place


def _one_of(name: str, number: int, column: str, written: str, known: tuple[str, ...]) -> str | None:
    value = written.strip().casefold()
    if not value:
        return None
    if value not in known:
        raise BadInput(
            "Row {row} of “{name}”: {column} is “{written}”; one of these is expected: {known}.",
            row=number,
            name=name,
            column=column,
            written=written.strip(),
            known=", ".join(known),
        )
    return value


def _question(written: str) -> str | None:
    question = written.strip()
    return (None if not question else "") if question in ("", NO_QUESTION) else question


def _links(name: str, number: int, written: str) -> tuple[ReadLink, ...]:
    try:
        return read_links(written)
    except ValueError as error:
        raise BadInput(
            "Row {row} of “{name}”: the link “{link}” cannot be read. Write it as: contradicts -> P03 [120:155] (Ana).",
            row=number,
            name=name,
            link=error,
        ) from None


def _weight(name: str, number: int, written: str) -> float | None:
    if not written.strip():
        return None
    try:
        weight = float(written)
    except ValueError:
        weight = math.nan
    if not math.isfinite(weight):
        raise BadInput(
            "Row {row} of “{name}”: the weight “{weight}” is not a number.",
            row=number,
            name=name,
            weight=written.strip(),
        )
    return weight
