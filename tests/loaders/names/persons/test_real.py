"""Names as investigators found them: aliases of Nigerian officers, and pairs in many scripts that people judged."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from rapidfuzz import fuzz

from loaders.names.lookup import Named
from loaders.names.persons import parse
from loaders.names.persons.ranking import PersonIndex, likeness

OWN = "Aliases or alternative spellings (semi-colon separated)"


@pytest.fixture(scope="module")
def aliases(data: Path) -> dict[str, set[str]]:
    """Of each person: every alias the researchers list."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    with (data / "sfm_nigeria" / "ng_persons_20190501.csv").open(encoding="utf-8-sig", newline="") as sheet:
        for row in csv.DictReader(sheet):
            found[row["Name"]].update(alias.strip() for alias in row[OWN].split(";") if alias.strip())
    return dict(found)


@pytest.fixture(scope="module")
def judged(data: Path) -> list[tuple[str, str, bool]]:
    """Pairs of names of persons, and whether they are one person's."""
    with (data / "nomenklatura_name_bench" / "cases.csv").open(encoding="utf-8", newline="") as sheet:
        rows = [row for row in csv.DictReader(sheet) if row["schema"] == "Person"]
    return [(row["name1"], row["name2"], row["is_match"] == "true") for row in rows]


def test_an_alias_finds_its_owner_first_and_alone(aliases: dict[str, set[str]]) -> None:
    """Aliases are not in the index; a tie is a miss, and so is every alias that is another person's name."""
    index = PersonIndex(Named(name, (name,)) for name in aliases)
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for name, others in aliases.items():
        for alias in others:
            owners[alias].add(name)
    first = 0
    for alias, right in owners.items():
        found = index.rank(alias)
        first += bool(found) and found[0].thing.id in right and (len(found) == 1 or found[0].score > found[1].score)
    assert len(owners) == 473
    assert first / len(owners) >= 0.82


def test_nothing_slavic_is_read_into_nigerian_names(aliases: dict[str, set[str]]) -> None:
    names = sorted({*aliases, *(alias for others in aliases.values() for alias in others)})
    assert not [name for name in names if parse(name).patronymic]
    for name in names:
        spelt = parse(name).surname_spelt
        assert spelt is None or spelt.replace("-", "") in name.lower().replace("-", "").replace("\u00ad", ""), name


def test_likeness_judges_pairs_better_than_letters_do(judged: list[tuple[str, str, bool]]) -> None:
    assert len(judged) == 548
    assert best_f1(judged, likeness) > best_f1(judged, lambda one, other: fuzz.WRatio(one.lower(), other.lower()))
    assert best_f1(judged, likeness) >= 0.73


def best_f1(pairs: list[tuple[str, str, bool]], score: Callable[[str, str], float]) -> float:
    """The best of all thresholds."""
    scored = [(score(one, other), same) for one, other, same in pairs]
    true = sum(same for _, same in scored)
    best = 0.0
    for threshold in {value for value, _ in scored if value}:
        said = [same for value, same in scored if value >= threshold]
        best = max(best, 2 * sum(said) / (len(said) + true))
    return best
