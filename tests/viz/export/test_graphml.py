from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from datetime import datetime
from typing import Any

import networkx
import pytest

from graph.answer import Answer, NodeValue, RelValue
from graph.said.span import UNKNOWN_TO
from tests.viz.answers import EVENT, KEY, NOBODY, OFFICER, STATION, UNIT, answer, link, node
from viz.export import graphml
from viz.release import release

XML = "{http://graphml.graphdrawing.org/xmlns}"
OFFICER_NODE, UNIT_NODE = node("Person", OFFICER, name="Ihar Drozd"), node("Unit", UNIT, name="Regiment")


def written(given: Answer) -> bytes:
    [(name, content)] = graphml.files(release(given, "internal", None, key=KEY, protected=NOBODY))
    assert name == "graph.graphml"
    return content


def read(given: Answer) -> Any:  # networkx graphs are generic only in the stubs
    return networkx.read_graphml(io.BytesIO(written(given)), force_multigraph=True)


def test_it_reads_back_with_every_node_and_link() -> None:
    given = answer()
    nodes, links = given.subgraph()
    back = read(given)
    assert back.is_directed()
    assert set(back.nodes) == {one.id for one in nodes}
    assert {(begin, end, key) for begin, end, key in back.edges(keys=True)} == {(one.begin, one.end, one.id) for one in links}
    assert back.graph["caveat"] == "Presence is not participation."


def test_the_structure_is_graphml() -> None:
    root = ET.fromstring(written(answer()))
    declared = {key.get("id"): (key.get("for"), key.get("attr.type")) for key in root.iter(f"{XML}key")}
    assert {kind for _, kind in declared.values()} <= {"string", "boolean", "int", "long", "double"}
    for tag, scope in (("node", "node"), ("edge", "edge")):
        for element in root.iter(f"{XML}{tag}"):
            assert {declared[data.get("key")][0] for data in element.iter(f"{XML}data")} <= {scope}
    ids = [element.get("id") for tag in ("node", "edge") for element in root.iter(f"{XML}{tag}")]
    assert len(ids) == len(set(ids))


def test_parallel_links_stay_parallel() -> None:
    twice = [link("POSTED_TO", OFFICER_NODE, UNIT_NODE, id, post=post) for id, post in (("l-1", "deputy"), ("l-2", "commander"))]
    back = read(answer({"first": twice[0], "second": twice[1], "officer": OFFICER_NODE, "unit": UNIT_NODE}))
    assert {key: data["post"] for *_, key, data in back.edges(keys=True, data=True)} == {"l-1": "deputy", "l-2": "commander"}


def test_values_graphml_does_not_know_become_text() -> None:
    event = node(
        "Event", EVENT, methods=["baton", "cold"], cited_from=[datetime(2031, 8, 11)], possible_to=UNKNOWN_TO, bridged=True
    )
    station = node("Station", STATION, latitude=-3.5)
    back = read(answer({"event": event, "station": station, "missing": None}))
    found = back.nodes[EVENT]
    assert (found["methods"], found["cited_from"], found["possible_to"]) == ("baton;cold", "2031-08-11T00:00:00", "unknown")
    assert found["possible_to_inclusive"] == "unknown"
    assert found["bridged"] is True
    assert back.nodes[STATION]["latitude"] == -3.5


def test_the_file_says_which_times_are_half_open() -> None:
    back = read(answer({"event": node("Event", EVENT, possible_from=datetime(2031, 8, 11), possible_to=datetime(2031, 8, 12))}))
    assert back.nodes[EVENT]["possible_to_inclusive"] == "2031-08-11"
    assert back.graph["times"].startswith("possible_to: Half-open") and "_inclusive" in back.graph["times"]


def test_properties_named_like_the_format_s_own_words_survive() -> None:
    odd = dict.fromkeys(("type", "label", "source", "target", "key", "weight"), "text")
    unit = NodeValue(UNIT, "Unit", {"id": UNIT, "name": "Regiment"} | odd)
    posted = RelValue("l-1", "POSTED_TO", OFFICER, UNIT, {"id": "l-1"} | odd)
    back = read(answer({"unit": unit, "officer": OFFICER_NODE, "posted": posted}))
    for found in (back.nodes[UNIT], back.edges[OFFICER, UNIT, "l-1"]):
        assert [found.get(f"{name}_", found.get(name)) for name in odd] == list(odd.values())
    assert back.nodes[UNIT]["label"] == "Regiment"
    assert back.edges[OFFICER, UNIT, "l-1"]["label"] == "POSTED_TO"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a\\u0000b"),
        ("a\x1bb", "a\\u001bb"),
        ("a\uffffb", "a\\uffffb"),
        ("a\ud800b", "a\\ud800b"),
        ("<b>&\"']]>", "<b>&\"']]>"),
        ("a\r\nb\rc", "a\r\nb\rc"),
        ("e\u0301\u202e\u0085", "e\u0301\u202e\u0085"),
    ],
)
def test_what_xml_cannot_hold_is_written_visibly(text: str, shown: str) -> None:
    back = read(answer({"unit": node("Unit", UNIT, name=text)}, caveat=text))
    assert back.nodes[UNIT]["name"] == shown
    assert back.graph["caveat"] == shown


@pytest.mark.parametrize("value", ["a\x00b", None, datetime(2031, 8, 11), ["a"]])
def test_control_networkx_alone_fails(value: object) -> None:
    drawn: Any = networkx.MultiDiGraph()
    drawn.add_node("u-1", name=value)
    target = io.BytesIO()
    with pytest.raises((networkx.NetworkXError, ET.ParseError)):
        networkx.write_graphml_xml(drawn, target)
        ET.fromstring(target.getvalue())
