"""The names that options of analyses are offered."""

from collections.abc import Iterable

from ...store.reading import Reading


def names_of(read: Reading, kinds: Iterable[str]) -> dict[str, list[str]]:
    """What there is of each kind that an option may name: code and theme by path, the rest by name."""
    paths = read.codebook.paths()
    ordered = read.codebook.ordered
    known = {
        "code": lambda: [paths[code.id] for code in ordered],
        "theme": lambda: [paths[code.id] for code in ordered if code.kind == "theme"],
        "document": lambda: [document.name for document in read.documents()],
        "case": lambda: [case.name for case in read.cases()],
        "variable": lambda: [variable.name for variable in read.variables()],
        "coder": lambda: [coder.name for coder in read.coders()],
        "map": lambda: [one.name for one in read.where("theme_map")],
    }
    return {kind: known[kind]() for kind in kinds}
