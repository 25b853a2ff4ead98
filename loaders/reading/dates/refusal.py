"""Why a cell gives no date. Nothing is guessed and nothing mended; the reason is the true one, and never holds the text."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Reason: TypeAlias = Literal[
    "ambiguous order", "against the order", "two digits of year", "no year", "no date", "no such day", "no such month",
    "no such time", "year out of range", "slip", "serial number", "several readings", "inverted", "weekday", "doubted",
    "unknown", "relative", "season", "zone by letters", "no zone", "calendars disagree",
]  # fmt: skip

MEANS: Final[dict[Reason, str]] = {
    "ambiguous order": "day or month first? The order is not stated",
    "against the order": "the order that is stated gives no date, another one would",
    "two digits of year": "a year of two digits, and no century is stated",
    "no year": "a date without a year",
    "no date": "not a date in a form that can be read without guessing",
    "no such day": "no such day in that month",
    "no such month": "no such month",
    "no such time": "no such time of day",
    "year out of range": "a year outside {first}-{last}",
    "slip": "a letter stands among the figures",
    "serial number": "a bare number, such as a spreadsheet's count of days",
    "several readings": "it can be read in several ways",
    "inverted": "the end is before the beginning",
    "weekday": "that day was another day of the week",
    "doubted": "the source doubts it, and the mapping does not say what that means",
    "unknown": "the cell says that it is not known",
    "relative": "told from another date",
    "season": "a season, and the hemisphere is not stated",
    "zone by letters": "a time zone by its letters, which several zones share",
    "no zone": "a time of another zone, and the zone of the case is not given",
    "calendars disagree": "two calendars give two different days",
}
"""What each reason means. They are ordered by nothing; `RANK` says which of several is told."""

RANK: Final[tuple[Reason, ...]] = (
    "zone by letters", "weekday", "calendars disagree", "no zone", "season", "inverted", "no such time", "no such day",
    "no such month", "several readings", "against the order", "ambiguous order", "year out of range", "no year",
    "two digits of year", "doubted", "unknown", "relative", "slip", "serial number", "no date",
)  # fmt: skip
"""Of several ways in which a cell fails, the one nearest to a date is told."""

FIRST_YEAR: Final = 1850
LAST_YEAR: Final = 2030
"""Years that a date in a cell may lie in. No clock is asked, so that a file reads alike whenever it is loaded."""
CENTURIES: Final = range(FIRST_YEAR, LAST_YEAR + 1)
"""In which a hundred of years may begin that two figures mean."""


class DateError(ValueError):
    """The text is no date that can be read without guessing. It names the reason, never the text."""

    def __init__(self, reason: Reason) -> None:
        self.reason: Reason = reason
        super().__init__(MEANS[reason].format(first=FIRST_YEAR, last=LAST_YEAR))

    @property
    def ambiguous(self) -> bool:
        """Whether all that is missing is the order of day and month."""
        return self.reason == "ambiguous order"


def nearest(reasons: list[Reason]) -> DateError:
    """The error to tell, of at least one."""
    return DateError(min(reasons, key=RANK.index))
