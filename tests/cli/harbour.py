"""A clerk's roster of a harbour guard that never was, and what a resolver would leave to a person about it."""

from __future__ import annotations

from pathlib import Path

from graph.kept.case import Case
from loaders.resolve.backlog import save
from loaders.resolve.proposal import Conflict, Edge, Evidence, Group
from tests.cli.program import inside
from tests.cli.republic import table

HEADER = ("name", "born", "unit", "place", "since", "until")
ROWS = (
    ("Гнедовец Осип Маркович", "1971-03-04", "2nd Harbour Guard Company", "Tannery Street Barracks", "01.05.1991", "09.08.1991"),
    ("Hniedaviec Asip", "1971", "2nd Harbour Guard Company", "Tannery Street Barracks", "03.06.1991", ""),
    ("Gnedovets O. M.", "", "2nd Harbour Guard Company", "Tannery Street", "", ""),
    ("Гнедовец Олег", "1975", "Quay Police", "Quay Street Station", "", ""),
    ("Orsolin Vade", "1958", "Quay Police", "Quay Street Station", "", ""),
    ("Vade Orsolin", "1958-11-02", "Quay Police", "Quay Street Station", "", ""),
    ("Kesto Marrane", "1950", "Quay Police", "Quay Street Station", "", ""),
    ("Kesta Marrane", "1951", "Quay Police", "Quay Street Station", "", ""),
)
OSIP, ASIP, O_M, OLEG, VADE, ORSOLIN, KESTO, KESTA = (row[0] for row in ROWS)

MAPPING = """\
name          = "harbour-roster"
title         = "Roster of the harbour guard, as a clerk kept it"
dates         = "day-first"
recognised_by = ["name", "born", "unit", "place"]

[thing]
officer = { label = "Person", name = "name", born = "born" }
unit    = { label = "Unit", name = "unit", key = { space = "file", columns = ["unit"] } }
place   = { label = "Station", name = "place", key = { space = "file", columns = ["place"] } }

[link.posted]
type     = "POSTED_TO"
begin    = "officer"
end      = "unit"
rests_on = "name"
function = { text = "commander" }
span     = { begin = "since", end = "until" }

[link.based]
type     = "BASED_AT"
begin    = "unit"
end      = "place"
rests_on = "place"
"""

BASE = Evidence("any two records", "", -12.5)
SURNAME = Evidence("surname", "same in any script (1 in 1248)", 10.2)
INITIAL = Evidence("given name", "an initial that fits", 7.5)


def loaded(case: Path, folder: Path) -> dict[str, str]:
    """The roster, loaded into this case. By name, the mention of everything in it."""
    (folder / "roster.csv").write_text(table(HEADER, ROWS), "utf-8")
    (folder / "roster.toml").write_text(MAPPING, "utf-8")
    ran = inside("load", folder / "roster.csv", "--mapping", folder / "roster.toml", case=case)
    assert ran.code == 0, ran.err
    with Case(case) as held:
        claims = list(held.state.claims)
    return {str(found.claim.value): found.claim.about for found in claims if found.claim.property == "name"}


def edge(mention: dict[str, str], one: str, other: str, *evidence: Evidence, rule: str = "review") -> Edge:
    first, second = sorted((mention[one], mention[other]))
    bits = [found.bits for found in evidence if found.bits is not None]
    return Edge(first, second, rule, round(sum(bits), 1) if bits else None, evidence)


def group(label: str, why: str, *edges: Edge) -> Group:
    return Group(label, tuple(sorted({end for one in edges for end in (one.one, one.other)})), edges, why)


def groups(mention: dict[str, str]) -> list[Group]:
    """Two places without a sum, four men of like names in three pairs, and two pairs of whom nobody knows."""
    return [
        group(
            "Person",
            "no full birth date on one side",
            edge(mention, OSIP, ASIP, BASE, SURNAME, Evidence("given name", "same (1 in 46)", 11.6)),
            edge(mention, ASIP, O_M, BASE, SURNAME, INITIAL, Evidence("unit", "the same", 1.0)),
            edge(mention, O_M, OLEG, BASE, SURNAME, INITIAL),
        ),
        group(
            "Person", "names that may have changed places", edge(mention, VADE, ORSOLIN, BASE, Evidence("names", "same", 23.5))
        ),
        group("Person", "birth years differ", edge(mention, KESTO, KESTA, BASE, Evidence("names", "nearly", 16.0))),
        group(
            "Station",
            "a name without its kind",
            edge(mention, "Tannery Street Barracks", "Tannery Street", Evidence("place", "the same words, no kind")),
        ),
    ]


def waiting(case: Path, mention: dict[str, str], conflicts: tuple[Conflict, ...] = ()) -> None:
    """Puts the groups before whoever reviews this case."""
    with Case(case) as held:
        save(held, groups(mention), conflicts, held.journal.head[0])
