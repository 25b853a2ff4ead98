"""No query learns what day it is: the same graph gives the same answer on any day, on both engines."""

from __future__ import annotations

import contextlib
from datetime import date, datetime

import pytest

from graph.errors import LinkageError, QueryError
from queries import guard
from queries.saved import parse
from tests.promises import Promise
from tests.queries.conftest import Published
from tests.queries.test_saved import GOOD

TODAY = """
localdatetime() | date() | LOCALDATETIME ( ) | Date(/* a */) | localdatetime({}) | date({}) | LocalDateTime ( { } )
localdatetime({timezone: 'UTC'}) | date({timezone: 'UTC'}) | date /**/ ( {timezone:'UTC'} ) | localdatetime({TIMEZONE: "UTC"})
date('UTC') | localdatetime('UTC') | localdatetime("Europe/Paris") | date('Z') | localdatetime('+01:00') | localdatetime('GMT+1')
date('u' + 'tc') | date(toUpper('utc')) | localdatetime($zone) | date($zone) | date($unit)
date({month: 1}) | date({day: 1}) | date({year: null}) | date({year: $on_to}) | date({year: 2014, timezone: 'UTC'})
localdatetime({hour: 1}) | localdatetime({epochMillis: 0}) | localdatetime({week: 1}) | date({date: null}) | date({quarter: 1})
localdatetime({date: null, time: null}) | date({month: 1, year: 2014}) | date({year: 2014 - 1}) | date({year: 2014, year: 1})
[m IN [{timezone: 'UTC'}] | localdatetime(m)][0] | head([x IN ['UTC'] | date(x)]) | date(CASE WHEN true THEN 'UTC' END)
date(coalesce(null, 'UTC')) | localdatetime(([{timezone: 'UTC'}])[0]) | date(head(['UTC']))
reduce(a = 'UTC', x IN [1] | date(a))
datetime() | datetime({}) | datetime({timezone: 'UTC'}) | timestamp() | Timestamp ( ) | localtime() | time() | time({})
date.transaction() | date.statement() | date.realtime() | date . /* */ realtime ( ) | localdatetime.transaction()
localdatetime.statement() | localdatetime.realtime() | datetime.realtime() | datetime.transaction() | datetime.statement()
localtime.realtime() | time.transaction() | `date`() | `localdatetime`({}) | date.`realtime`() | d\\u0061te() | sysdate() | now()
localdatetime.truncate('day') | date.truncate('year') | datetime.truncate('day') | localdatetime.truncate('day', 'UTC')
localdatetime.truncate('day', {timezone: 'UTC'}) | date.truncate('day', 'UTC') | localdatetime.truncate('day', $on_to)
localdatetime.truncate('day', $zone) | localdatetime.truncate('day', {})
localdatetime.truncate('day', localdatetime('UTC')) | date.truncate('day', date({})) | localdatetime.truncate(('day'), ['UTC'][0])
duration.between('UTC', $on_from) | duration.inDays($on_from, 'UTC')
duration.inDays({timezone: 'UTC'}, $on_from) | duration.inSeconds($zone, $on_from)
duration.inMonths('UTC', $on_from) | duration({timezone: 'UTC'}) | duration('UTC') | $on_from + duration({}) | $on_from < 'UTC'
apoc.date.currentTimestamp() | apoc.date.format(1) | datetime.fromepoch(1, 1) | custom.now() | date('today') | date('now')
localdatetime('T10:00') | localdatetime('10:00') | localdatetime('') | date('') | date(null) | localdatetime(2014) | date([])
""".replace("\n", "|")
SPELLINGS = tuple(text.strip() for text in TODAY.split("|") if text.strip())
STATED = (
    "localdatetime('2014-01-01T00:00:00')", "localdatetime('2014-01-01')", "date('2014')", 'date("2014-05")',
    "localdatetime($on_from)", "duration({days: 1})", "localdatetime.truncate('day', $on_from)",
    "date({year: 2014, month: 1})", "DATE ( { Year : 2014 } )",
    "localdatetime({year: 2014, month: 1, day: 2, hour: 3})",
)  # fmt: skip
GIVEN = {"unit": "UTC", "zone": "UTC", "on_from": datetime(2014, 1, 2, 3), "on_to": None}
ZONE = '//\n// [params.zone]\n// type = "text"\n// help = "A word"\n//\n// [columns]'


def own(spelling: str) -> bytes:
    """A case's own query that says it."""
    text = GOOD.replace("//\n// [columns]", ZONE).replace("1 AS gap_days", f"toString({spelling}) + $zone AS gap_days")
    return text.replace("OPTIONAL ", "").encode()


def test_there_are_many_spellings() -> None:
    assert len(set(SPELLINGS)) == len(SPELLINGS) >= 100


@pytest.mark.trust("no query learns what day it is")
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_gives_the_day(published: Published, spelling: str) -> None:
    """It is refused; or the engine refuses it; or it is another time than now."""
    try:
        parse(own(spelling), "mine/day")
        answer = published.engine.ask(f"RETURN toString({spelling}) AS x", GIVEN, seconds=20, rows=1)
    except LinkageError:
        return
    years = (date.today().year, date.today().year + 1)
    assert not any(str(year) in str(answer.rows) for year in years)


@pytest.mark.trust("no query learns what day it is")
def test_control_an_engine_that_is_asked_past_the_guard_says_it(published: Published, promise: Promise) -> None:
    """Each knows its own words; some are no words of either."""
    years, said = (date.today().year, date.today().year + 1), 0
    for spelling in SPELLINGS:
        with contextlib.suppress(LinkageError):
            answer = published.engine.ask(f"RETURN toString({spelling}) AS x", GIVEN, seconds=20, rows=1)
            said += any(str(year) in str(answer.rows) for year in years)
    promise.control(len(SPELLINGS), said)
    assert said > 20


@pytest.mark.parametrize("spelling", STATED)
def test_a_time_that_is_stated_may_stay(published: Published, spelling: str) -> None:
    assert guard.faults(f"RETURN {spelling} AS x") == ()
    parse(own(spelling), "mine/day")
    assert published.engine.ask(f"RETURN {spelling} AS x", GIVEN, seconds=20, rows=1).rows[0][0] is not None


def test_an_own_query_that_asks_the_clock_is_refused_with_its_line() -> None:
    with pytest.raises(QueryError, match=r"own\.cypher:\d+: localdatetime\(…\) would ask the clock"):
        parse(own("localdatetime({timezone: 'UTC'})"), "own")
    with pytest.raises(QueryError, match=r"own\.cypher:\d+: \$zone is no day and no period"):
        parse(own("localdatetime($zone)"), "own")
