"""The copy of an earlier time is what the project was then, however much has been done since."""

from pathlib import Path

import qualcode
from qualcode.app import codebook, coding, documents, marking, search
from qualcode.app.balanced_quotes import passages_by_code


def test_before_everything_came_in_nothing_can_be_found(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("We grow leeks by the harbour.", "utf-8")
    with qualcode.new(tmp_path / "new.qualcode", coder="Ana") as project:
        first = project.history()[-1].number
        documents.import_files(project, [path])
        last = project.history()[-1].number
        for moment, hits in ((first, 0), (last, 1)):
            with project.as_of(moment) as past:
                assert past.check() == []
                with past.read() as read:
                    assert len(read.documents()) == hits
                assert len(list(search.search(past, "leeks"))) == hits


def test_what_was_changed_several_times_is_what_the_first_change_found(tmp_path: Path) -> None:
    path = tmp_path / "talk.txt"
    path.write_text("We grow leeks by the harbour.", "utf-8")
    with qualcode.new(tmp_path / "new.qualcode", coder="Ana") as project:
        documents.import_files(project, [path])
        codebook.add_code(project, name="growing")
        made = coding.apply_code(project, "talk", 3, 7, "growing")
        number = project.history()[-1].number
        for weight in (0.25, 0.5, 0.75):
            marking.weigh_coding(project, made.id, weight)
        coding.apply_code(project, "talk", 8, 13, "growing")
        with project.as_of(number) as past, past.read() as read:
            codes = [code.id for code in read.codes()]
            (found,) = passages_by_code(read, codes).values()
            assert [(one.start, one.end, one.who) for one in found] == [(3, 7, ("talk",))]
            assert [one.weight for one in read.placed()] == [None]
