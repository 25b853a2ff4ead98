"""The Nigerian sheets of 2019, written anew as their compiler writes such sheets now: the research spreadsheet, and downloads.

Written from the compiler's handbook and from what its software exports, by columns: one number for each thing; a unit's
superiors ("child") and joint operations ("member") in the same columns, one a row; a site or an area ("aoo") a row;
sources named by the number of an access point. It imports nothing of Linkage and knows nothing of its mappings.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

Row = Mapping[str, str]
PARTS = ("month", "day", "year")
UNIT, SUPERIOR, OPERATION = "Organization:Name", "OrganizationOrganization:parent_id", "OrganizationMembership:member_id"
SITE, AREA = "Site:geonames_name", "Area of Operations Geoname"
BASE, STATE = "Headquarters (Barracks, Base, Physical Asset)", "Site:admin_level_1_geonames_name"


def number(kind: str, name: str) -> str:
    """The compiler's number of a thing that its older sheets know by name."""
    return str(uuid5(NAMESPACE_URL, f"{kind}/{name}")) if name else ""


def day(text: str) -> date | None:
    """A whole date of the older sheets, month first."""
    found = re.fullmatch(r"(\d{1,2})/(\d{1,2})/((?:18|19|20)\d\d)", text.strip())
    try:
        return date(int(found[3]), int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def read(path: Path, delimiter: str) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, delimiter=delimiter)
        return [{name: "" if cell.strip() == "nan" else cell for name, cell in row.items()} for row in rows]


