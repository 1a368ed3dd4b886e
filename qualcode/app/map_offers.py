"""What can be put on a map, found by a part of its name or of its words: codes and themes, cases, memos, quotes."""

from ..store.reading import Reading
from .mentions import MOST_TARGETS, Thing, shortened, targets

_FEWEST = 2  # letters from which on quotes are looked through
MOST_QUOTES = 20


def offers(read: Reading, words: str, most: int = MOST_TARGETS) -> list[Thing]:
    """Codes, themes, cases and memos by their names, those that begin with the words first; then coded passages that
    hold the words, in the order of the documents."""
    named = [thing for thing in targets(read, words, 4 * most) if thing.kind != "document"][:most]
    return [*named, *_quotes(read, words)]


def _quotes(read: Reading, words: str) -> list[Thing]:
    wanted = " ".join(words.split()).casefold()
    found: list[Thing] = []
    if len(wanted) < _FEWEST:
        return found
    for document in read.documents():
        text = read.text(document)
        if wanted not in " ".join(text.split()).casefold():
            continue
        seen = set()
        for coding in read.placed(document=document.id):
            passage = " ".join(text[coding.start : coding.end].split())
            if (coding.start, coding.end) in seen or wanted not in passage.casefold():
                continue
            seen.add((coding.start, coding.end))  # coders have segments of their own on the same words
            found.append(Thing("segment", coding.segment, shortened(passage), document.name))
            if len(found) == MOST_QUOTES:
                return found
    return found
