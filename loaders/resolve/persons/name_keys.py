"""What a person's name gives to be compared, for many names at once."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from loaders.names.persons import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PROCESSES: Final = 2
WORTH_PROCESSES: Final = 20_000
"""Distinct names from which on two processes are quicker than one: starting one costs as much as 5,000 names."""


class NameKeys(NamedTuple):
    """The keys of a name that a comparison asks for; what each means stands at `loaders.names.persons.PersonName`."""

    surname: str | None
    surname_spelt: str | None
    language: str
    given: str | None
    given_known: bool
    given_initials: int
    patronymic: str | None
    patronymic_known: bool
    patronymic_initials: int
    sex: Literal["male", "female"] | None


def name_keys(names: Iterable[str]) -> Mapping[str, NameKeys]:
    """The keys of each distinct name. Many names go through two processes, over a pipe: nothing is written anywhere."""
    distinct = sorted(set(names))
    if len(distinct) < WORTH_PROCESSES:
        return {name: NameKeys._make(keys) for name, keys in zip(distinct, _keys(distinct), strict=True)}
    # More parts than processes: a part of short names is done sooner than one of long ones.
    size = len(distinct) // (4 * PROCESSES) + 1
    parts = [distinct[start : start + size] for start in range(0, len(distinct), size)]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        parsed = chain.from_iterable(pool.map(_keys, parts))
        return {name: NameKeys._make(keys) for name, keys in zip(distinct, parsed, strict=True)}


def _keys(names: Sequence[str]) -> list[tuple[object, ...]]:
    """Plain tuples, for they travel between processes quicker than anything with a class."""
    return [
        (
            name.surname,
            name.surname_spelt,
            name.language,
            name.given,
            name.given_known,
            name.given_initials,
            name.patronymic,
            name.patronymic_known,
            name.patronymic_initials,
            name.sex,
        )
        for name in map(parse, names)
    ]
