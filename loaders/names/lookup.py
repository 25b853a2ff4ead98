"""From a name somebody typed to the one thing it names, or to the things it could mean: never a guess."""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 10
"""How many candidates are shown."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing and what it is called: its name first, then aliases."""

    id: str
    names: tuple[str, ...]


def folded(name: str) -> str:
    """A name as it is compared: composed, case-folded, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def exact(text: str, known: Iterable[Named]) -> list[Named]:
    """All things that are called exactly so, by name or alias."""
    wanted = folded(text)
    return [thing for thing in known if any(folded(name) == wanted for name in thing.names)]


def candidates(text: str, known: Iterable[Named]) -> list[Named]:
    """What might be meant: names with all the words in them, then names spelt nearly so. For a person to choose from."""
    wanted = folded(text)
    words = wanted.split()
    things = list(known)
    holding = [t for t in things if any(all(word in folded(name) for word in words) for name in t.names)]
    by_name = {folded(name): thing for thing in things for name in thing.names}
    near = [by_name[name] for name in difflib.get_close_matches(wanted, list(by_name), n=MOST, cutoff=0.7)]
    found = {thing.id: thing for thing in (*sorted(holding, key=lambda t: (len(t.names[0]), t.names[0])), *near)}
    return list(found.values())[:MOST]
