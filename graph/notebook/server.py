"""What py2neo gets to know of the graph server: where it is, which labels and link types there are, and no more."""

from __future__ import annotations

from typing import Any, NoReturn

import py2neo
from py2neo.database import Schema

from graph.engine import bolt
from graph.notebook import refusal


class Service(py2neo.GraphService):  # type: ignore[misc]  # py2neo ships no types
    """Where the graph lies, for py2neo to compare and print. It opens no connection."""

    def __init__(self, place: str) -> None:
        self._place = place

    uri = property(lambda self: self._place)

    @property
    def _connector(self) -> NoReturn:
        """There is none."""
        raise refusal.refuse(refusal.SERVER)

    def __hash__(self) -> int:
        return hash(self._place)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._place}>"


class CaseSchema(Schema):  # type: ignore[misc]  # py2neo ships no types
    """What labels and types there are can be asked; the rest py2neo has no words for that today's servers know."""

    @property
    def node_labels(self) -> frozenset[str]:
        """The labels of the case's nodes."""
        return frozenset(super().node_labels) - {bolt.MARKER}

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        """Indexes and constraints are Linkage's."""
        raise refusal.refuse(refusal.SCHEMA)

    create_index = drop_index = get_indexes = _refuse
    create_uniqueness_constraint = drop_uniqueness_constraint = get_uniqueness_constraints = _refuse
