"""`linkage search`: what a name may mean."""

from __future__ import annotations

from dataclasses import asdict

import click

from queries.cli.case import opened, progress


@click.command(short_help="Find persons, units, stations … by a name in any script.")
@click.argument("text")
@click.option("--label", metavar="LABEL", help="Only things of this label: Person, Unit, Station …")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="How many to show.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.pass_context
def command(ctx: click.Context, text: str, label: str | None, limit: int, as_json: bool) -> None:
    """Find what TEXT may mean: any script, initials, abbreviations, any order of words. Best first.

    Whoever is called exactly so comes first, all of them. The score is for the order; it decides nothing.

    \b
    linkage search "7 Div"
    linkage search Hancharka --label Station
    """
    from queries.cli.paper import json_text, paper
    from queries.desk.search import search

    with opened(ctx) as case, progress() as tell:
        hits = search(case, text, label=label, limit=limit, progress=tell)
    if as_json:
        click.echo(json_text([asdict(hit) for hit in hits]))
        return
    if not hits:
        click.echo("nothing in the case is called so, or nearly so")
        return
    table = paper("id", "label", "name", "found by", "because", "beside")
    for hit in hits:
        table.row(hit.id, hit.label, hit.name, hit.matched if hit.matched != hit.name else "", hit.because, hit.beside)
    table.print()
