"""How often two records of one person agree, and how often two records of two persons do: what the weights rest on.

The model that comes with Linkage was trained on invented persons (`pretrained/training.json` says on which); a case may
train its own (`estimation.train`). It holds figures alone; what is compared stands in `comparisons`. `settings` puts both
as Splink reads them.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from graph.errors import IntegrityError, MappingError
from loaders.resolve.persons.comparisons import COMPARISONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaders.resolve.persons.comparisons import Comparison, Level

PRETRAINED: Final = Path(__file__).parent / "pretrained"


@dataclass(frozen=True, slots=True)
class Chance:
    """How often a level is met: `m` among pairs of one person, `u` among pairs of two."""

    m: float
    u: float


@dataclass(frozen=True, slots=True)
class Model:
    """A trained model.

    `chances`: by comparison and level. `matches`: how many other records of the same person a record has on average, from
    which the prior of a population of any size follows (`prior`). `sha256`: of its canonical text; decisions cite it.
    """

    chances: Mapping[str, Mapping[str, Chance]]
    matches: float

    @property
    def text(self) -> str:
        """The model as it is kept: JSON, keys sorted."""
        chances = {f: {name: [c.m, c.u] for name, c in levels.items()} for f, levels in self.chances.items()}
        return json.dumps({"comparisons": chances, "matches": self.matches}, indent=1, sort_keys=True) + "\n"

    @property
    def sha256(self) -> str:
        """What names this model exactly."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def read(text: str, name: str) -> Model:
    """A model from its text. It must speak of every level that is compared, and of no other."""
    try:
        held = json.loads(text)
        chances = {f: {n: Chance(float(m), float(u)) for n, (m, u) in ls.items()} for f, ls in held["comparisons"].items()}
        model = Model(chances, float(held["matches"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise MappingError(f"{name}: not a model of persons: train it again") from None
    expected = {comparison.field: {level.name for level in comparison.levels} for comparison in COMPARISONS}
    if {field: set(levels) for field, levels in chances.items()} != expected:
        raise MappingError(f"{name}: it was trained on other comparisons than this version makes: train it again")
    return model


@cache
def pretrained() -> Model:
    """The model that comes with Linkage, as it was trained: its hash is checked."""
    text = (PRETRAINED / "model.json").read_text("utf-8")
    model = read(text, "model.json")
    if model.sha256 != (PRETRAINED / "model.sha256").read_text("utf-8").strip():
        raise IntegrityError("the model of persons differs from the one that was trained: install Linkage again")
    return model


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
    described: dict[str, Any] = {"sql_condition": level.sql, "label_for_charts": level.name}
    if level.rare:
        described["tf_adjustment_column"] = comparison.rare
    if model:
        chance = model.chances[comparison.field][level.name]
        described |= {"m_probability": chance.m, "u_probability": chance.u}
    return described
