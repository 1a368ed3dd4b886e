"""Links in a table's cell: what is written is read again, whatever the words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qualcode.domain.bundle import ReadLink
from qualcode.formats.links import read_links, written_link

SIGNS = st.text(st.sampled_from("a信 \\[]()<>-:12n=😀"), min_size=1, max_size=12)
NAMES = SIGNS.map(lambda text: " ".join(text.split())).filter(bool)
COMMENTS = st.text(st.sampled_from("a信 \\[]()<>-:12n=\n\u2028\x85"), max_size=20).map(str.strip)
LINKS = st.builds(
    ReadLink,
    relation=NAMES,
    document=NAMES,
    start=st.integers(0, 99),
    end=st.integers(0, 99),
    coder=NAMES,
    comment=COMMENTS,
    incoming=st.booleans(),
)


@given(st.lists(LINKS, max_size=3))
@example([ReadLink("a -> b", "P [1:2] (x): y", 3, 4, "Ana (B) [9:9] (c)", "see\n\\n: -> [1:2] (z)")])
def test_what_is_written_is_read_again(links: list[ReadLink]) -> None:
    assert list(read_links("\n".join(map(written_link, links)))) == links


def test_it_reads_like_a_sentence() -> None:
    link = ReadLink("contradicts", "P03 Rosa", 120, 155, "Ana", "see the tone")
    assert written_link(link) == "contradicts -> P03 Rosa [120:155] (Ana): see the tone"
    assert read_links("contradicts -> P03 Rosa [120:155] (Ana): see the tone\r\n\r\n") == (link,)


@pytest.mark.parametrize(
    "line",
    ["see P02", "contradicts -> P03", "-> P03 [1:2] (Ana)", "a -> P03 [1:x] (Ana)", f"a -> P03 [1:{'9' * 20}] (Ana)"],
)
def test_other_words_are_no_link(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_links(f"answers <- P01 [0:4] (Ben)\n{line}")
