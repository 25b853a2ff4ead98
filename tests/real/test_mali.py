"""Mali: the chain above one company is the published one, link by link, in the words of the sheet."""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from graph.answer import Answer, PathValue
from queries.desk.query import ask
from tests.real.loaded import Loaded, Served

COMPANY = "324 Compagnie d’Infanterie Motorisée"
GRAPHML = "sfm_mali_command_chain/324_cdm_command_chain_raw.graphml"
SPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}
LABEL = re.compile(r"(.*) \((.)\) to (.*) \((.)\)")
DATED = (
    "unit:related_unit_first_cited_date",
    "unit:related_unit_first_cited_date_start",
    "unit:related_unit_last_cited_date",
    "unit:related_unit_open",
)


class Drawn(NamedTuple):
    """The published picture: names by the compiler's id, and labels by (unit, superior)."""

    units: dict[str, str]
    labels: dict[tuple[str, str], tuple[str, ...]]


@pytest.fixture(scope="module")
def drawn(data: Path) -> Drawn:
    root = ET.parse(data / GRAPHML).getroot()
    units = {node.attrib["id"]: str(node.findtext("g:data", "", SPACE)) for node in root.iterfind(".//g:node", SPACE)}
    labels = {}
    for edge in root.iterfind(".//g:edge", SPACE):
        parts = LABEL.fullmatch(str(edge.findtext("g:data", "", SPACE)))
        assert parts
        labels[edge.attrib["target"], edge.attrib["source"]] = tuple("" if part == "None" else part for part in parts.groups())
    return Drawn(units, labels)


@pytest.fixture(scope="module")
def answer(mali: Loaded, mali_served: Served) -> Answer:
    assert mali_served.marker.sequence == mali.case.journal.graph_sequence
    return ask(mali.case, "command/chain_up", {"unit": COMPANY})


def chains(answer: Answer) -> Iterator[PathValue]:
    for record in answer.records():
        chain = record["chain"]
        assert isinstance(chain, PathValue)
        yield chain


def test_counts(mali: Loaded) -> None:
    (one,) = mali.loads
    assert (one.rows, one.counts()["SUBORDINATE_TO"], len(one.rejects)) == (400, 398, 0)
    assert len(mali.links("SUBORDINATE_TO")) == 398
    rows = {m.key for m in one.mentions.values() if (m.what, m.part) == ("Unit", "unit")}
    superiors = {m.key for m in one.mentions.values() if (m.what, m.part) == ("Unit", "superior")}
    assert (len(rows), len(superiors - rows), len(mali.of("Unit"))) == (398, 3, 401)


def test_the_units_of_the_chain(mali: Loaded, answer: Answer, drawn: Drawn) -> None:
    found = {mali.keys[node.id]: node.name for chain in chains(answer) for node in chain.nodes}
    assert len(drawn.units) == 8
    assert set(found) == set(drawn.units)
    assert found == drawn.units


def test_the_links_of_the_chain_lead_upwards(mali: Loaded, answer: Answer, drawn: Drawn) -> None:
    """The edges of the picture run from the superior down; SUBORDINATE_TO from the unit up."""
    links = {link.id: link for chain in chains(answer) for link in chain.links}
    assert {link.type for link in links.values()} == {"SUBORDINATE_TO"}
    assert len(links) == len(drawn.labels) == 7
    assert {(mali.keys[link.begin], mali.keys[link.end]) for link in links.values()} == set(drawn.labels)
    for chain in chains(answer):
        assert mali.keys[chain.nodes[0].id] == next(id_ for id_, name in drawn.units.items() if name == COMPANY)
        assert [(link.begin, link.end) for link in chain.links] == [
            (lower.id, upper.id) for lower, upper in zip(chain.nodes, chain.nodes[1:], strict=False)
        ]


def test_dates_and_flags_are_verbatim_in_the_claims(mali: Loaded, answer: Answer, drawn: Drawn) -> None:
    """Two labels end in a dash where the sheet has none; everywhere else sheet and picture agree to the letter."""
    links = {link.id: link for chain in chains(answer) for link in chain.links}
    differing = {}
    for link in links.values():
        said = [mali.claims[claim].properties for claim in mali.about[link.id]]
        (original,) = {str(claim["original"]) for claim in said if claim["property"] == "span"}
        cells = json.loads(original)
        in_sheet = tuple(cells[name] for name in DATED)
        in_picture = drawn.labels[mali.keys[link.begin], mali.keys[link.end]]
        if in_sheet != in_picture:
            differing[link.id] = (in_sheet, in_picture)
    assert sorted(differing.values()) == [
        (("2010-05", "N", "2018-02-", "Y"), ("2010-05-", "N", "2018-02-", "Y")),
        (("2010-05-", "N", "2017", "Y"), ("2010-05-", "N", "2017-", "Y")),
    ]


def test_without_a_day_nothing_is_said_about_certainty(answer: Answer) -> None:
    records = answer.records()
    assert {(record["certainty"], record["gap_days"], record["covers"]) for record in records} == {(None, None, None)}
    assert sorted((record["level"], record["end"]) for record in records if record["end"]) == [
        (5, "fork"),
        (6, "top"),
        (6, "top"),
    ]
    assert not answer.left_out.any


def test_the_graph_is_disposable(mali: Loaded, mali_served: Served, answer: Answer, tmp_path: Path) -> None:
    """A copy of the case folder without `graph/` answers the same, row for row."""
    from graph.engine.arcadedb.engine import ArcadeEngine
    from graph.kept.case import Case

    copy = tmp_path / "case"
    shutil.copytree(mali.case.folder, copy, ignore=shutil.ignore_patterns("graph", "*.lock"))
    with Case(copy) as case:
        try:
            first = ask(case, "command/chain_up", {"unit": COMPANY})
            assert first == answer
            ArcadeEngine(case.graph_folder).stop()
            shutil.rmtree(case.graph_folder)
            assert ask(case, "command/chain_up", {"unit": COMPANY}) == answer
        finally:
            ArcadeEngine(case.graph_folder).stop()
