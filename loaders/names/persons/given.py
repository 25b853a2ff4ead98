"""The table of given names: every spelling of a name leads to one id, a short form to one or several.

The table is `given_names.tsv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final, TypeAlias

from loaders.names.persons.skeleton import Reading, skeleton
from loaders.names.persons.tables import rows, versions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from loaders.names.persons.name import Sex

_SEX: Final[dict[str, Sex]] = {"m": "male", "f": "female"}
_PLAIN: Final = str.maketrans(
    dict(zip("абвгдезиіклмнопрстуфыэьўц", (*"abvgdeziiklmnoprstufye", "", "u", "ts"), strict=True))
    | {"є": "ie", "ї": "i", "'": ""}
)
_ENGLISH: Final = str.maketrans({"ж": "zh", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "ц": "ts"})
_HACEKS: Final = str.maketrans({"ж": "ž", "х": "ch", "ч": "č", "ш": "š", "щ": "šč", "ц": "c"})
READINGS: Final[tuple[Reading, ...]] = ("plain", "slavic", "french", "gost", "german", "foreign")
_TELLING: Final = 5
"""Skeletons shorter than this meet words of any language."""
_NEAR_FROM: Final = 5
"""Skeletons shorter than this are too like one another for a slip of one letter to be made good."""
_FOND_FROM: Final = 2
"""Letters of a short form without its ending: Юра."""


@dataclass(frozen=True, slots=True)
class GivenName:
    """One name in three languages, in lower case. The first of each list is the form that papers use.

    `latin`: forms that no scheme makes; `elsewhere`: other peoples bear it, too.
    """

    id: str
    sex: Sex
    russian: tuple[str, ...]
    belarusian: tuple[str, ...]
    ukrainian: tuple[str, ...]
    latin: tuple[str, ...]
    short: tuple[str, ...]
    elsewhere: bool = False

    @property
    def full(self) -> tuple[str, ...]:
        """Every spelling but short forms."""
        return (*self.russian, *self.belarusian, *self.ukrainian, *self.latin)


@dataclass(frozen=True, slots=True)
class GivenMatch:
    """The names that a word may be. `short`: it is a short form; `near`: one letter is another than the table's;
    `spelt`: the table has this very spelling.
    """

    names: tuple[GivenName, ...]
    short: bool = False
    near: bool = False
    spelt: bool = False

    @property
    def firmness(self) -> int:
        """What to believe where only one of two words can be the given name: 3 its spelling, 2 its skeleton, 1 a short form."""
        return 0 if self.near else 1 if self.short else 3 if self.spelt else 2

    @property
    def sure(self) -> GivenName | None:
        """The one name it can be."""
        return self.names[0] if len(self.names) == 1 else None

    @property
    def sex(self) -> Sex | None:
        """Whose name it is; None if it may be a man's and a woman's."""
        first = self.names[0].sex
        return first if len(self.names) == 1 or all(name.sex == first for name in self.names) else None


@cache
def table() -> tuple[GivenName, ...]:
    """All given names, in the order of the file: commoner ones first."""
    return tuple(_row(row) for row in rows("given_names.tsv"))


def version() -> str:
    """What an explanation that rests on the table cites."""
    return versions()["given_names.tsv"]


def _row(cells: list[str]) -> GivenName:
    russian, belarusian, ukrainian, latin, short = (tuple(cell.lower().split(",")) if cell else () for cell in cells[2:7])
    return GivenName(cells[0], _SEX[cells[1]], russian, belarusian, ukrainian, latin, short, elsewhere=bool(cells[7]))


Index: TypeAlias = dict[str, tuple[GivenName, ...]]


@cache
def _spelt() -> Index:
    """By the very spelling, ё or е, in Latin letters as the commonest schemes have it."""
    written = _index((form.replace("ё", "е"), name) for name in table() for form in name.full)
    return _index((latin, name) for name in table() for form in name.full for latin in romanised(form)) | written


@cache
def _cyrillic() -> Index:
    return _index((skeleton(form), name) for name in table() for form in (*name.russian, *name.belarusian, *name.ukrainian))


@cache
def _full() -> Index:
    """By skeleton. A Latin form that no scheme makes gives way where a Cyrillic one of another name has its skeleton."""
    latin = _index((skeleton(form, reading), name) for name in table() for form in name.latin for reading in READINGS)
    return latin | _cyrillic()


@cache
def _skeletons() -> dict[int, list[str]]:
    return by_length(_full())


@cache
def _short() -> Index:
    return _index((skeleton(form), name) for name in table() for form in name.short)


@cache
def _short_spelt() -> Index:
    return _index(
        (spelling, name) for name in table() for form in name.short for spelling in (form.replace("ё", "е"), *romanised(form))
    )


def romanised(form: str) -> Iterator[str]:
    """A Cyrillic word in lower case as English, passports and scholars write it; nothing where it is not Cyrillic.

    Some words are too short for skeletons alone: Лена is no Лиана.
    """
    if form.isascii():
        return
    for iota, hissing in (("y", _ENGLISH), ("i", _ENGLISH), ("j", _ENGLISH), ("j", _HACEKS)):
        table = _PLAIN | hissing | {ord("я"): iota + "a", ord("ю"): iota + "u", ord("ё"): iota + "o", ord("й"): iota}
        for e, g in product(("e", iota + "e") if "е" in form else ("e",), "gh" if "г" in form else "g"):
            spelling = form.translate(table | {ord("е"): e, ord("г"): g})
            yield spelling
            if "ё" in form:
                yield spelling.replace(iota + "o", "e")


def _index(forms: Iterable[tuple[str, GivenName]]) -> Index:
    found: dict[str, dict[str, GivenName]] = {}
    for form, name in forms:
        found.setdefault(form, {})[name.id] = name
    return {form: tuple(names.values()) for form, names in found.items()}


@lru_cache(maxsize=1 << 16)
def given(word: str, reading: Reading = "plain") -> GivenMatch | None:
    """What the table knows of a word in lower case, by its spelling, else by its skeleton.

    A word that is one name in full and another's short form may be both.
    """
    spelling = word.replace("ё", "е")
    full, short = _spelt().get(spelling, ()), _short_spelt().get(spelling, ())
    spelt = bool(full or short)
    if not spelt:
        key = skeleton(word, reading)
        full = (_full() if word[0] < "\u0370" else _cyrillic()).get(key, ())
        short = () if full and len(key) >= _TELLING else _short().get(key, ())
        if not full and not short and "x" in word and reading == "plain":
            return given(word, "gost")
    if not full and not short:
        return None
    more = tuple(name for name in short if name not in full)
    return GivenMatch(full + more, short=bool(more), spelt=spelt)


@lru_cache(maxsize=1 << 16)
def nearly_given(word: str, reading: Reading = "plain") -> GivenMatch | None:
    """The one name of the table that a word is but for a slip of one letter; None if it may be two."""
    key = skeleton(word, reading)
    if len(key) < _NEAR_FROM:
        return None
    found = {name.id: name for near in one_slip(key, _skeletons()) for name in _full()[near]}
    return GivenMatch(tuple(found.values()), near=True) if len(found) == 1 else None


def one_slip(key: str, known: Mapping[int, Sequence[str]]) -> list[str]:
    """All known keys, given by their lengths, that are one letter, or two in wrong order, away from a key."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    among = [*known.get(len(key) - 1, ()), *known.get(len(key), ()), *known.get(len(key) + 1, ())]
    return [near for near, _, _ in process.extract(key, among, scorer=OSA.distance, score_cutoff=1, limit=None)]


