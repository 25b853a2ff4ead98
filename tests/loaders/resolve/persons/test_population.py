"""The prior settles where it expects as many matches as it follows from."""

from __future__ import annotations

import pytest

from loaders.resolve.persons.population import FEWEST, prior, settled


def test_a_population_with_many_sure_matches_has_a_higher_prior_than_one_with_none() -> None:
    sure = [(40.0, 2 * 9_000)]

    many, none = (settled(pairs, matches=1.0, compared=10_000, records=10_000) for pairs in (sure, []))

    assert many == pytest.approx((FEWEST + 18_000) / (FEWEST + 10_000), rel=1e-6)
    assert none == pytest.approx(FEWEST / (FEWEST + 10_000), rel=1e-6)
    assert prior(many, 10_000) > prior(none, 10_000)


def test_a_few_records_do_not_move_the_models_figure_far() -> None:
    assert settled([], matches=2.0, compared=1, records=100_000) == pytest.approx(2.0, rel=0.01)


def test_weights_beyond_any_float_do_no_harm() -> None:
    assert settled([(5_000.0, 2), (-5_000.0, 2)], matches=1.0, compared=2, records=2) == pytest.approx(
        (FEWEST + 2) / (FEWEST + 2)
    )


def test_a_case_of_few_records_is_still_a_sample_of_a_country() -> None:
    assert prior(2.0, 2) < -8.0
