"""The table of promises says what was tried, and never more than held."""

from __future__ import annotations

import re

import pytest

from tests.promises import PROMISE, Promise, table


def report(name: str, outcome: str, said: list[tuple[str, object]], when: str = "call") -> pytest.TestReport:
    properties = [(PROMISE, name), *said] if name else said
    return pytest.TestReport("test", ("file", 1, "test"), {}, outcome, None, when, user_properties=properties)  # type: ignore[arg-type]


def test_figures_are_added_up_by_promise() -> None:
    said: list[tuple[str, object]] = []
    Promise(said).tried(200)
    controlled: list[tuple[str, object]] = []
    Promise(controlled).control(300, 298)
    lines = table(
        [
            report("nothing leaks", "passed", said),
            report("nothing leaks", "passed", []),
            report("nothing leaks", "passed", controlled),
            report("a disk may fill up", "failed", []),
            report("a disk may fill up", "passed", []),
            report("", "passed", []),
        ]
    )
    assert [re.split(r" {2,}", line) for line in lines] == [
        ["promise", "tried", "held", "control"],
        ["a disk may fill up", "2", "1", "–"],
        ["nothing leaks", "201", "201", "298 of 300"],
    ]


def test_what_fails_after_it_spoke_holds_less_than_it_tried() -> None:
    said: list[tuple[str, object]] = []
    Promise(said).tried(5)
    assert table([report("it holds", "failed", said)])[1].split()[2:] == ["6", "5", "–"]


def test_what_cannot_begin_is_no_success() -> None:
    assert table([report("it holds", "failed", [], when="setup")])[1].split()[2:] == ["1", "0", "–"]


def test_without_a_promise_there_is_no_table() -> None:
    assert table([report("", "passed", [])]) == []


@pytest.mark.trust("the table counts what a test says of itself")
def test_a_test_says_how_many_it_tried(promise: Promise, request: pytest.FixtureRequest) -> None:
    promise.tried(3)
    promise.control(2, 2)
    assert [name for name, _ in request.node.user_properties] == ["promise", "promise.tried", "promise.control"]
