"""Words around a name that are no part of it: ranks, courtesy, generations, particles. The lists are `titles.toml`."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from loaders.names.persons.tables import text

if TYPE_CHECKING:
    from collections.abc import Sequence

_NONE: Final[frozenset[str]] = frozenset()


@cache
def _lists() -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = {
        name: lists for name, lists in tomllib.loads(text("titles.toml")).items() if name != "version"
    }
    return read


@cache
def words(kind: str, of: str | None = None) -> frozenset[str]:
    """All words of a list: `rank`, `honorific`, `after`, `particle` …, or of one of its parts."""
    lists = _lists()[kind]
    return frozenset(word for part, listed in lists.items() if of in (None, part) for word in listed.split())


@lru_cache(maxsize=1 << 16)
def kinds(token: str) -> frozenset[str]:
    """The lists of titles in which a word stands; empty for nearly all."""
    plain = token.lower().strip(".,;:()[]")
    if len(plain) == 1 and token != plain:
        return _NONE  # an initial; "в" of "в отставке" has neither dot nor capital
    return _kinds().get(plain, _NONE)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind in ("rank", "beside_rank", "honorific", "after", "called", "former"):
        for word in words(kind):
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def only_titles(tokens: Sequence[str]) -> bool:
    """Whether words between commas are a title by themselves: `, капитан милиции`, `, Jr.`."""
    found = [kinds(token) for token in tokens]
    courtesy = all(not kind.isdisjoint(("honorific", "after")) for kind in found)
    return courtesy or (_holds_rank(tokens) and all(not kind.isdisjoint(("rank", "beside_rank")) for kind in found))


def taken_off(tokens: list[str]) -> tuple[list[str], list[str]]:
    """The words of a name, and those of a rank before or after it. Courtesy is dropped; one word of a name remains."""
    start, end = 0, len(tokens)
    held: list[str] = []
    while end - start > 1:
        run = start
        while run < end - 1 and not kinds(tokens[run]).isdisjoint(("rank", "beside_rank")):
            run += 1
        if _holds_rank(tokens[start:run]):
            held += tokens[start:run]
            start = run
        elif "honorific" in kinds(tokens[start]):
            start += 1
        else:
            break
    while end - start > 1:
        run = end
        while run > start + 1 and not kinds(tokens[run - 1]).isdisjoint(("rank", "beside_rank")):
            run -= 1
        if _holds_rank(tokens[run:end]):
            held += tokens[run:end]
            end = run
        elif "after" in kinds(tokens[end - 1]) or ("honorific" in kinds(tokens[end - 1]) and end - start > 2):
            end -= 1
        else:
            break
    return tokens[start:end], held


def _holds_rank(tokens: Sequence[str]) -> bool:
    return any("rank" in kinds(token) for token in tokens)
