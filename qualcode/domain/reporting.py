"""Reporting guidelines of qualitative research: their items, and what a researcher says to them.

COREQ: Tong, Sainsbury & Craig 2007, International Journal for Quality in Health Care 19(6), 349-357, 32 items.
SRQR: O'Brien, Harris, Beckman, Reed & Cook 2014, Academic Medicine 89(9), 1245-1251, 21 items.
The items are named as there; what each asks for is in our words.
"""

from dataclasses import dataclass
from uuid import UUID


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
    """An item: its number, its name, and what it asks for. `fact` names what the project itself can tell of it
    (`app.report_facts`), or is empty."""

    number: str
    name: str
    asks: str
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Guideline:
    """A guideline: how it is cited, and its items by section."""

    key: str
    title: str
    reference: str
    sections: tuple[tuple[str, tuple[Item, ...]], ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in their order."""
        return tuple(item for _, items in self.sections for item in items)


_COREQ = Guideline(
    "COREQ",
    "Consolidated criteria for reporting qualitative research",
    "Tong A, Sainsbury P, Craig J (2007). Consolidated criteria for reporting qualitative research (COREQ): a 32-item "
    "checklist for interviews and focus groups. International Journal for Quality in Health Care 19(6), 349–357.",
    (
        (
            "Research team and reflexivity",
            (
                Item("1", "Interviewer or facilitator", "Who conducted the interviews or focus groups?"),
                Item("2", "Credentials", "Which degrees did the researchers hold?"),
                Item("3", "Occupation", "What was their occupation at the time of the study?"),
                Item("4", "Gender", "What gender were the researchers?"),
                Item("5", "Experience and training", "Which experience or training did they have?"),
                Item("6", "Relationship established", "Was there a relationship before the study began?"),
                Item("7", "Participant knowledge of the interviewer", "What did participants know about them?"),
                Item(
                    "8",
                    "Interviewer characteristics",
                    "Which assumptions, interests or biases of theirs are reported?",
                    "reflexivity",
                ),
            ),
        ),
        (
            "Study design",
            (
                Item(
                    "9",
                    "Methodological orientation and theory",
                    "Which orientation underpins the study?",
                    "method",
                ),
                Item("10", "Sampling", "How were participants chosen?"),
                Item("11", "Method of approach", "How were they approached?"),
                Item("12", "Sample size", "How many took part?", "sample"),
                Item("13", "Non-participation", "How many refused or left, and why?"),
                Item("14", "Setting of data collection", "Where were the data collected?"),
                Item("15", "Presence of non-participants", "Was anyone else there?"),
                Item("16", "Description of sample", "What characterises the sample?", "variables"),
                Item("17", "Interview guide", "Were questions and prompts given; was the guide tried out?"),
                Item("18", "Repeat interviews", "Were interviews repeated; how many?"),
                Item("19", "Audio or visual recording", "How were the data recorded?"),
                Item("20", "Field notes", "Were field notes made?", "memos"),
                Item("21", "Duration", "How long were the interviews or focus groups?", "length"),
                Item("22", "Data saturation", "Was saturation discussed?"),
                Item("23", "Transcripts returned", "Were transcripts returned for comment or correction?"),
            ),
        ),
        (
            "Analysis and findings",
            (
                Item("24", "Number of data coders", "How many people coded the data?", "coders"),
                Item("25", "Description of the coding tree", "Is the coding tree described?", "codebook"),
                Item("26", "Derivation of themes", "Were themes set in advance or derived from the data?", "origins"),
                Item("27", "Software", "Which software managed the data?", "software"),
                Item("28", "Participant checking", "Did participants give feedback on the findings?"),
                Item("29", "Quotations presented", "Are quotations given, and each identified?", "quotes"),
                Item("30", "Data and findings consistent", "Do the findings agree with the data?", "evidence"),
                Item("31", "Clarity of major themes", "Are the major themes clearly presented?", "themes"),
                Item(
                    "32",
                    "Clarity of minor themes",
                    "Are diverse cases and minor themes discussed?",
                    "counter_evidence",
                ),
            ),
        ),
    ),
)

_SRQR = Guideline(
    "SRQR",
    "Standards for reporting qualitative research",
    "O’Brien BC, Harris IB, Beckman TJ, Reed DA, Cook DA (2014). Standards for reporting qualitative research: a "
    "synthesis of recommendations. Academic Medicine 89(9), 1245–1251.",
    (
        (
            "Title and abstract",
            (
                Item("S1", "Title", "Does the title say that the study is qualitative, or by which approach?"),
                Item("S2", "Abstract", "Which key elements does the abstract give?"),
            ),
        ),
        (
            "Introduction",
            (
                Item("S3", "Problem formulation", "Which problem was studied, and why does it matter?"),
                Item("S4", "Purpose or research question", "What was the study to find out?"),
            ),
        ),
        (
            "Methods",
            (
                Item(
                    "S5",
                    "Qualitative approach and research paradigm",
                    "Which approach and paradigm guided the study, and why?",
                    "method",
                ),
                Item(
                    "S6",
                    "Researcher characteristics and reflexivity",
                    "What in the researchers may have shaped the study?",
                    "reflexivity",
                ),
                Item("S7", "Context", "In which setting did it take place?"),
                Item("S8", "Sampling strategy", "How and why were people, documents or events chosen?", "sample"),
                Item(
                    "S9", "Ethical issues", "Which approval and consent were there; how were data protected?", "privacy"
                ),
                Item("S10", "Data collection methods", "Which data were collected, how and when?", "length"),
                Item("S11", "Data collection instruments", "Which guides and devices were used?"),
                Item(
                    "S12",
                    "Units of study",
                    "How many participants, documents or events; what are they like?",
                    "variables",
                ),
                Item("S13", "Data processing", "How were data transcribed, kept, and made anonymous?", "processing"),
                Item("S14", "Data analysis", "How were themes found; who took part?", "coders"),
                Item(
                    "S15",
                    "Techniques to enhance trustworthiness",
                    "What was done so that the findings can be trusted?",
                    "audit",
                ),
            ),
        ),
        (
            "Results",
            (
                Item("S16", "Synthesis and interpretation", "What are the main findings?", "themes"),
                Item("S17", "Links to empirical data", "Which quotes and notes support them?", "quotes"),
            ),
        ),
        (
            "Discussion",
            (
                Item(
                    "S18",
                    "Integration with prior work and contribution",
                    "How do the findings relate to earlier work, and where do they apply?",
                ),
                Item("S19", "Limitations", "What limits them?", "counter_evidence"),
            ),
        ),
        (
            "Other",
            (
                Item("S20", "Conflicts of interest", "What may have influenced the study, and how was it managed?"),
                Item("S21", "Funding", "Who funded it, and with which part in it?"),
            ),
        ),
    ),
)

GUIDELINES: dict[str, Guideline] = {one.key: one for one in (_COREQ, _SRQR)}
