"""Entities: a line for each thing and link, with what FollowTheMoney can say of it; under `linkage`, all that is claimed."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from graph.said.carried import NAME, check, claim_data
from viz.export.followthemoney.statements import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from graph.said.carried import Carried
    from viz.export.followthemoney.statements import Row


def lines(said: Iterable[Carried], things: Mapping[str, str], *, carrying: bool) -> Iterator[str]:
    """One entity a line, by its id. `carrying`: whether claims go along, for Linkage to read back."""
    of: defaultdict[str, list[Row]] = defaultdict(list)
    whole: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in said:
        first, *others = rows(one, things)
        of[first.canonical].append(first)
        for row in others:
            of[row.canonical].append(row)
        claims = [claim_data(id_, claim) for id_, claim in one.claims]
        whole[first.canonical].append({**one.as_data(), "claims": claims})
    for id_ in sorted(of):
        yield json.dumps(_entity(id_, of[id_], whole[id_] if carrying else None), ensure_ascii=False, separators=(",", ":"))


def _entity(id_: str, of: list[Row], carried: list[dict[str, Any]] | None) -> dict[str, Any]:
    properties: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in of:
        if row.shown:
            properties[row.prop][row.value] = None
    schema = of[0].schema
    listed = {name: sorted(properties[name]) for name in sorted(properties)}
    entity: dict[str, Any] = {"id": id_, "schema": schema, "properties": listed, "datasets": [NAME]}
    if carried is not None:  # none where what it is about carries its claims
        entity[NAME] = {"mentions": carried, "check": check(schema, listed, carried)}
    return entity
