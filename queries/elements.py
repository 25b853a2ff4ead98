"""The legal elements a saved query helps to prove, from `elements.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that must be proved, and the instrument and article that say so."""

    id: str
    title: str
    instrument: str
    article: str


@cache
def elements() -> dict[str, Element]:
    """All elements by id, `crime/element`."""
    declared = tomllib.loads((files("queries") / "elements.toml").read_text("utf-8"))
    return {
        f"{group}/{name}": Element(f"{group}/{name}", body["title"], body["instrument"], body["article"])
        for group, members in declared.items()
        for name, body in members.items()
    }
