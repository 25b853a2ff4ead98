"""The random worlds hold what the rule decides on, often enough that an oracle that agrees has been asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from tests.queries.conftest import HAPPENINGS, SMALL_WORLDS
from tests.queries.grade_rows import question, samples
from tests.queries.happenings_oracle import HappeningsOracle
from tests.queries.oracle import Oracle
from tests.queries.oracles import commanders_for_event, custody_chain, measures_taken, notices, operation_footprint, reprisals
from tests.queries.oracles.operation_footprint import in_cycle
from tests.queries.oracles.subordinates import Told
from tests.queries.oracles.test_commanders_for_event import WORLDS as FORCES
from tests.queries.oracles.test_custody_chain import WORLDS as CUSTODY
from tests.queries.oracles.test_impunity import WORLDS as IMPUNITY
from tests.queries.oracles.test_operation_footprint import QUESTIONS as PERIODS
from tests.queries.oracles.test_operation_footprint import WORLDS as OPERATIONS
from tests.queries.rule import DAY, FIRST, LAST, Asked, Members, Row, cited, is_stated

OFTEN = 10
RULE = ["denied", "bridged", "bridged, cited that day", "cited for a day that is none", "cited vaguely and exactly"]
RULE += ["unknown beginning", "unknown end", "its own core not needed", "a bridged core around it", "no core", "not cited"]


def kinds(row: Members) -> Iterator[str]:
    """What a row shows of the rule."""
    since, until = min(row.shared), row.limits()[1] or LAST
    for member in row.members:
        found = member.properties
        lengths = {end - begin == DAY for begin, end in cited(member)}
        whole = [begin == begin.replace(hour=0) for begin, end in cited(member) if end - begin == DAY]
        told = {
            "denied": found.get("disputed"),
            "bridged": found.get("bridged"),
            "bridged, cited that day": found.get("bridged") and is_stated(member, since, until),
            "cited for a day that is none": found.get("bridged") and False in whole,
            "cited vaguely and exactly": len(lengths) == 2,
            "unknown beginning": found.get("possible_from") == FIRST,
            "unknown end": found.get("possible_to") == LAST,
            "no core": "certain_from" not in found,
            "not cited": not cited(member),
        }
        yield from (kind for kind, holds in told.items() if holds)
    if not row.members:
        yield "nothing but the question"
    elif not any(member.properties.get("disputed") for member in row.members):
        stated = {at for at, member in enumerate(row.members) if is_stated(member, since, until)}
        everyone, proofs = set(range(len(row.members))), [*row.proofs()]
        if stated != everyone and any(needed <= stated for needed in proofs):
            yield "its own core not needed"
        if proofs and len(everyone) > 1 and all(needed != everyone for needed in proofs) and not any(n <= stated for n in proofs):
            yield "a bridged core around it"


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each kind came up in a row of an oracle."""
    counted: Counter[str] = Counter()
    columns = Members.columns

    def counting(row: Members) -> Row:
        if row.shared and not row.asked.any:
            counted.update(set(kinds(row)))
        return columns(row)

    monkeypatch.setattr(Members, "columns", counting)
    return counted


def enough(what: str, seen: Counter[str], wanted: Iterable[str]) -> None:
    counts = {kind: seen[kind] for kind in wanted}
    print(what, counts)
    assert min(counts.values()) >= OFTEN, counts


def test_rows_alone(seen: Counter[str]) -> None:
    for members, limits in samples(3000, seed=2014):
        links: Any = [type("Member", (), {"properties": properties, "id": properties["id"]}) for properties in members]
        Members(links, question(limits)).columns()
    enough("rows", seen, [*RULE, "nothing but the question"])


def test_chains_and_stays(seen: Counter[str]) -> None:
    for small in SMALL_WORLDS:
        oracle = Oracle(small.projection)
        for asked in small.questions:
            getattr(oracle, asked.query.split("/")[1])(asked.about, asked.asked)
    enough("chains and stays", seen, [*RULE, "nothing but the question"])


def test_happenings(seen: Counter[str]) -> None:
    for small in HAPPENINGS:
        oracle = HappeningsOracle(small.projection)
        for asked in small.questions:
            getattr(oracle, asked.query.split("/")[1])(*asked.told)
    enough("happenings", seen, RULE)


def test_custody(seen: Counter[str]) -> None:
    for world in CUSTODY:
        for parameters in world.questions:
            custody_chain.answer(world.projection, parameters)
    enough("custody", seen, RULE)


def test_forces_and_unknown_units_based_at_a_place(seen: Counter[str]) -> None:
    for world in FORCES:
        kinds = {node.id: node.properties.get("kind") for node in world.projection.nodes}
        for parameters in world.questions:
            for row in commanders_for_event.answer(world.projection, parameters):
                unknown = row["tie"] == "based" and kinds[row["at_event"]] == "unknown"
                seen["unknown unit based there"] += unknown
                seen["what stands above it"] += unknown and row["level"] > 0
                seen["who commands above it"] += unknown and row["commander"] is not None
    enough("forces", seen, [*RULE, "unknown unit based there", "what stands above it", "who commands above it"])


def test_operations_and_cycles(seen: Counter[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Also superiors that are left out for nothing but that another of the same cycle is named."""
    named = operation_footprint._named

    def counting(*given: Any) -> bool:
        seen["left out, for another of its cycle is named"] += named(*given)
        return named(*given)

    monkeypatch.setattr(operation_footprint, "_named", counting)
    for world in OPERATIONS:
        oracle = Oracle(world.projection)
        for parameters in PERIODS:
            rows = operation_footprint.answer(world.projection, parameters)
            period = Asked.of(parameters.get("from"), parameters.get("to"))  # type: ignore[arg-type]  # instants
            for superior in {row["superior"] for row in rows}:
                others = (unit for unit in oracle.nodes if oracle.nodes[unit].label == "Unit" and unit != superior)
                seen["named in a cycle"] += any(in_cycle(oracle, period, superior, unit) for unit in others)
    enough("operations", seen, [*RULE, "named in a cycle", "left out, for another of its cycle is named"])


def test_before_and_after(seen: Counter[str]) -> None:
    """An earlier thing may end as the later one begins, or go on into it though it had surely begun."""
    for world in IMPUNITY:
        things = {node.id: Told(node) for node in world.projection.nodes if "possible_from" in node.properties}
        for parameters in world.questions:
            for row in notices.timeline(world.projection, parameters):
                _count_order(seen, "notice", things[row["notice"]], things[row["event"]])
            for row in measures_taken.answer(world.projection, {k: v for k, v in parameters.items() if k != "public"}):
                if row["measure"]:
                    _count_order(seen, "measure", things[row["event"]], things[row["measure"]])
    for world in IMPUNITY:
        things = {node.id: Told(node) for node in world.projection.nodes if "possible_from" in node.properties}
        for row in reprisals.answer(world.projection, {}):
            _count_order(seen, "charge", things[row["complaint"]], things[row["charge"]])
    orders = [f"{kind}: {what}" for kind in ("notice", "measure", "charge") for what in ("over", "just over", "begun", "open")]
    enough("before and after", seen, [*RULE, *orders])


def _count_order(seen: Counter[str], kind: str, earlier: Told, later: Told) -> None:
    over = earlier.until <= later.since
    seen[f"{kind}: {'over' if over else 'begun' if earlier.begun_to <= later.since else 'open'}"] += 1
    seen[f"{kind}: just over"] += earlier.until == later.since
