"""Which reader reads which file: looks at the file first, then at its first bytes, then hands it on."""

import stat
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ..domain.bundle import Bundle, ReadOptions
from ..domain.errors import BadInput
from ..domain.progress import SILENT, Progress
from . import languages
from .guards import FILE_LIMIT, reading

if TYPE_CHECKING:
    from .tables import Table

Reader = Callable[[str, bytes, ReadOptions, Progress], Bundle]

SUFFIXES: dict[str, str] = {
    ".txt": "Plain text",
    ".md": "Markdown",
    ".docx": "Word document",
    ".odt": "OpenDocument text",
    ".rtf": "Rich text",
    ".html": "Web page",
    ".htm": "Web page",
    ".xhtml": "Web page",
    ".epub": "Electronic book",
    ".pdf": "PDF with text",
    ".vtt": "Subtitles (WebVTT)",
    ".srt": "Subtitles (SubRip)",
    ".csv": "Table",
    ".tsv": "Table, separated by tabs",
    ".xlsx": "Excel table",
    ".xls": "Excel table (97–2003)",
    ".ods": "OpenDocument table",
    ".json": "Codebook (JSON)",
    ".qdc": "Codebook of another program (REFI-QDA)",
}

_MODULES = {
    "plain": (".txt", ".md"),
    "word": (".docx",),
    "opendocument": (".odt",),
    "rich": (".rtf",),
    "markup": (".html", ".htm", ".xhtml"),
    "book": (".epub",),
    "portable": (".pdf",),
    "subtitles": (".vtt", ".srt"),
    "tables": (".csv", ".tsv", ".xlsx", ".xls", ".ods", ".json"),
    "codebook_qdc": (".qdc",),
}
TABLES = _MODULES["tables"]
_MODULE_OF = {suffix: module for module, suffixes in _MODULES.items() for suffix in suffixes}
_FIND_OUT = ReadOptions()
_KINDS = ("", "document", "survey", "codebook", "segments")


def read_file(path: Path, options: ReadOptions = _FIND_OUT, progress: Progress = SILENT) -> Bundle:
    """Read one file of any known kind.

    Raises `BadInput` with one sentence for whatever cannot be read, `Cancelled` when the user stops.
    """
    return read_bytes(path.name, load(path), options, progress)


