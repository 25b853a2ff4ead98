"""What is not looked at could not have reached the floor."""

from __future__ import annotations

import pytest

from loaders.resolve.persons.columns import persons
from loaders.resolve.persons.compared import compared
from loaders.resolve.persons.database import database
from loaders.resolve.persons.model import pretrained
from loaders.resolve.persons.narrowing import most
from loaders.resolve.persons.weighing import Weighing
from loaders.resolve.record import PersonRecord
from tests.loaders.resolve.persons.people import crowd, told

INITIALS = [
    told(f"i{number:03d}", f"Осокин {initials}", born, unit=unit, place=place)
    for number, (initials, born, unit, place) in enumerate(
        (initials, born, unit, place)
        for initials in ("Б.", "Б. И.", "Г.", "")
        for born in (None, "1951", "1951-04-03", "1951-04-04", "1960")
        for unit in (None, "u", "v")
        for place in (None, "p", "q")
    )
]
"""Everything that may be said beside a common surname and an initial, and what may not."""


def above(records: list[PersonRecord], floor: float, *, narrowed: bool) -> tuple[set[tuple[int, int]], int]:
    """The pairs that weigh enough, and how many surnames were too common to be looked at alone."""
    with database() as connection:
        persons(connection, compared(records), pretrained(), floor=floor if narrowed else None)
        Weighing(connection, pretrained()).weigh(floor=floor)
        found = set(connection.execute("select l, r from pairs").fetchall())
        ((common,),) = connection.execute("select count(distinct surname) from persons where not rare_enough").fetchall()
    return found, common


@pytest.mark.parametrize("floor", [4.0, 7.0, 8.5, 10.0, 13.0])
def test_every_pair_that_reaches_the_floor_is_looked_at(floor: float) -> None:
    records = [*INITIALS, *crowd(200)]

    found, common = above(records, floor, narrowed=True)

    assert found == above(records, floor, narrowed=False)[0]
    assert found
    assert (common > 0) == (floor > 5.0)


def test_what_a_pair_may_weigh_beside_its_surname_is_what_the_model_gives_at_most() -> None:
    assert 4.0 < most(pretrained()) < 5.5
