"""What somebody could be recognised by in a file of picked quotes, before it leaves."""

from typing import TYPE_CHECKING

from .leaving import Leaving, look_through
from .leaving import Words as Beside
from .quote_picker import PickedQuote, Wanted, pick
from .quoting import Quoting

if TYPE_CHECKING:
    from .analysing.registry import Asked


def check_quotes(asked: "Asked", wanted: Wanted) -> Leaving:
    """What is found in the quotes that are wanted, in the rest of their turns and in the words beside them."""
    found = pick(asked, wanted).quotes
    with asked.project.read() as read:
        quoting = Quoting(read, wanted.display_ids)
        places = []
        for one in found:
            turns = quoting.paper(one.document).turns if wanted.context else ()
            around = next((turn for turn in turns if turn.start <= one.start < turn.end), None)
            start, end = (around.start, max(around.end, one.end)) if around else (one.start, one.end)
            places.append((one.document, start, end))
        words = [words for one in found for words in _beside(one)]
        return look_through(read, quoting, places, words, asked.progress)


def _beside(one: PickedQuote) -> list[Beside]:
    told = [
        ("document", one.name),
        *(("case", case) for case in one.cases),
        ("speaker", one.speaker),
        *(("code", code) for code in one.codes),
        *(("coder", coder) for coder in one.coders),
        ("used", one.used or ""),
    ]
    return [Beside(where, text, 1, "", one.document, one.start, one.end) for where, text in told if text]
