"""Cells that stand for another: of merged blocks, which the sheet shows; empty ones and signs, of which only a person knows."""

from __future__ import annotations

from collections import Counter
from typing import Final

from loaders.draft.facts import Column, Facts
from loaders.draft.outline import Outline
from loaders.draft.questions import Answers, Question
from loaders.draft.toml import value
from loaders.reading import is_ditto

GROUPS: Final = (
    "unit.name",
    "unit.superior",
    "station.name",
    "place",
    "area",
    "event.key",
    "event.kind",
    "date.on",
    "date.begin",
)
"""Kinds of columns that people write once for several rows."""
FEWEST: Final = 0.2
"""Of the rows: where fewer are empty, they are gaps."""


def fill(facts: Facts, outline: Outline, answers: Answers) -> None:
    """What the parts of the draft need to be whole in rows that name it above."""
    for column in facts.columns:
        if column.name not in outline.read:
            continue
        if column.merged:
            outline.fill_merged.append(column.name)
        elif _grouped(column, facts) and answers.to(_above(column, facts)) == "above":
            outline.fill_down.append(column.name)
    _dittos(facts, outline, answers)


def _dittos(facts: Facts, outline: Outline, answers: Answers) -> None:
    """Signs for the cell above in columns that are read: all are asked about at once."""
    signs = {column.name: _signs(column) for column in facts.columns if column.name in outline.read and _signs(column)}
    if not signs:
        return
    listed = ", ".join(f"{name!r}: {counts.total()}" for name, counts in signs.items())
    shown = "; ".join(dict.fromkeys(sign for counts in signs.values() for sign in counts))
    choices = (("above", "the same as in the cell above"), ("nothing", "not known: read nothing from such a cell"))
    asks = f"Some cells hold a sign for the cell above ({listed}). What does it mean?"
    change = f"add ditto = {value(list(signs))} under [table]"
    if answers.to(Question(asks, f"e.g. {shown}", choices, "above", "nothing", change)) == "above":
        outline.ditto += list(signs)


def _signs(column: Column) -> Counter[str]:
    return Counter({word: times for word, times in column.counts.items() if is_ditto(word)})


def _grouped(column: Column, facts: Facts) -> bool:
    """Whether it may be written once for several rows: the first row has it, and it stands left of what each row names, or holds
    signs for the cell above, too.
    """
    empty = facts.rows - column.filled
    each = [other.number for other in facts.of_kind("person.name", "person.surname") if other.filled > column.filled]
    first = bool(column.values and column.values[0].strip())
    return (
        column.kind in GROUPS
        and first
        and empty >= FEWEST * facts.rows
        and (bool(each and column.number < max(each)) or bool(_signs(column)))
    )


def _above(column: Column, facts: Facts) -> Question:
    choices = (("above", "what stands above it"), ("nothing", "nothing: it is not known there"))
    empty = f"{facts.rows - column.filled:,} of {facts.rows:,} rows"
    asks = f"Column {column.number} {column.name!r} is empty in {empty}. What does an empty cell mean?"
    change = f"add fill_down = [{column.name!r}] under [table]"
    return Question(asks, column.evidence, choices, "nothing", "nothing", change)
