"""What is not looked at could not have reached the floor."""

from __future__ import annotations

import pytest

from loaders.resolve.persons import pretrained
from loaders.resolve.persons.blocking import numbered
from loaders.resolve.persons.bound import SLACK, beside, most
from loaders.resolve.persons.columns import persons
from loaders.resolve.persons.database import database
from loaders.resolve.persons.records import Records
from loaders.resolve.persons.weights import Weigher
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

SLIPS = [
    told(f"s{number:03d}", f"{surname} {given}", born, sex=sex, role=role)
    for number, (surname, given, born, sex, role) in enumerate(
        (surname, given, born, sex, role)
        for surname in ("Крапивный", "Крапивной", "Крапивын", "Тростников")
        for given in ("Вениамин Захарович", "Венеамин З.", "Захар Захарович", "Вольдемарий")
        for born in (None, "1951-04-03", "1951-03-04", "1951-04-13", "1952-04-03", "1951-12-31", "1952-01-01")
        for sex, role in ((None, None), ("male", "officer"))
    )
]
"""Names and dates that are a slip apart, and more than one."""


def weighed_above(records: list[PersonRecord], floor: float) -> dict[tuple[int, int], float]:
    """The pairs that are looked at and reach the floor, and what they weigh."""
    with database() as connection:
        persons(connection, Records.of(records), pretrained())
        Weigher(connection, pretrained()).weigh(floor=floor)
        return {(one, other): bits for one, other, bits in connection.execute("select l, r, evidence from pairs").fetchall()}


@pytest.mark.parametrize("floor", [4.0, 7.0, 8.5, 10.0, 13.0])
def test_every_pair_that_reaches_the_floor_is_looked_at(floor: float) -> None:
    records = [*INITIALS, *SLIPS, *crowd(200)]

    found = weighed_above(records, floor)

    assert found == {pair: bits for pair, bits in weighed_above(records, -1000.0).items() if bits >= floor}
    assert found


def test_no_pair_weighs_more_than_the_most_it_may() -> None:
    records = [*INITIALS[:90], *SLIPS, *crowd(50)]
    pairs = [(one, other) for one in range(len(records)) for other in range(one + 1, len(records))]
    with database() as connection:
        persons(connection, Records.of(records), pretrained())
        numbered(connection, pretrained())
        bound = connection.execute(
            f"select {most(pretrained())} from numbered l join numbered r on l.id < r.id order by l.id, r.id"
        ).fetchall()
        weighed = [sum(pair.bits.values()) for pair in Weigher(connection, pretrained()).in_detail(pairs)]

    assert len(weighed) == len(bound) == len(pairs)
    over = [bits - most_bits for bits, (most_bits,) in zip(weighed, bound, strict=True)]

    assert max(over) < SLACK
    assert sum(abs(bits) < SLACK for bits in over) > len(pairs) / 10  # where no letters decide, they weigh just that


def test_what_a_pair_may_weigh_beside_its_surname_is_what_the_model_gives_at_most() -> None:
    assert 4.0 < beside(pretrained()) < 5.5
