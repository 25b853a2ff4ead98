"""Patronymics: whose child, in three languages, either script, any case.

A patronymic is known by its ending; its father is looked up in the table of given names, or else its stem is the key.
Regular patronymics are formed from the table; `patronymics.tsv` holds those that no rule forms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from loaders.names.persons.given import GivenName, by_length, one_slip, table
from loaders.names.persons.skeleton import Reading, skeleton
from loaders.names.persons.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.names.persons.name import Sex


_SON: Final = re.compile(
    r"(?:[оеёаяэ]вич|[ьйї]ович|[ьй]ич|[нтмк]ич|[оеаяё]віч|[льнтмк]іч|ілліч)$"
    r"|(?:[oeaë]vich|[oeaë]v[iî][čćĉ]|[oeaë]wicz|[oeaë]vitch|[oeaë]wit(?:s)?ch|[oeaë]vitsch|[oeaë]vic)$"
)
_DAUGHTER: Final = re.compile(
    r"(?:[оеё]вна|[аеояё]ўна|[иії]вна|инична|[ьнтмк]ична|[нлтмк]ічна)$"
    r"|(?:[oeë]vna|[oeë]wna|[aeoë]ŭna|[iï]vna|inichna|ini[čĉ]na|itchna)$"
)
_LATIN_IF_FATHER: Final = re.compile(r"(?:[aeo]una|[ae]vna|[lktmn]['ʹ’]?i(?:ch|č|ć)|[ktmn]i(?:ch|č)na|vitj|vits)$")
"""Endings that other words have too, so the father must be in the table."""
_LAST_LATIN: Final = frozenset("hčćĉzcjsa")
"""Letters in which some Latin ending above ends. One of ич, іч, вн, ўн is in every Cyrillic patronymic."""
_SUFFIX: Final = re.compile(r"(?:AvIC|vIC|IC|AvnA|vnA|UnA|InICnA|ICnA)$")

_SON_CASES: Final = re.compile(r"(ич)(?:а|у|ем|ом|е|еві)$|(іч)(?:а|у|ам|ем|у|еві)$")
_DAUGHTER_CASES: Final = re.compile(r"(вн|ичн)(?:ы|е|у|ой|ою|ій|ою)$|(ўн|ічн)(?:ы|е|у|ай|аю)$|(вн)(?:и|і|у|ою)$")
_DAUGHTERS: Final = (
    ("ович", "овна"), ("евич", "евна"), ("ёвич", "ёвна"), ("ич", "ична"),
    ("авіч", "аўна"), ("евіч", "еўна"), ("ёвіч", "ёўна"), ("овіч", "оўна"), ("явіч", "яўна"), ("іч", "ічна"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Patronymic:
    """Whose child. `father`: None if the table does not know him. `inflected`: it stood in an oblique case."""

    stem: str
    father: GivenName | None
    sex: Sex
    inflected: bool
    near: bool = False


def nominative(word: str) -> tuple[str, bool]:
    """A Cyrillic patronymic in the nominative, and whether it was not."""
    son = _SON_CASES.sub(lambda case: case[1] or case[2], word)
    if son != word:
        return son, True
    daughter = _DAUGHTER_CASES.sub(lambda case: (case[1] or case[2] or case[3]) + "а", word)
    return daughter, daughter != word


@lru_cache(maxsize=1 << 16)
def patronymic(word: str, reading: Reading = "plain") -> Patronymic | None:
    """What a word in lower case says as a patronymic; None if it has no such ending."""
    if "ич" in word or "іч" in word or "вн" in word or "ўн" in word:
        direct, inflected = nominative(word)
    elif word < "\u0400" and word[-1:] in _LAST_LATIN:
        direct, inflected = word, False
    else:
        return None
    if _SON.search(direct):
        sex: Sex = "male"
    elif _DAUGHTER.search(direct):
        sex = "female"
    elif _LATIN_IF_FATHER.search(direct) and skeleton(direct, reading) in _fathers():
        sex = "female" if direct.endswith("a") else "male"
    else:
        return None
    key = skeleton(direct, reading)
    fathers = _fathers().get(key, ())
    near = False
    if not fathers and len(key) >= 7:
        fathers, near = _near(key), True
    father = fathers[0] if len(fathers) == 1 else None
    return Patronymic(_SUFFIX.sub("", key), father, sex, inflected, near and father is not None)


def _near(key: str) -> tuple[GivenName, ...]:
    found = {name.id: name for near in one_slip(key, _skeletons()) for name in _fathers()[near]}
    return tuple(found.values()) if len(found) == 1 else ()


@cache
def _skeletons() -> dict[int, list[str]]:
    return by_length(_fathers())


@cache
def _fathers() -> dict[str, tuple[GivenName, ...]]:
    by_key: dict[str, dict[str, GivenName]] = {}
    for name in table():
        if name.sex == "male":
            for form in forms(name):
                by_key.setdefault(skeleton(form), {}).setdefault(name.id, name)
    return {key: tuple(names.values()) for key, names in by_key.items()}


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1].split(",")) for row in rows("patronymics.tsv")}


def forms(name: GivenName) -> Iterator[str]:
    """Every patronymic of a man's name: son's and daughter's, Russian, Belarusian, Ukrainian."""
    for form in _irregular().get(name.id, ()):
        yield form
        yield _daughter(form)
    for form in name.russian:
        yield from _russian(form)
    for form in name.belarusian:
        yield from _belarusian(form)
    for form in name.ukrainian:
        yield from _ukrainian(form)


def _daughter(son: str) -> str:
    for ending, other in _DAUGHTERS:
        if son.endswith(ending):
            return son.removesuffix(ending) + other
    return son


def _russian(father: str) -> tuple[str, ...]:
    if father.endswith(("ий", "ия")):
        soft, full = father[:-2] + "ье", father[:-1] + "е"
        return soft + "вич", soft + "вна", full + "вич", full + "вна"
    if father.endswith(("й", "ь")):
        return father[:-1] + "евич", father[:-1] + "евна"
    if father.endswith(("а", "я")):
        stem = father[:-1]
        return stem + "ич", stem + "ична", stem + "инична", stem + "ович", stem + "овна"
    if father.endswith("о"):
        father = father[:-1]
    return father + "ович", father + "овна"


def _belarusian(father: str) -> tuple[str, ...]:
    if father.endswith("ій"):
        soft = father[:-2] + "ье"
        return soft + "віч", soft + "ўна", father[:-1] + "евіч", father[:-1] + "еўна"
    if father.endswith(("й", "ь")):
        return father[:-1] + "евіч", father[:-1] + "еўна"
    if father.endswith("ў"):
        return father[:-1] + "вавіч", father[:-1] + "ваўна"
    if father.endswith(("а", "я")):
        stem = father[:-1]
        return stem + "авіч", stem + "аўна", stem + "іч", stem + "ічна"
    return father + "авіч", father + "аўна"


def _ukrainian(father: str) -> tuple[str, ...]:
    if father.endswith("й"):
        return father[:-1] + "йович", father[:-1] + "ївна"
    if father.endswith("ь"):
        return father[:-1] + "ьович", father[:-1] + "івна"
    if father.endswith(("о", "а", "я")):
        return father[:-1] + "ович", father[:-1] + "івна", father[:-1] + "ич", father[:-1] + "івна"
    return father + "ович", father + "івна"
