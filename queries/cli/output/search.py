"""What a name may mean."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from queries.cli.paper import json_text, paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from queries.desk.search import Hit


def on_paper(hits: Sequence[Hit]) -> None:
    """Best first, with what it was found by."""
    if not hits:
        click.echo("nothing in the case has this name, or one like it")
        return
    table = paper("id", "label", "name", "found by", "because", "beside")
    for hit in hits:
        table.row(hit.id, hit.label, hit.name, hit.matched if hit.matched != hit.name else "", hit.because, hit.beside)
    table.print()


def as_json(hits: Sequence[Hit]) -> None:
    """The same."""
    click.echo(json_text([asdict(hit) for hit in hits]))
