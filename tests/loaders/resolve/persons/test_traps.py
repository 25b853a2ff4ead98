"""What Splink does quietly wrong unless it is told."""

from __future__ import annotations

import inspect
import re

from loaders.resolve.persons import estimation, pretrained
from loaders.resolve.persons.blocking import RULES
from loaders.resolve.persons.comparisons import COMPARISONS
from loaders.resolve.persons.model import EVEN, settings
from loaders.resolve.persons.population import prior


def test_a_rare_level_is_a_plain_equality_and_the_only_one_of_its_comparison() -> None:
    for comparison in COMPARISONS:
        rare = [level for level in comparison.levels if level.rare]
        assert len(rare) <= 1
        assert all(level.sql == f"{comparison.field}_l = {comparison.field}_r" for level in rare)
        plain = [level for level in comparison.levels if re.fullmatch(r"(\w+)_l = \1_r", level.sql)]
        assert not rare or plain == rare


def test_the_prior_is_ours_and_falls_as_the_population_grows() -> None:
    assert settings(pretrained())["probability_two_random_records_match"] == EVEN

    small, large = prior(2.0, 10_000), prior(2.0, 1_000_000)

    assert 6.4 < small - large < 6.7  # log2 of a hundred, but for the strangers beside every case


def test_random_pairs_are_counted_to_the_end() -> None:
    counted = inspect.getsource(estimation.train)

    assert "min_count_per_level=None" in counted
    assert estimation.PAIRS >= 10_000_000


def test_every_way_to_a_pair_is_an_equality_that_can_be_hashed() -> None:
    for rule in RULES:
        assert re.match(r"l\.(\w+) = r\.\1", rule)
