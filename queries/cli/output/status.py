"""Where a case stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph import words
from queries.cli.paper import json_text, paper, plain

if TYPE_CHECKING:
    from queries.desk.status import Standing


def on_paper(standing: Standing) -> None:
    """Loads, counts, hashes, and what waits for a person."""
    click.echo(f"{plain(standing.title)}  (you are {plain(standing.who)})")
    sources = f"; sources are in {plain(', '.join(standing.languages))}" if standing.languages else ""
    click.echo(f"  times are local to {standing.time_zone}{sources}")
    for body in standing.loads:
        rows = words.count(body["rows"], "row")
        click.echo(f"  load {body['load']}: {plain(body['file_name'])}, {rows} by {body['mapping_name']}")
    table = paper("in the graph", "")
    for name, count in (*standing.nodes.items(), *standing.links.items()):
        table.row(name, f"{count:,}")
    table.print()
    click.echo(f"  graph {standing.marker.hashes.graph}\n  facts {standing.marker.hashes.facts}")
    click.echo(f"  entry {standing.marker.sequence}, on {standing.engine}")
    click.echo(
        f"  waiting: {words.count(standing.review, 'group')} to review, {standing.unsure:,} unsure,"
        f" {standing.conflicts:,} in conflict, {standing.undecided:,} to be decided again"
    )
    for load in standing.unwritten:
        click.echo(f"  the rows that load {load} refused are not written to a file: `linkage rejects {load}` does it")
    if standing.behind and standing.loads:
        click.echo("  not everything that was loaded has been compared: `linkage resolve` does it")


def as_json(standing: Standing) -> None:
    """The same, in one line."""
    click.echo(json_text(standing.as_json(), indent=None))
