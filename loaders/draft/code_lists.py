"""The words of code lists, such as yes and no, and what each means: `values.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Final

from loaders.draft.words import fold

TABLE: Final = Path(__file__).parent / "values.toml"


@cache
def known(listed: str) -> dict[str, str]:
    """The words of a list, folded, and what each means."""
    found: dict[str, str] = {}
    for meaning, words in tomllib.loads(TABLE.read_text("utf-8"))[listed].items():
        sign = "|" if "|" in words else None
        found.update((fold(word.replace("_", " ")), meaning) for word in words.split(sign))
    return found


def meaning(word: str, listed: str) -> str | None:
    """What a word means, written in whatever way; None where the list does not know it."""
    return known(listed).get(fold(word).strip(" ."))
