"""The skeleton of a word: what is left when script, scheme and sound laws no longer tell spellings of one name apart.

Russian, Belarusian and Ukrainian write one name as each of them says it, and a dozen Latin schemes write each of those.
What they differ in is taken out of all of them alike:

    а о е ё э є я, a o e     A      Belarusian and unstressed Russian do not tell them apart
    е ё э є я at the start   E      Егоров, Ягораў, Yegorov; not Агоров; yet Евсеев, Аўсееў
    и і ы й ї, y i j         I
    у ю, u yu iu             U      at the start Y for ю
    г ґ х, g h kh gh         H      Сергей, Siarhei, Sergej; Хрущёв, Hruščëv
    ц т тс, ts tc c tz       t      Тихонов, Ціханаў
    д дз дж                  d      Дмитрий, Дзмітрый
    ш щ шч сч, sh sz sch     S
    ч тш, ch cz tsch tsh     C
    ж, zh ž ż                J
    ў and в before a consonant: after A v, else U          Drazdou, Дроздов; Власов, Уласаў

Doubled letters are one, iotation and soft signs are dropped. Letters of a skeleton: AIU, first E or Y, and b v H d J z k l m
n p r s t f C S. German writes one letter for з and с, one for ж and ш: what it spoils is lost.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from operator import eq
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Reading: TypeAlias = Literal["plain", "slavic", "gost", "french", "german", "foreign"]
"""How Latin letters are read: `slavic` with háčeks or Polish digraphs, where ch is х; `gost` with x for х; `foreign`: no
Slavic name."""

APOSTROPHES: Final = "'’‘ʹʺʼʻ`´ʽʾʿ″′·\"“”ьъЬЪ"
"""Written for soft and hard signs, dropped wherever they stand."""

_SIGNS: Final = frozenset(APOSTROPHES + "\u0361\u00ad\u200b\u200c\u200d\ufeff")
_DROP: Final = {ord(sign): None for sign in _SIGNS}

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
}
_CYRILLIC_PAIRS: Final = {
    **dict.fromkeys(("тс", "дс", "тц", "дц"), "t"),
    **dict.fromkeys(("дз", "дж"), "d"),
    **dict.fromkeys(("шч", "сч", "зч"), "S"),
    **dict.fromkeys(("тч", "тш"), "C"),
}
_LATIN: Final = {
    **dict.fromkeys("aoôöøəɵ", "A"),
    **dict.fromkeys("eâêèëėé", "IA"),
    **dict.fromkeys("iyjĭ", "I"),
    **dict.fromkeys("ghx", "H"),
    **dict.fromkeys("kq", "k"),
    **dict.fromkeys("tc", "t"),
    **dict.fromkeys("vwŭ", "v"),
    **dict(zip("ubdzlmnprsfłûčćžżšŝẑđ", "UbdzlmnprsflYCCJJSSJd", strict=True)),
}
_LATIN_GROUPS: Final = {
    **dict.fromkeys(("shch", "schtsch", "szcz", "chtch", "shh", "šč", "ŝč", "sch", "zch", "sz", "sh"), "S"),
    **dict.fromkeys(("tsch", "tsh", "tch", "tš", "tč", "tsj", "cz", "ch"), "C"),
    **dict.fromkeys(("kh", "gh"), "H"),
    **dict.fromkeys(("yu", "iu", "ju", "iû"), "Y"),
    **dict.fromkeys(("dzh", "dž", "dż", "dź", "dz", "dj", "dsch"), "d"),
    **dict.fromkeys(("ts", "ds", "tz", "tc", "dc", "dts", "dtc", "dtz"), "t"),
    "dch": "dC",
    **{"zh": "J", "ck": "tk", "ph": "f", "ść": "st", "th": "t"},
}
_ALL: Final = "AIUYEHJCSbvdzklmnprstf"
"""All letters of a skeleton."""
_LETTERS: Final[dict[Reading, dict[str, str]]] = {
    "plain": _LATIN,
    "slavic": _LATIN | {"ć": "t"},
    "gost": _LATIN,
    "french": _LATIN | {"j": "J"},
    "german": _LATIN | {"z": "t", "ƶ": "z"},
    "foreign": _LATIN,
}
_GROUPS: Final[dict[Reading, dict[str, str]]] = {
    "plain": _LATIN_GROUPS,
    "slavic": _LATIN_GROUPS | {"ch": "H", "zch": "zH", "sch": "sH"},
    "gost": _LATIN_GROUPS,
    "french": _LATIN_GROUPS | {"ch": "S", "ou": "U", "iou": "Y", "you": "Y", "ss": "s"},
    "german": _LATIN_GROUPS | {"ch": "H", "ss": "s"},
    "foreign": _LATIN_GROUPS | {"oo": "U", "ck": "k"},
}


def _any_of(groups: Iterable[str]) -> re.Pattern[str]:
    """The longest of some groups of letters: tried only where their first letter stands."""
    after: dict[str, list[str]] = {}
    for group in sorted(groups, key=len, reverse=True):
        after.setdefault(group[0], []).append(group[1:])
    return re.compile("|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in after.items()))


class _Sounds(dict[int, str | None]):
    """What each letter is translated to, by its code point. Letters without a sound are dropped."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        super().__init__({ord(sound): sound for sound in _ALL} | {ord(letter): sound for letter, sound in letters.items()})

    def __missing__(self, letter: int) -> None:
        return None


