"""What Linkage itself wrote into a file of another format: whole mentions with their claims, each held against its check.

An entity carries all of it under `linkage`; of statements, one carries a mention and one each of its claims.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from graph.said.carried import NAME, Carried, check, claim_of
from loaders.sources.mention import Refused, Taken

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.said.claim import Claim

CHANGED: Final = "it was changed after Linkage wrote it: export it anew, or take out what stands under “linkage”"
HOMELESS: Final = "the row that says what this claim is about stands nowhere in the file"
BEGINS: Final = f'{{"{NAME}":'
DERIVED: Final = f"{NAME}: follows from "


def of_entity(at: str, entity: Mapping[str, Any]) -> Iterator[Taken | Refused]:
    """All that one line carries."""
    try:
        own = entity[NAME]
        if own["check"] != check(entity["schema"], entity["properties"], own["mentions"]):
            raise ValueError
        for data in own["mentions"]:
            yield Taken(at, Carried.of_data(data, tuple(map(claim_of, data["claims"]))))
    except (ValueError, KeyError, TypeError):
        yield Refused(at, CHANGED, json.dumps(entity, ensure_ascii=False))


class Statements:
    """Takes statements that Linkage wrote, one after the other; then gives what they come to."""

    def __init__(self) -> None:
        self._mentions: dict[str, tuple[str, dict[str, Any]]] = {}
        self._claims: defaultdict[str, dict[str, tuple[str, Claim]]] = defaultdict(dict)
        self._at: dict[str, tuple[str, str]] = {}

    def take(self, at: str, row: Mapping[str, str]) -> Refused | None:
        """A row whose origin is Linkage's. None, or why it is refused."""
        raw = json.dumps(row, ensure_ascii=False)
        try:
            own = json.loads(row["origin"])[NAME]
            if "claim" in own:
                if own["check"] != check(own["claim"], row["schema"], row["prop"], row["value"]):
                    raise ValueError
                id_, claim = claim_of(own["claim"])
                self._claims[claim.about][id_] = id_, claim
                self._at.setdefault(claim.about, (at, raw))
            else:
                if own.pop("check") != check(own) or row["value"] != own["mention"]["id"]:
                    raise ValueError
                self._mentions[own["mention"]["id"]] = at, own
        except (ValueError, KeyError, TypeError, AttributeError):
            return Refused(at, CHANGED, raw)
        return None

    def all(self) -> Iterator[Taken | Refused]:
        """Each mention with its claims, in the order of the file."""
        for id_, (at, own) in self._mentions.items():
            claims = tuple(sorted(self._claims.pop(id_, {}).values(), key=lambda one: one[0]))
            try:
                yield Taken(at, Carried.of_data(own, claims))
            except (KeyError, TypeError):
                yield Refused(at, CHANGED, json.dumps(own, ensure_ascii=False))
        for id_ in self._claims:
            yield Refused(self._at[id_][0], HOMELESS, self._at[id_][1])
