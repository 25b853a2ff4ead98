"""What a case prints that fails: what differs, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.queries.comparison import agree, differences

BROWN: dict[str, Any] = {"deputy": "brown", "certainty": "certain", "gap_days": 1}
GREEN: dict[str, Any] = {"deputy": "green", "certainty": "assumed", "gap_days": None}
WHITE: dict[str, Any] = {"deputy": "white", "certainty": "possible", "gap_days": 9}


def test_equal_rows_say_nothing() -> None:
    assert differences([BROWN, {"methods": ("cold",)}], [BROWN, {"methods": ["cold"]}]) == []
    agree([BROWN], [BROWN])


def test_only_the_columns_that_differ_of_the_rows_that_differ() -> None:
    weaker = BROWN | {"certainty": "possible", "gap_days": 3}
    assert differences([weaker, GREEN, WHITE], [BROWN, GREEN, WHITE]) == [
        "row 1, certainty: 'possible', not 'certain'",
        "row 1, gap_days: 3, not 1",
    ]


def test_a_row_too_many_and_one_that_is_missing_are_shown_alone() -> None:
    assert differences([BROWN, GREEN, WHITE], [BROWN, WHITE]) == [
        "row 2 should not be there: certainty 'assumed', deputy 'green'"
    ]
    assert differences([WHITE], [GREEN, WHITE]) == ["row 1 is missing: certainty 'assumed', deputy 'green'"]


def test_the_order_counts() -> None:
    assert differences([GREEN, BROWN], [BROWN, GREEN])


def test_a_case_that_fails_prints_that_and_no_more() -> None:
    with pytest.raises(pytest.fail.Exception) as failed:
        agree([BROWN, GREEN], [BROWN, GREEN | {"gap_days": 2}])
    assert str(failed.value) == "row 2, gap_days: None, not 2"
