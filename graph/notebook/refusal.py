"""What a graph to read does not do, in words that say what to do instead; and which words make a query a writing one."""

from __future__ import annotations

import re

from graph.errors import EngineError, OverrunError, QueryError

READ_ONLY = "the graph is a view of the case and is only read here: whatever is written to it would be lost; use `linkage load`"
SCHEMA = "py2neo cannot ask or change the schema of this graph: Linkage declares it, in graph/schema"
SERVER = "py2neo does not reach the graph server itself: Linkage asks for it; use the graph's `run`, `query`, `nodes` and `match`"
MOVED = "the case has changed since this graph was opened; open it again"
CLOSED = "this graph is closed; open it again"
UNKNOWN = "the graph server stopped at the query and does not say why: look for a slip in its Cypher first, then ask for less"

_QUOTED = re.compile(r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_WRITES = re.compile(r"\b(?:CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|DROP|ALTER|GRANT|DENY|REVOKE)\b", re.IGNORECASE)


def refuse(words: str) -> QueryError:
    """The error to raise."""
    return QueryError(words)


def clearer(error: EngineError, cypher: str) -> EngineError | QueryError:
    """What to say of a query that the server would not run. The server alone decides; this only finds the words."""
    if _WRITES.search(_QUOTED.sub(" ", cypher)):
        return QueryError(READ_ONLY)
    if isinstance(error, OverrunError) and "UnknownError" in str(error):
        return QueryError(UNKNOWN)
    return error
