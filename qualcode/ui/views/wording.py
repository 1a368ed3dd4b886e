"""What the co-occurrence view calls rules, measures and numbers, in the language of the window."""

from math import isfinite

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ...app.analysing.undefined import reason_of
from ...app.charts import Meeting
from ..translation import say

translate = QCoreApplication.translate


def rule_names() -> list[tuple[str, str]]:
    """The rules in the order of the menu; `near` takes its number from the box beside it."""
    return [
        ("overlap", translate("Cooccurrence", "Overlap: share text")),
        ("same-segment", translate("Cooccurrence", "Same segment")),
        ("sentence", translate("Cooccurrence", "Sentence")),
        ("turn", translate("Cooccurrence", "Turn")),
        ("paragraph", translate("Cooccurrence", "Paragraph")),
        ("near", translate("Cooccurrence", "Near: within turns")),
        ("document", translate("Cooccurrence", "Document")),
        ("case", translate("Cooccurrence", "Case")),
    ]


def measure_names() -> list[tuple[str, str, str]]:
    """Key, name and meaning of what a cell can show."""
    return [
        (
            "pairs",
            translate("Cooccurrence", "Pairs of segments"),
            translate("Cooccurrence", "Segments of one code that share text with one of the other"),
        ),
        (
            "n_ab",
            translate("Cooccurrence", "Units with both"),
            translate("Cooccurrence", "Units of the rule that carry both codes"),
        ),
        (
            "documents",
            translate("Cooccurrence", "Documents with both"),
            translate("Cooccurrence", "Documents in which the two codes meet"),
        ),
        (
            "jaccard",
            translate("Cooccurrence", "Jaccard"),
            translate("Cooccurrence", "Units with both, of the units with either (0 to 1)"),
        ),
        (
            "dice",
            translate("Cooccurrence", "Dice"),
            translate("Cooccurrence", "Twice the units with both, of the units of each added up (0 to 1)"),
        ),
        (
            "overlap",
            translate("Cooccurrence", "Overlap coefficient"),
            translate("Cooccurrence", "Units with both, of those of the rarer code (0 to 1)"),
        ),
        (
            "p_b_given_a",
            translate("Cooccurrence", "Column, given row: P(B|A)"),
            translate("Cooccurrence", "How much of the row’s code has the column’s code too (0 to 1)"),
        ),
        (
            "lift",
            translate("Cooccurrence", "Lift"),
            translate("Cooccurrence", "How many times as often as if the codes were independent (1 = just so)"),
        ),
        (
            "phi",
            translate("Cooccurrence", "Phi"),
            translate("Cooccurrence", "Correlation of the two codes over all units (−1 to 1)"),
        ),
    ]


def coefficient_names() -> dict[str, str]:
    """Short names of the coefficients."""
    return {
        "jaccard": translate("Cooccurrence", "Jaccard"),
        "dice": translate("Cooccurrence", "Dice"),
        "overlap": translate("Cooccurrence", "overlap coefficient"),
        "p_b_given_a": "P(B|A)",
        "p_a_given_b": "P(A|B)",
        "lift": translate("Cooccurrence", "lift"),
        "phi": translate("Cooccurrence", "phi"),
    }


def unit_count(unit: str, count: int) -> str:
    """So many units of a rule, in words."""
    texts = {
        "character": QT_TRANSLATE_NOOP("Cooccurrence", "%n shared character(s)"),
        "span": QT_TRANSLATE_NOOP("Cooccurrence", "%n shared segment(s)"),
        "sentence": QT_TRANSLATE_NOOP("Cooccurrence", "%n shared sentence(s)"),
        "turn": QT_TRANSLATE_NOOP("Cooccurrence", "%n shared turn(s)"),
        "paragraph": QT_TRANSLATE_NOOP("Cooccurrence", "%n shared paragraph(s)"),
        "window": QT_TRANSLATE_NOOP("Cooccurrence", "%n shared window(s)"),
        "document": QT_TRANSLATE_NOOP("Cooccurrence", "%n shared document(s)"),
        "case": QT_TRANSLATE_NOOP("Cooccurrence", "%n shared case(s)"),
    }
    return counted(texts[unit], count)


def counted(text: str, count: int) -> str:
    """A text of the context `Cooccurrence` with `%n` in it; English makes its plurals in `(s)` itself."""
    translated = translate("Cooccurrence", text, None, count)
    if translated == text.replace("%n", str(count)):
        return text.replace("%n", f"{count:,}").replace("(s)", "" if count == 1 else "s")
    return translated.replace(str(count), f"{count:,}", 1)


def value_text(meeting: Meeting, measure: str, why: bool = False) -> str:
    """A coefficient of two codes; “not defined” where it is not, with the reason if asked `why`."""
    from ...analysis.matrices import number_text

    value = meeting.coefficients.get(measure)
    if value is not None and isfinite(value):
        return number_text(value, measure)
    return not_defined(measure) if why else translate("Cooccurrence", "not defined")


def not_defined(measure: str) -> str:
    """That a coefficient of two codes is not defined, and why."""
    plain, why = translate("Cooccurrence", "not defined"), reason_of("cooccurrence", measure)
    return plain if why is None else f"{plain} ({say(why).rstrip('.。')})"


def meeting_lines(meeting: Meeting) -> list[str]:
    """All coefficients of two codes, a line each, for a tooltip or a reader of the screen."""
    return [f"{name} {value_text(meeting, key, why=True)}" for key, name in coefficient_names().items()]
