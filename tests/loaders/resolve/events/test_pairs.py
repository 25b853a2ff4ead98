"""The list of event pairs, resolved as one case: each comes out as a lawyer for the defence would have it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from graph.kept.case import Case
from loaders.resolve.run import Resolved, resolve
from tests.graph.small_case import new_case
from tests.loaders.resolve.events.pairs import SIDES, Pair, Verdict, pairs, sheets


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with new_case(tmp_path_factory.mktemp("list") / "case") as found:
        for sheet in sheets():
            sheet.enter(found.journal)
        yield found


@pytest.fixture(scope="module")
def resolved(case: Case) -> Resolved:
    return resolve(case)


def edges(resolved: Resolved) -> dict[tuple[str, str], Verdict]:
    """By two events, what came of them."""
    asked = {(edge.one, edge.other): "ask" for group in resolved.groups if group.label == "Event" for edge in group.edges}
    joined = {(merge.edge.one, merge.edge.other): "same" for merge in resolved.merges if merge.label == "Event"}
    return {(min(pair), max(pair)): verdict for pair, verdict in (asked | joined).items()}  # type: ignore[misc]  # two of three


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: f"{pair.number} {pair.says}")
def test_it_comes_out_as_a_lawyer_would_have_it(pair: Pair, resolved: Resolved) -> None:
    one, other = sorted(map(pair.event, SIDES))
    assert edges(resolved).get((one, other), "different") == pair.verdict


def test_nothing_is_joined_or_asked_across_the_list(resolved: Resolved) -> None:
    listed = {tuple(sorted(map(pair.event, SIDES))) for pair in pairs()}
    assert edges(resolved).keys() <= listed


def test_the_persons_of_the_list_are_who_they_are_meant_to_be(case: Case, resolved: Resolved) -> None:
    """Otherwise a verdict would be right for a wrong reason."""
    things = case.state.identity.components().values()
    persons = [sorted(members) for members in things if min(members).startswith("p-")]
    assert all(len({(member.split("-")[1], member[-1]) for member in members}) == 1 for members in persons)
    both = {
        (pair.number, letter)
        for pair in pairs()
        for letter in {*pair.one.get("who", "")} & {*pair.other.get("who", "")}
        if "?" not in pair.one["who"] + pair.other["who"]
    }
    assert {(int(members[0].split("-")[1]), members[0][-1]) for members in persons} == both


def test_each_station_of_the_list_is_one_in_all_its_languages(case: Case, resolved: Resolved) -> None:
    stations = {case.state.identity.root(id_) for id_, mention in case.state.mentions.items() if mention.what == "Station"}
    assert len(stations) == len({row["at"] for pair in pairs() for row in (pair.one, pair.other) if "at" in row})


def test_the_list_has_every_verdict_language_and_precision() -> None:
    assert min(Counter(pair.verdict for pair in pairs()).values()) >= 12
    rows = [row for pair in pairs() for row in (pair.one, pair.other)]
    assert {row["in"] for row in rows} == {"ru", "be", "en"}
    assert {len(row.get("when", "").partition("/")[0]) for row in rows} == {
        len(t) for t in ("", "2024", "2024-09", "2024-09-15", "2024-09-15T20:00")
    }
