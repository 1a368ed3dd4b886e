"""The part of Markdown that memos are written in: headings, lists, quotes, code, bold and italics.

Written from the CommonMark specification, without its links, pictures and HTML: these stay as they are written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_ITEM = re.compile(r"([ \t]*)(?:([-*+])|(\d{1,9})[.)])[ \t]+(.*)$")
_QUOTE = re.compile(r" {0,3}>[ ]?(.*)$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")
_MARKED = re.compile(
    r"\\(?P<plain>[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`+)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|(?P<both>\*\*\*(?=\S)(?P<both_words>.+?)(?<=\S)\*\*\*)"
    r"|(?P<bold>(?P<stars>\*\*|(?<!\w)__)(?=\S)(?P<bold_words>.+?)(?<=\S)(?P=stars)(?!\*))"
    r"|(?P<italic>(?P<star>\*|(?<!\w)_)(?=[^\s*])(?P<italic_words>.+?)(?<=[^\s])(?P=star)(?![\w*]|(?<=_)\w))",
    re.DOTALL,
)
_TAG = re.compile(r"<(?=[a-zA-Z/!?])(?!https?:|mailto:)")
_DEEPEST = 6  # levels of headings there are


@dataclass(frozen=True, slots=True)
class Span:
    """Words that look alike."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: `kind` is text, heading (of `level` 1 to 6), bullet, number (with its `number`; both indented by
    `level` from 0), quote, code or rule."""

    kind: str
    spans: tuple[Span, ...]
    level: int = 0
    number: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(span.text for span in self.spans)


def blocks(text: str) -> list[Block]:
    """The blocks of a text. Line breaks within a paragraph are kept, as people set them in notes."""
    return list(_Reader(text.split("\n")).blocks())


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._at = 0

    def blocks(self) -> Iterator[Block]:
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.strip():
                self._at += 1
            elif fence := _FENCE.match(line):
                yield self._code(fence[1])
            elif heading := _HEADING.match(line):
                self._at += 1
                yield Block("heading", spans(heading[2] or ""), len(heading[1]))
            elif _RULE.match(line):
                self._at += 1
                yield Block("rule", ())
            elif _QUOTE.match(line):
                yield from self._quote()
            elif item := _ITEM.match(line):
                yield self._item(item)
            else:
                yield self._paragraph()

    def _code(self, fence: str) -> Block:
        end = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
        self._at += 1
        found = []
        while self._at < len(self._lines) and not end.match(self._lines[self._at]):
            found.append(self._lines[self._at])
            self._at += 1
        self._at += 1
        return Block("code", (Span("\n".join(found), code=True),))

    def _quote(self) -> Iterator[Block]:
        found = []
        while self._at < len(self._lines) and (line := _QUOTE.match(self._lines[self._at])):
            found.append(line[1])
            self._at += 1
        for part in re.split(r"\n\s*\n", "\n".join(found).strip("\n")):
            if part.strip():
                yield Block("quote", spans(part))

    def _item(self, item: re.Match[str]) -> Block:
        self._at += 1
        indent = len(item[1].expandtabs(4))
        found = [item[4]]
        while self._at < len(self._lines) and self._goes_on(self._lines[self._at]):
            found.append(self._lines[self._at].strip())
            self._at += 1
        level = min(indent // 2, 5)
        if item[2]:
            return Block("bullet", spans("\n".join(found)), level)
        return Block("number", spans("\n".join(found)), level, int(item[3]))

    def _paragraph(self) -> Block:
        found = [self._lines[self._at].strip()]
        self._at += 1
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if under := _UNDERLINE.match(line):
                self._at += 1
                return Block("heading", spans("\n".join(found)), 1 if under[1][0] == "=" else 2)
            if not self._goes_on(line):
                break
            found.append(line.strip())
            self._at += 1
        return Block("text", spans("\n".join(found)))

    @staticmethod
    def _goes_on(line: str) -> bool:
        """Whether a line belongs to the paragraph before it."""
        starts = (_HEADING, _FENCE, _RULE, _QUOTE, _ITEM)
        return bool(line.strip()) and not any(pattern.match(line) for pattern in starts)


def spans(text: str, bold: bool = False, italic: bool = False) -> tuple[Span, ...]:
    """Words with what is bold, italic or code in them."""
    found: list[Span] = []
    at = 0
    for part in _MARKED.finditer(text):
        _put(found, Span(text[at : part.start()], bold, italic))
        at = part.end()
        if part["plain"]:
            _put(found, Span(part["plain"], bold, italic))
        elif part["ticks"]:
            _put(found, Span(part["code"].strip() or part["code"], bold, italic, code=True))
        elif part["both"]:
            found.extend(spans(part["both_words"], bold=True, italic=True))
        elif part["bold"]:
            found.extend(spans(part["bold_words"], bold=True, italic=italic))
        else:
            found.extend(spans(part["italic_words"], bold=bold, italic=True))
    _put(found, Span(text[at:], bold, italic))
    return tuple(found)


def _put(found: list[Span], span: Span) -> None:
    if not span.text:
        return
    if found and (found[-1].bold, found[-1].italic, found[-1].code) == (span.bold, span.italic, span.code):
        found[-1] = Span(found[-1].text + span.text, span.bold, span.italic, span.code)
    else:
        found.append(span)


def below(text: str, level: int) -> str:
    """The same Markdown to stand below a heading of `level`: its own headings go deeper, what would swallow the
    text behind it is closed (code) or written as letters (HTML)."""
    found: list[str] = []
    fence = ""
    for line in text.split("\n"):
        opening = _FENCE.match(line)
        if fence:
            found.append(line)
            if opening and opening[1].startswith(fence) and not opening[2].strip():
                fence = ""
        elif opening:
            fence = opening[1]
            found.append(line)
        elif heading := _HEADING.match(line):
            deep = min(len(heading[1]) + level, _DEEPEST)
            found.append(f"{'#' * deep} {_letters(heading[2] or '')}".rstrip())
        elif (under := _UNDERLINE.match(line)) and found and _plain(found[-1]):
            deep = min((1 if under[1][0] == "=" else 2) + level, _DEEPEST)
            found[-1] = f"{'#' * deep} {found[-1].strip()}"
        else:
            found.append(_letters(line))
    if fence:
        found.append(fence)
    return "\n".join(found)


def _plain(line: str) -> bool:
    """Whether a line is text that a line of signs below it makes a heading."""
    return bool(line.strip()) and not any(pattern.match(line) for pattern in (_HEADING, _QUOTE, _ITEM, _RULE))


def _letters(line: str) -> str:
    return _TAG.sub(r"\\<", line)
