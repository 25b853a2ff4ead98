"""A draw of casefiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.paper import json_text, paper, plain
from queries.desk.sample import METHOD

if TYPE_CHECKING:
    from queries.desk.sample import Sample


def on_paper(found: Sample) -> None:
    """The casefiles in the order of the draw; inside the house."""
    again = ", as before" if found.before else ""
    click.echo(
        f"{len(found.drawn):,} of {found.frame:,} casefiles, seed {plain(found.seed)}: entry {found.sequence}{again}  (internal)"
    )
    table = paper("#", "casefile", "id")
    for number, (id_, name) in enumerate(found.drawn, 1):
        table.row(number, name, id_)
    table.print()
    click.echo(f"  order: {METHOD}")


def as_json(found: Sample) -> None:
    """The same."""
    drawn = [{"id": id_, "name": name} for id_, name in found.drawn]
    whole = {"entry": found.sequence, "seed": found.seed, "frame": found.frame, "method": METHOD, "drawn": drawn}
    click.echo(json_text(whole))
