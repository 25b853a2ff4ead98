"""What was read back and found as it was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.words import count
from queries.desk.seal import fingerprint

if TYPE_CHECKING:
    from queries.desk.verify import Verified


def on_paper(verified: Verified) -> None:
    """Counts and hashes of the journal, the originals and the graph."""
    click.echo(f"journal: {verified.entries:,} entries, head {verified.head}")
    if seal := verified.sealed:
        click.echo(f"  it goes on from the seal of entry {seal.sequence:,}: nothing up to there was changed or cut off")
        click.echo(f"  that seal is signed with the key {fingerprint(seal.key)}; hold it against the one you noted")
    click.echo(f"originals: {count(verified.originals, 'file')} as loaded")
    if verified.strays:
        click.echo(f"  {verified.strays:,} of them kept for a load that was interrupted: load the file again")
    if verified.erased:
        click.echo(f"  {count(verified.erased, 'file')} erased on the record: `linkage diff 0` shows by which entries")
    click.echo(f"graph: {verified.hashes.graph}, read back and equal to the journal")
