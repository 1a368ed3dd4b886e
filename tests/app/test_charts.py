import math
from pathlib import Path

import pandas as pd
import pytest
from matplotlib.figure import Figure

from qualcode.app import cases, charts, codebook, coding, display_names, documents
from qualcode.app.analysing.files import export_chart
from qualcode.app.analysing.outgoing import check_file, check_shown, write_file
from qualcode.app.charts import CooccurrenceOptions, cooccurrence_view
from qualcode.app.passages import meeting_passages
from qualcode.app.project import Project, new
from qualcode.domain.errors import BadInput
from qualcode.domain.ids import new_id

TEXT = "INT: Who pays?\nROSA: Nobody pays. We do it for nothing, and we do it gladly.\nINT: Thank you."


@pytest.fixture
def project(tmp_path: Path):  # type: ignore[no-untyped-def]
    with new(tmp_path / "study.qualcode", "Study", coder="AB") as study:
        for name in ("P01", "P02", "P03"):
            (tmp_path / f"{name}.txt").write_text(TEXT, "utf-8")
        documents.import_files(study, [tmp_path / f"{name}.txt" for name in ("P01", "P02", "P03")])
        theme = codebook.add_code(study, "Money", "theme")
        unpaid = codebook.add_code(study, "unpaid", parent=theme)
        glad = codebook.add_code(study, "glad")
        codebook.add_code(study, "never used")
        for document in ("P01", "P02"):
            code(study, document, "We do it for nothing, and we do it gladly.", unpaid)
        code(study, "P01", "and we do it gladly", glad)
        code(study, "P02", "Thank you", glad)
        study.coder = "CD"
        code(study, "P01", "we do it gladly", glad)
        study.coder = "AB"
        yield study


def code(project: Project, document: str, words: str, chosen: object) -> None:
    start = TEXT.index(words)
    coding.apply_code(project, document, start, start + len(words), chosen)


def meeting(project: Project, **options: object):  # type: ignore[no-untyped-def]
    picture = cooccurrence_view(project, CooccurrenceOptions(**options))  # type: ignore[arg-type]
    names = [label.name for label in picture.heat.labels]
    return picture, picture.meeting(names.index("unpaid"), names.index("glad"))


def test_a_meeting_has_the_numbers_of_the_table(project: Project) -> None:
    for rule in ("overlap", "turn", "same-segment", "document"):
        _, found = meeting(project, rule=rule)
        table = project.analyse("cooccurrence", rule=rule, all_pairs=True)
        row = next(row for row in table.itertuples() if {row.code_a, row.code_b} == {"Money > unpaid", "glad"})
        assert (found.n_a, found.n_b, found.n_ab) == (row.n_a, row.n_b, row.n_ab)
        assert (found.pairs, found.documents, found.cases) == (row.pairs, row.documents, row.cases)
        for name, value in found.coefficients.items():
            wanted = getattr(row, name)
            assert (value is None) == math.isnan(wanted)
            assert value is None or value == pytest.approx(wanted)


def test_conditional_shares_turn_with_the_cell(project: Project) -> None:
    picture, found = meeting(project)
    back = picture.meeting(*(at for at in (1, 0)))
    names = [label.name for label in picture.heat.labels]
    assert names == ["unpaid", "glad"]
    assert found.coefficients["p_b_given_a"] == back.coefficients["p_a_given_b"]
    assert found.coefficients["p_b_given_a"] != found.coefficients["p_a_given_b"]


def test_passages_are_all_pairs_a_page_at_a_time(project: Project) -> None:
    picture, found = meeting(project)
    assert found.pairs == 2
    pages = [meeting_passages(project, picture, found.a, found.b, offset, 1) for offset in (0, 1, 2)]
    assert [page.total for page in pages] == [2, 2, 2]
    assert [len(page.passages) for page in pages] == [1, 1, 0]
    passage = pages[0].passages[0]
    assert (passage.name, passage.turn, passage.speaker) == ("P01", 2, "ROSA")
    marked = [piece.text for piece in passage.pieces if piece.mark == "both"]
    assert marked == ["and we do it gladly"] == [TEXT[passage.start : passage.end]]
    assert passage.text in TEXT.replace("\n", " ") or passage.text.strip("…") in TEXT
    assert passage.coders == ("AB",)
    assert pages[1].passages[0].coders == ("AB", "CD")


def test_passages_of_a_unit_mark_each_code(project: Project) -> None:
    picture, found = meeting(project, rule="turn")
    (passage,) = meeting_passages(project, picture, found.a, found.b).passages
    marks = [(piece.mark, piece.text) for piece in passage.pieces]
    assert marks == [
        ("", "ROSA: Nobody pays. "),
        ("a", "We do it for nothing, "),
        ("both", "and we do it gladly"),
        ("a", "."),
    ]


