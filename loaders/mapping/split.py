"""How several values, or several things, in one cell are told apart."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Any, Final

from pydantic import model_validator

from loaders.mapping.pattern import Pattern
from loaders.mapping.table import Around, Flaw, Many, Text, TomlTable

LONGEST_CUT: Final = 2_000
"""Letters of a cell that a pattern cuts. Each place of it is tried, and the work grows with the square of its length."""


class Split(TomlTable):
    """What stands between several in one cell. A sign, or a list of signs, is the short form of `{ by = … }`."""

    by: Annotated[tuple[Text, ...], Many(alone=True)] = ()
    """The sign between them, or several: `[";", ","]`. A sign counts wherever it stands, and letter for letter."""
    matches: Pattern | None = None
    """A pattern of what stands between them, instead of signs: `',|\\s+(?:and|и)\\s+'` for "A, B and C"."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, raw: Any) -> Any:
        return {"by": raw} if isinstance(raw, str | list) else raw

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """Signs or a pattern; one that stands for something."""
        if bool(self.by) == (self.matches is not None):
            yield Flaw((), "give by, a sign or several, or matches, a pattern; and only one of them", lacks=True)
        if self.matches is not None and self.matches.found_in(""):
            yield Flaw(("matches",), "the pattern fits where nothing stands, and would cut every word: write + instead of *")
        if self.matches is not None:
            try:
                self.matches.between("x")
            except ValueError as error:
                yield Flaw(("matches",), str(error))

    def pieces(self, text: str) -> list[str]:
        """What stands between the signs, without the space around it; empty where nothing does.

        ValueError where the text is too long for a pattern.
        """
        if self.matches is None:
            return [piece.strip() for piece in self._signs.split(text)]
        if not self.matches.found_in(text):
            return [text.strip()]
        if len(text) > LONGEST_CUT:
            raise ValueError(f"more than {LONGEST_CUT:,} letters are not cut by a pattern: give signs")
        return [piece.strip() for piece in self.matches.between(text)]

    @cached_property
    def _signs(self) -> re.Pattern[str]:
        """The longest first, so that `--` is no two of `-`."""
        return re.compile("|".join(map(re.escape, sorted(self.by, key=len, reverse=True))))
