"""Whether a kind fits the values of a column, and whether its header is understood well enough to say so: `consistent.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from loaders.draft.head import is_head
from loaders.draft.lexicon import Notions, Said

TABLE: Final = Path(__file__).parent / "consistent.toml"
LONG: Final = 4
"""Letters of a word that may change what a header says; shorter ones are articles and the like."""
LETTERS: Final = 2
"""The same where no word may be left over."""
NONE: Final[Notions] = frozenset()


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text("utf-8"))


@cache
def _looks(table: str) -> dict[str, Notions]:
    """For each kind what its values need to look like, or never do."""
    found: dict[str, Notions] = {}
    for looks, kinds in _tables()[table].items():
        for kind in kinds.split():
            found[kind] = found.get(kind, NONE) | frozenset(looks.split())
    return found


@cache
def _listed(table: str, kind: str) -> Notions:
    """What a table says of a kind, or of all of its family."""
    by_kind = _tables()[table]
    return frozenset(by_kind.get(kind, by_kind.get(kind.split(".", maxsplit=1)[0], "")).split())


@cache
def _words(table: str) -> Notions:
    return frozenset(_tables()[table].split())


def may_be(kind: str, values: Notions) -> bool:
    """Whether values that look so are of this kind."""
    needs, never = _looks("needs").get(kind, NONE), _looks("never").get(kind, NONE)
    return "=empty" in values or ((not needs or bool(values & needs)) and not values & never)


def is_sure(kind: str, asked: Iterable[Notions], words: Sequence[Said], values: Notions, *, by_head: bool) -> bool:
    """Whether every word of the header is understood and accounted for, or the values show the kind by themselves.

    `asked`: what the rule asks the header to say.
    """
    if values & _listed("show", kind):
        return True
    meant = NONE.union(*asked) | _words("beside") | _listed("also", kind)
    if by_head and kind in _words("by_head") and is_head(words, NONE.union(*asked)):
        return True
    others = kind in _words("about_others")
    long = LETTERS if kind in _words("to_the_letter") else LONG
    return all(others or bool(word.notions & meant) if word.notions else len(word.words[0]) < long for word in words)