def test_long_stretches_are_cut(project: Project, tmp_path: Path) -> None:
    words = "word " * 4000
    (tmp_path / "long.txt").write_text(f"begin {words}middle {words}end", "utf-8")
    documents.import_files(project, [tmp_path / "long.txt"])
    with project.read() as read:
        text = read.text(read.document_named("long"))  # type: ignore[arg-type]
    coding.apply_code(project, "long", 0, 5, "unpaid")
    coding.apply_code(project, "long", len(text) - 3, len(text), "glad")
    picture, found = meeting(project, rule="document")
    passages = {passage.name: passage for passage in meeting_passages(project, picture, found.a, found.b).passages}
    shown = passages["long"].text
    assert shown.startswith("begin")
    assert shown.endswith("end")
    assert "…" in shown
    assert len(shown) < 400
    assert text[passages["long"].start : passages["long"].end] == "begin"


def test_the_caption_names_only_who_is_counted(project: Project) -> None:
    picture = cooccurrence_view(project, CooccurrenceOptions(filters={"coders": ["AB"], "documents": ["P01", "P02"]}))
    caption = " ".join(picture.heat.caption)
    assert "coder AB" in caption
    assert "CD" not in caption
    assert "2 of 3 documents" in caption
    assert "2 of 3 codes" in caption
    assert picture.date in caption


def test_the_caption_names_nobody_who_was_asked_for_and_did_not_code(project: Project) -> None:
    filters = {"coders": ["AB", "CD"], "documents": ["P02"]}
    heat = cooccurrence_view(project, CooccurrenceOptions(filters=filters)).heat
    bars = charts.frequency_view(project, charts.FrequencyOptions(filters=filters))
    for caption in (heat.caption, bars.caption):
        assert "coder AB" in " ".join(caption)
        assert "CD" not in " ".join(caption)


def test_the_caption_says_what_was_filtered(project: Project) -> None:
    filters = {"coders": ["CD"], "documents": ["P02"]}
    assert "coder CD" in " ".join(cooccurrence_view(project, CooccurrenceOptions(filters=filters)).heat.caption)
    cases.add_case(project, "Rosa", sector="care", paid=True)
    cases.assign(project, "Rosa", "P01")
    filters = {"variables": {"sector": ["care"], "paid": "Yes"}}
    caption = " ".join(cooccurrence_view(project, CooccurrenceOptions(filters=filters)).heat.caption)
    assert "Documents of cases with sector: care and paid: Yes." in caption
    cases.add_variable(project, "age", "number")
    cases.set_value(project, "Rosa", "age", 40)
    ranged = cooccurrence_view(project, CooccurrenceOptions(filters={"variables": {"age": ">=10"}}))
    assert "Documents of cases with age: >= 10." in " ".join(ranged.heat.caption)
    rolled = cooccurrence_view(project, CooccurrenceOptions(rollup=True))
    assert "3 of 4 codes and themes" in " ".join(rolled.heat.caption)
    bars = charts.frequency_view(project, charts.FrequencyOptions(rollup=True))
    assert "3 of 4 codes and themes" in " ".join(bars.caption)


def test_what_holds_is_used_again(project: Project) -> None:
    first = cooccurrence_view(project, CooccurrenceOptions())
    same = cooccurrence_view(project, CooccurrenceOptions(measure="jaccard", order="frequency"), before=first)
    assert same.counts is first.counts
    other_rule = cooccurrence_view(project, CooccurrenceOptions(rule="turn"), before=first)
    assert other_rule.material is first.material
    assert other_rule.counts is not first.counts
    filtered = cooccurrence_view(project, CooccurrenceOptions(filters={"coders": ["AB"]}), before=first)
    assert filtered.material is not first.material
    code(project, "P03", "Nobody pays", "glad")
    later = cooccurrence_view(project, CooccurrenceOptions(), before=first)
    assert later.counts.spans.sum() == first.counts.spans.sum() + 1


def test_a_theme_and_its_code_are_no_pair(project: Project) -> None:
    code(project, "P03", "Nobody pays", "Money")
    picture = cooccurrence_view(project, CooccurrenceOptions(rollup=True))
    names = [label.name for label in picture.heat.labels]
    assert picture.meeting(names.index("Money"), names.index("unpaid")).kin
    assert not picture.meeting(names.index("Money"), names.index("glad")).kin


