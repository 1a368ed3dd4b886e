"""Folding with the way back, and what a query finds in a text."""

import unicodedata
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qualcode.domain.errors import BadInput
from qualcode.domain.folding import fold, fold_with_origin
from qualcode.domain.queries import Fields, regex_query, split_fields, substring_query, whole_word, words_query

LETTERS = "aA éÉe\u0301 ßﬁİıœ½²Ω 信カ가 \n-_'’*\"😀\u00ad\u200d"


def hits(query: str, text: str) -> list[str]:
    return [text[start:end] for start, end in words_query(query).hits(text)]


@given(text=st.text(max_size=30) | st.text(LETTERS, max_size=30))
@example("ﬀ\u0300")  # as many folded characters as there were, but not one for one
def test_folding_knows_where_each_character_came_from(text: str) -> None:
    folded = fold_with_origin(text)
    assert folded.text == fold(text)
    origin = [folded.origin(place) for place in range(len(folded.text) + 1)]
    assert origin == sorted(origin)
    assert origin[-1] == len(text)
    for at, char in enumerate(folded.text):
        piece = text[origin[at] : max(origin[at + 1], origin[at] + 1)]
        assert char in fold(piece)


@given(text=st.text(LETTERS, max_size=30))
def test_folding_forgets_case_accents_and_composition(text: str) -> None:
    for form in ("NFC", "NFD", "NFKC"):
        assert fold(unicodedata.normalize(form, text)) == fold(text)
    assert fold(fold(text)) == fold(text)


@given(text=st.text(LETTERS, max_size=30), start=st.integers(0, 29), length=st.integers(1, 5))
def test_a_substring_is_found_where_it_stands(text: str, start: int, length: int) -> None:
    piece = text[start : start + length]
    if not fold(piece):
        return
    found = list(substring_query(piece).hits(text))
    assert found == sorted(found)
    assert all(fold(piece) in fold(text[first:last]) for first, last in found)
    assert all(0 <= first < last <= len(text) for first, last in found)
    assert found, "what was cut out of the text is in the text"


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("trust", "Trust, TRUST! trusty distrust", ["Trust", "TRUST"]),
        ("trust*", "Trust trusty distrust", ["Trust", "trust"]),
        ("信任", "很信任你", ["信任"]),
        ("信任*", "很信任你", ["信任"]),
        ("abc信", "xabc信 abc信", ["abc信"]),
        ("abc", "信abc任", ["abc"]),
        ('"to be"', "To\nbe - to, be; to bet", ["To\nbe", "to, be"]),
        ('"to be*"', "to bet", ["to be"]),
        ("cafe", "café cafe\u0301s cafe\u0301", ["café", "cafe\u0301"]),
        ("straße", "STRASSE", ["STRASSE"]),
        ("stras*", "die Straße", ["Straß"]),
        ("x²", "x2", ["x2"]),
        ("가", "가나", ["가"]),
        ("信任", "信。任 信\n任 信 任 信任", ["信任"]),
        ('"信任"', "信。任 信\n任 信任", ["信。任", "信\n任", "信任"]),
        ("abc信任", "abc信任 abc 信任 abc信、任", ["abc信任"]),
        ("में", "में मैं म", ["में"]),
        ("ดี", "ดู ดี ด", ["ดี"]),
        ("мой", "мои мой мо\u0438\u0306", ["мой", "мо\u0438\u0306"]),
        ("еще", "ещё ещ\u0435\u0308", ["ещё", "ещ\u0435\u0308"]),
        ("が", "か が か\u3099", ["が", "か\u3099"]),
        ("ハハ", "パパ ハハ", ["ハハ"]),
        ("パパ", "ﾊﾟﾊﾟ ハハ", ["ﾊﾟﾊﾟ"]),
        ("ऩ", "\u0928\u093c न", ["\u0928\u093c"]),
        ("שלום", "שָׁלוֹם", ["שָׁלוֹם"]),
        ("كتب", "كَتَبَ", ["كَتَبَ"]),
        ("ελληνικα", "ελληνικά", ["ελληνικά"]),
        ("one two", "two one", ["two", "one"]),
        ("well-being", "well being", ["well being"]),
        ('"unfinished', "unfinished work", ["unfinished"]),
    ],
)
def test_words(query: str, text: str, expected: list[str]) -> None:
    assert hits(query, text) == expected


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("trusted her", 5, "trusted"),
        ("trust, her", 5, "trust"),
        ("cre\u0301me\u0301 now", 2, "cre\u0301me\u0301"),
        ("abc信任", 2, "abc"),
        ("很信任你", 3, "很信任"),
        ("हिन्दी है", 2, "हिन्दी"),
    ],
)
def test_a_beginning_is_grown_to_its_word(text: str, end: int, expected: str) -> None:
    first, last = whole_word(text, 0, end)
    assert text[first:last] == expected


