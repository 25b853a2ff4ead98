"""A backup that was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.words import count
from queries.cli.paper import plain
from queries.desk.seal import fingerprint

if TYPE_CHECKING:
    from queries.desk.backup import Backup


def on_paper(backup: Backup) -> None:
    """What is in it, and what to know about keeping it."""
    click.echo(f"{plain(backup.folder)}: {count(backup.files, 'file')}, {backup.size:,} bytes")
    click.echo(f"  up to entry {backup.entries:,}, head {backup.head}")
    click.echo(
        f"  sealed with the case's own key, {fingerprint(backup.seal.key)}: `linkage verify --against` takes the folder as a seal"
    )
    if backup.keys:
        click.echo(
            "  The keys are in it: whoever has it can tell who stands behind each pseudonym. Keep it as you keep the case."
        )
    else:
        click.echo("  Without the keys: a restored case gives everybody another pseudonym, and signs with another key.")
    click.echo("  It is not encrypted, and every name is in it. `linkage restore` makes a case of it.")
