"""The names that options of analyses are offered."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from ...app.analysing.sides import KINDS
from ...app.queries import saved_queries
from ...store.reading import Reading

# what is written where one of these names comes, goes or changes
NAMED = ("code", "document", "case", "variable", "coder", "theme_map", "saved_query")


def side_title(side: str) -> str:
    """What a side of a matrix is called that is not a variable."""
    translate = QCoreApplication.translate
    known = {
        "code": translate("Sides", "codes"),
        "theme": translate("Sides", "themes"),
        "document": translate("Sides", "documents"),
        "case": translate("Sides", "cases"),
        "speaker": translate("Sides", "speakers"),
        "coder": translate("Sides", "coders"),
        "set": translate("Sides", "sets of documents"),
        "folder": translate("Sides", "folders"),
    }
    return known.get(side, side)


def names_of(read: Reading, kinds: Iterable[str]) -> dict[str, list[str]]:
    """What there is of each kind that an option may name: code and theme by path, the rest by name."""
    paths = read.codebook.paths()
    ordered = read.codebook.ordered
    known = {
        "code": lambda: [paths[code.id] for code in ordered],
        "theme": lambda: [paths[code.id] for code in ordered if code.kind == "theme"],
        "document": lambda: [document.name for document in read.documents()],
        "case": lambda: [case.name for case in read.cases()],
        "side": lambda: ["code", "theme", *KINDS, *(variable.name for variable in read.variables())],
        "variable": lambda: [variable.name for variable in read.variables()],
        "coder": lambda: [coder.name for coder in read.coders()],
        "language": lambda: sorted({document.language or "?" for document in read.documents()}),
        "map": lambda: [one.name for one in read.where("theme_map")],
        "query": lambda: [one.name for one in saved_queries(read)],
    }
    return {kind: known[kind]() for kind in kinds}
