"""What is known of themes: their codes, passages, documents and voices, chosen evidence, and what is still missing."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.codebook import Code, Codebook
from ..domain.queries import Scope
from ..domain.themes import STAGES, Evidence, ThemeCode, is_told, reaches
from ..store.reading import Reading
from .lists import Quoted, quoted

if TYPE_CHECKING:
    import pandas as pd

    from ..analysis.material import Material
    from .project import Project

ONE_CASE = 0.5  # a theme rests on one case when more than this part of its passages is that case’s
NO_CONCEPT = "no central organising concept"
NO_BOUNDARY = "no boundary"
NO_COUNTER_SEARCH = "no search for counter-evidence"
NO_EVIDENCE = "no evidence chosen"
FEW_VOICES = "fewer than two voices"
MISSING = (NO_COUNTER_SEARCH, NO_CONCEPT, NO_BOUNDARY, NO_EVIDENCE, FEW_VOICES)  # what a theme may lack


@dataclass(frozen=True, slots=True)
class Voice:
    """A case that speaks in a theme: so many of its passages, and which part of them (0 to 1)."""

    case: str
    segments: int
    share: float


@dataclass(frozen=True, slots=True)
class ThemeFacts:
    """A theme and what it rests on, within what is looked at.

    `codes` are those whose segments are its evidence (itself, those below, those linked) in codebook order, `linked`
    those linked to it from elsewhere. `segments` are distinct passages, `voices` the cases that give them, most
    first; `silent` the other cases in whose text anything is coded, `uncoded` those in whose text nothing is: whether
    they speak of it nobody knows yet. Both are in the order in which the cases were made.
    """

    theme: Code
    path: str
    codes: tuple[UUID, ...]
    linked: tuple[UUID, ...]
    segments: int
    documents: int
    voices: tuple[Voice, ...]
    silent: tuple[str, ...]
    evidence_for: int
    evidence_against: int
    uncoded: tuple[str, ...] = ()

    @property
    def cases(self) -> int:
        """How many cases have text in what is looked at."""
        return len(self.voices) + len(self.silent) + len(self.uncoded)

    @property
    def stage(self) -> str:
        """The phase of its life, of `STAGES`."""
        return self.theme.stage or STAGES[0]

    @property
    def rests_on(self) -> Voice | None:
        """The one case, of several, that gives more than half of the passages, if there is one."""
        if self.cases < 2:
            return None
        return next((voice for voice in self.voices[:1] if voice.share > ONE_CASE), None)

    @property
    def unfinished(self) -> tuple[str, ...]:
        """What is missing, of `MISSING`; nothing is missing to a theme that was let go."""
        if self.stage == "dropped":
            return ()
        lacks = {
            NO_COUNTER_SEARCH: not is_told(self.theme.counter_search),
            NO_CONCEPT: not is_told(self.theme.concept),
            NO_BOUNDARY: not is_told(self.theme.boundary),
            NO_EVIDENCE: not self.evidence_for,
            FEW_VOICES: self.cases > 1 and len(self.voices) < 2,
        }
        return tuple(what for what in MISSING if lacks[what])


def unfinished(facts: ThemeFacts) -> tuple[str, ...]:
    """What a theme still lacks, of `MISSING`."""
    return facts.unfinished


@dataclass(frozen=True, slots=True)
class ThemeBoard:
    """All themes in codebook order, with the codebook they stand in; `cases` are those of what is looked at."""

    themes: tuple[ThemeFacts, ...]
    codebook: Codebook
    cases: tuple[str, ...]

    def facts(self, theme: UUID) -> ThemeFacts | None:
        """The facts of one theme."""
        return next((one for one in self.themes if one.theme.id == theme), None)


def theme_board(project: "Project", scope: Scope | None = None) -> ThemeBoard:
    """The facts of all themes; counts and voices are those within a scope (None: everything), its codes left aside:
    what a theme rests on does not change with the codes that somebody looks at."""
    material = with_all_codes(project, scope)
    with project.read() as read:
        return _board(read, material)


def with_all_codes(project: "Project", scope: Scope | None) -> "Material":
    """The codings inside a scope, with those of the codes that the scope leaves out."""
    return project.analyses.material(None if scope is None else replace(scope, codes=None))


def _board(read: Reading, material: "Material") -> ThemeBoard:
    from ..analysis.material import case_names
    from ..analysis.voices import voices

    book = read.codebook
    paths = book.paths()
    links: list[ThemeCode] = read.where("theme_code")
    evidence: list[Evidence] = read.where("evidence")
    spoken = set(case_names(material))
    cases = tuple(case.name for case in read.cases() if case.name in spoken)
    names = case_names(material)
    themes = [code for code in book.ordered if code.kind == "theme"]
    (anything,) = voices(material, [frozenset(code.id for code in material.codes)])
    coded = {name for name, number in zip(names, anything.by_case, strict=True) if number}
    below = reaches(book, links)
    reached = [below[theme.id] for theme in themes]
    place = {code.id: number for number, code in enumerate(book.ordered)}
    sides = evidence_by_side(read, evidence)
    linked: dict[UUID, list[UUID]] = {}
    for link in links:
        linked.setdefault(link.theme, []).append(link.code)
    found = []
    for theme, codes, counted in zip(themes, reached, voices(material, reached), strict=True):
        by_case = {name: number for name, number in zip(names, counted.by_case, strict=True) if number}
        given = sorted(by_case.items(), key=lambda pair: (-pair[1], pair[0]))
        found.append(
            ThemeFacts(
                theme=theme,
                path=paths[theme.id],
                codes=tuple(sorted(codes, key=place.__getitem__)),
                linked=tuple(linked.get(theme.id, ())),
                segments=counted.segments,
                documents=counted.documents,
                voices=tuple(Voice(name, number, number / counted.segments) for name, number in given),
                silent=tuple(name for name in cases if name in coded and name not in by_case),
                uncoded=tuple(name for name in cases if name not in coded and name not in by_case),
                evidence_for=sides[theme.id, "for"],
                evidence_against=sides[theme.id, "against"],
            )
        )
    return ThemeBoard(tuple(found), book, cases)


def evidence_by_side(read: Reading, evidence: Iterable[Evidence]) -> Counter[tuple[UUID, str]]:
    """By theme and side, how many passages were chosen: the same words that another coder chose are one."""
    rows = list(evidence)
    places = {
        one.id: (one.document, one.start, one.end) for one in read.records("segment", {row.segment for row in rows})
    }
    return Counter((theme, side) for theme, side, _ in {(row.theme, row.side, places[row.segment]) for row in rows})


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A piece of chosen evidence with its words and where they stand."""

    evidence: Evidence
    passage: Quoted


