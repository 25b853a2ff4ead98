"""What others would decide with: a score for two names, without a gate, a number check or a lexicon.

rapidfuzz's WRatio and token_sort_ratio see text alone. nomenklatura's logic-v2 is made for sanctions screening and sees
names with birth dates and sex; it is measured where it is installed (`uv run --group bench`), as it comes, not tuned.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from rapidfuzz import fuzz, utils

if TYPE_CHECKING:
    from loaders.resolve.record import PersonRecord

Schema: TypeAlias = Literal["Person", "Organization"]
Scorer: TypeAlias = Callable[[str, str], float]

OTHERS = ("WRatio", "token_sort", "logic-v2")
"""The columns beside our own."""


def wratio(one: str, other: str) -> float:
    """0 to 100."""
    return fuzz.WRatio(one, other, processor=utils.default_process)


def token_sort(one: str, other: str) -> float:
    """0 to 100."""
    return fuzz.token_sort_ratio(one, other, processor=utils.default_process)


def has_logic_v2() -> bool:
    """Whether nomenklatura is installed."""
    return importlib.util.find_spec("nomenklatura") is not None


def logic_v2(schema: Schema) -> Scorer:
    """Names alone; 0 to 1. Only where `has_logic_v2`."""
    algorithm, configuration = _algorithm()

    def score(one: str, other: str) -> float:
        return float(algorithm.compare(_entity(schema, one), _entity(schema, other), configuration).score)

    return score


def logic_v2_of_persons(one: PersonRecord, other: PersonRecord) -> float:
    """Names, birth dates and sex, as far as the records know them; 0 to 1."""
    algorithm, configuration = _algorithm()
    pair = (_entity("Person", record.name, record.born, record.sex) for record in (one, other))
    return float(algorithm.compare(*pair, configuration).score)


@lru_cache(maxsize=1)
def _algorithm() -> tuple[Any, Any]:
    algorithm = importlib.import_module("nomenklatura.matching").get_algorithm("logic-v2")
    return algorithm, algorithm.default_config()


@lru_cache(maxsize=100_000)
def _entity(schema: Schema, name: str, born: str | None = None, sex: str | None = None) -> Any:
    told = {"name": [name], "birthDate": [born] if born else [], "gender": [sex] if sex else []}
    proxy = importlib.import_module("followthemoney.proxy").EntityProxy
    return proxy.from_dict({"id": name, "schema": schema, "properties": {key: values for key, values in told.items() if values}})
