"""What stands in a database while it is written, as one number: the sum of the digests of its records.

Each batch adds what it creates and takes off what it removes, in its own transaction. So a database in which a publish was
stopped half-way still says what Linkage has written there, and what somebody else has written is never taken for ours.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from graph import canonical

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.projection import Link, Node

BYTES = 32
_MODULUS = 1 << (8 * BYTES)


def total(digests: Iterable[bytes]) -> int:
    """The sum of these digests."""
    return sum(int.from_bytes(digest) for digest in digests) % _MODULUS


def moved(before: int, change: int) -> int:
    """A sum after a change."""
    return (before + change) % _MODULUS


def text(value: int) -> str:
    """As the marker holds it."""
    return value.to_bytes(BYTES).hex()


def of_node(node: Node) -> bytes:
    """The digest of a node."""
    return hashlib.sha256(canonical.node_line(node).encode()).digest()


def of_link(link: Link) -> bytes:
    """The digest of a link."""
    return hashlib.sha256(canonical.link_line(link).encode()).digest()