def chosen_evidence(read: Reading, theme: UUID) -> tuple[list[EvidenceRow], list[EvidenceRow]]:
    """The evidence for and that against a theme, each in its order."""
    rows: list[Evidence] = read.where("evidence", theme=theme)
    passages = quoted(read, {row.segment for row in rows})
    shown = [EvidenceRow(row, passages[row.segment]) for row in rows if row.segment in passages]
    return [one for one in shown if one.evidence.side == "for"], [one for one in shown if one.evidence.side != "for"]


def themes_table(
    read: Reading, material: "Material", chosen: Collection[UUID] | None = None, *, ids: bool = False
) -> "pd.DataFrame":
    """One row per theme in codebook order, of those `chosen` (ids; None: all); `material` is that of `with_all_codes`.
    `segments` are distinct passages of the theme, of the codes below it and of those linked to it; `silent` how many
    cases in whose text anything is coded give none, `not_coded` in how many cases nothing is coded yet, `top_share` the
    part of the passages (0 to 1) that the case with most of them gives, nan where no case gives any; `unfinished` says
    what is missing."""
    import pandas as pd

    board = _board(read, material)
    if chosen is not None:
        board = replace(board, themes=tuple(one for one in board.themes if one.theme.id in chosen))
    columns: dict[str, list[Any]] = {
        "theme": [one.path for one in board.themes],
        "stage": [one.stage for one in board.themes],
        "concept": [one.theme.concept or "" for one in board.themes],
        "segments": [one.segments for one in board.themes],
        "documents": [one.documents for one in board.themes],
        "cases": [len(one.voices) for one in board.themes],
        "silent": [len(one.silent) for one in board.themes],
        "not_coded": [len(one.uncoded) for one in board.themes],
        "top_case": [one.voices[0].case if one.voices else "" for one in board.themes],
        "top_share": [one.voices[0].share if one.voices else float("nan") for one in board.themes],
        "evidence_for": [one.evidence_for for one in board.themes],
        "evidence_against": [one.evidence_against for one in board.themes],
        "counter_search": ["yes" if is_told(one.theme.counter_search) else "no" for one in board.themes],
        "unfinished": ["; ".join(one.unfinished) for one in board.themes],
        "silent_cases": ["; ".join(one.silent) for one in board.themes],
        "not_coded_cases": ["; ".join(one.uncoded) for one in board.themes],
    }
    if ids:
        columns["theme_id"] = [str(one.theme.id) for one in board.themes]
    table = pd.DataFrame(columns)
    table.attrs = {"unit": "theme", "n_themes": len(board.themes), "n_cases": len(board.cases)}
    return table
