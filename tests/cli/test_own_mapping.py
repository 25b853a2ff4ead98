"""Another person's spreadsheet: one short mapping, two commands, and it can be asked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from graph.engine.arcadedb.engine import ArcadeEngine
from tests.cli.program import Ran, inside

DETENTIONS = """\
name;born;held at;from;to;guarded by;commander
Orsolin Vade;1958;Tannery Street Barracks;03.05.1991 22:30;09.05.1991 07:00;2nd Harbour Guard Company;Lt. Kesto Marrane
Ilka Brennoy;1970;Tannery Street Barracks;05.05.1991;12.05.1991;2nd Harbour Guard Company;Lt. Kesto Marrane
Orsolin Vade;1931;Tannery Street Barracks;06.05.1991;10.05.1991;2nd Harbour Guard Company;Lt. Kesto Marrane
Teodar Vinsk;1966;Tannery Street Barracks;14.05.1991;;Coast Battalion;Capt. Ruvo Almeskar
Mirene Solk;1962;Tannery Street Barracks;28.05.1991;02.06.1991;Coast Battalion;Capt. Ruvo Almeskar
Dorvan Hesk;1949;Salt Quay Depot;04.05.1991;08.05.1991;2nd Harbour Guard Company;Lt. Kesto Marrane
Ansel Quorry;;Salt Quay Depot;08.05.1991;08.05.1991;;
Ansel Quorry;;Salt Quay Depot;10.05.1991;11.05.1991;;
Orsolin Vade;1958;Salt Quay Depot;09.05.1991 09:15;20.05.1991;Coast Battalion;
"""

MAPPING = """\
# detentions.toml
name  = "detentions"
title = "Detentions, as a families' committee noted them"
dates = "day-first"
recognised_by = ["name", "born", "held at", "from", "to", "guarded by", "commander"]

# What the columns name. Rows with equal keys are about one thing; a row without the year of birth joins nobody.
[thing]
person  = { label = "Person", name = "name", born = "born", key = { space = "file", columns = ["name", "born"] } }
place   = { label = "Station", name = "held at", key = { space = "file", columns = ["held at"] } }
unit    = { label = "Unit", name = "guarded by", key = { space = "file", columns = ["guarded by"] } }
officer = { label = "Person", name = "commander", key = { space = "file", columns = ["commander", "guarded by"] } }

# What links them, and when. A row tells who guarded and commanded on the day of arrival, and of no other day.
[link]
held  = { type = "HELD_AT", begin = "person", end = "place", rests_on = "held at", span = { begin = "from", end = "to" } }
based = { type = "BASED_AT", begin = "unit", end = "place", rests_on = "guarded by", span = { on = "from" } }

[link.commanded]
type     = "POSTED_TO"
begin    = "officer"
end      = "unit"
function = { text = "commander" }
rests_on = "commander"
span     = { on = "from" }
"""

BARRACKS = ("--station", "Tannery Street Barracks")


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("committee")
    (folder / "detentions.toml").write_text(MAPPING, "utf-8")
    (folder / "detentions.csv").write_text(DETENTIONS, "utf-8")
    return folder / "detentions.csv"


@pytest.fixture(scope="module")
def case(graph_server: None, sheet: Path) -> Iterator[Path]:
    """An empty case into which the sheet was loaded."""
    folder = sheet.parent / "case"
    assert inside("init", folder, "--zone", "Europe/Lisbon", "--language", "en").code == 0
    ran = inside("load", sheet, "--mapping", sheet.with_suffix(".toml"), case=folder)
    assert (ran.code, ran.err) == (0, "")
    yield folder
    ArcadeEngine(folder / "graph").stop()


def asked(case: Path, *arguments: str) -> list[dict[str, Any]]:
    ran = inside("query", *arguments, "--json", case=case)
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)
    return found


def test_the_mapping_is_short() -> None:
    assert len(MAPPING.splitlines()) <= 30


def test_without_a_mapping_it_is_refused_with_the_way_out(sheet: Path, case: Path) -> None:
    refused: Ran = inside("load", sheet, "--dry-run", case=case)
    assert refused.code == 2
    assert "--mapping FILE.toml" in refused.err


def test_every_row_is_read_and_every_column_too(sheet: Path, case: Path) -> None:
    ran = inside("load", sheet, "--mapping", sheet.with_suffix(".toml"), "--dry-run", "--json", case=case)
    (report,) = json.loads(ran.out)
    assert (report["rows"], report["rejects"], report["issues"], report["unread"]) == (9, [], [], [])


def test_who_was_held_there_together(case: Path) -> None:
    """Two men of one name are two; the pair that only may have met is only possible; nobody else is paired."""
    rows = asked(case, "colocation/co_detained", *BARRACKS)
    told = {(frozenset((r["one"]["name"], r["other"]["name"])), r["since"][:10], r["until"][:10], r["certainty"]) for r in rows}
    assert told == {
        (frozenset({"Orsolin Vade", "Ilka Brennoy"}), "1991-05-05", "1991-05-09", "certain"),
        (frozenset({"Orsolin Vade", "Ilka Brennoy"}), "1991-05-06", "1991-05-11", "certain"),
        (frozenset({"Orsolin Vade"}), "1991-05-06", "1991-05-09", "certain"),
        (frozenset({"Teodar Vinsk", "Mirene Solk"}), "1991-05-28", "1991-06-03", "possible"),
    }
    assert all(r["one"]["id"] != r["other"]["id"] for r in rows)


@pytest.mark.parametrize(
    ("day", "unit", "commander"),
    [
        ("1991-05-05", "2nd Harbour Guard Company", "Lt. Kesto Marrane"),
        ("1991-05-28", "Coast Battalion", "Capt. Ruvo Almeskar"),
    ],
)
def test_who_commanded_those_who_guarded_on_a_day(case: Path, day: str, unit: str, commander: str) -> None:
    rows = asked(case, "command/commanders_at_station", *BARRACKS, "--from", day, "--to", day, "--certainty", "certain")
    assert [(r["unit"]["name"], r["commander"]["name"], r["gap_days"]) for r in rows] == [(unit, commander, 0)]
    assert datetime.fromisoformat(rows[0]["since"]) == datetime.fromisoformat(day)


def test_rows_without_the_whole_key_are_joined_to_nothing(case: Path) -> None:
    rows = asked(case, "colocation/co_detained", "--station", "Salt Quay Depot")
    quorry = {end["id"] for r in rows for end in (r["one"], r["other"]) if end["name"] == "Ansel Quorry"}
    assert len(quorry) == 2
