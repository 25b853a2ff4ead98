"""Asking a question, with an engine that only remembers what it was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Self

import pytest

from graph.answer import LeftOut, NodeValue, RelValue
from graph.engine import Marker, Result
from graph.errors import EngineError, OverrunError, QueryError
from graph.progress import Progress
from graph.projection import Hashes, Projection
from queries import saved
from queries.columns import TYPES, WORDS
from queries.run import MOST_ROWS, run
from tests.queries.test_saved import GOOD

QUERY = saved.parse(GOOD.encode(), "x/y")
MARKER = Marker(Hashes("g" * 64, "f" * 64), 7)
NAMES = tuple(column.name for column in QUERY.columns)
UNIT = NodeValue("u1", "Unit", {"id": "u1"})
LINK = RelValue("l1", "JOINED", "u1", "u2", {"id": "l1"})


class Parrot:
    """An engine that says what it was taught."""

    name = "parrot"

    def __init__(self, rows: Sequence[tuple[object, ...]], columns: Sequence[str] = NAMES, *, complete: bool = True) -> None:
        self.result = Result(tuple(columns), tuple(rows), complete)
        self.asked: dict[str, Any] = {}

    def ask(self, cypher: str, parameters: Mapping[str, object], *, seconds: float, rows: int) -> Result:
        self.asked = {"cypher": cypher, "parameters": parameters, "seconds": seconds, "rows": rows}
        return self.result

    def marker(self) -> Marker | None:
        return MARKER

    def publish(self, projection: Projection, *, progress: Progress | None = None) -> Marker:
        return MARKER

    def check(self, projection: Projection) -> None:
        raise NotImplementedError

    def distrust(self) -> str:
        raise NotImplementedError

    def check_free(self) -> None:
        pass

    def unbounded(self) -> Sequence[str]:
        return ()

    def explain(self, cypher: str, parameters: Mapping[str, object]) -> Sequence[str] | None:
        return None

    def read_back(self) -> Hashes:
        return MARKER.hashes

    def version(self) -> str:
        return "Parrot 1"

    def close(self) -> None:
        pass

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *unused: object) -> None:
        pass


class Tired(Parrot):
    """An engine that gives up."""

    def ask(self, cypher: str, parameters: Mapping[str, object], *, seconds: float, rows: int) -> Result:
        raise OverrunError("it took too long")


def test_an_answer_cites_its_question_its_file_and_its_graph() -> None:
    parrot = Parrot([(UNIT, "certain", 0, ["c1"])])
    answer = run(QUERY, parrot, {"unit": "u1", "on": date(2014, 5, 1)}, marker=MARKER, seconds=5)

    assert parrot.asked == {
        "cypher": QUERY.cypher,
        "parameters": {"unit": "u1", "on_from": datetime(2014, 5, 1), "on_to": datetime(2014, 5, 2)},
        "seconds": 5,
        "rows": MOST_ROWS,
    }
    assert (answer.query, answer.element, answer.query_hash) == ("x/y", "evidence/corroboration", QUERY.hash)
    assert answer.parameters == {"unit": "u1", "on": "2014-05-01"}
    assert (answer.graph_hash, answer.sequence) == ("g" * 64, 7)
    assert answer.rows == ((UNIT, "certain", 0, ["c1"]),)


def test_a_claim_on_which_two_members_rest_is_listed_once() -> None:
    parrot = Parrot([(UNIT, "certain", 0, ["c2", "c1", "c2"])])
    assert run(QUERY, parrot, {"unit": "u1"}, marker=MARKER).rows[0][-1] == ["c1", "c2"]


def test_what_is_left_out_is_counted() -> None:
    parrot = Parrot([(UNIT, "possible", 400, []), (UNIT, "possible", None, []), (UNIT, "certain", 0, [])])
    answer = run(QUERY, parrot, {"unit": "u1"}, marker=MARKER, limit=1)

    assert len(answer.rows) == 1
    assert answer.left_out == LeftOut(farther=1, over_limit=1)


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        (NAMES[::-1], ([], 0, "certain", UNIT)),
        (NAMES[:-1], (UNIT, "certain", 0)),
        (NAMES, ("u1", "certain", 0, [])),
        (NAMES, (UNIT, "sure", 0, [])),
        (NAMES, (UNIT, "certain", -1, [])),
        (NAMES, (UNIT, "certain", True, [])),
        (NAMES, (UNIT, "certain", 0, None)),
        (NAMES, (UNIT, "certain", 0, [7])),
    ],
)
def test_rows_that_are_not_as_declared_are_refused(columns: Sequence[str], row: tuple[object, ...]) -> None:
    with pytest.raises(QueryError):
        run(QUERY, Parrot([row], columns), {"unit": "u1"}, marker=MARKER)


@pytest.mark.parametrize(
    ("row", "line", "said"),
    [
        (("u1", "certain", 0, []), 19, "column unit holds a text, and is declared as a node"),
        ((LINK, "certain", 0, []), 19, "column unit holds a link, and is declared as a node"),
        ((UNIT, UNIT, 0, []), 20, "column certainty holds a node, and is declared as a text"),
        ((UNIT, "sure", 0, []), 20, "column certainty holds something else than one of certain, assumed, possible"),
        ((UNIT, "certain", "3", []), 21, "column gap_days holds a text, and is declared as a whole number"),
        ((UNIT, "certain", True, []), 21, "column gap_days holds true or false, and is declared as a whole number"),
        ((UNIT, "certain", 0, None), 22, "column claims holds nothing, and is declared as claims, a list of their ids"),
    ],
)
def test_a_column_that_holds_something_else_is_named_with_its_line(row: tuple[object, ...], line: int, said: str) -> None:
    with pytest.raises(QueryError) as refused:
        run(QUERY, Parrot([row], NAMES), {"unit": "u1"}, marker=MARKER)
    assert str(refused.value) == f"x/y.cypher:{line}: {said}"


def test_columns_that_are_not_those_of_the_head_are_named_with_their_line() -> None:
    with pytest.raises(
        QueryError, match=r"^x/y\.cypher:18: the query returns the columns unit, its header declares unit, certainty"
    ):
        run(QUERY, Parrot([(UNIT,)], NAMES[:1]), {"unit": "u1"}, marker=MARKER)


def test_every_type_has_words() -> None:
    assert set(TYPES) <= set(WORDS)


def test_nothing_at_all_is_an_answer_too() -> None:
    assert run(QUERY, Parrot([], ()), {"unit": "u1"}, marker=MARKER).rows == ()


def test_more_rows_than_anyone_can_read_are_refused() -> None:
    with pytest.raises(QueryError, match=r"narrow the question: --on$"):
        run(QUERY, Parrot([], complete=False), {"unit": "u1"}, marker=MARKER)


def test_what_an_engine_cannot_work_out_says_by_which_options_less_is_asked() -> None:
    with pytest.raises(OverrunError, match=r"^x/y: it took too long; narrow the question: --on$"):
        run(QUERY, Tired([]), {"unit": "u1"}, marker=MARKER)
    with pytest.raises(OverrunError, match="nothing narrows this question: write one of your own"):
        run(replace(QUERY, parameters=QUERY.parameters[:1]), Tired([]), {"unit": "u1"}, marker=MARKER)


class Busy(Parrot):
    """An engine that is still at a query whose time is up."""

    def check_free(self) -> None:
        raise EngineError("still at work")


def test_while_a_query_cannot_be_stopped_the_library_answers_and_nobody_elses_query_is_asked() -> None:
    run(QUERY, Busy([]), {"unit": "u1"}, marker=MARKER)
    with pytest.raises(EngineError, match="still at work"):
        run(replace(QUERY, yours=True), Busy([]), {"unit": "u1"}, marker=MARKER)


@pytest.mark.parametrize("parameters", [{}, {"unit": "u1", "units": "u2"}, {"unit": "u1", "on_from": "2014-05-01"}])
def test_parameters_missing_or_unknown_are_refused(parameters: Mapping[str, object]) -> None:
    with pytest.raises(QueryError):
        run(QUERY, Parrot([]), parameters, marker=MARKER)


@pytest.mark.parametrize("options", [{"certainty": "likely"}, {"within": -1}, {"limit": -1}])
def test_impossible_options_are_refused(options: Any) -> None:
    with pytest.raises(QueryError):
        run(QUERY, Parrot([]), {"unit": "u1"}, marker=MARKER, **options)
