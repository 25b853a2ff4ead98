"""What each saved query is asked in a large world: built from its header, so that a new query is timed without another line."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from tests.bench.queries.large_world import BAD_MONTH, BEGIN, DAYS, METHODS

if TYPE_CHECKING:
    from queries.parameters import Parameter
    from queries.saved import SavedQuery
    from tests.bench.queries.large_world import LargeWorld

VICTIMS = ("victim",)
"""Parameters, and topics, whose person is somebody who was held; everybody else asked about is an officer."""
OF_VICTIMS = ("colocation/co_detained_with", "colocation/custody_chain", "colocation/victim_and_officer")


def is_anchored(saved: SavedQuery) -> bool:
    """Whether it asks about a thing, and not about everything."""
    return any(parameter.type in ("id", "ids") for parameter in saved.parameters)


def questions(saved: SavedQuery, world: LargeWorld, count: int) -> list[dict[str, object]]:
    """So many sets of parameters, the same for every engine."""
    random = Random(f"{saved.name}-{world.seed}")
    return [
        {
            name: value
            for parameter in saved.parameters
            for name, value in _given(saved, parameter, world, random).items()
            if value is not None
        }
        for _ in range(count)
    ]


def _given(saved: SavedQuery, parameter: Parameter, world: LargeWorld, random: Random) -> dict[str, object]:
    if parameter.type == "id":
        if not parameter.required:
            return {}
        return {parameter.name: random.choice(world.ids[_whom(saved, parameter)])}
    if parameter.type == "ids":
        units = world.ids[parameter.of or ""]
        first = random.randrange(len(units))
        return {parameter.name: [units[(first + step) % len(units)] for step in range(3)]}
    if parameter.type == "day":
        return {parameter.name: (BEGIN + timedelta(days=random.randrange(DAYS))).date().isoformat()}
    if parameter.type == "period":
        begin = BEGIN + timedelta(days=BAD_MONTH + random.randrange(20))
        return {"from": begin.date().isoformat(), "to": (begin + timedelta(days=7)).date().isoformat()}
    if parameter.name == "methods":
        return {parameter.name: "; ".join(random.sample(METHODS, 2))}
    if parameter.required:
        raise ValueError(f"{saved.name}: say in tests/bench/queries what {parameter.name} is asked with")
    return {}


def _whom(saved: SavedQuery, parameter: Parameter) -> str:
    if parameter.of != "Person":
        return parameter.of or ""
    return "victim" if parameter.name in VICTIMS or saved.name in OF_VICTIMS else "officer"
