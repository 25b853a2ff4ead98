"""What the values of a column look like, whatever its header says."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from loaders.draft.code_lists import meaning
from loaders.names.bodies import reader as bodies
from loaders.names.bodies.lexicon import lexicon
from loaders.names.persons import titles
from loaders.names.persons.given import given
from loaders.reading import DateError, names_nothing, parse_date

LOOKED_AT: Final = 60
"""Values of a column that are looked at, from all parts of it."""
MOST: Final = 0.8
"""Of the values: what so many are, the column is. A sheet that people fill in has slips."""
FEW: Final = 3
"""Of so many values one may be another."""
MANY: Final = 20
"""Values of a column from which on it is seen whether they are unique."""
UNIQUE: Final = 0.7
SMALL: Final = 3
"""Figures of how many persons something happened to."""
TICKS: Final = frozenset(("x", "+", "✓", "✔", "v", "х", "*", "ok"))
_UUID: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(;.*)?", re.I)
_URL: Final = re.compile(r"(https?://|www\.)\S+", re.I)
_EMAIL: Final = re.compile(r"\S+@\S+\.\w+")
_PHONE: Final = re.compile(r"\+?[\d() -]{9,20}")
_DIALLED: Final = re.compile(r"(?=(?:\D*\d){9,15}\D*$)(?:\+|\(?\d+\)?[ -])[\d() -]+")
"""A number that is dialled: nine figures or more with a plus, brackets, blanks or hyphens."""
_NUMBER: Final = re.compile(r"[-+]?\d{1,3}(?:[ ,]?\d{3})*(?:[.,]\d+)?|[-+]?\d+(?:[.,]\d+)?")
_DECIMAL: Final = re.compile(r"[-+]?\d{1,3}[.,]\d{2,}")
_YEAR: Final = re.compile(r"(18|19|20)\d\d")
_NUMERIC: Final = re.compile(r"(?:\d{4}([-./])\d\d?\1\d\d?|\d\d?([-./])\d\d?\2(?:\d{4}|\d\d))(?:[ T]\d\d?:\d\d(?::\d\d)?)?")
_FIGURES: Final = re.compile(r"\d{2}")
LONGEST_DATE: Final = 40
DOUBTED: Final = ("two digits of year", "ambiguous order", "against the order")
"""Why a date may be refused that is one all the same."""
_CODE: Final = re.compile(r"(?=\S*\d)[^\W_]{0,8}(?:[-/.№ ]?\d+)+[-/]?\w{0,4}")
_POINT: Final = re.compile(r"[-+]?\d{1,3}[.,]\d{2,}\s*[,; ]\s*[-+]?\d{1,3}[.,]\d{2,}|(?i:(?:point|srid).*\d)")
_PATRONYMIC: Final = re.compile(
    r"(?i)(ович|евич|евіч|авіч|ич|овна|евна|івна|аўна|еўна|ична|ov[iy]ch|ev[iy]ch|avich|ovna|evna|ivna|a[uŭ]na|ichna|o[gğ]lu|q[iı]z[iı])$"
)
_PERSON_WORD: Final = re.compile(r"[^\W\d_][\w'’ʼ`-]*\.?|\"[^\"]+\"|[«“(][^»”)]+[»”)]")
PLACES: Final = range(1, 21)
"""Levels of the table of bodies at which places of custody, barracks and civil places stand."""


def looks(values: Sequence[str]) -> frozenset[str]:
    """What most of these cells are: `=date`, `=number`, `=person` …; nothing where they are empty or of all kinds."""
    some = sample(values)
    if not some:
        return frozenset({"=empty"})
    enough = min(MOST * len(some), len(some) - 1 if len(some) >= FEW else len(some))
    found = {name for name, fits in _TESTS.items() if sum(map(fits, some)) >= enough}
    if found & {"=yesno"} and all(value in {"0", "1"} or len(value) == 1 for value in some) and len(some) > 3:
        found.discard("=yesno")
    if _rising(values):
        found.add("=rising")
    if _repeated(values):
        found.add("=repeated")
    if sum(map(len, some)) > 60 * len(some):
        found.add("=long")
    return frozenset(found)


def sample(values: Sequence[str]) -> list[str]:
    """Distinct values that say something, from all parts of a column."""
    filled = list(dict.fromkeys(filter(None, map(str.strip, values))))
    some = [value for value in filled[:: max(1, len(filled) // LOOKED_AT)] if not names_nothing(value)]
    return some[:LOOKED_AT]


def _rising(values: Sequence[str]) -> bool:
    """Whether they count the rows from one on."""
    some = list(dict.fromkeys(filter(None, map(str.strip, values))))
    return some[:FEW] == [str(number) for number in range(1, FEW + 1)] and all(map(str.isdigit, some))


def _repeated(values: Sequence[str]) -> bool:
    """Whether the same values stand in many rows: a number of such a column is no number of the row."""
    filled = [value for value in map(str.strip, values) if value]
    return len(filled) >= MANY and len(set(filled)) < UNIQUE * len(filled)


def is_date(text: str) -> bool:
    """Whether the reader of dates knows it, in some order of its numbers, or only asks for its century."""
    return _date(text.strip())


@lru_cache(maxsize=1 << 14)
def _date(text: str) -> bool:
    if _NUMERIC.fullmatch(text):
        return True
    if len(text) > LONGEST_DATE or not _FIGURES.search(text) or _UUID.fullmatch(text):
        return False
    try:
        return parse_date(text, "day-first") is not None
    except DateError as error:
        return error.reason in DOUBTED


@lru_cache(maxsize=1 << 14)
def head_of(text: str) -> str | None:
    """The concept of the body that this names: a battalion, a prison; None where no word says so."""
    return bodies.read(text).head if len(text) <= 200 else None


def is_unit(text: str) -> bool:
    """Whether it names a body that is no place alone."""
    head = head_of(text)
    return head is not None and lexicon().concepts[head].level not in PLACES


def is_station(text: str) -> bool:
    """Whether it names a place where people are held or troops lie."""
    head = head_of(text)
    return head is not None and (lexicon().concepts[head].level in PLACES or "police" in head)


def is_rank(text: str) -> bool:
    """Whether all its words are of a rank."""
    words = text.split()
    return bool(words) and len(words) <= 6 and titles.only_titles([word.strip(",") for word in words])


def is_person(text: str) -> bool:
    """Whether it has the form of a person's name: two to five words with a capital, no figure, no body, no rank alone."""
    if len(text) > 80 or any(sign.isdigit() for sign in text) or is_rank(text):
        return False
    words = text.replace(",", " ").split()
    if not 2 <= len(words) <= 6 or not all(_PERSON_WORD.fullmatch(word) for word in words):
        return False
    lead = [word for word in words if word[0].isalpha()]
    capital = sum(word[0].isupper() or not (word[0].isupper() or word[0].islower()) for word in lead)
    return capital >= 2 and capital >= len(lead) - 1 and head_of(text) is None


