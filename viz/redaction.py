"""One answer as one recipient may see it. Whatever is not known to be harmless is withheld, and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cache

from graph import schema
from graph.answer import Answer, ColumnType, NodeValue, PathValue, RelValue, Support
from graph.projection import Properties, Value
from viz.profile import IDS, NAMES, VOCABULARY, Profile
from viz.protected import Protected, is_protected
from viz.pseudonym import Rekeyed

WITHHELD = "[withheld]"
"""What stands where a text stood."""

DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?")
ID = re.compile(rf"(?:{'|'.join((*schema.PREFIX, schema.LINK_PREFIX))})-[a-z2-7]{{16}}")
"""An id of this case (graph/ids.py), also of something that is not in the answer."""


class Redaction:
    """Rewrites the parts of one answer under a profile that is not open."""

    def __init__(self, answer: Answer, profile: Profile, rekeyed: Rekeyed) -> None:
        nodes, links = answer.subgraph()
        self._profile, self._rekeyed = profile, rekeyed
        self._protected = Protected.among(nodes)
        self._open = frozenset(node.id for node in nodes if not is_protected(node))
        self._ids = frozenset(_ids(nodes, links, answer.support.values()))
        self._vouched: set[str] = set()
        self.withheld: Counter[str] = Counter()
        # Ordered by the new ids: an order by name would tell something of the names.
        self.nodes = tuple(sorted((self._new_node(node) for node in nodes), key=lambda node: node.id))
        self.links = tuple(sorted((self._new_link(link) for link in links), key=lambda link: link.id))
        self._node = {node.id: node for node in self.nodes}
        self._link = {link.id: link for link in self.links}
        shown = (*(node.id for node in nodes), *(link.id for link in links))
        self.support = {rekeyed.id(id_): self._new_support(answer.support[id_]) for id_ in shown if id_ in answer.support}

    def cell(self, column: str, kind: ColumnType, value: object) -> object:
        """A cell of a row: nodes and links redacted, numbers and times as they are, texts only if vouched for."""
        if isinstance(value, NodeValue):
            return self._node[self._rekeyed.id(value.id)]
        if isinstance(value, RelValue):
            return self._link[self._rekeyed.id(value.id)]
        if isinstance(value, PathValue):
            nodes = (self._node[self._rekeyed.id(node.id)] for node in value.nodes)
            links = (self._link[self._rekeyed.id(link.id)] for link in value.links)
            return PathValue(tuple(nodes), tuple(links))
        if isinstance(value, list | tuple):
            return tuple(self.cell(column, kind, item) for item in value)
        if value is None or isinstance(value, bool | int | float | date):
            return value
        if isinstance(value, str):
            if kind == "claims" or value in self._ids:
                return self._rekeyed.id(value)
            if self._harmless(value) or (kind in ("day", "time") and DATE.fullmatch(value)):
                return value
        self.withheld[f"column {column}"] += 1
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
        self.withheld[f"parameter {name}"] += 1
        return WITHHELD

    def prose(self, text: str) -> str:
        """What the query's own file says, which names nobody unless someone wrote it in."""
        if not self._protected.named_in(text):
            return text
        self.withheld["query text"] += 1
        return WITHHELD

    def _harmless(self, text: str) -> bool:
        return text in VOCABULARY or text in self._vouched

    def _new_node(self, node: NodeValue) -> NodeValue:
        if node.id in self._open:
            return NodeValue(self._rekeyed.id(node.id), node.label, self._properties(node.label, node.properties))
        kept: dict[str, Value] = {"id": self._rekeyed.id(node.id), "name": self._rekeyed.name(node.id), "protected": True}
        self.withheld.update(f"{node.label}.{prop}" for prop in node.properties if prop not in kept)
        self.withheld[f"{node.label}.name"] += 1
        return NodeValue(kept["id"], node.label, kept)  # type: ignore[arg-type]  # an id is a text

    def _new_link(self, link: RelValue) -> RelValue:
        concealed = not {link.begin, link.end} <= self._open
        begin, end = self._rekeyed.id(link.begin), self._rekeyed.id(link.end)
        return RelValue(
            self._rekeyed.id(link.id), link.type, begin, end, self._properties(link.type, link.properties, concealed=concealed)
        )

    def _new_support(self, support: Support) -> Support:
        """The claims, and how many sources deny; which sources these are, and what they are called, stays."""
        kept_back = {"sources": support.sources, "origins": support.origins, "denied_by": support.denied_by}
        self.withheld.update({f"Support.{name}": len(texts) for name, texts in kept_back.items() if texts})
        return Support(
            claims=tuple(sorted(map(self._rekeyed.id, support.claims))),
            denials=tuple(sorted(map(self._rekeyed.id, support.denials))),
            denied_by=(WITHHELD,) * len(support.denied_by),
        )

    def _properties(self, kind: str, properties: Properties, *, concealed: bool = False) -> dict[str, Value]:
        """Those that may leave. `concealed`: a link's end is protected, or not in the answer and so not known to be open."""
        kept: dict[str, Value] = {}
        for name, value in properties.items():
            if self._profile.lets_out(kind, name) and not (concealed and _tells_who(kind, name)):
                if name in IDS:
                    kept[name] = self._again(value)
                    continue
                left = self._value(kind, name, value)
                if left is not None:
                    kept[name] = left
                    continue
            self.withheld[f"{kind}.{name}"] += 1
        return kept

    def _value(self, kind: str, name: str, value: Value) -> Value | None:
        declared = _declared(kind, name)
        if declared is None:
            return None
        texts = [value] if isinstance(value, str) else list(value) if isinstance(value, list | tuple) else []
        for text in texts:
            if isinstance(text, str) and not self._may_say(declared, text):
                return None
        self._vouched.update(text for text in texts if isinstance(text, str))
        return value

    def _may_say(self, declared: schema.Property, text: str) -> bool:
        if declared.choices:
            return text in declared.choices
        betrays = self._protected.named_in if declared.name in NAMES else self._protected.hinted_in
        return not betrays(text)

    def _again(self, value: Value) -> Value:
        if isinstance(value, list | tuple):
            return sorted(self._rekeyed.id(str(item)) for item in value)
        return self._rekeyed.id(str(value))


@cache
def _declared(kind: str, name: str) -> schema.Property | None:
    try:
        return schema.property_of(kind, name)
    except KeyError:
        return None


def _tells_who(kind: str, name: str) -> bool:
    """Whether a link's property, beside the other end, could tell who the protected end is: a post is a name to insiders."""
    if name in IDS or name == "disputed":
        return False
    declared = _declared(kind, name)
    return kind == "POSTED_TO" or declared is None or (declared.type in ("text", "texts") and not declared.choices)


def _ids(nodes: Iterable[NodeValue], links: Iterable[RelValue], support: Iterable[Support]) -> Iterable[str]:
    for node in nodes:
        yield node.id
    for link in links:
        yield from (link.id, link.begin, link.end)
    for evidence in support:
        yield from evidence.claims
