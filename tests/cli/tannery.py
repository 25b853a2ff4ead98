"""A case in which the police deny one stay of two namesakes, and a register says who had the interviews in hand."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import inside
from tests.cli.republic import table

POLICE = "The police's answer"
HEADER = ("number", "person", "born", "held in", "says", "from", "to", "exhibit")
STAYS = (
    ("1", "Ilvane Korosz", "1950", "Tannery", "yes", "3 May 1987 22:00", "9 June 1987 07:00", "E-1"),
    ("2", "Ilvane Korosz", "1962", "Tannery", "yes", "4 May 1987", "9 June 1987", "E-2"),
    ("3", "Mirel Adzany", "1960", "Tannery", "yes", "May 1987", "June 1987", "E-3"),
    ("4", "Orsolin Vade", "1940", "Depot", "yes", "9 June 1987 07:00", "3 May 1987", "E-4"),
    ("1", "Ilvane Korosz", "1950", "Tannery", "no", "1 May 1987", "30 June 1987", POLICE),
)
MAPPING = """\
name          = "tannery-stays"
title         = "Stays at the Tannery"
dates         = "day-first"
recognised_by = ["number", "person", "born", "held in", "says", "from", "to", "exhibit"]
citations     = { space = "tannery/exhibit" }

[key_space]
"tannery/exhibit" = { reason = "the number on the cover", distinct = true }
"tannery/person"  = { reason = "the number of the file", distinct = true }
"tannery/place"   = { reason = "the list spells each place in one way" }

[thing]
person = { label = "Person", name = "person", born = "born", key = { space = "tannery/person", columns = ["number"] } }
place  = { label = "Station", name = "held in", key = { space = "tannery/place", columns = ["held in"] } }

[link.held]
type     = "HELD_AT"
when     = { column = "says", is = ["yes"] }
begin    = "person"
end      = "place"
rests_on = { column = "held in", source = "exhibit" }
span     = { begin = { column = "from", source = "exhibit" }, end = { column = "to", source = "exhibit" } }

[link.not_held]
type     = "HELD_AT"
when     = { column = "says", is = ["no"] }
denies   = true
begin    = "person"
end      = "place"
rests_on = { column = "held in", source = "exhibit" }
span     = { begin = { column = "from", source = "exhibit" }, end = { column = "to", source = "exhibit" } }
"""
STEPS = (
    ("E-1", "obtained from the witness", "Sune Orvald", "1990-02-03", "the harbour office"),
    ("E-1", "copied", "", "", ""),
    (POLICE, "received by post", "Sune Orvald", "spring 1991", ""),
)
REGISTER = """\
name          = "tannery-register"
title         = "Register of exhibits"
recognised_by = ["exhibit", "done", "who", "when", "where"]

[key_space]
"tannery/exhibit" = { reason = "the number on the cover", distinct = true }

[thing.exhibit]
label = "Source"
name  = "exhibit"
key   = { space = "tannery/exhibit", columns = ["exhibit"] }

[entry.custody]
kind   = "custody"
about  = "exhibit"
action = "done"
by     = "who"
on     = "when"
place  = "where"
"""


def loaded(case: Path, folder: Path) -> None:
    """The stays, one of them denied, and the register, loaded into this case."""
    (folder / "stays.csv").write_text(table(HEADER, STAYS), "utf-8")
    (folder / "stays.toml").write_text(MAPPING, "utf-8")
    (folder / "register.csv").write_text(table(("exhibit", "done", "who", "when", "where"), STEPS), "utf-8")
    (folder / "register.toml").write_text(REGISTER, "utf-8")
    for name in ("stays", "register"):
        ran = inside("load", folder / f"{name}.csv", "--mapping", folder / f"{name}.toml", case=case)
        assert ran.code == 0, ran.err
