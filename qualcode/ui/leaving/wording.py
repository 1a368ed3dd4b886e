"""What the check before an export says: kinds of what it finds, and where."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...app.leaving import TEXT, Leaving
from ...domain.privacy import CASE, CODER, EMAIL, FILE, PHONE, REDACTED_WORDS, SPEAKER

_TITLES = {
    CASE: QT_TRANSLATE_NOOP("Leaving", "Names of cases"),
    SPEAKER: QT_TRANSLATE_NOOP("Leaving", "Speakers"),
    FILE: QT_TRANSLATE_NOOP("Leaving", "Names of files"),
    CODER: QT_TRANSLATE_NOOP("Leaving", "Coders"),
    EMAIL: QT_TRANSLATE_NOOP("Leaving", "E-mail addresses"),
    PHONE: QT_TRANSLATE_NOOP("Leaving", "Phone numbers"),
    REDACTED_WORDS: QT_TRANSLATE_NOOP("Leaving", "Redacted words that stand elsewhere too"),
}
_COUNTS = {
    CASE: QT_TRANSLATE_NOOP("Leaving", "%n case name(s)"),
    SPEAKER: QT_TRANSLATE_NOOP("Leaving", "%n speaker label(s)"),
    FILE: QT_TRANSLATE_NOOP("Leaving", "%n file name(s)"),
    CODER: QT_TRANSLATE_NOOP("Leaving", "%n name(s) of coders"),
    EMAIL: QT_TRANSLATE_NOOP("Leaving", "%n e-mail address(es)"),
    PHONE: QT_TRANSLATE_NOOP("Leaving", "%n phone number(s)"),
    REDACTED_WORDS: QT_TRANSLATE_NOOP("Leaving", "%n redacted passage(s) in other places"),
}
PLACES = {
    TEXT: QT_TRANSLATE_NOOP("Leaving", "in quotes"),
    "document": QT_TRANSLATE_NOOP("Leaving", "names of documents"),
    "case": QT_TRANSLATE_NOOP("Leaving", "column of cases"),
    "speaker": QT_TRANSLATE_NOOP("Leaving", "column of speakers"),
    "coder": QT_TRANSLATE_NOOP("Leaving", "column of coders"),
    "code": QT_TRANSLATE_NOOP("Leaving", "names of codes"),
    "comment": QT_TRANSLATE_NOOP("Leaving", "comments"),
    "discuss": QT_TRANSLATE_NOOP("Leaving", "questions to discuss"),
    "links": QT_TRANSLATE_NOOP("Leaving", "links"),
    "used": QT_TRANSLATE_NOOP("Leaving", "where quotes are used"),
    "facet": QT_TRANSLATE_NOOP("Leaving", "new facets"),
    "title": QT_TRANSLATE_NOOP("Leaving", "titles of memos"),
    "text of a memo": QT_TRANSLATE_NOOP("Leaving", "texts of memos"),
    "type": QT_TRANSLATE_NOOP("Leaving", "types of memos"),
    "about": QT_TRANSLATE_NOOP("Leaving", "what memos are about"),
    "name": QT_TRANSLATE_NOOP("Leaving", "names of codes"),
    "definition": QT_TRANSLATE_NOOP("Leaving", "definitions"),
    "full_definition": QT_TRANSLATE_NOOP("Leaving", "definitions"),
    "include": QT_TRANSLATE_NOOP("Leaving", "when to use a code"),
    "exclude": QT_TRANSLATE_NOOP("Leaving", "when not to use a code"),
    "example": QT_TRANSLATE_NOOP("Leaving", "examples"),
    "example_document": QT_TRANSLATE_NOOP("Leaving", "examples"),
    "examples": QT_TRANSLATE_NOOP("Leaving", "examples"),
    "near_miss": QT_TRANSLATE_NOOP("Leaving", "near misses"),
    "memo": QT_TRANSLATE_NOOP("Leaving", "texts of memos"),
    "concept": QT_TRANSLATE_NOOP("Leaving", "central concepts"),
    "boundary": QT_TRANSLATE_NOOP("Leaving", "boundaries of themes"),
    "counter_search": QT_TRANSLATE_NOOP("Leaving", "searches for counter-evidence"),
    "code set": QT_TRANSLATE_NOOP("Leaving", "names of code sets"),
    "study": QT_TRANSLATE_NOOP("Leaving", "name of the project"),
    "report": QT_TRANSLATE_NOOP("Leaving", "text of the report"),
    "what changed": QT_TRANSLATE_NOOP("Leaving", "changes of the codebook"),
    "what was done": QT_TRANSLATE_NOOP("Leaving", "sentences of the history"),
    "reason": QT_TRANSLATE_NOOP("Leaving", "reasons"),
    "how it was made": QT_TRANSLATE_NOOP("Leaving", "how it was made"),
    "chart": QT_TRANSLATE_NOOP("Leaving", "words of the chart"),
    "summary": QT_TRANSLATE_NOOP("Leaving", "summaries"),
    "summary_segments": QT_TRANSLATE_NOOP("Leaving", "sources of summaries"),
    "first_words": QT_TRANSLATE_NOOP("Leaving", "first words of cells"),
    "citation": QT_TRANSLATE_NOOP("Leaving", "sources of quotes"),
    "word": QT_TRANSLATE_NOOP("Leaving", "column of words"),
    "collocate": QT_TRANSLATE_NOOP("Leaving", "column of words"),
    "hit": QT_TRANSLATE_NOOP("Leaving", "in quotes"),
    "left": QT_TRANSLATE_NOOP("Leaving", "in quotes"),
    "right": QT_TRANSLATE_NOOP("Leaving", "in quotes"),
    "before": QT_TRANSLATE_NOOP("Leaving", "in quotes"),
    "after": QT_TRANSLATE_NOOP("Leaving", "in quotes"),
    "name of a map": QT_TRANSLATE_NOOP("Leaving", "names of maps"),
    "note on a map": QT_TRANSLATE_NOOP("Leaving", "notes and groups on maps"),
}


def _say(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Leaving", text, None, number)


def kind_title(kind: str) -> str:
    """What a kind of findings is called."""
    return _say(_TITLES[kind])


def place_title(where: str) -> str:
    """Where in the file something stands; a place of another export is called as that calls it."""
    return _say(PLACES[where]) if where in PLACES else where


def summary(leaving: Leaving) -> str:
    """What was found, in one sentence."""
    if not leaving.found:
        return _say(QT_TRANSLATE_NOOP("Leaving", "No names, addresses or numbers were found in it."))
    parts = [_say(_COUNTS[kind], number) for kind, number in leaving.counts.items()]
    between = _say(QT_TRANSLATE_NOOP("Leaving", ", "))
    return _say(QT_TRANSLATE_NOOP("Leaving", "In this file: {found}.")).replace("{found}", between.join(parts))
