"""A list of spellings, line by line: what is stated, what must be read, and what the product reads.

The columns of such a list are explained where the list lies (LINKAGE_TEST_DATA, spellings/README.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from graph.said.span import UNKNOWN_FROM, UNKNOWN_TO, Period, Span
from graph.schema import Timing
from loaders.load import spans
from loaders.reading import DateError, How, Kind, Partial, read_date

COLUMNS = tuple(f"{name}_{side}" for name in ("named", "possible", "state_core", "happening_core") for side in ("from", "to"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list."""

    number: int
    cells: dict[str, str]

    @property
    def text(self) -> str:
        """The cell."""
        return self.cells["text"]

    @property
    def kind(self) -> Kind:
        """What its column is for."""
        return cast("Kind", self.cells["kind"])

    @property
    def how(self) -> How:
        """What is stated of its column."""
        stated: dict[str, Any] = dict(part.split("=", 1) for part in self.cells["context"].split("; "))
        if (order := stated.pop("order")) != "none":
            stated["order"] = order
        if "century" in stated:
            stated["century"] = int(stated["century"])
        if "words" in stated:
            stated["words"] = tuple(tuple(word.split(":", 1)) for word in stated["words"].split(","))
        return How(**stated)

    @property
    def expected(self) -> dict[str, str]:
        """What must come of it: a reason of refusal, or the limits that the list gives."""
        stated = {column: self.cells[column] for column in COLUMNS if column in self.cells}
        return {"refuse": self.cells["refuse"]} if self.cells["refuse"] else stated


def lines(path: Path) -> Iterator[Line]:
    """Every line of a list, but its header."""
    head, *rest = path.read_text("utf-8").rstrip("\n").split("\n")
    columns = head.split("\t")
    for number, line in enumerate(rest, start=2):
        yield Line(number, dict(zip(columns, line.split("\t"), strict=True)))


def read(line: Line) -> dict[str, str]:
    """What the product makes of a line, in the words of the list."""
    try:
        date = read_date(line.text, line.how, line.kind)
    except DateError as error:
        return {"refuse": error.reason}
    assert date
    state, happening = _span(date, line.kind, "state"), _span(date, line.kind, "happening")
    possible = happening.possible
    assert line.kind == "on" or state.possible == possible
    found = (
        _limits("named", date.period)
        | _limits("possible", possible)
        | _limits("state_core", state.core)
        | _limits("happening_core", happening.core)
    )
    return {column: limit for column, limit in found.items() if column in line.cells}


def _span(date: Partial, kind: Kind, timing: Timing) -> Span:
    match kind:
        case "on":
            return spans.on(date, timing)[0]
        case "begin":
            return spans.stated(date, None, timing)[0]
        case "end":
            return spans.stated(None, date, timing)[0]
        case "range":
            return spans.during(date, timing)[0]


def _limits(name: str, period: Period | None) -> dict[str, str]:
    begin = "" if period is None or period.begin == UNKNOWN_FROM else f"{period.begin:%Y-%m-%dT%H:%M}"
    end = "" if period is None or period.end == UNKNOWN_TO else f"{period.end:%Y-%m-%dT%H:%M}"
    return {f"{name}_from": begin, f"{name}_to": end}
