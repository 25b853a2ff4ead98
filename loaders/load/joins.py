"""Joins by a compiler's own key: recorded decisions like any other, listed in the report, and open to retraction."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.decided.decision import DECLARED_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.decided.identity import Identity
    from graph.decided.state import State
    from graph.said.claim import Mention


@dataclass(frozen=True, slots=True)
class Join:
    """Mentions of one kind that carry one key."""

    what: str
    space: str
    members: tuple[str, ...]

    def body(self, load: int) -> dict[str, Any]:
        """Of its entry in the journal."""
        return {
            "decision": "same",
            "members": list(self.members),
            "rule": DECLARED_KEY,
            "reason": f"the same key in {self.space}",
            "load": load,
        }


def declared_joins(new: Iterable[Mention], state: State) -> tuple[tuple[Join, ...], tuple[Join, ...]]:
    """Joins that new mentions bring, and those left out because a person's decision stands against them."""
    known = state.keys()
    by_key: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for mention in new:
        if mention.space is not None and mention.key is not None:
            by_key[mention.what, mention.space, mention.key].append(mention.id)
    joins: list[Join] = []
    left_out: list[Join] = []
    for key in sorted(by_key):
        what, space, _ = key
        fresh = dict.fromkeys(sorted(by_key[key]))
        older = [id_ for id_ in known.get(key, []) if id_ not in fresh]
        homes = {state.identity.root(id_) for id_ in older}
        if len(homes) > 1:  # a person took these apart: nobody but a person can say where the new ones belong
            left_out.append(Join(what, space, tuple(fresh)))
            older = []
        apart = _kept_out(state.identity, fresh, older)
        members = [*(id_ for id_ in older[:1] if not state.identity.was_taken_out(id_)), *fresh]
        if apart:
            left_out.append(Join(what, space, tuple(id_ for id_ in fresh if id_ in apart)))
        members = [id_ for id_ in members if id_ not in apart]
        if len(members) < 2:
            continue
        if state.identity.barred_by(members) is None:
            joins.append(Join(what, space, tuple(members)))
        else:
            left_out.append(Join(what, space, tuple(members)))
    return tuple(joins), tuple(left_out)


def _kept_out(identity: Identity, fresh: Iterable[str], older: Iterable[str]) -> set[str]:
    """The new mentions that no rule may join: a person took them out, or keeps them apart, or the key stands for several.

    Where somebody was taken out, the key alone no longer says who is meant: a row that no decision ever named waits.
    """
    out = {id_ for id_ in (*fresh, *older) if identity.was_taken_out(id_)}
    waiting = {id_ for id_ in fresh if not identity.is_named(id_)} if out else set()
    forbidden = identity.barred_within(id_ for id_ in (*older, *fresh) if id_ not in out)
    return (out | waiting | forbidden) & set(fresh)
