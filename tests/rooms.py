"""Where two run at once: which tests stay together, so that what is costly to make is made once; and who begins.

A room is a file, or what shares a costly fixture for a whole session. The longest rooms begin, so that the short ones
fill up the end.
"""

from __future__ import annotations

import os
from collections import Counter

import pytest
from xdist.scheduler import LoadScopeScheduling

REAL, DEMO = "tests/real", "tests/demo"
SHARED = {"tests/real/": REAL, "tests/demo/": DEMO, "tests/browser/test_page_of_demo.py": DEMO}
WEIGHT = {"slow": 400, "engine": 20}
"""Against a test that has neither mark: roughly what they take."""

WORKERS = 4
"""No more: each may hold a Neo4j server of a gigabyte."""


class Rooms(LoadScopeScheduling):  # type: ignore[misc]  # pytest-xdist ships no types
    """Hands out one room after the other, in the order of the tests."""

    def _split_scope(self, nodeid: str) -> str:
        return room(nodeid)


def room(nodeid: str) -> str:
    """The room of a test."""
    return next((name for begin, name in SHARED.items() if nodeid.startswith(begin)), nodeid.split("::", maxsplit=1)[0])


def longest_first(items: list[pytest.Item]) -> None:
    """Rooms by what their tests take together; within a room nothing moves."""
    weights = Counter[str]()
    for item in items:
        weights[room(item.nodeid)] += max((WEIGHT[name] for name in WEIGHT if item.get_closest_marker(name)), default=1)
    items.sort(key=lambda item: (-weights[room(item.nodeid)], room(item.nodeid)))


def workers(config: pytest.Config) -> int:
    """As many as cores for all tests or those of a mark. A few tests are quicker, and read better, in one process."""
    whole = config.args_source is not pytest.Config.ArgsSource.ARGS and not config.option.keyword
    return min(os.cpu_count() or 1, WORKERS) if whole else 0
