"""A case in which units, stations, ranks, posts and methods are named after protected persons, in every form of their names."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.cli.program import inside
from tests.trust.canaries import Canary

HERE, ELSEWHERE, HEAD = "Tannery", "Depot", "Head office"
"""Half of the persons were held at the one, half at the other; all that is named after them is at the first."""
DAY, BORN = "3 May 1991", "1950"
OFFICER = "Kesto Marrane 0"
"""Who commands the units that are named after the first of them."""
COLUMNS = (
    *("person", "born", "held at", "unit", "based at", "site", "under", "officer", "rank", "post"),
    *("event", "at", "on", "methods", "victim", "victim born"),
)
MAPPING = """\
name = "named-after"
title = "Whom things are named after"
dates = "day-first"
recognised_by = ["person", "born", "held at", "unit", "officer"]

[thing]
person  = { label = "Person", name = "person", born = "born", key = { space = "file", columns = ["person", "born"] } }
place   = { label = "Station", name = "held at", key = { space = "file", columns = ["held at"] } }
base    = { label = "Station", name = "based at", key = { space = "file", columns = ["based at"] } }
site    = { label = "Station", name = "site", key = { space = "file", columns = ["site"] } }
at      = { label = "Station", name = "at", key = { space = "file", columns = ["at"] } }
unit    = { label = "Unit", name = "unit", key = { space = "file", columns = ["unit"] } }
over    = { label = "Unit", name = "under", key = { space = "file", columns = ["under"] } }
officer = { label = "Person", name = "officer", key = { space = "file", columns = ["officer"] } }

[thing.victim]
label = "Person"
name  = "victim"
born  = "victim born"
key   = { space = "file", columns = ["victim", "victim born"] }

[thing.event]
label   = "Event"
kind    = { text = "beating" }
methods = "methods"
span    = { on = "on" }
key     = { space = "file", columns = ["event"] }

[link]
held   = { type = "HELD_AT", begin = "person", end = "place", rests_on = "held at", span = { on = "on" } }
based  = { type = "BASED_AT", begin = "unit", end = "base", rests_on = "based at", span = { on = "on" } }
also   = { type = "BASED_AT", begin = "unit", end = "site", rests_on = "site", span = { on = "on" } }
befell = { type = "SUFFERED", begin = "victim", end = "event", rests_on = "victim" }
done   = { type = "OCCURRED_AT", begin = "event", end = "at", rests_on = "at" }
by     = { type = "ALLEGED_IN", begin = "unit", end = "event", rests_on = "event" }

[link.command]
type     = "SUBORDINATE_TO"
begin    = "unit"
end      = "over"
relation = { text = "command" }
rests_on = "under"
span     = { on = "on" }

[link.posted]
type     = "POSTED_TO"
begin    = "officer"
end      = "unit"
function = { text = "commander" }
rank     = "rank"
post     = "post"
rests_on = "officer"
span     = { on = "on" }
"""


def loaded(case: Path, persons: Sequence[Canary], protected: Sequence[Canary]) -> None:
    """Enters into an empty case all who are protected, and what is named after these persons."""
    table, mapping = case.parent / "named.csv", case.parent / "named.toml"
    with table.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, COLUMNS, restval="")
        out.writeheader()
        out.writerows(_held(persons, protected))
        out.writerows(row for number, canary in enumerate(persons) for row in _named(number, canary))
    mapping.write_text(MAPPING, "utf-8")
    done = inside("load", table, "--mapping", mapping, case=case)
    assert done.code == 0, done.err


def _held(persons: Sequence[Canary], protected: Sequence[Canary]) -> Iterator[dict[str, str]]:
    here = {canary.name for canary in persons[1::2]}
    for canary in protected:
        yield {"person": canary.name, "born": BORN, "held at": HERE if canary.name in here else ELSEWHERE, "on": DAY}


def _named(number: int, canary: Canary) -> Iterator[dict[str, str]]:
    for at, form in enumerate(canary.forms):
        yield {
            "unit": f"{form} Squad" if at % 2 else form,
            "based at": HERE,
            "site": f"Post of {form}" if at % 3 == 0 else "",
            "under": HEAD,
            "officer": f"Kesto Marrane {number}",
            "rank": f"sergeant, brother of {form}",
            "post": f"deputy of {form}",
            "on": DAY,
            "event": f"{number}-{at}",
            "at": HERE,
            "methods": f"hammer of {form}",
            "victim": canary.name,
            "victim born": BORN,
        }
