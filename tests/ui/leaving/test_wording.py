"""What the check before an export says: every place that any check names has a title in the language of the window."""

from pathlib import Path

import pytest
from app import study

from qualcode.app import code_sets, codebook, coding, linking, marking, memos, theme_maps, themes
from qualcode.app.codebook_diff import changes_between
from qualcode.app.export_leaving import CHECKED, check_export
from qualcode.app.history_leaving import check_changes, check_history
from qualcode.app.map_leaving import check_map
from qualcode.app.project import Project
from qualcode.app.report_leaving import check_report
from qualcode.app.report_options import ReportOptions
from qualcode.app.review_leaving import check_page
from qualcode.app.review_page import PageOptions
from qualcode.ui.leaving.wording import PLACES


@pytest.mark.parametrize("display_ids", [False, True])
def test_every_place_that_a_check_names_has_a_title(tmp_path: Path, display_ids: bool) -> None:
    with study.make(str(tmp_path / "study.qualcode"), tmp_path / "texts") as project:
        assert PLACES.keys() >= everywhere(project, display_ids)


def everywhere(project: Project, display_ids: bool) -> set[str]:
    """The places that the checks name in a project where something is found in all of them."""
    name = "x@example.org"
    codebook.define_code(
        project, "trust", **dict.fromkeys(("definition", "full_definition", "include", "exclude", "example"), name)
    )
    codebook.define_code(project, "trust", near_miss=name, reason=name)
    codebook.rename_code(project, "place", f"place {name}")
    themes.describe_theme(project, "Power", concept=name, boundary=name, counter_search=name)
    code_sets.add_code_set(project, name, ["trust"])
    with project.read() as read:
        placed = read.placed()
    first, second = [one for one in placed if one.coder][-2:]
    coding.comment_segment(project, first, name)
    marking.discuss_coding(project, first, name)
    marking.mark_coding(project, first, "exemplar")
    linking.link_segments(project, first, second, "explains", name)
    memos.write_memo(project, name, about=first, title=name, kind=name)
    memos.write_memo(project, name, about="trust", title=name)
    made = theme_maps.add_map(project, name)
    with project.read() as read:
        things = [next(one for one in read.codes() if one.name == "Power"), *read.cases(), *read.memos()]
    theme_maps.add_nodes(project, made, things)
    theme_maps.add_note(project, made, name, 0, 400, 160, 80)
    theme_maps.relate(project, made, things[0], things[1], "leads to", comment=name)
    found = [check_export(project, kind, kind == "segments", display_ids=display_ids) for kind in CHECKED]
    found.append(check_map(project, made, ".html", display_ids=display_ids))
    found.append(check_report(project, ReportOptions(display_ids=display_ids)))
    found.append(check_page(project, PageOptions(since="beginning", names=not display_ids)))
    found.append(check_history(project, display_ids=display_ids))
    with project.read() as read:
        changes = changes_between(read, "beginning")
    found.append(check_changes(project, changes, display_ids=display_ids))
    return {place.where for each in found for one in each.found for place in one.places}
