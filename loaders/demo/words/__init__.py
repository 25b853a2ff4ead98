"""The republic's word lists: places, forces, names, phrases. Data, so that a reader can see that nobody real is in them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words(name: str) -> dict[str, Any]:
    """One list, by the name of its file. It is shared: not to be changed."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))
