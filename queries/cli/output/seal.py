"""A seal that was made, and what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.paper import plain
from queries.desk.seal import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

    from graph.sealed.seal import Seal


def on_paper(seal: Seal, out: Path) -> None:
    """What was sealed, by which key, and what to do with it."""
    click.echo(plain(out))
    click.echo(f"  entry {seal.sequence:,} of the journal, head {seal.head}")
    click.echo(f"  signed with the case's own key, {fingerprint(seal.key)}")
    click.echo(
        "  Give the file to somebody outside, and note with them the day and the key. The seal shows that the journal up to this"
    )
    click.echo(
        "  entry was not changed since. It does not show who signed, or when: the key was made by Linkage, and lies in the case."
    )
    click.echo("  `linkage verify --against FILE` holds the case against it.")
