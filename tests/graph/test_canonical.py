"""The canonical form: the same bytes from everywhere, and the two figures that stand for a graph."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import schema
from graph.canonical import hashes, link_line, node_line
from graph.project import project
from graph.projection import Link, Node
from tests.graph.small_case import Sheet, graph, lasting

TEXT = st.text(st.characters(codec="utf-8"))
TIMES = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31))
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value


@given(TEXT, st.lists(TEXT), NUMBERS, NUMBERS, st.none() | TEXT)
def test_a_node_is_one_json_line_as_the_standard_library_writes_it(
    name: str, aliases: list[str], latitude: float, longitude: float, kind: str | None
) -> None:
    told = {"id": "st-1", "name": name, "aliases": aliases, "latitude": latitude, "longitude": longitude, "kind": kind}
    line = node_line(Node("Station", told))  # type: ignore[arg-type]  # engines may give nulls

    expected = {name: value for name, value in told.items() if value is not None}
    expected["aliases"] = sorted(set(aliases), key=lambda text: json.dumps(text, ensure_ascii=False))
    whole = {"label": "Station", "properties": expected}
    assert line == json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert "\n" not in line


@given(st.lists(TIMES, max_size=3), TIMES, st.booleans(), TEXT)
def test_a_link_is_one_json_line_and_ordered_lists_keep_their_order(
    cited: list[datetime], begin: datetime, acting: bool, post: str
) -> None:
    told: dict[str, Any] = {"id": "l-1", "acting": acting, "post": post, "possible_from": begin, "cited_from": cited}
    line = link_line(Link("POSTED_TO", "Person", "p-a", "Unit", "u-x", told))

    expected = {name: [plain(v) for v in value] if isinstance(value, list) else plain(value) for name, value in told.items()}
    whole = {"begin": "p-a", "end": "u-x", "properties": expected, "type": "POSTED_TO"}
    assert line == json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_whole_numbers_are_floats_where_the_schema_says_so() -> None:
    assert '"latitude":10.0' in node_line(Node("Station", {"id": "st-1", "latitude": 10}))
    assert '"pages":10' in node_line(Node("Source", {"id": "s-1", "pages": 10}))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(TypeError, match="no canonical form"):
        node_line(Node("Station", {"id": "st-1", "latitude": value}))


def test_half_a_letter_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        hashes([Node("Person", {"id": "p-a", "name": "\ud800"})], [])


def world() -> Sheet:
    sheet = Sheet().thing("p-a", "Person", name="Ada Brum", aliases="Falcon").thing("u-x", "Unit", name="Güard")
    sheet.thing("cf-1", "Casefile", name="File 7").link("l-3", "ABOUT", "cf-1", "p-a").link("l-4", "IN_FILE", "s-1", "cf-1")
    sheet.link("l-5", "GIVEN_BY", "s-1", "p-a").link("l-6", "DERIVED_FROM", "s-1", "s-2").also("p-a", cites="s-2", sex="male")
    return sheet.link("l-1", "POSTED_TO", "p-a", "u-x", span=lasting(1, 5, cited=[1]), function="commander")


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="no sha256sum here")
def test_sort_and_sha256sum_give_the_same_figure(tmp_path: Path) -> None:
    projection = project(world().state())
    lines = [*map(node_line, projection.nodes), *map(link_line, projection.links)]
    (tmp_path / "graph.jsonl").write_text("".join(f"{line}\n" for line in reversed(lines)), "utf-8")
    counted = subprocess.run(
        "LC_ALL=C sort graph.jsonl | sha256sum", shell=True, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert counted.stdout.split()[0] == hashes(projection.nodes, projection.links).graph


def test_an_empty_graph_has_the_hash_of_nothing() -> None:
    assert hashes([], []).graph == hashlib.sha256().hexdigest() == hashes([], []).facts


def test_facts_leave_out_what_the_case_rests_on() -> None:
    """Source, Claim, Casefile and their links."""
    projection = project(world().state())
    left_out = {"Source", "Claim", "Element", "Casefile"}
    evidence = {"CITES", "BEARS_ON", "DERIVED_FROM", "IN_FILE", "ABOUT", "GIVEN_BY", "SHOWS"}
    assert {label for label, kind in schema.NODE.items() if kind.evidence} == left_out
    assert {name for name, kind in schema.LINK.items() if kind.evidence} == evidence

    lines = [node_line(node) for node in projection.nodes if node.label not in left_out]
    lines += [link_line(link) for link in projection.links if link.type not in evidence]

    assert len(lines) == 3
    expected = hashlib.sha256("".join(f"{line}\n" for line in sorted(lines)).encode()).hexdigest()
    assert hashes(projection.nodes, projection.links).facts == expected


def test_another_source_changes_the_graph_and_not_the_facts() -> None:
    one, other = graph(world().state()), graph(world().also("p-a", cites="s-3", sex="male").state())
    assert one.graph != other.graph
    assert one.facts == other.facts


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Ada  Brum"},
        {"name": "ada brum"},
        {"aliases": ["Falcon", "falcon"]},
        {"name": "Ada\u00a0Brum"},
        {"name": "A\u0301da"},
        {"name": "\u00c1da"},
        {"born": ""},
    ],
)
def test_every_difference_shows_in_both_figures(change: dict[str, Any]) -> None:
    told = {"id": "p-a", "name": "Ada Brum", "aliases": ["Falcon"]}
    one, other = hashes([Node("Person", told)], []), hashes([Node("Person", told | change)], [])
    assert one.graph != other.graph
    assert one.facts != other.facts


def test_composed_and_decomposed_letters_are_not_the_same_name() -> None:
    assert hashes([Node("Person", {"id": "p", "name": "\u00c1"})], []) != hashes(
        [Node("Person", {"id": "p", "name": "A\u0301"})], []
    )
