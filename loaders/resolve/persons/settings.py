"""What Splink is told: our comparisons, and the model's figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from loaders.resolve.persons.comparisons import COMPARISONS

if TYPE_CHECKING:
    from loaders.resolve.persons.comparisons import Comparison, Level
    from loaders.resolve.persons.model import Model

EVEN = 0.5
"""The prior Splink is given: 0 bits. Ours is added afterwards, for it belongs to a size of population (`prior`)."""


def settings(model: Model | None = None) -> dict[str, Any]:
    """Splink's settings. Without a model they are those it is trained with."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "id",
        "comparisons": [_comparison(comparison, model) for comparison in COMPARISONS],
        "blocking_rules_to_generate_predictions": [],  # pairs are handed to it (`blocking`)
        "probability_two_random_records_match": EVEN,
        "retain_matching_columns": True,  # without them Splink keeps no levels either
        "retain_intermediate_calculation_columns": True,  # each field's weight
        "additional_columns_to_retain": ["fresh"],
    }


def _comparison(comparison: Comparison, model: Model | None) -> dict[str, Any]:
    silent = {"sql_condition": comparison.silent, "label_for_charts": "not compared", "is_null_level": True}
    levels = [_level(level, comparison, model) for level in comparison.levels]
    return {"output_column_name": comparison.field, "comparison_levels": [silent, *levels]}


def _level(level: Level, comparison: Comparison, model: Model | None) -> dict[str, Any]:
    told: dict[str, Any] = {"sql_condition": level.sql, "label_for_charts": level.name}
    if level.rare:
        told["tf_adjustment_column"] = comparison.rare
    if model:
        chance = model.chances[comparison.field][level.name]
        told |= {"m_probability": chance.m, "u_probability": chance.u}
    return told
