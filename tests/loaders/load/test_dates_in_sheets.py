"""Dates as a mapping states them: what is asked, what its options mean, what the report says of cells that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import MappingError
from graph.said.claim import SPAN
from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO, Period, Span
from loaders.load.dates import NO_HOUR, OPEN_ENDS, PERIOD
from loaders.load.load import Load, prepare
from loaders.load.spans import NOT_YET
from loaders.mapping import parse
from loaders.reading import OpenQuestion
from tests.loaders.load.sheet import loaded

MAPPING = """\
name = "stays"
title = "x"
recognised_by = ["who", "where"]
{options}
[thing.man]
label = "Person"
name = "who"
[thing.place]
label = "Station"
name = "where"
[link.held]
type = "{type}"
begin = "man"
end = "{end}"
rests_on = "where"
span = {span}
[thing.unit]
label = "Unit"
name = "where"
"""
STAY, TERM = {"type": "HELD_AT", "end": "place"}, {"type": "POSTED_TO", "end": "unit"}
RANGE = '{ range = "when" }'


def mapping(span: str, options: str = "", **kind: str) -> str:
    return MAPPING.format(span=span, options=options, **(kind or STAY))


def sheet(*cells: str, columns: str = "when") -> str:
    rows = "".join(f"Orsolin Vade {at},Salt Quay,{cell}\n" for at, cell in enumerate(cells))
    return f"who,where,{columns}\n{rows}"


def spans(load: Load) -> list[Span]:
    found = {claim.locator: claim.value for claim in load.claims.values() if claim.property == SPAN}
    return [Span.of_text(value) for _, value in sorted(found.items()) if isinstance(value, dict)]


def only(load: Load) -> Span:
    (span,) = spans(load)
    return span


def period(begin: str | None, end: str | None) -> Period:
    from datetime import datetime

    return Period(datetime.fromisoformat(begin) if begin else UNKNOWN_FROM, datetime.fromisoformat(end) if end else UNKNOWN_TO)


def test_a_stay_in_one_cell_was_sure_between_its_end_days(tmp_path: Path) -> None:
    span = only(loaded(tmp_path, sheet('"9–12 May 1978"'), mapping(RANGE)))
    assert (span.possible, span.core) == (period("1978-05-09", "1978-05-13"), period("1978-05-10", "1978-05-12"))
    assert not span.bridged


def test_a_term_in_one_cell_was_sure_on_its_end_days_too(tmp_path: Path) -> None:
    span = only(loaded(tmp_path, sheet("May 1978 – June 1980"), mapping(RANGE, **TERM)))
    assert (span.possible, span.core) == (period("1978-05-01", "1980-07-01"), period("1978-05-31", "1980-06-02"))


@pytest.mark.parametrize(
    ("cell", "limits"),
    [
        ("since 1978", ("1978-01-01", None)),
        ("1978 – present", ("1978-01-01", None)),
        ("до 15.05.1978", (None, "1978-05-16")),
        ("1978", ("1978-01-01", "1979-01-01")),
        ("between March and June 1976", ("1976-03-01", "1976-07-01")),
    ],
)
def test_a_period_with_an_end_that_is_not_known_has_no_limit_there(
    cell: str, limits: tuple[str | None, str | None], tmp_path: Path
) -> None:
    load = loaded(tmp_path, sheet(cell), mapping(RANGE, 'dates = "day-first"'))
    assert (only(load).possible, only(load).core, load.issues) == (period(*limits), None, [])


def test_what_the_end_of_a_term_may_mean_depends_on_its_column(tmp_path: Path) -> None:
    rows = sheet("2007,2019", "2007,до 2019 г.", "2007,present", "2007,before 2019", columns="a,b")
    load = loaded(tmp_path, rows, mapping('{ begin = "a", end = "b" }', **TERM))
    assert [span.possible.end.isoformat()[:10] for span in spans(load)] == [
        "2020-01-01",
        "2020-01-01",
        "9999-12-31",
        "2020-01-01",
    ]
    cores = [span.core and span.core.end.isoformat()[:10] for span in spans(load)]
    assert cores == ["2019-01-02", "2019-01-01", None, None]
    assert load.issues == []


def test_an_open_end_takes_nothing_from_a_beginning_that_names_a_day(tmp_path: Path) -> None:
    span = only(loaded(tmp_path, sheet("2007-05-03,to date", columns="a,b"), mapping('{ begin = "a", end = "b" }', **TERM)))
    assert (span.possible, span.core) == (period("2007-05-03", None), period("2007-05-03", "2007-05-04"))


def test_a_date_with_one_limit_cites_no_time(tmp_path: Path) -> None:
    """A citation that begins with the calendar would lie near every question."""
    load = loaded(tmp_path, sheet("before 1979"), mapping('{ on = "when" }'))
    assert (only(load).cited, only(load).possible) == ((), period(None, "1980-01-01"))


def test_an_hour_of_its_own_may_be_written_as_people_write_hours(tmp_path: Path) -> None:
    rows = sheet("1978-05-03,10 pm", "1978-05-03,22h30", "1978-05-03,night", columns="day,hour")
    load = loaded(tmp_path, rows, mapping('{ on = { column = "day", time = "hour" } }'))
    assert [span.possible for span in spans(load)] == [
        period("1978-05-03T22:00", "1978-05-03T23:00"),
        period("1978-05-03T22:30", "1978-05-03T22:31"),
        period("1978-05-03", "1978-05-04"),
    ]
    assert [(issue.row, issue.what) for issue in load.issues] == [(4, NO_HOUR)]


def test_a_time_of_another_zone_is_turned_into_that_of_the_case(tmp_path: Path) -> None:
    """The case lies in Lisbon, which is an hour ahead of Greenwich in summer."""
    span = only(loaded(tmp_path, sheet("1998-07-05T23:40:00Z"), mapping('{ on = "when" }')))
    assert span.possible == period("1998-07-06T00:40", "1998-07-06T00:41")


# ---------------------------------------------------------------- what must be asked


def prepared(tmp_path: Path, rows: str, text: str, **answers: str) -> Load:
    path = tmp_path / "sheet.csv"
    path.write_text(rows, "utf-8")
    return prepare(path, lambda reading, file: parse(text, "own.toml"), **answers)  # type: ignore[arg-type]  # answers as given


def test_years_of_two_digits_are_asked_about_once(tmp_path: Path) -> None:
    rows, text = sheet("03.05.1978", "14.06.82", "15.06.82"), mapping('{ on = "when" }', 'dates = "day-first"')
    with pytest.raises(OpenQuestion) as asked:
        prepared(tmp_path, rows, text)
    assert (asked.value.what, asked.value.column, asked.value.row) == ("century", "when", 3)
    assert "--century" in str(asked.value)
    load = prepared(tmp_path, rows, text, century="1930")
    assert [how.century for how in load.hows] == [1930]
    assert load.answers == {"century": "1930"}


def test_that_nobody_knows_the_century_is_an_answer(tmp_path: Path) -> None:
    load = prepared(tmp_path, sheet("14.06.82"), mapping('{ on = "when" }', 'dates = "day-first"'), century="none")
    assert [how.century for how in load.hows] == [None]


def test_the_mapping_may_state_the_century(tmp_path: Path) -> None:
    load = loaded(tmp_path, sheet("14.06.82"), mapping('{ on = "when" }', 'century = 1930\ndates = "day-first"'))
    assert only(load).possible == period("1982-06-14", "1982-06-15")


def test_the_order_is_asked_of_periods_and_of_dates_with_words_too(tmp_path: Path) -> None:
    with pytest.raises(OpenQuestion) as asked:
        prepared(tmp_path, sheet("3-5.04.1978", "about 3/4/1978"), mapping(RANGE))
    assert asked.value.what == "dates"


def test_a_date_with_words_around_it_shows_the_order_of_its_column(tmp_path: Path) -> None:
    load = loaded(tmp_path, sheet("с 22:30 13.04.1978", "3.4.1978"), mapping(RANGE))
    assert [span.possible.begin for span in spans(load)][1].isoformat() == "1978-04-03T00:00:00"


# ---------------------------------------------------------------- what a mapping states


@pytest.mark.parametrize(
    ("options", "cell", "limits"),
    [
        ('calendar = "solar-hijri"', "1357/02/07", ("1978-04-27", "1978-04-28")),
        ('calendar = "buddhist"\ndates = "day-first"', "27/04/2521", ("1978-04-27", "1978-04-28")),
        ('calendar = "julian"\ndates = "day-first"', "14.04.1978", ("1978-04-27", "1978-04-28")),
        ('hemisphere = "south"', "invierno de 1978", ("1978-06-01", "1978-10-01")),
        ('lang = "hr"', "13 listopada 1978", ("1978-10-13", "1978-10-14")),
        ('lang = "pl"', "13 listopada 1978", ("1978-11-13", "1978-11-14")),
        ('words = { "?" = "circa" }', "1978?", ("1973-01-01", "1984-01-01")),
        ('words = { "ориент." = "circa" }', "ориент. май 1978", ("1978-02-01", "1978-09-01")),
        ('words = { "n.l.t." = "before" }', "n.l.t. 1978", (None, "1979-01-01")),
    ],
)
def test_an_option_of_the_mapping(options: str, cell: str, limits: tuple[str | None, str | None], tmp_path: Path) -> None:
    load = loaded(tmp_path, sheet(cell), mapping('{ on = "when" }', options))
    assert (only(load).possible, load.issues) == (period(*limits), [])
    (original,) = {claim.original for claim in load.claims.values() if claim.property == SPAN}
    assert cell in original


def test_a_column_may_have_a_calendar_of_its_own(tmp_path: Path) -> None:
    text = mapping('{ begin = { column = "a", calendar = "solar-hijri" }, end = "b" }')
    load = loaded(tmp_path, sheet("1357/02/07,1978-05-03", columns="a,b"), text)
    assert only(load).possible == period("1978-04-27", "1978-05-04")


@pytest.mark.parametrize(
    "option",
    [
        *("century = 30", 'century = "1930"', 'calendar = "mayan"', 'hemisphere = "east"'),
        *('words = { "ca" = "nearly" }', 'lang = ""'),
    ],
)
def test_what_an_option_cannot_be_is_a_fault_of_the_mapping(option: str) -> None:
    with pytest.raises(MappingError) as wrong:
        parse(mapping('{ on = "when" }', option), "own.toml")
    assert option.split(" =", maxsplit=1)[0] in str(wrong.value)


# ---------------------------------------------------------------- what is reported


def test_cells_that_are_no_dates_are_counted_by_reason_and_shape_and_none_is_shown(tmp_path: Path) -> None:
    cells = (
        "31.04.1978",
        "31.06.1979",
        "3O.05.1978",
        "13 Augst 1978",
        "Monday 3 May 1978",
        "44056",
        "n/a",
        "1978?",
        "Easter 1978",
    )
    load = loaded(tmp_path, sheet(*cells), mapping('{ on = "when" }', 'dates = "day-first"'))
    told = [issue.what for issue in load.issues]
    assert told == [
        "no date: no such day (99.99.9999)",
        "no date: no such day (99.99.9999)",
        "no date: slip (9a.99.9999)",
        "no date: no such month (99 aaaaa 9999)",
        "no date: weekday (aaaaaa 9 aaa 9999)",
        "no date: serial number (99999)",
        "no date: unknown (a/a)",
        "no date: doubted (9999?)",
        "no date: in no form that is known (aaaaaa 9999)",
    ]
    assert {claim.issue for claim in load.claims.values() if claim.property == SPAN} == set(told)
    assert not any(cell in what for what in told for cell in cells)


def test_a_column_of_everyday_dates_is_read_whole(tmp_path: Path) -> None:
    """The kind of sheet that once gave one false reason for all: what each cell must be possible in, and none is odd."""
    cells = {
        "1982-00-00": ("1982-01-01", None),
        "1982-02-00": ("1982-02-01", None),
        "1981/1983": ("1981-01-01", None),
        "c. 1982": ("1977-01-01", None),
        "2-14.02.1982": ("1982-02-02", None),
        "1982-02-09T05:29:39-05:00": ("1982-02-09T10:29", None),
        "late February 1982": ("1982-02-16", None),
        "before 1982": (None, None),
        "2/II/1982": ("1982-02-02", None),
        "2 Şubat 1982": ("1982-02-02", None),
        "2 lutego 1982": ("1982-02-02", None),
        "2 février 1982": ("1982-02-02", None),
        "٢٠/٠٢/١٩٨٢": ("1982-02-20", None),
        "2 شباط 1982": ("1982-02-02", None),
        "2. veljače 1982.": ("1982-02-02", None),
        "février 1982 (fin)": ("1982-02-16", None),
        "1982-02-02 à 22h30": ("1982-02-02T22:30", None),
        "1982-02-02 22.30": ("1982-02-02T22:30", None),
        "1982-02-02 10:30 PM": ("1982-02-02T22:30", None),
        "Feb. 2nd 1982": ("1982-02-02", None),
        "19820202": ("1982-02-02", None),
        "2.2.1982 г. 22:30": ("1982-02-02T22:30", None),
        "1982年2月2日": ("1982-02-02", None),
        "1980s": ("1980-01-01", None),
        "~1982-02-02": ("1982-01-18", None),
        "Tuesday 2 February 1982": ("1982-02-02", None),
        "ночь с 2 на 3 февраля 1982": ("1982-02-02T12:00", None),
    }
    load = loaded(tmp_path, sheet(*cells), mapping('{ begin = "when" }', 'dates = "day-first"'))
    assert load.issues == []
    read = {int(claim.locator.split()[1].strip(",")): claim.value for claim in load.claims.values() if claim.property == SPAN}
    for row, (cell, limits) in enumerate(cells.items(), start=2):
        value = read[row]
        assert isinstance(value, dict)
        assert Span.of_text(value).possible == period(*limits), cell


def test_a_period_in_a_column_of_beginnings_is_some_day_of_it_and_odd(tmp_path: Path) -> None:
    """Whether somebody came on one of these days or was there on all of them, the cell does not say: no day is sure."""
    two = mapping('{ begin = "from", end = "to" }', 'dates = "day-first"')
    found = loaded(tmp_path, sheet("12-14.08.2020,", "12-14.08.2020,20.08.2020", "12.08.2020,", columns="from,to"), two)
    assert [span.core for span in spans(found)] == [None, period("2020-08-15", "2020-08-20"), None]
    assert [(issue.row, issue.column, issue.what) for issue in found.issues] == [(2, "from", PERIOD)]


MARCH = 'dates = "day-first"\nas_of = "2020-03-01"'
NOW = ["01.02.2019 – now", "с 01.02.2019 по н.в.", "1 February 2019 to date"]
MADE = (period("2019-02-01", None), period("2019-02-01", "2020-03-02"), False)


@pytest.mark.parametrize("as_of", ['"2020-03-01"', '{ text = "2020-03-01" }', '"made"'])
@pytest.mark.parametrize("cell", NOW)
def test_what_goes_on_was_so_until_the_sheet_was_made_and_nobody_says_when_it_ended(
    cell: str, as_of: str, tmp_path: Path
) -> None:
    found = loaded(
        tmp_path,
        sheet(f"{cell},01.03.2020", columns="when,made"),
        mapping(RANGE, f'dates = "day-first"\nas_of = {as_of}', **TERM),
    )
    span = only(found)
    assert (span.possible, span.core, span.bridged) == MADE
    assert span.cited == (period("2019-02-01", "2019-02-02"), period("2020-03-01", "2020-03-02"))
    assert found.issues == []


def test_an_end_in_a_column_of_its_own_goes_on_too(tmp_path: Path) -> None:
    two = mapping('{ begin = "from", end = "to" }', MARCH, **TERM)
    found = spans(loaded(tmp_path, sheet("2019-02-01,now", ",now", "2019-02-01,", columns="from,to"), two))
    assert (found[0].possible, found[0].core, found[0].bridged) == MADE
    assert (found[1].possible, found[1].core) == (period(None, None), period("2020-03-01", "2020-03-02"))
    assert (found[2].possible, found[2].core) == (period("2019-02-01", None), period("2019-02-01", "2019-02-02"))


def test_a_stay_that_goes_on_was_sure_between_the_two_days(tmp_path: Path) -> None:
    span = only(loaded(tmp_path, sheet("01.02.2019 – now"), mapping(RANGE, MARCH)))
    assert span.core == period("2019-02-02", "2020-03-01")


def test_without_the_day_the_report_says_once_what_to_write(tmp_path: Path) -> None:
    found = loaded(tmp_path, sheet("01.02.2019 – now", "2018 – now", "since 2017"), mapping(RANGE, 'dates = "day-first"', **TERM))
    assert next(span.core for span in spans(found)) == period("2019-02-01", "2019-02-02")
    assert [note.text for note in found.notes if "to date" in note.text] == [OPEN_ENDS.format(rows="rows 2, 3")]
    assert found.issues == []


def test_what_began_after_the_day_is_said(tmp_path: Path) -> None:
    found = loaded(tmp_path, sheet("01.02.2021 – now"), mapping(RANGE, MARCH, **TERM))
    assert (only(found).core, [issue.what for issue in found.issues]) == (None, [NOT_YET])


PARTS = '{ on = { parts = ["month", "day", "year"] } }'
COLUMNS = "month,day,year"


def test_a_date_may_stand_in_three_columns_alone(tmp_path: Path) -> None:
    load = loaded(tmp_path, sheet("January,3,2016", "2,14,2016", "März,,2016", ",,2015", columns=COLUMNS), mapping(PARTS))
    assert [span.cited for span in spans(load)] == [
        (period("2016-01-03", "2016-01-04"),),
        (period("2016-02-14", "2016-02-15"),),
        (period("2016-03-01", "2016-04-01"),),
        (period("2015-01-01", "2016-01-01"),),
    ]
    assert not load.issues and not load.unread


def test_three_columns_that_make_no_date_are_reported_with_their_reason(tmp_path: Path) -> None:
    load = loaded(tmp_path, sheet("February,30,2016", "May,4,", ",4,2016", "Mai/Juni,4,2016", columns=COLUMNS), mapping(PARTS))
    assert [(issue.row, issue.column, issue.what) for issue in load.issues] == [
        (2, "year", "no date: no such day (99 aaaaaaaa 9999)"),
        (3, "year", "no date: no year (9 aaa)"),
        (4, "year", "no date: in no form that is known (9 9999)"),
        (5, "year", "no date: in no form that is known (9 aaa/aaaa 9999)"),
    ]
    assert all(not span.cited for span in spans(load))


def test_an_age_may_be_told_from_three_columns(tmp_path: Path) -> None:
    born = 'born = { column = "age", age_on = { parts = ["month", "day", "year"] } }\n'
    whole = mapping(PARTS).replace('name = "who"\n', f'name = "who"\n{born}')
    load = loaded(tmp_path, sheet("January,3,2016,30", columns="month,day,year,age"), whole)
    assert [claim.value for claim in load.claims.values() if claim.property == "born"] == ["1985-01-04 to 1986-01-03"]


def test_an_hour_needs_a_column_of_days(tmp_path: Path) -> None:
    with pytest.raises(MappingError, match="time goes with a column"):
        parse(mapping('{ on = { parts = ["month", "day", "year"], time = "hour" } }'), "own.toml")
