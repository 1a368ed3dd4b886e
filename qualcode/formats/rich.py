"""Rich text (.rtf) through striprtf, with its surrogate halves joined again."""

import codecs
import re
from typing import NoReturn

from ..domain.bundle import Bundle, ReadOptions
from ..domain.errors import BadInput
from ..domain.progress import Progress
from . import encodings
from .drafts import Draft
from .losses import counted

_DEPTH_LIMIT = 2_000  # groups in groups; word processors stay below a hundred
_LEFT_OUT = (
    ("picture", re.compile(rb"\\pict(?![a-z])")),
    ("footnote", re.compile(rb"\\footnote(?![a-z])")),
    ("comment", re.compile(rb"\\\*\\annotation(?![a-z])")),
    ("embedded object", re.compile(rb"\\object(?![a-z])")),
)


def read(name: str, data: bytes, options: ReadOptions, progress: Progress) -> Bundle:
    """A .rtf file as one document: paragraphs and table cells; headings are not told apart in this format."""
    from striprtf.striprtf import rtf_to_text

    bare = _without_binary(name, _known_code_page(data))
    depth, closed = _groups(bare)
    if depth > _DEPTH_LIMIT:
        raise BadInput(
            "“{name}” is nested too deeply to be read. Save it anew in its own program and import it.",
            name=name,
        )
    if not closed:
        _refuse_cut(name)
    progress.tick(0, 2, name)
    # every byte becomes one character; the format itself says which code page a \'hh means
    source = _prepared(bare.decode("latin-1"))
    decoded = rtf_to_text(source, encoding=_code_page(options), errors="replace")  # type: ignore[no-untyped-call]
    text = str(decoded).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    progress.tick(1, 2, name)
    draft = Draft(name.rpartition(".")[0] or name)
    _write(draft, text)
    lost = tuple(counted(len(found), what) for what, pattern in _LEFT_OUT if (found := pattern.findall(data)))
    document = draft.document("rtf", options)
    progress.tick(2, 2, name)
    return Bundle(documents=(document,), lost=lost)


_ROW, _CELL, _ROW_END = "\x1d", "\x1f", "\x1e"
_WORDS = re.compile(r"\\\\|\\(trowd|nestcell|cell|nestrow|row)(?![a-z])(?:-?\d+)? ?|\bHYPERLINK\b")


def _prepared(source: str) -> str:
    """Put characters no text has where rows and cells begin and end, and hide link targets: striprtf writes
    both into the text, as “|” and as `words("target")`."""

    def replaced(match: re.Match[str]) -> str:
        word = match[1]
        if match.group() == "HYPERLINK":
            return "LINK"
        if word is None:
            return match.group()
        if word == "trowd":
            return _ROW + "\\trowd "
        return (_CELL if word.endswith("cell") else _ROW_END) + "\\plain "

    return _WORDS.sub(replaced, re.sub(f"[{_ROW}{_CELL}{_ROW_END}]", "", source))


def _write(draft: Draft, text: str) -> None:
    """The text with tables as rows of cells parted by tabs, and marks over rows and tables."""
    if _ROW_END not in text:
        draft.write(re.sub(f"[{_ROW}{_CELL}]", "", text))
        return
    rows = text.split(_ROW_END)
    table = -1
    for row in rows[:-1]:
        before, opened, inside = row.partition(_ROW)
        if not opened:
            before, inside = "", row
        if before.strip():
            if table >= 0:
                draft.mark(table, "table")
            table = -1
            draft.write(before)
            draft.end_line()
        if table < 0:
            table = draft.length
        start = draft.length
        cells = inside.replace(_ROW, "").split(_CELL)
        draft.write("\t".join(cell.strip("\n") for cell in cells[: max(1, len(cells) - 1)]))
        draft.mark(start, "row")
        draft.write("\n")
    if table >= 0:
        draft.mark(table, "table")
    draft.write(re.sub(f"[{_ROW}{_CELL}]", "", rows[-1]))


def _refuse_cut(name: str) -> NoReturn:
    raise BadInput("“{name}” is cut off or damaged: its end is missing. Fetch or save it again.", name=name)


def _groups(data: bytes) -> tuple[int, bool]:
    """How deep groups lie in groups, and whether the outermost one is closed: what follows it is not looked at
    by other programs either."""
    depth = deepest = 0
    closed = False
    for match in re.finditer(rb"\\[{}\\]|[{}]", data):
        if match.group() == b"{":
            depth += 1
            deepest = max(deepest, depth)
        elif match.group() == b"}":
            depth -= 1
            closed = closed or depth <= 0
    return deepest, closed


_BINARY = re.compile(rb"\\[{}\\]|\\bin(\d{1,12}) ?")


def _without_binary(name: str, data: bytes) -> bytes:
    """`\\binN` is followed by N bytes that are no text. Raises `BadInput` when the file ends before they do."""
    pieces: list[bytes] = []
    position = 0
    match = _BINARY.search(data)
    while match is not None:
        end = match.end()
        if match[1] is not None:  # else a brace or backslash of the text
            pieces.append(data[position : match.start()])
            position = end = end + int(match[1])
            if end > len(data):
                _refuse_cut(name)
        match = _BINARY.search(data, end)
    pieces.append(data[position:])
    return b"".join(pieces)


def _code_page(options: ReadOptions) -> str:
    if options.encoding:
        return encodings.checked(options.encoding)
    return "cp1252"  # until the file itself names one


def _known_code_page(data: bytes) -> bytes:
    """The file without the name of a code page that Python does not know."""
    match = re.search(rb"\\ansicpg(\d{1,9})", data)
    if match is None:
        return data
    try:
        codecs.lookup(f"cp{match[1].decode()}")
    except LookupError:
        return data[: match.start()] + data[match.end() :]
    return data
