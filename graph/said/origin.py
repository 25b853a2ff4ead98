"""Independent origins: ten reprints of one report are one witness, and so are an original and its translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Origins:
    """`derived` maps a source to those it is a copy, reprint, translation, transcript, crop or version of."""

    def __init__(self, derived: Mapping[str, Iterable[str]]) -> None:
        self._derived = {source: sorted(set(others)) for source, others in derived.items()}

    def of(self, source: str) -> str:
        """The root of the tree this source hangs in. Where it has several, or a circle by mistake, the smallest root."""
        if source not in self._derived:
            return source
        seen: set[str] = set()
        waiting = [source]
        roots: set[str] = set()
        while waiting:
            at = waiting.pop()
            if at in seen:
                continue
            seen.add(at)
            above = self._derived.get(at, [])
            if not above:
                roots.add(at)
            waiting += above
        return min(roots or seen)

    def count(self, sources: Iterable[str]) -> int:
        """How many independent origins these have."""
        return len({self.of(source) for source in sources})
