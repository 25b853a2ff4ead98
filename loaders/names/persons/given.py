"""The table of given names: every spelling of a name leads to one id, a short form to one or several.

The table is `given_names.tsv`; its version and hash stand in every explanation that rests on it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from loaders.names.persons.skeleton import Reading, skeleton

if TYPE_CHECKING:
    from collections.abc import Callable

    from loaders.names.persons.name import Sex

_FILE: Final = Path(__file__).with_name("given_names.tsv")
_SEX: Final[dict[str, Sex]] = {"m": "male", "f": "female"}
_NEAR_FROM: Final = 5
"""Skeletons shorter than this are too like one another for a slip of one letter to be made good."""


@dataclass(frozen=True, slots=True)
class GivenName:
    """One name in three languages. The first of each list is the form papers use; `fathers`: irregular patronymics."""

    id: str
    sex: Sex
    russian: tuple[str, ...]
    belarusian: tuple[str, ...]
    ukrainian: tuple[str, ...]
    latin: tuple[str, ...]
    short: tuple[str, ...]

    @property
    def full(self) -> tuple[str, ...]:
        """Every spelling but short forms."""
        return (*self.russian, *self.belarusian, *self.ukrainian, *self.latin)


@dataclass(frozen=True, slots=True)
class Found:
    """The names that a word may be. `short`: it is a short form; `near`: one letter is another than the table's."""

    names: tuple[GivenName, ...]
    short: bool = False
    near: bool = False

    @property
    def sure(self) -> GivenName | None:
        """The one name it can be."""
        return self.names[0] if len(self.names) == 1 else None


@cache
def table() -> tuple[GivenName, ...]:
    """All given names, in the order of the file: commoner ones first."""
    rows = [line.split("\t") for line in _FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return tuple(
        GivenName(row[0], _SEX[row[1]], *(tuple(cell.lower().split(",")) if cell else () for cell in row[2:])) for row in rows[1:]
    )


@cache
def version() -> str:
    """What explanations cite: the file's own version and the first digits of its SHA-256."""
    content = _FILE.read_bytes()
    stated = content.split(b"\n", 1)[0].decode().removeprefix("# version:").strip()
    return f"{stated} ({hashlib.sha256(content).hexdigest()[:12]})"


@cache
def _by_id() -> dict[str, GivenName]:
    return {name.id: name for name in table()}


@cache
def _full() -> dict[str, tuple[GivenName, ...]]:
    return _index(lambda name: name.full)


@cache
def _short() -> dict[str, tuple[GivenName, ...]]:
    return _index(lambda name: name.short)


def _index(forms: Callable[[GivenName], tuple[str, ...]]) -> dict[str, tuple[GivenName, ...]]:
    found: dict[str, dict[str, GivenName]] = {}
    for name in table():
        for form in forms(name):
            for reading in READINGS:
                found.setdefault(skeleton(form, reading), {}).setdefault(name.id, name)
    return {key: tuple(names.values()) for key, names in found.items()}


READINGS: Final[tuple[Reading, ...]] = ("plain", "slavic", "french", "german", "foreign")


@lru_cache(maxsize=1 << 17)
def given(word: str, reading: Reading = "plain") -> Found | None:
    """What the table knows of a word in lower case, as it stands."""
    key = skeleton(word, reading)
    names = _full().get(key)
    if names is not None:
        if len(names) > 1:
            exact = tuple(name for name in names if word in name.full)
            names = exact or names
        return Found(names)
    names = _short().get(key)
    return Found(names, short=True) if names is not None else None


@lru_cache(maxsize=1 << 17)
def nearly_given(word: str, reading: Reading = "plain") -> Found | None:
    """The one name of the table that a word is but for a slip of one letter; None if it may be two."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    key = skeleton(word, reading)
    if len(key) < _NEAR_FROM:
        return None
    near = process.extract(key, list(_full()), scorer=OSA.distance, score_cutoff=1, limit=4)
    found = {name.id: name for match, _, _ in near for name in _full()[match]}
    return Found(tuple(found.values()), near=True) if len(found) == 1 else None
