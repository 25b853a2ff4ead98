"""From the journal to what it comes to: read once from its beginning, then moved forward by what was appended since.

    state = replay(journal)                # everything
    state = forward(state, journal)        # and what was appended meanwhile, by whomever
    then = replay(journal, until=70)       # as it stood after entry 70

A state never changes: moving forward makes another one, which shares what did not change.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from graph.decided.claims import Claims
from graph.decided.draft import Draft
from graph.decided.entry import CHANGES_GRAPH, Kind
from graph.decided.ledger import Ledger
from graph.decided.state import State, Undecided

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.decided.entry import Entry
    from graph.decided.journal import Journal
    from graph.said.claim import Mention

CLAIM_GONE = "the claim it names is not in the newer version of the file"


def replay(journal: Journal, *, until: int | None = None) -> State:
    """Everything the journal says, read from its beginning. `until`: the last entry read; what it said then, it says now."""
    head = journal.head
    last = head if until is None or until >= head[0] else (until, journal.hash_of(until))
    loads = {entry.sequence: entry for entry in journal.entries(Kind.LOAD, until=last[0])}
    superseded = {old: sequence for sequence, entry in loads.items() if (old := _older(entry)) is not None}
    mentions = _mentions(journal, [load for load in loads if load not in superseded])
    draft = Draft(State(superseded=superseded, mentions=mentions, moves=_moves(journal, superseded, mentions)))
    return _taken(draft, journal, 0, last, loads)


def forward(state: State, journal: Journal) -> State:
    """This state, moved on by the entries that came after it. The same where none did.

    The journal is read anew where it is another one than the state was read from, where something was erased, and where a
    newer version of a file came, or one whose rows are there again: then older decisions are about other mentions than before.
    """
    last = journal.head
    if last == state.last:
        return state
    after = state.last[0]
    if not journal.holds(*state.last) or any(journal.entries(Kind.ERASURE, after=after, until=last[0])):
        return replay(journal)
    loads = {entry.sequence: entry for entry in journal.entries(Kind.LOAD, after=after, until=last[0])}
    mentions = _mentions(journal, loads)
    if any(_older(entry) is not None for entry in loads.values()) or not mentions.keys().isdisjoint(state.moves):
        return replay(journal)
    if mentions:
        state = replace(state, mentions=MappingProxyType({**state.mentions, **mentions}))
    return _taken(Draft(state), journal, after, last, loads)


def without(state: State, journal: Journal, load: int) -> State:
    """The state as it would be if this load had been superseded."""
    ledger = Ledger.of(state.identity)
    ledger.lapse(load)
    gone = {mention.id for mention in journal.mentions(load)}
    mentions = {id_: mention for id_, mention in state.mentions.items() if id_ not in gone}
    return replace(state, identity=ledger.identity(), mentions=MappingProxyType(mentions))


def _taken(draft: Draft, journal: Journal, after: int, last: tuple[int, str], loads: Mapping[int, Entry]) -> State:
    """The draft, with every entry after one and up to another; among them these loads, whose mentions it knows."""
    draft.loads |= {sequence: entry.body for sequence, entry in loads.items()}
    for entry in journal.entries(*CHANGES_GRAPH, after=after, until=last[0]):
        draft.take(entry)
    state = draft.state(last)
    files = {load: body["file"] for load, body in state.loads.items() if load not in state.superseded}
    claims = state.claims.of(files) if isinstance(state.claims, Claims) else Claims(journal, files, {})
    still = [waiting for waiting in state.undecided if waiting.why != CLAIM_GONE]
    first = journal.hash_of(1) if last[0] else ""
    return replace(state, first=first, claims=claims, undecided=(*still, *_gone(journal, state)))


def _gone(journal: Journal, state: State) -> list[Undecided]:
    """Decisions about claims that no load brings which counts."""
    counting = state.loads.keys() - state.superseded.keys()
    return [
        Undecided(sequence, CLAIM_GONE)
        for claim, sequence in state.named.items()
        if not any(load in counting for load, _, _ in journal.claims_of([claim]))
    ]


def _older(load: Entry) -> int | None:
    """The load of which this one is a newer version, if it is one."""
    found: int | None = load.body.get("supersedes")
    return found


def _mentions(journal: Journal, loads: Iterable[int]) -> Mapping[str, Mention]:
    return MappingProxyType({mention.id: mention for load in loads for mention in journal.mentions(load)})


def _moves(journal: Journal, superseded: Mapping[int, int], mentions: Mapping[str, Mention]) -> Mapping[str, str | None]:
    """Where decisions about mentions that are gone go: to the one in the newer version of the file that has the same
    declared key, if there is exactly one, else nowhere (None)."""
    gone: dict[str, tuple[int, Mention]] = {}
    for load in sorted(superseded):
        newest = load
        while newest in superseded:
            newest = superseded[newest]
        gone |= {mention.id: (newest, mention) for mention in journal.mentions(load) if mention.id not in mentions}
    keys: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for load in {newest for newest, _ in gone.values()}:
        for mention in journal.mentions(load):
            if mention.key is not None:
                keys[load, mention.what, mention.space, mention.key].append(mention.id)
    moves: dict[str, str | None] = {}
    for id_, (newest, mention) in gone.items():
        same = keys.get((newest, mention.what, mention.space, mention.key), [])
        moves[id_] = same[0] if len(same) == 1 else None
    return MappingProxyType(moves)
