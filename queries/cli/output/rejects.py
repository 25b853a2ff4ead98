"""What was written again of a load: figures and paths, no contents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from queries.cli.paper import json_text, plain

if TYPE_CHECKING:
    from queries.desk.rejects import Rejects


def on_paper(rejects: Rejects) -> None:
    """How much it is, and where it stands."""
    click.echo(f"load {rejects.load}, {plain(rejects.file)}: {rejects.refused:,} refused, {rejects.odd:,} odd")
    for path in rejects.files:
        click.echo(f"  {plain(path)}")
    if not rejects.files:
        click.echo("  there is nothing to write")
    for figure in rejects.otherwise:
        click.echo(f"  this version of Linkage reads the file differently: {figure}", err=True)


def as_json(rejects: Rejects) -> None:
    """The same."""
    whole = {
        "load": rejects.load,
        "file": rejects.file,
        "rejects": rejects.refused,
        "issues": rejects.odd,
        "files": [str(path) for path in rejects.files],
        "otherwise": list(rejects.otherwise),
    }
    click.echo(json_text(whole))