def load(path: Path) -> bytes:
    """The bytes of an ordinary file, read once. Raises `BadInput` when it is none or over the limit."""
    name = path.name or str(path)
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise BadInput("“{name}” is a folder. Choose the files in it.", name=name)
        if not stat.S_ISREG(about.st_mode):
            raise BadInput("“{name}” is a device or a pipe, not a file. Save what it gives to a file first.", name=name)
        _check_size(name, about.st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise BadInput("There is no file “{name}”. Check the name and the folder.", name=str(path)) from None
    except PermissionError:
        raise BadInput("You may not read “{name}”. Ask its owner or copy it elsewhere.", name=name) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise BadInput("“{name}” cannot be read: {reason}.", name=name, reason=reason) from None


def read_bytes(name: str, data: bytes, options: ReadOptions = _FIND_OUT, progress: Progress = SILENT) -> Bundle:
    """`read_file` for bytes at hand; `name` gives the suffix and the document's name."""
    _check_size(name, len(data))
    if options.kind not in _KINDS:
        raise BadInput(
            "“{kind}” is not a kind of import. Use document, survey, codebook or segments.", kind=options.kind
        )
    if options.language:
        options = replace(options, language=languages.checked(options.language))
    suffix = "." + name.rpartition(".")[2].casefold() if "." in name else ""
    suffix = ".md" if suffix == ".markdown" else suffix
    _check_content(name, suffix, data)
    if suffix not in _MODULE_OF:
        raise BadInput(
            "“{name}” is of a kind that is not known here. Readable are {suffixes}.",
            name=name,
            suffixes=", ".join(SUFFIXES),
        )
    if options.kind not in ("", "document") and _MODULE_OF[suffix] not in ("tables", "codebook_qdc"):
        raise BadInput(
            "“{name}” is no table and cannot be read as a {kind}. Leave the kind out or give a .csv.",
            name=name,
            kind=options.kind,
        )
    progress.tick(0, 0, name)
    with reading(name, SUFFIXES[suffix]):
        module = import_module(f".{_MODULE_OF[suffix]}", __package__)
        bundle = cast(Reader, module.read)(name, data, options, progress)
    _check_words(name, bundle)
    return bundle


def read_table(path: Path, progress: Progress = SILENT) -> "Table":
    """A table file as the rows it has, whatever they are about. Raises `BadInput` as `read_file` does."""
    from . import tables

    data = load(path)
    _check_size(path.name, len(data))
    suffix = path.suffix.casefold()
    _check_content(path.name, suffix, data)
    if _MODULE_OF.get(suffix) != "tables":
        raise BadInput(
            "“{name}” is no table. Save it as one of {suffixes}.", name=path.name, suffixes=", ".join(TABLES)
        )
    with reading(path.name, SUFFIXES[suffix]):
        return tables.read_table(path.name, data, _FIND_OUT, progress)


def _check_size(name: str, size: int) -> None:
    if size == 0:
        raise BadInput("“{name}” is empty. Check that it was saved or copied completely.", name=name)
    if size > FILE_LIMIT:
        raise BadInput(
            "“{name}” has {size} MB; the limit is {limit} MB. Split it and import the parts.",
            name=name,
            size=f"{size / 1_000_000:,.0f}",
            limit=FILE_LIMIT // 1_000_000,
        )


def _check_words(name: str, bundle: Bundle) -> None:
    """A file without a single word is a mistake of its sender: nothing of it could be coded."""
    if bundle.cases or bundle.codes or bundle.codings or any(doc.text.strip() for doc in bundle.documents):
        return
    if bundle.lost:
        raise BadInput(
            "“{name}” has no text of its own, only {lost}. Copy what you need into the text and save it.",
            name=name,
            lost=bundle.lost,
        )
    raise BadInput("“{name}” has no text. Check that it was saved or copied completely.", name=name)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPPED = (".docx", ".odt", ".epub", ".xlsx", ".ods")
_TEXTS = (".txt", ".md", ".csv", ".tsv", ".vtt", ".srt", ".json", ".html", ".htm", ".xhtml", ".qdc")


def _check_content(name: str, suffix: str, data: bytes) -> None:
    """Say what a file really is when it is not what its name says."""
    really = _sniffed(data)
    if suffix == ".doc" and really in ("ole", "text", ""):
        raise BadInput("“{name}” is in the format of Word 97–2003. Save it as .docx, then import it again.", name=name)
    if suffix == ".doc":
        raise BadInput(
            "“{name}” is {really}, not a Word document. Rename it to end in {suffix}, then import it again.",
            name=name,
            really=_REALLY[really][0],
            suffix=_REALLY[really][1],
        )
    if suffix in _ZIPPED and really != "zip":
        _refuse_zipped(name, suffix, really)
    if (suffix == ".rtf" and really != "rtf") or (suffix == ".pdf" and really not in ("pdf", "")):
        _refuse(name, suffix, really)
    if suffix in _TEXTS and really in ("zip", "ole", "pdf", "rtf"):
        _refuse(name, suffix, really)


_REALLY = {
    "html": ("a web page", ".html"),
    "rtf": ("rich text", ".rtf"),
    "pdf": ("a PDF", ".pdf"),
    "zip": ("a zip file (perhaps a Word document, .docx)", ".zip or .docx"),
    "ole": ("an old Office file or a protected one", ".doc"),
    "xml": ("an XML file", ".xml"),
    "text": ("plain text", ".txt"),
}


def _refuse(name: str, suffix: str, really: str) -> None:
    what, better = _REALLY.get(really, ("of another kind", "what it is"))
    raise BadInput(
        "“{name}” is named {suffix} but is {what}. Rename it to end in {better}, then import it again.",
        name=name,
        suffix=suffix,
        what=what,
        better=better,
    )


def _refuse_zipped(name: str, suffix: str, really: str) -> None:
    if really == "ole":
        raise BadInput(
            "“{name}” is protected by a password or an old Office file named {suffix}. Save it as {suffix} "
            "without a password, then import it again.",
            name=name,
            suffix=suffix,
        )
    if really == "xml":
        raise BadInput(
            "“{name}” is a single XML file (flat XML), not a {suffix}. Open it in its own program and save "
            "it as {suffix}, then import it again.",
            name=name,
            suffix=suffix,
        )
    if really == "":
        raise BadInput(
            "“{name}” is no {kind}: its first bytes are wrong. Fetch or save it again.",
            name=name,
            kind=SUFFIXES[suffix],
        )
    _refuse(name, suffix, really)


def _sniffed(data: bytes) -> str:
    """What the first bytes say: html, rtf, pdf, zip, ole, xml, text, or "" when they say nothing."""
    head = data[:4096]
    bare = head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"")
    for magic, kind in ((b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (_OLE, "ole"), (b"{\\rtf", "rtf")):
        if bare.startswith(magic) or head.startswith(magic):
            return kind
    if b"%PDF-" in head[:1024]:
        return "pdf"
    lowered = bare[:1000].lower()
    if lowered.startswith(b"<?xml") and b"<html" not in lowered:
        return "xml"
    if lowered.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in lowered[:500]:
        return "html"
    odd = sum(1 for byte in head if byte < 9 or 13 < byte < 32)
    return "text" if odd * 20 < max(len(head), 1) else ""
