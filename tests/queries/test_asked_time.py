"""A time that is asked about, taken as a value as it is: ArcadeDB answers wrongly what an own query does with it, so none may."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from graph import canonical
from graph.errors import QueryError
from graph.projection import Hashes, Projection
from queries.saved import parse
from tests.claims import as_projected
from tests.queries.conftest import Published
from tests.queries.test_saved import GOOD
from tests.world import world

FIRST, LATER = datetime(2014, 1, 1), datetime(2014, 1, 15)
_MADE = "localdatetime('2014-01-01T00:00:00')"
WRONG: dict[str, object] = {
    f"UNWIND [{_MADE}, $later] AS at RETURN max(at)": LATER,
    f"UNWIND [$later, {_MADE}] AS at RETURN min(at)": FIRST,
    f"UNWIND [{_MADE}, $first] AS at RETURN count(DISTINCT at)": 1,
    f"UNWIND [{_MADE}, $first] AS at RETURN size(collect(DISTINCT at))": 1,
    f"UNWIND [{_MADE}, $first] AS at WITH DISTINCT at RETURN count(*)": 1,
    f"UNWIND [{_MADE}, $first] AS at WITH at, count(*) AS times RETURN max(times)": 2,
    f"UNWIND [1, 2] AS n RETURN max(CASE n WHEN 1 THEN {_MADE} ELSE $later END)": LATER,
    f"UNWIND [null, {_MADE}] AS at RETURN min(coalesce(at, $later))": FIRST,
    f"WITH $later AS later UNWIND [{_MADE}, later] AS at RETURN max(at)": LATER,
    f"UNWIND [{{at: {_MADE}}}, {{at: $later}}] AS one RETURN max(one.at)": LATER,
    f"UNWIND [{_MADE}, reduce(last = $later, n IN [1] | last)] AS at RETURN max(at)": LATER,
    f"RETURN {_MADE} AS at UNION RETURN $first AS at": FIRST,
}
"""What ArcadeDB does not answer so."""
REFUSAL = re.compile(r"own/days\.cypher:\d+: (\$\w+) as it is may only be compared: write localdatetime\(\1\)")
SOUND: dict[str, object] = {
    f"RETURN {_MADE} < $later AND $first <= {_MADE} AND {_MADE} = $first AND $later <> {_MADE}": True,
    "RETURN $first IS NULL": False,
    "RETURN $later.day": 15,
    f"RETURN duration.inDays({_MADE}, $later).days": 14,
    "RETURN localdatetime.truncate('month', $later)": FIRST,
    f"UNWIND [{_MADE}, localdatetime($later)] AS at RETURN max(at)": LATER,
    f"RETURN CASE WHEN $first > {_MADE} THEN localdatetime($first) ELSE {_MADE} END": FIRST,
}


@pytest.fixture(scope="module")
def worlds() -> Projection:
    """All that is asked of a graph here."""
    return as_projected(world({"Event": {"raid": {"possible": [FIRST, LATER], "cited": [[FIRST, LATER]]}}}))


@pytest.fixture(scope="module")
def expected(worlds: Projection) -> Hashes:
    """By which it is known again."""
    return canonical.hashes(worlds.nodes, worlds.links)


def answered(published: Published, text: str) -> object:
    rows = published.engine.ask(text, {"first": FIRST, "later": LATER}, seconds=20, rows=9).rows
    return rows[0][0] if len(rows) == 1 else rows


def own(text: str) -> bytes:
    """A case's own query that asks so, of the two limits of a day."""
    body = text.replace("$first", "$on_from").replace("$later", "$on_to")
    return f"{GOOD.split('MATCH')[0]}{body}\n".encode()


def bare(text: str) -> list[str]:
    """Where an own query is refused for a time taken as it is."""
    try:
        parse(own(text), "own/days")
    except QueryError as refused:  # for its columns
        return [line for line in str(refused).splitlines() if REFUSAL.search(line)]
    return []


@pytest.mark.parametrize("text", WRONG)
def test_it_is_answered_wrongly_and_refused(published: Published, text: str) -> None:
    """Where this fails on ArcadeDB it errs no longer: then it may be allowed."""
    assert (answered(published, text) == WRONG[text]) == published.engine.version().startswith("Neo4j")
    assert bare(text)


@pytest.mark.parametrize("text", WRONG)
def test_made_a_value_it_is_answered_rightly(published: Published, text: str) -> None:
    mended = text.replace("$first", "localdatetime($first)").replace("$later", "localdatetime($later)")
    assert answered(published, mended) == WRONG[text]
    assert not bare(mended)


@pytest.mark.parametrize("text", SOUND)
def test_what_is_right_as_it_is_may_stay(published: Published, text: str) -> None:
    assert answered(published, text) == SOUND[text]
    assert not bare(text)


def test_a_time_out_of_a_list_is_no_equal_of_a_single_one_either(published: Published) -> None:
    """Nobody refuses it: it bears many names. What it says of `cited_from` stands in queries.md."""
    cited = "MATCH (e:Event) WHERE e.cited_from IS NOT NULL WITH e.cited_from[0] AS cited ORDER BY e.id LIMIT 1"
    value = "localdatetime.truncate('microsecond', cited)"
    asked = f"{cited} UNWIND [cited, {value}] AS at RETURN count(DISTINCT at)"
    assert answered(published, asked) == (1 if published.engine.version().startswith("Neo4j") else 2)
    assert answered(published, asked.replace("[cited,", f"[{value},")) == 1