def test_few_nodes_keep_the_strongest_lines(project: Project) -> None:
    for number in range(6):
        chosen = codebook.add_code(project, f"code {number}")
        for part in range(number + 1):
            coding.apply_code(project, "P03", 0, 14 - part, chosen)
    whole = cooccurrence_view(project, CooccurrenceOptions(threshold=1)).network
    few = cooccurrence_view(project, CooccurrenceOptions(nodes=4)).network
    assert len(few.nodes) <= 4 < len(whole.nodes)
    assert min(edge.value for edge in few.edges) >= few.threshold > 1
    assert max(edge.value for edge in few.edges) == max(edge.value for edge in whole.edges)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("cooccurrence", {}),
        ("cooccurrence", {"kind": "network", "rule": "turn", "measure": "jaccard"}),
        ("cooccurrence", {"level": "themes", "order": "likeness", "dark": True}),
        ("cooccurrence", {"documents": ["P03"]}),
        ("cooccurrence", {"kind": "network", "documents": ["P03"]}),
        ("frequencies", {}),
        ("frequencies", {"measure": "characters", "rollup": True, "coders": ["CD"]}),
    ],
)
def test_figures(project: Project, name: str, options: dict[str, object]) -> None:
    assert isinstance(project.figure(name, **options), Figure)


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("pie", {}, "no figure “pie”"),
        ("cooccurrence", {"kind": "pie"}, "no kind “pie”"),
        ("cooccurrence", {"colour": "red"}, "no option “colour”"),
        ("cooccurrence", {"rule": "nearby"}, "no co-occurrence rule “nearby”"),
        ("cooccurrence", {"rule": "case"}, "belongs to a case"),
        ("cooccurrence", {"level": "files"}, "no level “files”"),
        ("cooccurrence", {"measure": "kappa"}, "no measure “kappa”"),
        ("cooccurrence", {"order": "size"}, "no order “size”"),
        ("cooccurrence", {"documents": []}, "names nothing"),
        ("frequencies", {"rule": "turn"}, "no option “rule”"),
    ],
)
def test_what_cannot_be_drawn_is_said(project: Project, name: str, options: dict[str, object], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        project.figure(name, **options)


def test_the_same_state_gives_the_same_bytes(project: Project, tmp_path: Path) -> None:
    for suffix in (".svg", ".png", ".pdf", ".csv", ".xlsx"):
        files = [export_chart(project, tmp_path / f"{number}{suffix}") for number in (1, 2)]
        assert files[0].read_bytes() == files[1].read_bytes()
        export_chart(project, tmp_path / f"bars{suffix}", "frequencies")


def test_an_unknown_suffix_is_refused(project: Project, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"\.svg, \.png, \.pdf, \.csv, \.xlsx"):
        export_chart(project, tmp_path / "map.docx")
    assert not (tmp_path / "map.docx").exists()


def test_a_filter_on_a_document_that_is_gone_leaves_nothing(project: Project) -> None:
    cases.add_case(project, "nobody")
    picture = cooccurrence_view(project, CooccurrenceOptions(filters={"documents": ["P03"]}))
    assert picture.heat.labels == ()
    assert picture.network.edges == ()
    with pytest.raises(Exception, match="no"):
        cooccurrence_view(project, CooccurrenceOptions(filters={"documents": [str(new_id())]}))


@pytest.mark.parametrize(("suffix", "kind"), [(".svg", "heatmap"), (".svg", "network"), (".xlsx", ""), (".csv", "")])
def test_a_chart_is_looked_through_before_it_leaves(project: Project, tmp_path: Path, suffix: str, kind: str) -> None:
    cases.add_case(project, "Rosa")
    display_names.set_display(project, "Rosa", "P07")
    codebook.rename_code(project, "unpaid", "what Rosa gives")
    documents.file_document(project, "P01", "Visits to Rosa")
    place = tmp_path / f"chart{suffix}"
    options = {"folders": ["Visits to Rosa"], **({"kind": kind} if kind else {})}
    check = check_file if kind else check_shown
    found = check(project, place, "cooccurrence", **options)
    assert found.telling
    where = {place.where for one in found.found if one.name == "Rosa" for place in one.places}
    assert where == {".svg": {"chart"}, ".csv": {"code"}, ".xlsx": {"code", "how it was made"}}[suffix]
    shown = check(project, place, "cooccurrence", display_ids=True, **options)
    left = {place.where for one in shown.found if one.name == "Rosa" for place in one.places}
    assert left == (set() if kind else {"code"}), "in a table a code is called what it is called"
    if kind:
        write_file(project, place, "cooccurrence", display_ids=True, **options)
        assert "Rosa" not in place.read_text("utf-8")
        return
    export_chart(project, place, display_ids=True, **options)
    if suffix == ".xlsx":
        about = pd.read_excel(place, sheet_name="About", engine="openpyxl", header=None).set_index(0)[1]
        assert about["folders"] == "Visits to P07"
        assert "Visits to P07" in about["caption"]


def test_a_chart_of_frequencies_is_looked_through_too(project: Project, tmp_path: Path) -> None:
    cases.add_case(project, "Rosa")
    codebook.rename_code(project, "unpaid", "what Rosa gives")
    for suffix in (".pdf", ".csv"):
        found = check_file(project, tmp_path / f"bars{suffix}", "frequencies")
        assert {one.name for one in found.found} >= {"Rosa"}
