"""Nigeria's units: whom an alias means while only names are known, and that nothing is merged without a person."""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import pytest

from loaders.names.bodies.ranking import BodyIndex
from loaders.names.lookup import Named, exact
from loaders.resolve.bodies import propose
from loaders.resolve.record import BodyRecord

KEYS = "sfm-nigeria/unit"


@dataclass(frozen=True)
class Units:
    """Names in the order of the sheet; aliases with the units that bear them."""

    names: tuple[str, ...]
    owners: dict[str, frozenset[str]]

    @property
    def bearing(self) -> int:
        """Pairs of an alias and a unit that bears it."""
        return sum(map(len, self.owners.values()))


@pytest.fixture(scope="module")
def units(nigerian_sheets: Path) -> Units:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    names: dict[str, None] = {}
    with (nigerian_sheets / "ng_orgs_20191024.tsv").open(encoding="utf-8-sig", newline="") as sheet:
        for row in csv.DictReader(sheet, delimiter="\t"):
            name = row["Organization:Name"]
            names[name] = None
            for alias in filter(None, map(str.strip, row["Organization:other_names"].split(";"))):
                if alias != name:
                    owners[alias].add(name)
    return Units(tuple(names), {alias: frozenset(bearers) for alias, bearers in owners.items()})


def test_an_alias_finds_its_owner_alone_at_the_first_place(units: Units) -> None:
    index = BodyIndex(Named(name, (name,)) for name in units.names)
    right = 0
    for alias, owners in units.owners.items():
        found = index.rank(alias)
        alone = found and (len(found) == 1 or found[0].score > found[1].score)
        right += bool(alone) and owners == {found[0].thing.id}
    unshared = sum(len(owners) == 1 for owners in units.owners.values())
    assert right / units.bearing >= 0.67
    assert right / unshared >= 0.80


@pytest.mark.slow
def test_an_exact_alias_returns_all_its_owners(units: Units) -> None:
    aliases: defaultdict[str, list[str]] = defaultdict(list)
    for alias, owners in units.owners.items():
        for owner in owners:
            aliases[owner].append(alias)
    known = [Named(name, (name, *aliases[name])) for name in units.names]
    index = BodyIndex(known)
    for alias, owners in units.owners.items():
        called_so = {thing.id for thing in exact(alias, known)}
        best = index.rank(alias)
        assert owners <= called_so
        assert not best or {one.thing.id for one in best if one.score == best[0].score} >= owners


def test_nothing_is_merged_that_the_compiler_keeps_apart(units: Units) -> None:
    named = [(name, name) for name in units.names]
    records = [
        BodyRecord(
            owner,
            owner,
            "Unit",
            name,
            kind="unknown" if owner.startswith("Unknown") else "real",
            distinct=frozenset({(KEYS, owner)}),
        )
        for owner, name in [*named, *((owner, alias) for alias, owners in units.owners.items() for owner in sorted(owners))]
    ]
    proposal = propose(records, lambda one, other: False)
    assert (proposal.merges, proposal.conflicts) == ((), ())
    assert max(len(group.things) for group in proposal.groups) <= 12


def test_names_alone_tell_units_apart_without_the_compilers_keys(units: Units) -> None:
    records = [
        BodyRecord(name, name, "Unit", name, kind="unknown" if name.startswith("Unknown") else None) for name in units.names
    ]
    assert propose(records, lambda one, other: False).merges == ()
