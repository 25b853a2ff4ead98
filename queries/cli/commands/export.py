"""`linkage export`: an answer as files, for somebody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from queries.cli.options import SavedQueries

if TYPE_CHECKING:
    from graph.answer import Answer
    from graph.kept.case import Case


def _write(case: Case, answer: Answer, options: dict[str, Any]) -> None:
    from queries.cli.output import export as output
    from queries.desk.export import export

    chosen = [name.strip() for name in options["formats"].split(",")]
    files = export(
        case,
        answer,
        profile=options["profile"],
        recipient=options["recipient"],
        chosen=chosen,
        out=options["out"],
        replace=options["replace"],
    )
    output.on_paper(files, answer)


@click.group(
    cls=SavedQueries,
    short_help="Write an answer to files, under a profile.",
    more=[
        click.Option(["--as", "formats"], required=True, metavar="FORMAT,…", help="csv, graphml."),
        click.Option(["--profile"], required=True, metavar="PROFILE", help="internal, prosecutor or public: who may read it."),
        click.Option(["--for", "recipient"], metavar="RECIPIENT", help="For whom; required outside internal."),
        click.Option(["--out"], required=True, type=click.Path(path_type=Path), metavar="FOLDER", help="New or empty."),
        click.Option(["--replace"], is_flag=True, help="The folder holds an earlier export; replace it."),
    ],
    then=_write,
    subcommand_metavar="NAME [OPTIONS]",
)
def command() -> None:
    """Write the answer to a saved query as files with a manifest; the journal says what left, and for whom.

    \b
    linkage export command/chain_up --unit "7 Division" --as csv,graphml --profile internal --out chain
    """
