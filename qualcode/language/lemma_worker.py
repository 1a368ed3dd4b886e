"""The process that reads spaCy's lookup tables and turns them round: a line of forms for each base form."""

import gzip
import json
import sys
from pathlib import Path

from ..domain.folding import fold


def turned_round(tables: list[dict[str, str | list[str]]]) -> bytes:
    """The tables, folded: "\\n", then for each base form a line "\\tform\\tform\\t\\n", then an empty line.

    A base form is a form of itself unless its table gives it another one.
    """
    groups: dict[str, dict[str, None]] = {}
    for table in tables:
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


def main() -> None:
    """Read the tables named on the command line, write the lines."""
    files = [Path(name) for name in sys.argv[1:]]
    data = [gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes() for file in files]
    sys.stdout.buffer.write(turned_round([json.loads(table) for table in data]))


if __name__ == "__main__":
    main()
