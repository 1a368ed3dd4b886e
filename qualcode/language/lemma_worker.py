"""The process that reads spaCy's lookup tables and turns them round: a line of forms for each base form."""

import gzip
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from ..domain.folding import fold

Table = Mapping[str, str | list[str]]


def turned_round(tables: Sequence[Table | Mapping[str, Table]]) -> bytes:
    """The tables, folded: "\\n", then for each base form a line "\\tform\\tform\\t\\n", then an empty line.

    A base form is a form of itself unless its table gives it another one.
    """
    groups: dict[str, dict[str, None]] = {}
    for table in _flat(tables):
        for form, base in table.items():
            for each in [base] if isinstance(base, str) else base:
                members = groups.setdefault(fold(each), {})
                if each not in table or each == form:
                    members[fold(each)] = None
                members[fold(form)] = None
    lines = []
    for base, members in groups.items():
        ordered = [base, *(form for form in members if form != base)] if base in members else list(members)
        words = [word for word in ordered if word and not word.isspace() and "\t" not in word and "\n" not in word]
        if len(words) > 1:
            lines.append("\t" + "\t".join(words) + "\t\n")
    return ("\n" + "".join(sorted(lines)) + "\n").encode()


def _flat(tables: Sequence[Table | Mapping[str, Table]]) -> Iterator[Table]:
    """The tables; those that lie by kind of word (noun, verb) in another one each for itself."""
    for table in tables:
        parts = [part for part in table.values() if isinstance(part, Mapping)]
        if parts:
            yield from parts
        else:
            yield cast(Table, table)


def main() -> None:
    """Read the tables named on the command line, write the lines."""
    files = [Path(name) for name in sys.argv[1:]]
    data = [gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes() for file in files]
    sys.stdout.buffer.write(turned_round([json.loads(table) for table in data]))


if __name__ == "__main__":
    main()
