"""Rows of a table that would read alike, and by what they differ: each is about other things or links than the next."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph import words
from graph.answer import NodeValue, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.answer import Answer, RelValue
    from graph.words.cells import Beside


def differences(answer: Answer, lines: Iterable[Sequence[str]], beside: Beside) -> list[str]:
    """For each row that reads like another what only it rests on; for all others the empty text. `lines`: as they read."""
    alike: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        alike[tuple(line)].append(number)
    by_row = [""] * len(answer.rows)
    for numbers in alike.values():
        if len(numbers) > 1:
            held = {number: {part.id: part for part in parts(answer.rows[number])} for number in numbers}
            shared = set.intersection(*(set(by_id) for by_id in held.values()))
            for number, by_id in held.items():
                by_row[number] = _own([part for id_, part in by_id.items() if id_ not in shared], beside)
    return by_row


def _own(own: list[NodeValue | RelValue], beside: Beside) -> str:
    """Things by their names, or, where only links differ, these with their dates."""
    things = [beside.name(part) for part in own if isinstance(part, NodeValue)]
    links = [" ".join(filter(None, (words.briefly(part.properties), part.id))) for part in own if not isinstance(part, NodeValue)]
    return "; ".join(things or links)
