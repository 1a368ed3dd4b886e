"""Charts as files: opened again, equal byte by byte, nothing clipped, any name drawn."""

import random
import re
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from analysis.brute_force import Study
from analysis.studies import material_of
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text
from PIL import Image
from pypdf import PdfReader

from qualcode.analysis import figures, sheets
from qualcode.analysis.cooccurrence import count
from qualcode.analysis.frequencies import frequency_chart
from qualcode.analysis.material import Material
from qualcode.analysis.matrices import Filters, heat_map
from qualcode.analysis.networks import network
from qualcode.analysis.sheets import LIGHT, Sheet, calling, elided, printable, text_width, wrapped
from qualcode.domain.errors import BadInput

NAMES = [
    "unpaid labour",
    "互惠与付出",
    "无偿劳动：谁来承担这些看不见的工作，又由谁来付钱给他们呢？",
    "$cost_{1}$ & <b>\\frac",
    "العربية",
    "a name that is far too long to stand beside a row of cells in any chart whatsoever",
    "emoji 🙂 \U00013000 \u200b\ufffd\x07",
    "i -- " * 40,
]


def material(codes: int) -> Material:
    draw = random.Random(7)
    codings = []
    for _ in range(codes * 12):
        start = draw.randrange(5000)
        codings.append((draw.randrange(3), draw.randrange(codes), draw.randrange(2), start, start + 150))
    names = [NAMES[place % len(NAMES)] for place in range(codes)]
    return material_of(Study([6000] * 3, [-1] * codes, codings, [], {}, names=names))


def charts(codes: int, dark: bool = False) -> dict[str, Figure]:
    given = material(codes)
    counts, filters = count(given), Filters(date="2026-11-22")
    return {
        "heatmap": figures.heatmap(heat_map(given, counts, "pairs", "likeness", filters=filters), dark),
        "network": figures.network(network(given, counts, filters=filters), dark),
        "bars": figures.frequency_chart(frequency_chart(given, filters=filters), dark).figure,
    }


@pytest.mark.parametrize("codes", [0, 1, 8, 36])
@pytest.mark.parametrize("dark", [False, True])
def test_no_text_leaves_the_sheet(codes: int, dark: bool) -> None:
    for name, figure in charts(codes, dark).items():
        figure.draw_without_rendering()
        sheet = figure.bbox
        for text in figure.findobj(Text):
            if text.get_text():
                box = text.get_window_extent()
                assert box.x0 >= -1, (name, text)
                assert box.x1 <= sheet.x1 + 1, (name, text)
                assert box.y0 >= -1, (name, text)
                assert box.y1 <= sheet.y1 + 1, (name, text)


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    for turn in ("one", "two"):
        (tmp_path / turn).mkdir()
        for name, figure in charts(8).items():
            figures.save(figure, tmp_path / turn / f"{name}{suffix}", "2026-11-22")
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes()


def test_a_date_in_a_file_is_no_matter_of_the_clock_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    figure = next(iter(charts(2).values()))
    written = []
    for zone in ("Asia/Tokyo", "America/Lima"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        written.append(figures.drawn(figure, ".pdf", "2026-11-22"))
    monkeypatch.undo()
    time.tzset()
    assert written[0] == written[1]
    assert b"D:20261122000000Z" in written[0]


def test_the_files_open_again(tmp_path: Path) -> None:
    for name, figure in charts(8).items():
        for suffix in figures.SUFFIXES:
            figures.save(figure, tmp_path / f"{name}{suffix}", "2026-11-22")
        width, height = figure.get_size_inches()
        with Image.open(tmp_path / f"{name}.png") as image:
            assert image.size == pytest.approx((width * 192, height * 192), abs=1)
        root = ET.parse(tmp_path / f"{name}.svg").getroot()
        assert root.tag.endswith("svg")
        assert float(root.attrib["width"].removesuffix("pt")) == pytest.approx(width * 72, abs=0.01)
        pages = PdfReader(tmp_path / f"{name}.pdf").pages
        assert len(pages) == 1
        assert float(pages[0].mediabox.width) == pytest.approx(width * 72, abs=1)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == sorted(figures.SUFFIXES * 3)


def test_a_dollar_sign_or_a_tag_in_a_name_is_only_text(tmp_path: Path) -> None:
    given = material_of(Study([50], [-1], [(0, 0, 0, 1, 9)], [], {}, names=["$a_1$ & <b>"]))
    figures.save(figures.frequency_chart(frequency_chart(given)).figure, tmp_path / "a.svg")
    assert "$a_1$ &amp; &lt;b&gt;" in (tmp_path / "a.svg").read_text("utf-8")


@pytest.mark.parametrize("suffix", [".svg", ".pdf"])
def test_words_are_text_where_they_are_to_be_edited(tmp_path: Path, suffix: str) -> None:
    given = material_of(Study([50], [-1], [(0, 0, 0, 1, 9)], [], {}, names=["互惠 & taking"]))
    files = [tmp_path / f"{turn}{suffix}" for turn in ("one", "two")]
    for file in files:
        figures.save(figures.frequency_chart(frequency_chart(given)).figure, file, "2026-11-22", editable=True)
    assert files[0].read_bytes() == files[1].read_bytes()
    if suffix == ".svg":
        texts = [each.text for each in ET.parse(files[0]).getroot().iter("{http://www.w3.org/2000/svg}text")]
        assert "互惠 & taking" in texts
    else:
        assert "互惠 & taking" in PdfReader(files[0]).pages[0].extract_text()


def test_a_file_is_replaced_whole_and_readable_for_others(tmp_path: Path) -> None:
    path = tmp_path / "chart.png"
    path.write_bytes(b"old")
    figures.save(charts(1)["bars"], path)
    assert path.read_bytes().startswith(b"\x89PNG")
    assert stat.S_IMODE(path.stat().st_mode) & stat.S_IRUSR
    assert [file.name for file in tmp_path.iterdir()] == ["chart.png"]


def test_another_suffix_or_a_missing_folder_is_said_plainly(tmp_path: Path) -> None:
    figure = charts(1)["bars"]
    with pytest.raises(BadInput, match=re.escape(".svg, .png, .pdf")):
        figures.save(figure, tmp_path / "chart.gif")
    with pytest.raises(BadInput, match="Choose another place"):
        figures.save(figure, tmp_path / "nowhere" / "chart.png")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NAMES)
