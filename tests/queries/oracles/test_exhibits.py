"""`evidence/exhibits` against plain Python, where sources say, deny, or do both."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from graph.projection import Link, Node, Projection, Properties
from tests.queries.conftest import Published
from tests.queries.oracles import exhibits
from tests.queries.oracles.agreement import World, named_disagreements
from tests.queries.oracles.counting_worlds import counting_worlds
from tests.queries.rule import Row
from tests.queries.world_count import world_count
from tests.world import together

ASSERTS: Properties = {"polarity": "asserts"}
DENIES: Properties = {"polarity": "denies"}
NAMES: Properties = {"polarity": "asserts", "names_only": True}
SAID = (ASSERTS, ASSERTS, DENIES, DENIES, NAMES)


def _papers(projection: Projection, random: Random) -> Projection:
    """The same world with claims that say or deny, of any of its sources, some of which are held, in a file, or show a place."""
    sources = [node.id for node in projection.nodes if node.label == "Source"]

    def node(own: Node) -> Node:
        said = random.choice(SAID) if own.label == "Claim" else {}
        held = {"sha256": "0"} if own.label == "Source" and random.random() < 0.5 else {}
        return replace(own, properties={**own.properties, **said, **held})

    links = [replace(link, end=random.choice(sources)) if link.type == "CITES" else link for link in projection.links]
    for kind, label in (("IN_FILE", "Casefile"), ("SHOWS", "Station")):
        for at in (own.id for own in projection.nodes if own.label == label):
            for number, source in enumerate(random.choices(sources, k=random.randint(0, 3))):
                own: Properties = {"id": f"{kind} {at} {number}", "disputed": random.random() < 0.4}
                links.append(Link(kind, "Source", source, label, at, own))
    return replace(projection, nodes=tuple(map(node, projection.nodes)), links=tuple(links))


MADE = [(world.name, world.projection) for world in counting_worlds(world_count(80), 2051, "ex")]
WORLDS = [World(_papers(projection, Random(name)), ()) for name, projection in MADE]
EVERYTHING = World(together(world.projection for world in WORLDS), tuple({"by": by} for by in exhibits.LABELS))


def _answers(world: World) -> list[list[Row]]:
    return [exhibits.answer(world.projection, parameters) for parameters in world.questions]


def test_an_engine_answers_as_the_oracle_does(published: Published) -> None:
    wrong = named_disagreements("evidence/exhibits", [EVERYTHING], _answers, published, lambda row: (row["thing"],))
    assert wrong == []


@pytest.mark.parametrize("by", exhibits.LABELS)
def test_the_worlds_are_not_all_alike(by: str) -> None:
    """Sources that only deny, denied links, and sources that are not held occur, or agreement would mean little."""
    seen = Counter(
        (name, 0 < row[name] < row["sources"])
        for row in exhibits.answer(EVERYTHING.projection, {"by": by})
        for name in ("held", "denied", "denying")
    )
    wanted = {"casefile": ("held", "denied"), "station": ("held", "denied", "denying"), "event": ("held", "denying")}[by]
    assert all(seen[name, True] >= 10 for name in wanted), seen
