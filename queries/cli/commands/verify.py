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
    from queries.cli.output import verify as output
    from queries.desk.verify import verify

    with opened(ctx) as case, progress() as report:
        proof = verify(case, progress=report)
    output.on_paper(proof)
