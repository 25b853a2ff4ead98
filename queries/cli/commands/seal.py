"""`linkage seal`: the head of the journal, signed, for keeping outside."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.case import opened


@click.command(short_help="Sign where the journal stands, for keeping outside.")
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FILE", help="A new file for the seal.")
@click.pass_context
def command(ctx: click.Context, out: Path) -> None:
    """Sign the head of the journal into FILE. Give it to somebody outside: it shows later that nothing before it was changed.

    \b
    linkage seal --out seal.json
    """
    from queries.cli.output import seal as output
    from queries.desk.seal import seal

    with opened(ctx) as case:
        made = seal(case, out)
    output.on_paper(made, out)
