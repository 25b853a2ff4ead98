"""Any consistent set of decisions, in any order, gives the same graph; and what is taken back leaves no trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from graph.decided.decision import Decision
from graph.decided.journal import Journal
from graph.decided.replay import replay
from graph.projection import Hashes
from tests.graph.small_case import Sheet, different, graph, lasting, links, nodes, recorded, retract, same

PEOPLE = [f"p-{letter}" for letter in "abcdefgh"]
POSTINGS = [f"l-{letter}" for letter in "abcdefgh"]


def muster() -> Sheet:
    """Eight rows on people in two units. Their names, years and dates differ, so that every join is seen in the graph."""
    sheet = Sheet().thing("u-x", "Unit", name="Northern Guard").thing("u-y", "Unit", name="Northern Guards")
    for at, (person, posting) in enumerate(zip(PEOPLE, POSTINGS, strict=True)):
        sheet.thing(person, "Person", cites=f"s-{at % 3}", name=f"Brum {at}", born=str(1950 + at % 2))
        unit = "u-x" if at % 2 else "u-y"
        sheet.link(posting, "POSTED_TO", person, unit, cites=f"s-{at % 3}", span=lasting(1 + at // 4, 9), function="commander")
    return sheet


def consistent(random: Random) -> list[Decision]:
    """SAMEs of people and rules within true persons, DIFFERENTs between them, questions left open about anybody.

    Some are taken back: a SAME whole or in part, the others whole.
    """
    truth = {mention: random.randrange(4) for mention in PEOPLE}
    decisions: list[Decision] = []
    for _ in range(random.randrange(2, 9)):
        whoever = random.randrange(4)
        person = [mention for mention in PEOPLE if truth[mention] == whoever]
        if len(person) >= 2:
            joined = same(len(decisions) + 1, *random.sample(person, random.randrange(2, len(person) + 1)))
            decisions.append(replace(joined, rule=random.choice(("person", "persons/A2"))))
    for _ in range(random.randrange(4)):
        one, other, third = random.sample(PEOPLE, 3)
        if len({truth[one], truth[other], truth[third]}) == 3:
            decisions.append(different(len(decisions) + 1, one, other, third))
        elif truth[one] != truth[other]:
            decisions.append(different(len(decisions) + 1, one, other))
    for _ in range(random.randrange(3)):
        decisions.append(Decision(len(decisions) + 1, "unsure", frozenset(random.sample(PEOPLE, 2)), "person"))
    for decision in list(decisions):
        if random.random() < 0.3:
            partly = decision.verdict == "same"
            leaving = random.sample(sorted(decision.members), random.randrange(len(decision.members)) if partly else 0)
            decisions.append(retract(len(decisions) + 1, decision.sequence, *leaving))
    if random.random() < 0.5:
        dates = random.choice(("one_term", "disputed"))
        decisions.append(same(len(decisions) + 1, *random.sample(POSTINGS, 2), dates=dates))
    if random.random() < 0.5:
        decisions.append(same(len(decisions) + 1, "u-x", "u-y"))
    return decisions


def orders(decisions: list[Decision], random: Random, count: int) -> Iterator[list[Decision]]:
    """Shuffled; only what is taken back comes before it is taken back."""
    for _ in range(count):
        rank = {decision.sequence: random.random() for decision in decisions}
        for decision in decisions:
            if decision.retracts is not None:
                rank[decision.sequence] = max(rank[decision.sequence], rank[decision.retracts] + 1e-9)
        yield sorted(decisions, key=lambda decision: rank[decision.sequence])


@pytest.mark.slow
def test_a_thousand_sets_of_decisions_in_any_order_give_the_same_graph() -> None:
    random, sheet = Random(2012), muster()
    seen: set[Hashes] = set()
    for _ in range(1000):
        decisions = consistent(random)
        given = graph(sheet.state(*decisions))
        assert {graph(sheet.state(*order)) for order in orders(decisions, random, 2)} == {given}, decisions
        seen.add(given)
    assert len(seen) > 300  # or the sets were all alike


def test_what_no_rule_may_join_is_the_same_in_any_order() -> None:
    random, sheet = Random(1937), muster()
    barred = 0
    for _ in range(300):
        decisions = consistent(random)
        identities = [sheet.state(*order).identity for order in (decisions, *orders(decisions, random, 2))]
        pairs = [{pair for pair in combinations(PEOPLE, 2) if identity.barred(*pair)} for identity in identities]
        assert pairs[1:] == pairs[:-1], decisions
        barred += len(pairs[0])
    assert barred > 300  # or nothing was ever refused


def test_components_are_those_of_plain_connectedness() -> None:
    random, sheet = Random(7), muster()
    for _ in range(200):
        decisions = consistent(random)
        identity = sheet.state(*decisions).identity
        joins = [members for decision, members in identity.live() if decision.verdict == "same"]
        reached = {mention: {mention} for mention in (*PEOPLE, *POSTINGS, "u-x", "u-y")}
        for _ in reached:
            for members in joins:
                together = set().union(*(reached[member] for member in members))
                for member in together:
                    reached[member] = reached[member] | together
        assert {mention: identity.root(mention) for mention in reached} == {m: min(found) for m, found in reached.items()}


def test_the_same_through_a_journal_on_disk(tmp_path: Path) -> None:
    random, sheet = Random(5), muster()
    for number in range(8):
        decisions = [d for d in consistent(random) if d.retracts is None]
        found: set[Hashes] = set()
        for turn, order in enumerate(orders(decisions, random, 3)):
            journal = Journal.create(tmp_path / f"{number}-{turn}.db")
            sheet.enter(journal)
            for decision in order:
                recorded(journal, decision.verdict, *decision.members, **({"dates": decision.dates} if decision.dates else {}))
            state = replay(journal)
            assert not state.undecided
            found.add(graph(state))
            journal.close()
        assert found == {graph(sheet.state(*decisions))}


def test_the_order_of_rows_and_claims_does_not_matter() -> None:
    random, decisions = Random(3), consistent(Random(3))
    expected = graph(muster().state(*decisions))
    for _ in range(50):
        state = muster().state(*decisions)
        claims = random.sample([*state.claims], len(state.claims))
        mentions = dict(random.sample(sorted(state.mentions.items()), len(state.mentions)))
        assert graph(replace(state, mentions=mentions, claims=claims)) == expected


def test_what_is_retracted_gives_the_exact_earlier_graph() -> None:
    random, sheet = Random(11), muster()
    for _ in range(200):
        decisions = [d for d in consistent(random) if d.retracts is None]
        state = sheet.state(*decisions)
        before = graph(state)
        extra = same(90, "p-a", "p-b", "p-c") if not state.identity.clash(["p-a", "p-b", "p-c"]) else different(90, "p-a", "p-b")
        if extra.verdict == "different" and state.identity.same("p-a", "p-b"):
            continue
        assert graph(sheet.state(*decisions, extra, retract(91, 90))) == before


def test_merging_persons_moves_ends_and_never_link_ids() -> None:
    apart, joined = muster().state(), muster().state(same(1, "p-a", "p-c", "p-h"))
    assert links(joined, "POSTED_TO").keys() <= links(apart, "POSTED_TO").keys()
    assert {link.begin for link in links(joined, "POSTED_TO").values()} == nodes(joined, "Person").keys()
    assert nodes(joined, "Person").keys() == nodes(apart, "Person").keys() - {"p-c", "p-h"}


def test_ten_thousand_mentions_with_five_thousand_decisions_take_seconds() -> None:
    """It was quadratic in the DIFFERENTs: 40 s."""
    random, sheet = Random(1), Sheet().thing("u-x", "Unit", name="Northern Guard")
    for at in range(5000):
        sheet.thing(f"p-{at}", "Person", name=f"Brum {at}")
        sheet.link(f"l-{at}", "POSTED_TO", f"p-{at}", "u-x", span=lasting(1 + at % 9, 9 + at % 5))
    decisions: list[Decision] = []
    for at in range(0, 2500, 2):
        decisions.append(same(at + 1, f"p-{at}", f"p-{at + 1}"))
        decisions.append(same(at + 2, f"l-{at}", f"l-{at + 1}", dates="one_term"))
    decisions += [different(10_000 + at, f"p-{at}", f"p-{at + 2500}") for at in range(2500)]
    random.shuffle(decisions)

    found = graph(sheet.state(*decisions))

    assert found.graph
