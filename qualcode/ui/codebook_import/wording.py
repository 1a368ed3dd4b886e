"""What the page for an arriving codebook calls states, conflicts, treatments and fields, in the window's language."""

from PySide6.QtCore import QCoreApplication

from ...app.codebook_arrivals import ArrivingCode

translate = QCoreApplication.translate


def state_title(state: str) -> str:
    """What an arriving code is to ours, in a word."""
    return {
        "new": translate("CodebookImport", "New"),
        "update": translate("CodebookImport", "Differs"),
        "same": translate("CodebookImport", "The same"),
        "conflict": translate("CodebookImport", "Conflict"),
    }[state]


def group_title(state: str) -> str:
    """The name of all codes of a state, for a filter or a choice for all of them."""
    return {
        "": translate("CodebookImport", "All codes"),
        "conflict": translate("CodebookImport", "Conflicts"),
        "update": translate("CodebookImport", "Those that differ"),
        "new": translate("CodebookImport", "New ones"),
        "same": translate("CodebookImport", "Those that are the same"),
    }[state]


def held_words(row: ArrivingCode) -> str:
    """Which fields of ours stay as they are, since the file has […] in them, in a sentence; "" where none does."""
    if not row.held:
        return ""
    sentence = translate(
        "CodebookImport",
        "The file has […] for redacted words, and something else besides. These fields stay yours: {names}",
    )
    return sentence.replace("{names}", ", ".join(map(field_title, row.held)))


def why_words(row: ArrivingCode) -> str:
    """Why an arriving code is a conflict, and what stands where, in a sentence; "" for what is none."""
    sentence = {
        "": "",
        "elsewhere": translate("CodebookImport", "This name stands in another place of your codebook: {place}"),
        "moved": translate("CodebookImport", "This is your code {place}, renamed or moved in the file"),
        "taken": translate("CodebookImport", "Your code in this place stands elsewhere in the file"),
        "twice": translate("CodebookImport", "The file has this code twice; this is the later row"),
    }[row.why]
    return sentence.replace("{place}", f"“{row.at}”")


def treatment_title(treatment: str, row: ArrivingCode | None = None) -> str:
    """What is to become of a code, as a choice."""
    name = row.read.path[-1] if row is not None else translate("CodebookImport", "name")
    matched = row is None or row.code is not None
    if treatment == "keep":
        keep, leave = translate("CodebookImport", "Keep yours"), translate("CodebookImport", "Leave out")
        return keep if matched else leave
    if treatment == "update":
        if row is not None and row.why == "twice":
            return translate("CodebookImport", "Put it together with the first")
        return translate("CodebookImport", "Update yours")
    if treatment == "new":
        return translate("CodebookImport", "Bring in as new")
    return translate("CodebookImport", "Bring in as “{name} 2”").replace("{name}", name)


def field_title(field: str) -> str:
    """A field of the codebook."""
    return {
        "path": translate("CodebookImport", "Name and place"),
        "kind": translate("CodebookImport", "Kind"),
        "color": translate("CodebookImport", "Colour"),
        "definition": translate("CodebookImport", "In one sentence"),
        "full_definition": translate("CodebookImport", "In full"),
        "include": translate("CodebookImport", "Use it when"),
        "exclude": translate("CodebookImport", "Do not use it when"),
        "example": translate("CodebookImport", "A good example"),
        "example_document": translate("CodebookImport", "Where the example is from"),
        "near_miss": translate("CodebookImport", "A near miss"),
        "origin": translate("CodebookImport", "Where the code comes from"),
        "status": translate("CodebookImport", "Status"),
        "stage": translate("CodebookImport", "Stage"),
        "concept": translate("CodebookImport", "Central organising concept"),
        "boundary": translate("CodebookImport", "What it leaves out"),
        "counter_search": translate("CodebookImport", "Search for counter-evidence"),
        "memo": translate("CodebookImport", "Memo"),
    }[field]


def value_title(field: str, value: str) -> str:
    """A value as people know it: the few that are words of ours are translated."""
    if field == "kind":
        return {"theme": translate("core words", "theme"), "code": translate("core words", "code")}.get(value, value)
    return value


def differs(row: ArrivingCode) -> str:
    """What differs, in few words: the fields."""
    return ", ".join(field_title(one.field) for one in row.differences)


def outcome_words(counts: dict[str, int]) -> str:
    """What Import will do: how many are new, updated, kept and duplicated."""
    parts = [
        translate("CodebookImport", "%n new", "", counts["new"]),
        translate("CodebookImport", "%n updated", "", counts["updated"]),
        translate("CodebookImport", "%n kept", "", counts["kept"]),
        translate("CodebookImport", "%n duplicated", "", counts["duplicated"]),
    ]
    return " · ".join(parts)


def imported_words(counts: dict[str, int]) -> str:
    """What an import did with the codes of a codebook; "" where there was none."""
    sentence = translate("CodebookImport", "Codebook imported: {what}")
    return sentence.replace("{what}", outcome_words(counts)) if counts else ""
