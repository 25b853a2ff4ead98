"""The nodes and links of one answer as one recipient may see them, and which texts they vouch for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from graph import schema
from graph.answer import NodeValue, RelValue, Support
from graph.projection import Properties, Value
from viz.profile import IDS, NAMES, Profile
from viz.protected import Bearers, Protected, is_protected
from viz.pseudonym import Rekeyed
from viz.withheld import WITHHELD, Reason, Tally


class Things:
    """Rewrites them, and counts what it keeps back."""

    def __init__(
        self,
        nodes: Sequence[NodeValue],
        links: Sequence[RelValue],
        support: Mapping[str, Support],
        profile: Profile,
        rekeyed: Rekeyed,
        protected: Bearers,
        unaccused: frozenset[str] = frozenset(),
    ) -> None:
        self._profile, self._rekeyed = profile, rekeyed
        self.protected = Protected.among(nodes, protected)
        self._open = frozenset(node.id for node in nodes if not is_protected(node)) - unaccused
        self._label = {node.id: node.label for node in nodes}
        self.vouched: set[str] = set()
        self.tally = Tally()
        nodes, links = tuple(filter(self._listed, nodes)), tuple(filter(self._joins_listed, links))
        # Ordered by the new ids: an order by name would tell something of the names.
        self.nodes = tuple(sorted((self._new_node(node) for node in nodes), key=lambda node: node.id))
        self.links = tuple(sorted((self._new_link(link) for link in links), key=lambda link: link.id))
        shown = (*(node.id for node in nodes), *(link.id for link in links))
        self.support = {rekeyed.id(id_): self._new_support(support[id_]) for id_ in shown if id_ in support}

    def _listed(self, node: NodeValue) -> bool:
        listed = self._profile.lists(node.label)
        if not listed:
            self.tally.add("profile", node.label)
        return listed

    def _joins_listed(self, link: RelValue) -> bool:
        """Whether the link's type is listed, and what it joins; of an end that is not in the answer, what it may be."""
        kind = schema.LINK.get(link.type)
        begins, ends = (kind.begins, kind.ends) if kind else ((), ())
        listed = self._profile.lists(link.type) and all(
            any(map(self._profile.lists, (self._label[id_],) if id_ in self._label else labels))
            for id_, labels in ((link.begin, begins), (link.end, ends))
        )
        if not listed:
            self.tally.add("profile", link.type)
        return listed

    def _new_node(self, node: NodeValue) -> NodeValue:
        if node.id in self._open:
            shown = self._with_neutral_name(node, self._properties(node.label, node.properties))
            return NodeValue(self._rekeyed.id(node.id), node.label, shown)
        kept: dict[str, Value] = {"id": self._rekeyed.id(node.id), "name": self._rekeyed.name(node.id)}
        reason: Reason = "protected" if is_protected(node) else "unaccused"
        if reason == "protected":
            kept["protected"] = True
        self.tally.add(reason, *(f"{node.label}.{prop}" for prop in node.properties if prop not in kept), f"{node.label}.name")
        return NodeValue(self._rekeyed.id(node.id), node.label, kept)

    def _with_neutral_name(self, node: NodeValue, kept: dict[str, Value]) -> dict[str, Value]:
        """What is named after a protected person goes by a name that says what it is and nothing else, and by no alias. What the
        graph calls by its id, for want of a name, goes by such a name, too: that id stays."""
        if kept.get("name") == node.id != kept["id"]:
            return kept | {"name": self._neutral(node)}
        if "name" in kept or not isinstance(node.properties.get("name"), str) or not self._profile.lets_out(node.label, "name"):
            return kept
        if kept.pop("aliases", None) is not None:
            self.tally.add("protected", f"{node.label}.aliases")
        kept["name"] = self._neutral(node)
        return kept

    def _neutral(self, node: NodeValue) -> str:
        return self._rekeyed.name(node.id) if node.label == "Person" else self._rekeyed.neutral(node.label, node.id)

    def _new_link(self, link: RelValue) -> RelValue:
        concealed = not {link.begin, link.end} <= self._open
        begin, end = self._rekeyed.id(link.begin), self._rekeyed.id(link.end)
        return RelValue(
            self._rekeyed.id(link.id), link.type, begin, end, self._properties(link.type, link.properties, concealed=concealed)
        )

    def _new_support(self, support: Support) -> Support:
        """The claims, and how many sources deny; which sources these are, and what they are called, stays."""
        kept_back = {"sources": support.sources, "origins": support.origins, "denied_by": support.denied_by}
        for name, texts in kept_back.items():
            if texts:
                self.tally.add("profile", f"Support.{name}", times=len(texts))
        return Support(
            claims=tuple(sorted(map(self._rekeyed.id, support.claims))),
            denials=tuple(sorted(map(self._rekeyed.id, support.denials))),
            denied_by=(WITHHELD,) * len(support.denied_by),
        )

    def _properties(self, kind: str, properties: Properties, *, concealed: bool = False) -> dict[str, Value]:
        """Those that may leave. `concealed`: a link's end is protected, or not in the answer and so not known to be open."""
        kept: dict[str, Value] = {}
        for name, value in properties.items():
            if reason := self._why_not(kind, name, value, concealed=concealed):
                self.tally.add(reason, f"{kind}.{name}")
            elif name in IDS:
                kept[name] = self._again(value)
            elif name == "conflicts":
                kept[name] = self._conflicts(kind, value)
            else:
                kept[name] = value
                self.vouched.update(_texts(value))
        return kept

    def _why_not(self, kind: str, name: str, value: Value, *, concealed: bool) -> Reason | None:
        declared = _declared(kind, name)
        if declared is None or not self._profile.lets_out(kind, name):
            return "profile"
        if concealed and _tells_who(kind, name):
            return "protected"
        if name in IDS or all(self._may_say(kind, declared, text) for text in _texts(value)):
            return None
        return "text" if declared.choices else "protected"

    def _conflicts(self, kind: str, value: Value) -> Value:
        """In which properties sources differ: those that the profile lists."""
        names = _texts(value)
        kept = [name for name in names if self._profile.lets_out(kind, name)]
        if len(kept) < len(names):
            self.tally.add("profile", f"{kind}.conflicts", times=len(names) - len(kept))
        return kept

    def _may_say(self, kind: str, declared: schema.Property, text: str) -> bool:
        if declared.choices:
            return text in declared.choices
        if declared.name not in NAMES:
            return not self.protected.hinted_in(text)
        return not (self.protected.namesake if kind == "Person" else self.protected.named_in)(text)

    def _again(self, value: Value) -> Value:
        if isinstance(value, list | tuple):
            return sorted(self._rekeyed.id(str(item)) for item in value)
        return self._rekeyed.id(str(value))


def _texts(value: Value) -> Sequence[str]:
    texts = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
    return [text for text in texts if isinstance(text, str)]


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
