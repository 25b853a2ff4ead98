"""The demo's answers, held against what is so in the republic."""

from __future__ import annotations

import csv
import json
import warnings
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any, cast

import openpyxl
import pytest

from graph.answer import Answer, NodeValue, PathValue
from loaders.demo import story
from loaders.demo.forces import superiors
from loaders.demo.geography import stations
from loaders.demo.officers import Tenure
from loaders.demo.victims import Stay
from queries.desk.demo import FILES, QUESTIONS
from queries.desk.why import why
from tests.demo.made import Made, run

COMMANDED, MET, TOGETHER, ALIKE, ABOVE, COMPLAINED, ALONE, AGAINST = QUESTIONS
DAYS = (story.NIGHT_BEGIN.date(), story.NIGHT_END.date())
"""The night has hours of two days; postings, bases and subordinations are of whole days."""

Row = dict[str, Any]


def rows(answer: Answer) -> list[Row]:
    """All of them: an answer that leaves something out is held against nothing."""
    assert not answer.left_out.any
    return answer.records()


@pytest.fixture(scope="module")
def commanded(made: Made) -> list[Row]:
    return rows(made.ask(COMMANDED.query, COMMANDED.parameters))


@pytest.fixture(scope="module")
def met(made: Made) -> list[Row]:
    return rows(made.ask(MET.query, MET.parameters))


@pytest.fixture(scope="module")
def together(made: Made) -> list[Row]:
    return rows(made.ask(TOGETHER.query, TOGETHER.parameters))


@pytest.fixture(scope="module")
def alike(made: Made) -> list[Row]:
    return rows(made.ask(ALIKE.query, {**ALIKE.parameters, "min_shared": len(story.METHODS)}))


# ---- who commanded --------------------------------------------------------------------------------------------------


def paths(made: Made) -> set[tuple[str, ...]]:
    """Every way up from a unit that was there that night, and every part of it."""
    there = made.truth.based_at(story.NIGHT_STATION, story.NIGHT_BEGIN) | made.truth.based_at(
        story.NIGHT_STATION, story.NIGHT_END
    )
    whole = {chain for unit in there for day in DAYS for chain in made.truth.chains(unit, day)}
    return {chain[:length] for chain in whole for length in range(1, len(chain) + 1)}


def commanders(made: Made, unit: str) -> set[tuple[str, bool] | None]:
    """Who held command in that night, and whether acting; None alone where nobody did."""
    held = [t for t in made.truth.tenures if t.unit == unit and t.function == "commander"]
    return {(t.badge, t.acting) for t in held if any(t.holds(day) for day in DAYS)} or {None}


def told(made: Made, row: Row) -> tuple[tuple[str, ...], tuple[str, bool] | None]:
    chain = cast("PathValue", row["chain"])
    path = tuple(made.keys[node.id] for node in chain.nodes)
    assert (made.keys[row["based"].id], made.keys[row["unit"].id], row["level"]) == (path[0], path[-1], len(path) - 1)
    return path, (made.keys[row["commander"].id], row["acting"]) if row["commander"] else None


def test_units_there_their_commanders_and_all_above_them_are_those_of_the_truth(made: Made, commanded: list[Row]) -> None:
    true = {(path, holder) for path in paths(made) for holder in commanders(made, path[-1])}
    assert {told(made, row) for row in commanded} == true
    assert len(commanded) == len(true)


def test_every_chain_goes_up_to_the_minister(made: Made, commanded: list[Row]) -> None:
    tops = {told(made, row) for row in commanded if row["end"] == "top"}
    assert tops == {(path, (story.MINISTER, False)) for path in paths(made) if path[-1] == story.MINISTRY}
    assert {path[0] for path, _ in tops} == made.truth.based_at(story.NIGHT_STATION, story.NIGHT_BEGIN)


def test_a_fork_is_told_where_two_could_give_orders_and_nowhere_else(made: Made, commanded: list[Row]) -> None:
    forked = {made.keys[row["unit"].id] for row in commanded if row["end"] == "fork"}
    assert forked == {path[-1] for path in paths(made) if len(superiors(path[-1], story.ELECTION)) > 1} == {story.CENTRE}


def test_the_unit_nobody_could_name_is_in_its_chain_and_has_no_commander(made: Made, commanded: list[Row]) -> None:
    (row,) = (row for row in commanded if row["commander"] is None)
    assert told(made, row)[0] == (story.CONVOY, story.UNKNOWN)
    assert row["unit"].properties["kind"] == "unknown"


def test_what_the_ministry_denies_is_possible_and_the_rest_is_better(made: Made, commanded: list[Row]) -> None:
    doubtful = {told(made, row)[1] for row in commanded if row["certainty"] == "possible"}
    assert doubtful == {(story.CENTRE_ACTING, True)}
    assert {row["certainty"] for row in commanded} == {"certain", "assumed", "possible"}


