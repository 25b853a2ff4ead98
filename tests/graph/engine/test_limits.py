from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from graph.engine import limits
from graph.errors import EngineError
from graph.projection import Link, Node, Projection, Properties
from tests.graph.engine.records import chain, everything

BAD = [
    ("Person", "name", "a\ud800b", "half of a surrogate pair"),
    ("Person", "aliases", ["\udfff"], "half of a surrogate pair"),
    ("Person", "name", None, "leave it out"),
    ("Person", "name", 3, "must be a text"),
    ("Person", "aliases", "one", "must be a list"),
    ("Person", "aliases", ["a", None], "leave it out"),
    ("Person", "protected", "yes", "must be a bool"),
    ("Person", "shoe", "42", "not in the schema"),
    ("Source", "pages", 2**63, r"below 2\^63"),
    ("Source", "pages", 1.5, r"below 2\^63"),
    ("Source", "pages", True, "must be a int"),
    ("Station", "latitude", float("nan"), "finite"),
    ("Station", "latitude", float("inf"), "finite"),
    ("Event", "possible_from", datetime(2012, 5, 1, tzinfo=UTC), "time zone"),
    ("Event", "possible_from", "2012-05-01", "must be a time"),
    ("Claim", "about", "x" * 8_001, "holds 8,001 bytes"),
]


@pytest.mark.parametrize(("label", "name", "value", "reason"), BAD)
def test_a_value_that_cannot_be_kept_is_refused_by_place_and_not_by_value(
    label: str, name: str, value: object, reason: str
) -> None:
    node = Node(label, {"id": "x-1", name: value})  # type: ignore[dict-item]

    with pytest.raises(EngineError, match=reason) as refused:
        limits.check(Projection(1, (node,), ()))

    assert f"{label} x-1: {name}" in str(refused.value)
    assert repr(value) not in str(refused.value)


def test_everything_the_schema_allows_is_taken() -> None:
    limits.check(everything())


def test_a_link_holds_no_more_than_a_page() -> None:
    def cited(days: int) -> Projection:
        whole = chain(2)
        each = [datetime(2001, 1, 1) + timedelta(days=n) for n in range(days)]
        own: Properties = {"id": "l0", "cited_from": each, "cited_to": each}
        return Projection(1, whole.nodes, (Link("SUBORDINATE_TO", "Unit", "u0", "Unit", "u1", own),))

    limits.check(cited(1740))
    with pytest.raises(EngineError, match=r"link l0 holds 5.,... bytes"):
        limits.check(cited(1760))


@pytest.mark.parametrize(
    ("nodes", "links"),
    [
        ([Node("Ghost", {"id": "a"})], []),
        ([Node("Unit", {})], []),
        ([Node("Unit", {"id": ""})], []),
        ([Node("Unit", {"id": "a"}), Node("Unit", {"id": "a"})], []),
        ([Node("Unit", {"id": "a"}), Node("Person", {"id": "a"})], []),
        ([Node("Unit", {"id": "a"})], [Link("HAUNTS", "Unit", "a", "Unit", "a", {"id": "l"})]),
        ([Node("Unit", {"id": "a"})], [Link("JOINED", "Unit", "a", "Unit", "b", {"id": "l"})]),
        ([Node("Unit", {"id": "a"})], [Link("JOINED", "Unit", "a", "Person", "a", {"id": "l"})]),
        ([Node("Unit", {"id": "a"})], [Link("JOINED", "Unit", "a", "Unit", "a", {"id": "l"})] * 2),
    ],
)
def test_a_graph_that_does_not_hang_together_is_refused(nodes: list[Node], links: list[Link]) -> None:
    with pytest.raises(EngineError):
        limits.check(Projection(1, tuple(nodes), tuple(links)))
