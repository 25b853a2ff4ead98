"""What was read back and found as it was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.words import count

if TYPE_CHECKING:
    from queries.desk.verify import Proof


def on_paper(proof: Proof) -> None:
    """Counts and hashes of the journal, the originals and the graph."""
    click.echo(f"journal: {proof.entries:,} entries, head {proof.head}")
    click.echo(f"originals: {count(proof.originals, 'file')} as loaded")
    if proof.strays:
        click.echo(f"  {proof.strays:,} of them kept for a load that was interrupted: load the file again")
    click.echo(f"graph: {proof.hashes.graph}, read back and equal to the journal")
