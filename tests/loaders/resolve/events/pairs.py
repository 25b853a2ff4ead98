"""The list of event pairs (`pairs.toml`) as the rows of two files, so that persons, stations and events are resolved in turn."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal, TypeAlias

from graph.said.span import ONE_DAY, UNKNOWN_TO, Period, Span
from loaders.demo.geography import areas, stations
from loaders.demo.spelling import Name, any_name
from tests.graph.small_case import Sheet

Verdict: TypeAlias = Literal["same", "ask", "different"]
SIDES = ("one", "other")


@dataclass(frozen=True, slots=True)
class Pair:
    """`one`, `other`: what the two rows say, as the list has it."""

    number: int
    says: str
    verdict: Verdict
    one: dict[str, Any]
    other: dict[str, Any]

    def event(self, side: str) -> str:
        """The mention of the event in that row."""
        return f"e-{self.number:02}-{side}"


@cache
def pairs() -> tuple[Pair, ...]:
    """The list, in order."""
    listed = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))["pair"]
    return tuple(Pair(at, **pair) for at, pair in enumerate(listed, 1))


def sheets() -> tuple[Sheet, ...]:
    """A register of stations in three languages and of units; a file with the first row of each pair, one with the other."""
    register, people = Sheet(), _People()
    files = tuple(Sheet(file=letter * 64) for letter in "ab")
    for pair in pairs():
        for side, file in zip(SIDES, files, strict=True):
            _row(file, pair, side, people)
            _known(register, getattr(pair, side))
    return register, *files


def _known(register: Sheet, row: dict[str, Any]) -> None:
    if (code := row.get("at")) and f"st-{code}" not in register.mentions:
        station = stations()[code]
        area, mention = f"a-{station.area}", f"st-{code}"
        if area not in register.mentions:
            register.thing(area, "Area", name=areas()[station.area].russian)
        register.thing(mention, "Station", name=station.russian, kind=station.kind)
        register.also(mention, aliases=station.belarusian).also(mention, aliases=station.english)
        register.link(f"l-{mention}", "WITHIN", mention, area)
    if (unit := row.get("by")) and f"u-{unit}" not in register.mentions:
        register.thing(f"u-{unit}", "Unit", name=f"Company {unit}")


def _row(sheet: Sheet, pair: Pair, side: str, people: _People) -> None:
    row, event, source = getattr(pair, side), pair.event(side), f"s-{side}"
    language = row["in"]
    told = {"kind": row.get("kind"), "span": _span(row.get("when")), "name": f"row {pair.number}"}
    sheet.thing(event, "Event", cites=source, **{name: value for name, value in told.items() if value is not None})
    for method in filter(None, row.get("how", "").split("; ")):
        sheet.also(event, cites=source, methods=method)
    for letter in row.get("who", "").replace("?", ""):
        person, known = f"p-{pair.number:02}-{side}-{letter}", people.of(pair.number, letter)
        sheet.thing(person, "Person", cites=source, identified="named", name=known.name.written(language))
        if "?" not in row["who"]:
            sheet.also(person, cites=source, born=known.born.isoformat())
        sheet.link(f"l-{person}", "SUFFERED", person, event, cites=source)
    if "at" in row:
        sheet.link(f"l-{event}-at", "OCCURRED_AT", event, _station(sheet, row["at"], language, side), cites=source)
    if "by" in row:
        unit = f"u-{row['by']}"
        sheet.link(f"l-{event}-by", "ALLEGED_IN", unit, event, cites=source, role="direct")
    if row.get("part_of"):
        whole = pair.event(next(other for other in SIDES if other != side))
        sheet.link(f"l-{event}-part", "PART_OF", event, whole, cites=source)


def _station(sheet: Sheet, code: str, language: str, side: str) -> str:
    """As the row's source calls it; which area it lies in, as the register has it."""
    station = stations()[code]
    mention, source = f"st-{code}-{side}-{language}", f"s-{side}"
    if mention not in sheet.mentions:
        sheet.thing(mention, "Station", cites=source, name=station.named(language), kind=station.kind)
        sheet.link(f"l-{mention}", "WITHIN", mention, f"a-{station.area}", cites=source)
    return mention


@dataclass(frozen=True, slots=True)
class _Person:
    name: Name
    born: date


class _People:
    """Somebody else for each letter of each pair: no two have a surname or a year of birth and given name in common."""

    def __init__(self) -> None:
        self._chance = Random("people of the list")
        self._known: dict[tuple[int, str], _Person] = {}
        self._families: set[tuple[int, int, int]] = set()

    def of(self, pair: int, letter: str) -> _Person:
        """Whom this letter means in this pair."""
        if (pair, letter) not in self._known:
            name = any_name(self._chance)
            while name.family in self._families:
                name = any_name(self._chance)
            self._families.add(name.family)
            self._known[pair, letter] = _Person(name, date(1950, 1, 3) + timedelta(days=113 * len(self._known)))
        return self._known[pair, letter]


def _span(text: str | None) -> Span | None:
    """`2024`, `2024-09`, `2024-09-15`, `2024-09-15T22:00`, two of them with a slash between, or one and a slash."""
    if text is None:
        return None
    first, slash, last = text.partition("/")
    begin, end = _period(first), _period(last) if last else None
    if not slash:
        return Span(begin)
    return Span(Period(begin.begin, end.end if end else UNKNOWN_TO))


def _period(text: str) -> Period:
    if len(text) == len("2024-09-15T22:00"):
        moment = datetime.fromisoformat(text)
        return Period(moment, moment + timedelta(minutes=1))
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    begin = datetime(year, month or 1, day or 1)
    if day:
        return Period(begin, begin + ONE_DAY)
    after = (begin + timedelta(days=32)).replace(day=1) if month else datetime(year + 1, 1, 1)
    return Period(begin, after)
