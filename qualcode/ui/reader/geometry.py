"""Where lines and spans of the laid-out text stand, in document pixels."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextDocument

from .blocks import Block
from .positions import Positions

ASCENT = 0.735  # share of a line's height above its baseline, as half-leading would have it


class Line(NamedTuple):
    """One laid-out line: Qt positions `[start, end)`, the x of its words' edges and its baseline's y."""

    start: int
    end: int
    left: float
    right: float
    baseline: float


class Run(NamedTuple):
    """The piece of a span on one line."""

    left: float
    right: float
    baseline: float


class Geometry:
    """Lines by block, read from Qt's layout when first asked for and kept until the layout changes."""

    def __init__(
        self, document: QTextDocument, positions: Positions, blocks: Sequence[Block], column: int, line: int
    ) -> None:
        self.positions = positions
        self.blocks = blocks
        self.line_height = line
        self._document = document
        self._column = column
        self._starts = [block.start for block in blocks]
        self._lines: dict[int, tuple[Line, ...]] = {}

    def forget(self) -> None:
        """The layout changed (width, font): ask again."""
        self._lines.clear()

    def block_at(self, point: int) -> int:
        """The number of the block that holds a code point."""
        return max(0, bisect_right(self._starts, point) - 1)

    def blocks_of(self, start: int, end: int) -> tuple[int, int]:
        """The first block of a span and the one after its last."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end)
        return first, last if last > first else first + 1

    def top(self, number: int) -> float:
        """The y of a block's first line."""
        lines = self.lines(number)
        if lines:
            return self.box(lines[0].baseline)[0]
        block = self._document.findBlockByNumber(number)
        return float(self._document.documentLayout().blockBoundingRect(block).top())

    def lines(self, number: int) -> tuple[Line, ...]:
        """The lines of a block; laying out up to it if Qt has not yet."""
        found = self._lines.get(number)
        if found is None:
            found = self._lines[number] = tuple(self._read(number))
        return found

    def _read(self, number: int) -> Iterator[Line]:
        block = self._document.findBlockByNumber(number)
        self._document.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        origin, first = layout.position(), block.position()
        words = self.positions.to_qt(self.blocks[number].label)
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            start = first + line.textStart()
            rect = line.naturalTextRect()
            left, right = origin.x() + rect.left(), origin.x() + rect.right()
            if start < words:
                # the words of a labelled line begin at the column, not at the label that hangs before them
                if rect.left() < self._column and not block.textDirection().value:
                    left = min(right, origin.x() + line.cursorToX(words - first)[0])
                else:
                    right = max(left, origin.x() + line.cursorToX(words - first)[0])
            yield Line(start, start + line.textLength(), left, right, origin.y() + line.y() + line.ascent())

    def box(self, baseline: float) -> tuple[float, float]:
        """Top and bottom of the line box round a baseline; boxes of following lines touch."""
        top = baseline - round(ASCENT * self.line_height)
        return top, top + self.line_height

    def mirrored(self, point: int) -> bool:
        """Whether the block that holds a code point is read from the right."""
        return bool(self._document.findBlockByNumber(self.block_at(point)).textDirection().value)

    def runs(self, start: int, end: int, window: tuple[int, int] | None = None) -> list[Run]:
        """A span of code points line by line; only inside the blocks `[first, last)` of `window`."""
        first, last = self.blocks_of(start, end)
        if window is not None:
            first, last = max(first, window[0]), min(last, window[1])
        start_qt, end_qt = self.positions.to_qt(start), self.positions.to_qt(end, end=True)
        found: list[Run] = []
        for number in range(first, last):
            words = self.positions.to_qt(self.blocks[number].label)
            if end_qt <= words and start_qt < self.positions.to_qt(self.blocks[number].start):
                continue  # it ends in the label: none of these words belong to it
            begin = words if start_qt < words < end_qt else start_qt
            for index, line in enumerate(self.lines(number)):
                if line.start >= end_qt or line.end <= begin or line.end <= line.start:
                    continue
                found.append(self._run(number, index, line, begin, end_qt))
        return found

    def _run(self, number: int, index: int, line: Line, start: int, end: int) -> Run:
        if start <= line.start and end >= line.end:
            return Run(line.left, line.right, line.baseline)
        left = self.x(number, index, start) if start > line.start else None
        right = self.x(number, index, end) if end < line.end else None
        edges = [edge for edge in (left, right) if edge is not None]
        block = self._document.findBlockByNumber(number)
        mirrored = bool(block.textDirection().value)
        if left is None:
            edges.append(line.right if mirrored else line.left)
        if right is None:
            edges.append(line.left if mirrored else line.right)
        return Run(min(edges), max(edges), line.baseline)

    def x(self, number: int, index: int, position: int) -> float:
        """The x of a Qt position on a line of a block."""
        block = self._document.findBlockByNumber(number)
        self._document.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        if index >= layout.lineCount():
            # laid out afresh behind our back; asking a line that is gone would end the process
            self.forget()
            return 0.0
        return float(layout.position().x() + layout.lineAt(index).cursorToX(position - block.position())[0])

    def boxes(self, start: int, end: int, window: tuple[int, int]) -> list[QRectF]:
        """The rectangles behind a span, inside the blocks of `window`."""
        found = []
        for run in self.runs(start, end, window):
            top, bottom = self.box(run.baseline)
            found.append(QRectF(run.left, top, max(1.0, run.right - run.left), bottom - top))
        return found
