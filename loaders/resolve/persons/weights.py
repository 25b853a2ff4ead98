"""Splink at work: pairs that share enough, and how many bits each of their fields weighs."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from loaders.resolve.persons.blocking import candidates, numbered
from loaders.resolve.persons.comparisons import COMPARISONS, RARE
from loaders.resolve.persons.model import settings
from loaders.resolve.persons.pairs import PAIR, pairs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duckdb import DuckDBPyConnection
    from splink import DuckDBAPI, Linker, SplinkDataFrame

    from loaders.resolve.persons.model import Model

CHUNK: Final = 2_000_000
"""Pairs that are weighed at a time: Splink keeps both rows of a pair beside its weight."""
_FIELDS: Final = tuple(comparison.field for comparison in COMPARISONS)
RULES_BEGIN: Final = 7.0
"""Bits above the floor (`resolution`) from which on a rule may join a pair."""


def passes(connection: DuckDBPyConnection, model: Model, floor: float, *, fresh: bool) -> Iterator[tuple[str, str]]:
    """The two tables of each turn of weighing, whose pairs are to be in the table `pairs` before the next is asked for.

    `fresh`: as `Weighs.weigh` has it.
    """
    numbered(connection, model)
    connection.execute(f"create table pairs ({', '.join(f'{name} {kind}' for name, kind, _ in PAIR)})")
    if not fresh:
        yield "numbered", "numbered"
        return
    yield "fresh", "fresh"
    yield "fresh", "old"
    connection.execute(_rivals(floor))
    yield "rivals", "old"


def _rivals(floor: float) -> str:
    """What makes the table `rivals`: the old records that a rule may join to a fresh one."""
    joined = f"select unnest([l, r]) from pairs where spoken = 1 and evidence >= {floor + RULES_BEGIN}"  # noqa: S608
    return f"create table rivals as select * from numbered where not fresh and id in ({joined})"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair in detail. `levels`, `bits`: by field. `shares`: of the rarer columns, the larger of the two."""

    one: int
    other: int
    levels: Mapping[str, int]
    bits: Mapping[str, float]
    shares: Mapping[str, float | None]


class Weighs(Protocol):
    """What weighs the pairs of the table `persons`: Splink here (`Weigher`), or on Spark."""

    def weigh(self, *, floor: float, fresh: bool = False) -> None:
        """Make the table `pairs` (`PAIR`).

        `floor`: pairs below so many bits are left out. `fresh`: only pairs with a record of the view `fresh`; and beside
        them, spoken of by none, the pairs of old records that fit a fresh one: whoever fits them may be a rival.
        """

    def in_detail(self, pairs: Sequence[tuple[int, int]]) -> Iterator[Weighed]:
        """Tell these pairs field by field."""


class Weigher:
    """Splink over the tables that `columns.persons` made. It logs nothing but errors: case data is in no log."""

    def __init__(self, connection: DuckDBPyConnection, model: Model) -> None:
        from splink import DuckDBAPI, Linker

        self._connection, self._model = connection, model
        self._database: DuckDBAPI = DuckDBAPI(connection=connection)
        self._linker: Linker = Linker(
            self._database.register("persons"), settings(model), log_level=logging.ERROR, validate_settings=False
        )
        for column in RARE:
            self._linker.table_management.register_term_frequency_lookup(self._database.register(f"share_{column}"), column)

    def weigh(self, *, floor: float, fresh: bool = False) -> None:
        """See `Weighs`."""
        for left, right in passes(self._connection, self._model, floor, fresh=fresh):
            self._weigh(floor, left, right)

    def in_detail(self, pairs: Sequence[tuple[int, int]]) -> Iterator[Weighed]:
        """These pairs, whatever blocking would say, in the order of their numbers."""
        import pyarrow as pa  # type: ignore[import-untyped]  # ships no types

        if not pairs:
            return
        one, other = (pa.array(side, pa.int32()) for side in zip(*((min(pair), max(pair)) for pair in pairs), strict=True))
        self._connection.register("chosen", pa.table({"match_key": ["0"] * len(pairs), "join_key_l": one, "join_key_r": other}))
        predicted = self._predicted("chosen")
        columns = (
            *(f"gamma_{field}" for field in _FIELDS),
            *(f"mw_{c.field} + mw_tf_adj_{c.field}" if c.rare else f"mw_{c.field}" for c in COMPARISONS),
            *(f"greatest(tf_{column}_l, tf_{column}_r)" for column in RARE),
        )
        read = self._connection.execute(
            f"select id_l, id_r, {', '.join(columns)} from {predicted.physical_name} order by id_l, id_r"  # noqa: S608
        )
        while rows := read.fetchmany(10_000):
            yield from (Weighed(one, other, *_parts(rest)) for one, other, *rest in rows)
        predicted.drop_table_from_database_and_remove_from_cache()

    def _weigh(self, floor: float, left: str, right: str) -> None:
        self._connection.execute(f"create table candidates as {candidates(self._model, floor, left, right)}")
        ((count,),) = self._connection.execute("select count(*) from candidates").fetchall()
        for begin in range(0, count, CHUNK):
            self._connection.execute(
                "create or replace view portion as select match_key, join_key_l, join_key_r from candidates"  # noqa: S608
                f" where rowid >= {begin} and rowid < {begin + CHUNK}"
            )
            predicted = self._predicted("portion", floor)
            self._connection.execute(f"insert into pairs {pairs_of(predicted)}")
            predicted.drop_table_from_database_and_remove_from_cache()
        self._connection.execute("drop table candidates cascade")

    def _predicted(self, pairs: str, floor: float | None = None) -> SplinkDataFrame:
        """What Splink says of the pairs of a table that stand in its own columns for pairs."""
        self._linker.table_management.register_blocked_pairs_for_predict(self._database.register(pairs))
        return self._linker.inference.predict(threshold_match_weight=floor)


def _parts(row: Sequence[Any]) -> tuple[dict[str, int], dict[str, float], dict[str, float | None]]:
    """A row's levels, bits and shares, each by its column."""
    fields = len(_FIELDS)
    levels, bits, shares = row[:fields], row[fields : 2 * fields], row[2 * fields :]
    return dict(zip(_FIELDS, levels, strict=True)), dict(zip(_FIELDS, bits, strict=True)), dict(zip(RARE, shares, strict=True))
