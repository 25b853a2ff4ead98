"""Safe reading: a file of a case becomes tables of verbatim text, and nothing is guessed, repaired or dropped."""

from loaders.reading.code_pages import likely_first
from loaders.reading.dates import DateError, Order, Partial, parse_date
from loaders.reading.order import OrderShown, order_shown
from loaders.reading.original import Original, fetch, printable
from loaders.reading.question import OpenQuestion
from loaders.reading.reader import read, read_original
from loaders.reading.rejects import Rejects
from loaders.reading.table import Note, Reading, Reject, Row, Table

__all__ = [
    "DateError",
    "Note",
    "OpenQuestion",
    "Order",
    "OrderShown",
    "Original",
    "Partial",
    "Reading",
    "Reject",
    "Rejects",
    "Row",
    "Table",
    "fetch",
    "likely_first",
    "order_shown",
    "parse_date",
    "printable",
    "read",
    "read_original",
]
