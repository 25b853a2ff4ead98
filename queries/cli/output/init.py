"""A case that was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.paper import plain

if TYPE_CHECKING:
    from pathlib import Path


def on_paper(folder: Path) -> None:
    """Where it is, and what comes next."""
    click.echo(f"A new case in {plain(folder)}. Next: cd {plain(folder)} && linkage load FILE …")
