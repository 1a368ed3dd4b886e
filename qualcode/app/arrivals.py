"""Writing what files held into a project: documents, cases, codes and codings, as one import under way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat
from uuid import UUID

from ..domain.bundle import Bundle, ReadCase, ReadCode, ReadCodeSet, ReadCoding, ReadDocument
from ..domain.cases import Assignment, Case, Variable
from ..domain.codebook import PATH_SEPARATOR, Code, clean_name
from ..domain.coders import Coder
from ..domain.codings import Coding, PlacedCoding, Segment
from ..domain.documents import Document, clean
from ..domain.errors import Ambiguous, BadInput, NotFound, Phrase, Refused
from ..domain.folders import SEPARATOR
from ..domain.ids import new_id, new_ids
from ..domain.links import Link
from ..domain.memos import Memo
from ..store.contents import hash_of
from ..store.work import Work
from . import cases as case_actions
from .acting import coder_of
from .book import Book
from .code_sets import take_code_sets
from .codebook_arrivals import has_memo
from .judgements import Judgements, named
from .linking import checked_relation
from .naming import by_name
from .rewriting import renew, structure_of
from .variables import write_cells

EXISTS = ("", "skip", "replace", "keep-both")


@dataclass
class Report:
    """What an import did. `documents` are the records made or replaced, `changed` counts codings and comments that
    got what nobody had said of them yet, `kept` and `lost` are sentences for people, `skipped` names that were there
    already with the same content, `differing` counts codes of which a codebook says something else than ours still
    do."""

    documents: list[Document] = field(default_factory=list)
    cases: int = 0
    codes: int = 0
    codings: int = 0
    code_sets: int = 0
    changed: int = 0
    kept: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    differing: int = 0
    book: dict[str, int] = field(default_factory=dict)  # by `codebook_landing.COUNTED`, where codes were decided upon


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that was read: its name, its bytes (kept by hash), what it held, and the folder for its documents."""

    name: str
    data: bytes
    bundle: Bundle
    folder: str = ""


