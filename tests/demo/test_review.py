"""The demo's groups, reviewed to the end by somebody who knows the republic: in two sittings, with a slip that is taken back."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from graph.decided.entry import Kind
from graph.decided.state import State
from graph.kept.case import Case
from loaders.resolve.backlog import load
from tests.cli.terminal import Sitting
from tests.demo.made import Made

KEYS = "? help"
HEAD = re.compile(r"A\s+(p-[a-z2-7]{16}) · .*B\s+(p-[a-z2-7]{16}) · ")


@pytest.fixture(scope="module")
def known(made: Made) -> dict[str, str]:
    """By mention, the badge or casefile of the person it speaks of; nobody can say of a name on a list whose it is."""
    state = made.case.state
    known = made.keys | made.in_press
    return {id_: known[root] for id_ in state.mentions if (root := state.identity.root(id_)) in known}


@pytest.fixture
def case(made: Made, tmp_path: Path) -> Path:
    """The demo's case, to be changed. A review asks no graph."""
    return Path(shutil.copytree(made.folder / "case", tmp_path / "case", ignore=shutil.ignore_patterns("graph")))


def answer(shown: str, known: dict[str, str]) -> str:
    """The key that is right for the pair on the screen."""
    found = HEAD.search(shown)
    assert found, shown
    one, other = (known.get(thing) for thing in found.groups())
    return "u" if one is None or other is None else "y" if one == other else "n"


def press(sitting: Sitting, key: str) -> None:
    sitting.types(key)
    if key == "y":
        sitting.sees("reason (empty: back): ")
        sitting.types("one man, by the staff list\n")


def sit(sitting: Sitting, known: dict[str, str], answers: int | None = None) -> int:
    """Answers so many questions rightly, or all there are. How many it were."""
    done = 0
    while done != answers and (shown := sitting.may_see(KEYS)):
        press(sitting, answer(shown, known))
        done += 1
    return done


def persons(state: State, known: dict[str, str]) -> dict[str, set[str]]:
    """By thing, whom its rows speak of."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for mention, badge in known.items():
        if state.mentions[mention].what == "Person":
            found[state.identity.root(mention)].add(badge)
    return found


def test_reviewed_to_the_end_with_a_break_and_a_slip(case: Path, known: dict[str, str]) -> None:
    with Case(case) as held:
        first, groups = held.journal.head[0], load(held).groups
        before = len(persons(held.state, known))
    pairs = sum(len(group.edges) for group in groups)
    assert pairs > 12

    with Sitting("review", case=case, columns=220) as sitting:
        sit(sitting, known, 4)
        shown = sitting.sees(KEYS)
        right = answer(shown, known)
        slip = "n" if right == "y" else "u" if right == "n" else "n"
        press(sitting, slip)
        sitting.sees(KEYS)
        sitting.types("q")
        assert sitting.ends()[0] == 0
    asked = HEAD.search(shown)

    with Sitting("review", case=case, columns=220) as sitting:
        sitting.sees(KEYS)
        sitting.types("z")
        sitting.sees("y, or any other key")
        sitting.types("y")
        again = sitting.sees(KEYS)
        assert asked and HEAD.search(again)[0] == asked[0]  # type: ignore[index]  # it is asked next
        press(sitting, right)
        done = sit(sitting, known)
        code, said = sitting.ends()
    assert code == 0 and "0 groups waiting" in said

    with Case(case) as held:
        assert not load(held).groups and not load(held).conflicts
        entries = [entry for entry in held.journal.entries(Kind.IDENTITY) if entry.sequence > first]
        state = held.state
    assert len(entries) == 4 + 2 + 1 + done and [e.body["decision"] for e in entries].count("retract") == 1
    assert 4 + 1 + done <= pairs  # what followed from earlier answers was not asked
    whom = persons(state, known)
    assert [badges for badges in whom.values() if len(badges) > 1] == []
    assert len(whom) < before
