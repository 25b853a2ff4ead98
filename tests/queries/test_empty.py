"""Why there are no rows: said by the query itself, where it can tell, and by whatever shows the answer."""

from __future__ import annotations

import pytest

from graph import words
from graph.errors import QueryError
from queries import saved
from queries.run import run
from queries.saved import SavedQuery
from tests.queries.test_run import MARKER, UNIT, Parrot

TEXT = """// /// query
// title    = "Who was there"
// question = "Which unit was there?"
// element  = "evidence/corroboration"
// caveat   = "Nothing else."
// evidence = ["unit"]
//
// [params.unit]
// type = "id"
// of   = "Unit"
// help = "The unit"
//
// [empty]
// when = "placeless"
// says = "it has no station"
//
// [columns]
// unit      = "node"
// placeless = { type = "bool", hidden = true }
// ///
MATCH (u:Unit {id: $unit}) RETURN u AS unit, u.kind IS NULL AS placeless ORDER BY u.id
"""
COLUMNS = ("unit", "placeless")


def query(text: str = TEXT) -> SavedQuery:
    return saved.parse(text.encode(), "x/y")


def test_a_row_that_only_says_why_is_no_row() -> None:
    answer = run(query(), Parrot([(None, True)], COLUMNS), {"unit": "u1"}, marker=MARKER, evidence=False)

    assert answer.rows == ()
    assert words.left_out(answer.left_out, 0, options=True) == ["it has no station"]


@pytest.mark.parametrize("rows", [[], [(UNIT, False)], [(UNIT, False), (None, True)]])
def test_nothing_is_said_where_there_are_rows_or_the_query_cannot_tell(rows: list[tuple[object, ...]]) -> None:
    answer = run(query(), Parrot(rows, COLUMNS if rows else ()), {"unit": "u1"}, marker=MARKER, evidence=False)

    assert len(answer.rows) == min(1, len(rows))
    assert answer.left_out.because == ""


@pytest.mark.parametrize(
    ("line", "instead", "fault"),
    [
        ('// when = "placeless"\n', "", ":13: empty: when is missing"),
        ('// says = "it has no station"\n', "", ":13: empty: says is missing"),
        ('when = "placeless"', 'when = "unit"', ":14: empty: when: unit is of type node, and not bool"),
        ('when = "placeless"', 'when = "nothing"', ":14: empty: when: there is no column nothing"),
        ('says = "it has no station"', "says = 7", ":15: empty: says is a text"),
        ('says = "it', 'otherwise = "x"\n// says = "it', ":15: empty: unknown key 'otherwise'"),
    ],
)
def test_what_is_wrong_in_the_head_is_named_with_its_line(line: str, instead: str, fault: str) -> None:
    with pytest.raises(QueryError) as refused:
        query(TEXT.replace(line, instead))

    assert fault in str(refused.value)
