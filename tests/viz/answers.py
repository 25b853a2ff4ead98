"""A small invented answer: an officer, two detainees, a unit, a station, what happened and how it is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from graph.answer import Answer, Column, ColumnType, LeftOut, NodeValue, PathValue, Reads, RelValue, Support
from graph.projection import Value

KEY = bytes(range(32))


class _Nobody:
    def names(self, text: str) -> bool:
        return False

    def namesake(self, name: str) -> bool:
        return False


NOBODY = _Nobody()
"""As if none but those whom the answer shows were protected in the case."""

DETAINEE, WITNESS, OFFICER = "p-detaineeaaaaaaaa", "p-witnessaaaaaaaaa", "p-officeraaaaaaaaa"
UNIT, STATION, EVENT, CLAIM = "u-unitaaaaaaaaaaaa", "st-stationaaaaaaaaa", "e-eventaaaaaaaaaaa", "c-claimaaaaaaaaaaa"
RESTS_ON = Support((CLAIM,), ("s-sourceaaaaaaaaaa",), ("s-sourceaaaaaaaaaa",))
DAY = datetime(2031, 8, 11)


def node(label: str, id: str, **properties: Value) -> NodeValue:
    return NodeValue(id, label, {"id": id, **properties})


def link(type: str, begin: NodeValue, end: NodeValue, id: str = "", **properties: Value) -> RelValue:
    id = id or f"l-{type.lower()}-{begin.id}-{end.id}"
    return RelValue(id, type, begin.id, end.id, {"id": id, **properties})


def answer(
    columns: Mapping[str, object] | None = None, *, parameters: Mapping[str, object] | None = None, **changes: object
) -> Answer:
    """One row with these columns, or the whole small world. Every link rests on one claim."""
    cells = dict(columns) if columns is not None else small_world()
    told: dict[str, object] = {
        "query": "colocation/officers_of_victim",
        "title": "Who was there",
        "question": "Which officers were at the station while this person was held?",
        "caveat": "Presence is not participation.",
        "element": "command-responsibility/superior-subordinate",
        "query_hash": "q" * 64,
        "parameters": parameters or {},
        "columns": tuple(Column(name, _type(name, value)) for name, value in cells.items()),
        "rows": (tuple(cells.values()),),
        "graph_hash": "9" * 64,
        "sequence": 7,
        "left_out": LeftOut(farther=3),
    }
    made = Answer(**(told | changes))  # type: ignore[arg-type]  # the defaults above are of the right types
    if made.reads is None:
        made = replace(made, reads=shown(made))
    return made if made.support else replace(made, support={link.id: RESTS_ON for link in made.subgraph()[1]})


def shown(given: Answer) -> Reads:
    """As if the question had read only what it shows, and of that no number and no time."""
    nodes, links = given.subgraph()
    return Reads(frozenset({*(node.label for node in nodes), *(link.type for link in links)}), frozenset())


def small_world() -> dict[str, object]:
    detainee = node("Person", DETAINEE, name="Hanna Verasen", aliases=["Ганна Верасень", "Birch"], born="1999", protected=True)
    witness = node("Person", WITNESS, name="Pavel Sokal", description="walks with a stick")
    officer = node("Person", OFFICER, name="Ihar Drozd", aliases=["Drozd"], born="1970", protected=False)
    unit = node("Unit", UNIT, name="Special police regiment", kind="real")
    station = node("Station", STATION, name="Isolator No. 1", kind="isolator", latitude=-3.5)
    event = node("Event", EVENT, kind="beating", methods=["baton"], words="Hanna cried", possible_from=DAY)
    posted = link("POSTED_TO", officer, unit, post="commander", function="commander", cited_from=[DAY])
    held = link("HELD_AT", detainee, station, cell="14", possible_from=DAY)
    return {
        "officer": officer,
        "detainee": detainee,
        "witness": witness,
        "way": PathValue((officer, unit), (posted,)),
        "held": held,
        "station": station,
        "event": event,
        "suffered": link("SUFFERED", detainee, event),
        "certainty": "possible",
        "gap_days": 3,
        "claims": [CLAIM],
    }


def _type(name: str, value: object) -> ColumnType:
    if name == "claims":
        return "claims"
    kinds: dict[type, ColumnType] = {
        NodeValue: "node",
        RelValue: "rel",
        PathValue: "path",
        bool: "bool",
        int: "int",
        float: "float",
        datetime: "time",
        list: "texts",
    }
    return kinds.get(type(value), "text")