def by_length(keys: Iterable[str]) -> dict[int, list[str]]:
    """Keys by how long they are."""
    found: dict[int, list[str]] = {}
    for key in keys:
        found.setdefault(len(key), []).append(key)
    return found


_CASES: Final = ("ого", "ому", "ом", "ем", "ой", "ей", "ою", "ею", "ам", "ем", "ай", "а", "я", "у", "ю", "е", "и", "ы", "і")


@lru_cache(maxsize=1 << 14)
def declined(word: str, sex: Sex) -> GivenMatch | None:
    """The names of one sex of which a Cyrillic word may be an oblique case: Сергею is Сергей's, Анной is Анна's."""
    names: dict[str, GivenName] = {}
    for ending in _CASES:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            for instead in ("", "й", "ь", "а", "я", "о", "ий"):
                for name in _spelt().get((stem + instead).replace("ё", "е"), ()):
                    if name.sex == sex:
                        names[name.id] = name
    return GivenMatch(tuple(names.values())) if names else None


_FOND: Final = re.compile("(?:[ео]ньк|[ое]чк|[ую]шк|[ую]н|[ую]л|[ую]с|ик|чик|к)[аяиуюеой]*$")


@lru_cache(maxsize=1 << 14)
def fond(word: str) -> GivenMatch | None:
    """The names of which a Cyrillic word may be a short form in an oblique case, or a fond one that no list has: Дашеньку."""
    stems = {_FOND.sub("", word)} | {word.removesuffix(ending) for ending in _CASES if word.endswith(ending)}
    forms = [stem + instead for stem in stems - {word} if len(stem) >= _FOND_FROM for instead in ("", *"ая")]
    short = [name for form in forms for name in _short_spelt().get(form.replace("ё", "е"), ())]
    return GivenMatch(tuple(dict.fromkeys(short)), short=True) if short else None


@lru_cache(maxsize=1 << 16)
def only_east_slavic(word: str) -> bool:
    """Whether a Latin word is a name that East Slavs alone spell so: Siarhei, Dmitry; not Victor, Michael, Sasha."""
    if any(word in name.latin for name in _spelt().get(word, ())):
        return False
    for reading in READINGS[:3]:
        key = skeleton(word, reading)
        if len(key) >= _TELLING and key in _cyrillic():
            return not any(name.elsewhere for name in _cyrillic()[key])
    return False
