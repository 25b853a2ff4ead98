"""`linkage rejects`: what a load refused, written again."""

from __future__ import annotations

import click

from queries.cli.case import opened, progress


@click.command(short_help="Write again what a load refused, and what was odd in it.")
@click.argument("load", metavar="LOAD")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def command(ctx: click.Context, load: str, as_json: bool) -> None:
    """Read the original of LOAD once more and write its refused rows and odd cells into the case's rejects/ folder.

    LOAD is the number of its entry, the name of its file, or the beginning of the file's SHA-256. The cells of both files
    are shown by a spreadsheet and never computed: a ' stands before what would be a formula.

    \b
    linkage rejects 12
    linkage rejects roster.csv
    """
    from queries.cli.output import rejects as output
    from queries.desk.rejects import rejects

    with opened(ctx) as case, progress() as report:
        written = rejects(case, load, progress=report)
    (output.as_json if as_json else output.on_paper)(written)
