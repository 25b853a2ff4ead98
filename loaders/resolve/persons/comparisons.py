"""What of two records is compared, and in which steps: the one place that says so, for weights, rules and words alike.

Each level is a condition in SQL that DuckDB and Spark both understand, over the columns of `traits.Traits` with `_l` and
`_r`; the first that holds is the level of a pair. The last of a comparison holds where none before it did. A level that is
`rare` weighs more the rarer the value is: such a level is a plain equality and the only one of its comparison, for Splink
takes the baseline of that adjustment from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NOT_COMPARED: Final = "not compared"
"""The level of a comparison where one side says nothing: weighs nothing."""


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of a comparison. `name`: as the policy's rules call it. `says`: as an explanation puts it."""

    name: str
    says: str
    sql: str = "ELSE"
    rare: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """One field compared. `silent`: when a side says nothing. `levels`: strongest first, the last one `ELSE`."""

    field: str
    title: str
    silent: str
    levels: tuple[Level, ...]

    @property
    def rare(self) -> str | None:
        """The column whose rarity counts, if any."""
        return self.field if any(level.rare for level in self.levels) else None

    def number(self, level: str) -> int:
        """The number by which Splink calls a level: -1 where nothing is compared, 0 the last, and up from there."""
        if level == NOT_COMPARED:
            return -1
        return len(self.levels) - 1 - [known.name for known in self.levels].index(level)

    def level(self, number: int) -> Level | None:
        """The level of that number; None where nothing was compared."""
        return None if number < 0 else self.levels[len(self.levels) - 1 - number]


def _either_silent(column: str) -> str:
    return f"{column}_l is null or {column}_r is null"


def _one_edit(column: str) -> str:
    """One letter more, less, other, or two swapped: in a name long enough that this is a slip rather than another name."""
    long_enough = f"length({column}_l) >= 5 and length({column}_r) >= 5"
    return f"({long_enough} and damerau_levenshtein({column}_l, {column}_r) <= 1)"


_BOTH_DAYS = "(born_l is not null and born_r is not null)"
_SLIP = (
    "(levenshtein(born_l, born_r) <= 1"  # one digit; then day and month swapped
    " or (year_l = year_r and substr(born_l, 6, 2) = substr(born_r, 9, 2) and substr(born_l, 9, 2) = substr(born_r, 6, 2))"
    " or abs(born_day_l - born_day_r) <= 1"
    " or (substr(born_l, 6) = substr(born_r, 6) and abs(year_l - year_r) = 1))"
)
_MONTHS_AGREE = "(month_l is null or month_r is null or month_l = month_r)"

SURNAME = Comparison(
    "surname",
    "surname",
    _either_silent("surname"),
    (
        Level("same", "same in any script", "surname_l = surname_r", rare=True),
        Level("one edit", "one letter apart", _one_edit("surname")),
        Level("alike", "alike", "length(surname_l) >= 7 and damerau_levenshtein(surname_l, surname_r) <= 2"),
        Level("different", "different"),
    ),
)
SPELLING = Comparison(
    "spelling",
    "spelling of the surname",
    # Latin schemes spell one name in a dozen ways: only two spellings in one Cyrillic language are evidence.
    "surname_l is null or surname_r is null or surname_l <> surname_r or spelt_l is null or spelt_r is null"
    " or tongue_l <> tongue_r or tongue_l = 'la'",
    (
        Level("same", "same", "spelt_l = spelt_r"),
        Level("different", "different within one language"),
    ),
)


def _name_part(field: str, title: str) -> Comparison:
    """A given name or a patronymic: by table and key, else by what its initial allows."""
    known = f"{field}_known_l and {field}_known_r"
    both = f"({field}_l is not null and {field}_r is not null)"
    return Comparison(
        field,
        title,
        f"not {both} and ({field}_initials_l = 0 or {field}_initials_r = 0)",
        (
            Level("same", "same", f"{field}_l = {field}_r", rare=True),
            Level("initial agrees", "initial agrees", f"not {both} and ({field}_initials_l & {field}_initials_r) <> 0"),
            Level("initial differs", "initials differ", f"not {both}"),
            Level("one edit", "one letter apart, one of them in no table", f"not ({known}) and {_one_edit(field)}"),
            Level("other spelling", "different, one of them in no table", f"not ({known})"),
            Level("different", "different"),
        ),
    )


GIVEN = _name_part("given", "given name")
PATRONYMIC = _name_part("patronymic", "patronymic")
BIRTH = Comparison(
    "birth",
    "birth date",
    _either_silent("year"),
    (
        Level("same day", "same day", "born_l = born_r"),
        Level("slip", "one digit off, day and month swapped, or a day or a year apart", f"{_BOTH_DAYS} and {_SLIP}"),
        Level("other day", "different days", _BOTH_DAYS),
        Level("same year", "same year, no full date on one side", f"year_l = year_r and {_MONTHS_AGREE}"),
        Level("near year", "a year or a month apart", "abs(year_l - year_r) <= 1"),
        Level("other year", "different years"),
    ),
)


def _same_or_not(field: str, title: str, *, rare: bool = False) -> Comparison:
    same = Level("same", "same", f"{field}_l = {field}_r", rare=rare)
    return Comparison(field, title, _either_silent(field), (same, Level("different", "different")))


SEX = _same_or_not("sex", "sex")
UNIT = _same_or_not("unit", "unit", rare=True)
PLACE = _same_or_not("place", "place", rare=True)
SIDE = _same_or_not("side", "role")

COMPARISONS: Final = (SURNAME, SPELLING, GIVEN, PATRONYMIC, BIRTH, SEX, UNIT, PLACE, SIDE)
RARE: Final = tuple(comparison.rare for comparison in COMPARISONS if comparison.rare)
"""The columns whose rarity counts."""
