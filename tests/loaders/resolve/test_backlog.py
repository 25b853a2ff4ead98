"""What waits for a person: kept beside the journal, and always as the decisions since have left it."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.decide import Decided, decide, decide_all
from graph.errors import CaseError
from graph.kept.case import Case
from loaders.resolve.backlog import Backlog, load, save
from loaders.resolve.proposal import Conflict, Edge, Evidence, Group
from tests.graph.small_case import Sheet, new_case


def edge(one: str, other: str, bits: float | None = 6.5) -> Edge:
    return Edge(one, other, "review", bits, (Evidence("surname", "the same in any script", 10.2), Evidence("born", "not stated")))


FOUR = Group(
    "Person",
    ("p-a", "p-b", "p-c", "p-d"),
    (edge("p-a", "p-b", 9.1), edge("p-b", "p-c", 7.0), edge("p-a", "p-c"), edge("p-c", "p-d", None)),
    "no birth date on either side",
)
TWO = Group("Person", ("p-e", "p-f"), (edge("p-e", "p-f"),), "several are called so")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as found:
        sheet = Sheet()
        for letter in "abcdef":
            sheet.thing(f"p-{letter}", "Person", name=f"Brum {letter}")
        sheet.enter(found.journal)
        yield found


def pairs(waiting: Backlog) -> list[set[tuple[str, str]]]:
    return [{(edge.one, edge.other) for edge in group.edges} for group in waiting.groups]


def test_it_comes_back_as_it_was_kept(case: Case) -> None:
    alert = Conflict("Person", "p-e", edge("p-e", "p-f"))
    decide_all(case, [Decided(("p-e", "p-f"), "persons/E", "x")])
    save(case, [FOUR], [alert], 2)
    assert load(case) == Backlog(2, (FOUR,), (alert,))


def test_nothing_waits_before_anything_was_resolved_or_after_the_file_was_deleted(case: Case) -> None:
    assert load(case) == Backlog()
    save(case, [FOUR], [], 1).unlink()
    assert load(case) == Backlog()


def test_it_is_for_its_owner_alone_and_leaves_no_other_file(case: Case) -> None:
    save(case, [FOUR], [], 1)
    path = save(case, [TWO], [], 1)
    assert path == case.folder / "review" / "groups.jsonl"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [found.name for found in path.parent.iterdir()] == ["groups.jsonl"]
    assert load(case).groups == (TWO,)


def test_what_was_joined_is_asked_no_more_and_the_rest_is_asked_of_the_whole(case: Case) -> None:
    save(case, [FOUR, TWO], [], 1)
    decide(case, "same", ["p-a", "p-b"], reason="one man")
    first, second = load(case).groups
    assert (first.things, second) == (("p-a", "p-c", "p-d"), TWO)
    assert [(found.one, found.other) for found in first.edges] == [("p-b", "p-c"), ("p-a", "p-c"), ("p-c", "p-d")]


def test_a_refusal_and_an_open_question_count_for_the_whole_thing(case: Case) -> None:
    save(case, [FOUR, TWO], [], 1)
    decide(case, "same", ["p-a", "p-b"], reason="one man")
    decide(case, "different", ["p-b", "p-c"], reason="two men")
    assert pairs(load(case)) == [{("p-c", "p-d")}, {("p-e", "p-f")}]
    decide(case, "unsure", ["p-e", "p-f"], reason="?")
    assert pairs(load(case)) == [{("p-c", "p-d")}]


def test_a_group_that_falls_apart_is_several(case: Case) -> None:
    row = Group("Person", ("p-a", "p-b", "p-c", "p-d"), (edge("p-a", "p-b"), edge("p-b", "p-c"), edge("p-c", "p-d")), "why")
    save(case, [row], [], 1)
    decide(case, "different", ["p-b", "p-c"], reason="two men")
    assert [group.things for group in load(case).groups] == [("p-a", "p-b"), ("p-c", "p-d")]


def test_what_is_taken_back_is_asked_again(case: Case) -> None:
    save(case, [FOUR], [], 1)
    for verdict in ("same", "different", "unsure"):
        entry = decide(case, verdict, ["p-a", "p-b"], reason="x")
        assert ("p-a", "p-b") not in pairs(load(case))[0]
        decide(case, "retract", retracts=entry.sequence, reason="a slip")
        assert load(case).groups == (FOUR,)


def test_an_alert_ends_when_a_person_parts_or_confirms_what_it_is_about(case: Case) -> None:
    (entry,) = decide_all(case, [Decided(("p-a", "p-b"), "persons/E", "x")]).entries
    save(case, [], [Conflict("Person", "p-a", edge("p-a", "p-b"))], 2)
    assert len(load(case).conflicts) == 1
    confirmed = decide(case, "same", ["p-a", "p-b"], reason="the register says so")
    assert not load(case).conflicts
    decide(case, "retract", retracts=confirmed.sequence, reason="a slip")
    assert len(load(case).conflicts) == 1
    decide(case, "retract", retracts=entry.sequence, reason="two men")
    assert not load(case).conflicts


def test_files_loaded_since_are_told_and_rows_that_are_gone_are_not_asked_about(case: Case) -> None:
    save(case, [FOUR, TWO], [Conflict("Person", "p-a", edge("p-a", "p-b"))], 1)
    assert not load(case).behind
    newer = Sheet().thing("p-e", "Person", name="Brum e").thing("p-f", "Person", name="Brum f")
    newer.enter(case.journal, supersedes=1)
    assert load(case) == Backlog(1, (TWO,), (), behind=True)


@pytest.mark.parametrize("text", ["", "{}\n", "not json\n", json.dumps({"format": 99, "sequence": 1}) + "\n", '{"format":1}\n'])
def test_a_file_that_was_not_written_so_is_refused_with_a_remedy(text: str, case: Case) -> None:
    save(case, [], [], 1).write_text(text, "utf-8")
    with pytest.raises(CaseError, match=r"linkage resolve --all"):
        load(case)
