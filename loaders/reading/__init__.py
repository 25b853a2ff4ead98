"""Safe reading: a file of a case becomes tables of verbatim text, and nothing is guessed, repaired or dropped."""

from loaders.reading.ages import Age, birth_of, read_age, says_age
from loaders.reading.code_pages import likely_first
from loaders.reading.coordinates import (
    FORMATS,
    POINT_ORDERS,
    Angle,
    Format,
    Half,
    Point,
    PointError,
    PointHow,
    PointOrder,
    read_half,
    read_point,
)
from loaders.reading.dates import (
    CALENDARS,
    GIVEN,
    ORDERS,
    Calendar,
    DateError,
    Hemisphere,
    How,
    Kind,
    Order,
    Partial,
    parse_date,
    read_date,
)
from loaders.reading.nothing import NAMELESS, READ_AS, Nothing, describes, describes_unknown, is_ditto, names_nothing
from loaders.reading.numbers import NumberError, plain_number
from loaders.reading.order import OrderShown, lacks_century, order_shown
from loaders.reading.original import Original, fetch, printable
from loaders.reading.question import OpenQuestion
from loaders.reading.reader import read, read_original
from loaders.reading.rejects import Rejects
from loaders.reading.shape import shape
from loaders.reading.table import Aside, Note, Reading, Reject, Row, Table

__all__ = [
    "CALENDARS",
    "FORMATS",
    "GIVEN",
    "NAMELESS",
    "ORDERS",
    "POINT_ORDERS",
    "READ_AS",
    "Age",
    "Angle",
    "Aside",
    "Calendar",
    "DateError",
    "Format",
    "Half",
    "Hemisphere",
    "How",
    "Kind",
    "Note",
    "Nothing",
    "NumberError",
    "OpenQuestion",
    "Order",
    "OrderShown",
    "Original",
    "Partial",
    "Point",
    "PointError",
    "PointHow",
    "PointOrder",
    "Reading",
    "Reject",
    "Rejects",
    "Row",
    "Table",
    "birth_of",
    "describes",
    "describes_unknown",
    "fetch",
    "is_ditto",
    "lacks_century",
    "likely_first",
    "names_nothing",
    "order_shown",
    "parse_date",
    "plain_number",
    "printable",
    "read",
    "read_age",
    "read_date",
    "read_half",
    "read_original",
    "read_point",
    "says_age",
    "shape",
]
