"""What is promised, and how often it was tried: `uv run pytest -m trust` ends with one table.

A test says what it tries by `@pytest.mark.trust("promise")`, or a whole file does. It counts as one try, unless it says by the
fixture `promise` how many things it tried. A control shows that the test can fail: what it finds where nothing is protected.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

import pytest

MARK = "trust"
PROMISE, TRIED, CONTROL = "promise", "promise.tried", "promise.control"
HEAD = ("promise", "tried", "held", "control")


class Promise:
    """What one test says of the promise that it tries."""

    def __init__(self, said: list[tuple[str, object]]) -> None:
        self._said = said

    def tried(self, number: int, held: int | None = None) -> None:
        """So many things were tried, and so many held: all, unless another number is given."""
        self._said.append((TRIED, [number, number if held is None else held]))

    def control(self, number: int, caught: int) -> None:
        """Of so many things left unprotected on purpose, so many were caught. It counts as no try."""
        self._said.append((CONTROL, [number, caught]))


@dataclass
class Line:
    """A promise over all tests."""

    tried: int = 0
    held: int = 0
    unprotected: int = 0
    caught: int = 0

    def add(self, report: pytest.TestReport) -> None:
        """What one test said."""
        said = [(name, cast("list[int]", value)) for name, value in report.user_properties if name in (TRIED, CONTROL)]
        for name, (number, good) in said:
            if name == CONTROL:
                self.unprotected, self.caught = self.unprotected + number, self.caught + good
            else:
                self.tried, self.held = self.tried + number, self.held + good
        if report.failed or not said:
            self.tried, self.held = self.tried + 1, self.held + report.passed

    @property
    def cells(self) -> tuple[str, str, str]:
        """Tried, held, control."""
        control = f"{self.caught:,} of {self.unprotected:,}" if self.unprotected else "–"
        return f"{self.tried:,}", f"{self.held:,}", control


def note(items: Iterable[pytest.Item]) -> None:
    """Each test's promise goes with its report, also from another process."""
    for item in items:
        if (marker := item.get_closest_marker(MARK)) and marker.args:
            item.user_properties.append((PROMISE, marker.args[0]))


def table(reports: Iterable[pytest.TestReport]) -> list[str]:
    """The lines of the table; none where no promise was tried."""
    lines: dict[str, Line] = {}
    for report in reports:
        kept = [str(value) for name, value in report.user_properties if name == PROMISE]
        if kept and (report.when == "call" or report.failed):
            lines.setdefault(kept[0], Line()).add(report)
    rows = [HEAD, *((name, *line.cells) for name, line in sorted(lines.items()))]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return (
        ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows] if lines else []
    )
