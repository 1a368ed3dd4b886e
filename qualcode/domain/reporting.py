"""Reporting guidelines of qualitative research: their items, and what a researcher says to them.

COREQ: Tong, Sainsbury & Craig 2007, International Journal for Quality in Health Care 19(6), 349-357, 32 items.
SRQR: O'Brien, Harris, Beckman, Reed & Cook 2014, Academic Medicine 89(9), 1245-1251, 21 items.
The items are named as there; what each asks for is in our words.
"""

from dataclasses import dataclass
from uuid import UUID

from .errors import Phrase


@dataclass(frozen=True, slots=True)
class ReportAnswer:
    """What a researcher says to an item; `guideline` is the key of `GUIDELINES`, `item` the number in it."""

    id: UUID
    guideline: str
    item: str
    text: str
    coder: UUID
    created: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item: its number, its name, and what it asks for. `facts` name what the project itself can tell that answers
    just this (`app.report_facts`), `supports` what it can tell that helps with an answer and is none."""

    number: str
    name: Phrase
    asks: Phrase
    facts: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Guideline:
    """A guideline: how it is cited, and its items by section."""

    key: str
    title: Phrase
    reference: str
    sections: tuple[tuple[Phrase, tuple[Item, ...]], ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in their order."""
        return tuple(item for _, items in self.sections for item in items)


_COREQ = Guideline(
    "COREQ",
    Phrase("Consolidated criteria for reporting qualitative research"),
    "Tong A, Sainsbury P, Craig J (2007). Consolidated criteria for reporting qualitative research (COREQ): a 32-item "
    "checklist for interviews and focus groups. International Journal for Quality in Health Care 19(6), 349–357.",
    (
        (
            Phrase("Research team and reflexivity"),
            (
                Item("1", Phrase("Interviewer/facilitator"), Phrase("Who conducted the interviews or focus groups?")),
                Item("2", Phrase("Credentials"), Phrase("Which degrees did the researchers hold?")),
                Item("3", Phrase("Occupation"), Phrase("What was their occupation at the time of the study?")),
                Item("4", Phrase("Gender"), Phrase("What gender were the researchers?")),
                Item("5", Phrase("Experience and training"), Phrase("Which experience or training did they have?")),
                Item(
                    "6", Phrase("Relationship established"), Phrase("Was there a relationship before the study began?")
                ),
                Item(
                    "7",
                    Phrase("Participant knowledge of the interviewer"),
                    Phrase("What did participants know about them?"),
                ),
                Item(
                    "8",
                    Phrase("Interviewer characteristics"),
                    Phrase("Which assumptions, interests or biases of theirs are reported?"),
                    supports=("reflexivity",),
                ),
            ),
        ),
        (
            Phrase("Study design"),
            (
                Item(
                    "9",
                    Phrase("Methodological orientation and Theory"),
                    Phrase("Which methodological orientation and theory underpin the study?"),
                    ("method",),
                ),
                Item("10", Phrase("Sampling"), Phrase("How were participants chosen?")),
                Item("11", Phrase("Method of approach"), Phrase("How were they approached?")),
                Item("12", Phrase("Sample size"), Phrase("How many took part?"), supports=("sample", "coded")),
                Item("13", Phrase("Non-participation"), Phrase("How many refused or left, and why?")),
                Item("14", Phrase("Setting of data collection"), Phrase("Where were the data collected?")),
                Item("15", Phrase("Presence of non-participants"), Phrase("Was anyone else there?")),
                Item(
                    "16",
                    Phrase("Description of sample"),
                    Phrase("What are the important characteristics of the sample?"),
                    ("variables",),
                    ("length",),
                ),
                Item(
                    "17",
                    Phrase("Interview guide"),
                    Phrase("Were questions and prompts given; was the guide tried out?"),
                ),
                Item("18", Phrase("Repeat interviews"), Phrase("Were interviews repeated; how many?")),
                Item("19", Phrase("Audio/visual recording"), Phrase("How were the data recorded?")),
                Item(
                    "20", Phrase("Field notes"), Phrase("Were notes made in the field, during or after the interviews?")
                ),
                Item("21", Phrase("Duration"), Phrase("How long were the interviews or focus groups?")),
                Item("22", Phrase("Data saturation"), Phrase("Was saturation discussed?")),
                Item(
                    "23", Phrase("Transcripts returned"), Phrase("Were transcripts returned for comment or correction?")
                ),
            ),
        ),
        (
            Phrase("Analysis and findings"),
            (
                Item(
                    "24",
                    Phrase("Number of data coders"),
                    Phrase("How many people coded the data?"),
                    ("coders",),
                    ("coded",),
                ),
                Item(
                    "25",
                    Phrase("Description of the coding tree"),
                    Phrase("Is the coding tree described?"),
                    ("codebook",),
                ),
                Item(
                    "26",
                    Phrase("Derivation of themes"),
                    Phrase("Were themes set in advance or derived from the data?"),
                    ("theme_origins",),
                    ("code_origins", "before_coding"),
                ),
                Item("27", Phrase("Software"), Phrase("Which software managed the data?"), ("software",)),
                Item("28", Phrase("Participant checking"), Phrase("Did participants give feedback on the findings?")),
                Item(
                    "29",
                    Phrase("Quotations presented"),
                    Phrase("Are quotations given, and each identified?"),
                    ("quotes",),
                ),
                Item(
                    "30",
                    Phrase("Data and findings consistent"),
                    Phrase("Do the findings agree with the data?"),
                    supports=("evidence",),
                ),
                Item(
                    "31",
                    Phrase("Clarity of major themes"),
                    Phrase("Are the major themes clearly presented?"),
                    supports=("themes",),
                ),
                Item(
                    "32",
                    Phrase("Clarity of minor themes"),
                    Phrase("Are diverse cases and minor themes discussed?"),
                    supports=("counter_evidence",),
                ),
            ),
        ),
    ),
)