_ANY_PAIR: Final = _any_of(_CYRILLIC_PAIRS)
_ANY_GROUP: Final = {reading: _any_of(groups) for reading, groups in _GROUPS.items()}
_OF_CYRILLIC: Final = str.maketrans(_CYRILLIC)
_OF_LATIN: Final = {reading: _Sounds(letters) for reading, letters in _LETTERS.items()}
_NOT_CYRILLIC: Final = re.compile(f"[^{''.join(_CYRILLIC)}]")

_X_AS_KH: Final = re.compile(r"^x(?![ei])|x(?![aeiouyâûëèžč])|x(?=ova?$)")
_GERMAN_Z: Final = re.compile(r"(?<=[aeiouy])s(?=[aeiouy])")
_HARD_G: Final = re.compile(r"gu(?=[eiéèêëïy])")
_HARD_C: Final = re.compile(r"c(?=[aouáóúàòùâôû]|$)|c(?=[^aeiouyhkzáéíóúàèìòùâêîôû])")

_FIRST_V: Final = re.compile(r"^v(?=[^AIUYv])")
_SHORT_U: Final = re.compile(r"AU(?=[^AIUY]|I[AUY]|$)")
_V_AFTER_I: Final = re.compile(r"Iv(?=[^AIUYv])")
_EV_FIRST: Final = re.compile(r"^Ev(?=[^AIUYv])")
_IOTATED_FIRST: Final = re.compile(r"^I+A")
_IOTATED: Final = ("IA", "IU", "IY")
_DOUBLED: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=1 << 16)
def skeleton(word: str, reading: Reading = "plain") -> str:
    """The skeleton of a word in lower case, NFC, in one script. Empty where no letter is Cyrillic or Latin."""
    if not word.isascii():
        if not _SIGNS.isdisjoint(word):
            word = word.translate(_DROP)
        letters = _NOT_CYRILLIC.sub("", word)
        if letters:
            return _levelled(_ANY_PAIR.sub(_sound_of_pair, letters).translate(_OF_CYRILLIC))
    return _levelled(_latin(word, reading))


def _sound_of_pair(pair: re.Match[str]) -> str:
    return _CYRILLIC_PAIRS[pair[0]]


def _latin(word: str, reading: Reading) -> str:
    if not _SIGNS.isdisjoint(word):
        word = word.translate(_DROP)
    if "gu" in word:
        word = _HARD_G.sub("g", word)
    if not word.isascii():
        known = _LETTERS[reading]
        word = "".join(c if c in known else unicodedata.normalize("NFD", c)[0] for c in unicodedata.normalize("NFC", word))
    if reading == "foreign":
        word = _HARD_C.sub("k", word)
    elif reading == "slavic" and word.endswith("ić"):
        word = word[:-1] + "č"  # as Serbs and Poles write sons' names; elsewhere ć is the soft ц of Łacinka
    elif reading == "french" and word.endswith("ine"):
        word = word[:-1]
    elif reading == "german":
        word = _GERMAN_Z.sub("ƶ", word)
    if "x" in word:
        word = word.replace("x", "h") if reading in ("slavic", "gost") else _X_AS_KH.sub("h", word).replace("x", "ks")
    if "cz" in word and (reading == "gost" or ("v" in word and "w" not in word)):
        word = word.replace("cz", "c")  # GOST 7.79 writes ц so; whoever means the Polish ч writes w
    groups = _GROUPS[reading]
    return _ANY_GROUP[reading].sub(lambda group: groups[group[0]], word).translate(_OF_LATIN[reading])


def _levelled(sounds: str) -> str:
    if sounds.startswith("v"):
        sounds = _FIRST_V.sub("U", sounds)
    if "AU" in sounds:
        sounds = _SHORT_U.sub("Av", sounds)
    if "I" in sounds:
        if "Iv" in sounds:
            sounds = _V_AFTER_I.sub("Y", sounds)
        if sounds.startswith(("I", "E")):
            sounds = _EV_FIRST.sub("Av", _IOTATED_FIRST.sub("E", sounds))
        for iotated in _IOTATED:
            while iotated in sounds:
                sounds = sounds.replace(iotated, iotated[1])
    if "Y" in sounds:
        sounds = sounds[0] + sounds[1:].replace("Y", "U")
    return _DOUBLED.sub(r"\1", sounds) if True in map(eq, sounds, sounds[1:]) else sounds
