"""`linkage form`: empty workbooks to fill in, which load without a mapping."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="An empty workbook to fill in.")
@click.argument("kind", required=False)
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="The new workbook.  [default: form-KIND.xlsx]")
def command(kind: str | None, out: Path | None) -> None:
    """Write an empty workbook for one KIND of list. Filled in, it loads without a mapping. Without KIND, the kinds are listed.

    Where only some words are allowed there is a drop-down, and the sheet "Read me" explains each column. No file is overwritten.

    \b
    linkage form
    linkage form held --out held.xlsx
    """
    from queries.cli.output import form as output
    from queries.desk.form import forms, write

    if kind is None:
        if out is not None:
            raise click.UsageError("--out needs a KIND: `linkage form` lists them")
        output.listed(forms())
        return
    out = out or Path(f"form-{kind}.xlsx")
    output.written(write(kind, out), out)
