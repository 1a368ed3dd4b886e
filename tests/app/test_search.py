"""Search finds what reading every text would find, on both databases."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from app.study import make
from hypothesis import given, settings
from hypothesis import strategies as st
from postgres import PostgresServer

import qualcode
from qualcode.app import codebook, coding, documents, exchange, memos
from qualcode.app.project import Project
from qualcode.app.search import make_query, search, search_around, search_page, without_lemmas
from qualcode.domain.bundle import Bundle, ReadDocument
from qualcode.domain.errors import BadInput, NotFound
from qualcode.domain.progress import CallbackProgress
from qualcode.domain.queries import Scope

TEXTS = {
    "one": "Trust is trust. TRUSTED? A trustee trusts; distrust.\nIt was a well-being, well being, “well… being”.",
    "two": "信任很重要。我们信 任彼此 trust信任abc 东京タワー 신뢰는 중요하다",
    "three": "Café cafe\u0301 CAFÉ naïve Straße STRASSE œuvre ﬁnal don't don’t I ı İ x² ½",
    "four": "snake_case a_b __ ____ 1,000 3.14 😀 trust😀me e-mail C++ <b>bold</b> O'Neil",
    "five": "Հայաստան Россия россия ελληνικά ΕΛΛΗΝΙΚΆ עברית العربية हिन्दी ไทย 𞤀𞤣𞤤𞤢𞤥 ꭰꮃꭹ Გ გ",
}


def plain(text: str) -> str:
    """Folding, written down a second time: no case, no accents, compatibility forms alike."""
    bare = re.sub(
        "(?<![иИуУ])\u0306|[\u0300-\u0305\u0307-\u036f\u0591-\u06ed]", bare_mark, unicodedata.normalize("NFKD", text)
    )
    return unicodedata.normalize("NFKC", bare.casefold())


def bare_mark(found: re.Match[str]) -> str:
    """Nothing for an accent; the range of Hebrew and Arabic holds letters too."""
    return "" if unicodedata.category(found.group()) == "Mn" else found.group()


def is_cjk(char: str) -> bool:
    return bool(re.match("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]", char))


def in_word(char: str) -> bool:
    """A letter, a digit, or a sign that belongs to one."""
    return char.isalnum() or char == "_" or unicodedata.category(char) in ("Mn", "Mc")


def tokens(text: str) -> list[str]:
    """The words of a folded text; each character of a script without spaces is one."""
    words: list[str] = []
    word = ""
    for char in [*plain(text), " "]:
        if in_word(char) and not is_cjk(char):
            word += char
            continue
        if any(part.isalnum() for part in word):
            words.append(word)
        word = ""
        if is_cjk(char):
            words.append(char)
    return words


def holds(text: str, phrase: str) -> bool:
    """Whether the words of the phrase stand in the text in a row; a star lets the last one go on."""
    if all(is_cjk(char) for char in phrase.rstrip("*")):  # nothing may stand between the characters of one word
        return phrase.rstrip("*") in plain(text)
    wanted, there = tokens(phrase), tokens(text)
    for at in range(len(there) - len(wanted) + 1):
        piece = there[at : at + len(wanted)]
        last = phrase.rstrip().endswith("*") and not is_cjk(wanted[-1]) and piece[-1].startswith(wanted[-1])
        if piece[:-1] == wanted[:-1] and (piece[-1] == wanted[-1] or last):
            return True
    return False


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory, postgres_server: PostgresServer) -> Iterator[dict[str, Project]]:
    """The texts on both databases, by the database's name."""
    folder = tmp_path_factory.mktemp("corpora")
    places = {"sqlite": str(folder / "corpus.qualcode"), "postgresql": postgres_server.create_database()}
    reads = tuple(ReadDocument(name, text, "txt", language="en") for name, text in TEXTS.items())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUALCODE_HOME", str(folder))
        made = {name: qualcode.new(place, coder="Ana") for name, place in places.items()}
        for project in made.values():
            exchange.bring_in(project, [exchange.Arrival("texts", b"", Bundle(documents=reads))])
            assert project.check() == []
        yield made
        for project in made.values():
            project.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def corpus(request: pytest.FixtureRequest, corpora: dict[str, Project]) -> Project:
    """One of them."""
    return corpora[request.param]


