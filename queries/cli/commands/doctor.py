"""`linkage doctor`: is the case safe where it lies?"""

from __future__ import annotations

import click

from queries.cli.case import maybe_case


@click.command(short_help="Look whether the case is safe where it lies.")
@click.option("--engine", is_flag=True, help="Also ask the case's graph server what such servers are known to answer wrongly.")
@click.pass_context
def command(ctx: click.Context, *, engine: bool) -> None:
    """Look at the disk, at memory, at who may read the case, and at the versions of what answers. It changes nothing, but
    closes a case that others may read, as every command does.

    What cannot be known from here is called unknown. Without a case, it looks at this computer alone.

    \b
    linkage doctor
    linkage doctor --engine
    """
    from queries.cli.output import doctor as output
    from queries.desk.doctor import conforming, doctor

    with maybe_case(ctx) as case:
        if engine and case is None:
            raise click.UsageError("--engine asks the graph of a case: there is none here")
        findings = doctor(case)
        if engine and case is not None:
            findings += conforming(case)
    output.on_paper(findings)
