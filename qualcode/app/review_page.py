"""The review page of a project: what goes in, chosen by the analyst, and the file that is sent to a reviewer."""

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.codebook import Code
from ..domain.codings import Segment
from ..domain.errors import BadInput, NotFound
from ..domain.methods import BY_KEY, COUNTS
from ..domain.named_versions import NamedVersion
from ..domain.progress import SILENT, Progress
from ..domain.reviews import Review, reviewer_name
from ..domain.themes import STAGES, Evidence, reaches
from ..formats.review_map import Shape
from ..formats.review_page import Parts, render
from ..formats.review_records import CodeCard, Page, QuoteCard, QuoteGroup, RelationCard
from .balanced_quotes import Passage, Place, QuoteChoice, passages_by_code, voices
from .destination import destination
from .export import date_of
from .naming import resolve
from .quoting import Quoting
from .resources import resource
from .review_facts import theme_lines
from .review_map import chosen_of_map, map_facts, quotable, ties_of
from .review_parts import changes_of, heat_of, last_review, remarks_of, said
from .reviews import REDEFINED
from .theme_facts import theme_board

if TYPE_CHECKING:
    from ..domain.theme_maps import ThemeMap
    from .map_reading import MapPicture
    from .project import Project

LANGUAGES = ("en", "zh")
TABS = ("map", "quotes", "together", "changes")
MOST_QUOTES = 50  # for each theme
_EVIDENCE = 3  # passages shown for or against one thing, if not fewer quotes were asked for
_BESIDE = frozenset(("named_version", "sign_off", "review", "review_note", "coder"))  # kinds that change no analysis
_FIELDS = (
    ("Boundary", "boundary"),
    ("Definition", "definition"),
    ("Full definition", "full_definition"),
    ("When to use", "include"),
    ("When not to use", "exclude"),
    ("Example", "example"),
    ("Near miss", "near_miss"),
    ("Search for counter-evidence", "counter_search"),
)


@dataclass(frozen=True, slots=True)
class PageOptions:
    """What goes into a review page.

    `themes` are paths, names or ids (none: the whole codebook), `quotes` how many of each theme at most, and of the
    evidence for and against it, `names` whether cases
    and speakers are called by their names instead of their display ids, `since` what changes are counted from (a
    version, step or date; none: the last review that came back, else the last version named), `map` the name of a map
    (none: the first one), `tabs` which of `TABS` beside the themes, `language` of the page, `reviewer` to whom it goes.
    """

    themes: tuple[str, ...] = ()
    quotes: int = 5
    names: bool = False
    since: str = ""
    map: str = ""
    tabs: tuple[str, ...] = TABS
    language: str = "en"
    reviewer: str = ""


def export_review(
    project: "Project", path: str | Path, options: PageOptions | None = None, progress: Progress = SILENT
) -> Path:
    """Write a review page; the path written. The same state and options give the same bytes."""
    target = page_target(path)
    return write_page(made_page(project, options or PageOptions(), progress), target)


def page_target(path: str | Path) -> Path:
    """The file a page is written to. Raises `BadInput` for one that no browser would open."""
    target = destination(path)
    if target.suffix.casefold() not in (".html", ".htm"):
        raise BadInput("A review page is a file ending in .html, not “{name}”.", name=target.name)
    return target


def write_page(page: Page, target: Path) -> Path:
    """Write a page that was made."""
    text = render(page, page_parts(page.language))
    from ..formats.sheets import replacing

    with replacing(target) as temporary:
        temporary.write_bytes(text.encode())
    return target


def review_page(project: "Project", options: PageOptions, progress: Progress = SILENT) -> str:
    """A review page as HTML. Raises a known problem for options that name nothing."""
    return render(made_page(project, options, progress), page_parts(options.language))


def made_page(project: "Project", options: PageOptions, progress: Progress = SILENT) -> Page:
    """Everything a review page shows."""
    _check(options)
    return _Making(project, options, page_parts(options.language), progress).page()


