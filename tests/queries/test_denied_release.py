"""A ministry says "released" or "was held elsewhere", the family denies it: the gap stands, and the row names who says what.

Where they deny only that it was at the gate, the person was released: that ends the gap, and the row names who denies the place.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from graph.engine import Engine
from queries.catalogue import Catalogue
from queries.run import run
from queries.support import denials_named
from tests.claims import as_projected
from tests.world import Given, link_id, world

GAPS = Catalogue.of().get("colocation/custody_gaps")
HELD, COURT = {"possible": [date(2014, 5, 10)] * 2}, {"possible": [date(2014, 5, 20)] * 2}
WORDS: dict[str, Any] = {"disputed": True, "claims": ["ministry's", "family's"]}
BESIDE: dict[str, Any] = {
    "Person": {"v": {}},
    "Station": {"isolator": {}, "camp": {}, "court": {}},
    "Claim": {"ministry's": {}, "family's": {"polarity": "denies"}},
    "Source": {"ministry": {}, "family": {}},
    "CITES": {"ministry's > ministry": {}, "family's > family": {}},
}
RELEASED: Given = {
    **BESIDE,
    "Event": {"freed": {"kind": "release", "possible": [date(2014, 5, 11)] * 2}},
    "SUFFERED": {"v > freed": WORDS},
    "HELD_AT": {"v > isolator": HELD, "v > court": COURT},
}
ELSEWHERE: Given = {
    **BESIDE,
    "HELD_AT": {
        "v > isolator": HELD,
        "v > camp": {"certain": [date(2014, 5, 11), date(2014, 5, 19)], **WORDS},
        "v > court": COURT,
    },
}


@pytest.mark.parametrize(
    ("given", "said", "denied"),
    [(RELEASED, "release", link_id("SUFFERED", "v > freed")), (ELSEWHERE, "held at camp", link_id("HELD_AT", "v > camp"))],
    ids=["a release", "a stay"],
)
def test_the_gap_is_listed_and_the_row_names_who_says_what(given: Given, said: str, denied: str, engine: Engine) -> None:
    marker = engine.publish(as_projected(world(given)))

    answer = denials_named(engine, run(GAPS, engine, {"min_hours": 1}, marker=marker))

    (row,) = answer.records()
    assert (row["since"], row["until"]) == (datetime(2014, 5, 10), datetime(2014, 5, 21))
    assert (row["most_hours"], row["certainty"]) == (263, "possible")
    assert (row["between"], row["denied_by"]) == ([said], ("family",))
    assert denied in answer.members[0] and row["claims"] == ["family's", "ministry's"]


def test_a_release_of_which_only_the_place_is_denied_ends_the_gap_and_the_row_names_who_denies_it(engine: Engine) -> None:
    given: Given = {
        **RELEASED,
        "Station": {**BESIDE["Station"], "gate": {}},
        "SUFFERED": {"v > freed": {}},
        "OCCURRED_AT": {"freed > gate": WORDS},
    }
    marker = engine.publish(as_projected(world(given)))

    answer = denials_named(engine, run(GAPS, engine, {"min_hours": 1}, marker=marker))

    (row,) = answer.records()
    assert (row["since"], row["until"], row["next_kind"]) == (datetime(2014, 5, 10), datetime(2014, 5, 12), "release")
    assert (row["between"], row["denied_by"]) == ([], ("family",))
    assert link_id("OCCURRED_AT", "freed > gate") in answer.members[0]