class Arriving:
    """One import under way."""

    def __init__(self, work: Work, exists: str, folder: str) -> None:
        self.work = work
        self.exists = exists
        self.folder = folder
        self.below = ""  # the folder of the present file within it
        self.report = Report()
        self.documents: dict[str, Document] = {}  # by the name in the file
        self._new: list[Document] = []  # that are not written yet
        self._names = by_name(work.read.documents())
        self._position = max((document.position for document in self._names.values()), default=-1) + 1
        self._cases = by_name(work.read.cases())
        self._coders = by_name(work.read.coders())
        self._texts: dict[str, str] = {}  # by hash
        self.judgements = Judgements()
        self._ids = chain.from_iterable(map(new_ids, repeat(100)))  # one at a time would take twice as long

    # ── documents ──────────────────────────────────────────────────────────────────────────────────────────
    def documents_of(self, bundle: Bundle, file: str, source: str) -> list[tuple[ReadDocument, Document]]:
        """Add the documents of a file, or treat those of their names as `exists` says; what each has become."""
        for read in bundle.documents:
            self._document_of(read, file, source, len(bundle.documents) == 1)
        self._write_new()
        return [(read, found) for read in bundle.documents if (found := self.documents.get(read.name))]

    def _write_new(self) -> None:
        """Write the new documents, all at once: a survey may hold very many."""
        self.work.add(self._new)
        self._new = []

    def _document_of(self, read: ReadDocument, file: str, source: str, alone: bool) -> None:
        name = clean_name(read.name, "document")
        known = self._names.get(name)
        same = self._same(name, hash_of(read.text))
        if same is not None:
            self.documents[read.name] = same
            self.report.skipped.append(name)
            return
        if known is not None and self.exists == "skip":
            self.report.skipped.append(name)
            return
        if known is not None and self.exists == "replace":
            self._replace(known, read, file, source if alone else "")
            return
        if known is not None and self.exists != "keep-both":
            raise Refused(
                "There is a document “{name}” with another content. Say --exists skip, replace or keep-both.",
                name=name,
            )
        document = Document(
            id=new_id(),
            name=self._free(name),
            content=self.work.keep(read.text),
            structure=self.work.keep(structure_of(read)),
            source=source if alone else "",
            source_name=file,
            format=read.format,
            language=read.language or _guess_language(read.text),
            speakers=read.speakers,
            folder=self._folder_of(read),
            characters=len(read.text),
            position=self._position,
            created=self.work.time,
        )
        self._position += 1
        self._keep(read, document)

    def _folder_of(self, read: ReadDocument) -> str:
        """The folder that was asked for, else the file's own for its answers; in it that of the directory."""
        own = "" if self.folder else " ".join(read.folder.replace(SEPARATOR, " ").split())
        return SEPARATOR.join(filter(None, (self.folder, self.below, own)))

    def _keep(self, read: ReadDocument, document: Document) -> None:
        self._new.append(document)
        self._names[document.name] = document
        self.documents[read.name] = document
        self.report.documents.append(document)

    def _same(self, name: str, content: str) -> Document | None:
        """The document of this name and content; where both were kept once, any of its numbered namesakes."""
        known = self._names.get(name)
        number = 2
        while known is not None and known.content != content:
            known = self._names.get(f"{name} ({number})") if self.exists == "keep-both" else None
            number += 1
        return known

    def _replace(self, known: Document, read: ReadDocument, file: str, source: str) -> None:
        self._write_new()  # it may be one of them
        result = renew(self.work, known, read, file, source)
        document = result.document
        self._names[clean_name(read.name, "document")] = self._names[document.name] = document
        self.documents[read.name] = document
        self.report.documents.append(document)
        self.report.kept.append(f"{known.name}: replaced; {result.moved} segments moved along")
        if result.doubtful:
            self.report.kept.append(f"{known.name}: {result.doubtful} segments to look at, as their words were changed")
        for part in result.doubtful_parts:
            self.report.kept.append(
                Phrase(
                    "{document}: look at the part of {case}, whose words were changed: “{words}”",
                    document=known.name,
                    case=part.case,
                    words=part.words,
                )
            )
        if result.lost:
            self.report.lost.append(f"{known.name}: {result.gone} segments whose words are gone")
            self.report.lost += [f"{known.name}: {', '.join(one.codes)}: “{one.words}”" for one in result.lost]
        if result.parts:
            self.report.lost.append(
                Phrase(
                    "{document}: {number} parts of cases whose words are gone",
                    document=known.name,
                    number=len(result.parts),
                )
            )
            self.report.lost += [f"{known.name}: {one.case}: “{one.words}”" for one in result.parts]

    def _free(self, name: str) -> str:
        if name not in self._names:
            return name
        number = 2
        while f"{name} ({number})" in self._names:
            number += 1
        return f"{name} ({number})"

    # ── cases ──────────────────────────────────────────────────────────────────────────────────────────────
    def _cases_named(self, names: Iterable[str]) -> list[Case]:
        """The cases of these names; those that are not there are made, all at once."""
        wanted = [clean_name(name, "case") for name in names]
        missing = [name for name in dict.fromkeys(wanted) if name not in self._cases]
        made = [Case(key, name, self.work.time) for key, name in zip(new_ids(len(missing)), missing, strict=True)]
        self.work.add(made)
        self._cases.update(zip(missing, made, strict=True))
        self.report.cases += len(made)
        return [self._cases[name] for name in wanted]

    def cases(self, found: Sequence[ReadCase]) -> None:
        """Add cases and their values; a case of that name gets the values."""
        if not found:
            return
        known = by_name(self.work.read.variables())
        variables: dict[str, Variable] = {}  # by the name in the file
        cells: list[tuple[Case, Variable, str]] = []
        for case, read in zip(self._cases_named(read.name for read in found), found, strict=True):
            for name, (variable_type, value) in read.values.items():
                if name not in variables:
                    title = clean_name(name, "variable")
                    variable = known.get(title) or case_actions.make_variable(self.work, title, variable_type)
                    variables[name] = known[title] = variable
                if clean(value).text.strip():  # an empty cell takes nothing away
                    cells.append((case, variables[name], value))
        write_cells(self.work, cells)

    def assign(self, found: Sequence[tuple[str, Document]]) -> None:
        """Say that documents belong to the cases of these names."""
        cases = self._cases_named(name for name, _ in found)
        wanted = dict.fromkeys((case.id, document.id) for case, (_, document) in zip(cases, found, strict=True))
        known: list[Assignment] = self.work.read.where("assignment", document={document for _, document in wanted})
        for one in known:
            if one.start is None and not one.speaker:
                wanted.pop((one.case, one.document), None)
        ids = new_ids(len(wanted))
        self.work.add([Assignment(key, *both, None, None, "") for key, both in zip(ids, wanted, strict=True)])

    # ── codes and codings ──────────────────────────────────────────────────────────────────────────────────
    def codes(self, found: Sequence[ReadCode], file: str) -> None:
        """Add the codes that are not there; fields of known codes are filled where they are empty."""
        if not found:
            return
        _require_once(found, file)
        book = Book(self.work)
        waiting = {read.path: read for read in found}
        for path in [read.path for read in found]:
            for depth in range(1, len(path) + 1):  # what lies above comes first, with what the file says of it
                read = waiting.pop(path[:depth], None)
                if read is not None:
                    self._code(book, read)
        self.report.codes += book.write()

    def _code(self, book: Book, read: ReadCode) -> None:
        code = book.at(read.path, read.kind, read.color, read.fields, read.id)
        words = clean(read.memo).text.strip()
        if not has_memo(words, [memo.text for memo in self.work.read.memos(code.id)]):
            coder = coder_of(self.work)
            self.work.add(Memo(new_id(), "code", code.id, code.name, "code", words, coder.id, self.work.time))

    def code_sets(self, found: Sequence[ReadCodeSet]) -> None:
        """Add the sets of codes that are not there, and to those that are the codes they lack."""
        self.report.code_sets += take_code_sets(self.work, found)

    def codings(self, found: Sequence[ReadCoding]) -> None:
        """Add codings; each is checked against the text it stands on."""
        if not found:
            return
        book = Book(self.work)
        codes = {path: book.at(path, "code") for path in dict.fromkeys(read.path for read in found)}
        self.report.codes += book.write()
        by_name: dict[str, list[ReadCoding]] = {}
        for read in found:
            by_name.setdefault(read.document, []).append(read)
        touched = {name: self._document(name) for name in by_name}
        for number, read in enumerate(found, start=2):  # the header is row 1 of the file
            self._check(read, touched[read.document], number)
        by_document: dict[UUID, list[ReadCoding]] = {}
        for name, part in by_name.items():
            by_document.setdefault(touched[name].id, []).extend(part)
        # a document at a time and in the order of the text: rows that are read together lie together
        documents = {document.id: document for document in touched.values()}
        for document in sorted(documents.values(), key=lambda document: (document.position, document.name)):
            self._write(by_document[document.id], document, codes)
        self.report.changed += self.judgements.write(self.work)
        self.report.lost += self.judgements.sentences()
        self.judgements = Judgements()
        self._link([read for read in found if read.links])

    def _link(self, found: Sequence[ReadCoding]) -> None:
        """Add the links of these codings whose both ends are there now; the same link is there once."""
        read = self.work.read
        mine = self.work.coder

        def end(name: str, start: int, finish: int, coder: str) -> UUID | None:
            try:
                document = self._document(name)
            except (NotFound, Ambiguous):
                return None
            who = self._coders.get(coder or mine)
            segment = read.segment_at(document.id, start, finish, who.id) if who is not None else None
            return segment.id if segment is not None else None

        wanted: dict[tuple[UUID, UUID, str], str] = {}
        lost: set[tuple[str, str, int, int, str]] = set()
        for coding in found:
            here = end(coding.document, coding.start, coding.end, coding.coder)
            for link in coding.links:
                there = end(link.document, link.start, link.end, link.coder)
                if here is None or there is None:
                    lost.add((link.relation, link.document, link.start, link.end, link.coder))
                elif here != there:
                    source, target = (there, here) if link.incoming else (here, there)
                    wanted.setdefault((source, target, checked_relation(link.relation)), link.comment)
        ends = {key for source, target, _ in wanted for key in (source, target)}
        for known in read.links(ends):
            wanted.pop((known.source, known.target, known.relation), None)
        if wanted:
            coder = coder_of(self.work).id
            self.work.add(
                Link(next(self._ids), source, target, relation, clean(comment).text.strip(), coder, self.work.time)
                for (source, target, relation), comment in wanted.items()
            )
        if lost:
            self.report.lost.append(Phrase("{number} links to segments that are not there", number=len(lost)))

    def _write(self, found: Sequence[ReadCoding], document: Document, codes: dict[tuple[str, ...], Code]) -> None:
        """Add the codings of one document, and the segments that they are the first on."""
        known = self._known(document)
        names = {coder.id: coder.name for coder in self._coders.values()}
        standing = {  # the segments by start, end and coder's name, each with the codes (numbers) it carries
            (segment.start, segment.end, names[segment.coder]): (segment.id, {code.int for code in codings})
            for segment, codings in known.values()
        }
        new_segments: list[Segment] = []
        new_codings: list[Coding] = []
        for read in sorted(found, key=lambda read: (read.start, -read.end)):
            coder = self._coder(read.coder or self.work.coder)
            place = (read.start, read.end, coder.name)
            if place not in standing:
                comment = clean(read.comment).text if read.comment else ""
                made = next(self._ids), document.id, coder.id, read.start, read.end, comment, self.work.time
                segment = Segment(*made, used=read.used)
                new_segments.append(segment)
                standing[place] = (segment.id, set())
            segment_id, carried = standing[place]
            code = codes[read.path].id
            if segment_id in known:
                self._meet(read, document, code, *known[segment_id])
            if code.int not in carried:  # a number is looked up several times as fast as a UUID
                carried.add(code.int)
                discuss = clean(read.discuss).text.strip() if read.discuss else read.discuss
                said = (read.certainty, read.mark, discuss, read.facet)
                new_codings.append(Coding(next(self._ids), segment_id, code, read.weight, self.work.time, *said))
        self.work.add(new_segments)
        self.work.add(new_codings)
        self.report.codings += len(new_codings)

    def _meet(
        self, read: ReadCoding, document: Document, code: UUID, segment: Segment, codings: dict[UUID, PlacedCoding]
    ) -> None:
        """A row of the file on a segment that was there before."""

        def name() -> str:
            return named(document, read.path[-1], self._texts[document.content], read.start, read.end)

        self.judgements.comment(read, segment, name)
        self.judgements.used(read, segment, name)
        if code in codings:
            self.judgements.meet(read, codings[code], name)

    def _known(self, document: Document) -> dict[UUID, tuple[Segment, dict[UUID, PlacedCoding]]]:
        """The segments that a document had before, each with its codings by code."""
        codings: dict[UUID, dict[UUID, PlacedCoding]] = {}
        for coding in self.work.read.placed(document=document.id):
            codings.setdefault(coding.segment, {})[coding.code] = coding
        return {one.id: (one, codings.get(one.id, {})) for one in self.work.read.segments_of(document.id)}

    def _document(self, name: str) -> Document:
        document = self.documents.get(name) or self._names.get(name)
        if document is None:
            from .naming import find_document

            document = find_document(self.work.read, name)
        return document

    def _check(self, read: ReadCoding, document: Document, number: int) -> None:
        if document.content not in self._texts:
            self._texts[document.content] = self.work.read.text(document)
        text = self._texts[document.content]
        if not 0 <= read.start < read.end <= len(text):
            raise BadInput(
                "Row {row}: characters {start} to {end} are not in “{document}”, which has {length}.",
                row=number,
                start=read.start,
                end=read.end,
                document=document.name,
                length=len(text),
            )
        if read.quote and text[read.start : read.end] != read.quote:
            raise BadInput(
                "Row {row}: the text of “{document}” from {start} to {end} is not the quote beside it. The positions "
                "belong to another version of the document.",
                row=number,
                document=document.name,
                start=read.start,
                end=read.end,
            )

    def _coder(self, name: str) -> Coder:
        if name not in self._coders:
            tidy = clean_name(name, "coder")
            if tidy not in self._coders:
                self._coders[tidy] = Coder(new_id(), tidy, self.work.time)
                self.work.add(self._coders[tidy])
            self._coders[name] = self._coders[tidy]
        return self._coders[name]


def _require_once(found: Sequence[ReadCode], file: str) -> None:
    seen: set[tuple[str, ...]] = set()
    for read in found:
        if read.path in seen:
            raise BadInput(
                "Row {row} of “{name}” repeats the code “{path}”. Keep one of the two rows.",
                row=read.row,
                name=file,
                path=PATH_SEPARATOR.join(read.path),
            )
        seen.add(read.path)


def _guess_language(text: str) -> str:
    from ..language.detect import guess_language

    return guess_language(text)
