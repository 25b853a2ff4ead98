"""A sheet may lack columns that its mapping calls optional: what would stand there is not said, and nothing else changes."""

from __future__ import annotations

import pytest

from graph.errors import MappingError
from loaders.mapping import choose, fitted, parse
from tests.docs.harvested import harvested
from tests.loaders.mapping.tables import table

MAPPING = """
name          = "guards"
title         = "Guards"
dates         = "day-first"
recognised_by = ["guard", "unit"]
optional      = ["whose", "sure", "born", "town", "day", "month", "year", "unit no", "note"]

[citations]
space = "papers"
[key_space.papers]
reason = "numbers of papers"

[thing.guard]
label = "Person"
name  = { column = "guard", source = "whose", grade = "sure" }
born  = "born"
key   = { space = "file", columns = ["guard", "town"], partial = true }

[thing.unit]
label = "Unit"
name  = { columns = ["unit", "town"], join = " of " }
key   = { space = "file", columns = ["unit no"] }

[thing.town]
label = "Area"
name  = "town"

[link.there]
type     = "POSTED_TO"
begin    = "guard"
end      = "unit"
rests_on = { column = "unit", source = "whose" }
function = { text = "member" }
span     = { on = { column = "on", parts = ["month", "day", "year"] } }

[link.town]
type     = "OPERATED_IN"
begin    = "unit"
end      = "town"
rests_on = "town"

[[remark]]
column  = "note"
matches = "."
says    = "a note"
"""
"""Every kind of place at which a column may stand."""


def test_a_sheet_with_all_its_columns_is_read_by_the_mapping_itself() -> None:
    mapping = parse(MAPPING, "guards.toml")
    assert fitted(mapping, mapping.columns()) is mapping


def test_a_sheet_with_the_others_alone() -> None:
    mapping = parse(MAPPING, "guards.toml")
    bare = fitted(mapping, ["guard", "unit", "on"])
    assert bare.columns() == {"guard", "unit", "on"}
    assert list(bare.link) == ["there"] and bare.remark == ()
    assert bare.thing["unit"].key is None
    assert bare.sha256 == mapping.sha256 and bare.name == mapping.name


def test_a_day_without_its_month_is_no_date_in_parts() -> None:
    span = fitted(parse(MAPPING, "guards.toml"), ["guard", "unit", "on", "day", "year"]).link["there"].span
    assert span is not None and span.opening[0].parts == () and span.opening[0].column == "on"


def test_what_is_read_of_it() -> None:
    said = harvested("guard,unit,on\nTam Hesk,Mill Company,3.5.1991\n", MAPPING)
    assert "row 2 Person Tam Hesk (key Tam Hesk)" in said
    assert "row 2 Unit Mill Company" in said and "surely: 3 May 1991" in said
    assert "born" not in said and "Area" not in said


def test_it_is_taken_by_itself_with_and_without_them() -> None:
    mapping = parse(MAPPING, "guards.toml")
    assert choose([table("guard", "unit", "on")], [mapping]) is mapping
    assert choose([table(*sorted(mapping.columns()))], [mapping]) is mapping


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (('"note"]', '"nota"]'), "no part reads 'nota': what is left out on purpose stands in unread"),
        (('"note"]', '"note", "guard"]'), "'guard' decides what a row means: it must be there"),
        (('label = "Area"', 'label = "Area"\nwhen = { column = "town", filled = true }'), "'town' decides what a row means"),
    ],
)
def test_what_cannot_be_optional(change: tuple[str, str], fault: str) -> None:
    with pytest.raises(MappingError) as refused:
        parse(MAPPING.replace(*change), "guards.toml")
    assert fault in str(refused.value)
