"""A pair explained in words and bits: the figure a lawyer reads."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from loaders.resolve.persons.comparisons import COMPARISONS
from loaders.resolve.proposal import Edge, Evidence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.resolve.persons.weighing import Weighed

_DIGITS: Final = 3


def edge(weighed: Weighed, mentions: tuple[str, str], *, prior: float, rule: str, says: str) -> Edge:
    """The edge between two mentions. `rule`: the name of what decides or forbids; `says`: the same in words.

    Evidence stands in the order of the comparisons, after the prior; its bits add up to the edge's, to the last digit.
    """
    levels, bits, shares = weighed.levels, weighed.bits, weighed.shares
    evidence = [_started(prior)]
    for field in _COMPARED:
        number = levels[field]
        if number >= 0:
            evidence.append(_compared(field, number, bits[field], shares.get(field)))
    total = round(sum(line.bits or 0.0 for line in evidence), _DIGITS)
    return Edge(*mentions, rule=rule, bits=total, evidence=(*evidence, _rule(says)))


def why_asked(levels: Mapping[str, int]) -> str:
    """Why no rule decides a pair with these levels, in words: what it would take."""
    return _missing(*(levels[field] for field in _ASKED))


_COMPARED: Final = {comparison.field: comparison for comparison in COMPARISONS}
_MISSING: Final = tuple(
    (field, {_COMPARED[field].number(name) for name in names}, said)
    for field, names, said in (
        ("birth", ("not compared",), "no birth date to compare"),
        ("birth", ("near year",), "birth years differ by one"),
        ("birth", ("slip",), "birth dates differ by a slip"),
        ("given", ("not compared",), "no given name to compare"),
        ("given", ("initial agrees",), "initials only"),
        ("given", ("one edit", "other spelling"), "given names spelt differently"),
        ("surname", ("not compared",), "no surname to compare"),
        ("surname", ("one edit", "alike", "different"), "surnames differ"),
        ("patronymic", ("not compared", "initial agrees"), "no full patronymic on one side"),
    )
)
_ASKED: Final = ("birth", "given", "surname", "patronymic")


# A million edges share a few thousand lines: equal ones are one object, and are put into words once.


@lru_cache(maxsize=100_000)
def _missing(*numbers: int) -> str:
    levels = dict(zip(_ASKED, numbers, strict=True))
    missing = [said for field, wanted, said in _MISSING if levels[field] in wanted]
    return ", ".join(missing) or "no rule joins them on this alone"


@lru_cache(maxsize=100)
def _started(prior: float) -> Evidence:
    bits = round(prior, _DIGITS)
    return Evidence("any two records", f"one pair in {round(2.0**-bits) + 1:,} is one person", bits)


@lru_cache(maxsize=300_000)
def _compared(field: str, number: int, bits: float, share: float | None) -> Evidence:
    comparison = _COMPARED[field]
    level = comparison.level(number)
    says = "" if level is None else f"{level.says} (1 in {round(1 / share):,})" if share and level.rare else level.says
    return Evidence(comparison.title, says, round(bits, _DIGITS))


@lru_cache(maxsize=1_000)
def _rule(says: str) -> Evidence:
    return Evidence("rule", says)
