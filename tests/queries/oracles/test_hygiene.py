"""`evidence/hygiene`: what it counts in one row is what it lists where all is listed, and what it lists is the same; of events
and proceedings it lists what plain Python finds."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from queries.catalogue import Catalogue
from queries.run import run
from tests.queries.comparison import plain
from tests.queries.conftest import Published
from tests.queries.oracles import hygiene
from tests.queries.oracles.agreement import World
from tests.queries.oracles.counting_worlds import counting_worlds
from tests.queries.rule import Row
from tests.queries.world_count import world_count

WORLDS = [World(world.projection, ()) for world in counting_worlds(world_count(150), 2052, "hy")]
NAMES = {
    node.id: str(node.properties["name"]) for world in WORLDS for node in world.projection.nodes if "name" in node.properties
}
EXAMPLES = 5


def _ask(published: Published, list_up_to: int) -> list[Row]:
    saved = Catalogue.of().get("evidence/hygiene")
    answer = run(saved, published.engine, {"list_up_to": list_up_to}, marker=published.marker, within=None)
    return [plain(row) for row in answer.records()]


def _called(row: Row) -> str:
    return ", ".join(NAMES[one] for one in (row["thing"], row["other"]) if one)


@pytest.mark.parametrize("most", [1, 20, 200])
def test_what_is_counted_is_what_would_be_listed(most: int, published: Published) -> None:
    listed: defaultdict[str, list[Row]] = defaultdict(list)
    for row in _ask(published, 0):
        listed[row["what"]].append(row)
    few = [row for rows in listed.values() for row in rows if len(rows) <= most]
    many = {what: rows for what, rows in listed.items() if len(rows) > most}

    told = _ask(published, most)
    counted = told[len(few) :]
    assert sorted(map(repr, told[: len(few)])) == sorted(map(repr, few))
    assert {row["what"]: row["how_many"] for row in counted} == {what: len(rows) for what, rows in many.items()}
    for row in counted:
        assert list(row["examples"]) == sorted({_called(one) for one in many[row["what"]]})[:EXAMPLES]
        assert {*row["claims"]} == {claim for one in many[row["what"]] for claim in one["claims"]}
    assert many


def test_what_is_denied_at_some_step_is_said_as_such(published: Published) -> None:
    said = {hygiene.NO_VICTIM, hygiene.DENIED_VICTIM, hygiene.NO_SUBJECT, hygiene.DENIED_SUBJECT}
    given = {(row["what"], row["thing"]) for row in _ask(published, 0) if row["what"] in said}
    expected = set[tuple[str, str]]().union(*(hygiene.answer(world.projection) for world in WORLDS))

    assert given == expected
    counted = Counter(what for what, _ in expected)
    assert all(counted[what] >= 10 for what in said), counted
