"""On which engines the questions were tried: each gave, on all that our tests ask, what plain Python works out.

A release is added here after the tests of `tests/graph/engine` and `tests/queries` have passed on it.
"""

from __future__ import annotations

TRIED: dict[str, tuple[str, ...]] = {"ArcadeDB": ("26.11.1.dev2",), "Neo4j": ("5.26", "2026.09")}
"""By engine, its releases; of Neo4j the release with all its patches."""


def untried(version: str) -> str:
    """What must be said beside an answer of this engine ("Neo4j 5.26.26"); nothing where it was tried."""
    name, _, number = version.partition(" ")
    if any(number == release or number.startswith(f"{release}.") for release in TRIED.get(name, ())):
        return ""
    known = "; ".join(f"{engine} {', '.join(releases)}" for engine, releases in TRIED.items())
    return f"Answered by {version}, on which Linkage was not tried: before you rely on it, ask again on one of these: {known}."
