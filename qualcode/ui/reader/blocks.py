"""How a transcript is cut into blocks for layout, and the QTextDocument made from them."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextOption,
)

from ...domain.documents import Turn
from ...domain.speakers import is_asking
from .positions import shown
from .words import whole

_KEEP = QTextCursor.MoveMode.KeepAnchor
LONGEST = 8_000  # characters of one block; Qt's line breaking and hit testing grow with a block's length
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the layout: code points `[start, end)`, the line break left out.

    `label` is where its words begin (`start` when it carries no speaker's label); `turn` the index of the
    turn that *begins* here, or -1; `asking` whether an interviewer speaks; `split` whether it continues the
    paragraph before it, cut only for layout.
    """

    start: int
    end: int
    label: int
    turn: int
    asking: bool
    split: bool


@dataclass(frozen=True, slots=True)
class Measures:
    """Fonts and lengths (px) of the layout."""

    body: QFont
    label: QFont
    line: int
    gap: int
    column: int
    ink2: str


def mostly_cjk(text: str) -> bool:
    """Whether a text is mostly Chinese, Japanese or Korean, judged by its first 2,000 characters."""
    sample = text[:2000]
    return not sample.isascii() and 5 * len(_CJK.findall(sample)) > len(sample)


def mostly_rtl(text: str) -> bool:
    """Whether a text is mostly written from right to left, judged by its first 2,000 characters."""
    sample = text[:2000]
    if sample.isascii():
        return False
    letters = sum(unicodedata.bidirectional(char) == "L" for char in sample)
    return len(_RTL.findall(sample)) > letters


def plan(text: str, turns: Sequence[Turn]) -> list[Block]:
    """The blocks of a text: its lines, those over 8,000 characters split at blanks."""
    found: list[tuple[int, int, bool]] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        found += [(first, last, piece > 0) for piece, (first, last) in enumerate(_pieces(text, start, end))]
        start = end + 1
    return blocks_of_pieces(found, turns)


def blocks_of_pieces(
    pieces: Sequence[tuple[int, int, bool]], turns: Sequence[Turn], speakers: bool = True
) -> list[Block]:
    """The blocks of a text that is cut already: start, end and whether it goes on the paragraph before, of each."""
    blocks: list[Block] = []
    starts = [turn.start for turn in turns]
    asking = [is_asking(turn.speaker) for turn in turns]
    for first, last, split in pieces:
        index = bisect_right(starts, last if last > first else first) - 1
        begins = index >= 0 and first <= starts[index] < max(last, first + 1)
        # several turns can begin in one line only if a rule says so; the first one is shown
        while begins and index > 0 and starts[index - 1] >= first:
            index -= 1
        label = min(turns[index].body, last) if begins and speakers else first
        speaks = index >= 0 and asking[index]
        blocks.append(Block(first, last, label, index if begins else -1, speaks, split))
    return blocks


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A paragraph in pieces of at most 8,000 characters, cut after white space where there is any."""
    pieces = []
    while end - start > LONGEST:
        cut = start + LONGEST
        blank = max(text.rfind(char, start + LONGEST // 2, cut) for char in " \t。．，！？")
        cut = blank + 1 if blank > start else max(start + 1, whole(text, cut)[0])
        pieces.append((start, cut))
        start = cut
    pieces.append((start, end))
    return pieces


def column_width(blocks: Sequence[Block], text: str, label: QFont, least: int, most: int) -> int:
    """The width of the speaker column: widest label and a gap, `least` to `most`; 0 without labels."""
    labels = {text[block.start : block.label].rstrip() for block in blocks if block.label > block.start}
    if not labels:
        return 0
    metrics = QFontMetricsF(label)
    widest = max(metrics.horizontalAdvance(name) for name in labels)
    return max(least, min(most, round(widest) + least // 6))


def make_document(text: str, blocks: Sequence[Block], measures: Measures) -> QTextDocument:
    """A QTextDocument of the blocks, written before any layout exists (about 2 ms per 100,000 characters).

    Labels hang in a column of their own: the first line starts `column` to the left, and the last
    character of the label is letter-spaced so that the words begin where the other lines do. No character
    is added, left out or moved.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(measures.body)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    frame = QTextFrameFormat()
    frame.setBottomMargin(4 * measures.line)
    document.rootFrame().setFrameFormat(frame)
    formats = _Formats(measures)
    right_to_left = _RTL.search(text) is not None
    usual = right_to_left and mostly_rtl(text)
    display = shown(text)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number, block in enumerate(blocks):
        mirrored = right_to_left and _is_rtl(text, block, usual)
        before = blocks[number - 1] if number else None
        block_format = formats.block(block, before, mirrored)
        words = formats.asking if block.asking else formats.body
        if number:
            cursor.insertBlock(block_format, words)
        else:
            cursor.setBlockFormat(block_format)
            cursor.setCharFormat(words)
        if block.label > block.start:
            cursor.insertText(display[block.start : block.label - 1], formats.label)
            last = display[block.label - 1 : block.label]
            cursor.insertText(last, formats.spacer(display[block.start : block.label]))
        cursor.insertText(display[block.label : block.end], words)
    cursor.endEditBlock()
    return document


