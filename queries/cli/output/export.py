"""The files an answer was written to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.output.query import left_out

if TYPE_CHECKING:
    from graph.answer import Answer
    from queries.desk.release import Outgoing


def on_paper(outgoing: Outgoing, answer: Answer) -> None:
    """Their paths; what the answer left out, and what was withheld and why, goes to standard error."""
    for path in outgoing.files:
        click.echo(path)
    for line in (*left_out(answer), *outgoing.withheld):
        click.echo(line, err=True)