def write(path: Path, header: Sequence[str], rows: Iterator[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, header, restval="")
        sheet.writeheader()
        sheet.writerows(rows)
    return path


def datum(new: str, value: str, sources: str, confidence: str) -> Row:
    """A value, the access points of its sources, and how sure the compiler is."""
    named = ";".join(number("source", key.strip()) for key in sources.split(";") if key.strip())
    return {new: value, f"{new}:source": named, f"{new}:confidence": confidence}


def said(new: str, row: Row, old: str, about: str = "") -> Row:
    """A value of an older row, with the sources and the confidence beside it."""
    return datum(new, row[old], row[f"Source: {about or old}"], row[f"Confidence: {about or old}"])


def dated(new: str, row: Row, old: str, parts: Sequence[str], about: str) -> Row:
    """A date in one cell and in three, year first where it is a whole one."""
    whole = day(row[old])
    again = {f"{new}_{part}": row[column] for part, column in zip(PARTS, parts, strict=True)}
    return {**datum(new, whole.isoformat() if whole else row[old], row[f"Source: {about}"], row[f"Confidence: {about}"]), **again}


def header(*columns: str, sourced: Sequence[str], dates: Sequence[str]) -> list[str]:
    graded = [f"{name}:{what}" for name in (*sourced, *dates) for what in ("source", "confidence")]
    return [*columns, *sourced, *dates, *graded, *(f"{name}_{part}" for name in dates for part in PARTS)]


# ---------------------------------------------------------------- units

UNITS = header(
    *("unit:owner:admin", "unit:status:admin", "unit:comments:admin", "unit:id:admin", "unit:relation_type"),
    *("unit:first_cited_date_start", "unit:last_cited_date_open", "unit:related_unit_id:admin", "unit:notes:admin"),
    *("unit:related_unit_first_cited_date_start", "unit:related_unit_open", "unit:location_type"),
    *("unit:location_first_cited_date_founding", "unit:location_open"),
    sourced=(
        *("unit:name", "unit:other_names", "unit:classification", "unit:country", "unit:related_unit"),
        *("unit:related_unit_class", "unit:base_name", "unit:location"),
    ),
    dates=(
        *("unit:first_cited_date", "unit:last_cited_date", "unit:related_unit_first_cited_date"),
        *("unit:related_unit_last_cited_date", "unit:location_first_cited_date", "unit:location_last_cited_date"),
    ),
)


def itself(row: Row) -> Row:
    aliases = "Aliases or alternative spellings"
    return {
        "unit:status:admin": "3",
        "unit:id:admin": number("unit", row[UNIT]),
        **said("unit:name", row, UNIT, "Name"),
        **said("unit:other_names", row, "Organization:other_names", aliases),
        **said("unit:classification", row, "Organization:classification", "Classification"),
        **datum("unit:country", "ng", row["Source: Name"], row["Confidence: Name"]),
        **dated(
            "unit:first_cited_date",
            row,
            "Organization:date_first_cited",
            ("firstcited_month", "firstcited_day", "firstcited_year"),
            "Organization date_first_cited",
        ),
        **dated(
            "unit:last_cited_date",
            row,
            "Organization:date_last_cited",
            ("lastcited_month", "lastcited_day", "lastcited_year"),
            "Organization date_last_cited",
        ),
    }


def child(row: Row) -> Row:
    kind = "Administrative, Command, or Informal parent relationship"
    first, last = ("Date of first citation for parent organization", "Date of last citation for parent organization")
    return {
        "unit:relation_type": "child",
        "unit:related_unit_id:admin": number("unit", row[SUPERIOR]),
        **said("unit:related_unit", row, SUPERIOR),
        **datum(
            "unit:related_unit_class",
            row["OrganizationOrganization:classification"],
            row[f"UUID: {kind}"],
            row[f"Confidence: {kind}"],
        ),
        **dated(
            "unit:related_unit_first_cited_date",
            row,
            "OrganizationOrganization:date_first_cited",
            ("month", "day", "year"),
            first,
        ),
        "unit:related_unit_first_cited_date_start": row["Start date of OrganizationOrganization Y/N?"],
        **dated(
            "unit:related_unit_last_cited_date",
            row,
            "OrganizationOrganization:date_last_cited",
            ("oo_month", "oo_day", "oo_year"),
            last,
        ),
        "unit:related_unit_open": row["OrganizationOrganization:open_ended"],
    }


def member(row: Row) -> Row:
    first, last = (f"Date of {which} citation for {OPERATION}" for which in ("first", "last"))
    ended = row["end date of OrganizationMembership? Y/N"]
    return {
        "unit:relation_type": "member",
        "unit:related_unit_id:admin": number("unit", row[OPERATION]),
        **said("unit:related_unit", row, OPERATION),
        **dated("unit:related_unit_first_cited_date", row, first, ("om_first_month", "om_first_day", "om_first_year"), first),
        "unit:related_unit_first_cited_date_start": row["start date of OrganizationMembership? Y/N"],
        **dated("unit:related_unit_last_cited_date", row, last, ("om_last_month", "om_last_day", "om_last_year"), last),
        "unit:related_unit_open": "E" if ended == "Y" else ended,  # there: is it the end; here: does it go on
    }


def site(row: Row) -> Row:
    place = SITE if row[SITE] else STATE
    return {
        "unit:location_type": "site",
        **said("unit:base_name", row, BASE, "Headquarters"),
        **said("unit:location", row, place),
        "unit:location": f"{row[place]} (osm, point) {number('place', row[place])}",
        **dated(
            "unit:location_first_cited_date",
            row,
            "OrganizationSite:date_first_cited",
            ("os_month", "os_day", "os_year"),
            "OrganizationSite:date_first_cited",
        ),
        "unit:location_first_cited_date_founding": row["Is this the founding date? (Y/N)"],
        **dated(
            "unit:location_last_cited_date",
            row,
            "OrganizationSite:date_last_cited",
            ("os_last_month", "os_last_day", "os_last_year"),
            "OrganizationSite:date_last_cited",
        ),
        "unit:location_open": row["OrganizationSite:open_ended (Y/N/E)"],
    }


def area(row: Row) -> Row:
    first, last = (f"Date of {which} citation for area of operations" for which in ("first", "last"))
    named = f"{row[AREA]} (osm, poly) {number('place', row[AREA])}"
    return {
        "unit:location_type": "aoo",
        **datum("unit:location", named, row["Source: Area of Operations"], row["Confidence: Area of Operations"]),
        **dated("unit:location_first_cited_date", row, first, ("aoo_start_month", "aoo_start_day", "aoo_start_year"), first),
        "unit:location_first_cited_date_founding": row["start date of area of operation? Y/N"],
        **dated("unit:location_last_cited_date", row, last, ("aoo_last_month", "aoo_last_day", "aoo_last_year"), last),
        "unit:location_open": row["Assume Area of Operations to Current Date? (Y/N/E)"],
    }


def unit_rows(rows: Sequence[Row]) -> Iterator[Row]:
    """One relation and one place in a row: an older row of two of them becomes two."""
    for row in rows:
        relations = [*([child(row)] if row[SUPERIOR] else []), *([member(row)] if row[OPERATION] else [])]
        places = [*([site(row)] if row[SITE] or row[STATE] else []), *([area(row)] if row[AREA] else [])]
        for at in range(max(len(relations), len(places), 1)):
            yield {**itself(row), **(relations[at] if at < len(relations) else {}), **(places[at] if at < len(places) else {})}


# ---------------------------------------------------------------- persons and sources

FIRST, LAST = "person:posting_first_cited_date", "person:posting_last_cited_date"
PERSONS = header(
    *("person:owner:admin", "person:status:admin", "person:comments:admin", "person:id:admin", "person:posting_unit_id:admin"),
    *("person:posting_unit_name", "person:posting_unit:source", "person:posting_unit:confidence", "person:notes:admin"),
    *(f"{FIRST}_start", f"{LAST}_end"),
    sourced=(
        *("person:name", "person:other_names", "person:country", "person:posting_role", "person:posting_title"),
        *("person:posting_rank", f"{FIRST}_start_context", f"{LAST}_end_context"),
    ),
    dates=(FIRST, LAST),
)


def person_rows(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        unit = said("person:posting_unit", row, "Organization")
        yield {
            "person:status:admin": "3",
            "person:id:admin": number("person", row["Name"]),
            **said("person:name", row, "Name"),
            "person:posting_unit_id:admin": number("unit", row["Organization"]),
            "person:posting_unit_name": row["Organization"],
            **{name: value for name, value in unit.items() if name != "person:posting_unit"},
            **said("person:posting_role", row, "Role"),
            **said("person:posting_title", row, "Title (official title)", "Title"),
            **said("person:posting_rank", row, "Rank"),
            **dated(FIRST, row, "First citation", ("first_month", "first_day", "first_year"), "First citation"),
            f"{FIRST}_start": row["Start date? (Y/N)"],
            **dated(LAST, row, "Last citation", ("last_month", "last_day", "last_year"), "Last citation"),
            f"{LAST}_end": row["End date? (Y/N)"],
        }


SOURCES = [
    *("source:comments:admin", "source:restricted:admin", "source:external_archive_sha_content:admin"),
    *("source:external_archive_sha_meta:admin", "source:access_point_id:admin", "source:type", "source:title", "source:author"),
    *("source:url", "source:created_timestamp", "source:uploaded_timestamp", "source:published_timestamp"),
    *("source:accessed_timestamp", "source:access_point_type", "source:access_point_trigger", "source:archive_url"),
    *("source:archive_timestamp", "source:publication_country", "source:publication_name", "source:publication_id:admin"),
]


def source_rows(rows: Sequence[Row]) -> Iterator[Row]:
    for row in rows:
        yield {
            "source:access_point_id:admin": number("source", row["source_id_lookup"]),
            "source:type": "document",
            "source:title": row["title"],
            "source:url": row["source_url"],
            "source:published_timestamp": row["published_on"],
            "source:access_point_type": "page" if row["page"] else "",
            "source:access_point_trigger": row["page"],
            "source:archive_url": row["archive_url"],
            "source:publication_name": row["publication_title"],
        }


def spreadsheet(older: Path, folder: Path) -> list[Path]:
    """The research spreadsheet: units, persons, sources."""
    return [
        write(folder / "units.csv", UNITS, unit_rows(read(older / "ng_orgs_20191024.tsv", "\t"))),
        write(folder / "persons.csv", PERSONS, person_rows(read(older / "ng_persons_20190501.csv", ","))),
        write(folder / "sources.csv", SOURCES, source_rows(read(older / "sources_20190501.csv", ","))),
    ]


# ---------------------------------------------------------------- downloads

BASIC = [
    *("unit:id:admin", "unit:name", "unit:country", "unit:classification", "unit:other_names", "unit:first_cited_date"),
    *("unit:last_cited_date", "unit:first_cited_date_start", "unit:last_cited_date_open"),
]
RELATED = ["unit:related_unit_first_cited_date", "unit:related_unit_first_cited_date_start"]
RELATED += ["unit:related_unit_last_cited_date", "unit:related_unit_open"]
PARENTAGE = [
    *BASIC,
    "unit:related_unit",
    "unit:related_unit:name",
    "unit:related_unit:country",
    "unit:related_unit_class",
    *RELATED,
]
MEMBERSHIPS = [*BASIC, "unit:membership_id", "unit:related_unit", "unit:member_country", "unit:member_classification", *RELATED]


def downloaded(row: Row, columns: Sequence[str]) -> Row:
    """Without sources; whole dates in words."""
    found = {}
    for name in columns:
        text = row.get(name, "")
        whole = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
        found[name] = f"{date.fromisoformat(text):%d %B %Y}".lstrip("0") if whole else text
    return found


def downloads(units: Path, folder: Path) -> list[Path]:
    """Of the same units: their superiors and their joint operations. The superior's number stands where its name stood."""
    rows = read(units, ",")
    children = [row for row in rows if row["unit:relation_type"] == "child"]
    members = [row for row in rows if row["unit:relation_type"] == "member"]
    superiors = (
        {
            **downloaded(row, PARENTAGE),
            "unit:related_unit": row["unit:related_unit_id:admin"],
            "unit:related_unit:name": row["unit:related_unit"],
        }
        for row in children
    )
    operations = ({**downloaded(row, MEMBERSHIPS), "unit:membership_id": row["unit:related_unit_id:admin"]} for row in members)
    return [
        write(folder / "parentage_nigeria.csv", PARENTAGE, superiors),
        write(folder / "memberships_nigeria.csv", MEMBERSHIPS, operations),
    ]
