"""Random worlds for every saved query: the situations of its cases, shaken.

A case holds what its query looks for, and near misses of it. Here times are drawn anew from those of the case, so that limits
often fall together; cores and limits are lost, links too, or doubled, turned to another thing, denied; words with a fixed meaning
are changed for others. So a query has something to answer in most of its worlds, and a new one has worlds as soon as it has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from graph import schema
from tests.queries.cases import Case, cases
from tests.world import TIMES, Given

APART = 1000
"""Numbers of the first worlds, past those of any case."""
STAYING = frozenset({"CITES", "BEARS_ON", "DERIVED_FROM"})
"""Links between papers: what a claim rests on is no part of a situation."""
MUCH = (0.1, 0.3, 0.6)
"""How often something is otherwise: near the case, where its query surely finds something, and far from it."""
DAY = timedelta(days=1)


def shaken(query: str, count: int, seed: int) -> list[Case]:
    """So many worlds, the same for the same seed; their `expect` is that of the case they were made of, and means nothing."""
    made_of = [case for case in cases(query) if case.body["expect"]]
    worlds = []
    for number in range(count):
        random, case = Random(f"{query} {seed} {number}"), made_of[number % len(made_of)]
        instants = sorted({_instant(moment) for moment in _moments(case.body["given"])})
        body = {
            **case.body,
            "given": _shaken(random, case.body["given"], instants),
            "params": _asked(random, case.body["params"], instants),
        }
        worlds.append(replace(case, number=APART + number, body=body))
    return worlds


def _shaken(random: Random, given: Given, instants: list[datetime]) -> Given:
    spoken_of = {text for claim in given.get("Claim", {}).values() for text in claim.values() if isinstance(text, str)}
    much = random.choice(MUCH)
    named = {label: [*members] for label, members in given.items() if label in schema.NODE}
    world: dict[str, dict[str, dict[str, Any]]] = {kind: {} for kind in given}
    for kind, members in given.items():
        for key, own in members.items():
            if kind in schema.NODE or kind in STAYING:
                world[kind][key] = _body(random, much, kind, own, instants)
                continue
            stays = f"{kind} {key}" in spoken_of
            if random.random() >= much / 6 or stays:
                turned = random.random() < much / 6 and not stays
                place = _turned(random, named, key) if turned else key
                world[kind][place] = _body(random, much, kind, own, instants)
            if random.random() < much / 4:
                world[kind][f"{key.split(' #')[0]} #again {key}"] = _body(random, much, kind, own, instants)
    return world


def _turned(random: Random, named: dict[str, list[str]], key: str) -> str:
    """The same link to another thing of the same label."""
    ends = key.split(" #", maxsplit=1)[0].split(" > ")
    alike = next((names for names in named.values() if ends[1] in names), [])
    others = [name for name in alike if name not in ends]
    return f"{ends[0]} > {random.choice(others)} #turned {key}" if others else key


def _body(random: Random, much: float, kind: str, own: Any, instants: list[datetime]) -> dict[str, Any]:
    declared = schema.kind_of(kind)
    body = dict(own)
    if declared.timing and len(instants) > 3 and random.random() < much:
        body |= _times(random, instants)
        body = {name: value for name, value in body.items() if value is not None}
    for chosen in declared.own:
        if chosen.choices and not chosen.many and chosen.name in body and random.random() < much / 6:
            body[chosen.name] = random.choice(chosen.choices)
    if kind in schema.LINK and kind not in STAYING and random.random() < much / 3:
        body["disputed"] = random.random() < 0.7
    return body


def _times(random: Random, instants: list[datetime]) -> dict[str, Any]:
    """What is otherwise; None: what is no more."""
    four = sorted(random.choices(instants, k=4))
    kind = random.random()
    if kind < 0.3:
        limits = random.choice([["unknown", four[3]], [four[0], "unknown"], ["unknown", "unknown"]])
        return {"possible": limits, "certain": None, "bridged": None}
    if kind < 0.5 and four[0] < four[3]:
        return {"possible": [four[0], four[3]], "certain": None, "bridged": None}
    if kind < 0.8 and four[1] < four[2]:
        bridged = random.random() < 0.3 or None
        return {"possible": [four[0], four[3]], "certain": [four[1], four[2]], "bridged": bridged}
    return {"cited": [[moment, moment + DAY] for moment in random.sample(instants, random.randint(0, 2))]}


def _asked(random: Random, parameters: dict[str, Any], instants: list[datetime]) -> dict[str, Any]:
    """The question of the case, or one about other times."""
    moments = {name: value for name, value in parameters.items() if isinstance(value, date)}
    if random.random() < 0.5 or not instants or not moments:
        return parameters
    drawn = sorted(random.sample(instants, min(len(moments), len(instants))))
    if len(drawn) < len(moments):
        return parameters
    limits = all(name in ("from", "to") for name in moments)
    asked = zip(sorted(moments), drawn, strict=True) if limits else ((name, drawn[0].date()) for name in moments)
    return {**parameters, **dict(asked)}


def _moments(given: Given) -> Iterator[date]:
    """All that are told."""
    for members in given.values():
        for own in members.values():
            yield from _dates(own[name] for name in TIMES if name in own)


def _dates(values: Iterable[Any]) -> Iterator[date]:
    for value in values:
        if isinstance(value, list):
            yield from _dates(value)
        elif isinstance(value, date):
            yield value


def _instant(moment: date) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())
