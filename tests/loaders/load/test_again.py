"""The same file again, under another name, shuffled, corrected, by a corrected mapping: what changes and what must not."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.decide import decide
from graph.decided.state import State
from graph.errors import CaseError
from graph.kept.case import Case
from graph.project import project
from graph.projection import Hashes
from loaders.load.kept import kept_load
from loaders.load.load import Load, prepare
from loaders.mapping import Mapping, parse
from tests.graph.small_case import graph, kept_apart, new_case, nodes
from tests.loaders.load.sheet import entered

MAPPING = """
name  = "roster"
title = "Roster of an invented guard"
dates = "year-first"
recognised_by = ["name", "unit", "since", "until", "number", "source"]
[key_space."guard/number"]
reason = "the guard's own number of service"
[citations]
space = "guard/source"
[thing.person]
label = "Person"
key   = { space = "guard/number", columns = ["number"] }
name  = { column = "name", source = "source" }
[thing.unit]
label = "Unit"
key   = { space = "file", columns = ["unit"] }
name  = "unit"
[link.posting]
type     = "POSTED_TO"
begin    = "person"
end      = "unit"
rests_on = { column = "unit", source = "source" }
function = { text = "commander" }
[link.posting.span]
begin = "since"
end   = "until"
"""
CORRECTED = MAPPING.replace('text = "commander"', 'text = "deputy"')
HEADER = ("name", "unit", "since", "until", "number", "source")
ROWS: list[tuple[str, ...]] = [
    ("Ada Brum", "Northern Guard", "2012-05-01", "2012-06-30", "7", "report 1"),
    ("A. Brum", "Southern Guard", "2013-01", "2013-04", "7", "report 2"),
    ("Olu Zent", "Northern Guard", "2012", "2014", "8", "report 1;report 2"),
    ("Olu Zent", "Northern Guard", "2012", "2014", "8", "report 1;report 2"),
    ("Ida Korr", "Southern Guard", "", "", "", ""),
]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as found:
        yield found


def load(case: Case, rows: list[tuple[str, ...]] = ROWS, *, name: str = "a.csv", mapping: str = MAPPING, **more: Any) -> Load:
    text = io.StringIO()
    csv.writer(text).writerows([HEADER, *rows])
    path = case.folder.parent / name
    path.write_text(text.getvalue(), "utf-8")
    meant: Mapping = parse(mapping, "roster")
    found = prepare(path, lambda reading, file: meant, **more)
    return entered(case, found)


def hashes(case: Case) -> Hashes:
    return graph(case.state)


def anew(tmp_path: Path, rows: list[tuple[str, ...]], **more: Any) -> Hashes:
    """Of a case that never held anything else."""
    with new_case(tmp_path / f"anew-{len(list(tmp_path.iterdir()))}") as case:
        load(case, rows, **more)
        return hashes(case)


def person(state: State, name: str) -> str:
    """The smallest mention of the person of this name."""
    return next(id_ for id_, node in nodes(state, "Person").items() if name in (node.properties["name"], *aliases(node)))


def aliases(node: Any) -> list[str]:
    return list(node.properties.get("aliases", ()))


def test_equal_rows_are_said(case: Case) -> None:
    equal = [note.text for note in load(case).notes if "equal" in note.text]
    assert equal == ["rows 4 and 5: equal, cell by cell, and read as two: what no key joins is there twice"]


def test_a_load_is_whole(case: Case) -> None:
    found = load(case)
    assert (found.sequence, found.already, list(found.rejects), found.rows) == (1, None, [], 5)
    projection = project(case.state)
    counted = {label: sum(n.label == label for n in projection.nodes) for label in ("Person", "Unit", "Source")}
    assert counted == {"Person": 3, "Unit": 2, "Source": 3}
    assert sum(link.type == "POSTED_TO" for link in projection.links) == 4
    assert case.journal.verify() == case.journal.head[0]
    assert list(case.originals.all()) == [found.reading.sha256]


def test_the_same_file_again_changes_nothing(case: Case) -> None:
    load(case)
    before, head = hashes(case), case.journal.head
    again = load(case, name="b.csv")
    assert (again.already, again.sequence) == (1, None)
    assert (hashes(case), case.journal.head) == (before, head)


def test_the_same_file_under_another_name_gives_the_same_graph(tmp_path: Path) -> None:
    assert anew(tmp_path, ROWS, name="a.csv") == anew(tmp_path, ROWS, name="b.csv")


def test_shuffled_rows_give_the_same_facts(tmp_path: Path) -> None:
    expected, shuffled = anew(tmp_path, ROWS), list(ROWS)
    for seed in range(6):
        random.Random(seed).shuffle(shuffled)
        assert anew(tmp_path, shuffled).facts == expected.facts
    assert anew(tmp_path, ROWS[:-1]).facts != expected.facts


def test_equal_rows_are_two_mentions_and_one_posting(case: Case) -> None:
    found = load(case)
    postings = [m for m in found.mentions.values() if m.what == "POSTED_TO"]
    assert len(postings) == 5
    assert len({mention.id for mention in postings}) == 5
    projection = project(case.state)
    (equal,) = [link for link in projection.links if link.begin == person(case.state, "Olu Zent")]
    claims = [node for node in projection.nodes if node.label == "Claim" and node.properties["about"] == equal.id]
    assert len(claims) == 2 * (2 + 2 + 2)  # of each row: posting, function and span, each on the word of two sources


def test_rows_keep_their_ids_among_rows_that_come_and_go(case: Case) -> None:
    first = load(case)
    more = [("New Man", "Northern Guard", "", "", "9", ""), *reversed(ROWS)]
    second = load(case, more, replaces=1, name="b.csv")
    assert first.mentions.keys() < second.mentions.keys()


def test_a_corrected_mapping_supersedes_and_ids_stay(case: Case, tmp_path: Path) -> None:
    first = load(case)
    joined = decide(case, "same", [person(case.state, "Ida Korr"), person(case.state, "Olu Zent")], reason="x")

    second = load(case, mapping=CORRECTED)

    state = case.state
    assert second.supersedes == 1
    assert second.mentions.keys() == first.mentions.keys()
    assert state.identity.same(*joined.body["members"])
    assert not state.undecided
    assert {link.properties["function"] for link in project(state).links if link.type == "POSTED_TO"} == {"deputy"}

    decide(case, "retract", retracts=joined.sequence, reason="x")
    assert hashes(case) == anew(tmp_path, ROWS, mapping=CORRECTED)


def test_going_back_to_the_first_mapping_gives_the_first_graph(case: Case) -> None:
    load(case)
    before = hashes(case)
    assert load(case, mapping=CORRECTED).sequence
    assert hashes(case) != before
    assert load(case).supersedes
    assert hashes(case) == before


def test_a_newer_version_replaces_the_older_one_and_keeps_the_decisions(case: Case) -> None:
    load(case)
    state = case.state
    kept = decide(case, "same", [person(state, "Ida Korr"), person(state, "Olu Zent")], reason="x")

    newer = load(case, [("Ada Brumm", *ROWS[0][1:]), *ROWS[2:]], name="b.csv", replaces=1)

    state = case.state
    assert (newer.supersedes, state.superseded) == (1, {1: newer.sequence})
    assert state.identity.same(*kept.body["members"])
    found = {node.properties["name"]: aliases(node) for node in nodes(state, "Person").values()}
    assert found == {"Ada Brumm": [], "Olu Zent": ["Ida Korr"]}
    assert len({body["series"] for body in state.loads.values()}) == 1


def test_a_decision_on_a_changed_row_moves_with_its_number(case: Case) -> None:
    load(case, ROWS[2:])
    ida, olu = (person(case.state, name) for name in ("Ida Korr", "Olu Zent"))
    decide(case, "different", [ida, olu], reason="x")
    load(case, [("Olu Zentt", *ROWS[2][1:]), ROWS[4]], name="b.csv", replaces=1)
    state = case.state
    assert not state.undecided
    assert kept_apart(state.identity, ida, person(state, "Olu Zentt"))


def test_a_decision_on_a_row_that_is_gone_waits(case: Case) -> None:
    load(case)
    state = case.state
    entry = decide(case, "different", [person(state, "Ida Korr"), person(state, "Olu Zent")], reason="x")
    load(case, ROWS[:4], name="b.csv", replaces=1)
    assert [waiting.sequence for waiting in case.state.undecided] == [entry.sequence]


def test_two_versions_of_one_roster_are_one_origin(case: Case) -> None:
    first = load(case)
    second = load(case, ROWS[:4], name="b.csv", replaces=1)
    assert first.series == second.series
    (about,) = (m.id for m in first.mentions.values() if m.part == "file")
    assert about in second.mentions


@pytest.mark.parametrize(("replaces", "reason"), [(9, "not a load in force"), (1, "not a load in force")])
def test_only_a_load_that_counts_is_replaced(case: Case, replaces: int, reason: str) -> None:
    load(case)
    load(case, ROWS[:4], name="b.csv", replaces=1)
    head = case.journal.head
    with pytest.raises(CaseError, match=reason):
        load(case, ROWS[:3], name="c.csv", replaces=replaces)
    assert case.journal.head == head


def test_another_mapping_is_no_newer_version(case: Case) -> None:
    load(case)
    with pytest.raises(CaseError, match="another mapping"):
        load(case, ROWS[:4], name="b.csv", replaces=1, mapping=MAPPING.replace('"roster"', '"muster"'))


def test_files_join_by_the_number_and_not_by_the_name_of_a_unit(case: Case) -> None:
    load(case)
    second = load(case, [("Brum, Ada", "Northern Guard", "", "", "7", "")], name="b.csv")
    state = case.state
    assert [join.space for join in second.joins] == ["guard/number"]
    assert "Brum, Ada" in aliases(nodes(state, "Person")[person(state, "Ada Brum")])
    assert sum(node.properties["name"] == "Northern Guard" for node in nodes(state, "Unit").values()) == 2


def test_a_join_that_was_taken_back_is_left_out_of_every_later_load(case: Case) -> None:
    load(case)
    join = next(e for e in case.journal.entries() if "guard/number" in e.body.get("reason", "") and e.body["decision"] == "same")
    decide(case, "retract", retracts=join.sequence, reason="two men")
    apart = hashes(case)
    assert len(nodes(case.state, "Person")) == 4

    second = load(case, mapping=CORRECTED.replace("deputy", "commander") + "\n")

    assert set(join.body["members"]) <= {member for left_out in second.left_out for member in left_out.members}
    assert hashes(case).facts == apart.facts


def test_a_join_that_was_taken_back_stays_so_when_the_row_is_edited(case: Case) -> None:
    load(case, [ROWS[2]])
    load(case, [ROWS[0]], name="b.csv")
    third = load(case, [("Brum", "Guards", "", "", "7", "")], name="c.csv")
    join = next(e for e in case.journal.entries() if e.body.get("load") == third.sequence)
    decide(case, "retract", retracts=join.sequence, reason="two men")
    load(case, [("Brumm", "Guards", "", "", "7", "")], name="d.csv", replaces=third.sequence)
    state = case.state
    assert person(state, "Brumm") != person(state, "Ada Brum")


def test_a_superseded_file_given_again_changes_nothing(case: Case) -> None:
    load(case)
    load(case, ROWS[:4], name="b.csv", replaces=1)
    before = hashes(case)
    load(case)
    assert hashes(case) == before


def test_a_file_that_fails_leaves_the_case_as_it_was(case: Case) -> None:
    load(case)
    before = case.journal.head, hashes(case)
    with pytest.raises(CaseError):
        load(case, ROWS[:4], name="b.csv", replaces=77)
    assert (case.journal.head, hashes(case)) == before


def test_one_file_by_two_mappings_is_one_source_of_one_title(case: Case) -> None:
    """Two titles of one paper would stand among the contradictions of the case, and none is there."""

    def of_file() -> tuple[object, object]:
        (source,) = [node.properties for node in nodes(case.state, "Source").values() if node.properties.get("held")]
        return source["name"], source["conflicts"]

    other = MAPPING.replace('name  = "roster"', 'name  = "units"').replace("Roster of", "Units of")
    first, second = load(case), load(case, mapping=other)
    assert of_file() == ("Roster of an invented guard", [])
    said = "the file was loaded before: it is one source, and stays called “Roster of an invented guard”"
    assert said in [note.text for note in second.notes]
    entry = case.journal.entry(second.sequence or 0)
    assert entry is not None and kept_load(case, entry).claims == second.claims

    corrected = load(case, mapping=MAPPING.replace("Roster of", "List of"))
    assert corrected.supersedes == first.sequence
    assert of_file() == ("Roster of an invented guard", [])
