"""The claims of a case, read when somebody first looks at them: most of what is asked of a journal needs none."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.decided.journal import Journal
    from graph.said.claim import HeldClaim


class Claims(Collection["HeldClaim"]):
    """What some loads claim. `files`: by load, the SHA-256 of its file. `read`: those that are known already."""

    def __init__(self, journal: Journal, files: Mapping[int, str], read: Mapping[int, list[HeldClaim]]) -> None:
        self._journal, self._files = journal, files
        self._read = {load: claims for load, claims in read.items() if load in files}

    def of(self, files: Mapping[int, str]) -> Claims:
        """What these loads claim. Loads are not read again."""
        return Claims(self._journal, files, self._read)

    def __iter__(self) -> Iterator[HeldClaim]:
        for load, file in self._files.items():
            if load not in self._read:
                self._read[load] = self._journal.claims(load, file)
            yield from self._read[load]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __contains__(self, claim: object) -> bool:
        return any(claim == held for held in self)
