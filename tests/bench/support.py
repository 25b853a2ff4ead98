"""How long it takes to find what listed rows rest on, in a large case, on both engines.

uv run python -m tests.bench.support            200,000 links and 120,000 claims; 20 links with 10 claims each
uv run python -m tests.bench.support --engine neo4j --several 10000

Milliseconds, median and 95th percentile of 200 questions about other links each time, asked of a server that has answered
others before. `disputed`: two of the 20 are, in a case with so many denials that meet several links.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from random import Random
from typing import Any

from graph.engine.setting import open_engine
from graph.projection import Link, Node, Projection
from queries.support import support
from tests.bench.queries.large_world import LargeWorld
from tests.neo4j import server

LINKS, CLAIMS, LISTED, OF_EACH, RUNS = 200_000, 120_000, 20, 10, 200


def main() -> None:
    """Prints a line an engine."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--engine", choices=["embedded", "neo4j"], action="append")
    parser.add_argument("--several", type=int, default=1000)
    given = parser.parse_args()
    projection, asked = large_case(given.several)
    gc.freeze()
    for name in given.engine or ["embedded", "neo4j"]:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            setting = name if name == "embedded" else stack.enter_context(server.running(server.Release("5.26.26"), folder))
            engine = stack.enter_context(open_engine(setting, folder / "graph"))
            engine.publish(projection)
            for title, disputed in (("plain", 0), ("disputed", 2)):
                took = []
                for ids in asked:
                    begun = time.perf_counter()
                    found = support(engine, ids, disputed=ids[:disputed])
                    took.append(1000 * (time.perf_counter() - begun))
                    assert all(len(one.claims) >= OF_EACH for one in found.values())
                took = took[RUNS:]
                print(
                    f"{name} {title}: {statistics.median(took):.2f} / {statistics.quantiles(took, n=20)[18]:.2f} ms", flush=True
                )


def large_case(several: int) -> tuple[Projection, list[list[str]]]:
    """A case of this size, and links with ten claims each to ask about, as many again before that to warm up."""
    world, random = LargeWorld(LINKS), Random(1)
    nodes, links = list(world.nodes), list(world.links)
    sources = [node.id for node in nodes if node.label == "Source"]
    about = [link.id for link in links if link.type != "CITES"]
    claims = sum(node.label == "Claim" for node in nodes)
    listed = random.sample(about, 2_000)
    wanted = [id_ for id_ in listed for _ in range(OF_EACH)] + random.choices(about, k=CLAIMS)
    for number, id_ in enumerate(wanted[: CLAIMS - claims]):
        own: dict[str, Any] = {"id": f"more-{number}", "property": "exists", "polarity": "asserts", "about": id_}
        if number < several:  # a denial that meets two parallel links
            own |= {"polarity": "denies", "also_about": [about[number]], "denies_several": True}
        nodes.append(Node("Claim", own))
        links.append(Link("CITES", "Claim", own["id"], "Source", random.choice(sources), {"id": f"cites-{number}"}))
    return Projection(1, tuple(nodes), tuple(links)), [random.sample(listed, LISTED) for _ in range(2 * RUNS)]


if __name__ == "__main__":
    main()
