"""Qt's document as something to write on: its own account of each change becomes an edit in code points."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from ...domain.documents import Turn, turns
from ..look import look
from ..reader.blocks import Block, blocks_of_pieces, units
from ..reader.positions import Positions, shown
from ..reader.reader import Reader

_BREAK = "\u2029"  # between Qt's blocks


class Surface(QObject):
    """Watches the reader's document while it is written on, and keeps the reader's measures right."""

    edited = Signal(int, int, str)  # start, end, what came instead, in code points of the text before

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._rule: Callable[[str], Sequence[Turn]] = lambda text: turns(text, "")
        self._watched: QTextDocument | None = None
        self._own = False  # the change is ours: letters, not words
        self._worn: set[int] = set()  # blocks whose formats are those of other words than they hold
        self._stale = False  # the whole is to be laid out afresh
        self.on = False
        reader.built.connect(self._built)

    def start(self, speakers: str) -> None:
        """Let the text be written on; `speakers` is the rule that finds its turns."""
        self._rule = lambda text: turns(text, speakers)
        self.on = True
        self._reader.view.set_editing(True)
        self._built()

    def stop(self) -> None:
        """Let it be read only again."""
        self.on = False
        self._reader.view.set_editing(False)

    def tidy(self) -> None:
        """Lay out what holds other words now; never in the middle of a composition."""
        if self._reader.view.composing_now or not (self._worn or self._stale):
            return
        numbers, self._worn = sorted(self._worn), set()
        self._own = True  # letters change, not words
        dressed = not self._stale and self._reader.dress(numbers)
        self._own = False
        if not dressed:
            self._stale = False
            cursor = self._reader.cursor
            self._reader.lay_out()
            self._reader.select(cursor, cursor)
        self._reader.view.ensureCursorVisible()

    def _built(self) -> None:
        document = self._reader.view.document()
        if self.on and document is not None:
            if document is not self._watched:  # heard twice, a key would be two letters
                self._watched = document
                document.contentsChange.connect(self._changed)
            self._stale, self._worn = False, set()

    # ── from Qt's change to ours ──
    def _changed(self, place: int, removed: int, added: int) -> None:
        scene = self._reader.view.scene
        if self._own or not self.on or scene is None:
            return
        geometry, text = scene.geometry, self._reader.text
        positions, blocks = geometry.positions, geometry.blocks
        document = self._reader.view.document()
        before = _qt_text(text, blocks, positions, place, place + removed)
        after = self._words(place, min(place + added, document.characterCount() - 1))
        head, tail = _same_ends(before, after) if removed > 1 or added > 1 or before == after else (0, 0)
        if head == len(before) == len(after):
            geometry.forget()
            scene.forget()
            self._reader.repaint_all()
            return
        # Qt tells of whole blocks where an input method was at work: what is the same was not touched
        first_qt = place + units(before[:head])
        last_qt = first_qt + units(before[head : len(before) - tail])
        start, end = positions.from_qt(first_qt), positions.from_qt(last_qt)
        words = after[head : len(after) - tail].replace(_BREAK, "\n")
        first = max(0, bisect_right(blocks, first_qt, key=lambda block: positions.to_qt(block.start)) - 1)
        last = max(first, bisect_right(blocks, last_qt, key=lambda block: positions.to_qt(block.start)) - 1)
        self._follow(start, end, words, first, last)
        if start < end or words:
            self.edited.emit(start, end, words)
        if (self._worn or self._stale) and ("\n" in words or last > first):
            QTimer.singleShot(0, self, self.tidy)  # not while Qt is at work in the document that goes

    def _words(self, start: int, end: int) -> str:
        cursor = QTextCursor(self._reader.view.document())
        cursor.setPosition(start)
        cursor.setPosition(max(start, end), QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _follow(self, start: int, end: int, words: str, first: int, last: int) -> None:
        """Cut the text into blocks as Qt has cut it, and tell the reader."""
        blocks, old = self._reader.blocks, self._reader.text
        text = old[:start] + words + old[end:]
        found = self._rule(text)
        pieces = _pieces(blocks, start, end, words, first, last)
        made = blocks_of_pieces(pieces, found, any(turn.speaker for turn in found))
        number = len(words.split("\n"))
        was, now = blocks[first : last + 1], made[first : first + number]
        if [_layout(block) for block in was] != [_layout(block) for block in now]:
            self._worn.update(range(first, first + number + 1))  # the room over the next one depends on it
        if start == blocks[first].label > blocks[first].start and words:
            place = self._reader.view.scene.geometry.positions.to_qt(start) if self._reader.view.scene else 0
            self._plain(place, place + units(words), blocks[first].asking)
        self._reader.take_text(text, found, made)
        if len(made) != self._reader.view.document().blockCount():
            self._stale = True

    def _plain(self, start: int, end: int, asking: bool) -> None:
        """Words typed right behind a label are not part of it."""
        form = QTextCharFormat()
        if asking:
            form.setForeground(look().color("ink2"))
        cursor = QTextCursor(self._reader.view.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._own = True
        cursor.setCharFormat(form)
        self._own = False


def _layout(block: Block) -> tuple[int, bool, bool, bool]:
    """What of a block its formats depend on: label, beginning of a turn, who asks, and whether it is blank."""
    return block.label - block.start, block.turn >= 0, block.asking, block.start == block.end


def _pieces(
    blocks: Sequence[Block], start: int, end: int, words: str, first: int, last: int
) -> list[tuple[int, int, bool]]:
    """Each block after an edit of the blocks `first` to `last`: start, end, whether it goes on the paragraph before."""
    grown = len(words) - (end - start)
    begins = [blocks[first].start, *(start + at + 1 for at, sign in enumerate(words) if sign == "\n")]
    ends = [*(begin - 1 for begin in begins[1:]), blocks[last].end + grown]
    splits = [blocks[first].split, *(False for _ in begins[1:])]
    return [
        *((block.start, block.end, block.split) for block in blocks[:first]),
        *zip(begins, ends, splits, strict=True),
        *((block.start + grown, block.end + grown, block.split) for block in blocks[last + 1 :]),
    ]


def _qt_text(text: str, blocks: Sequence[Block], positions: Positions, start: int, end: int) -> str:
    """What stood between two positions of Qt's document before its change, block breaks included."""
    first, last = positions.from_qt(start), positions.from_qt(end)
    words = shown(text[first:last]).replace("\n", _BREAK)
    for block in reversed(blocks):
        if block.split and first <= block.start <= last and start <= positions.to_qt(block.start) - 1 < end:
            at = block.start - first
            words = words[:at] + _BREAK + words[at:]
    return words


def _same_ends(before: str, after: str) -> tuple[int, int]:
    shorter = min(len(before), len(after))
    head = 0
    while head < shorter and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shorter - head and before[-tail - 1] == after[-tail - 1]:
        tail += 1
    return head, tail
