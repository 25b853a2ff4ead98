"""The demo's answer, held against what is so in the republic: who could have met the victim."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import cast

import pytest

from graph.answer import NodeValue
from loaders.demo import story
from loaders.demo.forces import superiors
from loaders.demo.geography import stations
from loaders.demo.officers import Tenure
from loaders.demo.victims import Stay
from tests.demo.answers import MET, Row, rows
from tests.demo.made import Made


@pytest.fixture(scope="module")
def met(made: Made) -> list[Row]:
    return rows(made.ask(MET.query, MET.parameters))


def stays(made: Made) -> list[Stay]:
    return [stay for stay in made.truth.stays if stay.casefile == story.VICTIM]


def meets(begin: datetime, end: datetime, other: Row) -> bool:
    return bool(begin < other["until"] and other["since"] < end)


def called(made: Made, officer: NodeValue) -> set[str]:
    """The badges an officer of the answer may bear: one, or where no number is known, of all who are called so."""
    if officer.id in made.keys:
        return {made.keys[officer.id]}
    return {badge for badge, names in made.truth.spellings.items() if officer.name in names}


def seen_while_held(made: Made) -> set[tuple[str, str]]:
    """Men recognised at a station while the victim was there: who in the files, and by what. A masked man has no number."""
    return {
        (s.badge if s.known else f'["{s.casefile}", "{s.letter}"]', s.recognised_by)
        for s in made.truth.sightings
        for stay in stays(made)
        if s.station == stay.station
        and s.begin < stay.end
        and stay.begin < s.end
        and s.recognised_by in ("face", "voice", "name")
    }


def test_all_and_only_those_are_recognised_whom_somebody_recognised(made: Made, met: list[Row]) -> None:
    recognised = {(made.keys[row["officer"].id], row["recognised_by"]) for row in met if row["placed"] == "recognised"}
    assert recognised == seen_while_held(made)
    assert len(recognised) >= 3


def test_an_officer_whom_the_victim_recognised_is_also_at_the_event(made: Made, met: list[Row]) -> None:
    own = {(s.badge, s.role) for s in made.truth.sightings if s.casefile == story.VICTIM and s.known}
    at_event = {(made.keys[row["officer"].id], row["role"]) for row in met if row["event"] and row["officer"].id in made.keys}
    assert own and own <= at_event


def test_the_masked_are_described_and_named_by_no_answer(made: Made, met: list[Row]) -> None:
    masked = [row["officer"] for row in met if made.keys.get(row["officer"].id, "").startswith("[")]
    assert masked
    for officer in masked:
        true = made.truth.masks[cast("tuple[str, str]", tuple(made.keys[officer.id][2:-2].split('", "')))]
        assert officer.properties["identified"] == "described"
        assert not {officer.name, *officer.properties.get("aliases", [])} & set(made.truth.spellings[true])


def on_duty(made: Made, held: Stay) -> list[tuple[str, datetime]]:
    """Badge, or name where no number is given, of all whom the duty list has there in those nights, and from when."""
    found = []
    with (made.folder / "files" / "duty_list.csv").open(encoding="utf-8-sig", newline="") as sheet:
        for line in csv.DictReader(sheet, delimiter=";"):
            begin, end = (datetime.strptime(line[column], "%d.%m.%Y %H:%M") for column in ("З", "Па"))
            if line["Код месца"] == held.station and begin < held.end and held.begin < end:
                found.append((line["Асабісты нумар"] or line["Прозвішча"], max(begin, held.begin)))
    return found


def in_the_papers(made: Made, held: Stay) -> list[tuple[str, datetime]]:
    """Whom the press has there by then, under whatever name of the place: at some moment of a day, or of no day."""
    found = []
    for line in (made.folder / "files" / "press.jsonl").read_text("utf-8").splitlines():
        report = json.loads(line)
        if report["at_place"] not in stations()[held.station].called:
            continue
        begin = datetime.fromisoformat(report["on_day"]) if "on_day" in report else held.begin
        end = begin + timedelta(days=1) if "on_day" in report else held.end
        if begin < held.end and held.begin < end:
            found.append((report["names"], max(begin, held.begin)))
    return found


def test_all_on_the_duty_list_and_in_the_papers_of_those_nights_are_seen(made: Made, met: list[Row]) -> None:
    (held,) = (stay for stay in stays(made) if stay.station == story.NIGHT_STATION)
    seen = [(made.keys.get(r["officer"].id, r["officer"].name), r["since"]) for r in met if r["placed"] == "seen"]
    assert on_duty(made, held) and in_the_papers(made, held)
    assert sorted(seen) == sorted(on_duty(made, held) + in_the_papers(made, held))
    assert story.CENTRE_ACTING in dict(seen)


def test_whoever_is_on_duty_served_that_day_in_a_unit_there_or_under_one(made: Made, met: list[Row]) -> None:
    def there(t: Tenure, day: date) -> bool:
        based = made.truth.based_at(story.NIGHT_STATION, datetime.combine(day, datetime.min.time()))
        return t.holds(day) and bool({t.unit, *superiors(t.unit, day)} & based)

    for row in met:
        if row["placed"] == "seen" and row["officer"].id not in made.in_press:
            badges, day = called(made, row["officer"]), row["since"].date()
            assert any(t.badge in badges and there(t, day) for t in made.truth.tenures), row["officer"].name


def posted_there(made: Made) -> set[tuple[str, str, str]]:
    """Officer, unit and station, where a day of the stay is one of the posting and one of the unit's base."""
    return {
        (t.badge, t.unit, stay.station)
        for stay in stays(made)
        for base in made.truth.bases
        if base.station == stay.station
        for t in made.truth.tenures
        if t.unit == base.unit and any(t.holds(day) and base.begin <= day <= base.end for day in days(stay.begin, stay.end))
    }


def days(begin: datetime, end: datetime) -> Iterable[date]:
    return (begin.date() + timedelta(days=number) for number in range((end.date() - begin.date()).days + 1))


def test_all_who_were_posted_to_units_there_are_listed_and_none_is_more_than_possible(made: Made, met: list[Row]) -> None:
    posted = [row for row in met if row["placed"] == "posted"]
    told = {(b, made.keys[r["unit"].id], made.keys[r["station"].id]) for r in posted for b in called(made, r["officer"])}
    assert posted_there(made) <= told
    assert {row["certainty"] for row in posted} == {"possible"}
    ever = {(t.badge, t.unit) for t in made.truth.tenures}
    assert all(any((badge, made.keys[r["unit"].id]) in ever for badge in called(made, r["officer"])) for r in posted)


def test_no_victim_is_among_the_officers(made: Made, met: list[Row]) -> None:
    casefiles = {stay.casefile for stay in made.truth.stays}
    assert story.VICTIM in casefiles
    assert not casefiles & {made.keys.get(row["officer"].id) for row in met}
    assert not any(row["officer"].properties["protected"] or row["also_held"] for row in met)


def test_each_row_lies_within_a_stay_of_the_victim(made: Made, met: list[Row]) -> None:
    for row in met:
        held = [stay for stay in stays(made) if stay.station == made.keys[row["station"].id]]
        assert any(meets(stay.begin, stay.end, row) for stay in held)
