"""A source denies that somebody was there, and no source says they were: it stands in the rows that their unit's base makes."""

from __future__ import annotations

import pytest

from graph.engine import Engine
from graph.project import project
from queries.catalogue import Catalogue
from queries.run import run
from queries.support import denials_named
from tests.graph.small_case import Sheet, lasting

QUESTIONS = [
    ("pattern/unidentified_perpetrators", {"station": "st-i"}, "candidate"),
    ("colocation/victim_and_officer", {"victim": "p-v"}, "officer"),
]


def _case() -> Sheet:
    """A masked man is seen at the isolator on the 11th, where a unit of two is based; one has an alibi, one of the 12th."""
    sheet = Sheet().thing("st-i", "Station", name="Isolator").thing("u-x", "Unit", name="Guard")
    sheet.thing("p-m", "Person", name="Mask", identified="described").thing("p-v", "Person", name="Ilvane")
    sheet.link("l-seen", "PRESENT_AT", "p-m", "st-i", span=lasting(11, 11)).link(
        "l-base", "BASED_AT", "u-x", "st-i", span=lasting(1, 31)
    )
    sheet.link("l-held", "HELD_AT", "p-v", "st-i", span=lasting(11, 11))
    for number, (person, absent) in enumerate({"p-a": 11, "p-b": 12}.items()):
        sheet.thing(person, "Person", name=person).link(f"l-{number}", "POSTED_TO", person, "u-x", span=lasting(1, 31))
        alibi = lasting(absent, absent)
        sheet.link(f"l-no-{number}", "PRESENT_AT", person, "st-i", cites="s-family", denied=True, span=alibi, row=9)
    return sheet


@pytest.mark.parametrize(("name", "asked", "column"), QUESTIONS)
def test_the_row_says_so_and_names_who_denies(name: str, asked: dict[str, object], column: str, engine: Engine) -> None:
    marker = engine.publish(project(_case().state()))

    answer = denials_named(engine, run(Catalogue.of().get(name), engine, asked, marker=marker, within=None))

    told = {getattr(row[column], "id", None): row for row in answer.records()}
    assert (told["p-a"]["denied_there"], told["p-a"]["denied_by"], told["p-a"]["certainty"]) == (True, ("s-family",), "possible")
    assert (told["p-b"]["denied_there"], told["p-b"]["denied_by"]) == (False, ())
    assert told["p-b"]["certainty"] == ("certain" if column == "candidate" else "possible")
