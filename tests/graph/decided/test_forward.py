"""A state that is moved forward entry by entry is the one that a replay from the beginning gives, after every entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Any

import pytest

from graph.decided.decision import DECLARED_KEY, PERSON
from graph.decided.entry import Kind
from graph.decided.identity import Identity
from graph.decided.journal import Journal
from graph.decided.ledger import Ledger
from graph.decided.replay import forward, replay
from graph.decided.state import State
from tests.graph.small_case import Sheet, graph, ledger, recorded, same

ELEMENT = {"id": "x/y", "title": "t", "instrument": "i", "article": "1"}
NAMES = [f"p-{letter}" for letter in "abcdefgh"]


def roster(random: Random) -> Sheet:
    """Some rows of a register: which ones, and with which keys, differs from version to version."""
    sheet = Sheet().thing("u-x", "Unit", name="Northern Guard")
    for name in random.sample(NAMES, random.randrange(2, 6)):
        sheet.thing(name, "Person", key=random.choice(("K1", "K2", "K3", None)), name=f"Brum {name}", born="1950")
        sheet.link(f"l-{name}", "POSTED_TO", name, "u-x", function="commander")
    return sheet


def whole(state: State) -> dict[str, Any]:
    """Everything in it, so that two can be compared."""
    found = {field.name: getattr(state, field.name) for field in fields(state) if field.name not in ("identity", "claims")}
    found["claims"] = [held.id for held in state.claims]
    found["order"] = [list(found[name]) for name in ("mentions", "reliability", "protection", "undecided")]
    return found | {"identity": decided(state.identity)}


def decided(identity: Identity) -> list[Any]:
    return [
        {mention: identity.root(mention) for mention in NAMES},
        {(pair, identity.barred_by(pair)) for pair in combinations(NAMES, 2)},
        list(identity.live()),
        list(identity.unsure()),
        [(identity.was_taken_out(mention), identity.is_named(mention)) for mention in NAMES],
        [(n, identity.stands(n), identity.made(n)) for n in range(60)],
    ]


def load(journal: Journal, random: Random) -> None:
    state = replay(journal)
    old = random.choice([None, None, *(load for load in state.loads if load not in state.superseded)])
    entry = roster(random).enter(journal, supersedes=old)
    by_key = list(replay(journal).keys().values())
    for members in by_key:
        if len(members) > 1:
            recorded(journal, "same", *members, rule=DECLARED_KEY, load=entry)


def decision(journal: Journal, random: Random) -> None:
    rule = random.choice((PERSON, PERSON, "persons/A2"))
    recorded(journal, random.choice(("same", "different", "unsure")), *random.sample(NAMES, random.choice((2, 2, 3))), rule=rule)


def retract(journal: Journal, random: Random) -> None:
    made = [entry.sequence for entry in journal.entries(Kind.IDENTITY)]
    leaving = random.sample(NAMES, random.choice((0, 0, 1)))
    recorded(journal, "retract", *leaving, retracts=random.choice([*made, 1]))


def remark(journal: Journal, random: Random) -> None:
    mention, state = random.choice(NAMES), replay(journal)
    claim = random.choice([held.id for held in state.claims])
    remarks: list[tuple[Kind, dict[str, Any]]] = [
        (Kind.VALUE, {"mention": mention, "property": "born", "value": random.choice(("1950", "1960"))}),
        (Kind.ALIAS, {"mention": mention, "alias": random.choice(("Falcon", "Heron"))}),
        (Kind.STATUS, {"claim": claim, "status": "withdrawn"}),
        (Kind.GRADE, {"claim": claim, "credibility": "2"}),
        (Kind.GRADE, {"mention": mention, "credibility": "3"}),
        (Kind.GRADE, {"mention": "s-1", "reliability": random.choice("AF"), "load": random.choice(list(state.loads))}),
        (
            Kind.BEARING,
            {"claim": claim, "element": {"id": "x/y", "title": "t", "instrument": "i", "article": "1"}, "stance": "for"},
        ),
        (Kind.PROTECTION, {"mention": mention, "protected": random.random() < 0.5}),
        (Kind.CUSTODY, {"mention": "s-1", "action": "received"}),
    ]
    kind, body = random.choice(remarks)
    journal.append(kind, {**body, "reason": "x"}, "tester")


STEPS: list[Callable[[Journal, Random], None]] = [load, decision, decision, decision, retract, remark, remark]


@pytest.mark.parametrize("seed", range(20))
def test_forward_is_replay_after_every_entry_of_random_journals(seed: int, tmp_path: Path) -> None:
    random, journal = Random(seed), Journal.create(tmp_path / "journal.db")
    load(journal, random)
    step_by_step = replay(journal)
    earlier: list[tuple[int, dict[str, Any]]] = []
    for _ in range(24):
        random.choice(STEPS)(journal, random)
        step_by_step = forward(step_by_step, journal)
        afresh = replay(journal)
        assert whole(step_by_step) == whole(afresh)
        assert graph(step_by_step) == graph(afresh)
        earlier.append((journal.head[0], whole(afresh)))
    for until, then in random.sample(earlier, 5):
        assert whole(replay(journal, until=until)) == then
    journal.close()


def test_a_state_stays_as_it_was_when_another_goes_on_from_it(tmp_path: Path) -> None:
    random, journal = Random(7), Journal.create(tmp_path / "journal.db")
    load(journal, random)
    first = replay(journal)
    before = whole(first)
    state = first
    for _ in range(40):
        random.choice(STEPS[1:])(journal, random)
        state = forward(state, journal)
    assert whole(state) != before
    assert whole(first) == before
    journal.close()


def test_nobody_can_change_what_is_handed_out(tmp_path: Path) -> None:
    journal = Journal.create(tmp_path / "journal.db")
    load(journal, Random(7))
    state = replay(journal)
    for name in ("loads", "superseded", "mentions", "values", "aliases", "statuses", "moves", "named", "protection"):
        with pytest.raises(TypeError):
            getattr(state, name)["p-a"] = None
    with pytest.raises(AttributeError):
        state.sequence = 0  # type: ignore[misc]  # that it is refused at run time too is what is tried
    assert not hasattr(state.identity, "add")
    journal.close()


def test_a_ledger_goes_on_from_an_identity_that_stays_as_it_was() -> None:
    first = ledger(same(1, "p-a", "p-b"), same(2, "p-b", "p-c")).identity()
    second = Ledger.of(first)
    second.add(same(3, "p-c", "p-d"))
    second.lapse(7)
    assert first.components() == {"p-a": {"p-a", "p-b", "p-c"}}
    assert second.components() == {"p-a": {"p-a", "p-b", "p-c", "p-d"}}
