"""The rule of time made wrong on purpose, one change at a time: a row by hand or the slow rule notices each."""

from __future__ import annotations

import pytest
from hypothesis import given

from graph import schema
from graph.said.span import Span
from queries.grade import has_time
from tests.graph.said.spans import spans
from tests.queries.grade_mutants import CHANGES_NOTHING, Judge, RuleMutant, rule_mutants

RULE_MUTANTS = rule_mutants()
LIMITS = {"possible_from", "possible_to"}


@pytest.fixture(scope="module")
def judge() -> Judge:
    return Judge()


@pytest.mark.parametrize("mutant", RULE_MUTANTS, ids=lambda mutant: mutant.how)
def test_a_wrong_rule_is_noticed_unless_it_changes_nothing(mutant: RuleMutant, judge: Judge) -> None:
    assert (judge.noticed(mutant) is None) == (mutant.change in CHANGES_NOTHING)


def test_the_right_rule_is_not_taken_for_a_wrong_one(judge: Judge) -> None:
    assert judge.wrong() is None


def test_what_is_said_to_change_nothing_is_a_mutant() -> None:
    assert set(CHANGES_NOTHING) <= {mutant.change for mutant in RULE_MUTANTS}


def test_what_may_have_one_limit_may_have_the_other() -> None:
    for declared in [kind.properties for kind in schema.NODES] + [kind.properties for kind in schema.LINKS]:
        assert len(LIMITS & {own.name for own in declared}) in (0, 2)


@given(spans())
def test_what_has_one_limit_has_the_other(span: Span) -> None:
    carried = span.as_properties()
    assert carried.keys() >= LIMITS and has_time(carried)
