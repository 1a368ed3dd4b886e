"""Surveys: one row is one case; closed columns become its variables, open ones a document per answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from statistics import median
from typing import TYPE_CHECKING

from ..domain.bundle import Bundle, ReadCase, ReadDocument, ReadOptions
from ..domain.cases import VALUE_LIMIT, guess_type, written
from ..domain.codebook import NAME_LIMIT
from ..domain.errors import BadInput, Phrase, listed
from ..domain.matching import folded
from ..domain.progress import Progress
from ..domain.visible import between_signs, tidy
from .drafts import Draft

if TYPE_CHECKING:
    from .tables import Table

_OPEN_LENGTH = 60  # characters: a median answer above it is told in the person's own words
_NAME_LENGTH = 40  # of a case in a column that does not say what it is
_HEADING_LENGTH = 60
_QUESTION_LENGTH = 80
_WORDS_FOR_CASES = """
    case participant respondent interviewee informant person subject pseudonym alias
    fall teilnehmer teilnehmerin teilnehmende befragte proband probandin
    cas caso participante entrevistado entrevistada 受访者 参与者 被访者 访谈对象 个案 案例 番号
    id pid name code nr no number kennung nummer kürzel numéro nom nombre código 编号 編號 姓名 名字 代码 代号 序号
"""
_BETWEEN = r"(?:(?:of|the|der|des|de|del|la|du|的)[\W_]*)*"
_WORD = f"(?:{'|'.join(_WORDS_FOR_CASES.split())})(?:[*:/](?:in|innen))?"
_CASE_HEADER = re.compile(rf"[\W_]*{_WORD}(?:[\W_]*{_BETWEEN}{_WORD})*[\W_]*")  # "Participant ID", “受访者编号”
_NOT_ANSWERED = frozenset({"n/a", "na", "n.a.", "#n/a", "nan", "null", "k.a.", "k. a.", "-", "–", "—", "缺失"})


def survey(name: str, table: Table, options: ReadOptions, progress: Progress) -> Bundle:
    """The cases of a table with their variables, and a document for every open answer.

    Raises `BadInput` when the case column of the options does not exist or the table has no rows.
    """
    if not table.rows:
        raise BadInput("“{name}” has a header but no rows. Check that the answers were exported.", name=name)
    key = _case_column(name, table, options.case_column)
    cases = _case_names(table, key)
    stem = name.rpartition(".")[0] or name
    values: list[dict[str, tuple[str, str]]] = [{} for _ in cases]
    documents: list[ReadDocument] = []
    opened: list[str] = []
    notes = [*table.notes]
    one = "1 case" if len(cases) == 1 else ""
    found = Phrase("{number} cases", english=one, number=f"{len(cases):,}")
    notes.append(
        found if key is None else Phrase("{cases} named by “{column}”", cases=found, column=table.columns[key])
    )
    unnamed = len(cases) - len({folded(row[key]) for row in table.rows} - {""}) if key is not None else 0
    if unnamed:
        told = Phrase("{number} rows without a name of their own are numbered", number=f"{unnamed:,}")
        notes.append(told if unnamed > 1 else Phrase("one row without a name of its own is numbered"))
    for place, column in enumerate(table.columns):
        progress.tick(place, len(table.columns), name)
        if place == key:
            continue
        answers = [row[place].strip() for row in table.rows]
        if not any(answers):
            continue
        if is_open(answers):
            opened.append(column)
            documents.extend(_answers(table, place, cases, options, stem))
            continue
        kind, unanswered = closed_type(answers)
        if unanswered:
            said = sorted({answer for answer in answers if answer.casefold() in unanswered})
            notes.append(Phrase("in “{column}” taken as not answered: {answers}", column=column, answers=listed(said)))
        for number, answer in enumerate(answers):
            if answer and answer.casefold() not in unanswered:
                values[number][column] = (kind, written(answer, kind))
    read_cases = tuple(ReadCase(case, found) for case, found in zip(cases, values, strict=True))
    if opened:
        notes.append(Phrase("open answers: {columns}", columns=listed(opened)))
    return Bundle(documents=tuple(documents), cases=read_cases, notes=tuple(notes))


def as_document(name: str, table: Table, options: ReadOptions) -> Bundle:
    """The table as one text: cells parted by tabs, rows by line ends."""
    draft = Draft(name.rpartition(".")[0] or name)
    for row in (table.columns, *table.rows):
        start = draft.length
        draft.write("\t".join(row))
        draft.mark(start, "row")
        draft.write("\n")
    draft.mark(0, "table")
    document = draft.document(name.rpartition(".")[2].casefold(), options, encoding=table.encoding)
    return Bundle(documents=(document,), notes=table.notes)


def is_open(answers: list[str]) -> bool:
    """Whether the answers to a question are free text: long, or nearly all different and of several words; or one is
    longer than any value of a variable."""
    given = [answer for answer in answers if answer]
    if not given:
        return False
    if max(map(len, given)) > VALUE_LIMIT:
        return True
    distinct = len({answer.casefold() for answer in given}) / len(given)
    if median(len(answer) for answer in given) > _OPEN_LENGTH:
        return len(given) < 10 or distinct > 0.3  # else they are long labels to tick
    words = median(len(answer.split()) for answer in given)
    cjk = median(sum(1 for char in answer if "\u3040" <= char <= "\u9fff") for answer in given)
    return len(given) >= 5 and distinct > 0.8 and (words >= 6 or cjk >= 15)


def closed_type(answers: list[str]) -> tuple[str, frozenset[str]]:
    """The type of a closed question and which answers are none.

    “N/A” among numbers, dates or yes and no is a gap; among words it stays what the person said.
    """
    rest = [answer for answer in answers if answer.casefold() not in _NOT_ANSWERED]
    kind = guess_type(rest)
    if kind in ("number", "date", "yes/no"):
        return kind, _NOT_ANSWERED if any(answer.casefold() in _NOT_ANSWERED for answer in answers) else frozenset()
    return guess_type(answers) if kind == "choice" else "text", frozenset()


def _case_column(name: str, table: Table, wanted: str) -> int | None:
    if wanted:
        for place, column in enumerate(table.columns):
            if column.casefold() == wanted.strip().casefold():
                return place
        raise BadInput(
            "“{name}” has no column “{column}”. It has {columns}.",
            name=name,
            column=wanted,
            columns=listed(table.columns, 12),
        )
    return naming_column(table.columns, table.rows)


def naming_column(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """The column that tells the rows apart: one whose heading says so and that does so in all rows, else in most, else
    a column of labels that are all different; None when there is none."""
    own: dict[int, int] = {}  # rows with a name of their own, by column
    for place in range(len(columns)):
        cells = [row[place].strip() for row in rows]
        longest = NAME_LIMIT if says_case(columns[place]) else _NAME_LENGTH
        own[place] = len({cell.casefold() for cell in cells if cell}) if max(map(len, cells)) <= longest else 0
    named = [place for place, column in enumerate(columns) if says_case(column)]
    whole = [place for place in named if own[place] == len(rows)]
    mostly = [place for place in named if own[place] * 3 >= len(rows) * 2]  # one is often forgotten or comes twice
    others = (
        place
        for place, number in own.items()
        if place not in named and number == len(rows) and _names([row[place].strip() for row in rows], place == 0)
    )
    return next(chain(whole, mostly, others), None)


def says_case(heading: str) -> bool:
    """Whether the heading of a column says that it names the cases."""
    return len(heading) <= _HEADING_LENGTH and _CASE_HEADER.fullmatch(heading.casefold()) is not None


def _names(cells: list[str], first: bool) -> bool:
    """Unnamed columns count only when they hold labels, not measurements, dates or sentences."""
    if not all(any(char.isalpha() for char in cell) for cell in cells):
        return False  # postal codes and phone numbers are text, but nobody's name
    kinds = ("text", "choice") if first else ("text",)  # two different answers could be a choice
    return len(cells) > 1 and guess_type(cells) in kinds and all(len(cell.split()) <= 3 for cell in cells)


def _case_names(table: Table, key: int | None) -> list[str]:
    """A name for every row; empty ones are numbered, repeated ones told apart."""
    return told_apart(
        (" ".join(row[key].split()) if key is not None else "") or f"Case {number}"
        for number, row in enumerate(table.rows, start=1)
    )


def headings(cells: Iterable[str]) -> list[str]:
    """A name for every column, all different: signs that cannot be seen do not tell them apart."""
    return told_apart(cell or f"Column {number}" for number, cell in enumerate(map(visible, cells), start=1))


def visible(cell: str) -> str:
    """What a cell of the header says: one line, without signs that cannot be seen."""
    return tidy(" ".join(cell.split())).strip()


def told_apart(names: Iterable[str], longest: int | None = None) -> list[str]:
    """The names, repeated ones with a number: “a”, “A (2)”. A million equal ones take a second, not a day.

    None has more than `longest` characters; what differs only behind them is told apart, too.
    """
    found: list[str] = []
    taken: set[str] = set()
    last: dict[str, int] = {}  # the number up to which a name is taken: the next need not be looked for from 2 on
    for whole in names:
        name = whole[:longest]
        key = folded(name)
        again = last.get(key, 1)
        while folded(name) in taken:
            again += 1
            tail = f" ({again})"
            name = whole[: longest and longest - len(tail)] + tail
        last[key] = again
        taken.add(folded(name))
        found.append(name)
    return found


def _answers(table: Table, place: int, cases: list[str], options: ReadOptions, folder: str) -> list[ReadDocument]:
    question = table.columns[place]
    short = question  # cut where it always was: the same file is known again by the names of its documents
    if len(question) > _QUESTION_LENGTH:
        short = question[: between_signs(question, _QUESTION_LENGTH - 1)].rstrip() + "…"
    found = []
    for case, row in zip(cases, table.rows, strict=True):
        if not row[place].strip():
            continue
        draft = Draft(f"{case} – {short}")
        draft.write(row[place])
        pattern = None if options.speakers else ""  # an answer is one voice
        found.append(
            draft.document(
                "survey", options, encoding=table.encoding, speaker_pattern=pattern, folder=folder, case=case
            )
        )
    return found
