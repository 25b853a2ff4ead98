"""An age in years, as a cell gives it: "34", "34 years", "30-35", "about 40"; and when somebody of that age was born."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from graph.said.span import ONE_DAY, Period
from loaders.reading.dates.figures import plain
from loaders.reading.dates.periods import limits
from loaders.reading.dates.tokens import NUMBER, WORD, tokens
from loaders.reading.dates.words import lexicon

if TYPE_CHECKING:
    from datetime import datetime

    from loaders.reading.dates.how import How

OLDEST: Final = 120
# fmt: off
_WORDS: Final = frozenset((
    "age", "aged", "years", "year", "yrs", "yr", "y", "yo", "old", "возраст", "лет", "год", "года", "годов", "л", "г",
    "гадоў", "гады", "років", "роки", "рік", "ans", "an", "âge", "años", "año", "edad", "anos", "ano", "idade",
    "jahre", "jahr", "alt", "anni", "eta", "lat", "lata", "rok", "let", "vuotta", "år", "tahun", "yaş", "yaşında",
    "yas", "عمر", "سنة", "عام", "عاما", "سال", "ساله",
))
# fmt: on
_ALSO_OF_DATES: Final = frozenset(("г", "год", "года", "year", "y", "an", "rok", "år", "anno"))
"""Of these, those that stand beside a year of two figures, too."""
_MARKS: Final = (".", ",", "(", ")", ":")
_BETWEEN: Final = ("-", "–", "—", "/")


class Age(NamedTuple):
    """The least and the most, in whole years. `said`: a word says that it is an age, and no year."""

    least: int
    most: int
    said: bool


@lru_cache(maxsize=10_000)
def read_age(text: str, how: How) -> Age | None:
    """The age in a cell; None where it is none, or months, or no more than a limit."""
    cut = tokens(plain(text), lexicon(how.words), how.lang)
    numbers = [token for token in cut if token.mark == NUMBER]
    rest = [token for token in cut if token.mark != NUMBER]
    circa = [token for token in rest if token.means("circa") or token.text == "~"]
    between = [token for token in rest if token not in circa and (token.text in _BETWEEN or token.means("to", "and", "until"))]
    left = [
        token for token in rest if token not in circa and token not in between and token.text not in (".", ",", "(", ")", ":")
    ]
    if any(token.mark != WORD or token.text.strip(".") not in _WORDS for token in left):
        return None
    values = [token.value for token in numbers]
    if not 1 <= len(values) <= 2 or len(between) != len(values) - 1:
        return None
    if any(value is None or token.years != 1 or token.endings for value, token in zip(values, numbers, strict=True)):
        return None
    first, last = values[0] or 0, values[-1] or 0
    if not first <= last <= OLDEST or (len(values) == 2 and first == last):
        return None
    around = limits()["circa"]["years"] if circa else 0
    said = any(token.text.strip(".") not in _ALSO_OF_DATES for token in left)
    return Age(max(0, first - around), min(OLDEST, last + around), said)


def says_age(text: str, how: How) -> bool:
    """Whether a text is an age by its own words, where a date might stand."""
    return not text.strip().isdecimal() and (age := read_age(text, how)) is not None and age.said


def birth_of(age: Age, on: Period) -> Period:
    """When somebody was born who was of that age on a day, month or year: the birthday that was still to come is not yet it."""
    last = on.end - timedelta(microseconds=1)
    begin = _years_before(on.begin, age.most + 1) + ONE_DAY
    return Period(begin.replace(hour=0, minute=0, second=0, microsecond=0), _years_before(last, age.least) + ONE_DAY)


def _years_before(day: datetime, years: int) -> datetime:
    """The same day of another year, at midnight; of a leap day, the one before."""
    midnight = day.replace(hour=0, minute=0, second=0, microsecond=0)
    try:
        return midnight.replace(year=midnight.year - years)
    except ValueError:
        return midnight.replace(year=midnight.year - years, day=28)