def is_given(text: str) -> bool:
    """Whether a word of it is a given name of the tables."""
    return any(given(word.strip(".,").lower()) is not None for word in text.split() if len(word) > 2)


_TESTS: Final[dict[str, Callable[[str], bool]]] = {
    "=yesno": lambda text: meaning(text, "yes") is not None,
    "=tick": lambda text: text.casefold() in TICKS,
    "=sex": lambda text: meaning(text, "sex") is not None,
    "=uuid": lambda text: _UUID.fullmatch(text) is not None,
    "=url": lambda text: _URL.match(text) is not None,
    "=email": lambda text: _EMAIL.fullmatch(text) is not None,
    "=number": lambda text: _NUMBER.fullmatch(text) is not None,
    "=small": lambda text: text.isdecimal() and len(text) <= SMALL,
    "=decimal": lambda text: _DECIMAL.fullmatch(text) is not None,
    "=year": lambda text: _YEAR.fullmatch(text) is not None,
    "=code": lambda text: _CODE.fullmatch(text) is not None,
    "=point": lambda text: _POINT.fullmatch(text) is not None,
    "=dialled": lambda text: _DIALLED.fullmatch(text) is not None,
    "=phone": lambda text: _PHONE.fullmatch(text) is not None,
    "=date": is_date,
    "=month": lambda text: text.isalpha() and is_date(f"1 {text} 2000"),
    "=patronymic": lambda text: _PATRONYMIC.search(text) is not None,
    "=unit": is_unit,
    "=station": is_station,
    "=rank": is_rank,
    "=person": is_person,
    "=given": is_given,
    "=word": lambda text: " " not in text and text[:1].isalpha(),
    "=letter": lambda text: len(text) == 1,
    "=phrase": lambda text: len(text.split()) > 2,
    "=figures": lambda text: any(sign.isdigit() for sign in text),
}
