"""What waits in the review, as a query gets it in `$alike`: a query can then say what is counted once it is joined."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def alike(waiting: Mapping[str, str]) -> dict[str, list[str]]:
    """By id of a thing that waits, the ids of all that may be one with it, its own among them. `waiting`: what is the same for
    all of these."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for thing, group in sorted(waiting.items()):
        members[group].append(thing)
    return {thing: members[group] for thing, group in waiting.items()}
