"""A query loses no row in silence: nothing cuts the answer, rows have an order, and all that it names is in the schema."""

from __future__ import annotations

import pytest

from graph.errors import QueryError
from queries import saved, spelling, whole
from queries.catalogue import Catalogue
from tests.queries.test_saved import GOOD, faults

ENDS = "[] AS claims ORDER BY u.id"
READS = "MATCH (u:Unit {id: $unit})"
LIBRARY = Catalogue.of()


def written(old: str, new: str) -> list[str]:
    assert old in GOOD
    return faults(GOOD.replace(old, new, 1))


@pytest.mark.parametrize("cut", ["LIMIT 3", "SKIP 1", "SKIP 1 LIMIT 3", "limit 3"])
def test_rows_are_not_cut(cut: str) -> None:
    assert any(
        line.startswith(f"x/y.cypher:25: {cut.split(maxsplit=1)[0].upper()} cuts rows") for line in written(ENDS, f"{ENDS} {cut}")
    )


def test_rows_are_not_cut_before_they_are_returned() -> None:
    assert any("LIMIT cuts rows" in line for line in written("RETURN u", "WITH u ORDER BY u.id LIMIT 3 RETURN u"))


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (u:Unit) RETURN u ORDER BY u.id LIMIT $top",
        "MATCH (u:Unit) CALL (u) { MATCH (u)<-[r:POSTED_TO]-() RETURN r ORDER BY r.id LIMIT 1 } RETURN u, r ORDER BY u.id",
        "MATCH (u:Unit) RETURN u.limit AS limit ORDER BY u.id",
    ],
)
def test_a_limit_that_is_asked_for_or_chooses_is_none(text: str) -> None:
    assert whole.faults(text, ordered=False) == ()


def test_rows_have_an_order() -> None:
    assert written(ENDS, "[] AS claims") == [
        "x/y.cypher:25: the rows have no order: end with ORDER BY, down to the ids, or give order in [grade]"
    ]
    assert whole.faults("MATCH (u:Unit) RETURN u", ordered=True) == ()
    assert whole.faults("MATCH (u:Unit) WITH u ORDER BY u.id UNWIND [1, 2] AS n RETURN u, n", ordered=False) == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("MATCH (u:Unti) RETURN u", "there is no label Unti; did you mean Unit?"),
        ("MATCH (u:Unit|Persn) RETURN u", "there is no label Persn; did you mean Person?"),
        ("MATCH (u:unit) RETURN u", "there is no label unit; did you mean Unit?"),
        ("MATCH (u:POSTED_TO) RETURN u", "there is no label POSTED_TO"),
        ("MATCH (u:Unit) WHERE u:Persn RETURN u", "there is no label or link type Persn; did you mean Person?"),
        ("MATCH (u:Unit)<-[:POSTD_TO]-(p:Person) RETURN u", "there is no link type POSTD_TO; did you mean POSTED_TO?"),
        ("MATCH (u:Unit)<-[r:JOINED|POSTD_TO*1..3]-() RETURN u", "there is no link type POSTD_TO; did you mean POSTED_TO?"),
        ("MATCH (u:Unit)<-[r:Person]-() RETURN u", "there is no link type Person"),
        ("MATCH ()-[r:POSTED_TO]->() WHERE r.ranq = 'x' RETURN r", "POSTED_TO has no property ranq; did you mean rank?"),
        ("MATCH ()-[r:POSTED_TO]->() RETURN r.latitude", "POSTED_TO has no property latitude"),
        ("MATCH ()-[r:POSTED_TO|JOINED]->() RETURN r.cell", "JOINED or POSTED_TO has no property cell"),
        ("MATCH (u:Unit {nam: $x}) RETURN u", "Unit has no property nam; did you mean name?"),
        ("MATCH (:Unit {nam: $x}) RETURN 1", "Unit has no property nam; did you mean name?"),
        ("MATCH ()-[:POSTED_TO {ranq: 'x'}]->() RETURN 1", "POSTED_TO has no property ranq; did you mean rank?"),
        ("MATCH ()-[:SUBORDINATE_TO*1..3 {relatoin: 'x'}]->() RETURN 1", "SUBORDINATE_TO has no property relatoin"),
        ("MATCH (n) RETURN n.ranq", "nothing in a case has a property ranq; did you mean rank?"),
        ("MATCH (u:Unit) WITH u AS n RETURN n.ranq", "nothing in a case has a property ranq; did you mean rank?"),
        ("MATCH (u:Unit) RETURN u['nmae']", "nothing in a case has a property nmae; did you mean name?"),
        ("MATCH (u:Unit) RETURN u {.nmae}", "nothing in a case has a property nmae; did you mean name?"),
    ],
)
def test_what_no_case_has_is_named_with_the_nearest_word(text: str, fault: str) -> None:
    assert [one.line for one in spelling.faults(f"\n{text}")] == [2]
    assert spelling.faults(text)[0].reason.startswith(fault)


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (u:Unit) WITH u.name AS u RETURN u.latitude",
        "MATCH (u:Unit) UNWIND $x AS u RETURN u.latitude",
        "MATCH (u:Unit) RETURN [u IN $x | u.latitude]",
        "MATCH (u) RETURN u.latitude UNION MATCH (u:Unit) RETURN u.name",
        "MATCH (u:Unit) WITH 1 AS n MATCH (u) RETURN u.latitude",
        "MATCH (u:Unit|Station) RETURN u.latitude",
        "MATCH (u:!Unit) RETURN u.latitude",
        "MATCH (s:Source)<-[c:CITES]-(b:Claim) RETURN s.id, s.name, b.id, c.id",
        "MATCH (e:Event) RETURN e.possible_from, e.certain_to.year, e.bridged",
        "MATCH (u:Unit) WITH {mine: u.id} AS x RETURN x.mine, duration.inDays($a, $b).days",
        "MATCH (u:Unit) WHERE u.name = 'POSTD_TO:Persn' RETURN CASE WHEN u.id = $x THEN 'Persn' END",
        "MATCH (u:Unit) CALL (u) { MATCH (u) RETURN u.name AS n } RETURN n",
    ],
)
def test_what_may_be_is_let_through(text: str) -> None:
    assert spelling.faults(text) == ()


@pytest.mark.parametrize("name", LIBRARY.names)
def test_no_query_of_the_library_names_what_is_not_there(name: str) -> None:
    assert spelling.faults(LIBRARY.get(name).cypher) == ()


def test_a_misspelt_word_is_refused_when_the_file_is_read() -> None:
    assert any(
        line.startswith("x/y.cypher:24: there is no label Unti; did you mean Unit?")
        for line in written(READS, READS.replace("Unit", "Unti"))
    )


def test_related_names_queries_that_there_are() -> None:
    assert saved.parse(GOOD.encode(), "x/y", names=["command/chain_up"]).related == ("command/chain_up",)
    with pytest.raises(
        QueryError, match=r"^x/y\.cypher:6: related: there is no query command/chain_up; did you mean command/chain_ups\?$"
    ):
        saved.parse(GOOD.encode(), "x/y", names=["command/chain_ups"])
