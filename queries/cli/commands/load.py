"""`linkage load`: files into the case."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.case import opened, progress


def _century(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """A year that cells may hold, or none."""
    if value in (None, "none"):
        return value
    from queries.desk.load import is_century

    if not is_century(value):
        raise click.BadParameter("give the first year of the hundred, such as 1930, or none")
    return value


mappings_option = click.option(
    "--mapping",
    "mappings",
    metavar="FILE.toml",
    multiple=True,
    help="What the columns mean; not needed for a header that is known. Several for a workbook of several tables.",
)
encoding_option = click.option("--encoding", metavar="NAME", help="Of a text file that does not say: utf-8, cp1251, koi8-r …")
dates_option = click.option(
    "--dates", type=click.Choice(["day-first", "month-first", "year-first"]), help="How 03/04/2012 is to be read."
)
century_option = click.option(
    "--century", metavar="YEAR", callback=_century, help="What 21 means: 1930 for 1930 to 2029; none if nobody knows."
)


@click.command(short_help="Load files, and report what came of them.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@mappings_option
@encoding_option
@dates_option
@century_option
@click.option("--replaces", type=int, metavar="LOAD", help="This is a newer version of that load, which stops counting.")
@click.option("--dry-run", is_flag=True, help="Report, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="The report as JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    mappings: tuple[str, ...],
    encoding: str | None,
    dates: str | None,
    century: str | None,
    replaces: int | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Load FILES: CSV, TSV, XLSX, XLS, ODS, tables of DOCX and ODT, JSON, JSON lines or XML. All are loaded, or none is.

    \b
    linkage load units.tsv persons.csv sources.csv
    linkage load roster.xlsx --mapping roster.toml --dry-run
    linkage load book.xlsx --mapping a.toml --mapping b.toml
    """
    from graph.errors import UnfinishedError
    from queries.cli.output import load as output
    from queries.desk.load import load
    from queries.desk.next import next_steps

    try:
        with opened(ctx) as case, progress() as report:
            loads = load(
                case,
                files,
                mappings=mappings,
                encoding=encoding,
                dates=dates,  # type: ignore[arg-type]  # one of the choices
                century=century,
                replaces=replaces,
                dry_run=dry_run,
                progress=report,
            )
            steps = None if as_json or dry_run else next_steps(case, loads)
    except UnfinishedError as error:
        (output.as_json if as_json else output.on_paper)(error.done, dry_run=dry_run)  # type: ignore[arg-type]  # the loads
        raise
    (output.as_json if as_json else output.on_paper)(loads, dry_run=dry_run)
    if steps is not None:
        output.next_steps(steps)
