"""Who made an entry of the journal, and when its clock said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.cli.paper import plain

if TYPE_CHECKING:
    from graph.decided.entry import Entry


def by_whom(entry: Entry) -> str:
    """ "by an analyst on 2026-11-29 01:52 UTC" """
    return f"by {plain(entry.who)} on {entry.at[:16].replace('T', ' ')} UTC"
