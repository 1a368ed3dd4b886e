"""Finding speakers' labels: proposes the rule of a document, and shows what a rule finds."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from ..domain.documents import turns

_LOOKED_AT = 4_000_000  # characters; labels that first appear later are added by the user
_LABEL_LENGTH = 40
_COMPOUND_LENGTH = 64  # a label with a colon inside, such as “Granada: La Calahorra”
_WORDS = 5
_MOST_LABELS = 500  # a rule tries its names one after another: a list of 20,000 words with colons is no interview
_CJK_LENGTH = 10

_TIME = r"[\[(<]?\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?!:?\d)[\])>]?"
_BLANK = r"[ \t\u00a0\u202f\u3000]"
_SOME = _BLANK + "{0,40}"
_NAME = r"[^\s\[\]():：*<>|#=\"“”„][^\n\[\]:：*<>|#=\"“”„\t]{0,63}?"

# repetitions are bounded: a line of a million blanks must not be tried at each of them;
# how each style finds any label, and how its rule is written around the names that were recognised
_STYLES: dict[str, str] = {
    "colon": rf"^{_SOME}(?:{_TIME}{_SOME}[-–]?{_SOME})?(?:\*\*|__)?(?P<speaker>@)"
    rf"(?:\*\*|__)?(?:{_SOME}{_TIME})?{_SOME}(?:\*\*|__)?(?::(?!//)|：)(?:\*\*|__)?"
    rf"(?:{_SOME}{_TIME})?{_BLANK}*",
    "bracket": rf"^{_SOME}\[(?P<speaker>@)\][:：]?{_SOME}",
    "timed": rf"^{_SOME}(?:(?:\*\*|__)(?P<speaker>@){_BLANK}{{1,40}}{_TIME}{_SOME}(?:\*\*|__)[:：]?{_SOME})",
    "name-time": rf"^{_SOME}(?P<speaker>@){_BLANK}{{1,40}}{_TIME}{_SOME}\n{_SOME}(?=\S)",
    "time-name": rf"^{_SOME}{_TIME}{_BLANK}{{1,40}}(?P<speaker>@){_SOME}\n{_SOME}(?=\S)",
}
_FINDERS = {style: re.compile(pattern.replace("@", _NAME), re.MULTILINE) for style, pattern in _STYLES.items()}
_SECOND = re.compile(rf"(?P<label>{_NAME}(?:\([^\n()]{{1,30}}\))?){_BLANK}*[:：](?!//)(?={_BLANK}|$)", re.MULTILINE)

_NO_SPEAKERS_TEXT = """
    note notes nb ps hint hinweis http https ftp file mailto www url doi isbn source quelle e-mail
    email mail tel phone fax date datum time zeit uhrzeit duration dauer length location place ort
    title titel subject betreff from to cc bcc re example examples beispiel e.g i.e warning important
    summary abstract keywords version author authors comment comments history todo responsible type
    publisher project figure fig table tab chapter section page appendix anlage format language
    sprache topic thema acronym remember nota fecha lugar objet lieu remarque exemple 注 注意 备注
    備註 时间 時間 日期 地点 地點 主题 主題 例如 比如 标题 標題 附注 说明 說明 題名 備考
