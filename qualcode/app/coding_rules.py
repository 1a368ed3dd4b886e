"""The rules of one code: what its codebook entry says, the segments marked as its examples, and the memos about it."""

from dataclasses import dataclass
from uuid import UUID

from ..domain.carrying import Carrying
from ..domain.codebook import Code
from ..domain.memos import Memo
from ..domain.progress import SILENT, Progress
from ..domain.queries import Scope
from ..store import pages
from ..store.reading import Reading
from .lists import SegmentRow, rows_by_id

CODE_MEMOS = ("code", "")  # kinds of memos that say how a code is used; "" are those nobody gave a kind
MOST = 12  # segments of each mark that are read


@dataclass(frozen=True, slots=True)
class Rules:
    """One code with its examples; `exemplars` and `near_misses` are the first ones in text order, `exemplar_count` and
    `near_miss_count` how many there are; `memos` the newest first."""

    code: Code
    path: str
    exemplars: tuple[SegmentRow, ...]
    exemplar_count: int
    near_misses: tuple[SegmentRow, ...]
    near_miss_count: int
    memos: tuple[Memo, ...]


def rules_of(read: Reading, code: UUID, progress: Progress = SILENT) -> Rules | None:
    """What to go by when this code is used; None when the code is gone."""
    book = read.codebook
    if code not in book.by_id:
        return None
    found: list[tuple[tuple[SegmentRow, ...], int]] = []
    for done, mark in enumerate(("exemplar", "near-miss")):
        progress.tick(done, 3)
        scope = Scope(codes=frozenset((code,)), carrying=Carrying(marks=frozenset((mark,))))
        ids = pages.in_text_order(read, scope)
        found.append((tuple(rows_by_id(read, ids[: 16 * MOST])), len(ids) // 16))
    progress.tick(2, 3)
    memos = [memo for memo in read.memos(code) if memo.kind in CODE_MEMOS]
    return Rules(book.by_id[code], book.path(code), *found[0], *found[1], tuple(reversed(memos)))
