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
    from queries.desk.status import standing

    with opened(ctx) as case, progress() as tell:
        found = standing(case, progress=tell)
    if as_json:
        from queries.cli.paper import json_text

        click.echo(json_text(found.as_json(), indent=None))
        return
    from queries.cli import words
    from queries.cli.paper import paper, plain

    click.echo(f"{plain(found.title)}  (at work: {plain(found.who)})")
    for body in found.loads:
        click.echo(f"  load {body['load']}: {plain(body['file_name'])}, {body['rows']:,} rows by {body['mapping_name']}")
    table = paper("in the graph", "")
    for name, count in (*found.nodes.items(), *found.links.items()):
        table.row(name, f"{count:,}")
    table.print()
    click.echo(f"  graph {found.marker.hashes.graph}\n  facts {found.marker.hashes.facts}")
    click.echo(f"  entry {found.marker.sequence}, on {found.engine}")
    click.echo(
        f"  waiting: {words.count(found.review, 'group')} to review, {found.unsure:,} unsure,"
        f" {found.conflicts:,} in conflict, {found.undecided:,} to be decided again"
    )
    if found.behind and found.loads:
        click.echo("  not everything loaded was compared yet: `linkage resolve` does it")
