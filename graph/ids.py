"""Ids that depend on contents alone: the same row gives the same id on every machine, in any order of loading."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from graph.compact import compact

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTERS = 16
"""80 bits: among a million ids the chance that any two meet is below one in a trillion."""
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"
_PAIRS = tuple(one + other for one in _BASE32 for other in _BASE32)


def digest(*parts: object) -> str:
    """SHA-256 in hex of plain values. Nested tuples and lists are told apart from their flattened forms."""
    return hashlib.sha256(compact(parts).encode()).hexdigest()


def short(prefix: str, *parts: object) -> str:
    """An id: the prefix of its kind and 16 letters of the digest, such as `u-mbq3kd5sylx2v7ah`."""
    return of_text(prefix, compact(parts))


def of_text(prefix: str, text: str) -> str:
    """The same of parts that stand as compact JSON already. Base 32 is written out: `base64` takes five times as long."""
    digest_ = hashlib.sha256(text.encode()).digest()
    one, two, p = int.from_bytes(digest_[:5]), int.from_bytes(digest_[5:10]), _PAIRS
    first = f"{p[one >> 30]}{p[one >> 20 & 1023]}{p[one >> 10 & 1023]}{p[one & 1023]}"
    return f"{prefix}-{first}{p[two >> 30]}{p[two >> 20 & 1023]}{p[two >> 10 & 1023]}{p[two & 1023]}"


def lines_digest(lines: Iterable[str]) -> str:
    """SHA-256 over lines in bytewise order, each ended by a newline."""
    whole = hashlib.sha256()
    for line in sorted(text.encode() for text in lines):
        whole.update(line + b"\n")
    return whole.hexdigest()
