"""`linkage backup`: the case as one folder to keep elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.case import opened, progress


@click.command(short_help="Copy the case, sealed, to keep elsewhere.")
@click.argument("out", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--without-keys", is_flag=True, help="Leave out the keys, for a backup that leaves the house.")
@click.pass_context
def command(ctx: click.Context, out: Path, without_keys: bool) -> None:
    """Write everything in the case but the graph, which is made anew, into a new FOLDER. Nothing in it is redacted or encrypted.

    \b
    linkage backup /media/safe/case-2026-11-29
    """
    from queries.cli.output import backup as output
    from queries.desk.backup import backup

    with opened(ctx) as case, progress() as report:
        written = backup(case, out, keys=not without_keys, progress=report)
    output.on_paper(written)
