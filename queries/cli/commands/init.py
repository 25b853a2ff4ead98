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
    from graph.engine.opening import open_engine
    from graph.errors import CaseError
    from graph.kept.case import Case

    if not (title or "").isprintable():
        raise CaseError("a title holds characters that cannot be printed: write it anew")
    open_engine(graph, folder).close()  # an address that is none is told before anything is made
    try:
        Case.create(
            folder, title=folder.resolve().name if title is None else title, zone=zone, languages=languages, graph=graph
        ).close()
    except OSError as error:
        raise CaseError(f"{folder} cannot be made ({error.strerror}): choose another folder for the case") from None
    click.echo(f"A new case in {folder}. Next: cd {folder} && linkage load FILE …")
