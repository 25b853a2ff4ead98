"""One decision on who is who: SAME, DIFFERENT, UNSURE or RETRACT, of some mentions, by a person or by a rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

Verdict: TypeAlias = Literal["same", "different", "unsure", "retract"]
Dates: TypeAlias = Literal["one_term", "disputed"]
PERSON = "person"
"""The rule of what a person decides; every other rule is a machine's."""
DECLARED_KEY = "declared-key"
"""The rule of joins that a mapping declares: its compiler uses the key as an id."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One identity entry. `load`: the load that brought it, if a rule made it. `dates`: how links of unequal dates join."""

    sequence: int
    verdict: Verdict
    members: frozenset[str]
    rule: str
    load: int | None = None
    retracts: int | None = None
    dates: Dates | None = None

    @classmethod
    def of_body(cls, sequence: int, body: Mapping[str, Any]) -> Decision:
        """As the journal has it."""
        return cls(
            sequence,
            body["decision"],
            frozenset(body.get("members", ())),
            body["rule"],
            body.get("load"),
            body.get("retracts"),
            body.get("dates"),
        )
