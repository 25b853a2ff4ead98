"""A report printed piece by piece is the text that it is as a whole."""

from __future__ import annotations

from typing import Any

import pytest

from queries.cli.paper import json_text, print_json

REPORT = {"a": [{"b": 1, "c": "x\ny\u202e"}, {}, []], "d": [1, None], "e": [], "f": {"g": [2]}}


def unread(value: Any) -> Any:
    """The same, its lists given as iterators."""
    return {name: iter(each) if isinstance(each, list) else each for name, each in value.items()}


@pytest.mark.parametrize("reports", [[], [{}], [{"a": []}], [REPORT], [REPORT, {"a": [3]}]])
def test_it_is_the_same_text(reports: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]) -> None:
    print_json(unread(report) for report in reports)
    assert capsys.readouterr().out == f"{json_text(reports)}\n"
