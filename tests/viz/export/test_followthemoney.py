"""FollowTheMoney, for somebody outside: no claim goes along, and nothing that the tables do not hold."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from graph.said.carried import Carried
from graph.said.claim import EXISTS, Claim, Mention
from tests.viz.answers import KEY, NOBODY, UNIT, answer
from viz.export import csv as tables
from viz.export import followthemoney
from viz.release import Released, release

OFFICER, SOURCE = "p-officer", "s-source"


def entities(released: Released) -> list[dict[str, Any]]:
    return [json.loads(line) for line in dict(followthemoney.files(released))["entities.ftm.json"].decode().splitlines()]


@pytest.mark.parametrize("profile", ["prosecutor", "public"])
def test_outside_it_holds_no_more_than_the_tables(profile: str) -> None:
    secret = Claim("p-x", "name", "Secret", "", "", "")
    told = answer(carried=(Carried(Mention("p-x", "Person", "", ""), "p-x", (("c-x", secret),)),))
    released = release(told, profile, "A court", key=KEY, protected=NOBODY)
    files, beside = dict(followthemoney.files(released)), dict(tables.files(released))
    table = (beside["nodes.csv"] + beside["links.csv"]).decode()
    whole = b"".join(files.values()).decode()
    assert "Secret" not in whole and 'linkage":{' not in whole
    for one in entities(released):
        assert "linkage" not in one and one["id"] in table
        for name, values in one["properties"].items():
            for value in values:
                assert name == "role" or value.split(": ", 1)[-1].casefold() in table.casefold(), (name, value)
    rows = list(csv.DictReader(io.StringIO(files["statements.csv"].decode(), newline="")))
    assert rows and {row["origin"] for row in rows} == {""}


def test_a_denial_is_a_note_and_no_fact() -> None:
    named = Claim(OFFICER, "name", "Kesto Marrane", "", "", SOURCE)
    called = Claim(UNIT, "name", "Harbour Guard", "", "", SOURCE)
    said = (
        Carried(Mention(OFFICER, "Person", "", ""), OFFICER, (("c-1", named),)),
        Carried(Mention(UNIT, "Unit", "", ""), UNIT, (("c-2", called),)),
        Carried(
            Mention("l-1", "POSTED_TO", "", "", OFFICER, UNIT),
            "l-1",
            (("c-3", Claim("l-1", EXISTS, "POSTED_TO", "", "", SOURCE, "denies")),),
        ),
    )
    released = release(answer(carried=said), "internal", None, key=KEY, protected=NOBODY)
    by_schema = {one["schema"]: one["properties"] for one in entities(released)}
    assert by_schema.keys() == {"Person", "Organization", "Note"}
    assert by_schema["Note"] == {"description": ["denied: was posted to"], "entity": [OFFICER, UNIT]}
