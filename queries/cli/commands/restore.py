"""`linkage restore`: a case out of a backup."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.case import progress


@click.command(short_help="Make a case of a backup.")
@click.argument("backup", metavar="BACKUP", type=click.Path(path_type=Path))
@click.argument("out", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--graph", metavar="ADDRESS", help="Another engine than the case had: embedded, or bolt://host:7687.")
def command(backup: Path, out: Path, graph: str | None) -> None:
    """Unpack BACKUP into FOLDER, which must be new or empty, and check it against what the backup says of itself.

    \b
    linkage restore /media/safe/case-2026-11-29 my-case
    """
    from queries.cli.output import restore as output
    from queries.desk.restore import restore

    with progress() as report:
        restored = restore(backup, out, graph=graph, progress=report)
    output.on_paper(restored)
