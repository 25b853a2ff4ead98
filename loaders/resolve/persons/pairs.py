"""Pairs as the policy reads them off the weighed table, and those that rules join without a person looking.

Gated pairs are joined strongest first, where nobody else fits as well.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.resolve.persons.comparisons import COMPARISONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from duckdb import DuckDBPyConnection
    from splink import SplinkDataFrame

    from loaders.resolve.persons.clusters import Clusters
    from loaders.resolve.persons.policy import Policy

PAIR: Final = (
    ("l", "integer", "least(id_l, id_r)"),
    ("r", "integer", "greatest(id_l, id_r)"),
    ("evidence", "double", "match_weight"),
    ("names", "double", "mw_surname + mw_tf_adj_surname + mw_given + mw_tf_adj_given"),
    *(
        (f"gamma_{field}", "tinyint", f"cast(gamma_{field} as tinyint)")
        for field in (comparison.field for comparison in COMPARISONS)
    ),
    ("spoken", "tinyint", "cast(cast(fresh_l as tinyint) + cast(fresh_r as tinyint) as tinyint)"),
)
"""The columns of the table `pairs`, their kinds, and what each is of Splink's.

The smaller and the larger record; bits of all fields without a prior, and of surname and given name alone; each
comparison's level; how many of the two records are fresh.
"""


class Pair(NamedTuple):
    """Two records by number, their weight with the prior, and the gate that joins them: its place in the policy, or None.

    `new`: one of them is fresh. A pair of old ones is neither joined nor asked about again; it may hold another back.
    """

    one: int
    other: int
    bits: float
    gate: int | None
    new: bool = True


def judged(connection: DuckDBPyConnection, policy: Policy, prior: float) -> Iterator[Pair]:
    """All pairs of the table `pairs` that may be one person and weigh enough to be asked about, strongest first.

    Equal weights stand in the order of the records' numbers: the result does not hang on how the pairs were found.
    """
    gates = " ".join(
        f"when {gate.sql} and bits >= {gate.bits} and names >= {gate.names} then {place}"
        for place, gate in enumerate(policy.gates)
    )
    forbidden = " or ".join(f"({rule.sql})" for rule in policy.forbidden)
    read = connection.execute(
        f"select distinct l, r, bits, case when spoken > 0 then case {gates} end end, spoken > 0"  # noqa: S608  (our own rules)
        f" from (select *, round(evidence + {prior}, 6) as bits from pairs)"
        f" where bits >= {policy.review_bits} and not ({forbidden}) order by bits desc, l, r"
    )
    while rows := read.fetchmany(50_000):
        yield from (Pair(*row) for row in rows)


def pairs_of(predicted: SplinkDataFrame) -> str:
    """The query that gives the columns of `pairs` from what Splink predicted, for DuckDB and for Spark."""
    columns = ", ".join(f"{taken} as {name}" for name, _, taken in PAIR)
    return f"select {columns} from {predicted.physical_name}"  # noqa: S608  (our own columns)


def evidence(connection: DuckDBPyConnection) -> list[tuple[float, int]]:
    """How much pairs weigh without a prior, in steps of a hundredth bit, for how many fresh records (`population.settled`)."""
    return [
        (float(bits), int(spoken))
        for bits, spoken in connection.execute(
            "select round(evidence, 2) as bits, sum(spoken) from pairs group by bits order by bits"
        ).fetchall()
    ]


def join(pairs: Sequence[Pair], things: Sequence[int], clusters: Clusters, margin: float) -> list[Pair]:
    """Join by gates, in the order given (strongest first). What comes back joined two clusters each.

    `things`: the number of each record's thing. Things that contradict themselves join nothing.
    """
    gated = [pair for pair in pairs if pair.gate is not None]
    near = _near(pairs, {record for pair in gated for record in (pair.one, pair.other)})
    joined = []
    for pair in gated:
        one, other = things[pair.one], things[pair.other]
        if clusters.find(one) == clusters.find(other) or _contradicts(one, clusters) or _contradicts(other, clusters):
            continue
        if clusters.apart(one, other) or clusters.held_back(one, other) or _ambiguous(pair, near, things, clusters, margin):
            continue
        clusters.join(one, other)
        joined.append(pair)
    return joined


def _near(pairs: Sequence[Pair], records: set[int]) -> Mapping[int, Sequence[tuple[float, int]]]:
    """For each of these records whom it fits, strongest first."""
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for pair in pairs:
        if pair.one in records:
            near[pair.one].append((pair.bits, pair.other))
        if pair.other in records:
            near[pair.other].append((pair.bits, pair.one))
    return near


def _ambiguous(
    pair: Pair, near: Mapping[int, Sequence[tuple[float, int]]], things: Sequence[int], clusters: Clusters, margin: float
) -> bool:
    """Whether one of the two fits somebody else nearly as well or better, who cannot be the other of the two."""
    ours = {clusters.find(things[pair.one]), clusters.find(things[pair.other])}
    for record, partner in ((pair.one, pair.other), (pair.other, pair.one)):
        for bits, rival in near[record]:
            if bits < pair.bits - margin:
                break
            if clusters.find(things[rival]) in ours:
                continue
            if clusters.apart(things[rival], things[partner]) or clusters.held_back(things[rival], things[partner]):
                return True
    return False


def _contradicts(thing: int, clusters: Clusters) -> bool:
    return any(part.contradicts for part in clusters.of(thing).parts)
