"""A query that is no right Cypher: where it is wrong, never what it says, since a query may name people."""

from __future__ import annotations

import re
from typing import Final

from graph.errors import OverrunError, QueryError

_PLACE: Final = re.compile(r"line (\d+)(?:, column |:)(\d+)")
_KIND: Final = re.compile(
    r"\b(UndefinedVariable|UnknownFunction|ColumnNameConflict|Invalid\w+|Different\w+|Nested\w+|IntegerOverflow)\b"
)
_DEEP: Final = "deeply nested"
_IN_WORDS: Final = {
    "UndefinedVariable": "a name is used that nothing in it defines",
    "UnknownFunction": "a function is used that does not exist",
    "ColumnNameConflict": "two columns have one name",
    "DifferentColumnsInUnion": "the parts of its UNION return other columns",
    "InvalidAggregation": "it counts or sums where it may not",
    "NestedAggregation": "it counts or sums within a count or sum",
    "IntegerOverflow": "a number in it is too large",
}


def slip(words: str, code: str = "", *, counted_from: int = 0) -> QueryError | OverrunError:
    """The error to raise. `words`: the server's, of which only the place and the kind are kept; `code`: the server's own.

    `counted_from`: the number that the server gives the first column.
    """
    if _DEEP in words:
        return OverrunError("the query is too deeply nested for the graph server")
    place, kind = _PLACE.search(words), _KIND.search(words)
    where = f" (line {place[1]}, column {int(place[2]) + 1 - counted_from} of its Cypher)" if place else ""
    why = _IN_WORDS.get(kind[1]) if kind else None
    if why is None:
        why = "a slip in its Cypher" if place else "a name, a function or an argument in its Cypher"
        return QueryError(f"the graph server cannot read the query{where}: look for {why}{f' ({code})' if code else ''}")
    return QueryError(f"the graph server cannot read the query{where}: {why}")
