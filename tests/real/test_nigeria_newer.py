"""The newer files of one country say what its old ones say: the same links with the same dates, and the same chains.

The newer ones are written from the old ones (`newer_sheets`), in the layout of the compiler's research spreadsheet and of its
downloads. Things are compared by name: the old files use it as the key, the new ones a number made of it.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from graph.schema import SPAN
from tests.real.loaded import Loaded, Served, embedded, entered, without_evidence
from tests.real.newer_sheets import downloads, number, spreadsheet
from tests.real.nigeria_walk import Walk
from tests.real.test_nigeria_chains import rows

DAYS, UNITS = 100, 3
OF_LINKS = (*(prop.name for prop in SPAN), "relation", "post", "function", "acting", "rank", "title")
Said = tuple[str, str | None, str | None, tuple[str, ...]]


@pytest.fixture(scope="module")
def sheets(nigerian_sheets: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return spreadsheet(nigerian_sheets, tmp_path_factory.mktemp("newer"))


@pytest.fixture(scope="module")
def newer(sheets: list[Path], takes_long: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    found = entered(tmp_path_factory.mktemp("real") / "newer", sheets, zone="Africa/Lagos")
    with found.case:
        yield found


@pytest.fixture(scope="module")
def newer_served(newer: Loaded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with embedded(tmp_path_factory.mktemp("real") / "newer-served", without_evidence(newer.projection)) as served:
        yield served


@pytest.fixture(scope="module")
def downloaded(sheets: list[Path], takes_long: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loaded]:
    folder = tmp_path_factory.mktemp("downloads")
    found = entered(folder / "case", downloads(sheets[0], folder), zone="Africa/Lagos")
    with found.case:
        yield found


@pytest.fixture(scope="module")
def names(nigeria: Loaded) -> dict[str, str]:
    """The name of every unit and person, by the number that the newer files give it."""
    return {number(kind, key): key for kind, key in ((kind, key) for key in nigeria.keys.values() for kind in ("unit", "person"))}


def said(case: Loaded, kind: str, names: dict[str, str]) -> Counter[Said]:
    """Every link of this type: its ends by name, and all that is said of it."""
    keys = {id_: names.get(key, key) for id_, key in case.keys.items()}
    return Counter(
        (kind, keys.get(link.begin), keys.get(link.end), tuple(str(link.properties.get(name)) for name in OF_LINKS))
        for link in case.links(kind)
    )


@pytest.mark.parametrize(("kind", "count"), [("SUBORDINATE_TO", 1226), ("JOINED", 178), ("POSTED_TO", 885)])
def test_the_same_links_with_the_same_dates(kind: str, count: int, nigeria: Loaded, newer: Loaded, names: dict[str, str]) -> None:
    old, new = said(nigeria, kind, names), said(newer, kind, names)
    assert old - new == new - old == Counter()
    assert new.total() == count


def test_the_same_chains_on_a_hundred_days(
    nigeria: Loaded, newer: Loaded, nigeria_without_evidence: Served, newer_served: Served, walk: Walk, names: dict[str, str]
) -> None:
    chance = random.Random(2019)
    units = walk.units_with_command_superior()
    old, new = nigeria.ids("Unit"), newer.ids("Unit")
    keys = {id_: names[key] for id_, key in newer.keys.items()}
    found = 0
    for day in (date(1999, 1, 1) + timedelta(days=chance.randrange(7500)) for _ in range(DAYS)):
        for unit in chance.sample(units, UNITS):
            before = rows(nigeria_without_evidence.ask("command/chain_up", {"unit": old[unit], "on": day}), nigeria.keys)
            now = rows(newer_served.ask("command/chain_up", {"unit": new[number("unit", unit)], "on": day}), keys)
            assert now == before, (unit, day)
            found += now.total()
    assert found > 1_000


def test_every_source_that_a_cell_cites_is_in_the_sheet_of_sources(newer: Loaded) -> None:
    cited = set(newer.cited.values())
    untitled = [source.id for source in newer.of("Source") if source.id in cited and "name" not in source.properties]
    assert len(cited) > 2_600 and untitled == []


def test_what_each_source_is_cited_for(nigeria: Loaded, newer: Loaded) -> None:
    """A value of a superior cites in both as many sources, and the compiler's confidence stands beside each."""

    def graded(case: Loaded) -> Counter[tuple[str, str, str]]:
        links = {link.id for link in case.links("SUBORDINATE_TO")}
        claims = [claim.properties for claim in case.of("Claim") if claim.properties["about"] in links]
        return Counter((str(c["property"]), str(c["value"]), str(c.get("graded"))) for c in claims)

    assert graded(nigeria) == graded(newer)


@pytest.mark.parametrize(("kind", "otherwise"), [("SUBORDINATE_TO", 1), ("JOINED", 0)])
def test_the_downloads_say_the_same(kind: str, otherwise: int, downloaded: Loaded, newer: Loaded, names: dict[str, str]) -> None:
    """But for one row: its cell is no date, and only the spreadsheet has the date again in parts."""
    fewer, more = said(downloaded, kind, names), said(newer, kind, names)
    assert fewer.total() == more.total()
    assert (fewer - more).total() == otherwise
