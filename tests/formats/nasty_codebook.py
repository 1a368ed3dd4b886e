"""A codebook that files find hard: many scripts, formulas, marks of markup, deep levels, long and empty fields."""

from dataclasses import replace
from uuid import UUID

from qualcode.domain.codebook import PATH_SEPARATOR
from qualcode.domain.codebook_entries import CodebookEntry, EntrySet, LiveExample, PrintedCodebook
from qualcode.domain.palette import PALETTE

LONG = "A long definition, sentence after sentence, as committees write them. " * 560  # beyond a worksheet's cell
MARKUP = "a | b < c > d & e * f * _g_ `h` [i](j) # k ~l~ \\m $n$ {o} @p &amp; <script>alert(1)</script> %q ^r"
FORMULAS = ("=1+1", "+2", "-3", "@sum", "'=4", "''=5", "'quoted'", '=HYPERLINK("x")')
LINES = (
    "first line\nsecond  line with  spaces\n\nafter an empty one\n\n\nafter two\n  indented\n# no heading\n- no list"
)
LABELS = (
    "Kind: theme\nDefinition: not this one\n\n=== qualcode ===\nMemo: no memo\n  two\n=== qualcode ===\nOrigin: nowhere"
)
ARABIC = "الثقة تأتي ببطء (مثل الحديقة) 3 مرات"
HEBREW = "אמון בא לאט"
CHINESE = "信任是慢慢建立的，像花园一样；“守门人”决定一切。"
RARE = "👨\u200d👩\u200d👧 🇩🇪"  # which only fonts of their own can print
FACES = f"Smile 😀 and e\u0301, ﬁ, ½, ﷽ {RARE}!"


def _entry(number: int, levels: tuple[str, ...], kind: str = "code", **more: object) -> CodebookEntry:
    values: dict[str, object] = {
        "id": UUID(int=0x0192_0000_0000_7000_8000_0000_0000_0000 + number),
        "path": PATH_SEPARATOR.join(levels),
        "name": levels[-1],
        "kind": kind,
        "definition": "",
        "full_definition": "",
        "include": "",
        "exclude": "",
        "example": "",
        "example_document": "",
        "near_miss": "",
        "origin": "",
        "color": PALETTE[number % 24].light,
        "segments": number,
        "documents": number // 2,
        "cases": number // 3,
        "coders": min(number, 2),
        "created": f"2026-11-0{1 + number % 9}T09:00:00.{number:06d}Z",
        "changed": f"2026-11-1{number % 9}T10:00:00.{number:06d}Z",
        "status": "",
        "memo": "",
    }
    return CodebookEntry(**(values | more))  # type: ignore[arg-type]


ENTRIES = (
    _entry(
        1,
        ("Power & <place>",),
        "theme",
        definition="Who decides.",
        full_definition=LINES,
        include=MARKUP,
        exclude="*",
        example="She said: “not without me”.",
        example_document="P03 | draft",
        near_miss="| almost |",
        origin="inductive",
        status="agreed, v2",
        memo=f"{LABELS}\n\nSecond memo.",
        stage="reviewed",
        concept="Access is **given**.",
        boundary="Not money.",
        counter_search="Looked in P01–P09.\nFound none.",
        examples=(
            LiveExample("I trusted nobody\nat first", "P01, turn 2"),
            LiveExample("他说“可以”", "P02"),
            LiveExample(MARKUP, "P|3, turn 1,204"),
        ),
    ),
    _entry(2, ("Power & <place>", "守门人 😀"), definition=CHINESE, example=FACES, origin="in-vivo"),
    _entry(3, ("Power & <place>", "守门人 😀", "الثقة"), definition=ARABIC, include=HEBREW, exclude=f"see {ARABIC}"),
    _entry(4, ("Power & <place>", "守门人 😀", "الثقة", "four"), memo=LONG),
    _entry(5, ("Power & <place>", "守门人 😀", "الثقة", "four", "five *deep*"), near_miss=LABELS),
    _entry(6, ("=1+1",), definition=FORMULAS[0], include=FORMULAS[1], exclude=FORMULAS[2], status=FORMULAS[3]),
    _entry(7, ("'=quoted",), "theme", definition=FORMULAS[4], memo=FORMULAS[5], concept=FORMULAS[6], stage="dropped"),
    _entry(8, ("'=quoted", "- dash"), "theme", full_definition=LONG, boundary=FORMULAS[7]),
    _entry(9, ("nothing said",), color="#ABCDEF"),
    _entry(10, ("1. one",), definition="x" * 3_000, example="> quoted", include="1. one\n2) two", exclude="---\n***"),
    _entry(11, ("tab",), definition="a\tb", include="    four spaces", full_definition="a\\", exclude="``` fence\n~~~"),
)
BOOK = PrintedCodebook(
    study="Gärten | 花园 <study> & *more*",
    method="reflexive",
    date="2026-11-22",
    entries=ENTRIES,
    sets=(
        EntrySet(UUID(int=77), "First “round” & <more>", (ENTRIES[1].id, ENTRIES[0].id)),
        EntrySet(UUID(int=78), "空", ()),
    ),
)


def without_rare(book: PrintedCodebook = BOOK) -> PrintedCodebook:
    """The codebook without the characters that few computers can print."""
    return replace(book, entries=tuple(replace(one, example=one.example.replace(RARE, "")) for one in book.entries))
