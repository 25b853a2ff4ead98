"""`linkage judge`: one decision on who is who."""

from __future__ import annotations

import click

from queries.cli.case import opened, progress

VERDICTS = ("same", "different", "unsure")


@click.command(short_help="Record one decision on who is who, or take one back.")
@click.argument("words", nargs=-1, metavar="NAME|ID NAME|ID … same|different|unsure")
@click.option("--reason", metavar="TEXT", required=True, help="Why; it is recorded with your name.")
@click.option(
    "--dates", type=click.Choice(["one_term", "disputed"]), help="Of links that are the same: how unequal dates are read."
)
@click.option("--retract", "entry", type=click.IntRange(min=1), metavar="ENTRY", help="Take this decision back.")
@click.option("--member", "members", metavar="ID", multiple=True, help="With --retract: only this mention leaves the SAME.")
@click.option("--json", "as_json", is_flag=True, help="The entry as JSON.")
@click.pass_context
def command(
    ctx: click.Context,
    words: tuple[str, ...],
    reason: str,
    dates: str | None,
    entry: int | None,
    members: tuple[str, ...],
    as_json: bool,
) -> None:
    """Say of two things or more, or of two links, that they are the same or different, or that nobody can say yet.

    What contradicts a decision that stands is refused, and that decision is named: take it back first.

    \b
    linkage judge "O. Zent" "Olu Zent" same --reason "one service number, 4411"
    linkage judge l-mbq3kd5sylx2v7ah l-c7xk3mmd2tq5v7aa same --dates disputed --reason "one posting, reported twice"
    linkage judge --retract 2051 --member p-mbq3kd5sylx2v7ah --reason "his brother"
    """
    from queries.cli.output import judge as output
    from queries.desk.judge import judge, retract

    if entry is not None:
        if words or dates:
            raise click.UsageError("--retract stands alone, with --reason and, if you like, --member", ctx)
        with opened(ctx) as case:
            judged = retract(case, entry, members, reason=reason)
    else:
        if members:
            raise click.UsageError("--member is only for --retract", ctx)
        if len(words) < 3 or words[-1] not in VERDICTS:
            raise click.UsageError(f"name two things or more, then one of {', '.join(VERDICTS)}", ctx)
        if dates and words[-1] != "same":
            raise click.UsageError("--dates is only for the verdict same", ctx)
        with opened(ctx) as case, progress() as report:
            judged = judge(case, words[:-1], words[-1], reason=reason, dates=dates, progress=report)  # type: ignore[arg-type]  # of the choices
    (output.as_json if as_json else output.on_paper)(judged)
