"""What a column says it alone reads is read by no other: each world stands beside itself without that, and the others stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from queries.catalogue import Catalogue
from queries.run import run
from tests.queries.comparison import plain
from tests.queries.conftest import Published
from tests.queries.oracles.counting_worlds import CountingWorld, counting_worlds
from tests.queries.world_count import world_count

ALONE = {
    saved.name: types
    for saved in Catalogue.of().read()[0]
    if (types := frozenset(type_ for column in saved.columns for type_ in column.reads))
}
"""By query, what only some of its columns read."""
WHOLE = counting_worlds(world_count(100), 77, "whole")


def _without(name: str, types: frozenset[str], *, first: int) -> list[CountingWorld]:
    """The same worlds without the links of these types. Their names sort as those of the others do."""
    worlds = counting_worlds(len(WHOLE), 77, name, first=first)
    return [
        replace(
            world,
            projection=replace(world.projection, links=tuple(link for link in world.projection.links if link.type not in types)),
        )
        for world in worlds
    ]


BARE = {query: _without(f"wholly{n}:", types, first=len(WHOLE) * (n + 1)) for n, (query, types) in enumerate(ALONE.items())}
WORLDS = [*WHOLE, *(world for worlds in BARE.values() for world in worlds)]


def _rows(query: str, worlds: list[CountingWorld], published: Published, *, others: bool) -> list[list[dict[str, object]]]:
    """Of each world the rows, in the columns that read nothing alone, or in those that do, in words that are the same in all."""
    saved = Catalogue.of().get(query)
    kept = [column.name for column in saved.columns if (not column.reads) is others and column.type != "claims"]
    found = []
    for world in worlds:
        asked = {"station": f"{world.name}:s0", "from": world.begin, "to": world.end}
        answer = run(saved, published.engine, asked, marker=published.marker, within=None, waiting=world.waiting)
        found.append([{name: _alike(plain(row)[name], world) for name in kept} for row in answer.records()])
    return found


def _alike(value: object, world: CountingWorld) -> object:
    text = repr(value)
    return text.replace(world.name, "world") if "datetime" not in text else repr(value - world.begin)  # type: ignore[operator]


@pytest.mark.parametrize("query", ALONE)
def test_the_other_columns_stay_as_they_are_without_it(query: str, published: Published) -> None:
    whole, bare = (_rows(query, worlds, published, others=True) for worlds in (WHOLE, BARE[query]))

    assert list(map(len, bare)) == list(map(len, whole))
    rows = [two for before, after in zip(whole, bare, strict=True) for two in zip(before, after, strict=True)]
    assert [f"{name} {was[name]}: {now[name]}" for was, now in rows for name in was if was[name] != now[name]][:5] == []
    assert sum(map(len, whole)) > 50, "hardly any rows"


@pytest.mark.parametrize("query", ALONE)
def test_control_these_columns_change(query: str, published: Published) -> None:
    assert _rows(query, BARE[query], published, others=False) != _rows(query, WHOLE, published, others=False)
