"""Where a word stands, line by line with what stands beside it: the analysis *concordance*."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...domain.errors import BadInput, Phrase
from ...domain.options import WHOLE, option
from ...domain.selections import Selection
from .registry import Analysis, Asked
from .words_text import FormOptions, Looked, look, made

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.word_lines import Hits


@dataclass(frozen=True, slots=True)
class Options(FormOptions):
    """Which word, and how its lines are shown; see `analysis.word_lines`."""

    word: str = option(
        "", Phrase("Word"), Phrase("The word or phrase that is looked for; * stands for any characters.")
    )
    around: int = option(
        8, Phrase("Words around"), Phrase("So many words of the same turn on each side."), least=0, most=100
    )
    sort: str = option(
        "text",
        Phrase("Order"),
        Phrase("The lines in the order of the text, or by the words to the left or to the right."),
        choices=(
            ("text", Phrase("as in the text")),
            ("left", Phrase("by the words to the left")),
            ("right", Phrase("by the words to the right")),
        ),
    )
    most: int | None = option(
        5000, Phrase("At most"), Phrase("At most so many lines."), kind=WHOLE, optional=True, least=1, quiet=True
    )


def named_word(word: str) -> str:
    """The word that was asked for, as words are written. Raises `BadInput` where none was."""
    from ...language.words import form_of

    if not word.strip():
        raise BadInput("Name the word or phrase to look for.")
    return form_of(word)


def _hits(looked: Looked, options: Options) -> "tuple[Hits, int]":
    """The hits in their order, as many as are wanted, and how many there are."""
    from ...analysis.word_lines import Hits, hits, order_of

    found = hits(looked.corpus, named_word(options.word), options.by)
    inside = Hits(looked.places[found.first], looked.places[found.last])
    order = order_of(looked.whole, inside, options.sort)[: options.most]
    return Hits(inside.first[order], inside.last[order]), int(found.first.size)


def _table(asked: Asked, options: Options) -> "pd.DataFrame":
    import pandas as pd

    from ...analysis.word_lines import around
    from ..quoting import Quoting

    named_word(options.word)
    looked = look(asked, options)
    found, number = _hits(looked, options)
    whole, material = looked.whole, looked.material
    low, high = around(whole, found, options.around)
    columns = (
        *(whole.document[found.first], whole.turn[found.first]),
        *(whole.start[low], whole.start[found.first], whole.end[found.last], whole.end[high]),
    )
    lines: list[tuple[object, ...]] = [()] * found.first.size
    places = list(zip(*(column.tolist() for column in columns), strict=True))
    with asked.project.read() as read:
        quoting = Quoting(read)
        for line in sorted(range(len(places)), key=lambda one: places[one][0]):  # document by document
            document, turn, begin, start, end, stop = places[line]
            info = material.documents[document]
            paper = quoting.paper(info.id)
            cut = [" ".join(paper.cut(*span).split()) for span in ((begin, start), (start, end), (end, stop))]
            speaker = paper.turns[turn].speaker if paper.turns else ""
            lines[line] = (info.name, turn + 1, speaker, start, end, *cut)
    names = ["document", "turn", "speaker", "start", "end", "left", "hit", "right"]
    table = pd.DataFrame({name: [line[place] for line in lines] for place, name in enumerate(names)})
    return made(table, looked, options, rule=f"“{options.word}”", n_lines=number, order=options.sort)


def _cell(asked: Asked, _options: Options, table: "pd.DataFrame", row: int, _column: str) -> Selection | None:
    ids = {document.name: document.id for document in asked.material.documents}
    document, start, end = (table[name].iloc[row] for name in ("document", "start", "end"))
    return Selection(places=((ids[document], int(start), int(end)),))


ANALYSIS = Analysis(
    name="concordance",
    title=Phrase("Concordance"),
    about=Phrase("Show a word wherever it stands, with what stands beside it."),
    columns="each place: document, turn, speaker, start, end, left, hit, right.",
    options=Options,
    table=_table,
    cell=_cell,
    group="words",
    no_figure=Phrase("A concordance comes as a table; a picture of where words stand is that of dispersion."),
)
