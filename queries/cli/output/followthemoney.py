"""A case that was written as FollowTheMoney."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.words import count
from queries.cli.paper import plain

if TYPE_CHECKING:
    from queries.desk.followthemoney import Written


def on_paper(written: Written) -> None:
    """The files, and what to know before they are given to anybody."""
    for path in written.files:
        click.echo(plain(path))
    click.echo(f"{count(written.claims, 'claim')} of {count(written.mentions, 'mention')}; the two files say the same: load one")
    click.echo("Nothing is redacted: victims and witnesses are in it under their own names. It is not encrypted.")
