"""Which pairs need not be looked at, since nothing they could show would reach the floor below which a pair is forgotten.

The more records, the more a pair must show, and the more bear each common surname: among a million, nine tenths of the pairs
that share a surname and an initial share a common one, and nothing else. What such a pair weighs at most follows from the
model, so leaving it out changes nothing that comes out.
"""

from __future__ import annotations

from math import log2
from typing import TYPE_CHECKING, Final

from loaders.resolve.persons.comparisons import COMPARISONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duckdb import DuckDBPyConnection

    from loaders.resolve.persons.model import Model

MORE: Final = (
    "(l.rare_enough or l.year = r.year or (l.born is not null and r.born is not null)"
    " or l.patronymic = r.patronymic or l.unit = r.unit or l.place = r.place)"
)
"""What a pair of one surname, of whose given names one is unknown, must show besides, unless its surname is rare enough."""

_WITHOUT: Final[Mapping[str, frozenset[str]]] = {
    "surname": frozenset(("same", "one edit", "alike", "different")),
    "given": frozenset(("same", "one edit", "other spelling", "different")),
    "patronymic": frozenset(("same",)),
    "birth": frozenset(("same day", "slip", "other day", "same year")),
    "unit": frozenset(("same",)),
    "place": frozenset(("same",)),
}
"""The levels that a pair without any of these does not reach; the surname's is counted by its rarity."""
_SLACK: Final = 0.01


def mark(connection: DuckDBPyConnection, model: Model, floor: float) -> None:
    """Tell in the table `persons` whose surname is not `rare_enough`. `floor`: in bits, without a prior."""
    share = model.chances["surname"]["same"].m * 2.0 ** (most(model) + _SLACK - floor)
    connection.execute(
        "update persons set rare_enough = false from share_surname"
        " where share_surname.surname = persons.surname and tf_surname > ?",
        [share],
    )


def most(model: Model) -> float:
    """Bits that a pair without any of `MORE` weighs at most beside its surname."""
    bits = 0.0
    for comparison in COMPARISONS:
        without, chances = _WITHOUT.get(comparison.field, frozenset()), model.chances[comparison.field]
        bits += max([0.0, *(log2(chance.m / chance.u) for level, chance in chances.items() if level not in without)])
    return bits