"""
_NO_SPEAKERS = frozenset(_NO_SPEAKERS_TEXT.split())


def detect(text: str) -> str:
    """The speaker rule that fits `text` (see `domain.documents.turns`), or "" when it has no labels.

    A label must come at least twice, or be one of two that share most of the lines. The rule names the
    recognised labels, so that other words before a colon do not become speakers.
    """
    sample = _without_front_matter(text[:_LOOKED_AT])
    best: tuple[int, str, list[str]] = (0, "", [])
    lines = sum(1 for line in sample.splitlines() if line.strip())
    for style, finder in _FINDERS.items():
        found = [(match.group("speaker").strip(), match) for match in finder.finditer(sample)]
        plausible = [(label, match) for label, match in found if _plausible(label)]
        labels = _recognised(Counter(label for label, _ in plausible), lines, style)
        if style == "colon" and labels:
            labels = _with_inner_colons(labels, plausible, sample)
        names = sorted(labels)
        counts = Counter(label for label, _ in plausible)
        covered = sum(count for label, count in counts.items() if _begins(label, names))
        if labels and covered > best[0]:
            best = (covered, style, labels)
    return _rule(best[1], best[2]) if best[2] else ""


def _begins(label: str, names: list[str]) -> bool:
    """Whether one of the names, which are sorted, is the label or begins with it."""
    place = bisect_left(names, label)
    return place < len(names) and names[place].startswith(label)


def preview(text: str, pattern: str) -> list[tuple[str, int, str]]:
    """What a rule finds: per speaker, in order of appearance, the number of turns and the first words.

    Raises `BadInput` when `pattern` is no speaker rule.
    """
    counts: Counter[str] = Counter()
    words: dict[str, str] = {}
    for turn in turns(text, pattern):
        counts[turn.speaker] += 1
        if not words.get(turn.speaker):
            words[turn.speaker] = " ".join(text[turn.body : min(turn.end, turn.body + 300)].split())[:80]
    return [(speaker, count, words.get(speaker, "")) for speaker, count in counts.items()]


def rule_for(names: Iterable[str]) -> str:
    """The rule for a text whose turns are written `Name: words` by a reader that knows the names."""
    chosen = sorted({name for name in names if name})
    return _rule("colon", chosen) if chosen else ""


def _rule(style: str, labels: list[str]) -> str:
    # longest first: “P1” must not win where “P12” or “P1 (wife)” stands
    alternatives = "|".join(re.escape(label) for label in sorted(labels, key=lambda label: (-len(label), label)))
    return _STYLES[style].replace("@", alternatives)


def _without_front_matter(text: str) -> str:
    """Markdown files may begin with a block of `key: value` lines between two `---`."""
    match = re.match(r"\ufeff?---[ \t]*\n.*?\n---[ \t]*\n", text, re.DOTALL)
    return text[match.end() :] if match else text


def _plausible(label: str) -> bool:
    if not label or len(label) > _LABEL_LENGTH or not any(char.isalpha() for char in label):
        return False
    folded = label.casefold().strip(". ")
    if folded in _NO_SPEAKERS or folded.split()[0] in ("http", "https", "note", "figure", "table"):
        return False
    if re.search(r"[!?;。！？；，、,/\\{}@]|\.\s+[a-zà-ÿ]|\.\.", label) or label[0] in "-–—•.…'’‘":
        return False
    if any("\u3040" <= char <= "\u9fff" for char in label):
        return len(label) <= _CJK_LENGTH and not (len(label) > 1 and label[-1] in "说說道")
    words = label.split()
    if len(words) > _WORDS:
        return False
    # names are capitalised where the script has capitals; small words (“de la”) may stand between
    return all(not word[0].islower() or len(word) <= 3 for word in words) or len(words) == 1


def _recognised(counts: Counter[str], lines: int, style: str) -> list[str]:
    """The labels that recur; the rest of a text that is nearly all labels comes along."""
    total = sum(counts.values())
    if style == "bracket" and any(not label[0].islower() for label in counts):
        counts = Counter({label: count for label, count in counts.items() if not label.islower()})  # [laughs]
    # a short text may have one turn each; with a time beside it, even a single name is no chance
    dialogue = len(counts) == 2 and total * 2 >= lines and total < 12
    stamped = style in ("name-time", "time-name", "timed") and total > 1
    recurring = [
        label for label, count in counts.items() if count >= (3 if label[0].islower() else 2) or dialogue or stamped
    ]
    recurring = sorted(recurring, key=lambda label: -counts[label])[:_MOST_LABELS]
    if not recurring or (style == "bracket" and len(recurring) == 1 and counts[recurring[0]] < 3):
        return []
    shapes = {_shape(label) for label in recurring}
    often = sum(counts[label] for label in recurring)
    if often * 3 >= lines:
        chosen = set(recurring)
        recurring += [
            label for label in counts if label not in chosen and _shape(label) in shapes and len(label.split()) <= 3
        ]
    return recurring[:_MOST_LABELS]


def _shape(label: str) -> str:
    """`P07` and `S1` look alike, so do `ANNA` and `BEN`, `Anna` and `Ben`."""
    collapsed = re.sub(r"\d+", "9", label)
    collapsed = re.sub(r"[^\W\d_a-zß-ÿ]{2,}", "AA", collapsed)
    return re.sub(r"[a-zß-ÿ]+", "a", collapsed)


def _with_inner_colons(labels: list[str], found: list[tuple[str, re.Match[str]]], text: str) -> list[str]:
    """Replace labels that are nearly always followed by a second one: “Province: Village: words”."""
    longer: dict[str, Counter[str]] = {label: Counter() for label in labels}
    counts: Counter[str] = Counter()
    for label, match in found:
        if label not in longer:
            continue
        counts[label] += 1
        second = _SECOND.match(text, match.end())
        if second and len(label) + len(second.group("label")) <= _COMPOUND_LENGTH:
            longer[label][text[match.start("speaker") : second.end("label")]] += 1
    compound = {label for label in labels if sum(longer[label].values()) >= 0.7 * counts[label] and counts[label] > 1}
    several = sum(sum(longer[label].values()) for label in compound)
    distinct = sum(len(longer[label]) for label in compound)
    if not compound or several < 2 * distinct:
        return labels
    chosen = [label for label in labels if label not in compound]
    for label in sorted(compound):
        chosen.extend(longer[label])
        chosen.append(label)
    return chosen