def found(project: Project, query: str) -> dict[str, list[str]]:
    """The hits' own words by document."""
    hits: dict[str, list[str]] = {}
    for hit in search(project, query):
        hits.setdefault(hit.document.name, []).append(hit.text)
    return hits


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("trust", {"one": ["Trust", "trust"], "two": ["trust"], "four": ["trust"]}),
        ("TRUST*", {"one": ["Trust", "trust", "TRUST", "trust", "trust"], "two": ["trust"], "four": ["trust"]}),
        ("distrust", {"one": ["distrust"]}),
        ("信任", {"two": ["信任", "信任"]}),
        ('"信任"', {"two": ["信任", "信 任", "信任"]}),
        ("हिन्दी", {"five": ["हिन्दी"]}),
        ("हिन", {}),
        ("हिन*", {"five": ["हिन"]}),
        ("任", {"two": ["任", "任", "任"]}),
        ("タワ", {"two": ["タワ"]}),
        ("cafe", {"three": ["Café", "cafe\u0301", "CAFÉ"]}),
        ("Café", {"three": ["Café", "cafe\u0301", "CAFÉ"]}),
        ("strasse", {"three": ["Straße", "STRASSE"]}),
        ("final", {"three": ["ﬁnal"]}),
        ('"well being"', {"one": ["well-being", "well being", "well… being"]}),
        ("well-being", {"one": ["well-being", "well being", "well… being"]}),
        ('"being well"', {"one": ["being, well", "being, “well"]}),
        ("don't", {"three": ["don't", "don’t"]}),
        ("trust 信任", {"two": ["信任", "trust", "信任"]}),
        ("trust bold", {"four": ["trust", "bold"]}),
        ("trust nowhere", {}),
        ("россия", {"five": ["Россия", "россия"]}),
        ("ελληνικα", {"five": ["ελληνικά", "ΕΛΛΗΝΙΚΆ"]}),
        ("𞤢𞤣𞤤𞤢𞤥", {"five": ["𞤀𞤣𞤤𞤢𞤥"]}),
        ("snake", {}),
        ("snake_case", {"four": ["snake_case"]}),
        ("1,000", {"four": ["1,000"]}),
    ],
)
def test_hits(query: str, expected: dict[str, list[str]], corpus: Project) -> None:
    hits = found(corpus, query)
    assert {name: sorted(words) for name, words in hits.items()} == {
        name: sorted(words) for name, words in expected.items()
    }


def test_hits_say_where(corpus: Project) -> None:
    with corpus.read() as read:
        texts = {document.id: read.text(document) for document in read.documents()}
    for hit in search(corpus, "trust*"):
        text = texts[hit.document.id]
        assert text[hit.start : hit.end] == hit.text
        assert hit.context in text.replace("\n", " ")


WORDS = sorted({word for text in TEXTS.values() for word in text.split()} | {"e", "信", "tr", "ß", "", "_", "fi", "ﬀ"})
terms = st.builds(
    lambda word, first, last, star: word[first % (len(word) + 1) :][: last + 1] + star,
    st.sampled_from(WORDS),
    st.integers(0, 6),
    st.integers(0, 12),
    st.sampled_from(["", "", "*"]),
)


@given(first=terms, second=st.one_of(st.just(""), terms), quoted=st.booleans())
@settings(max_examples=150)
def test_the_index_hides_nothing(first: str, second: str, quoted: bool, corpora: dict[str, Project]) -> None:
    parts = [part for part in (first, second) if part and '"' not in part and tokens(part)]
    if not parts:
        return
    query = f'"{" ".join(parts)}"' if quoted else " ".join(parts)
    phrases = [" ".join(parts)] if quoted else [piece for part in parts for piece in part.split() if tokens(piece)]
    expected = {name for name, text in TEXTS.items() if all(holds(text, phrase) for phrase in phrases)}
    for name, project in corpora.items():
        assert set(found(project, query)) == expected, (query, name)


