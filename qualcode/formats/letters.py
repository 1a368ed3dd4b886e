"""How much a decoded text looks like writing: what tells the right code page from a wrong one."""

import unicodedata

# the commonest letters beyond ASCII, per script or group of languages
_FREQUENT = {
    "western": "éèêàâçîïôûùëüöäßñáíóúãõåøæœ",
    "central": "ąćęłńśźżčďěňřšťůýžáéíóúőűöüăâîșțşţđ",
    "turkish": "ığşçöüİĞŞ",
    "cyrillic": "оеаинтсрвлкмдпуяызьбгчйхжшюцщэфёіїєґ",
    "greek": "αεοιτσρνυκπμλςηωάέόίήύώδγχθφβξζψ",
    "hebrew": "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "arabic": "اليمنرتبةسدعفهحكقشجطصذخغضزثظءأإآىئؤپچکگی",
    "vietnamese": "ăâđêôơư\u0300\u0301\u0303\u0309\u0323",
    "baltic": "āēģīķļņšūžąčęėįų",
}
_WEIGHT: dict[str, float] = {}
for _group, _members in _FREQUENT.items():
    for _rank, _member in enumerate(_members):
        _gain = 1.0 if _group in ("western", "cyrillic", "greek", "hebrew", "arabic") else 0.8
        _WEIGHT[_member] = max(_WEIGHT.get(_member, 0.0), _gain - 0.2 * _rank / len(_members))
_TYPOGRAPHIC = "“”‘’„‚«»–—…€£§°©®™·¿¡\u00a0"
# characters of everyday Chinese (both forms), enough to tell a right decoding from a wrong one
_HANZI = frozenset(
    "的一是不了在人有我他这这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着著下自之年过過发發后後作里裡"
    "用道行所然家种種事成方多经經么麼去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實日"
    "军軍者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將两兩高间間由问問很最重并並物手应應战戰向头頭文体體政"
    "美相见見被利什二等产產或新己制身果加西斯月话話合回特代内內信表化老给給世位次度门門任常先海通教儿兒原东東声聲提立及比员員解水名真论論"
    "处處走义義各入几幾口认認条條平系气氣题題活尔爾更别別打女变變四神总總何电電数數安少报報才结結反受目太量再感建务務做接必场場件计計管期"
    "市直德资資命山金指克许許统統区區保至队隊形社便空决決治展马馬科司五基眼书書非则則听聽白却卻界达達光放强強即像难難且权權思王象完设設式"
    "色路记記南品住告类類求据據程北边邊死张張该該交规規万萬取拉格望觉覺术術领領共确確传傳师師观觀清今切院让讓识識候带帶导導争爭运運厂廠"
    "辛苦谈談访訪受请請您历歷廿廠"
)


def plausibility(text: str) -> float:
    """From about −3 (gibberish) to 1 (writing), by the characters beyond ASCII and what they stand beside."""
    score = 0.0
    count = 0
    before = " "
    for place, char in enumerate(text):
        if char < "\x80":
            if char < " " and char not in "\t\n\r\f\v":
                score -= 0.5
                count += 1
            before = char
            continue
        count += 1
        after = text[place + 1] if place + 1 < len(text) else " "
        score += _value(char, before, after)
        before = char
    return score / count if count else 0.0


def _value(char: str, before: str, after: str) -> float:  # noqa: PLR0911  a table of cases
    if char >= "\u3041" and _is_ascii_letter(before) and _is_ascii_letter(after):
        return -0.6
    if "\u4e00" <= char <= "\u9fff":
        # two bytes each: a wrong decoding of single bytes gives rare ones
        return 1.15 if char in _HANZI else 0.25
    if "\u3041" <= char <= "\u30ff":
        return 1.15
    if "\uac00" <= char <= "\ud7a3":
        return 0.95
    if "\u3000" <= char <= "\u3002" or char in "，：？！；（）「」『』":
        return 1.0
    if "\uff61" <= char <= "\uff9f":
        return -0.3  # half-width katakana: what single bytes look like in Shift-JIS
    if char in _WEIGHT:
        return _letter(char, before, after)
    category = unicodedata.category(char)
    if char in _TYPOGRAPHIC:
        return _mark(char, before, after)
    if category in ("Lu", "Ll", "Lo"):
        if char.lower() in _WEIGHT:
            return 0.55 * _letter(char.lower(), before, after) if not before.islower() else -0.8
        return 0.15
    return {"Cc": -3.0, "Cn": -3.0, "Co": -3.0, "Cs": -3.0, "Mn": 0.3, "Lm": -0.3}.get(category, -0.8)


def _is_ascii_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _letter(char: str, before: str, after: str) -> float:
    """A letter among its own script is worth its frequency; between letters of another script it is noise."""
    script = _script(char)
    for beside in (before, after):
        if beside.isalpha() and _script(beside) != script:
            return -0.8
    alone = not before.isalpha() and not after.isalpha()
    return _WEIGHT[char] * (0.6 if alone else 1.0)


def _script(char: str) -> str:
    if char < "\u0250" or "\u1e00" <= char <= "\u1eff":
        return "latin"
    if char < "\u0400":
        return "greek"
    if char < "\u0530":
        return "cyrillic"
    if char < "\u0600":
        return "hebrew"
    return "arabic" if char < "\u0780" else "other"


def _mark(char: str, before: str, after: str) -> float:
    if char in "“„‘‚«¿¡" and (before.isspace() or before in "(–—") and not after.isspace():
        return 0.8
    if char in "”’“‘»" and not before.isspace():
        return 0.75
    if char in "–—" and before.isspace() == after.isspace():
        return 0.75
    if char in "…€£°§\u00a0" and not (before.isalpha() and after.isalpha()):
        return 0.7
    return 0.2 if not (before.isalpha() and after.isalpha()) else -0.8
