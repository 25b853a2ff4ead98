"""Pairs as the policy reads them off the weighed table: which rule joins them, which forbids them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duckdb import DuckDBPyConnection

    from loaders.resolve.persons.policy import Policy


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


def evidence(connection: DuckDBPyConnection) -> list[tuple[float, int]]:
    """How much pairs weigh without a prior, in steps of a hundredth bit, and for how many fresh records (`prior.settled`)."""
    return [
        (float(bits), int(spoken))
        for bits, spoken in connection.execute(
            "select round(evidence, 2) as bits, sum(spoken) from pairs group by bits order by bits"
        ).fetchall()
    ]
