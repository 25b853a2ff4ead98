"""Names read by two processes are read as by one."""

from __future__ import annotations

import sys

import pytest

from graph.errors import LinkageError
from loaders.resolve.persons import name_keys as reading
from loaders.resolve.persons.name_keys import name_keys

NAMES = ("Криничар Степан", "Stsiapan Krynichar", "Крынічар С.", "KRYNICHAR, Stsiapan", "ياسين", "Криничар\nСтепан", "")


def test_a_second_process_answers_as_this_one(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = name_keys(NAMES)
    monkeypatch.setattr(reading, "WORTH_A_PROCESS", 2)

    assert name_keys(NAMES) == alone


def test_a_second_process_that_is_stopped_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "WORTH_A_PROCESS", 2)
    monkeypatch.setattr(sys, "executable", "/bin/false")

    with pytest.raises(LinkageError, match="second process") as stopped:
        name_keys(NAMES)

    assert "Криничар" not in str(stopped.value)
