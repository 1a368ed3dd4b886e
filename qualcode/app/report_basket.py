"""The section “Tables and figures” of a report: what was sent there, each worked out anew from its kept question."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from ..domain.errors import Phrase, QualcodeError, cut_short, listed, paragraph
from ..domain.options import FIGURE, TABLE
from ..domain.progress import Progress
from ..domain.questions import BasketItem
from ..formats.report_parts import Heading, Paragraph, Part, Picture, Report
from ..store.reading import Reading
from .analysing.cautions import CAUTIONS, NOTE, said_of
from .analysing.files import drawn_of, table_of
from .analysing.undefined import reasons
from .basket import items
from .basket_questions import asked_again
from .basket_tables import UNDEFINED, Cut, cut, without_zeros
from .quoting import Quoting
from .report_options import ReportOptions, Say

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

    from .project import Project

_QUOTED = frozenset({"text", "quote", "context", "before", "after", "comment", "left", "right"})  # people's words
_NAMED = 4  # columns that are named before the reason why their numbers are not defined
_TOLD = (
    ("rule", Phrase("Rule: {value}.")),
    ("unit", Phrase("Unit: {value}.")),
    ("measure", Phrase("Measure: {value}.")),
)
_FILTERS = (
    ("documents", Phrase("Documents: {value}.")),
    ("coders", Phrase("Coders: {value}.")),
    ("codes", Phrase("Codes: {value}.")),
    ("variables", Phrase("Variables: {value}.")),
    ("folders", Phrase("Folders: {value}.")),
    ("document_sets", Phrase("Document sets: {value}.")),
)
_NOT_TOLD = frozenset(
    {"project", "date", "step", "analysis", "rollup", NOTE, CAUTIONS, *(name for name, _ in (*_TOLD, *_FILTERS))}
)
_TABLE, _FIGURE = Phrase("Table {number}. {title}"), Phrase("Figure {number}. {title}")
_LONGEST = 300  # characters of one thing in a caption


def basket_parts(project: "Project", date: str, options: ReportOptions, say: Say, progress: Progress) -> Iterator[Part]:
    """Every item that is wanted under a heading of its own; nothing where the basket is empty."""
    with project.read() as read:
        wanted = [one for one in items(read) if options.items is None or one.id in options.items]
        if not wanted:
            return
        words = _Words(read, options.display_ids, say)
        yield Heading(1, say(Phrase("Tables and figures")))
        counts = {FIGURE: 0, TABLE: 0}
        for number, item in enumerate(wanted):
            progress.tick(number, len(wanted), item.title)
            counts[item.form] += 1
            phrase = _FIGURE if item.form == FIGURE else _TABLE
            told = Phrase(phrase.template, number=counts[item.form], title=words.title(item.title))
            yield Heading(2, say(told))
            yield from _item(project, read, item, date, options, words)
            if item.comment:
                yield Paragraph(words.title(item.comment))


def lost_items(report: Report) -> Phrase | None:
    """What whoever writes a report has to hear of it; None where all that was sent to it is in it."""
    if not report.lost:
        return None
    return Phrase(
        "Missing from the report, as it could not be worked out anew: {names}. The report says why.",
        names=listed(report.lost),
    )


def _item(
    project: "Project", read: Reading, item: BasketItem, date: str, options: ReportOptions, words: "_Words"
) -> Iterator[Part]:
    """The result of an item; one sentence where its question cannot be asked any more."""
    try:
        given = asked_again(read, item)
        if item.form == FIGURE:
            said: dict[str, None] = {}

            def called(text: str) -> str:
                written = words.cell(text, "")
                if written.strip():
                    said[written] = None
                return written

            figure = drawn_of(project, item.analysis, words.plain, called=called, **given).figure
            yield _picture(figure, date, words.title(item.title), tuple(said))
            return
        frame = table_of(project, item.analysis, **given)
    except QualcodeError as error:
        why = Phrase(error.template, english=str(error), **error.values)
        told = words.say(Phrase("This could not be worked out anew. {reason}", reason=words.say(why)))
        yield Paragraph(told, instead_of=words.title(item.title))
        return
    rows = columns = 0
    if item.analysis == "matrix":
        frame, rows, columns = without_zeros(frame)
    printed = cut(frame, options.table_rows, words.cell)
    yield Paragraph(words.caption(frame, printed), quiet=True)
    yield from printed.tables
    notes = [*said_of(frame), *_notes(printed), *_empty(rows, columns)]
    if printed.undefined:
        notes += _reasons(item.analysis, frame.iloc[: printed.rows])
    if notes:
        yield Paragraph(paragraph(notes, words.say), quiet=True)


def _notes(printed: Cut) -> Iterator[Phrase]:
    """What is said below a table of what is not in it."""
    if not printed.all_rows:
        yield Phrase("There is nothing in it.")
    if printed.rows < printed.all_rows:
        yield Phrase(
            "The first {number} of {all} rows are shown.", number=f"{printed.rows:,}", all=f"{printed.all_rows:,}"
        )
    if printed.columns < printed.all_columns:
        yield Phrase(
            "{number} of {all} columns are shown.", number=f"{printed.columns:,}", all=f"{printed.all_columns:,}"
        )
    if printed.undefined:
        yield Phrase("{sign} means: not defined.", sign=UNDEFINED)


def _empty(rows: int, columns: int) -> Iterator[Phrase]:
    """What is said of a matrix of which rows and columns are not printed."""
    if rows:
        one = "1 row in which every number is 0 is left out." if rows == 1 else ""
        yield Phrase("{number} rows in which every number is 0 are left out.", english=one, number=f"{rows:,}")
    if columns:
        one = "1 column in which every number is 0 is left out." if columns == 1 else ""
        yield Phrase("{number} columns in which every number is 0 are left out.", english=one, number=f"{columns:,}")


def _reasons(analysis: str, frame: "pd.DataFrame") -> Iterator[Phrase]:
    """Why numbers of it are not defined, each reason once with the columns of which it is one."""
    columns: dict[str, list[str]] = {}
    found = reasons(analysis, frame)
    for column, reason in found.items():
        columns.setdefault(str(reason), []).append(column.replace("_", " "))
    for reason in dict.fromkeys(found.values()):
        named = columns[str(reason)]
        if len(named) > _NAMED:  # a matrix: its columns are the sides
            yield reason
        else:
            yield Phrase("{columns}: {reason}", columns=", ".join(named), reason=reason)


class _Words:
    """Words of results as they may leave: redacted, with display ids on request, in the report's language."""

    def __init__(self, read: Reading, display_ids: bool, say: Say) -> None:
        self._quoting = Quoting(read, display_ids)
        self.plain = say  # names as they are: for what is looked through as a whole
        quoting = self._quoting
        self._names: dict[str, str] = {}
        if display_ids:
            for document in read.documents():
                self._names[document.name] = quoting.document(document)
            for label in read.where("speaker_name"):
                self._names[label.label] = quoting.speaker(label.label)
            for case in read.cases():
                self._names[case.name] = quoting.case(case)
            self._names = {name: instead for name, instead in self._names.items() if name != instead}
        redacted = quoting.redacted_words()
        self._redacted = {" ".join(words.casefold().split()) for words in redacted}
        self.excerpt: Callable[[str], str] = quoting.excerpt if redacted else str

    def say(self, phrase: str) -> str:
        """A phrase in the report's language, the names in it as they may leave."""
        return self.title(self.plain(phrase))

    def title(self, text: str) -> str:
        """Running words of ours."""
        return self._quoting.names(self.excerpt(text))

    def cell(self, text: str, column: str) -> str:
        """The words of a cell: a name, or what somebody said."""
        if " ".join(text.casefold().split()) in self._redacted:
            return "[…]"
        if column in _QUOTED:
            return self.excerpt(text)
        return self._names.get(text) or self.title(text)

    def caption(self, frame: "pd.DataFrame", printed: Cut) -> str:
        """How a table was made."""
        told: list[Phrase] = []
        attrs = {str(name): value for name, value in frame.attrs.items() if isinstance(value, str | int | float)}
        for name, phrase in _TOLD:
            value = attrs.get(name, "")
            if value not in ("", "all"):
                told.append(Phrase(phrase.template, value=self._told(value).rstrip(".")))
        rest = [
            f"{name.replace('_', ' ')} = {self._told(value)}"
            for name, value in attrs.items()
            if name not in _NOT_TOLD and value != ""
        ]
        rest += [f"{head} = {value}" for head, value in printed.same if head.replace(" ", "_") not in attrs]
        if rest:
            told.append(Phrase("{facts}.", facts="; ".join(rest)))
        for name, phrase in _FILTERS:
            chosen = str(attrs.get(name, "all"))
            if chosen != "all" and not (chosen.startswith("all ") and chosen[4:].isdecimal()):
                told.append(Phrase(phrase.template, value=self._told(chosen)))
        return paragraph(told, self.say)

    def _told(self, value: Any) -> str:
        if isinstance(value, int | float) and not isinstance(value, bool):
            return f"{value:,}" if isinstance(value, int) else f"{value:.4g}"
        text = self.plain(value) if isinstance(value, Phrase) else str(value)
        return cut_short(text, _LONGEST)


def _picture(figure: "Figure", date: str, title: str, words: tuple[str, ...]) -> Picture:
    """A chart with all that is written in it."""
    from ..analysis.figures import drawn

    return Picture(drawn(figure, ".svg", date), drawn(figure, ".png", date), title, words)
