"""What every engine must do: one body, run over ArcadeDB and each Neo4j at hand."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from datetime import datetime

import pytest

from graph import canonical
from graph.answer import NodeValue, PathValue, RelValue
from graph.engine import Engine, Marker
from graph.engine.arcadedb import engine as embedded
from graph.engine.weight import MOST_BYTES
from graph.errors import EngineError, OverrunError, QueryError
from graph.projection import Link, Node, Projection
from tests.graph.engine.records import TEXTS, chain, everything, renamed

ENDLESS = (
    "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c "
    "WITH a, b, c WHERE a * b + c = -1 RETURN count(*) AS found"
)
COUNT = "MATCH (u:Unit) RETURN count(u) AS units"


def ask(engine: Engine, cypher: str, **parameters: object) -> list[tuple[object, ...]]:
    return list(engine.ask(cypher, parameters, seconds=20, rows=1000).rows)


def test_nothing_is_held_before_something_is_published(engine: Engine) -> None:
    assert engine.marker() is None
    with pytest.raises(EngineError):
        ask(engine, COUNT)


@pytest.mark.parametrize("seed", [1, 2])
def test_everything_the_schema_allows_comes_back_with_the_same_hashes(engine: Engine, seed: int) -> None:
    projection = everything(seed)

    marker = engine.publish(projection)

    expected = canonical.hashes(projection.nodes, projection.links)
    assert marker == Marker(expected, 7, "head")
    assert engine.marker() == marker
    assert engine.read_back() == expected


def test_another_process_sees_what_was_published(engine_factory: Callable[[], Engine]) -> None:
    marker = engine_factory().publish(chain(3))

    assert engine_factory().marker() == marker


def test_every_text_comes_back_as_it_was(engine: Engine) -> None:
    nodes = tuple(Node("Person", {"id": f"p{n}", "name": text, "aliases": [text]}) for n, text in enumerate(TEXTS))
    engine.publish(Projection(1, nodes, ()))

    assert ask(engine, "MATCH (p:Person) RETURN p.name, p.aliases ORDER BY toInteger(substring(p.id, 1))") == [
        (text, [text]) for text in TEXTS
    ]
    assert [ask(engine, "MATCH (p:Person {name: $name}) RETURN p.id", name=text) for text in TEXTS] == [
        [(node.id,)] for node in nodes
    ]


def test_times_are_compared_also_inside_lists(engine: Engine) -> None:
    first, last = datetime(1, 1, 1), datetime(9999, 12, 31)
    day, next_day = datetime(2012, 5, 1), datetime(2012, 5, 2)
    held: dict[str, object] = {
        "possible_from": first,
        "possible_to": last,
        "cited_from": [next_day, day],
        "cited_to": [last, next_day],
    }
    publish_one_link(engine, held)

    assert ask(engine, "MATCH ()-[r:POSTED_TO]->() RETURN r.possible_from, r.possible_to, r.cited_from, r.cited_to") == [
        (first, last, [next_day, day], [last, next_day])
    ]
    within = (
        "MATCH ()-[r:POSTED_TO]->() RETURN "
        "any(i IN range(0, size(r.cited_from) - 1) WHERE r.cited_from[i] <= $x AND $x < r.cited_to[i]) AS cited, "
        "r.possible_from <= $x AND $x < r.possible_to AS possible, "
        "[t IN r.cited_from WHERE t = $x] AS same, "
        "duration.inDays(r.cited_from[1], r.cited_to[1]).days AS days"
    )
    assert ask(engine, within, x=day) == [(True, True, [day], 1)]
    assert ask(engine, within, x=datetime(2012, 4, 30, 23, 59, 59))[0][:2] == (False, True)


def test_an_empty_list_of_times_stays_one(engine: Engine) -> None:
    publish_one_link(engine, {"cited_from": [], "cited_to": []})

    assert ask(engine, "MATCH ()-[r:POSTED_TO]->() RETURN size(r.cited_from), r.possible_from") == [(0, None)]


def test_nodes_links_and_paths_come_as_answer_values(engine: Engine) -> None:
    engine.publish(chain(3))

    (path,) = ask(engine, "MATCH p = (:Unit {id: 'u0'})-[:SUBORDINATE_TO*2]->(:Unit) RETURN p")[0]
    assert isinstance(path, PathValue)
    assert [node.id for node in path.nodes] == ["u0", "u1", "u2"]
    assert [(link.id, link.begin, link.end) for link in path.links] == [("l0", "u0", "u1"), ("l1", "u1", "u2")]
    (back,) = ask(engine, "MATCH p = (:Unit {id: 'u1'})<-[:SUBORDINATE_TO]-(:Unit) RETURN p")[0]
    assert isinstance(back, PathValue)
    assert [(link.begin, link.end) for link in back.links] == [("u0", "u1")]
    node, links = ask(engine, "MATCH (u:Unit {id: 'u1'})<-[r:SUBORDINATE_TO]-() RETURN u, collect(r)")[0]
    assert node == NodeValue("u1", "Unit", {"id": "u1", "name": "unit", "kind": "real"})
    assert links == [RelValue("l0", "SUBORDINATE_TO", "u0", "u1", {"id": "l0", "relation": "command", "conflicts": ["rank"]})]


def test_a_link_without_its_nodes_knows_its_ends(engine: Engine) -> None:
    engine.publish(chain(3))

    found = ask(engine, "MATCH ()-[r:SUBORDINATE_TO]->() RETURN r ORDER BY r.id")

    assert [(link.begin, link.end) for (link,) in found if isinstance(link, RelValue)] == [("u0", "u1"), ("u1", "u2")]


def test_parallel_links_stay_parallel(engine: Engine) -> None:
    nodes = (Node("Person", {"id": "p"}), Node("Unit", {"id": "u"}))
    links = tuple(Link("POSTED_TO", "Person", "p", "Unit", "u", {"id": f"l{n}", "post": "clerk"}) for n in range(3))

    engine.publish(Projection(1, nodes, links))

    assert ask(engine, "MATCH (:Person)-[r:POSTED_TO]->(:Unit) RETURN r.id ORDER BY r.id") == [("l0",), ("l1",), ("l2",)]


def test_more_rows_than_asked_for_are_said(engine: Engine) -> None:
    engine.publish(chain(30))
    cypher = "MATCH (u:Unit) RETURN u.id AS id ORDER BY id"

    result = engine.ask(cypher, {}, seconds=20, rows=10)

    assert (len(result.rows), result.complete, result.columns) == (10, False, ("id",))
    assert engine.ask(cypher, {}, seconds=20, rows=30).complete


def test_a_label_without_nodes_can_be_asked_for(engine: Engine) -> None:
    engine.publish(chain(2))

    assert ask(engine, "MATCH (e:Element)<-[r:BEARS_ON]-(c:Claim) RETURN e, r, c") == []


def test_what_follows_replaces_what_was(engine: Engine) -> None:
    engine.publish(everything())
    marker = engine.publish(chain(4, sequence=9))

    assert engine.marker() == marker
    assert ask(engine, "MATCH (n) WHERE NOT n:Projection RETURN count(n)") == [(4,)]


def test_who_was_told_of_a_graph_is_not_answered_from_another(engine_factory: Callable[[], Engine]) -> None:
    reader, writer = engine_factory(), engine_factory()
    writer.publish(chain(3))
    reader.marker()
    writer.publish(chain(4, sequence=2))

    try:
        assert ask(reader, COUNT) == [(3,)]  # the graph before is still there, on an engine that keeps it
    except EngineError as reason:
        assert "in the meantime" in str(reason)
    reader.marker()
    assert ask(reader, COUNT) == [(4,)]


def test_the_log_says_nothing_of_the_case(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    engine.publish(chain(2, name="Canary"))
    ask(engine, "MATCH (u:Unit) WHERE u.name = $name OR u.name = 'Canary' RETURN u", name="Canary")

    assert "Canary" not in caplog.text


def test_an_empty_case_can_be_published(engine: Engine) -> None:
    assert engine.publish(Projection(1, (), ())) == engine.marker()
    assert ask(engine, COUNT) == [(0,)]


def test_publishing_the_same_again_changes_nothing(engine: Engine) -> None:
    marker = engine.publish(chain(3))

    assert engine.publish(chain(3)) == marker


def test_progress_is_reported(engine: Engine) -> None:
    steps: list[tuple[str, int, int]] = []

    engine.publish(chain(1200), progress=lambda *step: steps.append(step))

    assert {what for what, _, _ in steps} == {"writing", "reading back"}
    assert all(0 <= done <= total == 2399 for what, done, total in steps if done)


def test_answers_while_another_graph_is_published_are_of_one_or_the_other(engine_factory: Callable[[], Engine]) -> None:
    reader, writer = engine_factory(), engine_factory()
    old, new = chain(300, name="old"), chain(400, sequence=2, name="new")
    writer.publish(old)
    done = threading.Event()
    seen: list[object] = []

    def read() -> None:
        while not done.is_set():
            try:
                seen.append(ask(reader, "MATCH (u:Unit) RETURN u.name AS name, count(*) AS n ORDER BY name"))
            except EngineError as reason:
                seen.append("not whole" if "not whole" in str(reason) else reason)

    thread = threading.Thread(target=read)
    thread.start()
    writer.publish(new)
    done.set()
    thread.join()

    assert [answer for answer in seen if answer not in ([("old", 300)], [("new", 400)], "not whole")] == []
    assert ask(reader, COUNT) == [(400,)]


@pytest.mark.parametrize("limit", [1.0, 30.0])
def test_a_runaway_query_is_stopped_and_the_next_one_answered(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, limit: float
) -> None:
    monkeypatch.setattr(embedded, "SECONDS", limit)  # below: the server stops it; above: the server is ended
    engine.publish(chain(3))
    begun = time.monotonic()

    with pytest.raises(OverrunError, match="longer than 1 seconds"):
        engine.ask(ENDLESS, {}, seconds=1, rows=1)

    assert time.monotonic() - begun < 30  # without a limit it never ends
    assert ask(engine, COUNT) == [(3,)]


def test_a_query_the_server_refuses_is_not_quoted(engine: Engine) -> None:
    engine.publish(chain(2))

    for cypher in ("MATCH (u:Unit {name: 'Secret'}) RETRUN u", "WITH 'Secret' AS s RETURN s / 2"):
        with pytest.raises((EngineError, QueryError)) as refused:
            ask(engine, cypher)
        assert "Secret" not in str(refused.value)
        assert refused.value.__suppress_context__
    assert ask(engine, COUNT) == [(2,)]


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (u:Unit {id: 'x'}) RETURN u",
        "MATCH (u:Unit) SET u.name = 'x' RETURN u",
        "MATCH (u:Unit) DETACH DELETE u",
        "MERGE (u:Unit {id: 'x'}) RETURN u",
        "CREATE INDEX x IF NOT EXISTS FOR (u:Unit) ON (u.name)",
    ],
)
def test_a_query_that_writes_is_refused(engine: Engine, cypher: str) -> None:
    projection = chain(3)
    engine.publish(projection)

    with pytest.raises(EngineError):
        ask(engine, cypher)

    assert engine.read_back() == canonical.hashes(projection.nodes, projection.links)


def test_parameters_no_server_can_take_are_named(engine: Engine) -> None:
    engine.publish(chain(2))

    for value in ("\ud800", 2**63, object(), ["\udfff"]):
        with pytest.raises(EngineError, match="parameter 'x'"):
            ask(engine, "RETURN $x", x=value)
    for good in (["a", "ё"], 2**63 - 1, None, True, datetime(1, 1, 1), 0.5):
        assert ask(engine, "RETURN $x AS x", x=good) == [(good,)]


def test_a_changed_name_is_a_changed_graph(engine: Engine) -> None:
    projection = chain(5)
    before = engine.publish(projection)

    after = engine.publish(renamed(projection, "u3", "other"))

    assert after.hashes != before.hashes
    assert ask(engine, "MATCH (u:Unit {name: 'other'}) RETURN u.id") == [("u3",)]


def publish_one_link(engine: Engine, held: dict[str, object]) -> None:
    nodes = (Node("Person", {"id": "p"}), Node("Unit", {"id": "u"}))
    link = Link("POSTED_TO", "Person", "p", "Unit", "u", {"id": "l", **held})  # type: ignore[dict-item]
    engine.publish(Projection(1, nodes, (link,)))


def test_an_answer_larger_than_a_reader_can_hold_is_not_read(engine: Engine) -> None:
    engine.publish(chain(2))
    doubled = "RETURN reduce(s = 'a', i IN range(1, %d) | s + s) AS x"  # so many times
    fits = MOST_BYTES.bit_length() - 3
    assert [len(str(row[0])) for row in ask(engine, doubled % fits)] == [MOST_BYTES // 4]

    with pytest.raises(OverrunError, match=f"larger than {MOST_BYTES // 1024**2} MB"):
        ask(engine, doubled % (fits + 3))

    assert ask(engine, COUNT) == [(2,)]
