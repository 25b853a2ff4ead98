"""One answer as one recipient may see it. Whatever is not known to be harmless is withheld, and counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from graph import schema
from graph.answer import Answer, Column, ColumnType, NodeValue, PathValue, RelValue, Support
from viz.profile import INTERNAL, Profile, vocabulary
from viz.protected import Bearers
from viz.pseudonym import Rekeyed
from viz.things import Things
from viz.withheld import WITHHELD, Reason

DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?")
ID = re.compile(rf"(?:{'|'.join((*schema.PREFIX, schema.LINK_PREFIX))})-[a-z2-7]{{16}}")
"""An id of this case (graph/ids.py), also of something that is not in the answer."""

OURS = vocabulary(INTERNAL)
"""All words of the schema: where one is no word of a profile, it is withheld as what it stands for, not as a free text."""


class Redaction:
    """Rewrites the parts of one answer under a profile that is not open."""

    def __init__(self, answer: Answer, profile: Profile, rekeyed: Rekeyed, protected: Bearers) -> None:
        nodes, links = answer.subgraph()
        self._profile, self._rekeyed = profile, rekeyed
        self._ids = frozenset(_ids(nodes, links, answer.support.values()))
        self._measures = profile.lets_out_what_rests_on(answer.reads)
        self._answer = answer
        unaccused = () if profile.names_unaccused else _unaccused(answer)
        self.things = Things(nodes, links, answer.support, profile, rekeyed, protected, frozenset(unaccused))
        self._node = {node.id: node for node in self.things.nodes}
        self._link = {link.id: link for link in self.things.links}

    def measured(self, column: Column) -> bool:
        """Whether the numbers and times of a column may leave: all that they are worked out from is listed."""
        return self._profile.lets_out_what_rests_on(self._answer.read_by(column))

    def cell(self, column: str, kind: ColumnType, value: object, *, measured: bool) -> object:
        """A cell of a row: what is drawn if it is listed; numbers and times if they are `measured`; texts if vouched for."""
        if isinstance(value, NodeValue | RelValue | PathValue):
            return self._drawn(column, value)
        if isinstance(value, list | tuple):
            return tuple(self.cell(column, kind, item, measured=measured) for item in value)
        if value is None:
            return value
        if isinstance(value, str):
            if kind == "claims" or value in self._ids:
                return self._rekeyed.id(value)
            if self._harmless(value):
                return value
            if kind not in ("day", "time") or not DATE.fullmatch(value):
                return self._kept_back("profile" if value in OURS else "text", f"column {column}")
        if measured and isinstance(value, str | bool | int | float | date):
            return value
        return self._kept_back("profile", f"column {column}")

    def _drawn(self, column: str, value: NodeValue | RelValue | PathValue) -> object:
        if isinstance(value, PathValue):
            nodes = [self._node.get(self._rekeyed.id(node.id)) for node in value.nodes]
            links = [self._link.get(self._rekeyed.id(link.id)) for link in value.links]
            if None in nodes or None in links:  # a way with a part left out would say what no source says
                return self._kept_back("profile", f"column {column}")
            return PathValue(tuple(filter(None, nodes)), tuple(filter(None, links)))
        known: Mapping[str, object] = self._node if isinstance(value, NodeValue) else self._link
        return known.get(self._rekeyed.id(value.id)) or WITHHELD

    def _kept_back(self, reason: Reason, what: str) -> str:
        self.things.tally.add(reason, what)
        return WITHHELD

    def parameter(self, name: str, value: object) -> object:
        """A parameter: ids re-keyed, other texts only if vouched for."""
        if isinstance(value, list | tuple):
            return tuple(self.parameter(name, item) for item in value)
        if value is None or isinstance(value, bool | int | float | date):
            return value
        if isinstance(value, str):
            if self._harmless(value) or DATE.fullmatch(value):
                return value
            if value in self._ids or ID.fullmatch(value):
                return self._rekeyed.id(value)
        return self._kept_back("text", f"parameter {name}")

    def prose(self, text: str) -> str:
        """What the query's own file says, and the recipient's name: they name nobody unless someone wrote it in."""
        return self._kept_back("protected", "query text") if self.things.protected.named_in(text) else text

    def heading(self, kind: str, number: int, name: str) -> str:
        """The name of a column or parameter: another, which says its number, where somebody protected is named in it."""
        if not self.things.protected.named_in(name):
            return name
        self._kept_back("protected", f"name of a {kind}")
        return f"{kind}_{number}"

    def because(self, text: str) -> str:
        """Why there are no rows: said if all is listed that the question looks at, as a number is."""
        if text and not self._measures:
            self._kept_back("profile", "why there are no rows")
            return ""
        return self.prose(text)

    def _harmless(self, text: str) -> bool:
        return text in vocabulary(self._profile) or text in self.things.vouched


def _unaccused(answer: Answer) -> Iterable[str]:
    """The ids of those whom nobody accuses."""
    at = [position for position, column in enumerate(answer.columns) if column.unaccused]
    return (cell.id for row in answer.rows for cell in (row[position] for position in at) if isinstance(cell, NodeValue))


def _ids(nodes: Iterable[NodeValue], links: Iterable[RelValue], support: Iterable[Support]) -> Iterable[str]:
    for node in nodes:
        yield node.id
    for link in links:
        yield from (link.id, link.begin, link.end)
    for evidence in support:
        yield from evidence.claims
