"""The five method profiles as data: what each is, where it is described, and what it brings to the fore.

A profile changes what is offered first, default choices, questions and explanations. It never forbids anything, and it
changes no number.
"""

import re
from dataclasses import dataclass

from .errors import BadInput, Phrase

# hints that a profile may bring; the window knows where each is shown
COUNTS, SATURATION, NAME_CODEBOOK = "counts", "saturation", "name-codebook"
# views of the Analyse tab and pages of the Themes tab that a profile may show first
CASES_BY_THEMES, MAP = "cases_by_themes", "map"


@dataclass(frozen=True, slots=True)
class Method:
    """A profile.

    `foremost` are the ids of the window's commands that get buttons of their own in the bar; `first_panel` is the panel
    that stands open in a new project, `first_analysis` and `first_themes` what the Analyse and Themes tabs show at
    first ("": as ever). With `map_history` the history of a map stands open below it. `memo_types`, `relations` between
    segments and `map_relations` on maps are offered before the others, in this order; `memo_type` is what a new memo is
    at first. `prompts` are questions offered where a memo has no words yet, in the journal too if it `asks`;
    `stage_prompts` those asked when a theme comes into a stage. `hints` are explanations shown where they matter, until
    they are dismissed. `words` say commands of the window in the method's own words, `changes` what choosing the
    profile does, sentence by sentence.
    """

    key: str
    name: Phrase
    about: Phrase
    references: tuple[str, ...]
    changes: tuple[Phrase, ...]
    foremost: tuple[str, ...] = ()
    first_panel: str = ""
    first_analysis: str = ""
    first_themes: str = ""
    map_history: bool = False
    memo_type: str = ""
    memo_types: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    map_relations: tuple[str, ...] = ()
    prompts: tuple[Phrase, ...] = ()
    asks: bool = False
    stage_prompts: tuple[tuple[str, Phrase], ...] = ()
    hints: tuple[tuple[str, Phrase], ...] = ()
    words: tuple[tuple[str, Phrase], ...] = ()

    def hint(self, name: str) -> Phrase | None:
        """What this profile says in a place that may show a hint."""
        return dict(self.hints).get(name)

    def cited(self, note: str) -> tuple[str, ...]:
        """The references that an explanation names, as “(Braun & Clarke 2006, 2021a)”."""
        years = set(re.findall(r"\b\d{4}[a-z]?\b", note))
        return tuple(one for one in self.references if years & set(re.findall(r"\((\d{4}[a-z]?)\)", one)))

    def stage_prompt(self, stage: str) -> Phrase | None:
        """What this profile asks when a theme comes into a stage."""
        return dict(self.stage_prompts).get(stage)


_NAME_CODEBOOK = Phrase(
    "What was coded before and after a change of the codebook is hard to compare. A named version says which codebook "
    "a round was coded with, and what has changed since."
)

