"""What keeps one query on a shared server from taking what all others need: the server's own bounds, as far as it has them.

Each transaction is sent with its time, and Neo4j ends it when that is up, but looks at the time between rows only: within one
value (a list that is worked out, a text that grows) it goes on, holds a core, and nobody can end it without ending the server.
"""

from __future__ import annotations

from graph.engine.bolt import Run

UNSTOPPED = (
    "a query that its server could not stop is still at work there, so this one was not asked: ask again later, or have the"
    " server restarted; saved queries of the library are answered all the same"
)
_UNSTOPPED = "SHOW TRANSACTIONS YIELD status WHERE status STARTS WITH 'Terminated' RETURN count(*)"
_SETTINGS = "SHOW SETTINGS $names YIELD name, value WHERE value IN $none RETURN name ORDER BY name"

SETTINGS = ("db.memory.transaction.max", "dbms.memory.transaction.total.max")
"""The memory of one query, and that of all together: a server that has no bound of them falls to the first greedy one."""

NONE = ["0", "0B"]
"""What the server says of a bound that is not set."""


def unstopped(run: Run) -> bool:
    """Whether a transaction is still there that was to end."""
    return bool(run(_UNSTOPPED, {}).single()[0])


def unset(run: Run) -> list[str]:
    """The settings that have no value. Empty also where this user may not see them."""
    return [str(record[0]) for record in run(_SETTINGS, {"names": list(SETTINGS), "none": NONE})]
