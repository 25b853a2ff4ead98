"""`linkage search`: what a name may mean."""

from __future__ import annotations

import click

from queries.cli.case import opened, progress


@click.command(short_help="Find persons, units, stations … by a name in any script.")
@click.argument("text")
@click.option("--label", metavar="LABEL", help="Only things of this label: Person, Unit, Station …")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, metavar="N", help="How many to show.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def command(ctx: click.Context, text: str, label: str | None, limit: int, as_json: bool) -> None:
    """Find what TEXT may mean: any script, initials, abbreviations, any order of words. Best first.

    Whoever is called exactly so comes first, all of them. The score is for the order; it decides nothing.

    \b
    linkage search "7 Div"
    linkage search Hancharka --label Station
    """
    from queries.cli.output import search as output
    from queries.desk.search import search

    with opened(ctx) as case, progress() as report:
        hits = search(case, text, label=label, limit=limit, progress=report)
    (output.as_json if as_json else output.on_paper)(hits)
