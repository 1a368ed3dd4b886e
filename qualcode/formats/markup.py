"""Web pages (.html): block elements become lines, nothing is run, resolved or fetched."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from ..domain.bundle import Bundle, ReadOptions
from ..domain.errors import BadInput
from ..domain.progress import Progress
from . import encodings
from .drafts import Draft
from .guards import Element
from .losses import counted

_BLOCKS_TEXT = """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre
    section summary table tbody tfoot thead tr caption ul option
"""
_BLOCKS = frozenset(_BLOCKS_TEXT.split())
_DROPPED = {
    "script": "script",
    "style": "",
    "head": "",
    "template": "",
    "noscript": "",
    "iframe": "embedded page",
    "frame": "embedded page",
    "object": "embedded object",
    "embed": "embedded object",
    "applet": "embedded object",
    "img": "picture",
    "svg": "picture",
    "canvas": "picture",
    "video": "video",
    "audio": "sound",
    "rt": "",
    "rp": "",
    "select": "",
    "textarea": "",
    "input": "",
}
_CHARSET = re.compile(
    rb"""<(?:meta[^<>]{0,300}?charset|\?xml[^<>]{0,300}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""",
    re.IGNORECASE,
)
_TICK = 2_000


def read(name: str, data: bytes, options: ReadOptions, progress: Progress) -> Bundle:
    """A .html or .xhtml file as one document."""
    decoded = decode_page(name, data, options.encoding)
    draft = Draft(name.rpartition(".")[0] or name)
    lost: Counter[str] = Counter()
    language = write_page(draft, decoded.text, lost, progress)
    document = draft.document("html", options, encoding=decoded.encoding, language=language)
    return Bundle(
        documents=(document,),
        lost=tuple(counted(number, what) for what, number in lost.items()),
        notes=decoded.notes,
    )


def decode_page(name: str, data: bytes, encoding: str = "") -> encodings.Decoded:
    """Bytes to text: what the user says, a byte order mark, the page's own word if it fits, else a guess."""
    if encoding:
        return encodings.decode(name, data, encoding, "a web page")
    found = encodings.guess(data)
    declared = _CHARSET.search(data[:60_000])
    if found.confidence < 1 and declared and not found.encoding.startswith(("utf-16", "utf-32")):
        try:
            label = declared[1].decode("ascii").casefold()
            # browsers read ISO-8859-1 as Windows-1252, and GB2312 as its successor
            label = {"iso-8859-1": "cp1252", "us-ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}.get(
                label, label
            )
            if label == "utf-8":
                return encodings.decode_mixed(data)
            if not label.startswith("utf-"):
                return encodings.decode(name, data, label, "a web page")
        except BadInput:
            pass  # the page says something that its bytes deny: the guess stands
    return encodings.decode(name, data, "", "a web page")


def write_page(draft: Draft, text: str, lost: Counter[str], progress: Progress) -> str:
    """Write the words of a page into `draft`, count what is dropped; the page's language, or ""."""
    from lxml import etree

    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding="utf-8")
    # lone surrogates and NUL cannot pass the parser; a declared charset must not be believed again
    source = text.lstrip("\ufeff").replace("\0", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(_unnested(source), parser)
    except etree.XMLSyntaxError as error:
        if "empty" in str(error).casefold():
            return ""
        raise
    if root is None:
        return ""
    _Walk(draft, lost, progress).run(root)
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return declared.split("-")[0].casefold() if re.fullmatch(r"[A-Za-z]{2,3}(-.*)?", declared) else ""


def _unnested(source: bytes) -> bytes:
    """Take out plain containers when they are nested deeper than the parser goes; their text stays."""
    depth = deepest = 0
    for match in re.finditer(rb"<(/?)(?:div|span|font|b|i|u|em|strong|blockquote)\b[^<>]*>", source, re.IGNORECASE):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest < 200:
        return source
    return re.sub(rb"</?(?:div|span|font|b|i|u|em|strong|blockquote)\b[^<>]*>", b"\n", source, flags=re.IGNORECASE)


@dataclass(slots=True)
class _Walk:
    """A pass over the tree without recursion: (element, leaving) pairs on a stack."""

    draft: Draft
    lost: Counter[str]
    progress: Progress
    starts: dict[Element, int] = field(default_factory=dict)
    cells: dict[Element, int] = field(default_factory=dict)
    verbatim: int = 0
    blank_owed: bool = False
    cell_start: int = -1

    def run(self, root: Element) -> None:
        stack: list[tuple[Element, bool]] = [(root, False)]
        done = 0
        while stack:
            element, leaving = stack.pop()
            if leaving:
                self.leave(element)
                continue
            done += 1
            if done % _TICK == 0:
                self.progress.tick(done, 0, self.draft.name)
            tag = element.tag if isinstance(element.tag, str) else ""
            stack.append((element, True))
            if tag in _DROPPED:
                if _DROPPED[tag]:
                    self.lost[_DROPPED[tag]] += 1
                continue
            self.enter(element, tag)
            stack.extend((child, False) for child in reversed(element))

    def enter(self, element: Element, tag: str) -> None:
        if tag == "br":
            self._line()
        elif tag in ("td", "th"):
            row = element.getparent()
            before = self.cells.get(row, 0) if row is not None else 0
            if before:
                self.blank_owed = False
                self.draft.write("\t")
            if row is not None:
                self.cells[row] = before + 1
            self.cell_start = self.draft.length
        elif tag in _BLOCKS:
            self._end_line()
        self.verbatim += tag == "pre"
        self.starts[element] = self.draft.length
        self.write(element.text)

    def leave(self, element: Element) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        start = self.starts.pop(element, None)
        if start is not None:
            if tag in ("td", "th"):
                self.blank_owed = False
                self.draft.drop_line_ends(start)
            else:
                self._mark(tag, start)
            self.verbatim -= tag == "pre"
            if tag in _BLOCKS:
                self._end_line()
        self.write(element.tail)

    def _mark(self, tag: str, start: int) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.draft.mark(start, "heading", tag[1])
        elif tag == "li":
            self.draft.mark(start, "list")
        elif tag == "tr":
            self.draft.mark(start, "row")
        elif tag == "table":
            self.draft.mark(start, "table")

    def write(self, text: str | None) -> None:
        """Text with white space as a browser shows it: one blank, none at the start of a line."""
        if not text:
            return
        if self.verbatim:
            self.draft.write(text)
            return
        words = re.split(r"[ \t\r\n\f]+", text)
        if len(words) == 1:
            self._write_after_blank(text)
            return
        self.blank_owed = self.blank_owed or words[0] == ""
        inner = " ".join(word for word in words if word)
        if inner:
            self._write_after_blank(inner)
        self.blank_owed = words[-1] == "" or (self.blank_owed and not inner)

    def _write_after_blank(self, text: str) -> None:
        if self.blank_owed and not self.draft.at_line_start:
            self.draft.write(" ")
        self.blank_owed = False
        self.draft.write(text)

    def _line(self) -> None:
        self.blank_owed = False
        self.draft.write("\n")

    def _end_line(self) -> None:
        self.blank_owed = False
        if not self.draft.at_line_start and self.draft.length != self.cell_start:
            self.draft.write("\n")
