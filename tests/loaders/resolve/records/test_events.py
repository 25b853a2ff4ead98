"""Profiles of events: resolved victims, the station, the days between which it lies."""

from __future__ import annotations

from datetime import timedelta

from graph.said.span import Period, Span
from loaders.resolve.record import EventRecord
from loaders.resolve.records import Register, events
from tests.graph.small_case import FILE, Sheet, day, days, same

FROM = frozenset({FILE})


def an_event(span: Span | None = None) -> Sheet:
    sheet = (
        Sheet()
        .thing("p-a", "Person", name="Ada Brum")
        .thing("p-b", "Person", name="A. Brum")
        .thing("st-1", "Station", name="Tannery")
    )
    sheet.thing("e-1", "Event", kind="torture")
    if span:
        sheet.also("e-1", span=span)
    return sheet.link("l-1", "SUFFERED", "p-b", "e-1").link("l-2", "OCCURRED_AT", "e-1", "st-1")


def test_its_victims_are_the_persons_they_were_resolved_to() -> None:
    (record,) = events(Register(an_event(Span(days(3, 4))).state(same(2, "p-a", "p-b"))))
    assert record == EventRecord("e-1", "e-1", "torture", frozenset({"p-a"}), "st-1", "2012-05-03", "2012-05-04", files=FROM)


def test_what_no_source_limits_is_unknown() -> None:
    (record,) = events(Register(an_event().state()))
    assert (record.first, record.last) == (None, None)
    (record,) = events(Register(an_event(Span(Period(day(3), Span().possible.end))).state()))
    assert (record.first, record.last) == ("2012-05-03", None)


def test_a_row_that_leaves_something_open_is_filled_from_the_others() -> None:
    sheet = an_event(Span(days(3, 3))).thing("e-2", "Event", kind="torture")
    assert len(events(Register(sheet.state(same(2, "e-1", "e-2"))))) == 1


def test_rows_that_say_otherwise_are_profiles_of_their_own() -> None:
    sheet = an_event(Span(days(3, 3))).thing("e-2", "Event", kind="beating", span=Span(days(4, 4)))
    found = events(Register(sheet.state(same(2, "e-1", "e-2"))))
    assert {(one.mention, one.kind, one.first) for one in found} == {
        ("e-1", "torture", "2012-05-03"),
        ("e-2", "beating", "2012-05-04"),
    }
    assert {one.station for one in found} == {"st-1"}


def test_who_is_only_said_not_to_have_suffered_it_is_no_victim() -> None:
    sheet = an_event().thing("p-c", "Person", name="Cy Dell").link("l-3", "SUFFERED", "p-c", "e-1", denied=True)
    (record,) = events(Register(sheet.state()))
    assert record.victims == {"p-b"}


def test_hours_are_kept_where_a_row_tells_them() -> None:
    hours = Span(Period(day(3) + timedelta(hours=20), day(4) + timedelta(minutes=30)))
    (record,) = events(Register(an_event(hours).state()))
    assert (record.first, record.last) == ("2012-05-03T20:00", "2012-05-04T00:30")
    (record,) = events(Register(an_event(Span(Period(day(3) + timedelta(hours=20), Span().possible.end))).state()))
    assert (record.first, record.last) == ("2012-05-03T20:00", None)


def test_whom_it_is_alleged_of_counts_if_it_is_known_who_they_are_whichever_row_says_so() -> None:
    sheet = an_event().thing("e-2", "Event").thing("u-x", "Unit", name="Guard").thing("u-y", "Unit", kind="unknown")
    sheet.thing("p-m", "Person", name="Ivo Keld").thing("p-n", "Person", identified="described")
    for at, who in enumerate(("u-x", "u-y", "p-m", "p-n")):
        sheet.link(f"l-a{at}", "ALLEGED_IN", who, "e-2", role="direct")
    found = events(Register(sheet.state(same(2, "e-1", "e-2"))))
    assert {(one.units, one.men) for one in found} == {(frozenset({"u-x"}), frozenset({"p-m"}))}


def test_how_it_was_done_and_what_it_is_part_of_holds_of_the_event() -> None:
    sheet = an_event().also("e-1", methods="Cold").also("e-1", methods="electric shock")
    sheet.thing("e-9", "Event", kind="operation").link("l-9", "PART_OF", "e-1", "e-9")
    by_thing = {one.thing: one for one in events(Register(sheet.state()))}
    assert by_thing["e-1"].methods == {"cold", "electric shock"}
    assert by_thing["e-1"].part_of == {"e-9"}


def test_an_event_told_in_a_row_for_each_victim_is_one_profile_with_all_of_them() -> None:
    sheet = an_event(Span(days(3, 3))).thing("e-2", "Event", kind="torture").link("l-4", "SUFFERED", "p-a", "e-2")
    (record,) = events(Register(sheet.state(same(2, "e-1", "e-2"))))
    assert record.victims == {"p-a", "p-b"}
