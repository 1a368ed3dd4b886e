"""What each command does: the other half of `actions`, one line for each command."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ...app import settings
from ..bar import ANALYSE, CODE, REPORT, THEMES
from .actions import CHOSEN_CODE

if TYPE_CHECKING:
    from ..coding.coding_tab import CodingTab
    from ..coding.segment_work import SegmentWork
    from ..window import MainWindow

_LOOKS = ("system", "light", "dark", "contrast")


def handlers(window: "MainWindow") -> dict[str, Callable[[], None]]:
    """The functions of a window's commands, by the commands' ids."""

    def coding(act: "Callable[[CodingTab], Any]") -> Callable[[], None]:
        """Something to do in the Code tab, which is shown first."""

        def run() -> None:
            if window.workspace is not None:
                window.show_tab(CODE)
                act(window.workspace.coding)

        return run

    def code() -> None:
        """Code the hits chosen in the search where that has the keys, else the words selected in the reader."""
        if window.workspace is not None and not window.workspace.searching.code_chosen():
            coding(lambda tab: tab.flow.open_panel())()

    def in_vivo() -> None:
        """The same with the words themselves as the code."""
        if window.workspace is not None and not window.workspace.searching.in_their_words():
            coding(lambda tab: tab.flow.in_their_words())()

    def on_code(name: str) -> Callable[[], None]:
        """Something to do with the code that is chosen in the codebook."""

        def run() -> None:
            window.in_codebook("setFocus")
            window.with_project(lambda workspace: workspace.codebook.surgery.by_command(name))

        return run

    def on_segment(act: "Callable[[SegmentWork], Any]") -> Callable[[], None]:
        """Something to do with the chosen coding."""
        return lambda: window.with_project(lambda workspace: act(workspace.segment_work))

    found: dict[str, Callable[[], None]] = {
        "new": window.ask_new,
        "open": lambda: window.opening.with_coder(window.opening.ask_open),
        "sample": window.open_sample,
        "import": lambda: window.import_files(None),
        "export_codebook": lambda: window.errands.export("codebook"),
        "export_segments": lambda: window.errands.export("segments"),
        "export_memos": lambda: window.errands.export("memos"),
        "open_reviewing": lambda: window.opening.with_coder(lambda: window.opening.ask_open(reviewing=True)),
        "remark": lambda: window.with_project(lambda workspace: workspace.reviews.remark()),
        "send_review": lambda: window.with_project(lambda workspace: workspace.reviews.send()),
        "sign_off": lambda: window.with_project(lambda workspace: workspace.reviews.sign_off()),
        "backup": window.errands.back_up,
        "restore": window.errands.restore_backup,
        "check": window.errands.check,
        "name_point": lambda: window.with_project(lambda workspace: workspace.points.name_point()),
        "codebook_changes": lambda: window.with_project(lambda workspace: workspace.points.codebook_changes()),
        "method": lambda: window.with_project(lambda workspace: workspace.methods.choose()),
        "close": window.close_project,
        "quit": window.close,
        "undo": lambda: window.with_project(lambda workspace: workspace.undo()),
        "redo": lambda: window.with_project(lambda workspace: workspace.redo()),
        "find": coding(lambda tab: tab.find()),
        "find_next": coding(lambda tab: tab.find_bar.step(1)),
        "find_previous": coding(lambda tab: tab.find_bar.step(-1)),
        "find_all": lambda: window.find_everywhere(""),
        "palette": lambda: _show_palette(window),
        "goto_document": lambda: _show_palette(window, "documents"),
        "goto_code": lambda: _show_palette(window, "codes"),
        "settings": window.errands.settings,
        "filter": lambda: window.with_project(lambda workspace: workspace.filtering.open_popup()),
        "clear_filter": lambda: window.with_project(lambda workspace: workspace.filters.clear()),
        "panels_back": window.panels_back,
        "next_panel": lambda: window.go_panel(1),
        "previous_panel": lambda: window.go_panel(-1),
        "tab_code": lambda: window.show_tab(CODE),
        "tab_themes": lambda: window.show_tab(THEMES),
        "tab_analyse": lambda: window.show_tab(ANALYSE),
        "tab_report": lambda: window.show_tab(REPORT),
        "text_larger": coding(lambda tab: tab.reader.set_text_size(tab.reader.text_size + 1)),
        "text_smaller": coding(lambda tab: tab.reader.set_text_size(tab.reader.text_size - 1)),
        "text_usual": coding(lambda tab: tab.reader.set_text_size(settings.Settings().reader_size)),
        "full_screen": window.toggle_full_screen,
        "replace_words": lambda: window.with_project(lambda workspace: workspace.texts.replace_words()),
        "replace_file": lambda: window.with_project(lambda workspace: workspace.texts.replace_file()),
        "versions": lambda: window.with_project(lambda workspace: workspace.texts.versions()),
        "review": lambda: window.with_project(lambda workspace: workspace.texts.review()),
        "edit_text": coding(lambda tab: tab.editing.toggle()),
        "redact": coding(lambda tab: tab.redacting.redact()),
        "unredact": coding(lambda tab: tab.redacting.take_back()),
        "code": code,
        "code_new": coding(lambda tab: tab.flow.new_code()),
        "in_vivo": in_vivo,
        "again": coding(lambda tab: tab.flow.again()),
        "uncode": coding(lambda tab: tab.remove_chosen()),
        "autocode": lambda: window.with_project(lambda workspace: workspace.searching.autocode()),
        "one_code": coding(lambda tab: tab.modes.toggle_one_code()),
        "open_coding": coding(lambda tab: tab.modes.toggle_open_coding()),
        "next_code_set": lambda: window.with_project(lambda workspace: workspace.digit_sets.next()),
        "end_later": coding(lambda tab: tab.adjusting.end(1)),
        "end_earlier": coding(lambda tab: tab.adjusting.end(-1)),
        "start_earlier": coding(lambda tab: tab.adjusting.start(-1)),
        "start_later": coding(lambda tab: tab.adjusting.start(1)),
        "new_code": lambda: window.in_codebook("new_code"),
        "new_below": lambda: window.in_codebook("new_below"),
        "new_theme": lambda: window.in_codebook("new_theme"),
        **{name: on_code(name) for name in CHOSEN_CODE if name is not None},
        "memo": lambda: window.with_project(lambda workspace: workspace.project_memo()),
        "next_coding": coding(lambda tab: tab.moving.segment(1)),
        "previous_coding": coding(lambda tab: tab.moving.segment(-1)),
        "next_same": coding(lambda tab: tab.moving.same_code(1)),
        "previous_same": coding(lambda tab: tab.moving.same_code(-1)),
        "next_uncoded": coding(lambda tab: tab.moving.uncoded(1)),
        "previous_uncoded": coding(lambda tab: tab.moving.uncoded(-1)),
        "next_here": coding(lambda tab: tab.moving.here(1)),
        "previous_here": coding(lambda tab: tab.moving.here(-1)),
        "grow": coding(lambda tab: tab.modes.by_hand(tab.reader.grow_selection)),
        "shrink": coding(lambda tab: tab.modes.by_hand(tab.reader.shrink_selection)),
        "bookmark": coding(lambda tab: tab.tools.bookmark()),
        "bookmarks": coding(lambda tab: tab.tools.list_bookmarks()),
        "next_bookmark": coding(lambda tab: tab.tools.step_bookmark(1)),
        "previous_bookmark": coding(lambda tab: tab.tools.step_bookmark(-1)),
        "copy_citation": coding(lambda tab: tab.tools.copy_citation()),
        "uncoded": lambda: window.with_project(
            lambda workspace: workspace.pair.set_uncoded(window.commands["uncoded"].isChecked())
        ),
        "participants": lambda: window.with_project(
            lambda workspace: workspace.pair.set_participants(window.commands["participants"].isChecked())
        ),
        "reading": coding(lambda tab: tab.tools.open_reading()),
        "stripes": coding(lambda tab: tab.tools.open_stripes()),
        "beside": coding(lambda tab: window.workspace.open_beside(tab.document.id)),
        "close_beside": lambda: window.with_project(lambda workspace: workspace.pair.close_beside()),
        "next_turn": coding(lambda tab: tab.reader.go_turn(1)),
        "previous_turn": coding(lambda tab: tab.reader.go_turn(-1)),
        "mark_exemplar": on_segment(lambda work: work.toggle_mark("exemplar")),
        "mark_near_miss": on_segment(lambda work: work.toggle_mark("near-miss")),
        "discuss": on_segment(lambda work: work.discuss()),
        "certainty_sure": on_segment(lambda work: work.set_certainty("sure")),
        "certainty_likely": on_segment(lambda work: work.set_certainty("likely")),
        "certainty_unsure": on_segment(lambda work: work.set_certainty("unsure")),
        "weigh": on_segment(lambda work: work.weigh()),
        "use_example": on_segment(lambda work: work.use_as_example()),
        "use_near_miss": on_segment(lambda work: work.use_as_example(near_miss=True)),
        "link_from": on_segment(lambda work: work.link()),
        "links": on_segment(lambda work: work.show_links()),
        "cases": lambda: window.with_project(lambda workspace: workspace.cases.show()),
        "cooccurrence": lambda: window.with_project(lambda workspace: workspace.analyses.open("cooccurrence")),
        "cases_by_themes": lambda: window.with_project(lambda workspace: workspace.analyses.open("cases_by_themes")),
        "add_to_map": lambda: window.with_project(lambda workspace: workspace.themes.to_map.chosen_codes()),
        "theme_board": lambda: window.with_project(lambda workspace: workspace.themes.show_page("board")),
        "theme_map": lambda: window.with_project(lambda workspace: workspace.themes.show_page("map")),
        "map_history": lambda: window.with_project(lambda workspace: workspace.themes.show_map_history()),
        "time_line": lambda: window.with_project(lambda workspace: workspace.time.toggle()),
        "shortcuts": window.errands.shortcuts,
        "folders": window.errands.folders,
        "about": window.errands.about,
    }
    for name in ("documents", "codebook", "segments", "history", "rules", "journal", "reviews"):
        found[name] = lambda name=name: window.toggle_panel(name)
    for choice in _LOOKS:
        found[f"look_{choice}"] = lambda choice=choice: window.choose_look(choice)
    for number in range(1, 10):
        found[f"digit_{number}"] = coding(lambda tab, digit=str(number): tab.flow.by_digit(digit))
    return found


def _show_palette(window: "MainWindow", *kind: str) -> None:
    from .palette import show_palette  # loaded when asked for: the window is seen sooner

    show_palette(window, *kind)
