"""All worlds of a test module in one projection, published once to each engine: `WORLDS` in the module says which."""

from __future__ import annotations

import pytest

from graph import canonical
from graph.projection import Hashes, Projection
from tests.claims import as_projected
from tests.world import together


@pytest.fixture(scope="module")
def worlds(request: pytest.FixtureRequest) -> Projection:
    """What `published` publishes for this module."""
    return as_projected(together(world.projection for world in request.module.WORLDS))


@pytest.fixture(scope="module")
def expected(worlds: Projection) -> Hashes:
    """By which it is known again."""
    return canonical.hashes(worlds.nodes, worlds.links)
