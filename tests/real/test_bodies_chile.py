"""Chile: 376 spellings of places of custody, read by a person, and which of them are merged, asked about, or left alone.

A spelling stands here as the beginning of its SHA-256: the list itself stays where it lies.
"""

from __future__ import annotations

import csv
from hashlib import sha256
from pathlib import Path

import pytest

from graph.decided.partition import Partition
from loaders.resolve.bodies import propose
from loaders.resolve.proposal import Proposal
from loaders.resolve.record import BodyRecord

ONE_STATION = [
    {"04650c02", "095536e1"},
    {"086807f0", "e7aabd40"},
    {"2135305e", "6a3d7349"},
    {"263deec1", "5b48fbdb"},
    {"310716a2", "e8238f14"},
    {"31e36f1b", "9b5adafb", "a9446d09"},
    {"3922d562", "7623c342"},
    {"3c318d0d", "7f7d9097"},
    {"3f89583a", "7ccd9732"},
    {"404d7d0c", "ef34dc1e"},
    {"4276dea7", "8d821031"},
    {"45dfc453", "86b34533"},
    {"491595b1", "6a9ba09d"},
    {"4c09fe0f", "84b495d7"},
    {"4c3f98f2", "58115804"},
    {"52988506", "c523ead5"},
    {"70c6cf05", "c6a0d132"},
    {"8a997ade", "b98182f3"},
    {"914f6a93", "9eee61f6"},
    {"968c982b", "a6595cca"},
]
"""Every cluster, as a person who read all 376 found that its spellings name one station."""

ASKED = {
    "Parral prison": "Parral city jail",
    "Linanres jail": "Linares jail",
    "Penco police headquarters": "Penco police station",
    "Arica Regiment, La Serena": "Arica Regiment",
    "Second Police station, Temuco": "Second Police Station",
    "on route to the Tucapel Regiment, Temuco": "Tucapel Regiment",
}
"""Spellings that are left to a person, each with one it may be the same as."""


@pytest.fixture(scope="module")
def places(data: Path) -> list[str]:
    with (data / "chile_pinochet" / "pinochet.csv").open(encoding="utf-8-sig", newline="") as sheet:
        rows = list(csv.DictReader(sheet))
    held = {row[f"location_{at}"] for row in rows for at in range(1, 7) if row[f"place_{at}"] == "In Custody"}
    return sorted(held - {"NA"})


def proposed(names: list[str]) -> Proposal:
    """Each spelling is a station of its own to begin with."""
    return propose([BodyRecord(name, name, "Station", name) for name in names], lambda one, other: False)


def mark(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:8]


def test_clusters_are_those_a_person_found(places: list[str]) -> None:
    assert len(places) == 376
    clusters = Partition((edge.one, edge.other) for edge in proposed(places).merges).sets.values()
    assert sorted(sorted(map(mark, cluster)) for cluster in clusters) == sorted(map(sorted, ONE_STATION))


def test_each_merge_says_why(places: list[str]) -> None:
    for edge in proposed(places).merges:
        assert edge.rule.startswith("bodies/")
        assert all(evidence.field and evidence.says for evidence in edge.evidence)
        assert edge.evidence


def test_what_is_ambiguous_is_asked_about(places: list[str]) -> None:
    groups = proposed(places).groups
    assert all(any({one, other} <= set(group.things) for group in groups) for one, other in ASKED.items())
    assert all(group.why for group in groups)


def test_what_nobody_could_name_is_neither_merged_nor_asked_about(places: list[str]) -> None:
    unnamed = {name for name in places if name.lower().startswith(("unknown", "unidentified", "unspecified"))}
    proposal = proposed(places)
    assert len(unnamed) == 5
    assert unnamed.isdisjoint(thing for group in proposal.groups for thing in group.things)
    assert unnamed.isdisjoint(mention for edge in proposal.merges for mention in (edge.one, edge.other))


def test_all_spellings_of_villa_grimaldi_are_one_station(places: list[str]) -> None:
    elsewhere = [
        "DINA, Villa Grimaldi",
        "villa grimaldi",
        "Villa Grimaldi (DINA)",
        "Cuartel Villa Grimaldi",
        "Villa Grimaldi, Santiago",
    ]
    merges = proposed([*places, *elsewhere]).merges
    of_villa = Partition((edge.one, edge.other) for edge in merges).members("Villa Grimaldi")
    assert of_villa == {"Villa Grimaldi", *elsewhere}
