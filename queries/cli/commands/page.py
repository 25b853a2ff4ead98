"""`linkage page`: an answer, or one thing, as a page to browse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from queries.cli.case import opened, progress
from queries.cli.options import SavedQueries

if TYPE_CHECKING:
    from graph.answer import Answer
    from graph.kept.case import Case

PAGE_OPTIONS: list[click.Option] = [
    click.Option(["--profile"], required=True, metavar="PROFILE", help="internal, prosecutor or public: who may read it."),
    click.Option(["--for", "recipient"], metavar="RECIPIENT", help="For whom; required outside internal."),
    click.Option(["--out"], required=True, type=click.Path(path_type=Path), metavar="FILE.html", help="A new file."),
    click.Option(["--replace"], is_flag=True, help="The file is an earlier page; replace it."),
]


def _write(case: Case, answer: Answer, options: dict[str, Any]) -> None:
    from queries.cli.output import page as output
    from queries.desk.page import page

    with progress() as report:
        outgoing = page(
            case,
            answer,
            profile=options["profile"],
            recipient=options["recipient"],
            out=options["out"],
            replace=options["replace"],
            progress=report,
        )
    output.on_paper(outgoing, answer)


@click.group(
    cls=SavedQueries,
    short_help="Write an answer, or one thing, as a page to browse offline.",
    more=PAGE_OPTIONS,
    then=_write,
    invoke_without_command=True,
    subcommand_metavar="NAME [OPTIONS]",
)
@click.option("--thing", metavar="NAME|ID", help="Instead of a query: one thing with everything linked to it.")
@click.option("--profile", metavar="PROFILE", help="With --thing: who may read it.")
@click.option("--for", "recipient", metavar="RECIPIENT", help="With --thing: for whom.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE.html", help="With --thing: a new file.")
@click.option("--replace", is_flag=True, help="With --thing: the file is an earlier page; replace it.")
@click.pass_context
def command(
    ctx: click.Context, thing: str | None, profile: str | None, recipient: str | None, out: Path | None, replace: bool
) -> None:
    """Write the answer to a saved query, or one thing and its surroundings, as one offline HTML page.

    \b
    linkage page command/chain_up --unit "7 Division" --profile internal --out chain.html
    linkage page --thing "7 Division" --profile internal --out division.html
    """
    if ctx.invoked_subcommand is not None:
        return
    if thing is None:
        click.echo(ctx.get_help())
        return
    if profile is None or out is None:
        raise click.UsageError("--thing needs --profile and --out")
    from queries.desk.page import around

    with opened(ctx) as case:
        with progress() as report:
            answer = around(case, thing, progress=report)
        _write(case, answer, {"profile": profile, "recipient": recipient, "out": out, "replace": replace})
