"""The forms that there are, and one that was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graph.words import count
from queries.cli.paper import paper, plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from loaders.forms import Form


def listed(forms: Iterable[Form]) -> None:
    """Each kind, with what a row of it is."""
    table = paper("kind", "list", "a row is")
    for form in forms:
        table.row(form.kind, form.sheet, form.a_row)
    table.print()
    click.echo("\n`linkage form KIND` writes an empty workbook.")


def written(form: Form, out: Path) -> None:
    """Where it is, and what to do with it."""
    click.echo(plain(out))
    click.echo(f"  {form.sheet}: {count(len(form.columns), 'column')}, and a sheet that explains them, “{form.explained_in}”")
    click.echo(plain(f"  Fill in the rows, save it as .xlsx, then: linkage load {out}"))
