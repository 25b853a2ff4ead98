"""The guard lets the library through and nothing that writes, reaches out or never ends (TRUST S5)."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.errors import LinkageError, QueryError
from queries import guard, tokens
from queries.catalogue import Catalogue
from queries.run import run
from tests.queries.attacks import ADMINISTERS, ATTACKS, REACHES_OUT, WRITES
from tests.queries.conftest import Published
from tests.queries.test_saved import GOOD

FINE = (
    "MATCH (n:Unit {id: $unit}) RETURN n ORDER BY n.id",
    "OPTIONAL MATCH (n:Unit) RETURN n",
    "UNWIND $ids AS i MATCH (n:Unit|Person {id: i}) RETURN n",
    "MATCH (p:Person)-[r:ALLEGED_IN {role: 'ordered'}]->(:Event) WHERE r.role = 'SET' RETURN p.name AS name // DELETE it",
    "MATCH (a)-[:SUBORDINATE_TO*0..12]->(b) RETURN a",
    "MATCH (a)-[:SUBORDINATE_TO*..3]->(b) RETURN a",
    "MATCH (a)((:Unit)-[r:SUBORDINATE_TO WHERE r.relation = 'command']->(:Unit)){0,12}(b) RETURN a",
    "MATCH p = shortestPath((a)-[:SUBORDINATE_TO*..12]->(b)) RETURN p",
    "MATCH (a:Unit) CALL { WITH a MATCH (a)-->(b) RETURN b UNION ALL WITH a MATCH (a)<--(b) RETURN b } RETURN a, b",
    "MATCH (a:Unit) CALL (a) { MATCH (a)-->(b) RETURN b } RETURN a, b",
    "MATCH (a:Unit) WHERE EXISTS { (a)-[:BASED_AT]->(:Station) } RETURN a",
    "MATCH (a:Unit) WHERE (a)-[:BASED_AT]->(:Station) RETURN count(a) * 2 + size(collect(a)) * (1 + 2) AS n",
    "RETURN [x IN range(0, 3) WHERE x > 1 | x * 2] AS l, COUNT { MATCH (n:Unit) RETURN n } AS n",
    "RETURN localdatetime($a) AS a, duration.inDays($a, $b).days AS b, localdatetime.truncate('day', $a) AS c",
    "MATCH (e:Event) RETURN e.start AS since, e.set AS words, 'Рота № 4; — \"x\"' AS name",
)


UNENDING = (
    "RETURN [x IN range(1, 10001) | x] AS x",
    "RETURN [x IN range(1, $n) | x] AS x",
    "WITH range(1, 900000) AS l RETURN [x IN l WHERE x IN l] AS x",
    "WITH 900000 AS n RETURN reduce(s = 0, i IN range(1, n) | s + i) AS x",
    "RETURN range(0, 9 * 9999) AS x",
    "RETURN range(0, 9999 - -9999999) AS x",
    "MATCH (a) WITH collect(a) AS l RETURN range(0, size(l) * size(l)) AS x",
    "MATCH (a) WITH collect(a) AS l RETURN range(0, size(l) - $n) AS x",
    "RETURN range(-10001, 1) AS x",
    "MATCH (n) WHERE n.name =~ '(a+)+b' RETURN n",
    "MATCH (n) WHERE n.name =~ '(a|aa){2,}b' RETURN n",
    "MATCH (n) WHERE n.name =~ '.*a.*b.*c.*' RETURN n",
    "MATCH (n) WHERE n.name =~ $pattern RETURN n",
    "MATCH (n) WHERE n.name =~ n.pattern RETURN n",
    "MATCH (n) WHERE n.name =~ '(a+' + ')+b' RETURN n",
    "MATCH (n) WHERE n.name = ~ '(a+)+b' RETURN n",
    "MATCH (n) WHERE n.name =~ ('(a+)+b') RETURN n",
)
ENDING = (
    "UNWIND range(1, $n) AS x RETURN x",
    "WITH [1, 2] AS l RETURN [i IN range(0, size(l) - 1) | l[i]] AS x, range(1, 10000, 2) AS y",
    "MATCH (n) RETURN [i IN range(0, size(coalesce(n.cited_from, [])) - 1) | i] AS x",
    "MATCH (n) WHERE n.name =~ '(?i).*guard.*' RETURN n",
    "MATCH (n) WHERE n.name =~ '[0-9]{1,3}(st|nd) Brigade' RETURN n",
)


@pytest.mark.trust("a query only reads, and ends")
@pytest.mark.parametrize("text", UNENDING)
def test_what_a_server_could_not_end_is_refused(text: str) -> None:
    assert guard.faults(text) != ()


@pytest.mark.parametrize("text", ENDING)
def test_what_ends_by_itself_is_not(text: str) -> None:
    assert guard.faults(text) == ()


@pytest.mark.trust("a query only reads, and ends")
@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_refused(attack: str) -> None:
    assert guard.faults(attack) != ()


def test_there_are_attacks_of_every_kind() -> None:
    assert len(set(ATTACKS)) == len(ATTACKS) >= 75


@pytest.mark.parametrize("text", FINE)
def test_what_only_reads_is_let_through(text: str) -> None:
    assert guard.faults(text) == ()


@pytest.mark.parametrize("name", Catalogue.of().names)
def test_no_query_of_the_library_is_refused(name: str) -> None:
    assert guard.faults(Catalogue.of().get(name).cypher) == ()


def test_every_fault_has_its_line() -> None:
    text = "MATCH (n)\nSET n.x = 1\nDELETE n\nRETURN apoc.version() AS v"
    assert [fault.line for fault in guard.faults(text)] == [2, 3, 4, 4]


@given(st.text(max_size=80))
def test_the_guard_answers_whatever_it_is_asked(text: str) -> None:
    guard.faults(text)


@example([".", "SET "])
@given(
    st.lists(
        st.sampled_from([*"()[]{}'\"/*-><+.,:;$`\\\n ", "SET ", "MATCH ", "RETURN ", "CALL ", "//", "/*", "*/"]), max_size=40
    )
)
def test_no_text_with_a_visible_write_is_let_through(pieces: list[str]) -> None:
    """With comments taken out as the engine gets it, whatever passes has no SET outside quotes."""
    text = "MATCH (n) " + "".join(pieces) + " RETURN n"
    if not guard.faults(text):
        assert "SET" not in [token.upper for token in tokens.read(tokens.without_comments(text))[0]]


def test_an_attack_in_a_folder_of_own_queries_has_no_effect(published: Published, tmp_path: Path) -> None:
    header = GOOD[: GOOD.index("MATCH")]
    for number, attack in enumerate(ATTACKS):
        (tmp_path / f"attack_{number}.cypher").write_text(header + attack, "utf-8", "surrogatepass", newline="")
    catalogue = Catalogue.of(tmp_path)
    for name in catalogue.own:
        with pytest.raises(QueryError):
            run(catalogue.get(name), published.engine, {"unit": "u"}, marker=published.marker)

    assert published.engine.read_back() == published.marker.hashes


def test_handed_to_the_embedded_engine_past_the_guard_an_attack_has_no_effect_either(published: Published) -> None:
    """The second line. Neo4j has none: there the guard alone decides."""
    if published.engine.name == "embedded":
        for attack in (*WRITES, *ADMINISTERS, *REACHES_OUT):
            with contextlib.suppress(LinkageError):
                published.engine.ask(attack, {}, seconds=20, rows=10)

        assert published.engine.read_back() == published.marker.hashes
