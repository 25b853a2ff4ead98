"""Finding nodes and links by py2neo's own words, under the ids of the case.

py2neo looks for the server's numbers, which are others after each projection. A link's or node's `identity` is its id here,
the same that `linkage show` takes.
"""

from __future__ import annotations

from typing import Any

from py2neo.matching import IN, NodeMatcher, RelationshipMatch, RelationshipMatcher

from graph.notebook.entities import label_of


class ById:
    """What is found by its id, in py2neo's words: `get`, `[…]`, `in`."""

    match: Any

    def get(self, identity: Any) -> Any:
        """One, or None where there is none; of a list or set of ids a list or set."""
        if isinstance(identity, list | tuple | set | frozenset):
            return type(identity)(self.match().where(id=IN(list(identity))))
        if not isinstance(identity, str):
            raise TypeError("a node or link is found by its id, a text such as `linkage show` takes")
        return self.among(identity).where(id=identity).first()

    def among(self, identity: str) -> Any:
        """Where to look for it."""
        return self.match()

    def __getitem__(self, identity: str) -> Any:
        if (entity := self.get(identity)) is None:
            raise KeyError(identity)
        return entity

    def __contains__(self, identity: object) -> bool:
        return self.get(identity) is not None


class Nodes(ById, NodeMatcher):  # type: ignore[misc]  # py2neo ships no types
    """`graph.nodes`."""

    def match(self, *labels: Any, **properties: Any) -> Any:
        """Nodes of the case: the one in which a Neo4j server keeps what it holds has no id and is none of them."""
        found = NodeMatcher.match(self, *labels, **properties)
        return found if labels else found.where("_.id IS NOT NULL")

    def among(self, identity: str) -> Any:
        """Its label has an index of ids."""
        label = label_of(identity)
        return self.match(label) if label else self.match()


class LinkMatch(RelationshipMatch):  # type: ignore[misc]  # py2neo ships no types
    """Links between given nodes."""

    def _query_and_parameters(self, count: bool = False) -> tuple[str, dict[str, Any]]:
        query, parameters = super()._query_and_parameters(count)
        for name, key in (("a", "x"), ("b", "y")):
            if key in parameters:
                theirs = f"MATCH ({name}) WHERE id({name}) = ${key}"
                label = label_of(parameters[key])
                ours = f"MATCH ({name}{f':{label}' if label else ''}) WHERE {name}.id = ${key}"
                if theirs not in query:
                    raise AssertionError("py2neo asks in another way than the release that is pinned")
                query = query.replace(theirs, ours, 1)
        return query, parameters


class Links(ById, RelationshipMatcher):  # type: ignore[misc]  # py2neo ships no types
    """`graph.relationships`."""

    _match_class = LinkMatch
