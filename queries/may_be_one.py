"""Rows that name two who may be one: nobody was held together with himself. The review asks; until then the answer says so."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from graph.answer import NodeValue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.answer import Answer

SHOWN: Final = 12
"""How many rows are named."""
SAYS: Final = "{rows} two who may be one, as `linkage review` asks: until a person decides, do not count them as two."


def pairs_named(answer: Answer, waiting: Mapping[str, str]) -> Answer:
    """The answer, its caveat naming such rows. `waiting`: by id of a thing that waits in the review, what stands for all."""
    found = [number for number, row in enumerate(answer.rows, start=1) if _names_one_twice(row, waiting)]
    if not found:
        return answer
    listed = ", ".join(map(str, found[:SHOWN])) + (" …" if len(found) > SHOWN else "")
    rows = f"Row {listed} names" if len(found) == 1 else f"Rows {listed} name"
    return replace(answer, caveat=f"{answer.caveat} {SAYS.format(rows=rows)}")


def names_two(answer: Answer) -> bool:
    """Whether its rows may name two things of one kind."""
    return sum(column.type == "node" for column in answer.columns) > 1


def _names_one_twice(row: tuple[object, ...], waiting: Mapping[str, str]) -> bool:
    nodes = [value for value in row if isinstance(value, NodeValue) and value.id in waiting]
    return any(one.id != other.id and waiting[one.id] == waiting[other.id] for one, other in combinations(nodes, 2))