PROFILES: tuple[Method, ...] = (
    Method(
        key="reflexive",
        name=Phrase("Reflexive thematic analysis"),
        about=Phrase(
            "Themes are made by the researcher, who reads closely, codes openly and asks how their own position shapes "
            "what they see. The codebook grows and changes; agreement between coders is not an aim."
        ),
        references=(
            "Braun, V., & Clarke, V. (2006). Using thematic analysis in psychology. Qualitative Research in "
            "Psychology, 3(2), 77–101.",
            "Braun, V., & Clarke, V. (2019). Reflecting on reflexive thematic analysis. Qualitative Research in Sport, "
            "Exercise and Health, 11(4), 589–597.",
            "Braun, V., & Clarke, V. (2021a). One size fits all? What counts as quality practice in (reflexive) "
            "thematic analysis? Qualitative Research in Psychology, 18(3), 328–352.",
            "Braun, V., & Clarke, V. (2021b). To saturate or not to saturate? Questioning data saturation as a useful "
            "concept for thematic analysis and sample-size rationales. Qualitative Research in Sport, Exercise and "
            "Health, 13(2), 201–216.",
            "Braun, V., & Clarke, V. (2022). Thematic analysis: A practical guide. SAGE.",
        ),
        changes=(
            Phrase("The reflexive journal and the history of the theme map have buttons in the bar."),
            Phrase("The journal stands open in a new project and asks a question now and then."),
            Phrase("A new memo is a reflexive one, with questions to start from."),
            Phrase("When a theme comes into another stage, a question goes with it."),
            Phrase("Below a theme map its history stands open."),
            Phrase("Where something is counted, a note says what counts are and are not evidence of."),
            Phrase("Beside the report a note says what saturation and agreement are no proof of."),
        ),
        foremost=("journal", "map_history"),
        first_panel="journal",
        map_history=True,
        memo_type="reflexive",
        memo_types=("reflexive", "analytic", "question"),
        prompts=(
            Phrase("What did I expect to find here, and what surprised me?"),
            Phrase("Which of my own experiences does this passage touch?"),
            Phrase("Who would read this differently, and how?"),
            Phrase("What am I not coding, and why?"),
            Phrase("How has this theme changed since I first saw it, and what changed it?"),
        ),
        asks=True,
        stage_prompts=(
            ("candidate", Phrase("What brought this theme back, and what do you see in it that you did not before?")),
            ("reviewed", Phrase("What did reading it against all of the data change, and what does it leave out?")),
            (
                "defined",
                Phrase("What is the one idea at its centre, and whose telling of it is this: theirs or yours?"),
            ),
            ("named", Phrase("What does the name bring to the fore, and what does it hide?")),
            ("dropped", Phrase("What made you let it go, and what did you learn from it?")),
        ),
        hints=(
            (
                COUNTS,
                Phrase(
                    "Counts describe the data set. In reflexive thematic analysis they are no proof of a theme: what "
                    "matters is whether it says something about the research question (Braun & Clarke 2006, 2021a)."
                ),
            ),
            (
                SATURATION,
                Phrase(
                    "Neither saturation nor agreement between coders is a proof of quality in reflexive thematic "
                    "analysis. Where a guideline asks for them, say why they do not apply (Braun & Clarke 2021a, "
                    "2021b)."
                ),
            ),
        ),
        words=(
            ("journal", Phrase("Reflexive journal")),
            ("memo", Phrase("Write a reflexive memo…")),
            ("name_point", Phrase("Name this point of the analysis…")),
        ),
    ),
    Method(
        key="codebook",
        name=Phrase("Codebook or template analysis"),
        about=Phrase(
            "A codebook or template is drawn up from theory and some of the data, applied to more, revised and applied "
            "again. Each version is kept, so that readers can follow how the final one came about."
        ),
        references=(
            "King, N., & Brooks, J. M. (2017). Template analysis for business and management students. SAGE.",
            "Brooks, J., McCluskey, S., Turley, E., & King, N. (2015). The utility of template analysis in qualitative "
            "psychology research. Qualitative Research in Psychology, 12(2), 202–222.",
            "Braun, V., & Clarke, V. (2021). Can I use TA? Should I use TA? Should I not use TA? Comparing reflexive "
            "thematic analysis and other pattern-based qualitative analytic approaches. Counselling and Psychotherapy "
            "Research, 21(1), 37–47 (on codebook approaches as a family).",
        ),
        changes=(
            Phrase("Naming a version of the codebook and its changes have buttons in the bar."),
            Phrase("The status line says so when the codebook has changed since its last named version."),
            Phrase(
                "A new memo is one about codes, with questions to start from; memos about method and codes are first."
            ),
        ),
        foremost=("name_point", "codebook_changes"),
        memo_type="code",
        memo_types=("code", "method", "analytic"),
        prompts=(
            Phrase("Which code was hard to apply here, and which words of its definition would help?"),
            Phrase("What in the data has no place in the codebook yet?"),
            Phrase("Which codes mean nearly the same, and what tells them apart?"),
        ),
        hints=((NAME_CODEBOOK, _NAME_CODEBOOK),),
        words=(("name_point", Phrase("Name this codebook version…")),),
    ),
    Method(
        key="coding-reliability",
        name=Phrase("Coding reliability"),
        about=Phrase(
            "Several coders apply one agreed codebook independently, and their agreement is measured before and while "
            "the data set is coded. The codebook is fixed for each round."
        ),
        references=(
            "Boyatzis, R. E. (1998). Transforming qualitative information: Thematic analysis and code development. "
            "SAGE.",
            "Guest, G., MacQueen, K. M., & Namey, E. E. (2012). Applied thematic analysis. SAGE.",
        ),
        changes=(
            Phrase("Fixing a version of the codebook and its changes have buttons in the bar."),
            Phrase("The status line says so when the codebook has changed since its last named version."),
            Phrase(
                "A new memo is one about method, with questions to start from; memos about method and codes are first."
            ),
            Phrase("Measures of agreement between coders are not there yet."),
        ),
        foremost=("name_point", "codebook_changes"),
        memo_type="method",
        memo_types=("method", "code", "question"),
        prompts=(
            Phrase("Where did we code differently, and what must the definition say?"),
            Phrase("What did we agree on in this round, and from which codebook version on does it hold?"),
            Phrase("Which segments should everybody code again?"),
        ),
        hints=((NAME_CODEBOOK, _NAME_CODEBOOK),),
        words=(("name_point", Phrase("Fix this codebook version…")),),
    ),
    Method(
        key="framework",
        name=Phrase("Framework analysis"),
        about=Phrase(
            "A thematic framework is applied to the whole data set, and what each case says on each theme is charted "
            "in a matrix, which is then read by row and by column."
        ),
        references=(
            "Ritchie, J., & Spencer, L. (1994). Qualitative data analysis for applied policy research. In A. Bryman & "
            "R. G. Burgess (Eds.), Analyzing qualitative data (pp. 173–194). Routledge.",
            "Gale, N. K., Heath, G., Cameron, E., Rashid, S., & Redwood, S. (2013). Using the framework method for the "
            "analysis of qualitative data in multi-disciplinary health research. BMC Medical Research Methodology, "
            "13, 117.",
        ),
        changes=(
            Phrase("The matrix of cases by themes comes first in the Analyse tab and has a button in the bar."),
            Phrase(
                "It shows how many segments a case has on a theme and the first words, or the summary you write of "
                "them; a cell opens its quotes."
            ),
            Phrase("The report has the matrix below its themes."),
            Phrase("The table of cases and variables has a button in the bar."),
            Phrase("A new memo is one about a case, with questions to start from; memos about cases are first."),
        ),
        foremost=("cases_by_themes", "cases"),
        first_analysis=CASES_BY_THEMES,
        memo_type="case",
        memo_types=("case", "analytic", "method"),
        prompts=(
            Phrase("What does this case say on this theme, in a sentence?"),
            Phrase("Which cases are alike here, and which one is different?"),
            Phrase("Which cell of the matrix is empty, and what does that say?"),
        ),
        words=(("cases_by_themes", Phrase("Framework matrix")),),
    ),
    Method(
        key="grounded",
        name=Phrase("Grounded theory"),
        about=Phrase(
            "Concepts are built from the data by constant comparison, raised to categories, and related to each other "
            "until they explain a process. Memos carry the theory from the first code to the last."
        ),
        references=(
            "Glaser, B. G., & Strauss, A. L. (1967). The discovery of grounded theory. Aldine.",
            "Corbin, J., & Strauss, A. (2008). Basics of qualitative research (3rd ed.). SAGE.",
            "Charmaz, K. (2014). Constructing grounded theory (2nd ed.). SAGE.",
        ),
        changes=(
            Phrase("The journal has a button in the bar and stands open in a new project."),
            Phrase("A new memo is a theoretical one, with questions to start from; theory and analysis come first."),
            Phrase("Among relations, between segments and on maps, those that explain come first."),
            Phrase("The Themes tab opens with the map of relations."),
        ),
        foremost=("journal",),
        first_panel="journal",
        first_themes=MAP,
        memo_type="theory",
        memo_types=("theory", "analytic", "question"),
        relations=("explains", "continues", "contradicts"),
        map_relations=("condition for", "leads to", "part of"),
        prompts=(
            Phrase("What is going on here? What are people doing?"),
            Phrase("What does this code have in common with others, and where does it differ?"),
            Phrase("Under what conditions does this happen, and with what consequences?"),
            Phrase("Which gap should the next interview fill?"),
        ),
        words=(("memo", Phrase("Write a theoretical memo…")),),
    ),
)
BY_KEY = {method.key: method for method in PROFILES}


def checked_method(key: str) -> str:
    """The key of a method, "" for none. Raises `BadInput` for what there is not."""
    wanted = key.strip().casefold()
    if wanted and wanted not in BY_KEY:
        raise BadInput(
            "There is no method “{method}”. Choose one of: {methods}.", method=key, methods=", ".join(BY_KEY)
        )
    return wanted


def foremost_first(offered: tuple[str, ...], first: tuple[str, ...]) -> tuple[str, ...]:
    """What is offered, with what a method brings to the fore before the rest."""
    return tuple(dict.fromkeys((*(one for one in first if one in offered), *offered)))
