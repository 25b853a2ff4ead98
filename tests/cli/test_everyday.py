"""The everyday commands on a case that is in order: show, why, status, verify, dry run, export."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from tests.cli import republic
from tests.cli.folder import contents
from tests.cli.program import inside

ASKED = ("command/chain_up", "--unit", "9 Watch Company", "--on", "1983-01-01", "--within", "any")


def data(*arguments: object, case: Path) -> Any:
    ran = inside(*arguments, "--json", case=case)
    assert (ran.code, ran.err) == (0, ""), ran.err
    return json.loads(ran.out)


def test_show_a_thing(shared_case: Path) -> None:
    ran = inside("show", "4TH watch company", case=shared_case)
    assert ran.code == 0 and re.match(r"Unit 4th Watch Company  u-[a-z2-7]{16}  \(internal\)\n", ran.out)
    lines = [line.split("\t") for line in ran.out.splitlines() if "\t" in line]
    assert lines[0] == ["link", "thing", "when", "dates", "id"]
    assert {(line[0], line[1]) for line in lines[1:]} == {("was based at", "Dom Kastel"), ("was commanded by", "Bero Tashkal")}


def test_show_as_json_has_properties_and_neighbours(shared_case: Path) -> None:
    shown = data("show", "4th Watch Company", case=shared_case)
    assert shown["thing"]["label"] == "Unit" and shown["thing"]["properties"]["kind"] == "real"
    assert {one["thing"]["name"] for one in shown["around"]} == {"Dom Kastel", "Bero Tashkal"}
    link = data("show", shown["around"][0]["link"]["id"], case=shared_case)
    assert link["thing"] is None and link["link"]["type"] == shown["around"][0]["link"]["type"] and len(link["around"]) == 2


@pytest.mark.parametrize("what", ["thing", "link", "claim"])
def test_why_gives_file_row_and_source_of_every_claim(what: str, shared_case: Path) -> None:
    around = data("show", "Ilvane Korosz", case=shared_case)["around"]
    link = next(one["link"]["id"] for one in around if one["link"]["type"] == "HELD_AT")
    claim = data("why", link, case=shared_case)["claims"][0]["id"]
    asked = {"thing": "Ilvane Korosz", "link": link, "claim": claim}[what]
    found = data("why", asked, case=shared_case)
    assert found["claims"] and found["origins"] == 1 and (what != "claim" or [c["id"] for c in found["claims"]] == [claim])
    for one in found["claims"]:
        assert one["file_name"] == "custody.csv" and re.match(r"row 2, ", one["locator"])
        assert one["source"]["name"] == "Custody lists of Tarvonia" and one["source"]["held"] and one["original"]
    printed = inside("why", asked, case=shared_case).out
    assert (
        printed.count("custody.csv, row 2") == printed.count("source: Custody lists of Tarvonia (held,") == len(found["claims"])
    )


def test_why_names_the_decisions_that_made_one_of_several(shared_case: Path) -> None:
    found = data("why", "Dom Kastel", case=shared_case)
    assert len(found["mentions"]) == 2
    (decision,) = found["decisions"]
    assert (
        decision["rule"] == "declared-key"
        and decision["who"] == "a tester"
        and set(decision["members"]) == set(found["mentions"])
    )
    assert "rule declared-key, by a tester" in inside("why", "Dom Kastel", case=shared_case).out


def test_an_earlier_id_is_a_handle_for_ever(shared_case: Path) -> None:
    found = data("why", "Dom Kastel", case=shared_case)
    assert {data("show", mention, case=shared_case)["thing"]["id"] for mention in found["mentions"]} == {found["id"]}


def test_status_has_the_keys_that_are_promised(shared_case: Path) -> None:
    found = data("status", case=shared_case)
    assert found.keys() == {"nodes", "links", "graph", "facts", "sequence", "engine", "waiting"}
    assert found["waiting"].keys() >= {"review", "conflicts"}
    assert found["nodes"]["Person"] == 6 and found["links"]["HELD_AT"] == 3 and found["engine"] == "embedded"
    assert all(re.fullmatch(r"[0-9a-f]{64}", found[name]) for name in ("graph", "facts"))
    printed = inside("status", case=shared_case).out
    assert found["graph"] in printed and "load 1: roster.tsv, 30 rows by sfm-mali-units" in printed


def test_status_of_an_empty_case(fresh: Path) -> None:
    found = data("status", case=fresh)
    assert (found["nodes"], found["links"], found["sequence"]) == ({}, {}, 0)


def test_verify(shared_case: Path) -> None:
    before = contents(shared_case)
    ran = inside("verify", case=shared_case)
    assert ran.code == 0 and ran.err == ""
    assert data("status", case=shared_case)["graph"] in ran.out and "2 files as loaded" in ran.out
    assert contents(shared_case) == before


def test_a_dry_run_reports_the_same_and_changes_nothing(shared_case: Path, made: Callable[[str], Path], tmp_path: Path) -> None:
    (tmp_path / "coast.tsv").write_text(republic.roster(20, "Coast"), "utf-8")
    before = contents(shared_case)
    (would,) = data("load", tmp_path / "coast.tsv", "--dry-run", case=shared_case)
    assert contents(shared_case) == before
    case = made("real")
    (did,) = data("load", tmp_path / "coast.tsv", case=case)
    assert {**did, "load": None} == would
    assert "would be loaded" in inside("load", tmp_path / "coast.tsv", "--dry-run", case=shared_case).out


def test_loading_again_changes_nothing(shared_case: Path, sheets: Path) -> None:
    before = contents(shared_case)
    ran = inside("load", sheets / "roster.tsv", case=shared_case)
    assert ran.code == 0 and ran.out == "roster.tsv: already loaded (load 1); nothing changed\n"
    assert contents(shared_case) == before


def test_a_newer_version_takes_the_place_of_the_old(made: Callable[[str], Path], tmp_path: Path) -> None:
    case = made("versions")
    for number, units in enumerate((10, 12)):
        (tmp_path / f"v{number}.tsv").write_text(republic.roster(units), "utf-8")
    assert inside("load", tmp_path / "v0.tsv", case=case).code == 0
    (report,) = data("load", tmp_path / "v1.tsv", "--replaces", 1, case=case)
    assert report["supersedes"] == 1 and data("status", case=case)["links"]["SUBORDINATE_TO"] == 12
    assert data("why", "3 Watch Company", case=case)["origins"] == 1


def test_query_in_three_forms(shared_case: Path) -> None:
    rows = data("query", *ASKED, case=shared_case)
    assert [row["unit"]["name"] for row in rows] == ["9 Watch Company", "4 Watch Company", "2 Watch Company", "1 Watch Company"]
    as_csv = list(csv.DictReader(inside("query", *ASKED, "--csv", case=shared_case).out.splitlines()))
    assert [row["unit"] for row in as_csv] == [row["unit"]["name"] for row in rows]
    assert as_csv[0]["since"] == rows[0]["since"] == "1983-01-01T00:00:00"
    shown = inside("query", *ASKED, "--explain", case=shared_case).out
    assert "9 Watch Company → 4 Watch Company → 2 Watch Company" in shown and "claims of 1 independent origin: c-" in shown


def test_limits_say_what_they_leave_out(shared_case: Path) -> None:
    ran = inside("query", *ASKED, "--limit", 2, case=shared_case)
    assert "first 2 of 4; a larger --limit shows more" in ran.out
    piped = inside("query", *ASKED, "--limit", 2, "--json", case=shared_case)
    assert len(json.loads(piped.out)) == 2 and piped.err == "first 2 of 4; a larger --limit shows more\n"


def test_export_for_the_house(shared_case: Path, sheets: Path, made: Callable[[str], Path], tmp_path: Path) -> None:
    case, out = made("exporting"), tmp_path / "chain"
    assert inside("load", sheets / "roster.tsv", case=case).code == 0
    asked = ("export", *ASKED, "--as", "csv, graphml", "--profile", "internal", "--out", out)
    ran = inside(*asked, case=case)
    assert ran.code == 0, ran.err
    assert sorted(ran.out.split()) == sorted(str(path) for path in out.iterdir())
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert manifest["graph"] == data("status", case=case)["graph"] if "graph" in manifest else True
    assert len(list(csv.reader((out / "rows.csv").read_text("utf-8").splitlines()))) == 5
    graphml = next(out.glob("*.graphml"))
    assert len(ElementTree.parse(graphml).findall(".//{*}node")) == 4
    first = {path.name: path.read_bytes() for path in out.iterdir()}
    assert inside(*asked, case=case).code == 2  # not over an earlier one by accident
    assert inside(*asked, "--replace", case=case).code == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == first  # the same bytes, no clock
