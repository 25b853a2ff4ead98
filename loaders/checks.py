"""What a whole table shows that no row shows alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from loaders.rows.cells import Issue

if TYPE_CHECKING:
    from loaders.intake import Table
    from loaders.mapping import Mapping

EMPTY = "the compiler's id is empty; the key stands in for it"
TWO_IDS = "the compiler gives this key two ids"
TWO_KEYS = "the compiler gives this id to two keys"


def check_own_ids(mapping: Mapping, table: Table) -> list[Issue]:
    """Holds the compiler's ids against the keys the mapping uses: each should name the other."""
    position = {name: at for at, name in enumerate(table.header)}
    issues: list[Issue] = []
    for thing in mapping.things:
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
            for told, others in ((TWO_IDS, ids[key]), (TWO_KEYS, keys[own])):
                other: object = own if told is TWO_IDS else key
                if others and other not in others:
                    issues.append(Issue(row.number, thing.own_id, told))
            keys[own].add(key)
            ids[key].add(own)
    return issues
