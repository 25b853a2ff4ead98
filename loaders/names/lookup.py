"""From a name somebody typed to the things that are called exactly so. What else it could mean, `loaders.names.search` finds."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 10
"""How many candidates are shown, unless somebody asks for more."""


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
