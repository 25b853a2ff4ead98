"""Ways in which the grade of a row can be wrong, each made on purpose: a row worked out by hand, a random row held against
the slow rule, or a case beside a query must notice.

uv run python -m tests.queries.grade_mutants
"""

from __future__ import annotations

import signal
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType, ModuleType
from typing import TYPE_CHECKING, Any, cast

import queries.grade
from queries.catalogue import Catalogue
from queries.saved import SavedQuery
from tests.queries.cases import Case, all_cases
from tests.queries.grade_examples import EXAMPLES, as_the_rule_says, columns
from tests.queries.grade_rows import samples
from tests.queries.mutations import Stages
from tests.queries.python_mutants import PythonMutant, in_place_of, mutants

if TYPE_CHECKING:
    from graph.engine import Engine, Marker

GRADE: ModuleType = queries.grade
SAMPLE = 3000
SECONDS = 20
CHANGES_NOTHING: Mapping[str, str] = {}
"""Mutants by what they change (without the line), each with the reason why no answer can differ. Kept short: code that can
be changed without being noticed is better written otherwise."""


def grade_mutants() -> list[PythonMutant]:
    """All mutants of the file in which rows are graded."""
    return list(mutants(Path(str(GRADE.__file__)).read_text("utf-8")))


def change(mutant: PythonMutant) -> str:
    """What a mutant changes, wherever it stands."""
    return mutant.how.partition(", ")[2]


class Found:
    """An engine that is asked each question once: what is found does not change where only grading is wrong."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._answers: dict[tuple[str, str], Any] = {}

    def ask(self, cypher: str, parameters: Mapping[str, object], **bounds: Any) -> Any:
        key = cypher, repr(sorted(parameters.items()))
        if key not in self._answers:
            self._answers[key] = self._engine.ask(cypher, parameters, **bounds)
        return self._answers[key]


class Judge:
    """Everything that a right grade answers rightly."""

    def __init__(self, stages: Stages) -> None:
        library = Catalogue.of()
        engines: dict[int, Found] = {}
        self._sample = [(row, as_the_rule_says(*row)) for row in samples(SAMPLE, seed=2014)]
        self._cases: list[tuple[Case, SavedQuery, Found, Marker]] = []
        for case in all_cases():
            engine, marker = stages.of(case)
            found = engines.setdefault(id(engine), Found(engine))
            self._cases.append((case, library.get(case.query), found, marker))

    def noticed(self, mutant: PythonMutant) -> str | None:
        """What noticed first; None where nothing did."""
        try:
            with _in_time(), in_place_of(GRADE, mutant.source):
                return next(self._wrong(), None)
        except Exception as error:
            return f"{type(error).__name__}: {error}"

    def _wrong(self) -> Iterator[str]:
        for example in EXAMPLES:
            if columns(queries.grade.grade(example.members, example.asked), example.expected) != example.expected:
                yield example.name
        for number, (row, expected) in enumerate(self._sample):
            if columns(queries.grade.grade(*row), expected) != expected:
                yield f"random row {number}"
        for case, saved, engine, marker in self._cases:
            if case.rows(case.ask(saved, cast("Engine", engine), marker)) != case.expected:
                yield f"{case.query}: {case.title}"


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
    """All mutants of the grade. 1 where one was not noticed, or one was that cannot be."""
    made = grade_mutants()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        stages = Stages(Path(folder))
        judge = Judge(stages)
        for mutant in made:
            what = judge.noticed(mutant)
            reason = CHANGES_NOTHING.get(change(mutant))
            wrong += (what is None) == (reason is None)
            print(f"{mutant.how}: {what or reason or 'NOT NOTICED'}", flush=True)
        stages.close()
    print(f"{len(made)} mutants, {wrong} not noticed")
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
