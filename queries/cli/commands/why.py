"""`linkage why`: what something rests on."""

from __future__ import annotations

import click

from queries.cli.case import opened, progress


@click.command(short_help="Every claim, source and decision behind it.")
@click.argument("thing", metavar="NAME|ID")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def command(ctx: click.Context, thing: str, as_json: bool) -> None:
    """Say why a thing, link or claim stands in the graph: each claim with its words, its place, file and source.

    \b
    linkage why "7 Division"
    linkage why l-mbq3kd5sylx2v7ah
    """
    from queries.cli.output import why as output
    from queries.desk.why import why

    with opened(ctx) as case, progress() as report:
        reasons = why(case, thing, progress=report)
    (output.as_json if as_json else output.on_paper)(reasons)
