"""Files about a republic that does not exist: rosters as a known mapping reads them, and custody lists with a mapping."""

from __future__ import annotations

import csv
import io

ROSTER_HEADER = (
    "unit:id:admin", "unit:name", "unit:classification", "unit:related_unit_id:admin", "unit:related_unit",
    "unit:related_unit_class", "unit:related_unit_open", "unit:related_unit_first_cited_date",
    "unit:related_unit_first_cited_date_start", "unit:related_unit_last_cited_date", "unit:relation_type",
)  # fmt: skip

CUSTODY_HEADER = ("person", "held in", "from", "to", "arrested by", "commander", "post", "on")

CUSTODY = """\
name          = "tarvonia-custody"
title         = "Custody lists of Tarvonia"
recognised_by = ["person", "held in", "arrested by"]

[key_space."tarvonia/name"]
reason = "the list spells each name in one way"

[thing.person]
label = "Person"
key   = { space = "tarvonia/name", columns = ["person"] }
name  = "person"

[thing.place]
label = "Station"
key   = { space = "tarvonia/name", columns = ["held in"] }
name  = "held in"

[thing.unit]
label = "Unit"
key   = { space = "tarvonia/name", columns = ["arrested by"] }
name  = "arrested by"
kind  = { text = "real" }

[thing.officer]
label = "Person"
name  = "commander"

[link.held]
type     = "HELD_AT"
begin    = "person"
end      = "place"
rests_on = "held in"

[link.held.span]
begin = "from"
end   = "to"

[link.based]
type     = "BASED_AT"
begin    = "unit"
end      = "place"
rests_on = "held in"

[link.posted]
type     = "POSTED_TO"
begin    = "officer"
end      = "unit"
rests_on = "commander"
function = { column = "post", values = { "in command" = "commander", "deputy" = "deputy" } }

[link.posted.span]
on = "on"
"""

CUSTODY_ROWS = (
    ("Ilvane Korosz", "Dom Kastel", "3 May 1987", "9 June 1987", "4th Watch Company", "Bero Tashkal", "in command", "1 May 1987"),
    (
        "Mirel Adzany",
        "Dom Kastel",
        "20 May 1987",
        "1 June 1987",
        "4th Watch Company",
        "Bero Tashkal",
        "in command",
        "30 May 1987",
    ),
    ("Sune Orvald", "Harbour Depot", "7 July 1987", "", "2nd Watch Company", "Lenko Darvish", "deputy", "5 July 1987"),
)


def table(header: tuple[str, ...], rows: object, delimiter: str = ",") -> str:
    """The text of a delimited file."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows([header, *rows])  # type: ignore[misc]  # rows of cells
    return out.getvalue()


def custody(*rows: tuple[str, ...]) -> str:
    """A custody list; without rows, the usual one."""
    return table(CUSTODY_HEADER, rows or CUSTODY_ROWS)


def roster(units: int, name: str = "Watch") -> str:
    """A tree of so many units, each but the first under the one at half its number, as a known mapping reads it."""
    rows = [
        (
            f"{name} {number}", f"{number} {name} Company", "Guard", f"{name} {number // 2}", f"{number // 2} {name} Company",
            "Command", "Y", f"{1970 + number % 30}-03-01", "N", f"{1971 + number % 30}-09-30", "child",
        )
        for number in range(2, units + 2)
    ]  # fmt: skip
    return table(ROSTER_HEADER, rows, "\t")
