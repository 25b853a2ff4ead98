"""Rows by hand: who of several stands nearest (`queries/nearest.py`)."""

from __future__ import annotations

from collections.abc import Sequence

from graph.answer import NodeValue, RelValue
from tests.queries.by_hand.evidence import FIFTH, JANUARY
from tests.queries.by_hand.row_example import RowExample, link, path, thing
from tests.queries.grade_examples import days

LEVEL = """
[grade]
groups  = "ways"
parts   = ["chain"]
members = ["chain"]
asked   = "period"
[nearest]
of    = "superior"
over  = ["unit"]
level = "level"
each  = ["method"]
[columns]
superior = "node"
unit     = "node"
level    = "int"
method   = "text"
ways     = "groups"
"""
CYCLE = LEVEL.replace('level = "level"\n', 'level = "level"\ncycle = true\n')
CHAIN = """
[grade]
members = ["chain"]
asked   = "on"
[nearest]
of    = "superior"
over  = ["unit"]
chain = "chain"
among = "units"
[columns]
superior = "node"
unit     = "node"
chain    = "path"
"""
ALPHA, BRAVO, LOW, OTHER = (thing(name, "Unit") for name in ("alpha", "bravo", "low", "other"))
UNKNOWN = thing("unknown", "Unit", kind="unknown")


def sure(id_: str) -> RelValue:
    return link(id_, "SUBORDINATE_TO", certain=days(1, 20), cited=[days(5, 5)])


def possible(id_: str) -> RelValue:
    return link(id_, "SUBORDINATE_TO", possible=["unknown", "unknown"], cited=[days(5, 5)])


def over(
    superior: NodeValue, unit: NodeValue, level: int, *links: RelValue, method: str = "m", nodes: Sequence[NodeValue] = ()
) -> tuple[object, ...]:
    return superior, unit, level, method, [[path(*links, nodes=nodes)]]


LOW_ON_THE_FIFTH = {**FIFTH, "units": ["low"]}
UP, BACK, FROM_LOW = sure("up"), sure("back"), sure("from_low")
NOT_BACK = link("not_back", "SUBORDINATE_TO", certain=days(21, 25))
FIRST = over(ALPHA, LOW, 1, FROM_LOW, nodes=[LOW, ALPHA])
SECOND = over(BRAVO, LOW, 2, FROM_LOW, UP, nodes=[LOW, ALPHA, BRAVO])

