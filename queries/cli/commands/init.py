"""`linkage init`: a new case."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.case import say_closed


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
    from queries.cli.output import init as output
    from queries.desk.init import init

    with init(folder, zone=zone, title=title, languages=languages, graph=graph) as case:
        say_closed(case)
    output.on_paper(folder)
