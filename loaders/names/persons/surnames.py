"""Surnames without gender and case, and the endings that show a word to be an East Slavic surname."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from loaders.names.persons.skeleton import APOSTROPHES, Reading, skeleton

_SIGNS: Final = {ord(sign): None for sign in APOSTROPHES}
_SHORTEST: Final = 4
"""Letters that must remain: Кова is not the wife of Ков."""

_CYRILLIC: Final = (
    (re.compile(r"([ое]в|ав)(?:ой|ый|ий|ы|ая|ої|ою|ай|аю|ого|ому|ага|аму)$"), r"\1"),
    (re.compile(r"([оеёаяі]в|[иыії]н)(?:а|у|ым|им|ой|ою|ом|ай|аю|е|і|ы|ій|ої)$"), r"\1"),
    (re.compile(r"([оаеёяэ])ў$"), r"\1в"),
    (re.compile(r"([сц])ьк(?:ого|ому|им|ім|ої|ій|ою|у|а|ий)$"), r"\1ький"),
    (re.compile(r"([сцз])к(?:ого|ому|им|ом|ой|ою|ая|ую|ага|аму|ім|ай|аю|і|ий|ій|ый|а)$"), r"\1кий"),
    (re.compile(r"([иі]ч|[ую]к|[иіы]к)(?:а|у|ем|ом|ам|е|у)$"), r"\1"),
    (re.compile(r"([бвгджзклмнпрстфхцчшщ])(?:ая|ую|ого|ому|ага|аму)$"), r"\1ый"),
)
_LATIN: Final = (
    (re.compile(r"([oe]v)(?:oy|oi|oj|ojj|oĭ|yy|yi|yj|yĭ|aya|aia|aja|aâ)$"), r"\1"),
    (re.compile(r"([oeaë]v|in|yn)a$"), r"\1"),
    (re.compile(r"(in)e$"), r"\1"),
    (re.compile(r"([oe])ff$"), r"\1v"),
    (re.compile(r"([sctz]['’ʹ]?)k(?:aya|aia|aja|aâ|aya|aja|a)$"), r"\1ki"),
    (re.compile(r"([bvgdzklmnprstwhjšžčcs])(?:aya|aia|aja|aâ)$"), r"\1y"),
)

_LAST_LATIN: Final = frozenset("aefâyijĭ")
_LAST: Final = _LAST_LATIN | frozenset("ауымюйеіяўої")
"""Letters in which some ending above ends."""

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


def strongly(word: str) -> bool:
    """Whether nothing but an East Slavic surname is likely to end so."""
    return _STRONG.search(word) is not None


def weakly(word: str) -> bool:
    """Whether East Slavic surnames end so, and other words too."""
    return _WEAK.search(word) is not None or strongly(word)


@lru_cache(maxsize=1 << 18)
def neutral(word: str) -> str:
    """A surname in lower case as the man's in the nominative, as far as its ending tells."""
    if word[-1:] not in _LAST:
        return word
    for ending, instead in _LATIN if word[-1] in _LAST_LATIN else _CYRILLIC:
        changed, count = ending.subn(instead, word)
        if count and len(changed) >= _SHORTEST:
            return changed
    return word


@lru_cache(maxsize=1 << 18)
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


@lru_cache(maxsize=1 << 18)
def spelt(word: str) -> str:
    """A surname as it is spelt, neutral as to gender and case: ё is е, apostrophes and soft signs are off."""
    return neutral(word.replace("ё", "е")).translate(_SIGNS)
