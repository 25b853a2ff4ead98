"""Hash trees as RFC 6962 has them: one leaf can be shown to stand under a root, without showing another.

A leaf is SHA-256 of a zero byte and its data, a node SHA-256 of a one byte and the two below it, so that no node can be
passed off as a leaf. A node without a neighbour moves up as it is.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAF, NODE = b"\x00", b"\x01"


def leaf(data: bytes) -> bytes:
    """The hash of one leaf, 32 bytes."""
    return hashlib.sha256(LEAF + data).digest()


def root(leaves: Sequence[bytes]) -> bytes:
    """The hash of a whole tree, over the hashes of its leaves in order. Of an empty one: SHA-256 of nothing."""
    level = list(leaves) or [hashlib.sha256().digest()]
    while len(level) > 1:
        level = _above(level)
    return level[0]


class Tree:
    """A tree that is kept, to find many ways in it."""

    def __init__(self, leaves: Sequence[bytes]) -> None:
        self.size = len(leaves)
        self._levels = [list(leaves)]
        while len(self._levels[-1]) > 1:
            self._levels.append(_above(self._levels[-1]))

    def way(self, at: int) -> tuple[bytes, ...]:
        """What must be known to get from the leaf at this place to the root: the hash beside it on each level, from below."""
        places = ((level, at >> height) for height, level in enumerate(self._levels))
        return tuple(level[place ^ 1] for level, place in places if place ^ 1 < len(level))


def climbed(leaf_hash: bytes, at: int, size: int, beside: Sequence[bytes]) -> bytes | None:
    """The root that a leaf, its place among so many and its path come to. None where the path does not fit the place."""
    if not 0 <= at < size:
        return None
    current, last, rest = leaf_hash, size - 1, list(beside)
    while last > 0:
        if at ^ 1 <= last:
            if not rest:
                return None
            other = rest.pop(0)
            current = hashlib.sha256(NODE + (other + current if at & 1 else current + other)).digest()
        at, last = at >> 1, last >> 1
    return None if rest else current


def _above(level: list[bytes]) -> list[bytes]:
    sha256, both = hashlib.sha256, iter(level)
    pairs = [sha256(NODE + one + other).digest() for one, other in zip(both, both, strict=False)]
    return pairs + level[-1:] if len(level) % 2 else pairs
