"""The language codes that can be said of a text."""

from ..domain.errors import BadInput

# all of ISO 639-1
_OF_TWO_LETTERS = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg
ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn
no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta
te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
# of ISO 639-3, whose table of 7,900 is not here: the sentence splitter's, and languages without two letters that
# millions speak or that field work is often done in; mul, und and mis for several, unknown and none of these
_OF_THREE_LETTERS = """
ace acf ain aii ajp apc apd ary arz ase ast awa ayr bal ban bar bbc bcl bem bfi bho bik bjn brx bsl bug ceb cjk ckb
cmn crs csb cuk dag din doi dsb dyu efi fil fon fsl fuf fur gaa gan gbm gom grc grn gsg gsw hak haw hif hil hmn hne
hsb hsn ibb ilo jam kab kam kbd kea kek kha kik kmb kmr knn kok kri krc ksw lij lld lmo ltg luo lus lzh mad mag mai
mam man mas men min mis mni mos mul mus mwl myv nah nan nap nch ncj nds new nhn niu nov nso nus nyn oto ote pag pam
pap pcd pcm pms quc quy quz rap rar rcf rom rop rup ryu sah sat scn sco ses shi shn skr smj sma smn sms son srn srr
suk syl szl tcy tet tpi tvl tyv tzh tzm tzo udm umb und vec vls war wuu xmf yua yue zap zgh zza
"""
_KNOWN = frozenset(f"{_OF_TWO_LETTERS} {_OF_THREE_LETTERS}".split())


def checked(language: str) -> str:
    """The code in small letters. Raises `BadInput` when it is none that is known here."""
    code = language.strip().casefold()
    if code not in _KNOWN:
        raise BadInput(
            "“{language}” is not a language code that is known here. Use one of ISO 639 like en, zh, de or yue, or "
            "leave it out.",
            language=language,
        )
    return code