@pytest.mark.parametrize("query", ["", " ", "*", '""', "...", '"* *"'])
def test_a_query_without_words_is_refused(query: str, corpus: Project) -> None:
    with pytest.raises(BadInput):
        list(search(corpus, query))


def test_substrings_and_patterns(corpus: Project) -> None:
    hits = list(search(corpus, make_query("RUS", substring=True)))
    assert len(hits) == sum(plain(text).count("rus") for text in TEXTS.values())
    pattern = r"\bt\w+t\b"
    hits = list(search(corpus, make_query(pattern, regex=True)))
    assert [hit.text for hit in hits] == [m for text in TEXTS.values() for m in re.findall(pattern, text)]
    with pytest.raises(BadInput, match="not a regular expression"):
        make_query("(", regex=True)
    with pytest.raises(BadInput):
        make_query("", substring=True)


def test_the_index_follows_the_text(study: Project, tmp_path: Path) -> None:
    assert set(found(study, "garden")) == {"P01"}
    documents.replace_text(study, "P01", "Nothing but a meadow.")
    assert found(study, "garden") == {}
    assert found(study, "meadow") == {"P01": ["meadow"]}
    study.undo()
    assert set(found(study, "garden")) == {"P01"}
    documents.remove_document(study, "P01")
    assert found(study, "garden") == {}
    study.undo()
    documents.rename_document(study, "P01", "P01 new")
    assert set(found(study, "garden")) == {"P01 new"}
    with study.as_of(study.history()[-1].number - 1) as past:
        assert set(found(past, "garden")) == {"P01"}
    with make(str(tmp_path / "other.qualcode"), tmp_path / "files") as other:
        assert set(found(other, "信任")) == {"P02"}


@pytest.mark.parametrize(
    ("query", "ways", "expected"),
    [
        ("tru", {"beginnings": True}, {"one": 5, "two": 1, "four": 1}),
        ("trusting", {"lemma": True}, {"one": 4, "two": 1, "four": 1}),
        ("lemma:trusting", {}, {"one": 4, "two": 1, "four": 1}),
        ('"trusted"', {"lemma": True}, {"one": 1}),
        ("信任", {"lemma": True}, {"two": 2}),
        ("trust NEAR/1 信任", {}, {"two": 1}),
        ("lemma:trusted NEAR/2 trustee", {}, {"one": 2}),
        ("doc:o trust*", {}, {"one": 5, "two": 1, "four": 1}),
        ("doc:on doc:tw trust*", {}, {"one": 5, "two": 1}),
        ("doc:on [Tt]rust", {"regex": True}, {"one": 5}),
        ("doc:two rust", {"substring": True}, {"two": 1}),
    ],
)
def test_ways_and_operators(query: str, ways: dict[str, bool], expected: dict[str, int], corpus: Project) -> None:
    hits: dict[str, int] = {}
    for hit in search(corpus, make_query(query, **ways)):
        hits[hit.document.name] = hits.get(hit.document.name, 0) + 1
    assert hits == expected


@pytest.mark.parametrize(("enough", "seconds"), [(1, 60), (3, 60), (100, 0)])
def test_pages_are_all_hits_in_order(corpus: Project, enough: int, seconds: float) -> None:
    query = make_query("[tT]rust", regex=True)
    pages = [search_page(corpus, query, enough=enough, seconds=seconds)]
    while pages[-1].last is not None:
        pages.append(search_page(corpus, query, after=pages[-1].last, enough=enough, seconds=seconds))
    assert [hit for page in pages for hit in page.hits] == list(search(corpus, query))
    assert len(pages) > 1


