"""The oracle of the Nigerian chains, held against cases worked out by hand."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.real.nigeria_time import (
    UNKNOWN_FROM,
    UNKNOWN_TO,
    Range,
    Span,
    day,
    inside,
    read_date,
    read_split,
    read_text,
    shared,
    state_span,
)
from tests.real.nigeria_walk import ORGS, PERSONS, Link, Row, Walk, certainty, gap_days

PARENT = "OrganizationOrganization:"
SPLIT = {
    ORGS: ["month", "day", "year", "oo_month", "oo_day", "oo_year"],
    PERSONS: ["first_month", "first_day", "first_year", "last_month", "last_day", "last_year"],
}


# ---------------------------------------------------------------- by hand: dates


def _range(start: str, stop: str) -> Range:
    return Range(datetime.fromisoformat(start), datetime.fromisoformat(stop))


@pytest.mark.parametrize(
    ("text", "start", "stop"),
    [
        ("6/27/2001", "2001-06-27", "2001-06-28"),
        ("12/31/2003", "2003-12-31", "2004-01-01"),
        ("06/06/2007", "2007-06-06", "2007-06-07"),
        ("10 /21/2010", "2010-10-21", "2010-10-22"),
        ("May 2012", "2012-05-01", "2012-06-01"),
        ("December 2012", "2012-12-01", "2013-01-01"),
        ("2007", "2007-01-01", "2008-01-01"),
        ("1850", "1850-01-01", "1851-01-01"),
        ("2099", "2099-01-01", "2100-01-01"),
        ("2/29/2004", "2004-02-29", "2004-03-01"),
    ],
)
def test_a_date_is_the_days_it_stands_for(text: str, start: str, stop: str) -> None:
    assert read_text(text) == _range(start, stop)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "4/4/42016",
        "Noevember 2013",
        "3/30/3006",
        "6/2/1016",
        "10/16/20106",
        "1849",
        "2100",
        "27/6/2001",
        "2/29/2005",
        "soon",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read_text(text) is None


def test_the_text_cell_wins_unless_it_is_no_date() -> None:
    assert read_date("9/20/2008", "9", "29", "2008") == day(date(2008, 9, 20))
    assert read_date("10/16/20106", "10", "16", "2016") == day(date(2016, 10, 16))
    assert read_date("Noevember 2013", "11", "", "2013") == _range("2013-11-01", "2013-12-01")
    assert read_date("3/30/3006", "", "", "2006") == _range("2006-01-01", "2007-01-01")
    assert read_date("soon", "", "12", "2006") is None
    assert read_date("soon", "", "", "August 1991") is None
    assert read_split("2", "30", "2006") is None
    assert read_date("", "", "", "") is None


# ---------------------------------------------------------------- by hand: spans


@pytest.mark.parametrize(
    ("cells", "possible", "core", "bridged"),
    [
        # nothing, or a flag about nothing
        (("", "N", "", "N"), ("?", "?"), None, False),
        (("", "Y", "", "Y"), ("?", "?"), None, False),
        # one citation
        (("5/3/2007", "N", "", ""), ("?", "?"), ("2007-05-03", "2007-05-04"), False),
        (("5/3/2007", "Y", "", ""), ("2007-05-03", "?"), ("2007-05-03", "2007-05-04"), False),
        (("5/3/2007", "N", "", "Y"), ("?", "?"), ("2007-05-03", "2007-05-04"), False),
        (("2007", "Y", "", ""), ("2007-01-01", "?"), None, False),
        (("May 2007", "N", "", ""), ("?", "?"), None, False),
        (("", "", "5/3/2007", "N"), ("?", "?"), ("2007-05-03", "2007-05-04"), False),
        (("", "Y", "5/3/2007", "Y"), ("?", "2007-05-04"), ("2007-05-03", "2007-05-04"), False),
        (("", "", "May 2007", "Y"), ("?", "2007-06-01"), None, False),
        # two, equal or one within the other: the day if there is one
        (("5/3/2007", "Y", "5/3/2007", "Y"), ("2007-05-03", "2007-05-04"), ("2007-05-03", "2007-05-04"), False),
        (("2007", "Y", "2007", "Y"), ("2007-01-01", "2008-01-01"), None, False),
        (("2007", "Y", "5/3/2007", "Y"), ("2007-01-01", "2007-05-04"), ("2007-05-03", "2007-05-04"), False),
        (("5/3/2007", "Y", "May 2007", "Y"), ("2007-05-03", "2007-06-01"), ("2007-05-03", "2007-05-04"), False),
        (("May 2007", "N", "2007", "Y"), ("?", "2008-01-01"), None, False),
        # two, apart: bridged
        (("5/3/2007", "N", "5/9/2009", "N"), ("?", "?"), ("2007-05-03", "2009-05-10"), True),
        (("5/3/2007", "Y", "5/9/2009", "Y"), ("2007-05-03", "2009-05-10"), ("2007-05-03", "2009-05-10"), True),
        (("2007", "Y", "2009", "Y"), ("2007-01-01", "2010-01-01"), ("2007-12-31", "2009-01-02"), True),
        (("2007", "N", "2008", "Y"), ("?", "2009-01-01"), ("2007-12-31", "2008-01-02"), True),
        (("April 2007", "Y", "5/1/2007", "N"), ("2007-04-01", "?"), ("2007-04-30", "2007-05-02"), True),
        # last before first
        (("5/3/2007", "Y", "5/2/2007", "Y"), ("?", "?"), None, False),
        (("2008", "Y", "12/31/2007", "Y"), ("?", "?"), None, False),
    ],
)
def test_the_span_of_a_state(
    cells: tuple[str, str, str, str], possible: tuple[str, str], core: tuple[str, str] | None, bridged: bool
) -> None:
    first, first_is_start, last, last_is_end = cells
    span = state_span(read_text(first), first_is_start == "Y", read_text(last), last_is_end == "Y")
    assert span.possible == Range(
        UNKNOWN_FROM if possible[0] == "?" else datetime.fromisoformat(possible[0]),
        UNKNOWN_TO if possible[1] == "?" else datetime.fromisoformat(possible[1]),
    )
    assert span.core == (None if core is None else _range(*core))
    assert span.bridged is bridged
    assert set(span.cited) == {read_text(cell) for cell in (first, last)} - {None}


# ---------------------------------------------------------------- by hand: certainty and gaps

ASKED = day(date(2014, 5, 1))


def _link(first: str, first_is_start: bool, last: str, last_is_end: bool) -> Link:
    return Link("a", "b", ("command",), state_span(read_text(first), first_is_start, read_text(last), last_is_end), (2,))


def test_a_shared_moment() -> None:
    assert shared([_range("2014-01-01", "2014-03-01"), _range("2014-02-01", "2014-04-01")]) == _range("2014-02-01", "2014-03-01")
    assert shared([_range("2014-01-01", "2014-02-01"), _range("2014-02-01", "2014-04-01")]) is None
    assert inside(ASKED, _range("2014-05-01", "2014-05-02"))
    assert not inside(ASKED, _range("2014-05-01T01:00", "2014-05-03"))


def test_the_grade_of_one_link() -> None:
    assert certainty([], ASKED) is None, "nothing but the question"
    assert certainty([_link("5/1/2014", False, "", False)], ASKED) == "certain"
    assert certainty([_link("4/30/2014", False, "5/2/2014", False)], ASKED) == "assumed"
    assert certainty([_link("5/1/2014", False, "5/2/2014", False)], ASKED) == "certain", "bridged, but cited on the very day"
    assert certainty([_link("May 2014", False, "June 2014", False)], ASKED) == "possible", "the core begins on 31 May"
    assert certainty([_link("April 2014", False, "May 2014", False)], ASKED) == "assumed", "a month is not the very day"
    assert certainty([_link("5/2/2014", False, "", False)], ASKED) == "possible"
    with pytest.raises(ValueError, match="no moment"):
        certainty([_link("5/2/2014", True, "", False)], ASKED)


def test_the_grade_of_several_links_is_that_of_the_weakest() -> None:
    stated = _link("5/1/2014", False, "", False)
    bridged = _link("2012", False, "2016", False)
    loose = _link("2012", False, "", False)
    assert certainty([stated, stated], ASKED) == "certain"
    assert certainty([stated, bridged], ASKED) == "assumed"
    assert certainty([stated, bridged, loose], ASKED) == "possible"


def test_one_member_without_a_core_may_lie_whole_inside_the_cores_of_the_others() -> None:
    short = Link("a", "b", ("command",), Span(_range("2014-05-01T08:00", "2014-05-01T09:00"), None, False, ()), (2,))
    assert certainty([short], ASKED) == "certain"
    assert certainty([short, _link("2012", False, "2016", False)], ASKED) == "assumed"
    assert certainty([short, short], ASKED) == "possible"
    bridged = replace(short, span=replace(short.span, core=short.span.possible, bridged=True))
    assert certainty([bridged], ASKED) == "certain", "all of it lies in the day: its own core is not needed"
    assert certainty([bridged, _link("5/1/2014", False, "", False)], ASKED) == "certain"
    assert certainty([bridged, _link("2012", False, "2016", False)], ASKED) == "assumed", "the core around it is needed"
    assert certainty([bridged, bridged], ASKED) == "assumed"


def test_gaps_are_measured_to_the_far_end_of_the_nearest_citation() -> None:
    assert gap_days([], ASKED) is None
    assert gap_days([_link("5/1/2014", False, "", False)], ASKED) == 0
    assert gap_days([_link("4/30/2014", False, "", False)], ASKED) == 1
    assert gap_days([_link("5/3/2014", False, "", False)], ASKED) == 2
    assert gap_days([_link("May 2014", False, "", False)], ASKED) == 30
    assert gap_days([_link("2014", False, "", False)], ASKED) == 244, "1 May to 31 December, further than to 1 January"
    assert gap_days([_link("2014", False, "5/4/2014", False)], ASKED) == 3
    assert gap_days([_link("5/1/2014", False, "", False), _link("5/4/2014", False, "", False)], ASKED) == 3
    assert gap_days([_link("5/1/2014", False, "", False), _link("", False, "", False)], ASKED) is None


# ---------------------------------------------------------------- by hand: small worlds

Parent = tuple[str, str, str, str, str, str, str]  # unit, superior, classification, first, start?, last, open?
Posting = tuple[str, str, str, str, str, str, str]  # person, unit, role, first, start?, last, end?


def _world(folder: Path, parents: list[Parent], postings: list[Posting] | None = None) -> Walk:
    flags = ["Start date of OrganizationOrganization Y/N?", PARENT + "open_ended"]
    head = ["Organization:Name", PARENT + "parent_id", PARENT + "classification", PARENT + "date_first_cited", flags[0]]
    head += [PARENT + "date_last_cited", flags[1]]
    _write(folder / ORGS, "\t", head + SPLIT[ORGS], [list(row) for row in parents])
    head = ["Name", "Organization", "Role", "First citation", "Start date? (Y/N)", "Last citation", "End date? (Y/N)"]
    _write(folder / PERSONS, ",", head + SPLIT[PERSONS], [list(row) for row in postings or []])
    return Walk(folder)


def _write(path: Path, delimiter: str, head: list[str], rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(head)
        writer.writerows(row + [""] * (len(head) - len(row)) for row in rows)


def _up(unit: str, superior: str, first: str = "2014", start: str = "N", *end: str) -> Parent:
    last, to = end or ("", "Y")
    return unit, superior, "Command", first, start, last, to


def _ends(rows: list[Row]) -> dict[tuple[str, ...], str | None]:
    return {row.chain: row.end for row in rows}


def test_a_chain_with_its_commanders(tmp_path: Path) -> None:
    walk = _world(
        tmp_path,
        [
            ("battalion", "brigade", "Command", "1/1/2013", "Y", "12/31/2014", "E"),
            ("brigade", "division", "Command", "2012", "N", "", "Y"),
            ("battalion", "ministry", "Administrative", "2014", "N", "", "Y"),
        ],
        [
            ("Smith", "brigade", "Commander", "5/1/2014", "N", "6/1/2015", "Y"),
            ("Jones", "brigade", "Commander", "6/2/2015", "Y", "", ""),
            ("Brown", "brigade", "Chief of Staff", "5/1/2014", "N", "", ""),
            ("Green", "brigade", "Acting Commander", "", "", "4/30/2014", "Y"),
        ],
    )
    since, until = datetime(2014, 5, 1), datetime(2014, 5, 2)
    assert walk.chain_up("battalion", date(2014, 5, 1)) == [
        Row(("battalion",), 0, None, None, since, until, True, None, None),
        Row(("battalion", "brigade"), 1, "Smith", None, since, until, True, "assumed", 244),
        Row(("battalion", "brigade", "division"), 2, None, "top", since, until, True, "possible", 851),
    ]
    assert [(row.level, row.commander, row.end) for row in walk.chain_up("battalion", date(2012, 12, 31))] == [(0, None, "other")]
    assert [row.commander for row in walk.chain_up("brigade", date(2014, 4, 30))] == ["Green", "Smith", None]
    assert walk.units_with_command_superior() == ["battalion", "brigade"]
    assert walk.probe_days("battalion") == [date(1990, 1, 1), date(2013, 1, 1), date(2013, 12, 31), date(2016, 2, 4)]
    assert walk.probe_days("brigade") == [date(1990, 1, 1), date(2012, 1, 1), date(2012, 7, 1), date(2014, 2, 4)]


def test_fork_cycle_gap_and_top(tmp_path: Path) -> None:
    walk = _world(
        tmp_path,
        [
            _up("a", "b"),
            _up("a", "Unknown c"),
            _up("b", "d"),
            _up("d", "a"),
            _up("e", "f"),
            ("f", "g", "", "2014", "N", "", "Y"),
        ],
    )
    on = date(2014, 5, 1)
    assert _ends(walk.chain_up("a", on)) == {
        ("a",): "fork",
        ("a", "Unknown c"): "gap",
        ("a", "b"): None,
        ("a", "b", "d"): "cycle",
    }
    assert _ends(walk.chain_up("e", on)) == {("e",): None, ("e", "f"): "gap"}
    assert _ends(walk.chain_up("g", on)) == {("g",): "top"}


def test_parallel_links_are_paths_of_their_own_and_equal_rows_one_link(tmp_path: Path) -> None:
    walk = _world(
        tmp_path,
        [
            _up("a", "b", "1/1/2013", "N", "1/1/2015", "E"),
            _up("a", "b", "1/1/2014", "N"),
            _up("a", "b", "1/1/2014", "N"),
        ],
    )
    assert [link.lines for link in walk.parents] == [(2,), (3, 4)]
    rows = walk.chain_up("a", date(2014, 5, 1))
    assert [(row.level, row.end, row.certainty, row.gap_days) for row in rows] == [
        (0, "fork", None, None),
        (1, "top", "assumed", 245),
        (1, "top", "possible", 120),
    ]
    assert [(row.level, row.end) for row in walk.chain_up("a", date(2016, 5, 1))] == [(0, None), (1, "top")]


def test_links_that_never_met_make_no_chain(tmp_path: Path) -> None:
    walk = _world(tmp_path, [_up("a", "b", "2014", "Y"), _up("b", "c", "2012", "N", "2013", "E")])
    assert _ends(walk.chain_up("a", date(2014, 5, 1))) == {("a",): None, ("a", "b"): "top"}
    assert _ends(walk.chain_up("a", date(2013, 5, 1))) == {("a",): "top"}


def test_a_chain_is_cut_at_twelve_links(tmp_path: Path) -> None:
    walk = _world(tmp_path, [_up(f"u{n:02}", f"u{n + 1:02}") for n in range(14)])
    rows = walk.chain_up("u00", date(2014, 5, 1))
    assert [(row.level, row.end) for row in rows[-2:]] == [(11, None), (12, "cut")]
    assert walk.chain_up("u02", date(2014, 5, 1))[-1].end == "top"
