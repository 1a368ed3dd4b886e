"""A memo as it reads: Markdown with the names in it as links. Nothing is fetched, neither from the net nor the disk."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QByteArray, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat
from PySide6.QtWidgets import QTextBrowser, QWidget

from ...app.mentions import Thing
from ...domain.folding import is_cjk
from ...domain.memos import MEMO_LINKS, mentions, replace_mentions
from ..look import DOCUMENT, look

_SCHEME = "qualcode"
_OPEN, _SHUT = "\ue000", "\ue001"  # stand for the brackets of a name while Markdown is read
_HEADINGS = {1: 20, 2: 18, 3: 16}  # px at 100 %
_NAME = re.compile(f"{_OPEN}([0-9]{{1,9}}){_SHUT}")
_KEY = re.compile("[0-9a-f]{32}")
_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_LONGEST = 200_000  # characters of a memo that are shown as Markdown


class MemoPreview(QTextBrowser):
    """Shows a memo; `opened` tells the kind and id of what a name in it leads to."""

    opened = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setAccessibleName(self.tr("Memo as it reads"))
        self.anchorClicked.connect(self._follow)
        self._text, self._named = "", dict[str, Thing | None]()
        self._shown: QTextDocument | None = None
        look().follow(self._take_look)
        self._take_look()

    def show_memo(self, text: str, named: Mapping[str, Thing | None]) -> None:
        """Show a text; `named` has what the names in double brackets mean, None for nothing."""
        self._text, self._named = text, dict(named)
        document = rendered(text, self._named, self.tr("Nothing in the project is called so, or several things are."))
        _set(document, look().px)
        document.setParent(self)
        document.setDefaultFont(look().reading_font(DOCUMENT + 1, any(map(is_cjk, text))))
        document.setDocumentMargin(look().px(8))
        place = self.verticalScrollBar().value()
        self.setDocument(document)
        old, self._shown = self._shown, document
        if old is not None:
            old.deleteLater()  # the view deletes only the one it was born with
        self.verticalScrollBar().setValue(place)

    def loadResource(self, _type: int, _name: QUrl | str) -> Any:
        """Nothing is loaded, whatever a memo names."""
        return QByteArray()

    def _take_look(self) -> None:
        self.show_memo(self._text, self._named)

    def _follow(self, url: QUrl) -> None:
        if url.scheme() == _SCHEME:
            kind, _, key = url.path().partition("/")
            if kind in MEMO_LINKS and _KEY.fullmatch(key):  # somebody may write such a link by hand
                self.opened.emit(kind, UUID(hex=key))
        elif url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)  # in the user's own browser, and only because they asked


def rendered(text: str, named: Mapping[str, Thing | None], unknown: str) -> QTextDocument:
    """A memo as a document that names no picture and no file: pictures are their words. One of a book's length stays
    as it was written, for Qt takes minutes to lay out a table of that size."""
    plain = text.replace(_OPEN, "").replace(_SHUT, "")
    names = mentions(plain)
    numbers = {name: number for number, name in enumerate(names)}
    document = QTextDocument()
    if len(plain) > _LONGEST:
        document.setPlainText(plain)
        return document
    document.setMarkdown(replace_mentions(plain, lambda name: f"{_OPEN}{numbers[name]}{_SHUT}"), _FEATURES)
    _without_pictures(document)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()  # else each of thousands of names would be laid out anew
    for start, end, number in reversed([(*found.span(), int(found[1])) for found in _NAME.finditer(_plain(document))]):
        if number < len(names):  # Markdown can write any sign as a number
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(names[number], _format(cursor.charFormat(), named.get(names[number]), unknown))
    cursor.endEditBlock()
    return document


def _set(document: QTextDocument, px: Callable[[float], int]) -> None:
    """Give paragraphs and headings the room and the sizes they have elsewhere in the program."""
    cursor = QTextCursor(document)
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        form = block.blockFormat()
        level = form.headingLevel()
        form.setTopMargin(px(12 if level and block.position() else 0))
        form.setBottomMargin(px(2 if block.textList() is not None else 8))
        cursor.setBlockFormat(form)
        if level:
            for start, length, letters in _fragments(block):
                letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                letters.setProperty(QTextFormat.Property.FontPixelSize, px(_HEADINGS.get(level, DOCUMENT + 1)))
                cursor.setPosition(start)
                cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(letters)
        block = block.next()


def _format(base: QTextCharFormat, thing: Thing | None, unknown: str) -> QTextCharFormat:
    found = QTextCharFormat(base)
    if thing is None:
        found.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        found.setForeground(look().color("warn"))
        found.setToolTip(unknown)
        return found
    found.setAnchor(True)
    found.setAnchorHref(f"{_SCHEME}:{thing.kind}/{thing.id.hex}")
    found.setForeground(look().color("accent"))
    found.setFontUnderline(True)
    found.setToolTip(" · ".join(filter(None, (thing.name, thing.where))))
    return found


def _plain(document: QTextDocument) -> str:
    """The text with a character for each place of the document, so that both have the same positions."""
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    return cursor.selectedText()


def _without_pictures(document: QTextDocument) -> None:
    """Qt would look for a picture on the disk where nobody gives it one: its words stand there instead."""
    for position, length, words in reversed(list(_pictures(document))):
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"[{words}]", QTextCharFormat())


def _pictures(document: QTextDocument) -> Iterator[tuple[int, int, str]]:
    block = document.begin()
    while block.isValid():
        for start, length, form in _fragments(block):
            if form.isImageFormat():
                yield start, length, str(form.property(QTextFormat.Property.ImageAltText) or "")
        block = block.next()


def _fragments(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Start, length and format of the pieces of a block that look alike."""
    found, place = [], block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        found.append((fragment.position(), fragment.length(), fragment.charFormat()))
        place += 1
    return found
