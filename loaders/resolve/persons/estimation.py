"""How a model is trained: by Splink, on records of which nobody needs to know who is who.

How often two persons agree (u) is counted on random pairs. How often one person's records agree (m) is estimated by
expectation maximisation, once among pairs that agree in surname and given name, once among pairs born on one day: each
shows the levels of what the other holds fixed.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from loaders.resolve.persons.columns import persons
from loaders.resolve.persons.comparisons import COMPARISONS
from loaders.resolve.persons.database import database
from loaders.resolve.persons.model import Chance, Model, settings
from loaders.resolve.persons.pairs import evidence
from loaders.resolve.persons.population import prior, settled
from loaders.resolve.persons.records import Records
from loaders.resolve.persons.weights import Weigher

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from loaders.resolve.persons.records import Records
    from loaders.resolve.record import PersonRecord

PAIRS: Final = 10_000_000
"""Random pairs on which u is counted. Splink stops much earlier unless told not to, and is then wrong on rare levels."""
_AMONG: Final = ("l.surname = r.surname and l.given = r.given", "l.born = r.born")
_SURE: Final = (
    "l.surname = r.surname and l.given = r.given and l.born = r.born",
    "l.surname = r.surname and l.given = r.given and l.patronymic = r.patronymic",
)
_SURE_RECALL: Final = 0.3
_BELOW: Final = 8.0
"""Bits below even chances from which on a pair adds nothing to speak of."""
LEAST: Final = 1e-5
"""What was never met is still not impossible."""


def train(records: Sequence[PersonRecord], *, spill: Path | None = None) -> Model:
    """A model of these records. Some thousands are needed, with birth dates among them."""
    from splink import DuckDBAPI, Linker

    known = Records.of(records)
    with database(spill) as connection:
        persons(connection, known)
        linker = Linker(DuckDBAPI(connection=connection).register("persons"), settings(), log_level=logging.ERROR)
        training = linker.training
        training.estimate_probability_two_random_records_match(list(_SURE), recall=_SURE_RECALL)
        training.estimate_u_using_random_sampling(max_pairs=PAIRS, min_count_per_level=None, seed=1)
        for among in _AMONG:
            training.estimate_parameters_using_expectation_maximisation(among)
        trained = linker.misc.save_model_to_json()
        first = Model(
            {comparison.field: _chances(held) for comparison, held in zip(COMPARISONS, trained["comparisons"], strict=True)},
            matches=trained["probability_two_random_records_match"] * (len(known.records) - 1),
        )
    return replace(first, matches=round(_matches(known, first, spill), 3))


def _matches(known: Records, model: Model, spill: Path | None) -> float:
    """How many others of its person a record has, by the weights just trained."""
    records = len(known.records)
    with database(spill) as connection:
        persons(connection, known, model)
        Weigher(connection, model).weigh(floor=-prior(model.matches, records) - _BELOW)
        return settled(evidence(connection), matches=model.matches, compared=records, records=records)


def _chances(comparison: dict[str, Any]) -> dict[str, Chance]:
    """The figures of a comparison's levels, three digits of each: more would be noise."""
    levels = [level for level in comparison["comparison_levels"] if not level.get("is_null_level")]
    return {
        level["label_for_charts"]: Chance(_figure(level.get("m_probability")), _figure(level.get("u_probability")))
        for level in levels
    }


def _figure(chance: float | None) -> float:
    return float(f"{max(chance or 0.0, LEAST):.3g}")
