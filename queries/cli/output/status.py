"""Where a case stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli import words
from queries.cli.paper import json_text, paper, plain

if TYPE_CHECKING:
    from queries.desk.status import Standing


def on_paper(found: Standing) -> None:
    """Loads, counts, hashes, and what waits for a person."""
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


def as_json(found: Standing) -> None:
    """The same, in one line."""
    click.echo(json_text(found.as_json(), indent=None))
