"""`linkage verify`: is everything what was recorded?"""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.case import opened, progress


@click.command(short_help="Prove that nothing held was changed.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar="SEAL|BACKUP",
    help="A seal, or a backup: the journal must be its continuation.",
)
@click.option(
    "--proof", type=click.Path(path_type=Path), metavar="FILE", help="Instead of the case: a proof that somebody gave you."
)
@click.pass_context
def command(ctx: click.Context, against: Path | None, proof: Path | None) -> None:
    """Read everything back: the journal's chain, every original, every node and link of the graph.

    With --proof, check the proof of one claim; no case is needed.

    \b
    linkage verify
    linkage verify --against seal.json
    linkage verify --proof proof.json --against seal.json
    """
    if proof is not None:
        from queries.cli.output import prove as proof_output
        from queries.desk.prove import check

        proof_output.checked(check(proof, against), apart=against is not None)
        return
    from queries.cli.output import verify as output
    from queries.desk.verify import verify

    with opened(ctx) as case, progress() as report:
        verified = verify(case, against=against, progress=report)
    output.on_paper(verified)
