"""`linkage query`: the catalogue, and an answer on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from queries.cli.case import maybe_case
from queries.cli.options import SavedQueries

if TYPE_CHECKING:
    from graph.answer import Answer
    from graph.kept.case import Case


APART = (("--json", "--csv"), ("--csv", "--why"), ("--csv", "--explain"), ("--json", "--explain"), ("--why", "--explain"))
"""Pairs of options of which one would do nothing: rows have one form, and `--why` prints none."""


def _print(case: Case, answer: Answer, options: dict[str, Any]) -> None:
    from queries.cli.output import query as output

    if options["save"]:
        _keep(case, answer, options)
    if options["why"] is not None:
        _why(case, answer, options["why"], as_json=options["as_json"])
    elif options["as_json"]:
        output.as_json(answer)
    elif options["as_csv"]:
        output.as_csv(answer)
    else:
        from queries.desk.query import called, catalogue

        saved = catalogue(case).get(answer.query)
        output.on_paper(answer, called(case, saved, answer), explain=options["explain"])


def _keep(case: Case, answer: Answer, options: dict[str, Any]) -> None:
    """Keeps the question; the answer is printed all the same."""
    from queries.cli.options import ANY
    from queries.cli.output.query import kept_on_paper
    from queries.desk.kept import keep

    within = options["within"]
    path = keep(
        case,
        options["save"],
        answer,
        certainty=options["certainty"],
        within=None if within == ANY else int(within),
        limit=options["limit"],
    )
    kept_on_paper(options["save"], path)


def _why(case: Case, answer: Answer, number: int, *, as_json: bool) -> None:
    """What one row rests on, instead of the rows."""
    from queries.cli.output import query as output
    from queries.desk.why import why_row

    reasons = why_row(case, answer, number)
    if as_json:
        output.row_as_json(reasons)
    else:
        output.row_on_paper(answer, number, reasons)


@click.group(
    cls=SavedQueries,
    invoke_without_command=True,
    short_help="Ask a saved query; without a name, what can be asked.",
    more=[
        click.Option(["--json", "as_json"], is_flag=True, help="A list of rows, as JSON."),
        click.Option(["--csv", "as_csv"], is_flag=True, help="As CSV for a spreadsheet: a text it would compute begins with '."),
        click.Option(["--explain"], is_flag=True, help="Say under each row what it rests on."),
        click.Option(["--why"], type=click.IntRange(min=1), metavar="ROW", help="Instead of the rows: every claim behind one."),
        click.Option(["--save"], metavar="NAME", help="Keep the question: `linkage query NAME` asks it again."),
    ],
    then=_print,
    apart=APART,
    subcommand_metavar="[NAME [OPTIONS]]",
)
@click.option("--search", metavar="WORDS", help="Only queries in whose name, question, caveat or element these words stand.")
@click.pass_context
def command(ctx: click.Context, search: str | None) -> None:
    """Ask a saved query of the case. `linkage query NAME --help` shows its parameters.

    \b
    linkage query
    linkage query --search disappearance
    linkage query command/chain_up --unit "7 Division" --on 2014-05-01
    linkage query command/chain_up --unit "7 Division" --on 2014-05-01 --why 2
    linkage query command/chain_up --unit "7 Division" --on 2014-05-01 --save above_7_division
    """
    if ctx.invoked_subcommand is not None:
        return
    from queries.cli.output import catalogue as library
    from queries.desk.query import catalogue

    with maybe_case(ctx) as case:
        library.on_paper(catalogue(case), search)
