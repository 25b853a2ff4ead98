"""`linkage bear`: a claim speaks for or against a legal element."""

from __future__ import annotations

import click

from queries.cli.case import opened


@click.command(short_help="Mark a claim as speaking for or against a legal element.")
@click.argument("claim", required=False, metavar="CLAIM")
@click.argument("element", required=False, metavar="ELEMENT")
@click.argument("stance", required=False, type=click.Choice(["for", "against"]))
@click.option("--reason", metavar="TEXT", help="Why; required, and kept in the journal.")
@click.pass_context
def command(ctx: click.Context, claim: str | None, element: str | None, stance: str | None, reason: str | None) -> None:
    """Mark CLAIM as speaking for or against a legal ELEMENT. Without arguments: the elements there are.

    \b
    linkage bear
    linkage bear c-mbq3kd5sylx2v7ah command-responsibility/knowledge for --reason "the report names the beatings"
    """
    from queries.cli.output import bear as output

    if claim is None:
        from queries.elements import elements

        output.elements_on_paper(elements().values())
        return
    if element is None or stance is None or reason is None:
        raise click.UsageError("give a claim, an element, for or against, and a --reason", ctx)
    from queries.desk.bear import bear

    with opened(ctx) as case:
        entry = bear(case, claim, element, stance, reason=reason)  # type: ignore[arg-type]  # one of the choices
    output.on_paper(entry)
