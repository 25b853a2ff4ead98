"""What only a person can answer: at most ten questions a file, each with its evidence and a default."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

MOST: Final = 10


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `choices`: what may be answered, and what it means; `default`: the likeliest; `unasked`: the answer that
    claims nothing, for where nobody answers; `change`: what in the draft says it otherwise.
    """

    asks: str
    evidence: str
    choices: tuple[tuple[str, str], ...]
    default: str
    unasked: str
    change: str = ""


Ask: TypeAlias = Callable[[Question], str]


@dataclass(slots=True)
class Answers:
    """Who answers, and what stayed open. Without `ask`, or once enough was asked, each question has its careful answer."""

    ask: Ask | None = None
    sheet: str = ""
    """About which sheet the questions are, where a file has several."""
    asked: int = 0
    open: list[Question] = field(default_factory=list)
    given: list[tuple[Question, str]] = field(default_factory=list)

    def to(self, question: Question) -> str:
        """The answer."""
        if self.sheet:
            question = replace(question, asks=f"Sheet {self.sheet!r}: {question.asks}")
        if self.ask is None or self.asked >= MOST:
            self.open.append(question)
            return question.unasked
        self.asked += 1
        answer = self.ask(question)
        self.given.append((question, answer))
        return answer
