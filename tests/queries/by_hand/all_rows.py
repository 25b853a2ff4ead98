"""All rows by hand that are about a header and what an engine found."""

from __future__ import annotations

from collections.abc import Sequence

from tests.queries.by_hand.combinations import COMBINATIONS
from tests.queries.by_hand.counted import COUNTED
from tests.queries.by_hand.counted_ends import COUNTED_ENDS
from tests.queries.by_hand.counted_in_time import COUNTED_IN_TIME
from tests.queries.by_hand.counted_over_rows import COUNTED_OVER_ROWS
from tests.queries.by_hand.denied_events import DENIED_EVENTS
from tests.queries.by_hand.in_order import IN_ORDER
from tests.queries.by_hand.row_example import RowExample
from tests.queries.by_hand.sides import SIDES
from tests.queries.by_hand.superiors import SUPERIORS
from tests.queries.by_hand.ways import WAYS

ROWS: Sequence[RowExample] = [
    *(*WAYS, *COMBINATIONS, *IN_ORDER, *SUPERIORS, *SIDES),
    *(*COUNTED, *COUNTED_OVER_ROWS, *COUNTED_ENDS, *COUNTED_IN_TIME, *DENIED_EVENTS),
]
