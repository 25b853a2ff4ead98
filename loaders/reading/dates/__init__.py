"""Dates as sources write them, read to the precision they state and never beyond.

A cell is brought into one spelling (`figures`), cut into tokens with all that each may mean (`tokens`, `words`), and read in
every way (`cell`, `point`, `core`, `clock`) and in every order that is not ruled out. Each way gives a period (`meaning`,
`periods`) or a reason (`refusal`). Where all ways agree, it is read; where they differ, or where there is none, it is refused
with the true reason (`why`). Words stand in `languages/`, what they mean as limits in `limits.toml`.
"""

from loaders.reading.dates.how import CALENDARS, ORDERS, Calendar, Hemisphere, How, Kind, Order
from loaders.reading.dates.partial import Partial, Precision
from loaders.reading.dates.reader import parse_date, read_date
from loaders.reading.dates.refusal import CENTURIES, FIRST_YEAR, LAST_YEAR, DateError, Reason
from loaders.reading.dates.words import GIVEN

__all__ = [
    "CALENDARS",
    "CENTURIES",
    "FIRST_YEAR",
    "GIVEN",
    "LAST_YEAR",
    "ORDERS",
    "Calendar",
    "DateError",
    "Hemisphere",
    "How",
    "Kind",
    "Order",
    "Partial",
    "Precision",
    "Reason",
    "parse_date",
    "read_date",
]
