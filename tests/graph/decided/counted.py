"""How often names of things are looked up: work that must grow with the rows, and not with their square."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.decided.partition import Partition


def lookups(monkeypatch: pytest.MonkeyPatch, work: Callable[[], object]) -> int:
    """How many names of things this looked up."""
    count, name = 0, Partition.name

    def counted(partition: Partition, member: str) -> str:
        nonlocal count
        count += 1
        return name(partition, member)

    with monkeypatch.context() as patch:
        patch.setattr(Partition, "name", counted)
        work()
    return count
