"""Joiners belong to the letters of several scripts; what hides or turns text around does not."""

from __future__ import annotations

import pytest

from graph.visible import is_visible


@pytest.mark.parametrize("text", ["", "Case 7", "дело №7", "می\u200cخواهم", "क्\u200dष", "ශ්\u200dරී", "👩\u200d⚖"])
def test_text_as_its_script_is_written(text: str) -> None:
    assert is_visible(text)


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200e", "\u200b", "\ufeff", "\x1b", "\n", "\u2028", "\x7f"])
def test_marks_that_hide_or_turn_text(mark: str) -> None:
    assert not is_visible(f"a{mark}b")


@pytest.mark.parametrize("text", ["\u200cab", " \u200c", "a \u200db", "a\u200c\u200cb"])
def test_a_joiner_that_joins_nothing(text: str) -> None:
    assert not is_visible(text)
