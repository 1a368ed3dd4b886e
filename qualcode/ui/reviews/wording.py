"""How remarks of reviewers read in the user's language."""

from PySide6.QtCore import QCoreApplication

from ...app.review_threads import Remark, Thread
from ...domain.reviews import ReviewNote


def kind_words(note: ReviewNote) -> str:
    """What sort of remark it is."""
    return {
        "comment": QCoreApplication.translate("Reviews", "Comment"),
        "accept": QCoreApplication.translate("Reviews", "Accepts it"),
        "needs-work": QCoreApplication.translate("Reviews", "Needs work"),
        "rename": QCoreApplication.translate("Reviews", "Suggests a name"),
        "merge": QCoreApplication.translate("Reviews", "Suggests a merge"),
        "move": QCoreApplication.translate("Reviews", "Suggests a move"),
        "redefine": QCoreApplication.translate("Reviews", "Suggests other words"),
    }[note.kind]


def state_words(note: ReviewNote) -> str:
    """How far it is dealt with; nothing for what asks for nothing."""
    if note.kind == "accept":
        return ""
    return {
        "open": QCoreApplication.translate("Reviews", "open"),
        "accepted": QCoreApplication.translate("Reviews", "accepted"),
        "refused": QCoreApplication.translate("Reviews", "refused"),
        "settled": QCoreApplication.translate("Reviews", "settled"),
    }[note.state]


def thread_words(thread: Thread) -> str:
    """What a thread is about, as its heading."""
    kinds = {
        "project": QCoreApplication.translate("Reviews", "The study"),
        "map": QCoreApplication.translate("Reviews", "Map “{name}”"),
        "code": "{name}",
        "relation": QCoreApplication.translate("Reviews", "Relation “{name}”"),
        "segment": QCoreApplication.translate("Reviews", "Quote “{name}”"),
    }
    words = kinds[thread.kind].replace("{name}", thread.name or thread.called)
    if thread.name is None:
        gone = QCoreApplication.translate("Reviews", "{name}, gone since")
        return gone.replace("{name}", words)
    return words


def since_words(thread: Thread, remark: Remark) -> str:
    """What became of the thing since the page was made."""
    if thread.name is None:
        return ""
    if remark.note.about_name != thread.name and thread.kind in ("code", "relation"):
        text = QCoreApplication.translate("Reviews", "It was called “{name}” then.")
        return text.replace("{name}", remark.note.about_name)
    return QCoreApplication.translate("Reviews", "It was changed since.") if remark.changed else ""
