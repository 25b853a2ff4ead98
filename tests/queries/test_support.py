"""What things and links rest on, on every engine, beside plain Python that looks at every claim."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from graph.answer import Answer, Column, Support, together
from graph.engine import Engine
from graph.engine.setting import open_engine
from graph.projection import Projection
from queries.support import ABOUT, ALSO_ABOUT, denials_named, support, supported
from tests.claims import as_projected
from tests.neo4j import server
from tests.queries.conftest import Published
from tests.world import Given, link_id, world

LINKS = [link_id("POSTED_TO", key) for key in ("smith > brigade", "smith > brigade #2", "smith > brigade #3", "jones > brigade")]
FIRST, SECOND, THIRD, JONES = LINKS
LIMITS: dict[str, Any] = {"seconds": 30, "rows": 100}
GIVEN: Given = {
    "Unit": {"brigade": {}},
    "Person": {"smith": {"claims": ["named", "named in a denial", "taken back"]}, "jones": {}},
    "POSTED_TO": {
        "smith > brigade": {"disputed": True, "claims": ["roster", "copy", "denial"]},
        "smith > brigade #2": {"disputed": True, "claims": ["letter", "denial", "second denial"]},
        "smith > brigade #3": {"disputed": True, "claims": ["photo", "denial"]},
        "jones > brigade": {"claims": ["post", "denial taken back"]},
    },
    "Claim": {
        **{name: {} for name in ("roster", "letter", "photo")},
        "named": {"property": "name"},
        "named in a denial": {"property": "name", "names_only": True},
        "taken back": {"property": "born", "status": "withdrawn"},
        "copy": {"property": "rank", "status": "issue"},
        "denial": {"polarity": "denies"},
        "second denial": {"polarity": "denies"},
        "denial taken back": {"polarity": "denies", "status": "withdrawn"},
        "post": {"property": "post", "polarity": "denies"},
    },
    "Source": {"paper": {}, "reprint": {}, "letters": {}, "ministry": {}, "office": {}},
    "DERIVED_FROM": {"reprint > paper": {}},
    "CITES": {
        "named > paper": {},
        "named in a denial > office": {},
        "taken back > letters": {},
        "roster > paper": {},
        "copy > reprint": {},
        "letter > letters": {},
        "photo > letters": {},
        "denial > ministry": {},
        "second denial > office": {},
        "post > office": {},
        "denial taken back > ministry": {},
    },
}
WORLD = as_projected(world(GIVEN))


def _counts(own: Any, polarity: str) -> bool:
    """A claim taken back is shown, and counts as no origin and no denial; nor does one that says what a denial is about."""
    return bool(own["polarity"] == polarity and own.get("status") != "withdrawn" and not own.get("names_only"))


def oracle(projection: Projection, ids: list[str]) -> dict[str, Support]:
    """Every claim for every id, with no index and no query."""
    nodes = {node.id: node.properties for node in projection.nodes}
    cited = {link.begin: link.end for link in projection.links if link.type == "CITES"}
    found = {}
    for id_ in ids:
        told: list[tuple[str, Any, str]] = []
        for claim, source in cited.items():
            own: Any = nodes[claim]
            if id_ in (own.get("about"), *own.get("also_about", ())):
                told.append((claim, own, source))
        denials = [(c, s) for c, own, s in told if _counts(own, "denies") and own["property"] == "exists"]
        found[id_] = Support(
            tuple(sorted({c for c, _, _ in told})),
            tuple(sorted({s for _, _, s in told})),
            tuple(sorted({str(nodes[s].get("origin", s)) for _, own, s in told if _counts(own, "asserts")})),
            tuple(sorted({c for c, _ in denials})),
            tuple(sorted({str(nodes[s].get("name", s)) for _, s in denials})),
        )
    return found


def test_a_thing_rests_on_the_claims_about_it_and_a_link_on_those_that_deny_it_too(engine: Engine) -> None:
    engine.publish(WORLD)

    found = support(engine, ["smith", "jones", *LINKS, "nobody"], disputed=[FIRST, SECOND, THIRD])

    assert found == {
        "smith": Support(("named", "named in a denial", "taken back"), ("letters", "office", "paper"), ("paper",)),
        "jones": Support(),
        FIRST: Support(("copy", "denial", "roster"), ("ministry", "paper", "reprint"), ("paper",), ("denial",), ("ministry",)),
        SECOND: Support(
            ("denial", "letter", "second denial"),
            ("letters", "ministry", "office"),
            ("letters",),
            ("denial", "second denial"),
            ("ministry", "office"),
        ),
        THIRD: Support(("denial", "photo"), ("letters", "ministry"), ("letters",), ("denial",), ("ministry",)),
        JONES: Support(("denial taken back", "post"), ("ministry", "office")),
        "nobody": Support(),
    }
    assert found == oracle(WORLD, list(found))


def test_one_question_for_all_and_one_more_only_where_something_is_denied() -> None:
    class Asked(list[str]):
        def ask(self, cypher: str, *_: object, **__: object) -> Any:
            self.append(cypher)
            return type("Nothing", (), {"rows": ()})

    asked: Any = Asked()
    assert support(asked, []) == {}
    assert support(asked, ["a", "b"]) == {"a": Support(), "b": Support()}
    assert asked == [ABOUT]
    support(asked, ["a", "b"], disputed=["b", "another"])
    assert asked == [ABOUT, ABOUT, ALSO_ABOUT]


def test_it_agrees_with_plain_python_about_everything_in_all_worlds(published: Published, worlds: Projection) -> None:
    ids = sorted({str(node.properties["about"]) for node in worlds.nodes if node.label == "Claim"})[::23]
    disputed = [link.id for link in worlds.links if link.properties.get("disputed")]

    assert support(published.engine, ids, disputed=disputed) == oracle(worlds, ids)
    assert len(ids) > 200


@pytest.mark.neo4j
def test_claims_are_found_by_the_index(neo4j_uri: str, tmp_path: Path) -> None:
    """The embedded server cannot say how it answers; tests/bench/support.py shows that it is as fast."""
    server.empty(neo4j_uri)
    with open_engine(neo4j_uri, tmp_path) as engine:
        engine.publish(WORLD)
        plans = [engine.explain(cypher, {"ids": ["smith"]}) for cypher in (ABOUT, ALSO_ABOUT)]
    server.empty(neo4j_uri)

    for operators in plans:
        assert operators is not None
        assert "NodeIndexSeek" in operators
        assert not {"NodeByLabelScan", "AllNodesScan"} & set(operators)


def shown(engine: Engine, *keys: str, **changes: Any) -> Answer:
    """An answer with the posting of each of these persons, a row each."""
    rows = engine.ask(
        "MATCH (p:Person)-[r:POSTED_TO]->(u) WHERE r.id IN $ids RETURN p, r ORDER BY r.id", {"ids": keys}, **LIMITS
    ).rows
    columns = (Column("who", "node"), Column("posting", "rel"))
    return Answer("q", "", "", "", "", "", {}, columns, rows, "", 1, **changes)


def test_rows_name_who_denies_what_they_show_and_what_they_rest_on_unseen(engine: Engine) -> None:
    engine.publish(WORLD)

    plain = denials_named(engine, shown(engine, SECOND, JONES))
    assert [row["denied_by"] for row in plain.records()] == [(), ("ministry", "office")]
    assert list(plain.support) == [SECOND]  # nothing else was asked: a unit may have thousands of claims

    unseen = shown(engine, JONES, members=((JONES, FIRST),), support=support(engine, [JONES, FIRST], disputed=[FIRST]))
    assert denials_named(engine, unseen).records()[0]["denied_by"] == ("ministry",)
    assert denials_named(engine, denials_named(engine, plain)) == plain
    assert unseen.rests_on(0) == together(unseen.support.values())


def test_an_answer_that_is_drawn_knows_what_everything_in_it_rests_on(engine: Engine) -> None:
    engine.publish(WORLD)

    whole = supported(engine, shown(engine, THIRD, JONES))

    assert whole.support == oracle(WORLD, ["jones", "smith", THIRD, JONES])
    assert whole.rests_on(0).claims == ("denial taken back", "post")