_SRQR = Guideline(
    "SRQR",
    Phrase("Standards for reporting qualitative research"),
    "O’Brien BC, Harris IB, Beckman TJ, Reed DA, Cook DA (2014). Standards for reporting qualitative research: a "
    "synthesis of recommendations. Academic Medicine 89(9), 1245–1251.",
    (
        (
            Phrase("Title and abstract"),
            (
                Item(
                    "S1",
                    Phrase("Title"),
                    Phrase("Does the title say that the study is qualitative, or by which approach?"),
                ),
                Item("S2", Phrase("Abstract"), Phrase("Which key elements does the abstract give?")),
            ),
        ),
        (
            Phrase("Introduction"),
            (
                Item("S3", Phrase("Problem formulation"), Phrase("Which problem was studied, and why does it matter?")),
                Item("S4", Phrase("Purpose or research question"), Phrase("What was the study to find out?")),
            ),
        ),
        (
            Phrase("Methods"),
            (
                Item(
                    "S5",
                    Phrase("Qualitative approach and research paradigm"),
                    Phrase("Which approach and paradigm guided the study, and why?"),
                    ("method",),
                ),
                Item(
                    "S6",
                    Phrase("Researcher characteristics and reflexivity"),
                    Phrase("What in the researchers may have shaped the study?"),
                    supports=("reflexivity",),
                ),
                Item("S7", Phrase("Context"), Phrase("In which setting did it take place?")),
                Item(
                    "S8",
                    Phrase("Sampling strategy"),
                    Phrase(
                        "How and why were participants, documents or events chosen; by which criteria (such as "
                        "saturation) was it decided that no more were needed?"
                    ),
                ),
                Item(
                    "S9",
                    Phrase("Ethical issues pertaining to human subjects"),
                    Phrase("Which approval and consent were there; how were data protected?"),
                ),
                Item("S10", Phrase("Data collection methods"), Phrase("Which data were collected, how and when?")),
                Item(
                    "S11",
                    Phrase("Data collection instruments and technologies"),
                    Phrase("Which guides, questionnaires and devices were used; did they change on the way?"),
                ),
                Item(
                    "S12",
                    Phrase("Units of study"),
                    Phrase("How many participants, documents or events; what are they like?"),
                    ("sample", "variables"),
                    ("coded", "length"),
                ),
                Item(
                    "S13",
                    Phrase("Data processing"),
                    Phrase("How were data transcribed, kept, coded, and made anonymous?"),
                    ("processing", "software", "privacy"),
                ),
                Item(
                    "S14",
                    Phrase("Data analysis"),
                    Phrase("How were themes identified and developed; who took part?"),
                    ("coders", "theme_origins"),
                    ("coded", "code_origins", "before_coding", "codebook"),
                ),
                Item(
                    "S15",
                    Phrase("Techniques to enhance trustworthiness"),
                    Phrase("What was done so that the findings can be trusted?"),
                    ("audit", "reviews", "memos", "counter_evidence"),
                ),
            ),
        ),
        (
            Phrase("Results/findings"),
            (
                Item(
                    "S16",
                    Phrase("Synthesis and interpretation"),
                    Phrase("What are the main findings?"),
                    supports=("themes",),
                ),
                Item(
                    "S17",
                    Phrase("Links to empirical data"),
                    Phrase("Which quotes and notes support them?"),
                    ("quotes", "evidence"),
                ),
            ),
        ),
        (
            Phrase("Discussion"),
            (
                Item(
                    "S18",
                    Phrase(
                        "Integration with prior work, implications, transferability, and contribution(s) to the field"
                    ),
                    Phrase(
                        "How do the findings relate to earlier work; what follows from them, where do they apply, and "
                        "what do they add?"
                    ),
                ),
                Item("S19", Phrase("Limitations"), Phrase("What limits the findings and whether they can be trusted?")),
            ),
        ),
        (
            Phrase("Other"),
            (
                Item(
                    "S20",
                    Phrase("Conflicts of interest"),
                    Phrase("What may have influenced the study, and how was it managed?"),
                ),
                Item("S21", Phrase("Funding"), Phrase("Who funded it, and with which part in it?")),
            ),
        ),
    ),
)

