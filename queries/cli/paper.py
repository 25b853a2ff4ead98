"""What is printed: tables on a terminal, the same as plain tab-separated lines in a pipe, and nothing a terminal would obey."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from typing import Any

CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What could move a terminal's cursor, colour it, begin a line, turn a name around or hide in it. Joiners that Persian or
Hindi names are spelt with are letters."""

BREAKS = re.compile(r"\s*[\t\n\r\u2028\u2029]\s*")
UNBROKEN = 18
"""Columns of nothing longer than an id or a date are not broken into lines."""

SIGN, BREAK = "\N{REPLACEMENT CHARACTER}", " ⏎ "


def plain(value: object) -> str:
    """Safe to print, in one line: what a terminal would obey is shown as a sign."""
    return CONTROL.sub(SIGN, BREAKS.sub(BREAK, "" if value is None else str(value)))


def json_text(value: Any, *, indent: int | None = 1) -> str:
    """JSON in which what a terminal would obey is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return CONTROL.sub(lambda found: "\n" if found[0] == "\n" else json.dumps(found[0])[1:-1].replace("\x7f", "\\u007f"), text)


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
        from rich.box import SIMPLE_HEAD
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(box=SIMPLE_HEAD, title=self.title, title_justify="left", title_style="bold", pad_edge=False)
        shown = [at for at in range(len(self.columns)) if not self.fold or any(row[at] for row in self.rows)]
        for at in shown:
            longest = max((len(row[at]) for row in self.rows), default=0)
            table.add_column(self.columns[at], overflow="fold", no_wrap=longest <= UNBROKEN)
        for row in self.rows:
            table.add_row(*(Text(row[at], style=STYLES.get(row[at], "")) for at in shown))
        Console(highlight=False).print(table)
        if empty := [name for at, name in enumerate(self.columns) if at not in shown]:
            print(f"  in no row: {', '.join(empty)}")


STYLES = {"certain": "bold green", "assumed": "yellow", "possible": "dim", "disputed": "bold red"}


def paper(*columns: str, title: str | None = None, fold: bool = False) -> Paper:
    """An empty table."""
    return Paper(columns, title, fold)