def page_parts(language: str) -> Parts:
    """The files a page is put together from, in a language."""
    folder = resource("review")
    words: dict[str, str] = {}
    if language != "en":
        words = json.loads((folder / f"{language}.json").read_text("utf-8"))
    scripts = ("digest.js", "map.js", "suggest.js", "page.js")
    return Parts(
        frame=(folder / "page.html").read_text("utf-8"),
        style=(folder / "page.css").read_text("utf-8"),
        script="\n".join((folder / name).read_text("utf-8") for name in scripts),
        words=words,
    )


def _check(options: PageOptions) -> None:
    if options.language not in LANGUAGES:
        raise BadInput(
            "A review page is written in {languages}, not in “{language}”.",
            languages=", ".join(LANGUAGES),
            language=options.language,
        )
    if not 0 <= options.quotes <= MOST_QUOTES:
        raise BadInput("A theme is shown with 0 to {most} quotes.", most=MOST_QUOTES)
    for tab in options.tabs:
        if tab not in TABS:
            raise BadInput("A review page has no part “{tab}”. There are: {tabs}.", tab=tab, tabs=", ".join(TABS))


class _Making:
    """One page being put together, at one moment of the project."""

    def __init__(self, project: "Project", options: PageOptions, parts: Parts, progress: Progress) -> None:
        self.project = project
        self.options = options
        self.say = parts.say
        self.progress = progress

    def page(self) -> Page:
        """Everything the page shows."""
        from .map_export import as_printed

        theme_map = self._map()
        self.board = theme_board(self.project)
        with self.project.read() as read:
            self.read = read
            self.quoting = Quoting(read, not self.options.names)
            if theme_map is not None:
                theme_map = as_printed(read, theme_map, self.quoting)
            whole_map = theme_map
            self.book = read.codebook
            self.below = reaches(self.book, read.where("theme_code"))
            number, digest = read.last_step()
            sections = self._sections()
            shown = self._shown(sections)
            self.passages = passages_by_code(read, {code.id for code in shown}, self.progress)
            theme_map = self._gather(shown, theme_map)
            groups = self._groups(sections)
            relations = self._relations(theme_map)
            study = read.study()
            hint = BY_KEY[study.method].hint(COUNTS) if study.method in BY_KEY else None
            version, author = self._version(number)
            printed = [code for code in shown if code.id not in self.dropped]
            codes = tuple(self._card(code) for code in printed)
            targets = {study.id, *(code.id for code in printed), *(card.id for card in relations)}
            targets |= set(self.quotes) | ({theme_map.map.id} if theme_map else set())
            since, changes = self._changes(shown)
            return Page(
                project=study.id,
                study=study.name,
                version=version,
                author=author,
                step=number,
                step_digest=digest,
                language=self.options.language,
                codes=codes,
                groups=groups,
                quotes=tuple(self.quotes.values()),
                relations=relations,
                shapes=self._shapes(theme_map, targets),
                ties=ties_of(theme_map, self.say),
                map_name=theme_map.map.name if theme_map else "",
                map_id=theme_map.map.id if theme_map else None,
                map_facts=map_facts(theme_map, whole_map, self.say),
                counts_note=said(hint, self.say) if hint else "",
                heat=self._heat(printed) if "together" in self.options.tabs else None,
                changes=changes,
                since=since,
                remarks=tuple(remarks_of(read, targets, self.say, self.quoting)),
                reviewer=reviewer_name(self.options.reviewer),
            )

    # ── what is shown ──
    def _sections(self) -> list[tuple[Code | None, list[Code]]]:
        """The themes, each with the codes whose quotes are its own; last, without a theme, the codes of none.

        Themes that were dropped are left out unless they were asked for; what stands below them stays.
        """
        book = self.book
        chosen = [resolve(self.read, Code, name) for name in self.options.themes]
        let_go = (code for code in book.ordered if code.kind == "theme" and code.stage == "dropped")
        self.dropped = {code.id for code in let_go if code not in chosen}
        wanted = {key for code in chosen for key in self.below[code.id]} if chosen else set(book.by_id)
        themes = [
            code
            for code in book.ordered
            if code.id in wanted - self.dropped and (code.kind == "theme" or code in chosen)
        ]
        place = {code.id: number for number, code in enumerate(book.ordered)}
        reached = {theme.id: self.below[theme.id] for theme in themes}
        sections: list[tuple[Code | None, list[Code]]] = []
        for theme in themes:
            below = (one.id for one in book.descendants(theme.id))
            own = reached[theme.id].difference(*(reached[key] for key in below if key in reached))
            sections.append((theme, [book.by_id[key] for key in sorted(own, key=place.__getitem__)]))
        covered = {code.id for _, codes in sections for code in codes}
        rest = [code for code in book.ordered if code.id in wanted - covered - self.dropped]
        return [*sections, (None, rest)] if rest else sections

    def _shown(self, sections: Iterable[tuple[Code | None, list[Code]]]) -> list[Code]:
        keys = {code.id for _, codes in sections for code in codes} | {theme.id for theme, _ in sections if theme}
        return [code for code in self.book.ordered if code.id in keys]

    def _gather(self, shown: list[Code], theme_map: "MapPicture | None") -> "MapPicture | None":
        """Which passages stand on the page, for what, and the words of each once; the map as it stands on the page."""
        self.quotes: dict[UUID, QuoteCard] = {}
        self.placed: dict[Place, UUID] = {}  # words stand on the page once, whoever coded them
        themes = {code.id for code in shown}
        evidence: list[Evidence] = [one for one in self.read.where("evidence") if one.theme in themes]
        self.choice = QuoteChoice(self.read, evidence)
        self.evidence: dict[tuple[UUID, str], list[UUID]] = {}
        for one in evidence:
            self.evidence.setdefault((one.theme, one.side), []).append(one.segment)
        self.codes_of: dict[Place, list[UUID]] = {}
        for code in shown:
            for passage in self.passages.get(code.id, ()):
                self.codes_of.setdefault(passage.place, []).append(code.id)
        if theme_map is not None:
            codes, chosen = {code.id for code in shown} - self.dropped, {one.segment for one in evidence}
            told = quotable(self.read, theme_map, chosen, self.codes_of if self.options.themes else None)
            theme_map = chosen_of_map(theme_map, codes, told if self.quoted else (), not self.options.themes)
        if not self.quoted:
            return theme_map
        relations = theme_map.relations if theme_map else ()
        each = min(_EVIDENCE, self.options.quotes)
        wanted = {key for found in self.evidence.values() for key in found[:each]}
        wanted |= {key for one in relations for key in one.evidence[:each]}
        wanted |= {one.node.about for one in (theme_map.things if theme_map else ()) if one.kind == "segment"}
        segments: dict[UUID, Segment] = {one.id: one for one in self.read.records("segment", wanted)}
        for segment in sorted(segments.values(), key=lambda one: (one.document, one.start, one.id)):
            self._quote(segment)
        return theme_map

    @property
    def quoted(self) -> bool:
        """Whether any words of the documents stand on the page, as quotes or as evidence."""
        return "quotes" in self.options.tabs and self.options.quotes > 0

    def _quote(self, segment: Segment, code: UUID | None = None) -> None:
        span = (segment.document, segment.start, segment.end)
        carried = self.codes_of.get(span, [])
        printed = self.quoting.quote(segment)
        self.placed.setdefault(span, segment.id)
        self.quotes[segment.id] = QuoteCard(
            id=segment.id,
            text=printed.text,
            source=self._source(printed.citation),
            codes=" · ".join(self.book.label(key) for key in carried),
            code=code if code in carried else next(iter(carried), None),
        )

    def _source(self, citation: str) -> str:
        """Where words stand, in the page's language."""
        return said(citation, self.say)

    def _groups(self, sections: Iterable[tuple[Code | None, list[Code]]]) -> tuple[QuoteGroup, ...]:
        if not self.quoted:
            return ()
        picked: list[tuple[Code | None, dict[Place, Passage], list[Passage]]] = []
        own: dict[Place, UUID] = {}  # the code under which a quote stands on the page
        for theme, codes in sections:
            found: dict[Place, Passage] = {}
            for code in codes:
                for passage in self.passages.get(code.id, ()):
                    found.setdefault(passage.place, passage)
            few = self.choice.quotes(theme.id if theme else None, found.values(), self.options.quotes)
            keys = {code.id for code in codes}
            for one in few:
                carried = [key for key in self.codes_of.get(one.place, ()) if key in keys]
                own.update((one.place, key) for key in carried[:1] if one.place not in own)
            picked.append((theme, found, few))
        waiting = [one for _, _, few in picked for one in few if one.place not in self.placed]
        segments: dict[UUID, Segment] = {
            one.id: one for one in self.read.records("segment", {one.segment for one in waiting})
        }
        for one in waiting:
            if one.place not in self.placed:
                self._quote(segments[one.segment], own.get(one.place))
        return tuple(
            QuoteGroup(
                name=self.book.label(theme.id) if theme else self.say("In no theme"),
                color=theme.color if theme else "",
                quotes=tuple(self.placed[one.place] for one in few),
                facts=self._group_facts(found, few),
                code=theme.id if theme else None,
            )
            for theme, found, few in picked
            if few
        )

    def _group_facts(self, found: dict[Place, Passage], few: list[Passage]) -> str:
        """How many of the passages are quoted, who speaks in all of them, and what was chosen that carries no code."""
        coded = sum(one.place in found for one in few)
        facts = [self.say("{shown} of {total} segments", shown=coded, total=len(found))] if found else []
        heard = len(voices(found.values()))
        if heard and self.by_case:
            facts.append(self._counted(heard, "1 case", "{number} cases"))
        if coded < len(few):
            facts.append(self._counted(len(few) - coded, "1 chosen without a code", "{number} chosen without a code"))
        return " · ".join(facts)

    def _card(self, code: Code) -> CodeCard:
        below = self.below[code.id]
        spans = {one.place: one for key in below for one in self.passages.get(key, ())}
        theme = self.board.facts(code.id)
        beside = theme_lines(theme, self.book, self.quoting, self.say) if theme else ()
        facts = [self._facts(len(spans), len(voices(spans.values())), self.cases)]
        if code.kind == "theme":
            facts.append(self.say(code.stage or STAGES[0]))
        printed = {field: self.quoting.excerpt(getattr(code, field) or "") for _, field in _FIELDS}
        both = {side: self.evidence.get((code.id, side), []) for side in ("for", "against")}
        shown = {side: self._standing(found) for side, found in both.items()}
        return CodeCard(
            id=code.id,
            kind=code.kind,
            name=code.name,
            path=self.book.path(code.id),
            level=len(self.book.ancestors(code.id)),
            color=code.color,
            facts=" · ".join(facts),
            claim=self.quoting.excerpt(code.concept or "") if code.kind == "theme" else "",
            fields=(
                *((self.say(label), printed[field]) for label, field in _FIELDS if printed[field]),
                *beside,
            ),
            words={
                field: printed.get(field) or self.quoting.excerpt(getattr(code, field) or "")
                for field in REDEFINED
                if code.kind == "theme" or field not in ("concept", "boundary", "counter_search")
            },
            parent=code.parent,
            evidence=shown["for"],
            against=shown["against"],
            of_evidence=len(both["for"]),
            of_against=len(both["against"]),
        )

    def _standing(self, evidence: Iterable[UUID]) -> tuple[UUID, ...]:
        """What of the evidence for one thing stands on the page, no more than quotes of a theme."""
        return tuple(key for key in evidence if key in self.quotes)[: self.options.quotes]

    @cached_property
    def by_case(self) -> bool:
        """Whether words are those of cases."""
        return self.read.count("case") > 0

    @cached_property
    def cases(self) -> int:
        """How many cases have text, as the board and the map count them."""
        from ..analysis.material import case_names

        return len(case_names(self.project.analyses.material(None))) if self.by_case else 0

    def _facts(self, segments: int, heard: int, cases: int) -> str:
        counted = self._counted(segments, "1 segment", "{number} segments")
        return f"{counted} · {self.say('{heard} of {cases} cases', heard=heard, cases=cases)}" if cases else counted

    def _counted(self, number: int, one: str, several: str) -> str:
        return self.say(one) if number == 1 else self.say(several, number=number)

    def _named(self) -> NamedVersion | None:
        """The version that names the state: the newest one, if nothing was done since but to name, review and sign."""
        versions: list[NamedVersion] = sorted(self.read.where("named_version"), key=lambda one: (one.step, one.created))
        if not versions:
            return None
        later = self.read.steps(versions[-1].step)
        return versions[-1] if all(step.kinds <= _BESIDE for step in later) else None

    def _version(self, number: int) -> tuple[str, str]:
        """What the state is called, and who named it."""
        day = date_of(self.read)
        named = self._named()
        if named is not None:
            who = next(one.name for one in self.read.coders() if one.id == named.coder)
            return self.say(
                "“{name}”, {date}, by {who}", name=self.quoting.sentence(named.name), date=named.created[:10], who=who
            ), who
        step = self.read.step(number)
        who = step.coder if step else self.project.coder
        return self.say("Step {number}, {date}, by {who}", number=number, date=day, who=who), who

    # ── the map ──
    def _map(self) -> "MapPicture | None":
        from .map_reading import map_picture, maps, with_facts
        from .map_sizes import with_sizes

        if "map" not in self.options.tabs:
            return None
        with self.project.read() as read:
            there: list[ThemeMap] = maps(read)
            wanted = [one for one in there if self.options.map in ("", one.name, str(one.id))]
            if self.options.map and not wanted:
                raise NotFound("There is no map “{name}”.", name=self.options.map)
            found = map_picture(read, wanted[0].id) if wanted else None
        return with_sizes(with_facts(self.project, found)) if found else None

    def _relations(self, theme_map: "MapPicture | None") -> tuple[RelationCard, ...]:
        return tuple(
            RelationCard(
                id=one.id,
                kind=one.relation.kind,
                source=one.source,
                target=one.target,
                comment=one.relation.comment,
                evidence=self._standing(one.evidence),
                of_evidence=one.quotes,
            )
            for one in (theme_map.relations if theme_map else ())
        )

    def _shapes(self, theme_map: "MapPicture | None", targets: Collection[UUID]) -> tuple[Shape, ...]:
        shapes = []
        for thing in theme_map.things if theme_map else ():
            node = thing.node
            lines, short = [], ""
            if thing.kind == "segment":
                segment = self.read.record("segment", node.about)
                lines = [said(self.quoting.citation(segment.document, segment.start), self.say)]
            elif thing.kind in ("theme", "code") and thing.facts:
                lines = [self._facts(thing.facts.segments, thing.facts.cases, thing.facts.of_cases)]
                lines += [self.say(thing.stage)] if thing.stage else []
                short = self._counted(thing.facts.segments, "1 segment", "{number} segments")
            shapes.append(
                Shape(
                    key=node.id,
                    kind=thing.kind,
                    x=node.x,
                    y=node.y,
                    width=node.size[0],
                    height=node.size[1],
                    name=thing.label,
                    lines=tuple(lines),
                    color=thing.color,
                    dashed=thing.stage == STAGES[0],
                    target=node.about if node.about in targets else None,
                    short=short,
                )
            )
        return tuple(shapes)

    # ── charts, changes, threads ──
    def _heat(self, shown: list[Code]) -> Any:
        return heat_of(self.project, shown, self.say)

    def _changes(self, shown: list[Code]) -> tuple[str, Any]:
        if "changes" not in self.options.tabs:
            return "", None
        since: str | int = self.options.since or self._before()
        if not since:
            return "", None
        only = {code.id for code in shown} if self.options.themes else None
        return changes_of(self.read, since, only, self.say, self.quoting)

    def _before(self) -> int:
        """The step of the last review that came back, else of the last version named before this state; 0: neither."""
        reviewed: Review | None = last_review(self.read)
        if reviewed is not None:
            return reviewed.step
        named = self._named()
        versions: list[NamedVersion] = self.read.where("named_version")
        return max((one.step for one in versions if named is None or one.step < named.step), default=0)
