"""One mention as a case has it, with every claim about it, in a form that another case can take in without a loss.

What carries it (a line of a file, a row) holds a `check` over all that it says, so that nothing is read which somebody changed
on the way.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from graph import ids
from graph.compact import compact
from graph.said.claim import Claim, Mention

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME = "linkage"
"""Under which it lies in files of other formats."""


@dataclass(frozen=True, slots=True)
class Carried:
    """`thing`: what the mention turned out to be, as this case decided. `claims`: by their ids. `file`: in which it was read.

    `protected`, `aliases`, `reliability`: what a person decided about this mention, where one did.
    """

    mention: Mention
    thing: str
    claims: tuple[tuple[str, Claim], ...] = ()
    file: str = ""
    protected: bool | None = None
    aliases: tuple[str, ...] = ()
    reliability: str | None = None

    def as_data(self) -> dict[str, Any]:
        """For JSON, without its claims."""
        own = {part.name: getattr(self, part.name) for part in fields(self) if part.name not in ("mention", "claims")}
        row = {part.name: getattr(self.mention, part.name) for part in fields(Mention)}
        return {"mention": _said(row), **_said(own)}

    def as_text(self) -> str:
        """All of it, in one line."""
        return compact({**self.as_data(), "claims": [claim_data(id_, claim) for id_, claim in self.claims]})

    @classmethod
    def of_data(cls, data: Mapping[str, Any], claims: tuple[tuple[str, Claim], ...]) -> Carried:
        """What `as_data` wrote. TypeError or KeyError where it did not."""
        own = {name: data[name] for name in ("file", "protected", "reliability") if name in data}
        return cls(Mention(**data["mention"]), data["thing"], claims, aliases=tuple(data.get("aliases", ())), **own)


def claim_data(id_: str, claim: Claim) -> dict[str, Any]:
    """A claim with its id, for JSON."""
    return {"id": id_, **_said({part.name: getattr(claim, part.name) for part in fields(Claim)})}


def claim_of(data: Mapping[str, Any]) -> tuple[str, Claim]:
    """What `claim_data` wrote. TypeError or KeyError where it did not."""
    return data["id"], Claim(**{name: value for name, value in data.items() if name != "id"})


def check(*said: object) -> str:
    """What shows whether somebody changed it."""
    return ids.digest(*said)[:16]


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value not in (None, ())}
