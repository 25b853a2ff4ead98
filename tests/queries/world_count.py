"""How many small worlds an oracle is asked about: some whenever tests run, more where there is time for them."""

from __future__ import annotations

import os

EVERYTHING = "LINKAGE_TEST_ALL"
ALL = 500


def world_count(normally: int) -> int:
    """So many, or all, where the environment asks for everything."""
    return ALL if asked_for_everything() else normally


def asked_for_everything() -> bool:
    """Whether there is time for all that can be tried."""
    return os.environ.get(EVERYTHING) == "1"
