"""The newer files of the Security Force Monitor: invented rows, read by the mappings that come with Linkage."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

import pytest

from loaders.mapping import choose, named, shipped
from tests.docs.harvested import harvested
from tests.loaders.load.sheet import loaded
from tests.loaders.mapping.tables import table

Row = Mapping[str, str]
UNIT = {"unit:id:admin": "1", "unit:name": "Mill Company"}
DOWNLOADS = [mapping.name for mapping in shipped() if mapping.name.startswith("sfm-download-")]
SPREADSHEET = ("sfm-units", "sfm-persons", "sfm-persons-extra", "sfm-incidents", "sfm-sources")


def sheet(mapping: str, *rows: Row, header: str = "all") -> str:
    """A sheet with these rows. Its header: `all` that the mapping reads, or `needed` without what is optional."""
    shape = named(mapping)
    columns = sorted(shape.columns() - (set(shape.optional) if header == "needed" else set()))
    text = io.StringIO()
    written = csv.DictWriter(text, columns, restval="")
    written.writeheader()
    written.writerows(rows)
    return text.getvalue()


def said(mapping: str, *rows: Row, header: str = "all") -> list[str]:
    """What is read of such a sheet, line by line."""
    return [line.strip() for line in harvested(sheet(mapping, *rows, header=header), named(mapping).text).splitlines()]


@pytest.mark.parametrize("name", [*DOWNLOADS, *SPREADSHEET])
def test_each_is_taken_by_itself_with_and_without_what_is_optional(name: str) -> None:
    shape = named(name)
    assert choose([table(*sorted(shape.accounted))], shipped()) is shape
    assert choose([table(*sorted(shape.columns() - set(shape.optional) | set(shape.recognised_by)))], shipped()) is shape


def test_there_are_seven_downloads() -> None:
    assert [name.removeprefix("sfm-download-") for name in DOWNLOADS] == [
        *("areas", "basic", "memberships", "parentage", "personnel", "sites", "sources")
    ]


RELATED = {
    **UNIT,
    "unit:related_unit_id:admin": "2",
    "unit:related_unit": "Harbour Battalion",
    "unit:related_unit_class": "Command",
    "unit:related_unit_first_cited_date": "2018-01-02",
    "unit:related_unit_first_cited_date_start": "Y",
    "unit:related_unit_last_cited_date": "2019-06-29",
    "unit:related_unit_open": "E",
}


@pytest.mark.parametrize("header", ["all", "needed"])
@pytest.mark.parametrize(
    ("word", "link", "relation"),
    [
        ("child", "SUBORDINATE_TO", "relation: command"),
        ("member", "JOINED", ""),
        ("", "SUBORDINATE_TO", "relation: unknown"),
        ("seconded", "SUBORDINATE_TO", "relation: unknown"),
    ],
)
def test_what_the_related_unit_is(word: str, link: str, relation: str, header: str) -> None:
    lines = said("sfm-units", {**RELATED, "unit:relation_type": word}, header=header)
    assert f"row 2 Mill Company —{link}→ Harbour Battalion" in lines
    assert [line for line in lines if "—" in line and line.startswith("row")] == [
        f"row 2 Mill Company —{link}→ Harbour Battalion"
    ]
    assert [line for line in lines if line.startswith("relation")] == ([relation] if relation else [])
    assert any(line.startswith("surely: 2 January 2018 – 29 June 2019") for line in lines)
    assert "possibly: 2 January 2018 – 29 June 2019" in lines
    assert any("neither child nor member" in line for line in lines) == (word not in ("child", "member"))


@pytest.mark.parametrize("word", ["Advisory", ""])
def test_a_class_that_nobody_knows_is_no_command(word: str) -> None:
    lines = said("sfm-units", {**RELATED, "unit:relation_type": "child", "unit:related_unit_class": word})
    assert "relation: command" not in lines
    assert any("none of command, administrative, informal" in line for line in lines)


def test_each_value_cites_its_own_sources_and_bears_its_grade(tmp_path: Path) -> None:
    of_superior = {"unit:related_unit:source": "a2; a3", "unit:related_unit:confidence": "Medium"}
    of_class = {"unit:related_unit_class:source": "a4", "unit:related_unit_class:confidence": "Low"}
    row = {**RELATED, **of_superior, **of_class, "unit:relation_type": "child", "unit:name:source": "a1"}
    load = loaded(tmp_path, sheet("sfm-units", row), named("sfm-units").text)
    keys = {mention.id: mention.key for mention in load.mentions.values() if mention.what == "Source"}
    cited = {(c.property, str(c.value), keys.get(c.cites), c.graded) for c in load.claims.values()}
    assert {("exists", "SUBORDINATE_TO", "a2", "Medium"), ("exists", "SUBORDINATE_TO", "a3", "Medium")} <= cited
    assert {("relation", "command", "a4", "Low"), ("name", "Mill Company", "a1", None)} <= cited


PLACE = {**UNIT, "unit:location": "Torvel (osm, point) 77", "unit:location_open": "N"}


def test_a_named_base_stands_within_its_place() -> None:
    lines = said("sfm-units", {**PLACE, "unit:location_type": "site", "unit:base_name": "Quay Fort"})
    assert "row 2 Mill Company —BASED_AT→ Quay Fort" in lines
    assert "row 2 Quay Fort —WITHIN→ Torvel (osm, point) 77" in lines


def test_a_site_without_a_base_is_its_units_own() -> None:
    other = {**PLACE, "unit:id:admin": "9", "unit:name": "Ferry Company"}
    lines = said("sfm-units", *({**row, "unit:location_type": "site"} for row in (PLACE, other)))
    assert len({line for line in lines if "Station" in line}) == 2
    assert len([line for line in lines if "—BASED_AT→" in line]) == 2


def test_an_area_of_operations() -> None:
    lines = said("sfm-units", {**PLACE, "unit:location_type": "aoo"})
    assert "row 2 Mill Company —OPERATED_IN→ Torvel (osm, point) 77" in lines
    assert not any("BASED_AT" in line or "Station" in line for line in lines)


def test_a_place_of_which_nothing_is_said_is_noticed() -> None:
    lines = said("sfm-units", PLACE)
    assert not any("Torvel" in line for line in lines)
    assert any(line.startswith("row 2") and "neither site nor aoo" in line for line in lines)


def test_a_row_that_is_not_finished_is_noticed() -> None:
    assert any("had not finished" in line for line in said("sfm-units", {**UNIT, "unit:status:admin": "1"}))
    assert not any("had not finished" in line for line in said("sfm-units", {**UNIT, "unit:status:admin": "3"}))


POSTING = {
    "person:posting_role": "Acting Commander",
    "person:posting_first_cited_date": "2018-02",
    "person:posting_first_cited_date_start": "Y",
    "person:posting_last_cited_date": "2019-05-01",
    "person:posting_last_cited_date_end": "Y",
}


def test_a_posting() -> None:
    who = {"person:id:admin": "p1", "person:name": "Tam Hesk", "person:posting_unit_id:admin": "1"}
    lines = said("sfm-persons", {**who, **POSTING, "person:posting_unit_name": "Mill Company"})
    assert "row 2 Tam Hesk —POSTED_TO→ Mill Company" in lines
    assert {"function: commander", "acting: yes", "possibly: 1 February 2018 – 1 May 2019"} <= set(lines)


def test_the_same_posting_in_the_download_says_that_it_may_be_several() -> None:
    who = {**UNIT, "person:admin:id": "p1", "person:name": "Tam Hesk"}
    lines = said("sfm-download-personnel", {**who, **POSTING}, header="needed")
    assert "row 2 Tam Hesk —POSTED_TO→ Mill Company" in lines and "function: commander" in lines
    assert any("may be of two of them" in line for line in lines)


SPAN = {name: value for name, value in RELATED.items() if "cited" in name or name.endswith("open")}


@pytest.mark.parametrize("header", ["all", "needed"])
def test_in_the_parentage_the_related_unit_is_a_number(header: str) -> None:
    row = {
        **UNIT,
        **SPAN,
        "unit:related_unit": "2",
        "unit:related_unit:name": "Harbour Battalion",
        "unit:related_unit_class": "Command",
    }
    lines = said("sfm-download-parentage", row, header=header)
    assert "row 2 Mill Company —SUBORDINATE_TO→ Harbour Battalion" in lines and "relation: command" in lines
    assert "row 2 Unit Harbour Battalion (key 2)" in lines


@pytest.mark.parametrize("header", ["all", "needed"])
def test_in_the_memberships_it_is_the_name_of_an_operation(header: str) -> None:
    row = {**UNIT, **SPAN, "unit:membership_id": "9", "unit:related_unit": "Joint Operation Lantern"}
    lines = said("sfm-download-memberships", row, header=header)
    assert "row 2 Mill Company —JOINED→ Joint Operation Lantern" in lines
    assert "row 2 Unit Joint Operation Lantern (key 9)" in lines
    assert not any("SUBORDINATE_TO" in line for line in lines)


def test_areas_and_sites_of_the_downloads() -> None:
    area = {f"unit:area_ops_{name}": value for name, value in (("id", "5"), ("name", "Torvel"), ("admin_level_1_id", "6"))}
    lines = said("sfm-download-areas", {**UNIT, **area, "unit:area_ops_admin_level_1_name": "Upper Reach"}, header="needed")
    assert {"row 2 Mill Company —OPERATED_IN→ Torvel", "row 2 Torvel —WITHIN→ Upper Reach"} <= set(lines)
    site = {"unit:site_exact_location_id_latitude": "5", "unit:site_exact_location_name_longitude": "Torvel"}
    lines = said("sfm-download-sites", {**UNIT, **site}, {**UNIT, **site, "unit:id:admin": "9"}, header="needed")
    assert len([line for line in lines if "—BASED_AT→" in line]) == 2
    assert len({line for line in lines if "Station" in line}) == 2


def test_two_pages_of_one_document_are_one_origin() -> None:
    row = {"source:type": "document", "source:title": "The Torvel Report", "source:access_point_type": "page"}
    pages = [{**row, "source:access_point_id:admin": f"a{page}", "source:access_point_trigger": page} for page in ("3", "9")]
    lines = said("sfm-sources", *pages)
    assert "row 2 The Torvel Report, page, 3 —DERIVED_FROM→ The Torvel Report" in lines
    assert "row 3 The Torvel Report, page, 9 —DERIVED_FROM→ The Torvel Report" in lines


INCIDENT = {
    "incident:id:admin": "i1",
    "incident:start_date": "10/21/2008",
    "incident:end_date": "10/26/2008",
    "incident:violation_type": "Torture ; illegal detention",
    "incident:all:source": "a1;a2",
}


def test_an_incident_with_several_violations_and_units() -> None:
    units = {"incident:perpetrator_unit_name": "Mill Company; Ferry Company", "incident:perpetrator_unit_id:admin": "1; 9"}
    lines = said("sfm-incidents", {**INCIDENT, **units})
    assert {"row 2 Unit Mill Company (key 1)", "row 2 Unit Ferry Company (key 9)"} <= set(lines)
    assert (
        len([line for line in lines if line.startswith(("row 2 Mill Company —ALLEGED_IN→", "row 2 Ferry Company —ALLEGED_IN→"))])
        == 2
    )
    assert {"kind: torture", "kind: detention", "methods: Torture", "methods: illegal detention"} <= set(lines)
    assert "possibly: 21 October 2008 – 26 October 2008" in lines
    assert len([line for line in lines if "—PART_OF→ Torture ; illegal detention, 10/21/2008" in line]) == 2


def test_a_unit_of_which_only_the_kind_is_told_is_nobody_elses() -> None:
    told = {**INCIDENT, "incident:perpetrator_classification": "Police"}
    lines = said("sfm-incidents", told, {**told, "incident:id:admin": "i2"})
    assert len({line for line in lines if " Unit Police" in line}) == 2 and "kind: unnamed" in lines
    assert len([line for line in lines if "—ALLEGED_IN→" in line]) == 2
