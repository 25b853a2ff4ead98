"""What goes wrong with a name on its way: a typist's slip, a Latin letter among Cyrillic ones, a case ending kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from tests.bench.resolve.words import Sex

_CYRILLIC = "абвгдежзийклмнопрстуфхцчшыэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ALIKE = str.maketrans("аеорсухАВЕКМНОРСТХ", "aeopcyxABEKMHOPCTX")


def slip(word: str, chance: Random) -> str:
    """One letter wrong, lost, added, doubled or swapped; never the first, and not in a short word."""
    if len(word) < 4:
        return word
    letters = _CYRILLIC if any("а" <= letter <= "я" for letter in word.lower()) else _LATIN
    at, drawn = chance.randrange(1, len(word)), chance.random()
    if drawn < 0.3:
        return word[:at] + chance.choice(letters) + word[at + 1 :]
    if drawn < 0.55:
        return word[:at] + word[at + 1 :]
    if drawn < 0.75:
        return word[:at] + chance.choice(letters) + word[at:]
    if drawn < 0.9 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at] + word[at:]


def mixed(word: str, chance: Random) -> str:
    """One letter of the other alphabet that looks the same, where there is one."""
    places = [at for at, letter in enumerate(word) if letter.translate(_ALIKE) != letter]
    if not places:
        return word
    at = chance.choice(places)
    return word[:at] + word[at].translate(_ALIKE) + word[at + 1 :]


def inflected(surname: str, sex: Sex, chance: Random) -> str:
    """A Russian surname in the genitive, dative or instrumental, as a verdict has it."""
    case = chance.randrange(3)
    if sex == "female":
        if surname.endswith(("ова", "ева", "ёва", "ина")):
            return surname[:-1] + "ой"
        return surname[:-2] + "ой" if surname.endswith("ая") else surname
    if surname.endswith(("ский", "цкий")):
        return surname[:-2] + ("ого", "ому", "им")[case]
    if surname.endswith(("ов", "ев", "ёв", "ин")):
        return surname + ("а", "у", "ым")[case]
    if surname.endswith(("о", "а", "я", "ой", "ый", "ий", "ь", "й", "и", "е", "у", "ю", "ых", "их")):
        return surname
    return surname + ("а", "у", "ом")[case]
