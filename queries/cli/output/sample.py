"""A draw of casefiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.paper import json_text, paper, plain
from queries.desk.sample import METHOD

if TYPE_CHECKING:
    from queries.desk.sample import Sample


def on_paper(draw: Sample) -> None:
    """The casefiles in the order of the draw; internal."""
    again = ", as before" if draw.before else ""
    click.echo(
        f"{len(draw.drawn):,} of {draw.frame:,} casefiles, seed {plain(draw.seed)}: entry {draw.sequence}{again}  (internal)"
    )
    table = paper("#", "casefile", "id")
    for number, (id_, name) in enumerate(draw.drawn, 1):
        table.row(number, name, id_)
    table.print()
    click.echo(f"  order: {METHOD}")


def as_json(draw: Sample) -> None:
    """The same."""
    drawn = [{"id": id_, "name": name} for id_, name in draw.drawn]
    whole = {"entry": draw.sequence, "seed": draw.seed, "frame": draw.frame, "method": METHOD, "drawn": drawn}
    click.echo(json_text(whole))
