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
    evidence = [_started(round(prior, _DIGITS))]
    for comparison in COMPARISONS:
        level = comparison.level(weighed.levels[comparison.field])
        if level is None:
            continue
        share = weighed.shares.get(comparison.field) if level.rare else None
        words = f"{level.says} (1 in {round(1 / share):,})" if share else level.says
        evidence.append(_evidence(comparison.title, words, round(weighed.bits[comparison.field], _DIGITS)))
    bits = round(sum(line.bits or 0.0 for line in evidence), _DIGITS)
    return Edge(*mentions, rule=rule, bits=bits, evidence=(*evidence, _evidence("rule", says, None)))


def why_asked(levels: Mapping[str, int]) -> str:
    """Why no rule decides a pair with these levels, in words: what it would take."""
    missing = [
        said
        for field, names, said in (
            ("birth", {"not compared"}, "no birth date to compare"),
            ("birth", {"near year"}, "birth years differ by one"),
            ("birth", {"slip"}, "birth dates differ by a slip"),
            ("given", {"not compared"}, "no given name to compare"),
            ("given", {"initial agrees"}, "initials only"),
            ("given", {"one edit", "other spelling"}, "given names spelt differently"),
            ("surname", {"not compared"}, "no surname to compare"),
            ("surname", {"one edit", "alike", "different"}, "surnames differ"),
            ("patronymic", {"not compared", "initial agrees"}, "no full patronymic on one side"),
        )
        if levels[field] in {_COMPARED[field].number(name) for name in names}
    ]
    return ", ".join(missing) or "no rule joins them on this alone"


_COMPARED: Final = {comparison.field: comparison for comparison in COMPARISONS}


def _started(prior: float) -> Evidence:
    return _evidence("any two records", f"one pair in {round(2.0**-prior) + 1:,} is one person", prior)


@lru_cache(maxsize=100_000)
def _evidence(field: str, says: str, bits: float | None) -> Evidence:
    """Equal lines are one object: a million edges share a few thousand lines."""
    return Evidence(field, says, bits)
