"""The tree of what a load brought: a leaf for each claim and each mention, in the order of their hashes.

A leaf's data: its salt, then the word claim or mention, the SHA-256 of the file, the id and the body, with blanks between.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from graph.decided import merkle

if TYPE_CHECKING:
    from collections.abc import Iterable


def leaves_of(part: str, file: str, rows: Iterable[tuple[str, bytes, str]]) -> list[bytes]:
    """The hashes of many, each given by its id, salt and body. Written out: a call for each took as long as the hashing."""
    sha256, mark, before = hashlib.sha256, merkle.LEAF, f"{part} {file} ".encode()
    return [sha256(mark + salt + before + f"{id_} {body}".encode()).digest() for id_, salt, body in rows]


def root_of(leaves: Iterable[bytes]) -> str:
    """What the load's entry holds, in hex."""
    return merkle.root(sorted(leaves)).hex()
