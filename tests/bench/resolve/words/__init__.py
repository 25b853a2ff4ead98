"""Word lists of the generated worlds. They are their own on purpose: a benchmark that shares its names with what it
measures would measure nothing."""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, TypeAlias

Sex: TypeAlias = Literal["male", "female"]

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Given:
    """A given name in its languages. `weight`: how common it is. `familiar`: Russian, Belarusian, Latin, or empty."""

    sex: Sex
    weight: float
    russian: str
    belarusian: str
    ukrainian: str
    latin: tuple[str, ...]
    familiar: tuple[str, ...]


@cache
def given_names(sex: Sex) -> tuple[Given, ...]:
    """All given names of one sex."""
    lines = (_HERE / "given.tsv").read_text("utf-8").splitlines()
    return tuple(given for given in (_given(line) for line in lines if not line.startswith("#")) if given.sex == sex)


def _given(line: str) -> Given:
    sex, weight, russian, belarusian, ukrainian, latin, familiar = line.split("\t")
    return Given(
        "male" if sex == "male" else "female",
        float(weight),
        russian,
        belarusian,
        ukrainian,
        tuple(latin.split(",")),
        tuple(familiar.split(",")) if familiar else (),
    )


@cache
def listed_surnames() -> tuple[str, ...]:
    """Surnames of men in Russian, as mimesis lists them."""
    people = json.loads((files("mimesis") / "datasets" / "ru" / "person.json").read_text("utf-8"))
    return tuple(dict.fromkeys(name for name in people["surnames"]["male"] if name.isalpha() and len(name) > 3))


@cache
def built_surnames() -> tuple[str, ...]:
    """Every root with every ending: many of them differ in one letter only."""
    parts = tomllib.loads((_HERE / "surnames.toml").read_text("utf-8"))
    roots, endings = parts["roots"].split(), parts["endings"].split()
    return tuple(dict.fromkeys(root + ending for root in roots for ending in endings))


@cache
def ranks() -> tuple[tuple[str, ...], ...]:
    """Ranks, rising: Russian, Belarusian, Latin, Ukrainian."""
    return tuple(map(tuple, _service()["ranks"]))


@cache
def call_signs() -> tuple[str, ...]:
    """What officers are called over the radio."""
    return tuple(_service()["call_signs"])


@cache
def _service() -> dict[str, list[str]]:
    return tomllib.loads((_HERE / "service.toml").read_text("utf-8"))
