"""All protected persons of a case, by every way their names are written: what `release` holds each text against."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from loaders.names.bearers import Bearers, Person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.engine import Engine

PERSONS = "MATCH (p:Person) RETURN p.name AS name, p.aliases AS aliases, p.protected AS protected, p.identified AS identified"
AREAS = "MATCH (a:Area) RETURN a.name AS name, a.aliases AS aliases"
MOST = 1_000_000


def protected(engine: Engine) -> Bearers:
    """Of this graph. Whom it does not say to need no protection is protected."""
    return Bearers(
        _persons(engine), (name for row in engine.ask(AREAS, {}, seconds=30, rows=MOST).rows for name in _called(*row))
    )


def _persons(engine: Engine) -> Iterator[Person]:
    for name, aliases, protected, identified in engine.ask(PERSONS, {}, seconds=30, rows=MOST).rows:
        yield Person(tuple(_called(name, aliases)), protected is not False, identified == "described")


def _called(name: object, aliases: object) -> list[str]:
    return [str(one) for one in (name, *cast("list[str]", aliases or [])) if one]