def test_a_row_that_is_denied_names_who_denies_it_in_every_output(made: Made, commanded: list[Row]) -> None:
    denied = [row for row in commanded if row["posting"] and row["posting"].properties["disputed"]]
    assert denied == [row for row in commanded if row["denied_by"]]
    reasons = why(made.case, denied[0]["posting"].id).reasons
    against = [r for r in reasons if (r.claim.property, r.claim.polarity) == ("exists", "denies")]
    names = sorted({str(reason.source["name"]) for reason in against})
    assert names
    assert {tuple(row["denied_by"]) for row in denied} == {tuple(names)}

    asked = [text for name, value in COMMANDED.parameters.items() for text in (f"--{name}", value)]
    command, case = ("query", COMMANDED.query, *asked), made.folder / "case"
    table = run(*command, at=case).out
    assert "denied_by" in table
    assert names[0].split()[0] in table.split("denied_by")[1]
    listed = json.loads(run(*command, "--json", at=case).out)
    assert {tuple(row["denied_by"]) for row in listed} == {(), tuple(names)}
    lines = list(csv.DictReader(run(*command, "--csv", at=case).out.splitlines()))
    assert {row["denied_by"] for row in lines} == {"", ";".join(names)}

    out = made.at / "denied"
    exported = run("export", COMMANDED.query, *asked, "--profile", "internal", "--as", "csv", "--out", out, at=case)
    assert exported.code == 0, exported.err
    tables = {name: list(csv.DictReader((out / f"{name}.csv").read_text("utf-8").splitlines())) for name in ("rows", "links")}
    assert {row["denied_by"] for row in tables["rows"]} == {"", ";".join(names)}
    assert {row["type"] for row in tables["links"] if row["denied_by"]} == {"POSTED_TO"}
    assert {row["denied_by"] == ";".join(names) for row in tables["links"] if row["disputed"] == "true"} == {True}


@pytest.mark.parametrize(
    ("badge", "on"), [(story.CENTRE_LEFT, date(2024, 9, 13)), (story.CENTRE_NEXT, date(2024, 9, 17))], ids=["before", "after"]
)
def test_heads_of_other_days_come_on_their_days_and_not_in_the_night(
    made: Made, commanded: list[Row], badge: str, on: date
) -> None:
    assert badge in made.truth.commanders(story.CENTRE, on) - made.truth.commanders(story.CENTRE, story.ELECTION)
    then = rows(made.ask(COMMANDED.query, {**COMMANDED.parameters, "from": f"{on}", "to": f"{on}"}))
    assert badge in {made.keys[row["commander"].id] for row in then if row["commander"]}
    assert badge not in {made.keys[row["commander"].id] for row in commanded if row["commander"]}


# ---- who could have met the victim ----------------------------------------------------------------------------------


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
        if s.station == stay.station and s.begin < stay.end and stay.begin < s.end
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


# ---- who was held together ------------------------------------------------------------------------------------------


def overlapping(made: Made, begin: datetime, end: datetime) -> set[frozenset[str]]:
    """Pairs of casefiles held at the station at one moment of this time."""
    there = [s for s in made.truth.stays if s.station == story.NIGHT_STATION and s.begin < end and begin < s.end]
    pairs = combinations(there, 2)
    return {
        frozenset((one.casefile, other.casefile))
        for one, other in pairs
        if max(one.begin, other.begin, begin) < min(one.end, other.end, end)
    }


def pairs(made: Made, together: list[Row], *certainties: str) -> set[frozenset[str]]:
    return {frozenset(made.keys[row[end].id] for end in ("one", "other")) for row in together if row["certainty"] in certainties}


def test_who_is_surely_held_together_was_and_who_was_is_at_least_possible(made: Made, together: list[Row]) -> None:
    true = overlapping(made, story.NIGHT_BEGIN, story.NIGHT_END)
    certain, all_told = pairs(made, together, "certain", "assumed"), pairs(made, together, "certain", "assumed", "possible")
    assert certain <= true <= all_told
    assert certain < true < all_told  # what was told vaguely is neither sure nor left out, and may be wrong
    assert len(certain) > 20


def test_nobody_is_held_together_with_oneself_and_no_pair_comes_twice(made: Made, together: list[Row]) -> None:
    found = [frozenset(made.keys[row[end].id] for end in ("one", "other")) for row in together]
    assert all(len(pair) == 2 for pair in found)
    assert len(found) == len(set(found))


def test_the_victim_has_fellows_who_can_corroborate(made: Made, together: list[Row]) -> None:
    found = {other for pair in pairs(made, together, "certain") if story.VICTIM in pair for other in pair - {story.VICTIM}}
    assert found
    assert found <= made.truth.held_with(story.VICTIM)[story.NIGHT_STATION]


# ---- where else it was done the same way ----------------------------------------------------------------------------


def test_the_events_are_those_at_which_all_of_it_was_done(made: Made, alike: list[Row]) -> None:
    true = {(i.number, i.station) for i in made.truth.incidents if set(story.METHODS) <= set(i.methods)}
    assert {(made.keys[row["event"].id], made.keys[row["station"].id]) for row in alike} == true
    assert len(alike) == len(true)
    assert {row["stations"] for row in alike} == {len(made.truth.done_so(story.METHODS))} == {len(story.METHOD_STATIONS)}


