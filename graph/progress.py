"""How far long work has got."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Whoever wants to know it: a terminal, or nobody."""

    def __call__(self, what: str, done: int, whole: int, /) -> None:
        """`what` is being done, so much of it is done, and there is so much."""
