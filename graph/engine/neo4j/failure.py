"""Why a server could not be used, in words: one cause, one sentence, and what to do. Its own words are never passed on."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.engine import bolt
from graph.errors import EngineError

if TYPE_CHECKING:
    from neo4j.exceptions import DriverError, Neo4jError

    from graph.errors import LinkageError
    from graph.kept.address import Server

CREDENTIALS = "set NEO4J_USER and NEO4J_PASSWORD"
_SECURITY = {
    "Neo.ClientError.Security.AuthenticationRateLimit": "was given too many wrong passwords and lets nobody in for a while: wait",
    "Neo.ClientError.Security.CredentialsExpired": "wants the first password of this user to be changed: change it there first",
    "Neo.ClientError.Security.Forbidden": "does not allow this user to do that: ask whoever runs it, or name another user",
}
_MISSING = "DatabaseNotFound"
_STOPPED = "DatabaseUnavailable"


def failure(error: Neo4jError | DriverError | OSError, server: Server, *, password: bool) -> LinkageError:
    """The error to raise. `password`: whether one was given."""
    from neo4j.exceptions import AuthError, ConfigurationError, Neo4jError

    code = str(getattr(error, "code", None) or "")
    database = f"database {server.database}" if server.database else "default database"
    if code in _SECURITY:
        return EngineError(f"{server.uri} {_SECURITY[code]}")
    if isinstance(error, AuthError):
        wrong = "does not accept this user and password" if password else "asks for a user and a password"
        return EngineError(f"{server.uri} {wrong}: {CREDENTIALS}")
    if code.endswith(_MISSING):
        return EngineError(f"{server.uri} has no {database}: make it there, or name another one, as in bolt://host:7687/database")
    if code.endswith(_STOPPED):
        return EngineError(f"the {database} of {server.uri} is stopped: start it there")
    if isinstance(error, ConfigurationError):
        return EngineError(f"{server.uri} cannot be used as an address of a Neo4j server")
    if isinstance(error, Neo4jError):
        return bolt.failure(error)
    return EngineError(f"{server.uri} {_lost(error)}")


def _lost(error: BaseException) -> str:
    """By the errors of the system under that of the driver."""
    under = list(_chain(error))
    if any(isinstance(cause, socket.gaierror) for cause in under) or "DNS" in str(error):
        return "is an address that no computer is known by: is the name right, and is there a network?"
    if any(isinstance(cause, ConnectionRefusedError) for cause in under):
        return "cannot be reached: no server listens there; is it up, and is the port right?"
    if any(type(cause).__module__ == "ssl" for cause in under):
        return (
            "cannot be reached as the address says: a server answers, but not encrypted, or with a certificate nobody vouches for"
        )
    if any(isinstance(cause, TimeoutError) for cause in under):
        return "cannot be reached: nothing answers within ten seconds; is it up, and is there a network?"
    if any(word in str(error) for word in ("handshake", "HTTP")):
        return "cannot be reached: what answers there is no Neo4j server; is the port right (7687 as a rule)?"
    return f"cannot be reached or was lost ({type(error).__name__}): is the server up?"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while error is not None and error not in seen:
        seen.append(error)
        error = error.__cause__ or error.__context__
    return iter(seen)
