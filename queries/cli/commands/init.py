"""`linkage init`: a new case."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Make a new case.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--zone", required=True, metavar="ZONE", help="IANA time zone of the events, such as Africa/Lagos.")
@click.option("--title", help="What the case is called. Otherwise the folder's name.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="A language of its sources; may be repeated.")
@click.option("--graph", default="embedded", show_default=True, metavar="ADDRESS", help="Or a Neo4j server: bolt://host:7687.")
def command(folder: Path, zone: str, title: str | None, languages: tuple[str, ...], graph: str) -> None:
    """Make a new case in FOLDER, which must be new or empty.

    \b
    linkage init my-case --zone Africa/Lagos --language en
    """
    from graph.case import Case

    Case.create(folder, title=title or folder.name, zone=zone, languages=languages, graph=graph).close()
    click.echo(f"A new case in {folder}. Next: cd {folder} && linkage load FILE …")