SUPERIORS = [
    RowExample("the nearer of two over the same", LEVEL, [SECOND, FIRST], [{"superior": "alpha"}]),
    RowExample(
        "both where they stand equally near",
        LEVEL,
        [FIRST, over(BRAVO, LOW, 1, UP)],
        [{"superior": "alpha"}, {"superior": "bravo"}],
    ),
    RowExample(
        "the one farther away where it is surer",
        LEVEL,
        [over(ALPHA, LOW, 1, possible("p")), SECOND],
        [{"superior": "alpha"}, {"superior": "bravo"}],
    ),
    RowExample(
        "both where one stands over more",
        LEVEL,
        [FIRST, SECOND, over(BRAVO, OTHER, 2, UP)],
        [{"superior": "alpha"}, {"superior": "bravo"}, {"superior": "bravo"}],
    ),
    RowExample(
        "an unknown one hides nobody",
        LEVEL,
        [over(UNKNOWN, LOW, 1, FROM_LOW), SECOND],
        [{"superior": "unknown"}, {"superior": "bravo"}],
    ),
    RowExample(
        "only among rows that are equal there",
        LEVEL,
        [FIRST, over(BRAVO, LOW, 2, FROM_LOW, UP, method="n")],
        [{"superior": "alpha"}, {"superior": "bravo"}],
    ),
    RowExample(
        "as far as over the farthest",
        LEVEL,
        [over(ALPHA, LOW, 1, FROM_LOW), over(ALPHA, OTHER, 3, UP), over(BRAVO, LOW, 2, UP), over(BRAVO, OTHER, 2, UP)],
        [{"superior": "bravo"}, {"superior": "bravo"}],
    ),
    # in a cycle each stands above the other
    RowExample(
        "of two in a cycle at one distance the first by id",
        CYCLE,
        [
            over(BRAVO, LOW, 2, FROM_LOW, UP, nodes=[LOW, ALPHA, BRAVO]),
            over(ALPHA, LOW, 2, FROM_LOW, BACK, nodes=[LOW, BRAVO, ALPHA]),
        ],
        [{"superior": "alpha"}],
    ),
    RowExample(
        "both where a cycle is not asked for",
        LEVEL,
        [
            over(BRAVO, LOW, 2, FROM_LOW, UP, nodes=[LOW, ALPHA, BRAVO]),
            over(ALPHA, LOW, 2, FROM_LOW, BACK, nodes=[LOW, BRAVO, ALPHA]),
        ],
        [{"superior": "bravo"}, {"superior": "alpha"}],
    ),
    RowExample(
        "both where the cycle never held at one time",
        CYCLE,
        [
            over(BRAVO, LOW, 2, FROM_LOW, UP, nodes=[LOW, ALPHA, BRAVO]),
            over(ALPHA, LOW, 2, NOT_BACK, nodes=[LOW, BRAVO, ALPHA][1:]),
        ],
        [{"superior": "bravo"}, {"superior": "alpha"}],
    ),
    RowExample(
        "one where a cycle held at one time, though another way round never did",
        CYCLE,
        [
            over(BRAVO, LOW, 2, possible("p"), NOT_BACK, nodes=[LOW, ALPHA, BRAVO]),
            over(BRAVO, LOW, 2, possible("p"), UP, nodes=[LOW, ALPHA, BRAVO]),
            over(ALPHA, LOW, 2, possible("q"), BACK, nodes=[LOW, BRAVO, ALPHA]),
        ],
        [{"superior": "alpha"}],
    ),
    RowExample(
        "a combination may hold more than a path",
        CYCLE.replace('parts   = ["chain"]', 'parts   = ["chain", "seat"]'),
        [(ALPHA, LOW, 1, "m", [[path(FROM_LOW, nodes=[LOW, ALPHA]), LOW]]), (BRAVO, LOW, 1, "m", [[path(UP), LOW]])],
        [{"superior": "alpha"}, {"superior": "bravo"}],
    ),
    RowExample(
        "of two in a cycle the nearer before the first by id, though it hides nobody by its distance",
        CYCLE,
        [
            over(ALPHA, LOW, 2, sure("a"), UP, nodes=[LOW, BRAVO, ALPHA]),
            over(ALPHA, OTHER, 3, sure("b"), nodes=[OTHER, ALPHA]),
            over(BRAVO, LOW, 1, sure("a"), nodes=[LOW, BRAVO]),
            over(BRAVO, OTHER, 2, possible("q"), BACK, nodes=[OTHER, ALPHA, BRAVO]),
        ],
        [{"superior": "alpha"}, {"superior": "alpha"}],
    ),
    RowExample(
        "of two in a cycle, each least sure over something, the nearer",
        CYCLE,
        [
            over(ALPHA, LOW, 3, possible("a"), UP, nodes=[LOW, BRAVO, ALPHA]),
            over(ALPHA, OTHER, 1, sure("b"), nodes=[OTHER, ALPHA]),
            over(BRAVO, LOW, 1, sure("a"), nodes=[LOW, BRAVO]),
            over(BRAVO, OTHER, 2, possible("q"), BACK, nodes=[OTHER, ALPHA, BRAVO]),
        ],
        [{"superior": "bravo"}, {"superior": "bravo"}],
    ),
    RowExample(
        "an unknown one in a cycle is not the one that is named",
        CYCLE,
        [
            over(UNKNOWN, LOW, 1, FROM_LOW, nodes=[LOW, UNKNOWN]),
            over(UNKNOWN, LOW, 1, BACK, nodes=[LOW, BRAVO, UNKNOWN]),
            over(BRAVO, LOW, 2, FROM_LOW, UP, nodes=[LOW, UNKNOWN, BRAVO]),
        ],
        [{"superior": "unknown"}, {"superior": "unknown"}, {"superior": "bravo"}],
    ),
    RowExample(
        "in a cycle, but over more",
        CYCLE,
        [
            over(ALPHA, LOW, 2, BACK, nodes=[LOW, BRAVO, ALPHA]),
            over(BRAVO, LOW, 2, UP, nodes=[LOW, ALPHA, BRAVO]),
            over(BRAVO, OTHER, 2, UP, nodes=[OTHER, BRAVO]),
        ],
        [{"superior": "alpha"}, {"superior": "bravo"}, {"superior": "bravo"}],
    ),
    RowExample(
        "nobody is compared who is not there",
        LEVEL,
        [FIRST, (None, *FIRST[1:])],
        "column superior: a row has nothing there, and rows are compared by it",
        JANUARY,
    ),
    # by chain
    RowExample(
        "of two above the same the one below",
        CHAIN,
        [(ALPHA, LOW, path(FROM_LOW)), (BRAVO, LOW, path(FROM_LOW, UP)), (BRAVO, ALPHA, path(UP))],
        [{"superior": "alpha", "unit": "low"}],
        {"units": ["low"]},
    ),
    RowExample(
        "both where each stands above the other",
        CHAIN,
        [(ALPHA, LOW, path(FROM_LOW)), (BRAVO, LOW, path(FROM_LOW, UP)), (BRAVO, ALPHA, path(UP)), (ALPHA, BRAVO, path(BACK))],
        [{"superior": "alpha", "unit": "low"}, {"superior": "bravo", "unit": "low"}],
        {"units": ["low"]},
    ),
    RowExample(
        "of several ways up the surest counts",
        CHAIN,
        [
            (ALPHA, LOW, path(FROM_LOW)),
            (ALPHA, LOW, path(possible("p"))),
            (BRAVO, LOW, path(sure("b"))),
            (BRAVO, ALPHA, path(UP)),
        ],
        [{"superior": "alpha", "unit": "low"}, {"superior": "alpha", "unit": "low"}],
        LOW_ON_THE_FIFTH,
    ),
    RowExample(
        "one above is listed too where it is surer",
        CHAIN,
        [(ALPHA, LOW, path(possible("p"))), (BRAVO, LOW, path(sure("b"))), (BRAVO, ALPHA, path(UP))],
        [{"superior": "alpha"}, {"superior": "bravo"}],
        LOW_ON_THE_FIFTH,
    ),
    RowExample(
        "one above is left out where it is less sure",
        CHAIN,
        [(ALPHA, LOW, path(FROM_LOW)), (BRAVO, LOW, path(possible("p"))), (BRAVO, ALPHA, path(UP))],
        [{"superior": "alpha"}],
        LOW_ON_THE_FIFTH,
    ),
    RowExample(
        "one above is listed too where it is only possible that the other is below it",
        CHAIN,
        [(ALPHA, LOW, path(FROM_LOW)), (BRAVO, LOW, path(sure("b"))), (BRAVO, ALPHA, path(possible("p")))],
        [{"superior": "alpha"}, {"superior": "bravo"}],
        LOW_ON_THE_FIFTH,
    ),
    RowExample(
        "as sure as over the one that it is least surely over",
        CHAIN,
        [
            (ALPHA, LOW, path(FROM_LOW)),
            (ALPHA, OTHER, path(possible("p"))),
            (BRAVO, LOW, path(sure("b"))),
            (BRAVO, OTHER, path(sure("c"))),
            (BRAVO, ALPHA, path(UP)),
        ],
        [{"superior": high, "unit": low} for high in ("alpha", "bravo") for low in ("low", "other")],
        {**FIFTH, "units": ["low", "other"]},
    ),
    RowExample(
        "above one of two only: not common, and hides nobody",
        CHAIN,
        [
            (ALPHA, LOW, path(FROM_LOW)),
            (BRAVO, LOW, path(FROM_LOW, UP)),
            (BRAVO, OTHER, path(sure("c"))),
            (BRAVO, ALPHA, path(UP)),
            (ALPHA, ALPHA, path(nodes=[ALPHA])),
        ],
        [{"superior": "bravo", "unit": "low"}, {"superior": "bravo", "unit": "other"}],
        {**FIFTH, "units": ["low", "other"]},
    ),
    RowExample(
        "an unknown one below hides nobody",
        CHAIN,
        [(UNKNOWN, LOW, path(FROM_LOW)), (BRAVO, LOW, path(FROM_LOW, UP)), (BRAVO, UNKNOWN, path(UP))],
        [{"superior": "unknown"}, {"superior": "bravo"}],
        LOW_ON_THE_FIFTH,
    ),
    RowExample(
        "without a day the one below, by whatever chain, also by one that never held together",
        CHAIN,
        [(ALPHA, LOW, path(FROM_LOW, NOT_BACK)), (BRAVO, LOW, path(FROM_LOW)), (BRAVO, ALPHA, path(UP))],
        [{"superior": "alpha", "certainty": None}],
        {"units": ["low"]},
    ),
]
