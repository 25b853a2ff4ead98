"""A case that was restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.paper import plain

if TYPE_CHECKING:
    from queries.desk.restore import Restored


def on_paper(restored: Restored) -> None:
    """Where it stands, and that it is the same."""
    click.echo(f"{plain(restored.folder)}: {restored.entries:,} entries, head {restored.head}, as in the backup")
    if restored.same:
        click.echo(f"  graph {restored.graph}, the same as when the backup was made")
    else:
        click.echo(f"  graph {restored.graph}, not the one of the backup: this version of Linkage reads the journal otherwise")
    if not restored.keys:
        click.echo("  The keys were not in the backup: from now on pseudonyms are others, and seals are signed with another key.")
    click.echo(f"  The graph is made by the first question, on {restored.engine}.")
