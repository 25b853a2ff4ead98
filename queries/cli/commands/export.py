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
    outgoing = export(
        case,
        answer,
        profile=options["profile"],
        recipient=options["recipient"],
        chosen=chosen,
        out=options["out"],
        replace=options["replace"],
    )
    output.on_paper(outgoing, answer)


class _Formats(click.Option):
    """`--as`: its help names the formats that are there when somebody asks for it; until then none is loaded."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from queries.desk.export import kinds

        record = super().get_help_record(ctx)
        all_formats = "; ".join(f"{name}: {means}" for name, means in kinds().items())
        return record and (record[0], record[1].replace(self.help or "", f"{all_formats}."))


class _Exports(SavedQueries):
    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from queries.desk.export import kinds

        with formatter.section("Formats (--as)"):
            formatter.write_dl(list(kinds().items()))


@click.group(
    cls=_Exports,
    short_help="Write an answer to files, under a profile.",
    more=[
        _Formats(["--as", "formats"], required=True, metavar="FORMAT,…", help="One format, or several."),
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
