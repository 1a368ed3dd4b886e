"""A small study for tests: two documents, a codebook of two levels, two coders, cases, memos and codings."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import qualcode
from qualcode.app import bookmarks, cases, code_sets, codebook, coding, documents, linking, memos
from qualcode.app.project import Project
from qualcode.store.records import KINDS

ANA = "INTERVIEWER: How did you start?\nP01: I trusted nobody at first. Trust came slowly, with the garden.\n"
BEN = "Die Lehrerin kam spät.\n\n信任很重要。我们一起工作。\nCafé créme, naïve question 😀 end.\n"
LABELS = r"^(?P<speaker>INTERVIEWER|P\d+):\s*"


def make(place: str, folder: Path) -> Project:
    """The study at a path or URL, open for Ana."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "P01.txt").write_text(ANA, "utf-8")
    (folder / "P02.txt").write_text(BEN, "utf-8")
    project = qualcode.new(place, "Study", "reflexive", coder="Ana")
    documents.import_files(project, [folder / "P01.txt", folder / "P02.txt"], language="en")
    documents.set_speakers(project, "P01", LABELS)
    documents.set_speakers(project, "P02", "")
    power = codebook.add_code(project, "Power", kind="theme")
    codebook.add_code(project, "trust", parent=power, definition="Who believes whom.")
    gatekeeping = codebook.add_code(project, "gatekeeping")
    codebook.move_code(project, gatekeeping, power)
    codebook.add_code(project, "place")
    start = ANA.index("I trusted")
    first = coding.apply_code(project, "P01", start, start + 27, "trust", "slow", 2)
    coding.apply_code(project, "P01", start, start + 27, "place")
    coding.apply_code(project, "P01", ANA.index("garden"), ANA.index("garden") + 6, "place")
    second = coding.apply_code(project, "P02", BEN.index("信任"), BEN.index("信任") + 2, "trust")
    linking.link_segments(project, first, second, "explains", "at last")
    memos.write_memo(project, "Trust again and again.", about="trust", title="On trust")
    memos.write_memo(project, "Here it turns.", about=first)
    bookmarks.add_bookmark(project, "P01", ANA.index("Trust came"))
    cases.add_variable(project, "age", "number")
    cases.add_case(project, "Ana Lee", age=31, team="north")
    cases.assign(project, "Ana Lee", "P01", speaker="P01")
    cases.add_case(project, "Bo", age=44)
    cases.assign(project, "Bo", "P02")
    code_sets.add_code_set(project, "First round", ["trust", "place"])
    project.coder = "Ben"
    coding.apply_code(project, "P01", start, start + 27, "trust")
    project.coder = "Ana"
    return project


def content(project: Project) -> dict[str, dict[Any, dict[str, Any]]]:
    """Every row of every kind by its id: what undo must bring back."""
    with project.read() as read:
        return {kind.name: {record.id: asdict(record) for record in read._all(kind.name)} for kind in KINDS.values()}


def state(project: Project) -> dict[str, Any]:
    """The content and the texts: what a person sees."""
    with project.read() as read:
        texts = {document.id: read.text(document) for document in read.documents()}
    return {**content(project), "texts": texts}
