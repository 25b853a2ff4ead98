"""Two things side by side, as their rows describe them: what is shown of each, and where they agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.decide import decide
from graph.kept.case import Case
from queries.desk.rows import Fact, Rows
from queries.desk.sides import Sides, agreement, beside, latin
from tests.graph.small_case import Sheet, lasting, new_case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as found:
        sheet = Sheet().thing("s-1", "Source", name="Roster").thing("u-x", "Unit", name="Northern Guard")
        sheet.thing("u-y", "Unit", name="Guard of the North")
        sheet.thing("p-a", "Person", name="Олу Зент", born="1950-11-27", identified="named")
        sheet.also("p-a", aliases="O. Zent").also("p-a", denied=True, sex="female")
        sheet.thing("p-b", "Person", name="Zent Olu", born="1950", identified="described")
        sheet.link("l-1", "POSTED_TO", "p-a", "u-x", span=lasting(1, 5), function="commander", acting=False)
        sheet.link("l-2", "POSTED_TO", "p-b", "u-y", acting=True)
        sheet.link("l-3", "POSTED_TO", "p-b", "u-x", denied=True)
        sheet.enter(found.journal)
        yield found


def sides(case: Case, one: str, other: str) -> Sides:
    return beside(Rows(case, case.state), one, other)


def fields(found: Sides) -> dict[str, tuple[list[str], list[str], str]]:
    return {field.name: ([f.text for f in field.left], [f.text for f in field.right], field.agreement) for field in found.fields}


def test_fields_stand_beside_each_other_in_the_order_of_the_schema(case: Case) -> None:
    found = fields(sides(case, "p-a", "p-b"))
    assert list(found) == ["name", "born", "sex", "identified", "POSTED_TO"]
    assert found["born"] == (["1950-11-27"], ["1950"], "partly")
    assert found["sex"] == (["female"], [], "one_side")
    assert found["identified"] == ([], ["described"], "one_side")  # that somebody is named goes without saying
    assert sorted(found["name"][0]) == ["O. Zent", "Олу Зент"] and found["name"][2] == "partly"


def test_a_link_tells_what_is_at_its_other_end_how_and_when(case: Case) -> None:
    posted = {field.name: field for field in sides(case, "p-a", "p-b").fields}["POSTED_TO"]
    (ours,) = posted.left
    assert (ours.text, ours.other, ours.details, ours.denied) == ("Northern Guard", "u-x", ("commander",), False)
    assert dict(ours.when)["certain_from"].day == 1
    assert {(fact.text, fact.details, fact.denied) for fact in posted.right} == {
        ("Guard of the North", ("acting",), False),
        ("Northern Guard", (), True),
    }
    assert posted.agreement == "different"  # one says that he was there, the other that he was not


def test_units_that_are_one_agree_whatever_they_are_called(case: Case) -> None:
    decide(case, "same", ["u-x", "u-y"], reason="one stamp")
    posted = {field.name: field for field in sides(case, "p-a", "p-b").fields}["POSTED_TO"]
    assert {fact.other for fact in (*posted.left, *posted.right)} == {"u-x"}
    assert fields(sides(case, "u-x", "u-x"))["← POSTED_TO"][2] == "same"


def test_a_thing_is_shown_with_everything_joined_to_it_and_quoted_by_its_row(case: Case) -> None:
    decide(case, "same", ["p-a", "p-b"], reason="one man")
    left = sides(case, "p-b", "u-x").left
    assert (left.id, left.mentions, set(left.names)) == ("p-a", 2, {"Олу Зент", "O. Zent", "Zent Olu"})
    assert (left.quote.mention, left.quote.locator, left.quote.sources) == ("p-b", "row 2", ("Roster",))
    assert ("born", "1950") in left.quote.cells and ("born", "1950-11-27") not in left.quote.cells


def test_what_a_newer_version_of_a_file_left_out_is_not_shown(case: Case) -> None:
    newer = Sheet().thing("p-a", "Person", name="Олу Зент").thing("p-b", "Person", name="Zent Olu")
    newer.enter(case.journal, supersedes=1)
    assert list(fields(sides(case, "p-a", "p-b"))) == ["name"]


def test_what_both_say_comes_first(case: Case) -> None:
    (field,) = (field for field in sides(case, "u-x", "u-y").fields if field.name == "← POSTED_TO")
    assert [fact.other for fact in field.left] == ["p-a", "p-b"] and field.agreement == "different"
    decide(case, "same", ["p-a", "p-b"], reason="one man")
    (field,) = (field for field in sides(case, "u-x", "u-y").fields if field.name == "← POSTED_TO")
    assert [(fact.other, fact.denied) for fact in field.left] == [("p-a", False), ("p-a", True)] and field.agreement == "partly"


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("1950", "1950", "same"),
        ("1950", "1950-11", "partly"),
        ("1950", "1951", "different"),
        ("Зент Олу", "Olu  ZENT", "partly"),
        ("Olu Zent", "Olu Brum", "different"),
    ],
)
def test_values_agree_nearly_agree_or_differ(left: str, right: str, expected: str) -> None:
    assert agreement((Fact(left),), (Fact(right),)) == agreement((Fact(right),), (Fact(left),)) == expected
    assert agreement((Fact(left),), ()) == "one_side"


def test_only_what_is_not_in_latin_letters_is_spelt_in_them() -> None:
    assert latin("Олу Зент") == "Olu Zent"
    assert latin("Olu Zent") is None
