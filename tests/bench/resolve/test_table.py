"""A floor that is missed is seen."""

from __future__ import annotations

import pytest

from tests.bench.resolve.table import Floor, Row, printed


@pytest.mark.parametrize(
    ("figure", "floor", "holds"),
    [
        (0.80, Floor(0.80), True),
        (0.79, Floor(0.80), False),
        (0.5, Floor(0.5, at_most=True), True),
        (0.6, Floor(0.5, at_most=True), False),
        (0.0, None, True),
    ],
)
def test_a_floor_holds_from_its_value_on(figure: float, floor: Floor | None, holds: bool) -> None:
    assert Row("a measure", figure, floor).holds is holds


def test_what_was_not_measured_is_empty_and_what_is_missed_is_named() -> None:
    _, good, bad = printed([Row("one", 0.9, Floor(0.8), {"WRatio": 0.25}), Row("two", 0.7, Floor(0.8))]).splitlines()

    assert good.split() == ["one", "≥", "0.8", "0.900", "0.250"]
    assert bad.split() == ["two", "≥", "0.8", "0.700", "MISSED"]
