"""A slip in a query's Cypher is said to be one, with its place, on both engines; nothing of the query is said."""

from __future__ import annotations

import time

import pytest

from graph.engine import Engine
from graph.engine.slip import slip
from graph.errors import OverrunError, QueryError
from tests.graph.engine.records import chain

SLIPS = {
    "a word": ("MATCH (n)\nRETRUN n.canary", "line 2, column 1"),
    "a bracket": ("MATCH (n RETURN n.canary", "line 1, column"),
    "a comma": ("MATCH (n) RETURN n.id n.canary", "line 1, column 23"),
    "a name": ("MATCH (n) RETURN canary.id", ""),
    "a function": ("MATCH (n) RETURN canary(n.id)", ""),
    "an argument": ("MATCH (n) RETURN substring(n.canary)", ""),
    "a count": ("MATCH (canary) WHERE count(canary) > 1 RETURN canary", ""),
    "two names": ("RETURN 'canary' AS a, 2 AS a", ""),
    "a link": ("MATCH (canary)-[r:]->() RETURN canary", "line 1, column"),
}


@pytest.mark.parametrize("query", SLIPS)
def test_a_slip_is_said_with_its_place(engine: Engine, query: str) -> None:
    cypher, place = SLIPS[query]
    engine.publish(chain(2))

    with pytest.raises(QueryError, match="the graph server cannot read the query") as refused:
        engine.ask(cypher, {}, seconds=20, rows=9)

    said = str(refused.value)
    assert place in said and "canary" not in said and "memory" not in said and "\n" not in said


def test_a_slip_costs_nobody_a_server(engine: Engine) -> None:
    engine.publish(chain(2))
    engine.ask("MATCH (n:Unit) RETURN count(n)", {}, seconds=20, rows=9)
    begun = time.monotonic()
    for _ in range(20):
        with pytest.raises(QueryError):
            engine.ask("MATCH (n) RETRUN n", {}, seconds=20, rows=9)

    assert engine.ask("MATCH (n:Unit) RETURN count(n)", {}, seconds=20, rows=9).rows == ((2,),)
    assert time.monotonic() - begun < 20  # a server that is started anew takes about a second


def test_what_a_server_says_is_not_passed_on() -> None:
    said = str(slip("CommandParsingException: Unexpected input 'Canary' at line 3, column 9\n RETURN Canary"))
    assert "line 3, column 10" in said and "Canary" not in said

    assert "defines" in str(slip("CommandSemanticException: UndefinedVariable: Variable 'canary' not defined"))
    assert isinstance(slip("Expression is too deeply nested (parentheses …)"), OverrunError)
