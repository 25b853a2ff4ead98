"""A small table beside the table: columns behind an empty one that are filled in other rows than the rest."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from loaders.draft.facts import Column, Facts
from loaders.draft.outline import Outline
from loaders.draft.questions import Answers, Question

FEW: Final = 0.5
"""Of the rows that the table fills: columns that fill fewer, and stand apart, may be a list of their own."""


def beside(facts: Facts, outline: Outline, answers: Answers) -> Facts:
    """The columns that tell of the rows: without those that stand apart, unless a person says that they belong to them."""
    at = next((at for at, (one, other) in enumerate(pairwise(facts.columns), 1) if other.number > one.number + 1), 0)
    table, apart = facts.columns[:at], facts.columns[at:]
    if not table or _rows(apart) >= FEW * _rows(table) or not _rows(apart):
        return facts
    if answers.to(_question(apart)) == "rows":
        return facts
    for column in apart:
        outline.leaves(
            column, "it stands apart, behind an empty column: a list of its own, copy it to a sheet of its own to load it"
        )
    return Facts(table, facts.rows)


def _rows(columns: tuple[Column, ...]) -> int:
    return max((column.filled for column in columns), default=0)


def _question(apart: tuple[Column, ...]) -> Question:
    names = ", ".join(repr(column.name) for column in apart)
    choices = (
        ("left", "a list of its own, which tells nothing of the rows beside it"),
        ("rows", "they tell of the row they stand in"),
    )
    asks = f"Columns {apart[0].number} to {apart[-1].number} stand behind an empty column: {names}. What are they?"
    change = "draft again, and answer that they tell of the row"
    return Question(asks, apart[0].evidence, choices, "left", "left", change)
