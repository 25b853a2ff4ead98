"""`linkage status`: where the case stands."""

from __future__ import annotations

import click

from queries.cli.case import opened, progress


@click.command(short_help="What is in the case, and what waits.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def command(ctx: click.Context, as_json: bool) -> None:
    """Print counts, loads, hashes, and what waits for a person.

    \b
    linkage status
    """
    from queries.cli.output import status as output
    from queries.desk.status import status

    with opened(ctx) as case, progress() as report:
        standing = status(case, progress=report)
    (output.as_json if as_json else output.on_paper)(standing)