def test_terms() -> None:
    terms = words_query('Ünder* "two words" 信任').terms
    assert [(term.words, term.prefix) for term in terms] == [
        (("under",), True),
        (("two", "words"), False),
        (("信", "任"), False),
    ]


@pytest.mark.parametrize("query", ["", "  ", "***", '""', "-", "__", "\u0301"])
def test_no_word_at_all(query: str) -> None:
    with pytest.raises(BadInput):
        words_query(query)


def test_patterns() -> None:
    assert list(regex_query(r"^b|x*").hits("a\nb")) == [(2, 3)]
    with pytest.raises(BadInput, match="not a regular expression"):
        regex_query("(?")
    with pytest.raises(BadInput):
        substring_query("")


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("tru", "Trust trusty distrust", ["Tru", "tru"]),
        ('tru "trust"', "Trust trusty", ["Trust", "tru"]),
        ("信", "信任", ["信"]),
    ],
)
def test_beginnings(query: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words_query(query, beginnings=True).hits(text)] == expected


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("trust NEAR/2 money", "Trust is not money. Money, trust.", ["Trust is not money", "Money, trust"]),
        ("trust NEAR/1 money", "Trust is not money. Trust no money", ["money. Trust", "Trust no money"]),
        ("trust NEAR money", "trust a b c d e f g h i j money", ["trust a b c d e f g h i j money"]),
        ("trust NEAR money", "trust a b c d e f g h i j k money", []),
        ("trust NEAR/0 trust", "trust trust", ["trust trust"]),
        ('"how trust" NEAR/3 gr*', "How trust may grow", ["How trust may gr"]),
        ("a NEAR/1 b NEAR/1 c", "a x b y c z z a b x x c", ["a x b y c"]),
        ("信任 NEAR/2 钱", "信任和钱 信任不是很多钱", ["信任和钱", "钱 信任"]),
        ("trust NEAR/1 money house", "house. trust money", ["house", "trust money"]),
        ("trust NEAR/1 money house", "house. trust is no money", []),
        ("trust NEAR/1 money house", "trust money", []),
        ("near trust", "near trust", ["near", "trust"]),
    ],
)
def test_near(query: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words_query(query).hits_of_all(text)] == expected


@given(words=st.lists(st.sampled_from("abx"), max_size=14), distance=st.integers(0, 4))
def test_near_finds_what_trying_all_pairs_finds(words: list[str], distance: int) -> None:
    text = " ".join(words)
    pairs = {
        (min(one, other), max(one, other) + 1)
        for one, word in enumerate(words)
        for other, second in enumerate(words)
        if (word, second) == ("a", "b") and abs(one - other) - 1 <= distance
    }
    inner = {
        pair
        for pair in pairs
        if not any(pair[0] <= low and high <= pair[1] and (low, high) != pair for low, high in pairs)
    }
    expected = sorted((2 * low, 2 * high - 1) for low, high in inner)
    assert list(words_query(f"a NEAR/{distance} b").hits_of_all(text)) == expected


@given(
    words=st.lists(st.sampled_from("abcx"), max_size=12),
    terms=st.lists(st.sampled_from("abc"), min_size=2, max_size=4),
    distances=st.lists(st.integers(0, 5), min_size=3, max_size=3),
)
def test_a_chain_of_nears_finds_what_trying_everything_finds(
    words: list[str], terms: list[str], distances: list[int]
) -> None:
    places = [[at for at, word in enumerate(words) if word == term] for term in terms]
    ways = {
        (min(chosen), max(chosen) + 1)
        for chosen in product(*places)
        if len(set(chosen)) == len(chosen)
        and all(
            abs(one - other) - 1 <= distance
            for one, other, distance in zip(chosen, chosen[1:], distances, strict=False)
        )
    }
    inner = {
        way for way in ways if not any(way[0] <= low and high <= way[1] and (low, high) != way for low, high in ways)
    }
    query = terms[0] + "".join(f" NEAR/{n} {term}" for n, term in zip(distances, terms[1:], strict=False))
    assert list(words_query(query).hits(" ".join(words))) == sorted((2 * low, 2 * high - 1) for low, high in inner)


