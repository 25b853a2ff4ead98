"""What a search finds: things in the order of how well their names fit, each saying why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loaders.names.lookup import Named


@dataclass(frozen=True, slots=True)
class Ranked:
    """A thing found. `matched`: which of its names fits. `score`: 0 to 100, for the order alone. `because`: in words."""

    thing: Named
    matched: str
    score: float
    because: str
