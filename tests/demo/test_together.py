"""The demo's answer, held against what is so in the republic: who was held together."""

from __future__ import annotations

from datetime import datetime
from itertools import combinations

import pytest

from loaders.demo import story
from tests.demo.answers import TOGETHER, Row, rows
from tests.demo.made import Made


@pytest.fixture(scope="module")
def together(made: Made) -> list[Row]:
    return rows(made.ask(TOGETHER.query, TOGETHER.parameters))


def overlapping(made: Made, begin: datetime, end: datetime) -> set[frozenset[str]]:
    """Pairs of casefiles held at the station at one moment of this time."""
    there = [s for s in made.truth.stays if s.station == story.NIGHT_STATION and s.begin < end and begin < s.end]
    pairs = combinations(there, 2)
    return {
        frozenset((one.casefile, other.casefile))
        for one, other in pairs
        if max(one.begin, other.begin, begin) < min(one.end, other.end, end)
    }


def pairs(made: Made, together: list[Row], *certainties: str) -> set[frozenset[str]]:
    return {frozenset(made.keys[row[end].id] for end in ("one", "other")) for row in together if row["certainty"] in certainties}


def test_who_is_surely_held_together_was_and_who_was_is_at_least_possible(made: Made, together: list[Row]) -> None:
    true = overlapping(made, story.NIGHT_BEGIN, story.NIGHT_END)
    certain, all_told = pairs(made, together, "certain", "assumed"), pairs(made, together, "certain", "assumed", "possible")
    assert certain <= true <= all_told
    assert certain < true < all_told  # what was told vaguely is neither sure nor left out, and may be wrong
    assert len(certain) > 20


def test_nobody_is_held_together_with_oneself_and_no_pair_comes_twice(made: Made, together: list[Row]) -> None:
    found = [frozenset(made.keys[row[end].id] for end in ("one", "other")) for row in together]
    assert all(len(pair) == 2 for pair in found)
    assert len(found) == len(set(found))


def test_the_victim_has_fellows_who_can_corroborate(made: Made, together: list[Row]) -> None:
    found = {other for pair in pairs(made, together, "certain") if story.VICTIM in pair for other in pair - {story.VICTIM}}
    assert found
    assert found <= made.truth.held_with(story.VICTIM)[story.NIGHT_STATION]