def test_the_days_are_those_on_which_it_was_done(made: Made, alike: list[Row]) -> None:
    true = {i.number: i for i in made.truth.incidents}
    for row in alike:
        incident = true[made.keys[row["event"].id]]
        assert row["since"] <= incident.begin < row["until"]
        assert (row["until"] - row["since"]) <= timedelta(days=2)
        assert set(row["shared"]) == set(story.METHODS)


def test_the_station_where_only_two_of_three_were_done_comes_when_two_are_enough(made: Made, alike: list[Row]) -> None:
    fewer = rows(made.ask(ALIKE.query, {**ALIKE.parameters, "min_shared": len(story.METHODS) - 1}))
    at_all, at_two = ({made.keys[row["station"].id] for row in found} for found in (alike, fewer))
    near = {i.station for i in made.truth.incidents if len(set(story.METHODS) & set(i.methods)) == len(story.METHODS) - 1}
    assert at_all == set(made.truth.done_so(story.METHODS))
    assert near
    assert at_two - at_all == near - at_all == near


def test_the_units_are_those_that_did_it_and_one_directorate_stood_above_all_of_them(made: Made, alike: list[Row]) -> None:
    for station, units in made.truth.done_so(story.METHODS).items():
        (unit,) = units
        here = [row for row in alike if made.keys[row["station"].id] == station]
        for day in sorted({row["since"].date() for row in here}):
            above = rows(made.ask("command/chain_up", {"unit": made.units[unit], "on": f"{day}"}))
            chain = {made.keys[row["unit"].id]: row for row in above}
            assert set(chain) == {code for way in made.truth.chains(unit, day) for code in way}
            assert chain[story.SPECIAL_POLICE]["certainty"] == "certain"
            name = chain[unit]["unit"].name
            assert {who.removesuffix(" (disputed)") for row in here for who in row["alleged"]} == {name}
            assert all(name in row["based"] for row in here)


# ---- who stood above, what came of complaints, what it rests on, what speaks against --------------------------------


def test_above_all_four_units_stands_the_lowest_they_have_in_common(made: Made) -> None:
    day = date.fromisoformat(str(ABOVE.parameters["on"]))
    above = [{unit for chain in made.truth.chains(code, day) for unit in chain} for code in story.METHOD_UNITS]
    common = set.intersection(*above)
    lowest = {unit for unit in common if not any(unit in superiors(other, day) for other in common)}

    found = rows(made.ask(ABOVE.query, ABOVE.parameters))

    assert {made.keys[row["superior"].id] for row in found} == lowest == {story.SPECIAL_POLICE}
    assert {made.keys[row["unit"].id] for row in found} == set(story.METHOD_UNITS)
    assert {made.keys[row["commander"].id] for row in found} == {story.SPECIAL_POLICE_CHIEF}


def test_every_complaint_in_the_files_is_counted_and_none_became_a_case(made: Made) -> None:
    found = rows(made.ask(COMPLAINED.query, COMPLAINED.parameters))
    with warnings.catch_warnings(action="ignore"):  # openpyxl remarks that the workbook has no style
        sheet = openpyxl.load_workbook(made.folder / FILES / "proceedings.xlsx").worksheets[0]
    header, *told = sheet.iter_rows(values_only=True)
    files = [dict(zip(header, row, strict=True)) for row in told]

    assert {made.keys[row["complaint"].id] for row in found} == {one["№ документа"] for one in files if one["Вид"] == "жалоба"}
    refused = {made.keys[row["complaint"].id] for row in found if row["answer"] == "refused"}
    assert refused == {one["В ответ на №"] for one in files if one["Вид"] == "отказ"}
    assert {row["answer"] for row in found} == {"refused", "none"}


def test_what_rests_on_one_origin_has_one_and_what_does_not_has_more(made: Made) -> None:
    found = rows(made.ask(ALONE.query, ALONE.parameters))

    assert found and all(row["origins"] <= 1 or row["weak"] for row in found)
    assert all(why(made.case, row["link"].id).origins == row["origins"] for row in found)


def test_what_speaks_against_comes_first_and_holds_every_denial_that_meets_something(made: Made) -> None:
    found = rows(made.ask(AGAINST.query, AGAINST.parameters))
    first = found[: cast("int", AGAINST.limit)]
    with (made.folder / FILES / "statements.csv").open(encoding="utf-8", newline="") as lines:
        denials = {row["badge"] or row["unit_code"] for row in csv.DictReader(lines)}

    denied = {made.keys[row["thing"].id] for row in found if row["what"] == "denied"}
    assert denied == {story.CENTRE_ACTING, story.COMPANY_COMMANDER, story.COMPANY} < denials
    assert {made.keys[row["thing"].id] for row in first if row["what"] == "denied"} == denied
