"""The segments as a web page."""

from pathlib import Path

from lxml import html

from qualcode.formats.segments_html import write_segments_html

_ROWS: list[dict[str, object]] = [
    {
        "document": "P03",
        "turn": 44,
        "speaker": "ANNA",
        "code": "Power > <gate>",
        "coder": "AB",
        "comment": "see P07 & <b>",
        "discuss": "really?",
        "links": "contradicts -> P01 [1:3] (CD)",
        "text": "The room\x07 was booked.\n<script>alert(1)</script>",
    },
    {"document": "P07", "turn": None, "code": "信任", "coder": "CD", "text": "أهلا"},
    {"document": "P09", "turn": 2, "code": "Power > <gate>", "coder": "AB", "weight": 90.0, "text": "Again."},
]


def test_quotes_stand_under_their_codes_with_their_sources(tmp_path: Path) -> None:
    assert write_segments_html(iter(_ROWS), tmp_path / "s.html", "Study & more", date="2026-11-22") == 3
    text = (tmp_path / "s.html").read_text("utf-8")
    page = html.fromstring(text)
    assert page.findtext(".//h1") == "Study & more"
    assert page.findtext(".//header/p") == "3 codings · 2 codes · 2026-11-22"
    found = [
        (article.findtext("h2/bdi"), [[part.text_content() for part in quote] for quote in article.iter("blockquote")])
        for article in page.iter("article")
    ]
    assert found == [
        (
            "Power > <gate>",
            [
                [
                    "The room was booked.\n<script>alert(1)</script>",
                    "P03, turn 44 · ANNA · coded by AB",
                    "see P07 & <b>",
                    "to discuss: really?",
                    "contradicts → P01 [1:3] (CD)",
                ],
                ["Again.", "P09, turn 2 · coded by AB · weight 90"],
            ],
        ),
        ("信任", [["أهلا", "P07 · coded by CD"]]),
    ]
    assert not page.xpath("//script | //link | //img | //@src")
    assert [address[1:] for address in page.xpath("//nav//a/@href")] == page.xpath("//article/@id")


def test_the_same_quotes_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("1.html", "2.html"):
        write_segments_html(_ROWS, tmp_path / name, "T")
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


def test_no_quotes_are_a_page_too(tmp_path: Path) -> None:
    assert write_segments_html([], tmp_path / "s.html", "T") == 0
    assert not html.fromstring((tmp_path / "s.html").read_text("utf-8")).xpath("//article")
