"""What a question reads is told from its text; what the text leaves open counts as everything."""

from __future__ import annotations

import pytest

from graph import schema
from queries.catalogue import Catalogue
from queries.reads import EVERYTHING, reads
from viz.profile import PROSECUTOR

LIBRARY = Catalogue.of()
OPEN = {
    "a thing of no label": "MATCH (n) RETURN n.latitude AS latitude ORDER BY latitude",
    "a second thing of no label": "MATCH (u:Unit), (n) RETURN n.latitude AS latitude ORDER BY latitude",
    "a link of no type": "MATCH (u:Unit)-[r]->(s:Station) RETURN r.possible_from AS since ORDER BY since",
    "a link of no type and no name": "MATCH (u:Unit)-[]->(s:Station) RETURN count(s) AS n ORDER BY n",
    "a plain arrow": "MATCH (u:Unit)-->(s:Station) RETURN count(s) AS n ORDER BY n",
    "an arrow back": "MATCH (u:Unit)<--(p:Person) RETURN count(p) AS n ORDER BY n",
    "all properties": "MATCH (u:Unit) RETURN u {.*} AS whole ORDER BY u.id",
    "a property by a parameter": "MATCH (u:Unit) RETURN u[$which] AS it ORDER BY it",
    "the names of properties": "MATCH (u:Unit) UNWIND keys(u) AS k RETURN u[k] AS it ORDER BY it",
}


def test_types_and_properties_are_those_it_names() -> None:
    text = (
        "MATCH (u:Unit {id: $unit})<-[r:POSTED_TO|JOINED WHERE r.acting]-(p:Person) RETURN p, r.possible_from AS x ORDER BY p.id"
    )
    assert reads(text).types == {"Unit", "Person", "POSTED_TO", "JOINED"}
    assert reads(text).properties == {"id", "acting", "possible_from"}


def test_what_a_link_ends_at_is_read_though_nobody_names_it() -> None:
    assert reads("MATCH (:Person)-[h:HELD_AT]->(s) RETURN s.latitude AS x ORDER BY x").types == {"Person", "HELD_AT", "Station"}


def test_a_property_by_a_text_is_named_by_it() -> None:
    assert "latitude" in reads("MATCH (s:Station) RETURN s['latitude'] AS x ORDER BY x").properties


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_what_it_leaves_open_is_everything(text: str) -> None:
    assert reads(text) == EVERYTHING


@pytest.mark.parametrize("name", LIBRARY.names)
def test_no_query_of_the_library_leaves_anything_open_and_a_prosecutor_gets_its_numbers(name: str) -> None:
    found = reads(LIBRARY.get(name).cypher)
    assert found != EVERYTHING
    assert found.types <= {*schema.NODE, *schema.LINK}
    assert PROSECUTOR.lets_out_what_rests_on(found)
