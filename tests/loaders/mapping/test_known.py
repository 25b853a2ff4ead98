"""Which mapping takes a file by itself: one that accounts for every column of it."""

from __future__ import annotations

import pytest

from graph.errors import MappingError
from loaders.mapping import Mapping, choose, named, parse, shipped
from tests.loaders.mapping.tables import table

MAPPING = """
name          = "{name}"
title         = "Guards"
recognised_by = {recognised}
unread        = ["remarks"]

[thing.guard]
label = "Person"
name  = "guard"
born  = "born"
"""


def mapping(name: str, *recognised: str) -> Mapping:
    return parse(MAPPING.format(name=name, recognised=list(recognised)), f"{name}.toml")


GUARDS = mapping("guards", "guard", "born")
EXPLAINED = parse(
    f'{MAPPING.format(name="explained", recognised=["guard", "born"])}\n[table]\nleave_out = "Read me"', "explained"
)


@pytest.mark.parametrize("header", [("guard", "born"), ("born", "remarks", "guard"), ("guard", "", "born")])
def test_all_its_columns_are_accounted_for(header: tuple[str, ...]) -> None:
    assert choose([table(*header)], [GUARDS]) is GUARDS


def test_a_column_left_over_is_named_with_the_mapping_that_would_fit() -> None:
    with pytest.raises(MappingError) as refused:
        choose([table("guard", "born", "oath", "denied")], [GUARDS])
    assert "mapping guards would fit its header, but neither reads nor names as unread the columns 'oath', 'denied':" in str(
        refused.value
    )
    assert "--mapping guards" in str(refused.value)


def test_the_nearest_is_offered() -> None:
    near = parse(MAPPING.format(name="near", recognised=["guard"]) + 'description = "oath"', "near.toml")
    with pytest.raises(MappingError, match=r"mapping near would fit its header, .* the column 'denied':"):
        choose([table("guard", "born", "oath", "denied")], [GUARDS, near])


def test_a_column_left_over_in_any_sheet() -> None:
    with pytest.raises(MappingError, match="the column 'denied'"):
        choose([table("guard", "born"), table("guard", "born", "denied")], [GUARDS])


@pytest.mark.parametrize("name", ["Read me", " read ME "])
@pytest.mark.parametrize("first", [True, False])
def test_a_sheet_that_the_mapping_leaves_out_has_no_say(first: bool, name: str) -> None:
    sheets = [table("guard", "born", sheet="Guards"), table("What this is", sheet=name)]
    assert choose(sheets if not first else sheets[::-1], [EXPLAINED]) is EXPLAINED
    assert choose([table("guard", "born")], [EXPLAINED]) is EXPLAINED  # a text file has no sheets


@pytest.mark.parametrize("other", ["Notes", "Read me too"])
def test_any_other_sheet_has(other: str) -> None:
    with pytest.raises(MappingError, match="the column 'oath'"):
        choose([table("guard", "born", sheet="Guards"), table("guard", "born", "oath", sheet=other)], [EXPLAINED])


def test_a_file_of_which_it_takes_nothing_is_not_its() -> None:
    with pytest.raises(MappingError, match="no known mapping fits its header"):
        choose([table("guard", "born", sheet="Read me")], [EXPLAINED])


def test_the_columns_named_are_bounded() -> None:
    header = ("guard", "born", *(f"{'x' * 900}{number}" for number in range(500)))
    with pytest.raises(MappingError, match="and 492 more") as refused:
        choose([table(*header)], [GUARDS])
    assert len(str(refused.value)) < 1_200


def test_one_that_accounts_for_all_goes_before_one_that_asks_for_more() -> None:
    narrow = mapping("narrow", "guard", "born")
    wide = parse(MAPPING.format(name="wide", recognised=["guard", "born", "oath"]), "wide.toml")
    reads_oath = parse(MAPPING.format(name="oaths", recognised=["guard"]) + 'description = "oath"', "oaths.toml")
    assert choose([table("guard", "born", "oath")], [narrow, wide, reads_oath]) is reads_oath


def test_two_that_account_for_all_are_named() -> None:
    with pytest.raises(MappingError, match="the mappings born, guards fit its header: name one"):
        choose([table("guard", "born")], [mapping("guards", "guard"), mapping("born", "born")])


@pytest.mark.parametrize("one", shipped(), ids=lambda one: one.name)
def test_a_shipped_mapping_takes_its_own_header(one: Mapping) -> None:
    assert choose([table(*sorted(one.accounted))], shipped()) is one
    assert named(one.name) is one