def dress_blocks(
    document: QTextDocument, text: str, blocks: Sequence[Block], numbers: Iterable[int], measures: Measures
) -> None:
    """Give some blocks of a document that was written on the formats that their words ask for now."""
    formats = _Formats(measures)
    usual = mostly_rtl(text)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for number in numbers:
        block, found = blocks[number], document.findBlockByNumber(number)
        cursor.setPosition(found.position())
        before = blocks[number - 1] if number else None
        cursor.setBlockFormat(formats.block(block, before, _is_rtl(text, block, usual)))
        label = text[block.start : block.label]
        ends = [units(label[:-1]), units(label), found.length() - 1]
        for end, form in zip(ends, (formats.label, formats.spacer(label), _words(formats, block)), strict=True):
            cursor.setPosition(min(found.position() + end, found.position() + found.length() - 1), _KEEP)
            if cursor.hasSelection():
                cursor.setCharFormat(form)
            cursor.setPosition(cursor.position())
        cursor.setBlockCharFormat(_words(formats, block))
    cursor.endEditBlock()


def _words(formats: "_Formats", block: Block) -> QTextCharFormat:
    return formats.asking if block.asking else formats.body


def units(words: str) -> int:
    """How many UTF-16 units Qt counts for these words."""
    return len(words) if words.isascii() else len(words.encode("utf-16-le", "surrogatepass")) // 2


def _is_rtl(text: str, block: Block, usual: bool) -> bool:
    """Whether a block is read from the right: by its first letter, as the whole text where it has none."""
    kinds = (unicodedata.bidirectional(char) for char in text[block.label : min(block.end, block.label + 400)])
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), None)
    return usual if first is None else first != "L"


class _Formats:
    """The few formats a document is made of, each built once."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._blocks: dict[tuple[bool, bool, int, bool], QTextBlockFormat] = {}
        self._spacers: dict[str, QTextCharFormat] = {}
        self._metrics = QFontMetricsF(measures.label)
        self.body = QTextCharFormat()
        self.asking = QTextCharFormat()
        self.asking.setForeground(QColor(measures.ink2))
        self.label = QTextCharFormat()
        self.label.setFont(measures.label)
        self.label.setForeground(QColor(measures.ink2))

    def block(self, block: Block, before: Block | None, mirrored: bool) -> QTextBlockFormat:
        """Margins and line height: turns stand a gap apart, whether a blank line lies between them or not."""
        blank = block.start == block.end
        labelled = block.label > block.start
        after_blank = before is not None and before.start == before.end
        gap = 0 if blank or after_blank or block.split else self._measures.gap
        if gap and before is not None and block.turn < 0:
            gap //= 2
        key = (labelled, blank, gap, mirrored)
        if key not in self._blocks:
            made = QTextBlockFormat()
            height = self._measures.gap if blank else self._measures.line
            made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            made.setTopMargin(gap)
            if mirrored:
                made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                made.setRightMargin(self._measures.column)
            else:
                made.setLeftMargin(self._measures.column)
            if labelled:
                made.setTextIndent(-self._measures.column)
            self._blocks[key] = made
        return self._blocks[key]

    def spacer(self, label: str) -> QTextCharFormat:
        """The format of a label's last character: as much room after it as the column has left."""
        if label not in self._spacers:
            made = QTextCharFormat(self.label)
            left = self._measures.column - self._metrics.horizontalAdvance(label)
            made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            made.setFontLetterSpacing(max(2.0, left))
            self._spacers[label] = made
        return self._spacers[label]
