"""`pattern/unidentified_perpetrators` against plain Python."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from random import Random

from tests.queries.conftest import Published
from tests.queries.oracles.agreement import COUNT, Parameters, answers, disagreements
from tests.queries.oracles.force_worlds import asked_period
from tests.queries.oracles.sighting_worlds import sighting_worlds
from tests.queries.oracles.unidentified_perpetrators import answer
from tests.world import Given


def _ask(random: Random, given: Given, prefix: str) -> Iterator[Parameters]:
    for station in given["Station"]:
        begin, end = asked_period(random)
        yield {"station": prefix + station, **random.choice([{}, {"from": begin}, {"to": end}, {"from": begin, "to": end}])}


WORLDS = sighting_worlds(COUNT, 2032, "up", _ask)


def test_an_engine_answers_as_the_oracle_does(published: Published) -> None:
    assert disagreements("pattern/unidentified_perpetrators", WORLDS, answer, published) == []


def test_the_worlds_are_not_all_alike() -> None:
    """Every grade and whatever else a row may hold occur, or agreement would mean little."""
    links = {link.id: link for world in WORLDS for link in world.projection.links}
    seen: Counter[tuple[object, ...]] = Counter()
    for rows in answers(WORLDS, answer):
        for row in rows:
            seen[row["candidate"] is not None, row["certainty"]] += 1
            seen.update((name, row[name]) for name in ("placed", "covers"))
            seen[row["placed"], row["event"] is None, row["named_too"]] += 1
            seen["absent", row["denied_there"]] += 1
            seen["far", row["gap_days"] is None] += 1
            for name in ("posting", "base"):
                seen[name, row[name] and bool(links[row[name]].properties.get("disputed"))] += 1

    wanted: list[tuple[object, ...]] = [(found, grade) for found in (True, False) for grade in ("certain", "assumed", "possible")]
    wanted += [("placed", "seen"), ("placed", "alleged")]
    wanted += [("absent", found) for found in (None, True, False)]
    wanted += [(placed, placed == "seen", named) for placed in ("seen", "alleged") for named in (True, False)]
    wanted += [(name, found) for name in ("covers", "far", "posting", "base") for found in (True, False)]
    assert all(seen[found] >= 10 for found in wanted), seen
