"""Whether an engine answers as it must where engines are known to err: what `graph.engine.tried` stands for, in small.

Most needs no data. Paths are asked of what the graph holds, so that the right answer is known whatever that is. Nothing is
written. The whole of what an engine is tried on are the tests of `tests/graph/engine` and `tests/queries`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from graph.errors import EngineError, OverrunError, QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.engine import Engine

SECONDS = 30
FIRST, LATER = datetime(2014, 1, 1), datetime(2014, 1, 15)
_TIMES = "UNWIND [localdatetime('2014-01-01T00:00:00'), localdatetime($at)] AS at "
_AT = "localdatetime('2014-01-01T12:00:00')"


@dataclass(frozen=True, slots=True)
class Check:
    """One question, of one value, and the right answer; `at` is its parameter."""

    what: str
    cypher: str
    right: object
    at: datetime = LATER


DATES = (
    Check("the first of times", _TIMES + "RETURN min(at)", FIRST),
    Check("the last of times", _TIMES + "RETURN max(at)", LATER),
    Check("equal times counted once", _TIMES + "RETURN count(DISTINCT at)", 1, FIRST),
    Check("equal times in one group", _TIMES + "WITH at, count(*) AS times RETURN times", 2, FIRST),
    Check("times in order", _TIMES + "WITH at ORDER BY at DESC RETURN collect(at)[0]", LATER),
    Check("a time before another", f"RETURN {_AT} < $at", True),
    Check("a time before none", f"RETURN {_AT} < null", None),
    Check("the day of a time", f"RETURN localdatetime.truncate('day', {_AT})", FIRST),
    Check("a leap year", "RETURN localdatetime('2016-02-28T00:00:00') + duration({days: 2})", datetime(2016, 3, 1)),
    Check("days between", f"RETURN duration.inDays({_AT}, $at).days", 13),
    Check("seconds between", f"RETURN duration.inSeconds({_AT}, $at).seconds", 1_166_400),
    Check("the first time of all", "RETURN localdatetime('0001-01-01T00:00:00')", datetime(1, 1, 1)),
    Check("the last time of all", "RETURN localdatetime('9999-12-31T00:00:00')", datetime(9999, 12, 31)),
)
LINKS = "MATCH (:Unit)-[r:SUBORDINATE_TO]->(:Unit) RETURN count(r)"
PATHS = (
    Check(
        "a condition that no link meets",
        "MATCH (:Unit)((:Unit)-[r:SUBORDINATE_TO WHERE r.id IS NULL]->(:Unit)){1,2}(:Unit) RETURN count(*)",
        0,
    ),
    Check(
        "a path of no link",
        "MATCH (u:Unit)((:Unit)-[r:SUBORDINATE_TO WHERE r.id IS NULL]->(:Unit)){0,2}(v:Unit) WHERE u <> v RETURN count(*)",
        0,
    ),
)
ONE_LINK = "MATCH (:Unit)((:Unit)-[r:SUBORDINATE_TO WHERE r.id IS NOT NULL]->(:Unit)){1,1}(:Unit) RETURN count(*)"
"""As many as `LINKS`."""
KNOWN = (
    Check(
        "a condition on a link that is quantified itself",
        "MATCH (:Unit)-[r:SUBORDINATE_TO WHERE r.id IS NULL]->{1,1}(:Unit) RETURN count(*)",
        0,
    ),
    Check(
        "the last of times of which one is a parameter as it is",
        "UNWIND [localdatetime('2014-01-01T00:00:00'), $at] AS at RETURN max(at)",
        LATER,
    ),
    Check(
        "equal times of which one is a parameter as it is, counted once",
        "UNWIND [localdatetime('2014-01-01T00:00:00'), $at] AS at RETURN count(DISTINCT at)",
        1,
        FIRST,
    ),
)
"""What ArcadeDB is known to answer wrongly. No saved query asks so: the guard refuses it."""


def wrong(engine: Engine, checks: Iterable[Check]) -> list[str]:
    """What is not answered as it must be. EngineError where the engine cannot be reached."""
    return [check.what for check in checks if not _right(engine, check)]


def links(engine: Engine) -> int:
    """On how many links paths are tried."""
    return int(str(_value(engine, Check("", LINKS, None))))


def paths(engine: Engine) -> tuple[Check, ...]:
    """The checks of paths, of what this graph holds."""
    return (*PATHS, Check("each link a path", ONE_LINK, links(engine)))


def _right(engine: Engine, check: Check) -> bool:
    try:
        found = _value(engine, check)
    except (QueryError, OverrunError):
        return False
    return type(found) is type(check.right) and found == check.right


def _value(engine: Engine, check: Check) -> object:
    parameters = {"at": check.at} if "$at" in check.cypher else {}
    rows = engine.ask(check.cypher, parameters, seconds=SECONDS, rows=2).rows
    if len(rows) != 1:
        raise EngineError("one row was expected")
    return rows[0][0]
