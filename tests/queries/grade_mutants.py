"""Ways in which the rule of time can be wrong, each made on purpose: a row worked out by hand must notice, or a random row
held against the slow rule. No engine is asked.

uv run python -m tests.queries.grade_mutants                 every mutation of every file of the rule, and what noticed
uv run python -m tests.queries.grade_mutants grade sequence  of these files alone
"""

from __future__ import annotations

import importlib
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import FrameType, ModuleType
from typing import TypeAlias

from tests.queries.by_hand.all_rows import ROWS
from tests.queries.by_hand.row_example import RowExample
from tests.queries.by_hand.slack import APART, OTHERWISE
from tests.queries.grade_examples import EXAMPLES, Example, as_the_rule_says, columns, graded
from tests.queries.grade_rows import Sample, samples
from tests.queries.python_mutants import PythonMutant, in_place_of, mutants
from tests.queries.rule import Row

FILES = ("grade", "sequence", "ways", "rows", "counts", "doubt", "here", "mark", "nearest", "pairs")
BY_HAND: Sequence[Example | RowExample] = [*EXAMPLES, *APART, *OTHERWISE, *ROWS]
SAMPLE = 500
SECONDS = 20
CHANGES_NOTHING: Mapping[tuple[str, str], str] = {
    (
        "grade",
        "has_time: 'possible_from': 'possible_to'",
    ): "what has one of the two limits has the other: test_grade_mutants shows it of the schema and of every span",
}
"""Mutants by file and what they change (without the line), each with the reason why no answer can differ. Kept short: code
that can be changed without being noticed is better written otherwise."""

Check: TypeAlias = Callable[[], bool]
"""Whether something is still answered rightly."""


@dataclass(frozen=True, slots=True)
class RuleMutant:
    """One file of the rule made wrong."""

    file: str
    mutant: PythonMutant

    @property
    def how(self) -> str:
        return f"{self.file} {self.mutant.how}"

    @property
    def change(self) -> tuple[str, str]:
        """What it changes, wherever that stands."""
        return self.file, self.mutant.how.partition(", ")[2]


def module(file: str) -> ModuleType:
    """A file of the rule, loaded."""
    return importlib.import_module(f"queries.{file}")


def as_it_is(file: str) -> str:
    """Its text."""
    return Path(str(module(file).__file__)).read_text("utf-8")


def rule_mutants(*files: str) -> list[RuleMutant]:
    """All mutants of these files, or of all."""
    return [RuleMutant(file, mutant) for file in files or FILES for mutant in mutants(as_it_is(file))]


class Judge:
    """Everything that a right rule answers rightly."""

    def __init__(self) -> None:
        self._checks: list[tuple[str, Check]] = [(example.name, partial(_by_hand, example)) for example in BY_HAND]
        for number, row in enumerate(samples(SAMPLE, seed=2014)):
            self._checks.append((f"random row {number}", partial(_by_the_slow_rule, row, as_the_rule_says(*row))))

    def wrong(self) -> str | None:
        """What is answered wrongly; None where all is right."""
        return next((name for name, is_right in self._checks if not _never_raises(is_right)), None)

    def noticed(self, wrong: RuleMutant) -> str | None:
        """What noticed first; None where nothing did. What noticed last is asked first: much that is wrong is alike."""
        try:
            with _in_time(), in_place_of(module(wrong.file), wrong.mutant.source):
                for at, (name, is_right) in enumerate(self._checks):
                    if not _never_raises(is_right):
                        self._checks.insert(0, self._checks.pop(at))
                        return name
        except TimeoutError as error:
            return str(error)
        return None


def _by_hand(example: Example | RowExample) -> bool:
    return example.is_right


def _by_the_slow_rule(row: Sample, expected: Row) -> bool:
    return columns(graded(*row), expected) == expected


def _never_raises(check: Check) -> bool:
    try:
        return check()
    except TimeoutError:
        raise
    except Exception:
        return False


@contextmanager
def _in_time() -> Iterator[None]:
    """A mutant may never end; then it is noticed by that."""

    def ended(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError("it does not end")

    before = signal.signal(signal.SIGALRM, ended)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def main() -> int:
    """All mutants of the rule. 1 where one was not noticed, or one was that cannot be."""
    made, wrong = rule_mutants(*sys.argv[1:]), 0
    judge = Judge()
    if (name := judge.wrong()) is not None:
        sys.exit(f"wrong as it is: {name}")
    for mutant in made:
        what = judge.noticed(mutant)
        reason = CHANGES_NOTHING.get(mutant.change)
        wrong += (what is None) == (reason is None)
        print(f"{mutant.how}: {what or reason or 'NOT NOTICED'}", flush=True)
    print(f"{len(made)} mutants, {wrong} not noticed")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
