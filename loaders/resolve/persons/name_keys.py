"""What a person's name gives to be compared, for many names at once."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from graph.collector import collector_still
from graph.errors import LinkageError
from loaders.names.persons import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WORTH_A_PROCESS: Final = 20_000
"""Distinct names from which on half of them are read by a second process: starting one costs as much as 5,000 names."""


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
    """The keys of each distinct name. Of many, a second process reads half: names go to it and back through pipes alone."""
    distinct = sorted(set(names))
    if len(distinct) < WORTH_A_PROCESS:
        return dict(zip(distinct, _read(distinct), strict=True))
    # Every second name: names that begin alike take alike long.
    ours, theirs = distinct[::2], distinct[1::2]
    with ThreadPoolExecutor(1) as waiting:
        answered = waiting.submit(_second, json.dumps(theirs).encode())
        keys = dict(zip(ours, _read(ours), strict=True))
    return keys | dict(zip(theirs, map(NameKeys._make, json.loads(answered.result())), strict=True))


def _second(names: bytes) -> bytes:
    """What the second process answers. It is no copy of this one: whoever calls us needs no guard around their script."""
    process = subprocess.run(
        [sys.executable, "-c", f"from {__name__} import answer; answer()"], input=names, stdout=subprocess.PIPE, check=False
    )
    if process.returncode:
        raise LinkageError("a second process that read names was stopped: try again with more memory free")
    return process.stdout


def answer() -> None:
    """The second process: a list of names in, their keys out."""
    names: list[str] = json.loads(sys.stdin.buffer.read())
    with collector_still():
        sys.stdout.buffer.write(json.dumps(_read(names)).encode())


def _read(names: Sequence[str]) -> list[NameKeys]:
    return [NameKeys._make(_of(name)) for name in map(parse, names)]


def _of(name: Any) -> tuple[Any, ...]:
    return tuple(getattr(name, field) for field in NameKeys._fields)
