"""A review as a person holds it: at a terminal, key by key, left and taken up again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.decide import Decided, decide_all
from graph.decided.entry import Entry, Kind
from graph.kept.case import Case
from loaders.resolve.backlog import save
from loaders.resolve.proposal import Conflict, Evidence
from tests.cli import harbour
from tests.cli.harbour import ASIP, KESTA, KESTO, O_M, OLEG, ORSOLIN, OSIP, VADE
from tests.cli.program import inside, outside
from tests.cli.terminal import Sitting

KEYS = "? help"
REASON = "reason (empty: back): "
CTRL_D = "\x04"


@pytest.fixture
def mention(fresh: Path, tmp_path: Path) -> dict[str, str]:
    """The roster in a case of one's own, with what waits for a person. By name, the mention."""
    found = harbour.loaded(fresh, tmp_path)
    harbour.waiting(fresh, found)
    return found


def decided(case: Path) -> list[Entry]:
    """What people decided, in order."""
    with Case(case) as held:
        return [entry for entry in held.journal.entries(Kind.IDENTITY) if entry.body["rule"] == "person"]


def same(sitting: Sitting, reason: str) -> None:
    sitting.types("y")
    sitting.sees(REASON)
    sitting.types(f"{reason}\n")


def test_a_review_from_end_to_end_left_in_the_middle_and_undone(fresh: Path, mention: dict[str, str]) -> None:
    with Sitting("review", case=fresh) as first:
        shown = first.sees(KEYS)
        assert "4 groups waiting" in shown and "Tannery Street Barracks" in shown and "a name without its kind" in shown
        same(first, "one gate in all the photographs")
        shown = first.sees(KEYS)
        assert "entry 6: same, by a tester" in shown
        assert "3 groups waiting" in shown and VADE in shown and "together" in shown and "+11.0 bits = over 99.9 %" in shown
        first.types("n")
        assert "entry 7: different" in first.sees(KEYS)
        first.types("q")
        code, said = first.ends()
        assert code == 0 and "1 same, 1 different; 2 groups waiting" in said

    with Sitting("review", case=fresh, columns=200) as second:
        shown = second.sees(KEYS)
        assert "4 may be one, asked pair by pair (3 pairs left) · 2 groups waiting" in shown
        assert "[Gnedovets Osip Markovich]" in shown and "given name: same (1 in 46)" in shown
        assert (
            "roster.csv, row 2" in shown
            and "1971-03-04" in shown
            and "1 May 1991 – 9 August 1991" in shown
            and "surely" not in shown
        )
        second.types("z")
        shown = second.sees("y, or any other key")
        assert "entry 7" in shown and "different" in shown
        second.types("y")
        shown = second.sees(KEYS)
        assert "entry 7 taken back" in shown and VADE in shown and "3 groups waiting" in shown
        same(second, "one card in two lists")
        second.sees(KEYS)
        same(second, "the same post")
        shown = second.sees(KEYS)
        assert "3 may be one, asked pair by pair (2 pairs left)" in shown and O_M in shown
        second.types("u")
        shown = second.sees(KEYS)
        assert OLEG in shown and O_M in shown
        second.types("n")
        assert KESTO in second.sees(KEYS)
        second.types("s")
        code, said = second.ends()
        assert code == 0 and "1 taken back, 2 same, 1 unsure, 1 different, 1 skipped; 1 group waiting" in said
        assert "next: `linkage resolve`" in said

    place, parted, undone, vade, osip, unsure, oleg = decided(fresh)
    assert [entry.body["decision"] for entry in (parted, undone, vade)] == ["different", "retract", "same"]
    assert undone.body["retracts"] == parted.sequence
    assert (osip.body["reason"], osip.who) == ("the same post", "a tester")
    assert osip.body["members"] == sorted((mention[OSIP], mention[ASIP]))
    assert osip.body["bits"] == 9.3 and osip.body["evidence"][1] == {
        "field": "surname",
        "says": "same in any script (1 in 1248)",
        "bits": 10.2,
    }
    assert unsure.body["decision"] == "unsure" and set(oleg.body["members"]) == {mention[O_M], mention[OLEG]}
    assert place.body["decision"] == "same" and "bits" not in place.body
    people = json.loads(inside("status", "--json", case=fresh).out)["nodes"]["Person"]
    assert people == len(harbour.ROWS) - 2


def test_a_merge_without_a_reason_is_none(fresh: Path, mention: dict[str, str]) -> None:
    with Sitting("review", "--label", "Person", "--limit", "1", case=fresh) as sitting:
        sitting.sees(KEYS)
        same(sitting, "   ")
        assert "nothing recorded" in sitting.sees(KEYS)
        assert not decided(fresh)
        same(sitting, "one card")
        code, said = sitting.ends()
    assert code == 0 and "1 same; 2 groups waiting" in said
    assert [entry.body["reason"] for entry in decided(fresh)] == ["one card"]


def test_a_key_held_down_answers_one_question(fresh: Path, mention: dict[str, str]) -> None:
    with Sitting("review", case=fresh) as sitting:
        sitting.sees(KEYS)
        sitting.types("nnnnnnnn")
        sitting.sees("entry 6")
        sitting.sees(KEYS)
        sitting.types("q")
        sitting.ends()
    assert len(decided(fresh)) == 1


