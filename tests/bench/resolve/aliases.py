"""Nigeria's aliases, as Security Force Monitor found them: which unit or person does each mean?

The alias is not in the index, names are. Strict: the owner alone at the first place; a tie is a miss, and so is every owner
of an alias that several share.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaders.names.bodies.ranking import rank as rank_bodies
from loaders.names.lookup import Named
from loaders.names.persons.ranking import rank as rank_persons
from tests.bench.resolve.scorers import has_logic_v2, logic_v2, token_sort, wratio
from tests.bench.resolve.table import Floor, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from loaders.names.ranked import Ranked
    from tests.bench.resolve.scorers import Schema, Scorer

SAMPLE = 15
"""logic-v2 is asked about each so-many-th alias: all of them would take a quarter of an hour."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """Names, and who bears each alias."""

    known: tuple[Named, ...]
    owners: Mapping[str, frozenset[str]]

    @property
    def unshared(self) -> dict[str, frozenset[str]]:
        """Aliases that one alone bears."""
        return {alias: owners for alias, owners in self.owners.items() if len(owners) == 1}


def rows(data: Path) -> Iterator[Row]:
    """Units and persons."""
    orgs, people = data / "sfm_nigeria" / "ng_orgs_20191024.tsv", data / "sfm_nigeria" / "ng_persons_20190501.csv"
    units = aliases(orgs, "Organization:Name", "Organization:other_names", "\t")
    yield from _rows("units", units, rank_bodies, "Organization", Floor(0.67), Floor(0.80))
    persons = aliases(people, "Name", "Aliases or alternative spellings (semi-colon separated)", ",")
    yield from _rows("persons", persons, rank_persons, "Person", Floor(0.78), None)


def aliases(path: Path, name: str, others: str, delimiter: str) -> Aliases:
    """From a sheet: the distinct names, and for each alias those rows that list it."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    names: dict[str, None] = {}
    with path.open(encoding="utf-8-sig", newline="") as sheet:
        for row in csv.DictReader(sheet, delimiter=delimiter):
            names[row[name]] = None
            for alias in row[others].split(";"):
                if alias.strip() and alias.strip() != row[name]:
                    owners[alias.strip()].add(row[name])
    known = tuple(Named(name, (name,)) for name in names if name)
    return Aliases(known, {alias: frozenset(bearers) for alias, bearers in owners.items()})


def _rows(
    kind: str,
    listed: Aliases,
    rank: Callable[[str, Iterable[Named]], list[Ranked]],
    schema: Schema,
    floor: Floor,
    unshared: Floor | None,
) -> Iterator[Row]:
    ours = _ranked(listed, rank)
    plain = {"WRatio": _scored(listed, wratio), "token_sort": _scored(listed, token_sort)}
    measures: list[tuple[str, Mapping[str, frozenset[str]], Floor | None]] = [("all aliases", listed.owners, floor)]
    if unshared:
        measures.append(("aliases of one alone", listed.unshared, unshared))
    for words, owners, least in measures:
        others = {name: _share(owners, firsts) for name, firsts in plain.items()}
        if has_logic_v2():
            some = dict(list(owners.items())[::SAMPLE])
            others["logic-v2"] = _share(some, _scored(Aliases(listed.known, some), logic_v2(schema)))
        yield Row(f"Nigeria's {kind}, {words}: right at the first place", _share(owners, ours), least, others)


def _ranked(listed: Aliases, rank: Callable[[str, Iterable[Named]], list[Ranked]]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for alias in listed.owners:
        best = rank(alias, listed.known)
        alone = best and (len(best) == 1 or best[0].score > best[1].score)
        found[alias] = best[0].thing.id if alone else None
    return found


def _scored(listed: Aliases, scorer: Scorer) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for alias in listed.owners:
        scores = [(scorer(alias, thing.names[0]), thing.id) for thing in listed.known]
        best = max(score for score, _ in scores)
        first = [thing for score, thing in scores if score == best]
        found[alias] = first[0] if len(first) == 1 else None
    return found


def _share(owners: Mapping[str, frozenset[str]], firsts: Mapping[str, str | None]) -> float:
    """Of all pairs of an alias and an owner."""
    asked = sum(len(bearers) for bearers in owners.values())
    return sum(bearers == {firsts[alias]} for alias, bearers in owners.items()) / asked if asked else 0.0
