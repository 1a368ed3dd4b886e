"""The project as pandas tables, for notebooks; ids are always there.

They hold the real words and names: redactions and display ids are for exports, which go through `app.quoting`.
"""

from typing import TYPE_CHECKING, Any

from ..domain.codebook_entries import CODEBOOK_COLUMNS
from ..domain.column_names import columns_beside
from ..domain.documents import turns
from ..store import pages
from .codebook_entries import codebook_entries
from .tables import MARK_COLUMNS, SEGMENT_COLUMNS, SEGMENT_ID_COLUMNS, segment_rows

if TYPE_CHECKING:
    import pandas as pd

    from .project import Project


class Frames:
    """One property per table; each is read anew when it is asked for."""

    def __init__(self, project: "Project") -> None:
        self._project = project

    @property
    def codings(self) -> "pd.DataFrame":
        """A row per coding: the columns of the table *segments*, then coding_id, segment_id, document_id, …, then
        certainty, mark, discuss, links."""
        with self._project.read() as read:
            rows = segment_rows(read, ids=True, marks=True)
            return _frame(rows, (*SEGMENT_COLUMNS, *SEGMENT_ID_COLUMNS, *MARK_COLUMNS))

    @property
    def links(self) -> "pd.DataFrame":
        """A row per link: id, relation, comment, coder, created, and of source and target: segment id, document,
        start, end, text."""
        end_columns = ("", "_document", "_start", "_end", "_text")
        columns = tuple(f"{end}{column}" for end in ("source", "target") for column in end_columns)
        with self._project.read() as read:
            coders = {coder.id: coder.name for coder in read.coders()}
            documents = {document.id: document for document in read.documents()}
            links = read.links()
            keys = {key for link in links for key in (link.source, link.target)}
            places: dict[Any, tuple[Any, ...]] = {}
            for segment in sorted(read.records("segment", keys), key=lambda segment: segment.document):
                document = documents[segment.document]
                words = read.text(document)[segment.start : segment.end]
                places[segment.id] = (str(segment.id), document.name, segment.start, segment.end, words)
            rows = [
                (
                    str(link.id),
                    link.relation,
                    link.comment,
                    coders[link.coder],
                    link.created,
                    *places[link.source],
                    *places[link.target],
                )
                for link in links
            ]
        return _frame(rows, ("id", "relation", "comment", "coder", "created", *columns))

    @property
    def segments(self) -> "pd.DataFrame":
        """A row per segment: id, document, coder, start, end, comment, created, codings, text."""
        columns = ("id", "document", "coder", "start", "end", "comment", "created", "codings", "text")
        rows = []
        with self._project.read() as read:
            coders = {coder.id: coder.name for coder in read.coders()}
            for document in read.documents():
                text = read.text(document)
                counts: dict[Any, int] = {}
                for coding in read.placed(document=document.id):
                    counts[coding.segment] = counts.get(coding.segment, 0) + 1
                rows += [
                    (
                        str(segment.id),
                        document.name,
                        coders[segment.coder],
                        segment.start,
                        segment.end,
                        segment.comment,
                        segment.created,
                        counts.get(segment.id, 0),
                        text[segment.start : segment.end],
                    )
                    for segment in read.segments_of(document.id)
                ]
        return _frame(rows, columns)

    @property
    def documents(self) -> "pd.DataFrame":
        """A row per document: id, name, case, language, text, characters, turns, codings."""
        columns = ("id", "name", "case", "language", "text", "characters", "turns", "codings")
        rows = []
        with self._project.read() as read:
            names = {case.id: case.name for case in read.cases()}
            counts = pages.counts_by_document(read, pages.EVERYTHING)
            for document in read.documents():
                text = read.text(document)
                cases = dict.fromkeys(names[one.case] for one in read.assignments(document=document.id))
                rows.append(
                    (
                        str(document.id),
                        document.name,
                        "; ".join(cases),
                        document.language,
                        text,
                        document.characters,
                        len(turns(text, document.speakers)),
                        counts.get(document.id, 0),
                    )
                )
        return _frame(rows, columns)

    @property
    def turns(self) -> "pd.DataFrame":
        """A row per turn: document, document_id, turn, speaker, start, end, text."""
        rows = []
        with self._project.read() as read:
            for document in read.documents():
                text = read.text(document)
                rows += [
                    (
                        document.name,
                        str(document.id),
                        turn.number,
                        turn.speaker,
                        turn.start,
                        turn.end,
                        text[turn.body : turn.end],
                    )
                    for turn in turns(text, document.speakers)
                ]
        return _frame(rows, ("document", "document_id", "turn", "speaker", "start", "end", "text"))

    @property
    def codes(self) -> "pd.DataFrame":
        """A row per code: the columns of the table *codebook*."""
        with self._project.read() as read:
            return _frame((entry.cells() for entry in codebook_entries(read)), CODEBOOK_COLUMNS)

    @property
    def cases(self) -> "pd.DataFrame":
        """A row per case: id, name, then one column per variable; numbers as numbers. A variable that is called like
        one of the first two is “id (variable)”."""
        with self._project.read() as read:
            variables = read.variables()
            values = {(value.case, value.variable): value.text for value in read.values()}
            rows = [
                (str(case.id), case.name, *(values.get((case.id, variable.id)) for variable in variables))
                for case in read.cases()
            ]
        fixed = ("id", "name")
        columns = columns_beside(fixed, [variable.name for variable in variables], "variable")
        frame = _frame(rows, (*fixed, *columns))
        for variable, column in zip(variables, columns, strict=True):
            if variable.type == "number":
                frame[column] = frame[column].astype(float)
        return frame

    @property
    def memos(self) -> "pd.DataFrame":
        """A row per memo: id, about_kind, about, title, kind, text, coder, created, changed, dated (None: not set)."""
        with self._project.read() as read:
            coders = {coder.id: coder.name for coder in read.coders()}
            rows = [
                (
                    str(memo.id),
                    memo.about_kind,
                    str(memo.about),
                    memo.title,
                    memo.kind,
                    memo.text,
                    coders[memo.coder],
                    memo.created,
                    memo.changed,
                    memo.dated,
                )
                for memo in read.memos()
            ]
        columns = ("id", "about_kind", "about", "title", "kind", "text", "coder", "created", "changed", "dated")
        return _frame(rows, columns)

    @property
    def steps(self) -> "pd.DataFrame":
        """A row per step: number, time, coder, action, summary, reverts."""
        rows = [
            (step.number, step.time, step.coder, step.action, step.summary, step.reverts)
            for step in self._project.history()
        ]
        frame = _frame(rows, ("number", "time", "coder", "action", "summary", "reverts"))
        frame["reverts"] = frame["reverts"].astype("Int64")
        return frame


def _frame(rows: Any, columns: tuple[str, ...]) -> "pd.DataFrame":
    import pandas as pd

    return pd.DataFrame.from_records(list(rows), columns=list(columns))