def test_an_end_of_input_goes_back_at_a_prompt_and_leaves_at_a_question(fresh: Path, mention: dict[str, str]) -> None:
    with Sitting("review", case=fresh) as sitting:
        sitting.sees(KEYS)
        sitting.types("y")
        sitting.sees(REASON)
        sitting.types(CTRL_D)
        assert "nothing recorded" in sitting.sees(KEYS)
        sitting.types(CTRL_D)
        code, said = sitting.ends()
    assert code == 0 and "nothing decided; 4 groups waiting" in said
    assert not decided(fresh)


def test_keys_of_a_russian_layout_are_known_by_their_place(fresh: Path, mention: dict[str, str]) -> None:
    with Sitting("review", case=fresh) as sitting:
        sitting.sees(KEYS)
        sitting.types("т")
        assert "different" in sitting.sees(KEYS)
        sitting.types("Г")
        assert "unsure" in sitting.sees(KEYS)
        sitting.types("й")
        assert sitting.ends()[0] == 0


def test_who_reads_no_cyrillic_finds_a_name_in_it(fresh: Path, mention: dict[str, str]) -> None:
    with Sitting("review", case=fresh) as sitting:
        sitting.sees(KEYS)
        sitting.types("/")
        sitting.sees("search (empty: all): ")
        sitting.types("gnedovets oleg\n")
        shown = sitting.sees(KEYS)
        assert "1 pair" in shown and OLEG in shown
        sitting.types("n")
        assert "3 may be one" in sitting.sees(KEYS)  # what was found is decided: the rest of the group, then all the others
        sitting.types("/")
        sitting.sees("search (empty: all): ")
        sitting.types("nobody\n")
        assert "no waiting pair has this name" in sitting.sees(KEYS)
        sitting.types("?")
        shown = sitting.sees(KEYS)
        assert "they are two" in shown
        sitting.types("x")
        assert "no such key" in sitting.sees(KEYS)
        sitting.types("z")
        sitting.sees(OLEG)


def test_an_alert_comes_first_and_is_kept_or_taken_back(fresh: Path, mention: dict[str, str]) -> None:
    pairs = [(KESTO, KESTA), (VADE, ORSOLIN)]
    edges = [harbour.edge(mention, *pair, Evidence("born", "years that differ", -8.0), rule="birth years") for pair in pairs]
    with Case(fresh) as held:
        decide_all(held, [Decided((one.one, one.other), "persons/E", "rare names") for one in edges])
    harbour.waiting(fresh, mention, tuple(Conflict("Person", one.one, one) for one in edges))

    with Sitting("review", "--label", "Person", case=fresh) as sitting:
        shown = sitting.sees(KEYS)
        assert "ALERT" in shown and KESTO in shown and "joined by entry 6, rule persons/E" in shown
        sitting.types("u")
        assert "kept, taken back, or skipped" in sitting.sees(KEYS)
        sitting.types("n")
        sitting.sees(REASON)
        sitting.types("two sisters\n")
        shown = sitting.sees(KEYS)
        assert "entry 8: retract" in shown and "ALERT" in shown and VADE in shown
        same(sitting, "the card says so")
        assert "ALERT" not in sitting.sees(KEYS)
        sitting.types("q")
        assert "1 parted, 1 same" in sitting.ends()[1]

    with Case(fresh) as held:
        again = decide_all(held, [Decided((one.one, one.other), "persons/E", "rare names") for one in edges])
    assert [refused.by for refused in again.refused] == [8]


def test_what_somebody_else_decides_meanwhile_is_told(fresh: Path, mention: dict[str, str]) -> None:
    with Sitting("review", case=fresh) as sitting:
        sitting.sees(KEYS)
        judged = inside("judge", "Tannery Street", "Tannery Street Barracks", "different", "--reason", "two gates", case=fresh)
        assert judged.code == 0, judged.err
        same(sitting, "one gate")
        shown = sitting.sees(KEYS)
        assert "not recorded: decision 6 says two of these are different" in shown and VADE in shown


def test_a_name_is_shown_and_not_obeyed(fresh: Path, mention: dict[str, str]) -> None:
    evil = Evidence("surname", "same: Red \x1b[31mVade \u202eredaV", 3.0)
    row = harbour.group("Person", "why \x1b]0;owned\x07", harbour.edge(mention, VADE, ORSOLIN, evil))
    with Case(fresh) as held:
        save(held, [row], (), held.journal.head[0])
    with Sitting("review", case=fresh) as sitting:
        shown = sitting.sees(KEYS)
    assert "[31mVade" in shown and "\x1b[31m" not in shown and "\x1b]0" not in shown and "\u202e" not in shown


def test_elsewhere_than_on_a_terminal_it_says_what_to_do(shared_case: Path) -> None:
    ran = outside("review", case=shared_case)
    assert ran.code == 2 and ran.err.count("\n") == 1 and "`linkage judge`" in ran.err and not ran.out


def test_a_label_that_is_none_is_refused(shared_case: Path) -> None:
    assert "one of Person, Unit" in inside("review", "--label", "Ship", case=shared_case).complaint


def test_before_anything_was_resolved_it_says_so(shared_case: Path) -> None:
    with Sitting("review", case=shared_case) as sitting:
        code, said = sitting.ends()
    assert code == 0 and "`linkage resolve` finds what a person must decide" in said
