"""What the researchers say to the items of a reporting guideline, where the project cannot tell."""

from ..domain.documents import clean
from ..domain.errors import BadInput
from ..domain.ids import new_id
from ..domain.reporting import GUIDELINES, ReportAnswer
from ..store.reading import Reading
from ..store.work import Work
from .acting import coder_of
from .action import action

LONGEST_ANSWER = 20_000  # characters


@action("Answer {guideline} {item}")
def answer_item(work: Work, guideline: str, item: str, text: str) -> ReportAnswer | None:
    """Write what is to stand at an item of a guideline; empty text takes it away. The record, or None."""
    known = GUIDELINES.get(guideline.upper())
    if known is None:
        raise BadInput(
            "There is no guideline “{name}”. There are: {names}.", name=guideline, names=", ".join(GUIDELINES)
        )
    found = next((one for one in known.items if one.number == item.upper()), None)
    if found is None:
        raise BadInput(
            "{guideline} has no item “{item}”; its items are {first} to {last}.",
            guideline=known.key,
            item=item,
            first=known.items[0].number,
            last=known.items[-1].number,
        )
    said = clean(text).text.strip()
    if len(said) > LONGEST_ANSWER:
        raise BadInput(
            "An answer may have {limit} characters; this one has {length}. Shorten it.",
            limit=f"{LONGEST_ANSWER:,}",
            length=f"{len(said):,}",
        )
    work.say(guideline=known.key, item=found.number)
    before: list[ReportAnswer] = work.read.where("report_answer", guideline=known.key, item=found.number)
    work.remove(before)
    if not said:
        return None
    key = before[0].id if before else new_id()
    answer = ReportAnswer(key, known.key, found.number, said, coder_of(work).id, work.time)
    work.add(answer)
    return answer


def answers(read: Reading, guideline: str) -> dict[str, str]:
    """What has been said to the items of a guideline, by their number."""
    found: list[ReportAnswer] = read.where("report_answer", guideline=guideline)
    return {one.item: one.text for one in found}