GUIDELINES: dict[str, Guideline] = {one.key: one for one in (_COREQ, _SRQR)}

_RTARG = (
    "Braun, V., & Clarke, V. (2024). Supporting best practice in reflexive thematic analysis reporting in Palliative "
    "Medicine: A review of published research and introduction to the Reflexive Thematic Analysis Reporting Guidelines "
    "(RTARG). Palliative Medicine, 38(6), 608–616."
)
_NOT_OFFERED = Phrase(
    "RTARG, made for reflexive thematic analysis (Braun & Clarke 2024, Palliative Medicine 38(6), 608–616), is not "
    "offered: its items stand in a supplement to the paper that could not be read when this program was made."
)
_NO_MARKS = Phrase(
    "Items 22 and 24 ask for data saturation and for the number of coders. Neither is a mark of quality in "
    "reflexive thematic analysis (Braun & Clarke 2021a, 2021b), and checklists that do not fit its values are "
    "among the reasons why it is often reported badly (Braun & Clarke 2024)."
)
_NO_SATURATION = Phrase(
    "Item S8 asks when no more sampling was needed and names saturation as an example. Saturation is no mark of "
    "quality in reflexive thematic analysis (Braun & Clarke 2021b); other reasons may stand in its place."
)
_REFLEXIVE = "reflexive"


def suited(method: str) -> str:
    """The guideline offered first in a study with this method: SRQR, which asks for no number of coders and names
    saturation only as one criterion among others (S8), where the analysis is reflexive; else COREQ."""
    return _SRQR.key if method == _REFLEXIVE else _COREQ.key


def caution(guideline: str, method: str) -> tuple[str, ...]:
    """What a reader should know of a guideline that does not fit the method: a sentence, and the reference that the
    method does not bring with it."""
    if method != _REFLEXIVE:
        return ()
    if guideline == _SRQR.key:
        return (_NO_SATURATION,)
    return (_NO_MARKS, _RTARG) if guideline == _COREQ.key else ()


def not_offered(method: str) -> tuple[Phrase, ...]:
    """What is said where a guideline is chosen, of one that was made for the method and is not there."""
    return (_NOT_OFFERED,) if method == _REFLEXIVE else ()
