"""Safe reading: a file of a case becomes tables of verbatim text, and nothing is guessed, repaired or dropped."""

from loaders.intake.asked import Asked
from loaders.intake.dates import DateError, Partial, parse_date
from loaders.intake.order import OrderShown, order_shown
from loaders.intake.reader import read
from loaders.intake.table import Note, Reading, Reject, Row, Table

__all__ = [
    "Asked",
    "DateError",
    "Note",
    "OrderShown",
    "Partial",
    "Reading",
    "Reject",
    "Row",
    "Table",
    "order_shown",
    "parse_date",
    "read",
]
