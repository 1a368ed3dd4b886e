"""What somebody could be recognised by in a map that leaves the program, before it does."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ..domain.codings import Segment
from ..domain.progress import SILENT, Progress
from ..domain.theme_maps import RELATION_KINDS, ThemeMap
from ..store.reading import Reading
from .leaving import Leaving, Words, look_through
from .map_export import as_printed, chosen_map
from .map_reading import map_picture
from .quoting import Quoting

if TYPE_CHECKING:
    from .project import Project


def check_map(
    project: "Project", theme_map: Any, suffix: str, progress: Progress = SILENT, display_ids: bool = False
) -> Leaving:
    """What is found in the file that `map_export.export_map` would write of a map: in a page and a graph also the
    quotes and comments of its relations."""
    with project.read() as read:
        chosen = chosen_map(read, theme_map)
        quoting = Quoting(read, display_ids)
        words, quoted = words_of_map(read, quoting, chosen, suffix in (".html", ".graphml"))
        segments: list[Segment] = read.records("segment", quoted)
        quotes = [(one.document, one.start, one.end) for one in segments]
        return look_through(read, quoting, quotes, words, progress)


def words_of_map(read: Reading, quoting: Quoting, chosen: ThemeMap, told: bool) -> tuple[list[Words], set[UUID]]:
    """The words on a map, and the segments that it quotes; `told`: with comments and evidence of its relations."""
    picture = as_printed(read, map_picture(read, chosen.id), quoting)
    quoted: set[UUID] = {thing.node.about for thing in picture.things if thing.kind == "segment"}
    words = [Words("name of a map", chosen.name, about=chosen.name)]
    words.append(Words("how it was made", str(picture.map.basis), about=chosen.name))
    if told:
        coders = {coder.id: coder.name for coder in read.coders()}
        words.append(Words("study", read.study().name))
        words += [Words("coder", coders.get(one.relation.coder, ""), about=chosen.name) for one in picture.relations]
    for thing in picture.things:
        if thing.kind == "case":
            words.append(Words("case", thing.label, about=thing.label))
        elif thing.kind == "memo":
            words.append(Words("text of a memo", f"{thing.label} {thing.words}", about=thing.label))
        elif thing.kind in ("note", "group"):
            words.append(Words("note on a map", thing.words or thing.label, about=chosen.name))
        elif thing.kind in ("theme", "code"):
            words.append(Words("code", thing.label, about=thing.label))
    own = dict.fromkeys(one.relation.kind for one in picture.relations if one.relation.kind not in RELATION_KINDS)
    words += [Words("kind of relation", kind, about=chosen.name) for kind in own]
    for one in picture.relations if told else ():
        quoted.update(one.evidence)
        if one.relation.comment:
            words.append(Words("comment", one.relation.comment, about=chosen.name))
    return words, quoted
