"""What is done to passages found meets the words that were found, whatever is written between question and deed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from app.study import make

from qualcode.app import codebook, coding, documents
from qualcode.app.autocoding import autocode, propose
from qualcode.app.found_passages import code_found, code_found_anew, memo_on_found, uncode_found
from qualcode.app.project import Project
from qualcode.app.query_results import places_of
from qualcode.app.retrieving import Retrieved
from qualcode.domain.autocoding import Autocoding
from qualcode.domain.errors import NotFound, QualcodeError, Refused


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Project]:
    with make(str(tmp_path / "study.qualcode"), tmp_path / "texts") as project:
        yield project


def found(project: Project, text: str = "trust") -> Retrieved:
    retrieval = project.analyses.retrieval
    return retrieval.ask(retrieval.typed(text))


def words(project: Project, code: str) -> set[tuple[str, str]]:
    """Document and words of every coding with a code."""
    table = project.analyse("retrieval", query=code)
    return set(zip(table["document"], table["text"], strict=True))


DEEDS: list[Callable[[Project, Retrieved], Any]] = [
    lambda p, there: code_found(p, "place", there),
    lambda p, there: code_found_anew(p, "fresh", there),
    lambda p, there: uncode_found(p, "trust", there),
    lambda p, there: memo_on_found(p, "Why these?", there),
]


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_is_done_where_the_text_has_changed_since(study: Project, deed: Callable[..., Any]) -> None:
    there = found(study)
    documents.edit_text(study, "P01", 0, 0, "A new first line.\n")
    last = study.history()[-1].number
    with pytest.raises(Refused, match="“P01” has changed since"):
        deed(study, there)
    assert study.history()[-1].number == last
    study.undo()  # the words stand again where they were found
    deed(study, there)
    assert study.history()[-1].number > last + 1
    assert study.check() == []


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_is_done_where_a_text_is_gone(study: Project, deed: Callable[..., Any]) -> None:
    there = found(study)
    documents.remove_document(study, "P01")
    with pytest.raises(NotFound, match="“P01” is no longer"):
        deed(study, there)


def test_other_texts_and_other_codings_may_have_changed(study: Project) -> None:
    there = found(study)
    place = next(one for one in places_of(there) if one[0] == there.material.documents[0].id)
    meant = {(name, text) for name, text in words(study, "trust") if name == "P01"}
    documents.edit_text(study, "P02", 0, 0, "A new first line.\n")
    codebook.add_code(study, "fresh")
    coding.apply_code(study, "P01", 0, 3, "trust")
    made = code_found(study, "fresh", there, [place])
    assert made.passages == 1
    assert words(study, "fresh") <= meant


def test_codings_that_are_gone_already_are_left_out(study: Project) -> None:
    there = found(study)
    before = len(study.analyse("retrieval", query="trust"))
    with study.read() as read:
        one = next(
            each
            for each in read.placed(document=there.material.documents[0].id)
            if each.start == places_of(there)[0][1]
        )
    coding.remove_coding(study, one)
    assert len(uncode_found(study, "trust", there)) == before - 1
    assert len(study.analyse("retrieval", query="trust")) == 0
    last = study.history()[-1].number
    assert uncode_found(study, "trust", there) == []
    assert study.history()[-1].number == last
    with pytest.raises(QualcodeError, match="still coded"):
        memo_on_found(study, "Why these?", there)


def test_hits_of_a_text_that_has_changed_are_not_coded(study: Project) -> None:
    hits = list(propose(study, Autocoding("words", "trust")))
    assert hits
    documents.edit_text(study, hits[0].document, 0, 0, "A new first line.\n")
    with pytest.raises(Refused, match="has changed since"):
        autocode(study, "place", hits)
    again = list(propose(study, Autocoding("words", "trust")))
    assert autocode(study, "place", again).passages == len(again)
    assert {text.casefold() for _, text in words(study, "place")} >= {"trust"}
