"""When the graph of a case is projected anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.engine import Marker
from graph.projection import Hashes, Projection
from graph.served import fresh
from tests.graph.small_case import Sheet, new_case


class Held:
    """An engine that holds what it was given, and counts."""

    def __init__(self) -> None:
        self.held: Marker | None = None
        self.published = 0

    def marker(self) -> Marker | None:
        return self.held

    def publish(self, projection: Projection, **_: Any) -> Marker:
        self.published += 1
        self.held = Marker(Hashes("g", "f"), projection.sequence, projection.head)
        return self.held


@pytest.mark.parametrize("change", [{}, {"shape": "another"}, {"shape": ""}, {"sequence": 99}, {"head": "another"}])
def test_what_another_release_made_is_projected_anew_as_what_is_stale(tmp_path: Path, change: dict[str, Any]) -> None:
    with new_case(tmp_path / "case") as case:
        with case.writing():
            Sheet().thing("p-a", "Person", name="Ada Brum").enter(case.journal)
        engine: Any = Held()
        first = fresh(case, engine)
        assert fresh(case, engine) == first and engine.published == 1

        engine.held = replace(first, **change)

        assert fresh(case, engine) == first
        assert engine.published == (2 if change else 1)
