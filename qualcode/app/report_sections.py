"""The sections of a report that are read from the project at one moment."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from ..domain.codebook import PATH_SEPARATOR, Code
from ..domain.documents import turns
from ..domain.errors import NotFound, Phrase, paragraph
from ..domain.history import Step
from ..domain.methods import BY_KEY, COUNTS
from ..domain.progress import Progress
from ..domain.reporting import GUIDELINES, caution, suited
from ..domain.themes import STAGES, Evidence, ThemeCode, is_told, reaches
from ..formats.report_parts import Heading, Paragraph, Part, Quote, Table
from ..store.reading import Reading
from .balanced_quotes import Passage, QuoteChoice, passages_by_code, voices
from .naming import resolve
from .quoting import Quoting
from .report_answers import answers
from .report_audit import decisions
from .report_facts import Facts, facts
from .report_options import ReportOptions, Say
from .report_words import many

_STAGES = {
    "candidate": Phrase("Candidate theme"),
    "reviewed": Phrase("Reviewed theme"),
    "defined": Phrase("Defined theme"),
    "named": Phrase("Named theme"),
    "dropped": Phrase("Dropped theme"),
}
_LINKED = Phrase("Linked from elsewhere in the codebook")
_FIELDS = (
    ("full_definition", Phrase("Full definition")),
    ("include", Phrase("Use when")),
    ("exclude", Phrase("Do not use when")),
    ("example", Phrase("Example")),
    ("near_miss", Phrase("Near miss")),
)


class ReportSections:
    """Each section as the parts it is made of."""

    def __init__(self, read: Reading, options: ReportOptions, progress: Progress, say: Say) -> None:
        self._read = read
        self._options = options
        self._progress = progress
        self._say = say
        self._quoting = Quoting(read, options.display_ids)

    @cached_property
    def _facts(self) -> Facts:
        """What the project tells of itself: read once, for it looks at every text and coding."""
        return facts(self._read, self._options)

    # ── methods ────────────────────────────────────────────────────────────────────────────────────────────
    def methods(self) -> Iterator[Part]:
        """The methods appendix: the approach by its name, for what was done the researchers have to say; then each item
        of the guideline with what they say and what the project tells of it."""
        say = self._say
        found = self._facts
        yield Heading(1, say(Phrase("Methods")))
        method = self._read.study().method
        profile = BY_KEY.get(method)
        if profile is not None:
            chosen_for_it = Phrase(
                "The approach chosen for this study is {method}. How it was carried out is for the researchers to say; "
                "the approach is described in:",
                method=profile.name,
            )
            yield Paragraph(say(chosen_for_it))
            for reference in profile.references:
                yield Paragraph(reference, quiet=True)
        chosen = self._options.guideline
        guideline = GUIDELINES.get(suited(method) if chosen is None else chosen)
        if guideline is None:
            for sentences in found.values():
                yield Paragraph(paragraph(sentences, say))
            return
        said = answers(self._read, guideline.key)
        yield Heading(2, f"{guideline.key}: {say(guideline.title)}")
        yield Paragraph(guideline.reference, quiet=True)
        for note in caution(guideline.key, method):
            yield Paragraph(say(note), quiet=True)
        columns = (say(Phrase("No.")), say(Phrase("Item")), say(Phrase("In this study")))
        for section, items in guideline.sections:
            rows = []
            for item in items:
                told, beside = (
                    paragraph((one for fact in names for one in found.get(fact, ())), say)
                    for names in (item.facts, item.supports)
                )
                words = self._quoting.excerpt(said.get(item.number, ""))
                missing = "" if words or told else say(Phrase("Not stated."))
                asked = say(Phrase("{name}. {asks}", name=item.name, asks=item.asks))
                rows.append((item.number, asked, "\n".join(filter(None, (words, told, missing, beside)))))
            yield Heading(3, say(section))
            yield Table(columns, tuple(rows), (1, 5, 8))

    # ── themes ─────────────────────────────────────────────────────────────────────────────────────────────
    def themes(self) -> Iterator[Part]:
        """Each theme with what holds it together, who speaks, quotes for it and against it."""
        chosen = self._chosen()
        yield Heading(1, self._say(Phrase("Themes")))
        if not chosen:
            yield Paragraph(self._say(Phrase("The codebook has no themes.")))
            return
        yield from self._on_counts()
        below = reaches(self._read.codebook, self._read.where("theme_code"))
        belongs = {theme.id: below[theme.id] for theme in chosen}
        every = {code for codes in belongs.values() for code in codes}
        passages = passages_by_code(self._read, every, self._progress)
        evidence: list[Evidence] = [one for one in self._read.where("evidence") if one.theme in belongs]
        choice = QuoteChoice(self._read, evidence)
        for theme in chosen:
            found = {one.place: one for code in belongs[theme.id] for one in passages.get(code, ())}
            yield from self._theme(theme, list(found.values()), choice)

    def on_charts(self) -> Iterator[Part]:
        """What is to be known of the numbers in the charts: what counts are no proof of, unless it stands above the
        themes, and in how many documents and cases anything is coded at all."""
        if "themes" not in self._options.sections or not self._chosen():
            yield from self._on_counts()
        if coded := self._facts.get("coded"):
            yield Paragraph(paragraph(coded, self._say), quiet=True)

    def _on_counts(self) -> Iterator[Part]:
        """What the method of the study says of counts, where it says anything; with the papers it names, unless they
        stand in the methods section."""
        profile = BY_KEY.get(self._read.study().method)
        note = None if profile is None else profile.hint(COUNTS)
        if profile is None or note is None:
            return
        yield Paragraph(self._say(note), quiet=True)
        if "methods" not in self._options.sections:
            for reference in profile.cited(note):
                yield Paragraph(reference, quiet=True)

    def _linked(self, theme: Code) -> str:
        """The codes that stand elsewhere and belong to a theme too, with where they stand."""
        paths = self._read.codebook.paths()
        place = {code.id: number for number, code in enumerate(self._read.codebook.ordered)}
        links: list[ThemeCode] = self._read.where("theme_code", theme=theme.id)
        found = sorted({link.code for link in links if link.code in place}, key=place.__getitem__)
        return "; ".join(paths[code] for code in found)

    def _chosen(self) -> list[Code]:
        book = self._read.codebook
        if self._options.themes is None:
            return [code for code in book.ordered if code.kind == "theme" and code.stage != "dropped"]
        wanted = {resolve(self._read, Code, name).id for name in self._options.themes}
        named = [code for code in book.ordered if code.id in wanted]
        for code in named:
            if code.kind != "theme":
                raise NotFound("“{name}” is a code, not a theme. Name themes only.", name=code.name)
        return named

    def _theme(self, theme: Code, found: list[Passage], choice: QuoteChoice) -> Iterator[Part]:
        say = self._say
        depth = sum(above.kind == "theme" for above in self._read.codebook.ancestors(theme.id))
        yield Heading(min(2 + depth, 3), theme.name, theme.color)
        told = Phrase(
            "{stage}. {segments} from {voices}.",
            stage=_STAGES[theme.stage or STAGES[0]],
            segments=many(len(found), "segment"),
            voices=many(len(voices(found)), "case" if self._read.count("case") else "document"),
        )
        yield Paragraph(say(told), quiet=True)
        if linked := self._linked(theme):
            yield Paragraph(linked, label=say(_LINKED))
        for text, label in (
            (theme.concept, Phrase("Central organising concept")),
            (theme.definition or theme.full_definition, Phrase("Definition")),
            (theme.boundary, Phrase("Boundary")),
        ):
            if text:
                yield Paragraph(self._quoting.excerpt(text), label=say(label))
        for one in choice.quotes(theme.id, found, self._options.quotes):
            yield self._quote(one)
        missing = Phrase("Nobody has written yet where counter-evidence was looked for.")
        search = theme.counter_search or ""
        searched = self._quoting.excerpt(search) if is_told(search) else say(missing)
        yield Paragraph(searched, label=say(Phrase("Counter-evidence")))
        for one in choice.against(theme.id, self._options.quotes):
            yield self._quote(one)
            if comment := choice.said(theme.id, "against", one):
                yield Paragraph(self._quoting.excerpt(comment), quiet=True)

    def _quote(self, passage: Passage) -> Quote:
        quoting = self._quoting
        before = after = ""
        document, start, end = place = passage.place
        if self._options.context:
            record = self._read.record("document", document)
            around = next(
                (turn for turn in turns(self._read.text(record), record.speakers) if turn.start <= start < turn.end),
                None,
            )
            if around is not None:
                place = (document, around.start, max(around.end, end))
                before = quoting.text(document, around.start, start).strip() if around.start < start else ""
                after = quoting.text(document, end, around.end).strip() if end < around.end else ""
        source = self._say(quoting.citation(document, start))
        return Quote(quoting.text(document, start, end), source, place, before, after)

    # ── codebook and audit ─────────────────────────────────────────────────────────────────────────────────
    def codebook(self) -> Iterator[Part]:
        """Every theme and code with the fields that are filled."""
        book = self._read.codebook
        yield Heading(1, self._say(Phrase("Codebook")))
        if not book.ordered:
            yield Paragraph(self._say(Phrase("The codebook is empty.")))
        for code in book.ordered:
            yield Heading(2 if code.kind == "theme" and code.parent is None else 3, code.name, code.color)
            where = PATH_SEPARATOR.join(one.name for one in reversed(book.ancestors(code.id)))
            beside = " · ".join(filter(None, (where, self._quoting.excerpt(code.status))))
            if beside:
                yield Paragraph(beside, quiet=True)
            if linked := self._linked(code):
                yield Paragraph(linked, label=self._say(_LINKED))
            if code.definition:
                yield Paragraph(self._quoting.excerpt(code.definition))
            for field, label in _FIELDS:
                if getattr(code, field):
                    yield Paragraph(self._quoting.excerpt(getattr(code, field)), label=self._say(label))

    def audit(self) -> Iterator[Part]:
        """What was done to the codebook and the themes, when, by whom and why."""
        say = self._say
        yield Heading(1, say(Phrase("Audit summary")))
        yield Paragraph(paragraph((*self._facts["audit"], *self._facts.get("reviews", ())), say))
        steps = [step for step in self._read.steps() if not step.undone and step.reverts is None]
        per_day = sorted(Counter((step.time[:10], step.coder) for step in steps).items())
        day, who = say(Phrase("Day")), say(Phrase("Who"))
        columns = (day, who, say(Phrase("Steps")))
        yield Table(columns, tuple((when, name, f"{count:,}") for (when, name), count in per_day), (2, 4, 2))
        told = [step for step in steps if step.touches("code", "theme_code", "evidence") and step.reason]
        if told:
            yield Heading(2, say(Phrase("Changes of the codebook and why")))
            clean = self._quoting.sentence
            rows = tuple((step.time[:10], step.coder, clean(say(_told(step))), clean(step.reason)) for step in told)
            yield Table((day, who, say(Phrase("What")), say(Phrase("Why"))), rows, (2, 3, 6, 6))
        decided = [
            (when, name, say(what), "\n".join(filter(None, (say(decision), answer))))
            for when, name, what, decision, answer in decisions(self._read, self._quoting)
        ]
        if decided:
            yield Heading(2, say(Phrase("Decisions on what reviewers said")))
            heads = (day, who, say(Phrase("Said in review")), say(Phrase("Decision")))
            yield Table(heads, tuple(decided), (2, 3, 6, 6))


def _told(step: Step) -> Phrase:
    values: dict[str, Any] = step.values
    return Phrase(step.template, english=step.what, **values)
