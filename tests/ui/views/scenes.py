"""A small study with overlaps that can be counted by eye, and the view on it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcode.app import cases, codebook, coding, documents
from qualcode.app.project import Project, new
from qualcode.ui.bridge import Bridge
from qualcode.ui.filters import Filters
from qualcode.ui.look import Look
from qualcode.ui.views.cooccurrence import CooccurrenceView

ONE = "ANNA: We give a lot and we get little back.\nINT: How so?\nANNA: Unpaid hours, every single week 😀."
TWO = "BEN: 我们付出很多，得到很少。\nINT: Why?\nBEN: Trust takes years and unpaid hours."


def build(folder: Path) -> Path:
    """Codes `give`, `get`, `unpaid`, `trust` below themes; two documents in two folders, two coders."""
    place = folder / "study.qualcode"
    with new(place, "Study", coder="AB") as project:
        for name, text in (("P01", ONE), ("P02", TWO)):
            (folder / f"{name}.txt").write_text(text, "utf-8")
            documents.import_files(project, [folder / f"{name}.txt"], folder=name[1:])
        theme = codebook.add_code(project, "Exchange", "theme")
        give, get, unpaid = (codebook.add_code(project, name, parent=theme) for name in ("give", "get", "unpaid"))
        trust = codebook.add_code(project, "trust")
        for code, document, words in (
            (give, "P01", "We give a lot and we get"),
            (get, "P01", "we get little back"),
            (unpaid, "P01", "Unpaid hours, every single week 😀"),
            (give, "P01", "every single week 😀"),
            (trust, "P02", "Trust takes years and unpaid"),
            (unpaid, "P02", "unpaid hours"),
        ):
            apply(project, document, words, code)
        project.coder = "CD"
        apply(project, "P01", "We give a lot and we get", give)
        apply(project, "P02", "我们付出很多，得到", give)
        apply(project, "P02", "得到很少", get)
        project.coder = "AB"
        cases.add_case(project, "Anna", Paid="no")
        cases.assign(project, "Anna", "P01")
    return place


def apply(project: Project, document: str, words: str, code: object) -> None:
    start = {"P01": ONE, "P02": TWO}[document].index(words)
    coding.apply_code(project, document, start, start + len(words), code)


@dataclass
class Scene:
    """The view on an open project, with its look, filters and a way to wait for it."""

    project: Project
    bridge: Bridge
    look: Look
    filters: Filters
    view: CooccurrenceView
    settle: Callable[[], None]

    def place(self, name: str) -> int:
        """The row and column of a code."""
        assert self.view.picture is not None
        return [label.name for label in self.view.picture.heat.labels].index(name)
