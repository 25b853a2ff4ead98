"""FollowTheMoney, for OpenAleph and OpenSanctions' tools: entities as JSON lines, and statements as CSV.

Where claims may leave (`internal`), both carry every claim whole, so that Linkage reads them back without a loss; a denial is
a note there, never a fact. Elsewhere they say what the released nodes and links say.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from viz.export.followthemoney import entities, statements
from viz.export.followthemoney.released import carried
from viz.release import Released

MEANS = "entities and statements of FollowTheMoney, for OpenAleph and other tools; internal ones hold every claim"


def files(released: Released) -> Iterator[tuple[str, bytes]]:
    """Two files that say the same: whoever loads both has it twice."""
    carrying = bool(released.carried)
    said = released.carried or tuple(carried(released))
    things = {one.mention.id: one.thing for one in said}
    yield "entities.ftm.json", "".join(f"{line}\n" for line in entities.lines(said, things, carrying=carrying)).encode(*SAFELY)
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, statements.COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in said:
        for row in statements.rows(one, things):
            if carrying:
                writer.writerow(row.record)
            elif row.shown:
                writer.writerow({**row.record, "origin": ""})
    yield "statements.csv", target.getvalue().encode(*SAFELY)


SAFELY = ("utf-8", "backslashreplace")
"""Halves of UTF-16 pairs, which no encoding holds, are written out; a claim that held one is refused when it is read."""
