"""Tables on a terminal, and the same as plain tab-separated lines in a pipe."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
"""What could move a terminal's cursor, colour it, or turn a name around."""


def plain(value: object) -> str:
    """Safe to print: what a terminal would obey is shown as a sign."""
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", "" if value is None else str(value))


@dataclass(slots=True)
class Paper:
    """Rows to be printed under a header."""

    columns: tuple[str, ...]
    title: str | None = None
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
                print("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in row))
            return
        from rich.box import SIMPLE_HEAD
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(box=SIMPLE_HEAD, title=self.title, title_justify="left", title_style="bold", pad_edge=False)
        for name in self.columns:
            table.add_column(name, overflow="fold")
        for row in self.rows:
            table.add_row(*(Text(cell, style=STYLES.get(cell, "")) for cell in row))
        Console(highlight=False).print(table)


STYLES = {"certain": "bold green", "assumed": "yellow", "possible": "dim", "disputed": "bold red"}


def paper(*columns: str, title: str | None = None) -> Paper:
    """An empty table."""
    return Paper(columns, title)
