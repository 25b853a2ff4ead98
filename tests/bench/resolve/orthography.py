"""A Russian surname as Belarusian and Ukrainian write it.

Belarusian writes what is heard, so it depends on the stress, which no spelling tells: it is taken from the ending where
that decides, else drawn from the name itself, always the same for one name.
"""

from __future__ import annotations

import zlib
from functools import cache

_VOWELS = "аеёиоуыэюя"
_HARD = "жшчцрщ"
_SOFTENING = "еёиюяь"
_UKRAINIAN = {"ы": "и", "э": "е", "ъ": "'"}


def feminine(surname: str) -> str:
    """As a woman bears it in Russian; the same where it does not change."""
    if surname.endswith(("ский", "цкий", "ый", "ой", "ий")):
        return surname[:-2] + "ая"
    if surname.endswith(("ов", "ев", "ёв", "ин", "ын")):
        return surname + "а"
    return surname


@cache
def belarusian(russian: str) -> str:
    """Vowels without stress become а and я, soft д and т hiss, в after a vowel becomes ў."""
    word = russian.lower()
    vowels = [at for at, letter in enumerate(word) if letter in _VOWELS]
    if not vowels:
        return russian
    stressed = _stressed(word, vowels)
    before = vowels[vowels.index(stressed) - 1] if stressed != vowels[0] else None
    written = "".join(_belarusian_letter(word, at, stressed, before) for at in range(len(word)))
    for long, short in (("скій", "скі"), ("цкій", "цкі"), ("ый", "ы")):
        written = written.removesuffix(long) + short if written.endswith(long) else written
    return written[0].upper() + written[1:]


def _stressed(word: str, vowels: list[int]) -> int:
    """Where the stress lies."""
    drawn = zlib.crc32(word.removesuffix("а").encode()) % 10
    if "ё" in word:
        return word.index("ё")
    if len(vowels) < 2:
        return vowels[-1]
    if word.endswith(("ский", "цкий", "ская", "цкая", "ович", "евич")) and len(vowels) >= 3:
        return vowels[-3] if drawn < 6 or word.endswith(("ий", "ая")) else vowels[-2]
    if word.endswith("енко"):
        return vowels[-2]
    if word.endswith(("ук", "юк", "ок", "як", "ец")):
        return vowels[-1]
    if word.endswith(("ов", "ев", "ин", "ова", "ева", "ина")):
        of_a_man = vowels[:-1] if word.endswith("а") else vowels
        return of_a_man[-1] if drawn < 4 or len(of_a_man) < 2 else of_a_man[-2]
    return vowels[-2] if drawn < 7 else vowels[-1]


def _belarusian_letter(word: str, at: int, stressed: int, before: int | None) -> str:
    letter, last, next_ = word[at], word[at - 1 : at] if at else "", word[at + 1 : at + 2]
    match letter:
        case "о":
            return "о" if at == stressed else "а"
        case "ё":
            return "о" if last and last in _HARD else "ё"
        case "е" if last and last in _HARD:
            return "а" if at == before else "э"
        case "е":
            return "я" if at == before and last and last not in _VOWELS else "е"
        case "и":
            return "ы" if last and last in _HARD else "і"
        case "щ":
            return "шч"
        case "в":
            return "ў" if last and last in _VOWELS and (not next_ or next_ not in _VOWELS + "ь") else "в"
        case "д" | "т" if next_ and next_ in _SOFTENING:
            return {"д": "дз", "т": "ц"}[letter]
        case "я" | "ю" if last == "р":
            return {"я": "а", "ю": "у"}[letter]
        case "ь" if last and last in "рчшжщ":
            return "'" if next_ and next_ in _VOWELS else ""
        case "ъ":
            return "'"
    return letter


@cache
def ukrainian(russian: str) -> str:
    """The letters и and е as Ukrainian hears them: і, and є after a vowel or a soft consonant of an ending."""
    word = russian.lower()
    for hard in "бпвмфр":
        word = word.replace(hard + "ьё", hard + "йо").replace(hard + "ье", hard + "'е").replace(hard + "ья", hard + "'я")
    for long, short in (("ский", "ський"), ("цкий", "цький"), ("ская", "ська"), ("цкая", "цька"), ("ая", "а"), ("ый", "ий")):
        if word.endswith(long):
            word = word.removesuffix(long) + short
            break
    written = []
    for at, letter in enumerate(word):
        last, ending = word[at - 1 : at] if at else "", word[at:]
        if letter == "и":
            plain = ending in {"ий", "ич", "ик", "ико"} or ending.startswith(("инськ", "ицьк", "иченк"))
            written.append("ї" if last == "ь" else "и" if plain or (last and last in "жшчщц") else "і")
        elif letter == "ё":
            written.append("о" if last and last in _HARD else "йо" if not last or last in _VOWELS else "ьо")
        elif letter == "е":
            iotated = not last or last in _VOWELS + "ьъ'" or (ending in {"ев", "ева"} and last not in _HARD)
            written.append("є" if iotated else "е")
        else:
            written.append(_UKRAINIAN.get(letter, letter))
    text = "".join(written)
    return text[0].upper() + text[1:]