def test_elided_names_fit(name: str) -> None:
    assert text_width(elided(name, 120, 12), 12) <= 120
    assert elided("short", 120, 12) == "short"


def test_captions_wrap_within_the_sheet() -> None:
    text = " ".join(NAMES[:6])
    lines = wrapped(text, 200, 12)
    assert all(text_width(line, 12) <= 200 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_number_stays_with_what_it_counts() -> None:
    for width in range(40, 200, 5):
        assert any("n = 77,179" in line for line in wrapped("Segments that meet: n = 77,179 pairs", width, 11)) or (
            text_width("n = 77,179", 11) > width
        )


def test_signs_no_font_has_become_squares() -> None:
    assert printable("a\U000f0000b\tc\x07") == "a\u25a1b c"


def test_a_font_that_has_no_bold_is_not_spoken_of(caplog: pytest.LogCaptureFixture) -> None:
    sheet = Sheet(200, 100, LIGHT)
    sheet.text(10, 50, "Trust 👍", 12.34, weight="bold")
    figures.drawn(sheet.figure, ".pdf")
    assert not caplog.records


@pytest.mark.parametrize("suffix", figures.SUFFIXES)
def test_a_name_with_signs_that_leave_no_trace_is_drawn_as_it_looks(suffix: str) -> None:
    def written(name: str) -> bytes:
        sheet = Sheet(200, 100, LIGHT)
        sheet.text(10, 50, elided(name, 150, 12), 12)
        return figures.drawn(sheet.figure, suffix)

    assert written("\ufeffTr\u00adust\u200b") == written("Trust")


class _Waits(Artist):
    """Says when it is drawn, and goes on when somebody else does something, or after a moment."""

    def __init__(self, drawn: Event, until: Event) -> None:
        super().__init__()
        self._drawn, self._until = drawn, until

    def draw(self, _renderer: object) -> None:
        self._drawn.set()
        self._until.wait(0.5)


def test_figures_written_at_once_keep_their_own_settings_and_leave_none_behind() -> None:
    before = dict(mpl.rcParams)
    wanted = {dark: figures.drawn(charts(3, dark)["bars"], ".svg", editable=dark) for dark in (False, True)}
    one, other, written = Event(), Event(), Event()
    light, dark = charts(3)["bars"], charts(3, True)["bars"]
    light.add_artist(_Waits(one, other))  # the dark one begins while the light one is written
    dark.add_artist(_Waits(other, written))  # and is still being written when that one is done
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(figures.drawn, light, ".svg")
        first.add_done_callback(lambda _: written.set())
        one.wait(60)
        second = threads.submit(figures.drawn, dark, ".svg", "", True)
        assert (first.result(), second.result()) == (wanted[False], wanted[True])
    assert dict(mpl.rcParams) == before


def test_figures_drawn_in_two_threads_are_those_drawn_alone() -> None:
    def bars(dark: bool) -> bytes:
        return figures.drawn(charts(8, dark)["heatmap"], ".png", editable=dark)

    wanted = {dark: bars(dark) for dark in (False, True)}
    with ThreadPoolExecutor(2) as threads:
        found = list(threads.map(bars, [False, True] * 4))
    assert found == [wanted[False], wanted[True]] * 4


def test_people_are_called_otherwise_before_a_text_is_cut_or_broken() -> None:
    with calling(lambda text: text.replace("Ana of the Long Lane", "K1")):
        assert wrapped("Said by Ana of the Long Lane twice", 60, 12) == wrapped("Said by K1 twice", 60, 12)
        assert elided("Ana of the Long Lane", 60, 12) == "K1"
        assert text_width("Ana of the Long Lane", 12) == text_width("K1", 12)
    assert wrapped("Ana of the Long Lane", 1000, 12) == ["Ana of the Long Lane"]
    with calling(lambda text: f"<{text}>"):  # what was settled once is not called otherwise again
        sheet = Sheet(200, 100, LIGHT)
        sheet.text(0, 0, elided("Ana", 100, 12), 12)
    assert [text.get_text() for text in sheet.figure.findobj(Text) if text.get_text()] == ["<Ana>"]


def test_a_turned_name_of_two_scripts_is_set_in_one_font() -> None:
    name = "P06 长桥"
    if not any(set(map(ord, name)) <= sheets._signs(family) for family in sheets._FAMILIES):
        pytest.skip("no font here has both scripts")
    sheet = Sheet(200, 100, LIGHT)
    sheet.text(50, 90, name, 12, rotation=60)
    (text,) = (text for text in sheet.figure.findobj(Text) if text.get_text())
    assert set(map(ord, name)) <= sheets._signs(text.get_fontfamily()[0])


def test_a_name_that_is_too_long_is_cut_between_signs() -> None:
    accented = "e\u0301" * 40
    for width in range(40, 200, 7):
        short = elided(accented, width, 12)
        assert short.endswith("…")
        assert short[:-1] == "e\u0301" * (len(short) // 2)