def test_what_comes_rarely_is_not_kept_back(corpus: Project) -> None:
    looked_at: list[str] = []
    progress = CallbackProgress(lambda _done, _total, what: looked_at.append(what))
    page = search_page(corpus, make_query("^Trust", regex=True), progress, enough=100, seconds=0)
    assert [hit.document.name for hit in page.hits] == ["one"] == looked_at
    rest = search_page(corpus, make_query("^Trust", regex=True), progress, page.last, enough=100, seconds=0)
    assert (rest.hits, rest.last) == ([], None)


def test_lemmas_follow_the_language_of_each_document(corpus: Project, study: Project) -> None:
    assert without_lemmas_of(corpus) == []
    documents.set_language(study, "P02", "zh")
    assert without_lemmas_of(study) == ["zh"]
    documents.set_language(study, "P02", "de")
    assert found_lemma(study, "kommen") == {"P02": ["kam"]}
    assert found_lemma(study, "come") == {"P01": ["came"]}
    assert found_lemma(study, "came") == {"P01": ["came"]}


def without_lemmas_of(project: Project) -> list[str]:
    with project.read() as read:
        return without_lemmas(read)


def found_lemma(project: Project, query: str) -> dict[str, list[str]]:
    hits: dict[str, list[str]] = {}
    for hit in search(project, make_query(query, lemma=True)):
        hits.setdefault(hit.document.name, []).append(hit.text)
    return hits


def test_filters_for_what_is_not_there_are_errors(corpus: Project) -> None:
    for query in ("code:nothing trust", "case:Nobody trust", "age=31 trust"):
        with pytest.raises(NotFound):
            list(search(corpus, query))
    assert list(search(corpus, "doc:nothing trust")) == []
    assert list(search(corpus, "speaker:Nobody trust")) == []
    with pytest.raises(BadInput, match="not for what"):
        make_query("doc:one")


def test_an_expression_without_end_is_one_sentence(corpus: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualcode.app.patterns.SECONDS", 0.3)
    with pytest.raises(BadInput, match="takes too long"):
        list(search(corpus, make_query(r"(\w+[\s.]*)+$x", regex=True)))


def test_codes_memos_and_comments(study: Project) -> None:
    around = search_around(study, make_query("trust"))
    assert [(one.title, one.context) for one in around.codes] == [("Power > trust", "trust")]
    assert [(one.kind, one.title, one.count, one.about_kind) for one in around.memos] == [
        ("memo", "On trust", 2, "code")
    ]
    assert around.totals == (1, 1, 0)
    codebook.define_code(study, "place", full_definition="Where trust grows.\nAnd is lost.")
    around = search_around(study, make_query("trust"))
    assert [one.context for one in around.codes] == ["trust", "Where trust grows. And is lost."]
    around = search_around(study, make_query("slow"))
    (comment,) = around.comments
    assert (comment.kind, comment.title, comment.context) == ("comment", "P01", "slow")
    assert (comment.start, comment.end) == (comment.start, comment.start + 26)
    start = comment.start
    assert search_around(study, make_query("speaker:P01 slow")).totals == (0, 0, 1)
    assert search_around(study, make_query("speaker:INTERVIEWER slow")).totals == (0, 0, 0)
    assert search_around(study, make_query("doc:P02 slow")).totals == (0, 0, 0)
    with study.read() as read:
        second = read.document_named("P02")
    assert second is not None
    assert search_around(study, make_query("slow"), scope=Scope(documents=frozenset([second.id]))).totals == (0, 0, 0)
    assert search_around(study, make_query("sl.w|tr.st", regex=True)).totals == (2, 1, 1)
    assert search_around(study, make_query("believed", lemma=True)).totals == (1, 0, 0)
    coding.apply_code(study, "P02", 0, 3, "place", "slow, too")
    memos.write_memo(study, "信任 is slow", about="P02")
    around = search_around(study, make_query("slow"))
    assert around.totals == (0, 1, 2)
    assert around.memos[0].title == "信任 is slow"
    assert {one.start for one in around.comments} == {0, start}
