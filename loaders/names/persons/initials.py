"""Initials as bit masks: two names whose masks share no bit cannot be one name.

A letter has a bit of its own, one for each Cyrillic letter of a name. A name of the table has the letters of all its forms
(Николай, Мікалай: Н and М). An initial alone has its own letter and one bit for each pair of letters that some name of
the table changes between languages: Н. may be М., yet М. is no Никита's but where the table says so.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Final

from loaders.names.persons.given import table

if TYPE_CHECKING:
    from loaders.names.persons.given import GivenName

_SOUNDS: Final = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЮЯ"
_OWN: Final = {letter: 1 << place for place, letter in enumerate(_SOUNDS)}
_AS: Final = {"Ё": "Е", "Э": "Е", "Є": "Е", "І": "И", "Ї": "И", "Й": "И", "Ы": "И", "Ў": "У", "Ґ": "Г", "Щ": "Ш", "Ј": "И"}
_LATIN: Final = {
    "A": "А", "B": "Б", "C": "ЦЧХКСШ", "D": "Д", "E": "ЕИЯЮ", "F": "Ф", "G": "Г", "H": "ГХ", "I": "ИЕЮЯ", "J": "ИЕЮЯЖД",
    "K": "КХ", "L": "Л", "M": "М", "N": "Н", "O": "О", "P": "ПФ", "Q": "К", "R": "Р", "S": "СШЗ", "T": "ТЦЧФ", "U": "УЮВ",
    "V": "ВФ", "W": "ВУ", "X": "ХК", "Y": "ИЕЮЯ", "Z": "ЗЖЦ",
}  # fmt: skip
_MARKED: Final = {"Ž": "Ж", "Ż": "Ж", "Â": "ЯА", "Û": "Ю"}
_DIGRAPHS: Final = {
    "YU": "Ю", "IU": "Ю", "JU": "Ю", "YA": "Я", "IA": "Я", "JA": "Я", "YE": "Е", "IE": "Е", "JE": "Е", "ZH": "Ж", "KH": "Х",
    "CH": "ЧХ", "SH": "Ш", "TS": "Ц", "DZ": "Д", "GH": "Г", "YO": "Е", "IO": "Е", "PH": "Ф", "TH": "ТФ", "ДЗ": "Д", "ДЖ": "Д",
}  # fmt: skip


@cache
def _bridges() -> dict[str, int]:
    """For each Cyrillic letter the bits of the pairs it changes places in."""
    pairs = sorted(
        {
            pair
            for name in table()
            for pair in combinations(
                sorted({_letter(form) for form in (name.russian[0], *name.belarusian[:1], *name.ukrainian[:1])}), 2
            )
        }
    )
    bits = {pair: 1 << (len(_SOUNDS) + place) for place, pair in enumerate(pairs)}
    return {letter: sum(bit for pair, bit in bits.items() if letter in pair) for letter in _SOUNDS}


def _letter(form: str) -> str:
    first = form[0].upper()
    return _AS.get(first, first)


def _letters(initial: str) -> str:
    """The Cyrillic letters that an initial may stand for; empty for other scripts."""
    upper = initial.upper()
    if upper in _DIGRAPHS:
        return _DIGRAPHS[upper]
    first = upper[:1]
    if first in _OWN or first in _AS:
        return _AS.get(first, first)
    plain = unicodedata.normalize("NFD", first)[:1]
    return _MARKED.get(first) or _LATIN.get(plain, "")


@lru_cache(maxsize=1 << 12)
def of_initial(initial: str) -> int:
    """All names that may begin with this letter, or with two Latin ones that stand for one."""
    mask = 0
    for letter in _letters(initial):
        mask |= _OWN[letter] | _bridges()[letter]
    return mask


def of_letter(initial: str) -> int:
    """This letter alone, whatever a name changes it to in another language."""
    mask = 0
    for letter in _letters(initial):
        mask |= _OWN[letter]
    return mask


def of_name(name: GivenName) -> int:
    """All initials that a name of the table may be given by."""
    return _of_names()[name.id]


@cache
def _of_names() -> dict[str, int]:
    return {name.id: _of_forms(name) for name in table()}


def _of_forms(name: GivenName) -> int:
    mask = 0
    for form in (*name.russian, *name.belarusian, *name.ukrainian):
        mask |= _OWN[_letter(form)]
    for form in name.latin:
        letters = _letters(form[0])
        if letters and not any(_OWN[letter] & mask for letter in letters):
            mask |= _OWN[letters[0]]
    return mask
