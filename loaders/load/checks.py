"""What a whole table shows that no row shows alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph import schema
from graph.said.claim import EXISTS
from graph.said.fold import in_bytes
from loaders.load.cells import Issue
from loaders.reading import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.said.claim import Claim, Mention
    from loaders.mapping import Mapping
    from loaders.reading import Table

EMPTY = "the compiler's id is empty; the key stands in for it"
TWO_IDS = "the compiler gives this key two ids"
TWO_KEYS = "the compiler gives this id to two keys"
EQUAL = "equal, cell by cell, and read as two: what no key joins is there twice"
SHOWN = 6
"""How many of them are named."""
AGAIN = "says again what an earlier row says: one {type}, with the claims of both"


def equal_rows(file: str, found: Sequence[tuple[str, tuple[int, ...]]]) -> Iterator[Note]:
    """That a row stands in a sheet more than once."""
    for sheet in dict.fromkeys(sheet for sheet, _ in found):
        rows = [" and ".join(map(str, equal[:SHOWN])) for of, equal in found if of == sheet]
        shown = "; ".join(rows[:SHOWN]) + (" …" if len(rows) > SHOWN else "")
        yield Note(file, sheet, None, None, f"rows {shown}: {EQUAL}")


def check_own_ids(mapping: Mapping, table: Table) -> list[Issue]:
    """Holds the compiler's ids against the keys the mapping uses: each should name the other."""
    position = {name: at for at, name in enumerate(table.header)}
    issues: list[Issue] = []
    for thing in mapping.thing.values():
        if thing.own_id is None or thing.key is None or thing.each:
            continue
        keys: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        ids: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for row in table.rows:
            key = tuple(row.cells[position[column]] for column in thing.key.columns)
            own = row.cells[position[thing.own_id]].strip()
            if not any(key):
                continue
            if not own:
                issues.append(Issue(row.number, thing.own_id, EMPTY))
                continue
            for what, others in ((TWO_IDS, ids[key]), (TWO_KEYS, keys[own])):
                other: object = own if what is TWO_IDS else key
                if others and other not in others:
                    issues.append(Issue(row.number, thing.own_id, what))
            keys[own].add(key)
            ids[key].add(own)
    return issues


def check_repeats(mentions: dict[str, Mention], claims: Iterable[Claim], rows: dict[str, int]) -> list[Issue]:
    """Rows that state a state or stay once more, alike in ends, properties and dates. `rows`: the row of each mention.

    Links without time are left alone: that a town lies in a state is said on every row that names the town.
    """
    stated: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    timed = {link.id for link in mentions.values() if link.is_link and schema.LINK[link.what].timing is not None}
    for claim in claims:
        if claim.about in timed and claim.property != EXISTS:
            stated[claim.about].add((claim.property, in_bytes(claim.value)))
    earlier: set[object] = set()
    issues: list[Issue] = []
    for link in mentions.values():
        if link.id not in timed:
            continue
        ends = [mentions[end] for end in (link.begin, link.end) if end]
        alike = (link.what, *((end.space, end.key or end.id) for end in ends), frozenset(stated[link.id]))
        if alike in earlier:
            issues.append(Issue(rows[link.id], None, AGAIN.format(type=link.what)))
        earlier.add(alike)
    return issues
