"""A cell as part of its answer: namesakes, denied links, the end that somebody typed."""

from __future__ import annotations

from datetime import datetime

from graph.answer import Column, NodeValue, PathValue, RelValue
from graph.words import cells
from graph.words.cells import Beside, cell
from graph.words.namesakes import told_apart

GUARD, WATCH = (NodeValue(id_, "Unit", {"id": id_, "name": name}) for id_, name in (("u-1", "Guard"), ("u-2", "Watch")))
DENIED = RelValue("l-1", "SUBORDINATE_TO", "u-1", "u-2", {"id": "l-1", "relation": "command", "disputed": True})
SURE = RelValue("l-2", "SUBORDINATE_TO", "u-1", "u-2", {"id": "l-2", "relation": "command"})
PATH, LINK = Column("chain", "path"), Column("posting", "rel")


def person(id_: str, name: str, **said: str) -> NodeValue:
    return NodeValue(id_, "Person", {"id": id_, "name": name, **said})


def test_a_denied_link_is_named_in_a_cell_and_in_a_path() -> None:
    beside = Beside(denied={"l-1": ("the ministry",)})
    assert cell(PATH, PathValue((GUARD, WATCH), (DENIED,)), beside) == "Guard → (denied by the ministry) → Watch"
    assert cell(PATH, PathValue((GUARD, WATCH), (DENIED,))) == "Guard → (denied) → Watch"
    assert cell(PATH, PathValue((GUARD, WATCH), (SURE,)), beside) == "Guard → Watch"
    assert cell(LINK, DENIED, beside) == "answered to, denied by the ministry"
    assert cell(LINK, SURE, beside) == "answered to"


def test_namesakes_have_their_birth_or_their_id_beside_their_name() -> None:
    one, other, third = person("p-1", "Ada", born="1950"), person("p-2", "Ada", born="1962"), person("p-3", "Ada", born="1962")
    alone = person("p-4", "Bero", born="1950")
    assert told_apart([one, other, one, alone]) == {"p-1": "Ada (born 1950)", "p-2": "Ada (born 1962)"}
    assert told_apart([other, third]) == {"p-2": "Ada (p-2)", "p-3": "Ada (p-3)"}
    assert told_apart([one, person("p-5", "Ada")]) == {"p-1": "Ada (p-1)", "p-5": "Ada (p-5)"}
    assert told_apart([one, one, alone]) == {}


def test_whoever_is_only_described_is_called_by_the_description_and_two_of_one_description_have_their_ids() -> None:
    one, other = (NodeValue(id_, "Person", {"id": id_, "name": id_, "description": "a masked man"}) for id_ in ("p-1", "p-2"))
    who = Column("who", "node")
    assert cell(who, one) == "a masked man"
    assert cell(who, one, Beside(names=told_apart([one, other]))) == "a masked man (p-1)"
    assert cell(who, NodeValue("p-3", "Person", {"id": "p-3"})) == "p-3"


def test_beside_an_end_stands_what_somebody_typed_or_the_last_minute() -> None:
    eight = datetime(2024, 9, 16, 8)
    assert cells.last_of(eight) == "2024-09-16T07:59"
    assert cells.last_of(eight, typed=eight) == "2024-09-16T08:00"
    assert cells.last_of([eight], typed=datetime(2024, 9, 16, 9)) == ["2024-09-16T07:59"]
