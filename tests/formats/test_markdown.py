"""The Markdown of memos."""

from hypothesis import assume, given
from hypothesis import strategies as st

from qualcode.formats.markdown import Span, below, blocks, spans

TEXT = """# One

A paragraph
on two lines, with ***both***, **bold *and italic* words**, _italic_, `a * code`, snake_case_name,
2 * 3 * 4 and \\*none\\*.

Two
---
- first
  goes on
  - below
* second
7) seven
> quoted
> words
>
> more
***
~~~
# no heading
~~~
"""


def test_blocks() -> None:
    found = [(block.kind, block.text, block.level, block.number) for block in blocks(TEXT)]
    assert found == [
        ("heading", "One", 1, 0),
        (
            "text",
            "A paragraph\non two lines, with both, bold and italic words, italic, a * code, snake_case_name,\n"
            "2 * 3 * 4 and *none*.",
            0,
            0,
        ),
        ("heading", "Two", 2, 0),
        ("bullet", "first\ngoes on", 0, 0),
        ("bullet", "below", 1, 0),
        ("bullet", "second", 0, 0),
        ("number", "seven", 0, 7),
        ("quote", "quoted\nwords", 0, 0),
        ("quote", "more", 0, 0),
        ("rule", "", 0, 0),
        ("code", "# no heading", 0, 0),
    ]


def test_words_that_look_alike() -> None:
    assert spans("a **b *c* d** e") == (
        Span("a "),
        Span("b ", bold=True),
        Span("c", bold=True, italic=True),
        Span(" d", bold=True),
        Span(" e"),
    )
    assert spans("**信任**很重要") == (Span("信任", bold=True), Span("很重要"))
    assert spans("``a ` b``") == (Span("a ` b", code=True),)
    assert spans("***x***") == (Span("x", bold=True, italic=True),)
    assert spans("** no ** and * no *") == (Span("** no ** and * no *"),)
    assert spans("") == ()


def test_a_memo_below_a_heading_cannot_break_the_structure() -> None:
    text = "# A\n\nB\n===\nC\n---\n\n###### deep\n\n> q\n---\n<!-- x\n<https://a.b> <b>\n\n```\n# code\n"
    assert below(text, 2).split("\n") == [
        "### A",
        "",
        "### B",
        "#### C",
        "",
        "###### deep",
        "",
        "> q",
        "---",
        "\\<!-- x",
        "<https://a.b> \\<b>",
        "",
        "```",
        "# code",
        "",
        "```",
    ]
    assert below("````\n```\n# x\n````\n# y", 2).split("\n")[-1] == "### y"


@given(st.text(alphabet="#*_`~>-=+ \n\\ab1.)[]<", max_size=60))
def test_no_text_makes_a_heading_above_its_place(text: str) -> None:
    for block in blocks(below(text, 2)):
        if block.kind == "heading":
            assert block.level > 2


@given(st.text(alphabet="*_`ab \\", max_size=40))
def test_no_letter_is_lost(text: str) -> None:
    assume("```" not in text)  # what stands behind a fence names a language and is not shown
    assert [char for block in blocks(text) for char in block.text if char in "ab"] == [
        char for char in text if char in "ab"
    ]
