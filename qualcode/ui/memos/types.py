"""What the types of memos are called in the user's language, and which picture stands for what they lead to."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_NAMES = {
    "reflexive": QT_TRANSLATE_NOOP("MemoTypes", "reflexive"),
    "method": QT_TRANSLATE_NOOP("MemoTypes", "method"),
    "theory": QT_TRANSLATE_NOOP("MemoTypes", "theory"),
    "analytic": QT_TRANSLATE_NOOP("MemoTypes", "analytic"),
    "code": QT_TRANSLATE_NOOP("MemoTypes", "code"),
    "case": QT_TRANSLATE_NOOP("MemoTypes", "case"),
    "document": QT_TRANSLATE_NOOP("MemoTypes", "document"),
    "question": QT_TRANSLATE_NOOP("MemoTypes", "question"),
    "merge": QT_TRANSLATE_NOOP("MemoTypes", "merge"),
    "reason": QT_TRANSLATE_NOOP("MemoTypes", "reason"),
}
_THINGS = {
    "project": QT_TRANSLATE_NOOP("MemoTypes", "Project"),
    "document": QT_TRANSLATE_NOOP("MemoTypes", "Document"),
    "segment": QT_TRANSLATE_NOOP("MemoTypes", "Segment"),
    "code": QT_TRANSLATE_NOOP("MemoTypes", "Code"),
    "case": QT_TRANSLATE_NOOP("MemoTypes", "Case"),
    "memo": QT_TRANSLATE_NOOP("MemoTypes", "Memo"),
}


def type_name(kind: str) -> str:
    """A type as it is shown; a word of the user's own stays as it is."""
    return QCoreApplication.translate("MemoTypes", _NAMES[kind]) if kind in _NAMES else kind


def type_of(shown: str) -> str:
    """The type that is shown so, or a word of the user's own."""
    words = " ".join(shown.split())
    return next((kind for kind in _NAMES if words.casefold() in (kind, type_name(kind).casefold())), words)


def thing_name(kind: str) -> str:
    """What a kind of thing is called: Code, Document, …"""
    return QCoreApplication.translate("MemoTypes", _THINGS[kind])
