"""Safe reading: a file of a case becomes tables of verbatim text, and nothing is guessed, repaired or dropped."""

from loaders.reading.dates import DateError, Partial, parse_date
from loaders.reading.order import OrderShown, order_shown
from loaders.reading.question import OpenQuestion
from loaders.reading.reader import read, read_original
from loaders.reading.table import Note, Reading, Reject, Row, Table

__all__ = [
    "DateError",
    "Note",
    "OpenQuestion",
    "OrderShown",
    "Partial",
    "Reading",
    "Reject",
    "Row",
    "Table",
    "order_shown",
    "parse_date",
    "read",
    "read_original",
]
