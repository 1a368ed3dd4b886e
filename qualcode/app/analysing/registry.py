"""What an analysis is: one function with an options record. Dialog, command line and notebook call come from it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...domain.errors import BadInput, Phrase
from ...domain.methods import COUNTS
from ...domain.options import TABLE, options_from
from ...domain.progress import SILENT, Progress
from ...domain.queries import Scope
from ...domain.selections import Selection

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.drawn import Drawn
    from ...analysis.material import Material
    from ...analysis.matrices import Filters
    from ..project import Project

Say = Callable[[str], str]  # says a phrase in the reader's language; `str` leaves it in English
GROUPS = ("retrieval", "counts", "co-occurrence", "cases", "charts", "words", "themes")


@dataclass(frozen=True)
class Asked:
    """What a question looks at: the project, the filters by name and the scope they make, how far it is.

    With `display_ids` cases and speakers are called so in what leaves the program; with `page` a chart is narrow enough
    for its words to be read on a printed page; `dated` where it matters when codings were made.
    """

    project: "Project"
    filters: Mapping[str, Any] = field(default_factory=dict)
    progress: Progress = SILENT
    display_ids: bool = False
    page: bool = False
    dated: bool = False

    @cached_property
    def scope(self) -> Scope:
        """The part of the project inside the filters. Raises `NotFound` for what the project does not have."""
        return self.project.analyses.scope(**self.filters)

    @cached_property
    def material(self) -> "Material":
        """The codings inside the scope; its coders are those who coded there, or were asked for."""
        from ..charts import chosen_coders, with_active_coders

        with self.project.read() as read:
            chosen = chosen_coders(read, self.scope)
        return with_active_coders(self.project.analyses.material(self.scope, self.dated), chosen)

    @cached_property
    def smart(self) -> "Asked":
        """The same question with the smart codes among the codes of its material, behind all others."""
        from .smart import with_smart_codes

        other = replace(self)
        other.__dict__["material"], other.__dict__["unanswered"] = with_smart_codes(self)
        return other

    @cached_property
    def unanswered(self) -> Mapping[int, Phrase]:
        """Smart codes of the material (by number) whose query cannot be asked any more, each with a sentence on why."""
        return {}

    @cached_property
    def told(self) -> "Filters":
        """What a caption says of the filters: the date of the last step, how many documents and codes there are."""
        from ...analysis.matrices import Filters
        from ..charts import notes_of
        from ..export import date_of

        with self.project.read() as read:
            notes = notes_of(read, self.filters, self.scope)
            codes = sum(code.kind != "theme" for code in read.codebook.ordered)
            return Filters(date_of(read), read.count("document"), codes, notes, "codes")


Table = Callable[[Asked, Any], "pd.DataFrame"]
Figure = Callable[[Asked, Any, bool, Say], "Drawn"]
Graph = Callable[[Asked, Any, Path, str], None]
Cell = Callable[[Asked, Any, "pd.DataFrame", int, str], Selection | None]
Columns = Callable[[Any, "pd.DataFrame"], Collection[int]]
Pages = Callable[[Asked, Any, Path, str, Say], None]
PAGES = (".docx", ".html")
GRAPH = ".graphml"


@dataclass(frozen=True, slots=True)
class Analysis:
    """A question that can be asked of the coded data.

    `table(asked, options)` gives a data frame whose `attrs` say what was counted (rule, unit, n); `figure(asked,
    options, dark, say)` the same numbers as a chart, if there is one; `cell(asked, options, table, row, column)`
    what a cell stands for; `own_columns(options, table)` the places of the columns that the analysis has named, where
    others are called as documents, codes or variables of the study are; `pages(asked, options, path, date, say)` writes
    it for people, as one of `PAGES`; `graph(asked, options, path, date)` as nodes and lines, with the options of the
    table.
    `about` says in a sentence what it answers, `columns` what the table holds. `options` is a frozen record whose
    fields are made with `domain.options.option`. `group` is one of `GROUPS`; `in_window` is false where the window
    has a view of its own for it. `proof` is true for numbers that a reflexive analysis does not offer as proof
    (Braun & Clarke 2021); `hint` is which of the method's explanations says why.
    """

    name: str
    title: Phrase
    about: Phrase
    columns: str
    options: type[Any]
    table: Table
    figure: Figure | None = None
    cell: Cell | None = None
    pages: Pages | None = None
    group: str = "counts"
    in_window: bool = True
    proof: bool = False
    hint: str = COUNTS
    graph: Graph | None = None
    notes: tuple[str, ...] = ()  # lines below its options in the help
    nothing: str = Phrase("Nothing in what is looked at answers this.")  # in the window, in the place of no rows
    no_figure: str = ""  # where a picture of it is made instead
    own_columns: Columns | None = None

    def named_here(self, given: Mapping[str, Any], table: "pd.DataFrame") -> frozenset[int]:
        """The places of the columns of its table whose names are the analysis's own, not the user's; `given` are the
        options that were asked for by name."""
        if self.own_columns is None:
            return frozenset(range(table.shape[1]))
        return frozenset(self.own_columns(options_from(self.options, self.name, given, TABLE), table))


def named(name: str) -> Analysis:
    """The analysis of that name. Raises `BadInput` if there is none, saying which there are."""
    from .catalogue import ANALYSES

    if name not in ANALYSES:
        raise BadInput("There is no analysis “{name}”. There are: {names}.", name=name, names=", ".join(ANALYSES))
    return ANALYSES[name]
