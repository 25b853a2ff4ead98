"""The date that a cell states, or the true reason why there is none."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from loaders.reading.dates.figures import plain
from loaders.reading.dates.how import ORDERS, How, Order
from loaders.reading.dates.orders import in_orders
from loaders.reading.dates.plain import quick
from loaders.reading.dates.refusal import DateError, Reason
from loaders.reading.dates.tokens import WORD, tokens
from loaders.reading.dates.why import why
from loaders.reading.dates.words import lexicon

if TYPE_CHECKING:
    from loaders.reading.dates.how import Kind
    from loaders.reading.dates.partial import Partial

MOST_SIGNS, MOST_TOKENS, MOST_WORDS = 120, 26, 12
"""Of a cell that is looked at: longer ones are prose."""
DITTO = '"“”„«»'
ORDERED: dict[Order | None, How] = {order: How(order) for order in (*ORDERS, None)}


def read_date(text: str, how: How, kind: Kind = "on") -> Partial | None:
    """The date a cell states, or None for an empty cell. DateError where it cannot be read without guessing."""
    read = _read(text, how, kind)
    if isinstance(read, str):
        raise DateError(read)
    return read


def parse_date(text: str, order: Order | None) -> Partial | None:
    """The same, where nothing but the order is stated."""
    return read_date(text, ORDERED[order])


@lru_cache(maxsize=65_536)
def _read(text: str, how: How, kind: Kind) -> Partial | Reason | None:
    """A column writes the same date again and again: each cell is read once."""
    if found := quick(text, how, kind):
        return found
    same = plain(text)
    if not same and not text.split():
        return None
    if not same:  # quotation marks stand for what is above, which is another cell
        return "relative" if any(sign in text for sign in DITTO) else "no date"
    words = lexicon(how.words)
    cut = tokens(same, words, how.lang) if len(same) <= MOST_SIGNS else []
    if not cut or len(cut) > MOST_TOKENS or sum(token.mark == WORD for token in cut) > MOST_WORDS:
        return "no date"
    read = in_orders(cut, how, kind)
    return why(same, cut, words, how, kind, read.reason) if isinstance(read, DateError) else read
