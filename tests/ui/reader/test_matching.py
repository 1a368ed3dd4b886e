"""Finding codes by what was typed."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from qualcode.ui.reader.matching import PanelEntry, find, folded, is_taken


def entries(*paths: str) -> list[PanelEntry]:
    return [
        PanelEntry(UUID(int=number), path.split(" > ")[-1], path, "", 0, "", "#2067DA", "code")
        for number, path in enumerate(paths)
    ]


def test_beginnings_come_before_insides_and_the_path_last() -> None:
    book = entries("Labour", "Labour > rota", "Power > collaboration", "Give > unpaid labour", "Give > labelling")
    names = [hit.entry.name for hit in find("lab", book)]
    assert names == ["Labour", "labelling", "unpaid labour", "collaboration", "rota"]


def test_case_and_accents_are_folded_and_the_part_typed_is_known() -> None:
    (hit,) = find("ECOLE d", entries("l’école de médecine"))
    assert hit.entry.name[hit.start : hit.end] == "école d"
    assert is_taken("L’ECOLE DE  MEDECINE", entries("l’école de médecine"))
    (chinese,) = find("付出", entries("互惠 > 无偿付出"))
    assert (chinese.start, chinese.entry.parent) == (2, "互惠")


@given(st.text(), st.text(max_size=5))
def test_any_text_can_be_looked_for(name: str, typed: str) -> None:
    for hit in find(typed, entries(name)):
        part = folded(hit.entry.name[hit.start : hit.end])[0]
        assert folded(" ".join(typed.split()))[0] in part or hit.start == hit.end == 0
