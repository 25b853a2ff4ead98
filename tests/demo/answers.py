"""The questions that the demo asks, and all rows of an answer."""

from __future__ import annotations

from typing import Any

from graph.answer import Answer
from queries.desk.demo import QUESTIONS

COMMANDED, MET, TOGETHER, ALIKE, ABOVE, COMPLAINED, ALONE, AGAINST = QUESTIONS

Row = dict[str, Any]


def rows(answer: Answer) -> list[Row]:
    """All of them: an answer that leaves something out is held against nothing."""
    assert not answer.left_out.any
    return answer.records()
