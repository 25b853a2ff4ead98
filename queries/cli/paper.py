"""What is printed: tables on a terminal, the same as plain tab-separated lines in a pipe, and nothing a terminal would obey."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What could move a terminal's cursor, colour it, begin a line, turn a name around or hide in it. Joiners that Persian or
Hindi names are spelt with are letters."""

BREAKS = re.compile(r"\s*[\t\n\r\u2028\u2029]\s*")
UNBROKEN, NARROW = 18, 12
"""What is not longer than an id is not broken into lines; anything longer gets at least so many columns."""

SIGN, BREAK = "\N{REPLACEMENT CHARACTER}", " ⏎ "


def plain(value: object) -> str:
    """Safe to print, in one line: what a terminal would obey is shown as a sign."""
    return CONTROL.sub(SIGN, BREAKS.sub(BREAK, "" if value is None else str(value)))


def json_text(value: Any, *, indent: int | None = 1) -> str:
    """JSON in which what a terminal would obey is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return CONTROL.sub(lambda found: "\n" if found[0] == "\n" else json.dumps(found[0])[1:-1].replace("\x7f", "\\u007f"), text)


def print_json(value: Any) -> None:
    """Prints `json_text` piece by piece: a list that is given as an iterator may be longer than the memory."""
    sys.stdout.writelines(chain(_pieces(value, "\n"), "\n"))


def _pieces(value: Any, newline: str) -> Iterator[str]:
    """`newline`: with the blanks before the closing bracket."""
    parts: Iterable[tuple[str, Any]]
    if isinstance(value, Iterator):
        (begin, end), parts = "[]", (("", each) for each in value)
    elif isinstance(value, dict) and any(isinstance(each, Iterator) for each in value.values()):
        (begin, end), parts = "{}", ((f"{json_text(name)}: ", each) for name, each in value.items())
    else:
        yield json_text(value).replace("\n", newline)
        return
    before = begin
    for name, each in parts:
        yield f"{before}{newline} {name}"
        yield from _pieces(each, f"{newline} ")
        before = ","
    yield f"{begin}{end}" if before == begin else f"{newline}{end}"


@dataclass(slots=True)
class Paper:
    """Rows to be printed under a header. `fold`: on a terminal, columns that hold nothing are named below instead."""

    columns: tuple[str, ...]
    title: str | None = None
    fold: bool = False
    rows: list[tuple[str, ...]] = field(default_factory=list)

    def row(self, *values: object) -> None:
        """One more row."""
        self.rows.append(tuple(plain(value) for value in values))

    def print(self) -> None:
        """As a table where somebody looks, as lines where a program reads."""
        if not sys.stdout.isatty():
            if self.title:
                print(f"# {self.title}")
            print("\t".join(self.columns))
            for row in self.rows:
                print("\t".join(row))
            return
        shown = [at for at in range(len(self.columns)) if not self.fold or any(row[at] for row in self.rows)]
        self._drawn(shown)
        if empty := [name for at, name in enumerate(self.columns) if at not in shown]:
            print(f"  empty columns: {', '.join(empty)}")

    def _drawn(self, shown: list[int]) -> None:
        from rich.box import SIMPLE_HEAD
        from rich.cells import cell_len
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        console = Console(highlight=False)
        widths = [max(cell_len(cell) for cell in (self.columns[at], *(row[at] for row in self.rows))) for at in shown]
        least = [width if width <= UNBROKEN else NARROW for width in widths]
        if sum(least) + 3 * len(least) > console.width:  # too many columns for this window: a row becomes a paragraph
            if self.title:
                print(self.title)
            for row in self.rows:
                print("\n".join(f"  {self.columns[at]}: {row[at]}" for at in shown if row[at]), end="\n\n")
            return
        table = Table(box=SIMPLE_HEAD, title=self.title, title_justify="left", title_style="bold", pad_edge=False)
        for at, width in zip(shown, least, strict=True):
            table.add_column(self.columns[at], overflow="fold", min_width=width)
        for row in self.rows:
            table.add_row(*(Text(row[at], style=STYLES.get(row[at], "")) for at in shown))
        console.print(table)


STYLES = {"certain": "bold green", "assumed": "yellow", "possible": "dim", "disputed": "bold red"}


def paper(*columns: str, title: str | None = None, fold: bool = False) -> Paper:
    """An empty table."""
    return Paper(columns, title, fold)
