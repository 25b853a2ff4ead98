"""Cyrillic names in Latin letters by the schemes in use: Russian ones from iuliia, Belarusian and Ukrainian ones here."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import iuliia

_VOWELS = "аеёіоуыэюяєїи"


@dataclass(frozen=True)
class Scheme:
    """How one scheme writes: letter by letter, an iotated vowel (`glides`) by what stands before it.

    `after_consonant`, `elsewhere`: what goes before the vowel of an iotated letter. `initial_only`: "elsewhere" means at
    the beginning alone. `softened`: a consonant with its soft sign, in Latin letters. `plain_after`: consonants after which е
    is a plain e.
    """

    letters: dict[str, str]
    after_consonant: str = ""
    elsewhere: str = ""
    initial_only: bool = False
    glides: dict[str, str] = field(default_factory=dict)
    softened: dict[str, str] = field(default_factory=dict)
    plain_after: str = ""

    def written(self, word: str) -> str:
        """One word, with a capital."""
        found: list[str] = []
        low = word.lower()
        for at, letter in enumerate(low):
            last = low[at - 1 : at]
            if letter in self.glides:
                initial = not last or (not self.initial_only and last in _VOWELS + "'ьў")
                plain = (letter == "е" and last and last in self.plain_after) or (last == "л" and self.letters["л"] == "ł")
                glide = "" if plain else self.elsewhere if initial else self.after_consonant
                found.append(glide + self.glides[letter])
            elif letter == "ь" and found and found[-1] in self.softened:
                found[-1] = self.softened[found[-1]]
            elif letter == "л" and self.letters["л"] == "ł" and low[at + 1 : at + 2] in {"е", "ё", "і", "ю", "я", "ь"}:
                found.append("l")
            else:
                found.append(self.letters.get(letter, letter))
        text = "".join(found)
        return text[:1].upper() + text[1:]


def _letters(cyrillic: str, latin: str, **changed: str) -> dict[str, str]:
    return dict(zip(cyrillic, latin.split(), strict=True)) | {"ь": "", "'": ""} | changed


_BE = "абвгджзійклмнопрстуўфхцчшыэ"
_UK = "абвгґджзиійклмнопрстуфхцчшще"
_IOTATED = {"е": "e", "ё": "o", "ю": "u", "я": "a"}
_UK_IOTATED = {"є": "e", "ю": "u", "я": "a"}

BELARUSIAN = {
    "passport": Scheme(
        _letters(_BE, "a b v h d zh z i i k l m n o p r s t u u f kh ts ch sh y e"), "i", "y", glides=_IOTATED, plain_after="лгкх"
    ),
    "bgn": Scheme(
        _letters(
            _BE + "еёюя", "a b v h d zh z i y k l m n o p r s t u w f kh ts ch sh y e ye yo yu ya", **{"ь": "'"}
        )
    ),
    "national": Scheme(
        _letters(_BE, "a b v h d ž z i j k l m n o p r s t u ŭ f ch c č š y e"),
        "i",
        "j",
        glides=_IOTATED,
        softened={"c": "ć", "s": "ś", "z": "ź", "n": "ń", "l": "ĺ"},
    ),
    "polish": Scheme(
        _letters(_BE, "a b w h d ż z i j k ł m n o p r s t u u f ch c cz sz y e"), "i", "j", glides=_IOTATED
    ),
}  # fmt: skip
UKRAINIAN = {
    "national": Scheme(
        _letters(_UK + "ї", "a b v h g d zh z y i i k l m n o p r s t u f kh ts ch sh shch e i"),
        "i",
        "y",
        initial_only=True,
        glides=_UK_IOTATED,
    ),
    "bgn": Scheme(
        _letters(_UK + "їєюя", "a b v h g d zh z y i y k l m n o p r s t u f kh ts ch sh shch e yi ye yu ya", **{"ь": "’"})
    ),
    "scientific": Scheme(
        _letters(_UK + "їєюя", "a b v h g d ž z y i j k l m n o p r s t u f x c č š šč e ji je ju ja", **{"ь": "ʹ"})
    ),
}  # fmt: skip

BELARUSIAN_USE = {"passport": 55, "bgn": 25, "national": 14, "polish": 6}
UKRAINIAN_USE = {"national": 70, "bgn": 25, "scientific": 5}
RUSSIAN_USE = {
    "BGN_PCGN": 14, "BGN_PCGN_ALT": 8, "ICAO_DOC_9303": 22, "GOST_52535": 10, "WIKIPEDIA": 20, "MOSMETRO": 6, "ALA_LC": 3,
    "SCIENTIFIC": 5, "GOST_779_ALT": 3, "YANDEX_MAPS": 4, "MVD_310_FR": 2, "GOST_7034": 3,
}  # fmt: skip
"""Schemes and how often each is met."""


@cache
def russian(word: str, scheme: str) -> str:
    """By a scheme of iuliia, which leaves the Cyrillic ё where a scheme writes the Latin letter that looks like it."""
    return str(getattr(iuliia, scheme).translate(word)).replace("ё", "ë").replace("Ё", "Ë")


@cache
def belarusian(word: str, scheme: str) -> str:
    """By a key of `BELARUSIAN`."""
    return BELARUSIAN[scheme].written(word)


@cache
def ukrainian(word: str, scheme: str) -> str:
    """By a key of `UKRAINIAN`."""
    return UKRAINIAN[scheme].written(word)
