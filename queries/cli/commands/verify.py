"""`linkage verify`: is everything what was recorded?"""

from __future__ import annotations

import click

from queries.cli.case import opened, progress


@click.command(short_help="Prove that nothing held was changed.")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Read everything back: the journal's chain, every original, every node and link of the graph.

    \b
    linkage verify
    """
    from queries.cli.words import count
    from queries.desk.verify import verify

    with opened(ctx) as case, progress() as tell:
        proof = verify(case, progress=tell)
    click.echo(f"journal: {proof.entries:,} entries, head {proof.head}")
    click.echo(f"originals: {count(proof.originals, 'file')} as loaded")
    if proof.strays:
        click.echo(f"  of them {proof.strays:,} kept for a load that was cut off: load the file again")
    click.echo(f"graph: {proof.hashes.graph}, read back and equal to the journal")
