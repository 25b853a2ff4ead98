"""Words around a name that are no part of it: ranks, courtesy, generations, particles. The lists are `titles.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).with_name("titles.toml")


@cache
def _lists() -> dict[str, dict[str, str]]:
    read: dict[str, dict[str, str]] = {
        name: lists for name, lists in tomllib.loads(_FILE.read_text("utf-8")).items() if name != "version"
    }
    return read


@cache
def words(kind: str, of: str | None = None) -> frozenset[str]:
    """All words of a list: `rank`, `honorific`, `after`, `particle` …, or of one of its parts."""
    lists = _lists()[kind]
    return frozenset(word for part, text in lists.items() if of in (None, part) for word in text.split())


def plain(word: str) -> str:
    """A word as the lists have it."""
    return word.lower().strip(".,;:()[]").replace("ё", "ё")


def taken_off(tokens: list[str]) -> tuple[list[str], list[str]]:
    """The words of a name, and those of a rank before or after it. Courtesy is dropped; one word of a name remains."""
    rank, beside = words("rank"), words("beside_rank")
    titles, honorific, after = rank | beside, words("honorific"), words("after")
    held: list[str] = []
    start, end = 0, len(tokens)
    while end - start > 1:
        word = plain(tokens[start])
        run = start
        while run < end and plain(tokens[run]) in titles:
            run += 1
        if run == end:
            run = end - 1
        if run > start and any(plain(token) in rank for token in tokens[start:run]):
            held += tokens[start:run]
            start = run
        elif word in honorific:
            start += 1
        else:
            break
    while end - start > 1:
        word = plain(tokens[end - 1])
        run = end
        while run > start + 1 and plain(tokens[run - 1]) in titles:
            run -= 1
        if run < end and any(plain(token) in rank for token in tokens[run:end]):
            held += tokens[run:end]
            end = run
        elif word in after or (word in honorific and end - start > 2):
            end -= 1
        else:
            break
    return tokens[start:end], held
