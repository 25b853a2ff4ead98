"""The whole way through a journal: what rules join is entered with its reasons, once; what a person said stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from graph.decide import decide
from graph.decided.decision import DECLARED_KEY
from graph.decided.entry import Entry, Kind
from graph.kept.case import Case
from graph.said.span import Period, Span
from loaders.resolve import backlog, run
from loaders.resolve.proposal import Edge, Proposal
from loaders.resolve.run import Resolved, resolve
from loaders.resolve.stages import Stage
from tests.graph.small_case import Sheet, day, graph, lasting, new_case, recorded

RICH = {"name": "Рудозорук Антон Сергеевич", "born": "1984-03-02"}
"""Enough for a rule: all three names and the whole birth date."""
EVENING = Period(day(3) + timedelta(hours=20), day(3) + timedelta(hours=21))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as found:
        yield found


def a_list(prefix: str = "") -> Sheet:
    """A man, a place and what was done to him there in one hour, as one list tells it."""
    sheet = Sheet().thing(f"p-{prefix}a", "Person", **RICH).thing(f"st-{prefix}a", "Station", name="Salt Quay Depot")
    sheet.thing(f"e-{prefix}a", "Event", kind="torture", span=Span(EVENING))
    sheet.link(f"l-{prefix}1", "SUFFERED", f"p-{prefix}a", f"e-{prefix}a")
    sheet.link(f"l-{prefix}2", "OCCURRED_AT", f"e-{prefix}a", f"st-{prefix}a")
    return sheet.link(f"l-{prefix}3", "HELD_AT", f"p-{prefix}a", f"st-{prefix}a", span=lasting(2, 4))


def joined(case: Case) -> set[tuple[str, ...]]:
    """Members of every thing of more than one, links left out."""
    things = case.state.identity.components().values()
    return {tuple(sorted(members)) for members in things}


def decisions(case: Case) -> list[Entry]:
    return list(case.journal.entries(Kind.IDENTITY))


def counted(found: Resolved) -> dict[str, int]:
    return {label: sum(merge.label == label for merge in found.merges) for label in {merge.label for merge in found.merges}}


def test_what_is_joined_first_is_seen_by_what_comes_after(case: Case) -> None:
    """Nothing but the one man and the one place makes one event of the two."""
    a_list().enter(case.journal)
    a_list("b").enter(case.journal)
    found = resolve(case)
    assert counted(found) == {"Person": 1, "Station": 1, "Event": 1}
    assert joined(case) == {("p-a", "p-ba"), ("st-a", "st-ba"), ("e-a", "e-ba")}


def test_each_decision_says_by_which_rule_on_which_evidence_and_from_which_policy(case: Case) -> None:
    a_list().enter(case.journal)
    a_list("b").enter(case.journal)
    resolve(case)
    by_label = {entry.body["members"][0].split("-")[0]: entry for entry in decisions(case)}
    person = by_label["p"].body
    assert person["rule"] == "persons/A2"
    assert person["bits"] == pytest.approx(sum(one["bits"] for one in person["evidence"] if one["bits"] is not None), abs=0.1)
    assert len(person["policy"]) == len(person["model"]) == 64
    assert "birth date" in person["reason"]
    assert by_label["e"].body["rule"] == "events/victims-hours-kind"
    assert "bits" not in by_label["e"].body
    assert {entry.who for entry in decisions(case)} == {case.who}


def test_resolving_twice_is_resolving_once(case: Case) -> None:
    a_list().enter(case.journal)
    a_list("b").enter(case.journal)
    resolve(case)
    head = case.journal.head
    assert not resolve(case).merges
    assert not resolve(case, everything=True).merges
    assert case.journal.head == head


def test_a_dry_run_says_the_same_and_changes_nothing(case: Case) -> None:
    a_list().enter(case.journal)
    a_list("b").enter(case.journal)
    head = case.journal.head
    dry = resolve(case, dry_run=True)
    assert case.journal.head == head
    assert backlog.load(case) == backlog.Backlog()
    assert resolve(case).merges == dry.merges


def test_only_what_is_new_is_compared_and_comes_to_the_same_as_all_at_once(case: Case, tmp_path: Path) -> None:
    first, second = a_list(), a_list("b").thing("p-bz", "Person", name="Ilka Brennoy", born="1970")
    first.enter(case.journal)
    assert resolve(case).since is None
    second.enter(case.journal)
    found = resolve(case)
    assert found.since is not None
    assert counted(found) == {"Person": 1, "Station": 1, "Event": 1}
    with new_case(tmp_path / "other") as other:
        first.enter(other.journal)
        second.enter(other.journal)
        resolve(other)
        assert joined(other) == joined(case)


def test_what_waited_waits_on_when_something_else_is_loaded(case: Case) -> None:
    asked = Sheet().thing("a-1", "Area", name="Old Harbour").thing("a-2", "Area", name="Old Harbour")
    asked.enter(case.journal)
    resolve(case)
    a_list().enter(case.journal)
    found = resolve(case)
    assert [group.things for group in found.groups] == [("a-1", "a-2")]
    assert backlog.load(case).groups == tuple(found.groups)
    assert not backlog.load(case).behind


def test_a_join_that_a_person_took_back_is_never_made_again(case: Case) -> None:
    a_list().enter(case.journal)
    a_list("b").enter(case.journal)
    resolve(case)
    (place,) = (entry for entry in decisions(case) if "st-a" in entry.body["members"])
    decide(case, "retract", retracts=place.sequence, reason="two depots")
    for everything in (False, True):
        assert "Station" not in counted(resolve(case, everything=everything))
    assert ("st-a", "st-ba") not in joined(case)


def test_what_a_person_keeps_apart_is_not_joined_and_neither_is_what_hangs_on_it(case: Case) -> None:
    a_list().enter(case.journal)
    a_list("b").enter(case.journal)
    decide(case, "different", ["p-a", "p-ba"], reason="father and son")
    found = resolve(case)
    assert counted(found) == {"Station": 1}
    assert ("p-a", "p-ba") not in joined(case)


def test_a_person_s_decision_makes_what_it_is_about_new(case: Case) -> None:
    """Two men of one name: when a person says that they are one, their events are compared again."""
    a_list().enter(case.journal)
    other = a_list("b")
    other.claims = [claim for claim in other.claims if claim.value != RICH["born"]]
    other.enter(case.journal)
    assert "Event" not in counted(resolve(case))
    decide(case, "same", ["p-a", "p-ba"], reason="his brother says so")
    assert counted(resolve(case)) == {"Event": 1}


def test_events_of_persons_who_may_be_one_are_asked_about_too_and_joined_once_a_person_says_so(case: Case) -> None:
    a_list().enter(case.journal)
    other = a_list("b")
    other.claims = [claim for claim in other.claims if claim.value != RICH["born"]]
    other.enter(case.journal)
    asked = {group.things for group in resolve(case).groups}
    assert {("p-a", "p-ba"), ("e-a", "e-ba")} <= asked
    decide(case, "same", ["p-a", "p-ba"], reason="his brother says so")
    found = resolve(case)
    assert counted(found) == {"Event": 1}
    assert backlog.load(case).groups == ()


def test_events_of_persons_of_whom_nobody_can_say_are_asked_about_still(case: Case) -> None:
    a_list().enter(case.journal)
    other = a_list("b")
    other.claims = [claim for claim in other.claims if claim.value != RICH["born"]]
    other.enter(case.journal)
    decide(case, "unsure", ["p-a", "p-ba"], reason="?")
    assert [group.things for group in resolve(case).groups] == [("e-a", "e-ba")]


def test_events_of_persons_who_turn_out_to_be_two_are_asked_about_no_more(case: Case) -> None:
    a_list().enter(case.journal)
    other = a_list("b")
    other.claims = [claim for claim in other.claims if claim.value != RICH["born"]]
    other.enter(case.journal)
    resolve(case)
    decide(case, "different", ["p-a", "p-ba"], reason="father and son")
    assert resolve(case).groups == []


def test_rows_that_a_newer_version_does_not_have_take_along_what_rules_joined(case: Case) -> None:
    a_list().enter(case.journal)
    load = a_list("b").enter(case.journal)
    resolve(case)
    Sheet().thing("p-bz", "Person", name="Ilka Brennoy").enter(case.journal, supersedes=load)
    assert joined(case) == set()
    assert case.state.undecided == ()
    found = resolve(case)
    assert not found.merges
    assert not found.refused


def test_a_new_row_that_contradicts_what_a_rule_joined_raises_an_alert_and_splits_nothing(case: Case) -> None:
    """A third list has the key of the first, and the birth date of somebody else."""
    a_list().enter(case.journal)
    a_list("b").enter(case.journal)
    resolve(case)
    load = Sheet().thing("p-c", "Person", name=RICH["name"], born="1951-07-09").enter(case.journal)
    recorded(case.journal, "same", "p-a", "p-c", rule=DECLARED_KEY, load=load)
    found = resolve(case)
    assert [(conflict.label, conflict.thing) for conflict in found.conflicts] == [("Person", "p-a")]
    assert backlog.load(case).conflicts == tuple(found.conflicts)
    assert ("p-a", "p-ba", "p-c") in joined(case)


def test_what_a_compilers_key_alone_makes_one_is_the_compilers_word_and_no_alert(case: Case) -> None:
    sheet = (
        Sheet().thing("p-a", "Person", key="7", **RICH).thing("p-b", "Person", key="7", name="Ilka Brennoy", born="1951-07-09")
    )
    recorded(case.journal, "same", "p-a", "p-b", rule=DECLARED_KEY, load=sheet.enter(case.journal))
    assert resolve(case).conflicts == []


def test_the_order_of_the_files_does_not_matter(tmp_path: Path) -> None:
    sheets = [a_list(), a_list("b"), a_list("c")]
    hashes = set()
    for name, order in (("one", sheets), ("other", sheets[::-1])):
        with new_case(tmp_path / name) as case:
            for sheet in order:
                sheet.enter(case.journal)
                resolve(case)
            hashes.add(graph(case.state))
    assert len(hashes) == 1


def test_joins_that_only_together_contradict_a_decision_are_refused_and_the_others_made(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    chain = tuple(Edge(one, other, "a rule", None, ()) for one, other in (("st-a", "st-b"), ("st-b", "st-c")))
    monkeypatch.setattr(run, "STAGES", (Stage(("Station",), lambda *_: Proposal(chain)),))
    sheet = Sheet()
    for letter in "abc":
        sheet.thing(f"st-{letter}", "Station", name=letter)
    sheet.enter(case.journal)
    decide(case, "different", ["st-a", "st-c"], reason="two depots")
    found = resolve(case)
    assert (len(found.merges), len(found.refused)) == (1, 1)
    assert joined(case) == {("st-a", "st-b")}


def test_an_empty_case_comes_to_nothing(case: Case) -> None:
    found = resolve(case)
    assert (found.merges, found.groups, found.conflicts) == ([], [], [])
