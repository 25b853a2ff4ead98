"""Ids that depend on contents alone: the same row gives the same id on every machine, in any order of loading."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LETTERS = 16
"""80 bits: among a million ids the chance that any two meet is below one in a trillion."""


def digest(*parts: object) -> str:
    """SHA-256 in hex of plain values. Nested tuples and lists are told apart from their flattened forms."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def short(prefix: str, *parts: object) -> str:
    """An id: the prefix of its kind and 16 letters of the digest, such as `u-mbq3kd5sylx2v7ah`."""
    raw = bytes.fromhex(digest(*parts))
    return f"{prefix}-{base64.b32encode(raw)[:LETTERS].decode().lower()}"


def lines_digest(lines: Iterable[str]) -> str:
    """SHA-256 over lines in bytewise order, each ended by a newline."""
    whole = hashlib.sha256()
    for line in sorted(text.encode() for text in lines):
        whole.update(line + b"\n")
    return whole.hexdigest()
