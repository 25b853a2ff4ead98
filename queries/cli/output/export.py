"""The files an answer was written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.output.query import left_out

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graph.answer import Answer


def on_paper(files: Iterable[Path], answer: Answer) -> None:
    """Their paths; what the answer left out goes to standard error."""
    for path in files:
        click.echo(path)
    for line in left_out(answer):
        click.echo(line, err=True)
