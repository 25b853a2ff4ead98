"""Placeholders for photographs: a few drawn shapes, no photograph of anything."""

from __future__ import annotations

import struct
import zlib
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEIGHT = 48, 32
_INK = ((226, 222, 214), (164, 120, 104), (92, 76, 108))


def write_picture(path: Path, subject: str, *, crop: bool = False) -> Path:
    """A small PNG, drawn from the letters of its subject. `crop`: its middle only."""
    chance = Random(f"picture/{subject}")  # noqa: S311 - a drawing, not a secret
    spots = [(chance.randrange(WIDTH), chance.randrange(HEIGHT), chance.randrange(3, 9)) for _ in range(5)]
    left, top, right, bottom = (12, 8, 36, 24) if crop else (0, 0, WIDTH, HEIGHT)
    rows = b"".join(b"\0" + bytes(_shade(x, y, spots) for x in range(left, right)) for y in range(top, bottom))
    head = struct.pack(">IIBBBBB", right - left, bottom - top, 8, 3, 0, 0, 0)
    palette = bytes(part for colour in _INK for part in colour)
    parts = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", _stored(rows)), (b"IEND", b""))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts))
    return path


def _shade(x: int, y: int, spots: list[tuple[int, int, int]]) -> int:
    inside = sum((x - cx) ** 2 + (y - cy) ** 2 < r * r for cx, cy, r in spots)
    return min(inside, 2)


def _stored(data: bytes) -> bytes:
    """A zlib stream that is not packed: packing differs between versions of the library."""
    assert len(data) < 65536  # noqa: S101 - one block
    size = struct.pack("<HH", len(data), len(data) ^ 0xFFFF)
    return b"\x78\x01\x01" + size + data + struct.pack(">I", zlib.adler32(data))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
