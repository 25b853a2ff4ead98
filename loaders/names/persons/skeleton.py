"""The skeleton of a word: what is left when script, scheme and sound laws no longer tell spellings of one name apart.

Russian, Belarusian and Ukrainian write one name as each of them says it, and a dozen Latin schemes write each of those.
What they differ in is taken out of all of them alike:

    а о е ё э є я, a o e     A      Belarusian and unstressed Russian do not tell them apart
    е ё э є я at the start   E      Егоров, Ягораў, Yegorov; not Агоров
    и і ы й ї, y i j         I
    у ю, u yu iu             U      at the start Y for ю
    г ґ х, g h kh gh         H      Сергей, Siarhei, Sergej; Хрущёв, Hruščëv
    ц т тс, ts tc c tz       t      Тихановская, Ціханоўская
    д дз дж                  d      Дмитрий, Дзмітрый
    ш щ шч сч, sh sz sch     S
    ч, ch cz tsch tch        C
    ж, zh ž ż                J
    ў and в before a consonant: after A v, else U          Karpiankou, Карпенков; Власов, Уласаў

Doubled letters are one, iotation and soft signs are dropped. Letters of a skeleton: AIU, first E or Y, and b v H d J z k l m n p r s t
f C S. Not told apart by intent: German Duden transcription writes one letter for з and с, ж and ш; what it spoils is lost.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final, Literal, TypeAlias

Reading: TypeAlias = Literal["plain", "slavic", "french", "german", "foreign"]
"""How Latin letters are read: `slavic` with háčeks or Polish digraphs, where ch is х; `foreign`: no Slavic name."""

APOSTROPHES: Final = "'’‘ʹʺʼʻ`´ʽʾʿ″′\"“”ьъЬЪ"
"""Written for soft and hard signs, dropped wherever they stand."""

_DROP: Final = {ord(sign): None for sign in APOSTROPHES + "\u0361\u00ad\u200b\u200c\u200d\ufeff"}

_CYRILLIC: Final = {
    **dict.fromkeys("аоәө", "A"),
    **dict.fromkeys("еёэяєѣ", "IA"),
    **dict.fromkeys("иіыйїјӣѵ", "I"),
    **dict.fromkeys("уӯүұ", "U"),
    **dict.fromkeys("гґхғҳһ", "H"),
    **dict.fromkeys("тц", "t"),
    **dict.fromkeys("дђџҷ", "d"),
    **dict.fromkeys("шщ", "S"),
    **dict.fromkeys("чћ", "C"),
    **dict(zip("ўбвжзклмнпрсфюқңљњѳ", "vbvJzklmnprsfYknlnf", strict=True)),
    **dict.fromkeys(("тс", "дс", "тц", "дц"), "t"),
    **dict.fromkeys(("дз", "дж"), "d"),
    **dict.fromkeys(("шч", "сч", "зч"), "S"),
}

_LATIN: Final = {
    **dict.fromkeys("aoôöøəɵ", "A"),
    **dict.fromkeys("eâêèëėé", "IA"),
    **dict.fromkeys("iyjĭ", "I"),
    **dict.fromkeys("ghx", "H"),
    **dict.fromkeys("kq", "k"),
    **dict.fromkeys("tc", "t"),
    **dict.fromkeys("vwŭ", "v"),
    **dict(zip("ubdzlmnprsfłčćžżšŝẑđ", "UbdzlmnprsflCCJJSSJd", strict=True)),
    **dict.fromkeys(("shch", "schtsch", "szcz", "chtch", "shh", "šč", "ŝč", "sch", "zch", "sz", "sh"), "S"),
    **dict.fromkeys(("tsch", "tch", "tš", "tč", "tsj", "cz", "ch"), "C"),
    **dict.fromkeys(("kh", "gh"), "H"),
    **dict.fromkeys(("yu", "iu", "ju", "û", "iû"), "Y"),
    **dict.fromkeys(("dzh", "dž", "dż", "dź", "dz", "dj", "dsch"), "d"),
    **dict.fromkeys(("ts", "ds", "tz", "tc", "dc"), "t"),
    **{"zh": "J", "ck": "tk", "ph": "f", "ść": "st", "th": "t"},
}
_SLAVIC: Final = _LATIN | {"ch": "H", "zch": "zH", "sch": "sH", "ć": "t", "ść": "st"}
_FRENCH: Final = _LATIN | {"j": "J", "ch": "S", "ou": "U", "iou": "Y", "you": "Y", "ss": "s"}
_GERMAN: Final = _LATIN | {"ch": "H", "z": "t", "ss": "s", "ƶ": "z"}
_FOREIGN: Final = _LATIN | {"oo": "U", "ck": "k"}
_TABLES: Final[dict[Reading, dict[str, str]]] = {
    "plain": _LATIN, "slavic": _SLAVIC, "french": _FRENCH, "german": _GERMAN, "foreign": _FOREIGN,
}  # fmt: skip


def _sounds(table: dict[str, str]) -> re.Pattern[str]:
    longest_first = sorted(table, key=len, reverse=True)
    return re.compile("|".join(re.escape(sound) for sound in longest_first if len(sound) > 1) + "|.", re.DOTALL)


_CYRILLIC_SOUNDS: Final = _sounds(_CYRILLIC)
_LATIN_SOUNDS: Final = {reading: _sounds(table) for reading, table in _TABLES.items()}

_X_AS_KH: Final = re.compile(r"^x(?![ei])|x(?![aeiouyâûëèžč])")
_X_IN_GOST: Final = re.compile(r"shh|y['`ʼ’]|e['`ʼ’]|cz[eiyj]")
_GERMAN_Z: Final = re.compile(r"(?<=[aeiouy])s(?=[aeiouy])")
_HARD_G: Final = re.compile(r"gu(?=[eiéèêëïy])")
_HARD_C: Final = re.compile(r"c(?=[aouáóúàòùâôû]|$)|c(?=[^aeiouyhkzáéíóúàèìòùâêîôû])")

_FIRST_V: Final = re.compile(r"^v(?=[^AIUYv])")
_SHORT_U: Final = re.compile(r"AU(?=[^AIUY]|$)")
_V_AFTER_I: Final = re.compile(r"Iv(?=[^AIUYv])")
_IOTATED_FIRST: Final = re.compile(r"^I+A")
_IOTATED: Final = re.compile(r"I+(?=[AUY])")
_DOUBLED: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 18)
def skeleton(word: str, reading: Reading = "plain") -> str:
    """The skeleton of a word in lower case, NFC, in one script. Empty where no letter is Cyrillic or Latin."""
    if any("\u0400" <= letter <= "\u052f" for letter in word):
        word = word.translate(_DROP)
        return _levelled(_CYRILLIC_SOUNDS.sub(lambda sound: _CYRILLIC.get(sound[0], ""), word))
    return _levelled(_latin(word, reading))


def _latin(word: str, reading: Reading) -> str:
    word = word.replace("ё", "ë")
    gost = _X_IN_GOST.search(word) is not None
    word = unicodedata.normalize("NFC", word.translate(_DROP))
    word = _HARD_G.sub("g", word)
    if reading == "foreign":
        word = _HARD_C.sub("k", word)
    if "x" in word:
        word = word.replace("x", "h") if gost or reading == "slavic" else _X_AS_KH.sub("h", word).replace("x", "ks")
    if reading == "slavic" and word.endswith("ić"):
        word = word[:-1] + "č"  # as Serbs and Poles write sons' names; elsewhere ć is the soft ц of Łacinka
    if "cz" in word and "v" in word and "w" not in word:
        word = word.replace("cz", "c")  # GOST 7.79 writes ц so; whoever means the Polish ч writes w
    if reading == "german":
        word = _GERMAN_Z.sub("ƶ", word)
    table = _TABLES[reading]
    return _LATIN_SOUNDS[reading].sub(lambda sound: table.get(sound[0]) or _unmarked(sound[0], table), word)


def _unmarked(letter: str, table: dict[str, str]) -> str:
    return table.get(unicodedata.normalize("NFD", letter)[0], "")


def _levelled(sounds: str) -> str:
    sounds = _V_AFTER_I.sub("Y", _SHORT_U.sub("Av", _FIRST_V.sub("U", sounds)))
    sounds = _IOTATED.sub("", _IOTATED_FIRST.sub("E", sounds))
    return _DOUBLED.sub(r"\1", sounds[:1] + sounds[1:].replace("Y", "U"))
