"""No module needs, over others, itself: neither to run nor to be typed; and neither does any room."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from graphlib import CycleError, TopologicalSorter

import grimp
import pytest

PACKAGES = ("graph", "loaders", "queries", "viz")


@cache
def imports() -> frozenset[tuple[str, str]]:
    """Which module imports which, those for types alone included."""
    found = grimp.build_graph(*PACKAGES, exclude_type_checking_imports=False, cache_dir=None)
    return frozenset((module, other) for module in found.modules for other in found.find_modules_directly_imported_by(module))


def circle(pairs: frozenset[tuple[str, str]] | set[tuple[str, str]]) -> list[str]:
    """The modules of a circle, each imported by the next; none where there is no circle."""
    needs: defaultdict[str, set[str]] = defaultdict(set)
    for module, other in pairs:
        if module != other:
            needs[module].add(other)
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_a_circle_is_seen() -> None:
    assert set(circle({("a", "b"), ("b", "c"), ("c", "a"), ("c", "d")})) == {"a", "b", "c"}
    assert circle({("a", "b"), ("b", "c"), ("a", "c")}) == []


def test_no_modules_import_each_other() -> None:
    assert len(imports()) > 500
    assert circle(imports()) == []


@pytest.mark.parametrize("depth", [1, 2])
def test_no_rooms_import_each_other(depth: int) -> None:
    """Packages, and the rooms within them."""
    assert circle({(room(module, depth), room(other, depth)) for module, other in imports()}) == []


def room(module: str, depth: int) -> str:
    return ".".join(module.split(".")[:depth])
