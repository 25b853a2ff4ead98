"""The rules that decide, read from `policy.toml`: which pairs are one person, which never, which a person is asked about."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from loaders.resolve.persons.comparisons import COMPARISONS

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIELDS: Final = {comparison.field: comparison for comparison in COMPARISONS}


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule, called as decisions cite it. `when`: for each field the levels it asks for.

    A gate asks besides for so many `bits` in all, and so many of surname and given name together (`names`).
    """

    name: str
    says: str
    when: Mapping[str, frozenset[int]]
    bits: float = 0.0
    names: float = 0.0

    def fires(self, levels: Mapping[str, int]) -> bool:
        """Whether it holds for a pair with these levels, weight aside."""
        return all(levels[field] in wanted for field, wanted in self.when.items())

    @property
    def sql(self) -> str:
        """The same in SQL, over the columns that Splink gives."""
        return " and ".join(f"gamma_{field} in ({', '.join(map(str, sorted(wanted)))})" for field, wanted in self.when.items())


@dataclass(frozen=True, slots=True)
class Policy:
    """All rules. `margin`, `review_bits`, `review_little`: bits. `review_things`: the most things one group holds.
    `number_bits`, `number_most`: of a number that tells people apart, what the same one weighs, and how many may bear it."""

    version: str
    sha256: str
    margin: float
    review_bits: float
    review_little: float
    review_things: int
    number_bits: float
    number_most: int
    forbidden: tuple[Rule, ...]
    against: Mapping[str, Mapping[str, Rule]]
    """The forbidding rules by comparison and level: each names one comparison alone, so that a chain cannot slip through."""
    gates: tuple[Rule, ...]

    def forbids(self, levels: Mapping[str, int]) -> Rule | None:
        """The rule by which a pair with these levels can never be one person."""
        return next((rule for rule in self.forbidden if rule.fires(levels)), None)

    def gate(self, levels: Mapping[str, int], bits: float, names: float) -> Rule | None:
        """The rule by which a pair with these levels and this weight is one person, if none forbids it.

        `names`: what surname and given name weigh, of all `bits`.
        """
        if self.forbids(levels):
            return None
        enough = (rule for rule in self.gates if bits >= rule.bits and names >= rule.names)
        return next((rule for rule in enough if rule.fires(levels)), None)


@cache
def policy() -> Policy:
    """The policy that comes with Linkage."""
    text = Path(__file__).with_name("policy.toml").read_text("utf-8")
    held = tomllib.loads(text)
    forbidden = tuple(_rule(rule) for rule in held["forbidden"])
    against: dict[str, dict[str, Rule]] = {field: {} for field in _FIELDS}
    for rule, stated in zip(forbidden, held["forbidden"], strict=True):
        ((field, levels),) = stated["when"].items()
        against[field].update(dict.fromkeys(levels, rule))
    return Policy(
        version=held["version"],
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        margin=held["margin"],
        review_bits=held["review"]["bits"],
        review_little=held["review"]["little"],
        review_things=held["review"]["things"],
        number_bits=held["numbers"]["bits"],
        number_most=held["numbers"]["most"],
        forbidden=forbidden,
        against=against,
        gates=tuple(_rule(rule) for rule in held["gate"]),
    )


def _rule(held: dict[str, Any]) -> Rule:
    when = {field: frozenset(_FIELDS[field].number(level) for level in levels) for field, levels in held["when"].items()}
    return Rule(f"persons/{held['rule']}", held["says"], when, held.get("bits", 0.0), held.get("names", 0.0))