def test_a_distance_is_that_to_the_term_and_not_to_what_was_found_until_then() -> None:
    # c stands next to a, but three words from b
    assert list(words_query("a NEAR/3 b NEAR/0 c").hits("c a x y b")) == []
    # between “gr…” and “fast” stands no word, for “grow” is one
    assert len(list(words_query("gr* NEAR/0 fast").hits("may grow fast"))) == 1


@pytest.mark.parametrize("query", ["NEAR money", "trust NEAR", "trust NEAR/3 NEAR/3 money", "NEAR/2"])
def test_near_needs_two_sides(query: str) -> None:
    with pytest.raises(BadInput, match="stands between two words"):
        words_query(query)


def test_a_lemma_stands_for_all_its_forms() -> None:
    forms = {"go": ("go", "goes", "went", "go away"), "be": ("be", "was")}
    query = words_query('go lemma:be "went"', lemma=True).with_forms(lambda word: forms.get(word, ()))
    assert [term.forms for term in query.terms] == [("go", "goes", "went"), ("be", "was"), ()]
    text = "She goes, we went; it was, undergoes go* going"
    assert [text[start:end] for start, end in query.hits_of_all(text)] == ["goes", "went", "was", "go"]
    assert words_query("go").with_forms(lambda _word: ["went"]).terms[0].forms == ()
    assert list(words_query("信任", lemma=True).with_forms(lambda _word: ["x"]).hits("x 信任")) == [(2, 4)]
    close = words_query("lemma:go NEAR/1 home").with_forms(lambda word: forms.get(word, ()))
    assert list(close.hits_of_all("we went straight home")) == [(3, 21)]


@pytest.mark.parametrize(
    ("text", "fields", "rest"),
    [
        ("trust", Fields(), "trust"),
        ("doc:P01 trust", Fields(doc=("P01",)), "trust"),
        ('trust code:"Power > trust" doc:P1 doc:P2', Fields(doc=("P1", "P2"), code=("Power > trust",)), "trust"),
        ('age=31 "home town"=Ulm x', Fields(variables=(("age", "31"), ("home town", "Ulm"))), "x"),
        ("speaker:INT case:Ann a b", Fields(speaker=("INT",), case=("Ann",)), "a b"),
        ('"doc:P01" time:12 a=', Fields(), '"doc:P01" time:12 a='),
    ],
)
def test_fields(text: str, fields: Fields, rest: str) -> None:
    found, left = split_fields(text)
    assert found == fields
    assert left.split() == rest.split()
    assert found.everywhere == (fields == Fields())


def test_fields_stand_before_an_expression() -> None:
    assert split_fields(r"doc:P01 speaker:Ann code:\w a=b", anywhere=False) == (
        Fields(doc=("P01",), speaker=("Ann",), code=(r"\w",)),
        "a=b",
    )
    assert split_fields(" (code:x) ", anywhere=False) == (Fields(), " (code:x) ")


@given(
    st.lists(st.sampled_from(["go", "goes", "going", "gone", "went", "wend", "g", "信"]), min_size=1),
    st.lists(st.sampled_from(["go", "goes", "gone", "goesx", "xgo", "went", "信任", "_", "'", " ", "-"])).map("".join),
)
def test_one_pattern_for_all_forms_finds_what_each_finds(forms: list[str], text: str) -> None:
    query = words_query("lemma:go").with_forms(lambda _word: forms)
    each = [words_query(f'"{form}"') for form in {"go", *forms}]
    assert set(query.hits(text)) <= {span for one in each for span in one.hits(text)}
    covered = {place for start, end in query.hits(text) for place in range(start, end)}
    assert covered == {place for one in each for start, end in one.hits(text) for place in range(start, end)}


@pytest.mark.parametrize(("between", "hits"), [("_ ' so - 3", 1), ("a b c", 0), ("我 b", 1), ("我们x", 0)])
def test_near_counts_words_however_many_signs_there_are(between: str, hits: int) -> None:
    assert len(list(words_query("trust NEAR/2 money").hits(f"trust {between} money"))) == hits
