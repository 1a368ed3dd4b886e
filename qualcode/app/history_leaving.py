"""What somebody could be recognised by in the audit trail or in the changes of the codebook, before they leave."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..domain.progress import SILENT, Progress
from ..store.reading import Reading
from .audit_trail import Audit, Which, audit_trail
from .codebook_diff import Changes, as_printed
from .leaving import Leaving, Words, look_through
from .quoting import Quoting

if TYPE_CHECKING:
    from .project import Project

_HEAD = ("study", "of", "coder")  # of what stands above the table


def check_history(
    project: "Project", which: Which | None = None, progress: Progress = SILENT, display_ids: bool = False
) -> Leaving:
    """What is found in the file that `audit_trail.export_audit` would write."""
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        return look_at_audit(read, quoting, audit_trail(read, which, progress, quoting))


def look_at_audit(read: Reading, quoting: Quoting, audit: Audit) -> Leaving:
    """What is found in an audit trail that was made with this `quoting`."""
    return look_through(read, quoting, (), _words_of_audit(audit))


def _words_of_audit(audit: Audit) -> Iterator[Words]:
    for name in _HEAD:
        yield Words("study", str(audit.head.get(name, "")))
    for row in audit.rows:
        about = f"{row['number']}"
        yield Words("coder", row["coder"], about=about)
        yield Words("what was done", row["summary"], about=about)
        yield Words("reason", row["reason"], about=about)


def check_changes(
    project: "Project", found: Changes, progress: Progress = SILENT, display_ids: bool = False
) -> Leaving:
    """What is found in the file that `codebook_diff.write_changes` would write."""
    with project.read() as read:
        quoting = Quoting(read, display_ids)
        words = [Words("study", read.study().name)]
        for number, one in enumerate(told := as_printed(found.told, quoting)):
            progress.tick(number, len(told))
            words.append(Words("name", one.code, about=one.code))
            texts = (one.before, one.after, *(text for _, text in one.filled))
            words += [Words("what changed", text, about=one.code) for text in texts]
            for cause in one.causes:
                words.append(Words("coder", cause.coder, about=one.code))
                words.append(Words("what was done", cause.what, about=one.code))
                words.append(Words("reason", cause.why, about=one.code))
        return look_through(read, quoting, (), words)
