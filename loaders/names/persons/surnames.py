"""Surnames without gender and case, and the endings that show a word to be an East Slavic surname."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from loaders.names.persons.skeleton import APOSTROPHES, Reading, skeleton

_SIGNS: Final = frozenset(APOSTROPHES)
_OFF: Final = {ord(sign): None for sign in _SIGNS}
_SHORTEST: Final = 4
"""Letters that must remain: Кова is not the wife of Ков."""

_CASES: Final = (
    ("ов ев ав", "", "ой ый ий ы ая ої ою ай аю ого ому ага аму", ""),
    ("ов ев ёв ав яв ів ин ын ін їн", "", "а у ым им ой ою ом ай аю е і ы ій ої", ""),
    ("о а е ё я э", "", "ў", "в"),
    ("с ц", "ьк", "ого ому им ім ої ій ою у а ий", "ький"),
    ("с ц з", "к", "ого ому им ом ой ою ая ую ого ага аму ім ай аю і ий ій ый а", "кий"),
    ("ич іч ук юк ик ік ык", "", "а у ем ом ам е", ""),
    ("б в г д ж з к л м н п р с т ф х ц ч ш щ", "", "ая ую ого ому ага аму", "ый"),
    ("ov ev", "", "oy oi oj ojj oĭ yy yi yj yĭ aya aia aja aâ", ""),
    ("ov ev av ëv in yn", "", "a", ""),
    ("in", "", "e", ""),
    ("o e", "", "ff", "v"),
    ("s c t z s' c' t' z' s’ c’ t’ z’ sʹ cʹ tʹ zʹ", "k", "aya aia aja aâ a", "ki"),
    ("b v g d z k l m n p r s t w h j š ž č c", "", "aya aia aja aâ", "y"),
)
"""Each rule: after one of these, this and one of these endings, put this instead. The first rule that fits is taken."""


class _Ending(NamedTuple):
    rule: int
    """Its place among the rules: what sorts first is tried first."""
    off: int
    """How many letters are taken off."""
    instead: str


_ENDINGS: Final = {
    after + between + ending: _Ending(rule, len(between + ending), instead)
    for rule, (stems, between, endings, instead) in reversed(tuple(enumerate(_CASES)))
    for after, ending in product(stems.split(), endings.split())
}
_SIZES: Final = tuple(range(max(map(len, _ENDINGS)), min(map(len, _ENDINGS)) - 1, -1))
_LAST: Final = frozenset(ending[-1] for ending in _ENDINGS)

_STRONG_LAST: Final = frozenset("авйіяочкўvafohčćzŭiyjk")
"""Letters in which some ending of the next expression ends."""
_STRONG_SIZE: Final = 8
"""Letters that the longest of them has."""
_STRONG: Final = re.compile(
    r"(?:[бвгджзйклмнпрстфхцчшщьў][оеё]ва?|[сц]ький|[сцз]к(?:ий|ій|ый|і|ая)|\w{3}[эе]нк[оа]|\w{3}анка|[оеаяё]в[иі]ч|чук|щук|[аоеёэ]ў|чык|чик)$"
    r"|(?:[bcdghjklmnprstvzčšžiyʹ'](?:[oeë]v|[oeëa]va)|[aei]eva?|[oeë]ff|\w{3}[ae]nk[oa]|[oea][vw]i(?:ch|č|ć|cz|tch|tsch)|[aeo]ŭ"
    r"|[bdvwlnrtpmuŭi]s[kc](?:i|y|iy|ij|yy|ii|yi|yj|aya|aia|aja)|ts(?:ki|ky|kiy|kii|kij|kaya|kaia)"
    r"|\w{2}(?:chuk|čuk|czuk|tchouk|tschuk|shchuk))$"
)
_WEAK: Final = re.compile(
    r"(?:[иыії]н|[иыії]на|ук|юк|[иіы]к|[ае]к|як|ец|[иі]ч|ко|ка|ич|ло|ень|ай|ой|ый|уля|ян|дзе|швили)$"
    r"|(?:[iy]n|[iy]na|[iy]ne|[eo]wa|aya|aia|aja|uk|ik|yk|ak|ets|ec|ets|ich|i[čć]|icz|itch|ko|[aeo]u|[aeo]w|lo|ski|sky|ska|oy|oi|yan|dze|shvili)$"
)


@lru_cache(maxsize=1 << 16)
def strongly(word: str) -> bool:
    """Whether nothing but an East Slavic surname is likely to end so."""
    return word[-1:] in _STRONG_LAST and _STRONG.search(word[-_STRONG_SIZE:]) is not None


@lru_cache(maxsize=1 << 16)
def weakly(word: str) -> bool:
    """Whether East Slavic surnames end so, and other words too."""
    return _WEAK.search(word[-_STRONG_SIZE:]) is not None or strongly(word)


def neutral(word: str) -> str:
    """A surname in lower case as the man's in the nominative, as far as its ending tells."""
    if word[-1:] not in _LAST:
        return word
    for _, off, instead in sorted([_ENDINGS[word[-size:]] for size in _SIZES if word[-size:] in _ENDINGS]):
        if len(word) - off + len(instead) >= _SHORTEST:
            return word[:-off] + instead
    return word


def key(word: str, reading: Reading = "plain") -> str:
    """The key on which all spellings of an East Slavic surname meet."""
    bones = levelled(skeleton(neutral(word), reading))
    if len(bones) > 4:
        if bones.endswith(("skA", "tkA")):
            bones = bones[:-1] + "I"
        elif bones.endswith("AvA"):
            bones = bones[:-1]
    return bones


def levelled(bones: str) -> str:
    """Толстой and the man whose wife is Толстая: no surname is told from another by -ой, -ый, -ий."""
    return bones[:-2] + "I" if len(bones) > 4 and bones.endswith("AI") else bones


def spelt(word: str) -> str:
    """A surname as it is spelt, neutral as to gender and case: ё is е, apostrophes and soft signs are off."""
    neutrally = neutral(word.replace("ё", "е"))
    return neutrally if _SIGNS.isdisjoint(neutrally) else neutrally.translate(_OFF)


class Surname(NamedTuple):
    """All of a surname, both halves of a double one with a hyphen between."""

    key: str | None
    spelt: str | None
    double: bool


@lru_cache(maxsize=1 << 16)
def read(surname: str, reading: Reading) -> Surname:
    """A surname in lower case, as a name has it; hyphens stand between the halves of a double one."""
    halves = [half for half in surname.split("-") if half]
    keys = "-".join([key(half, reading) for half in halves]).strip("-")
    return Surname(keys or None, "-".join([spelt(half) for half in halves]) or None, len(halves) > 1)
