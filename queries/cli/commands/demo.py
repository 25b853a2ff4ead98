"""`linkage demo`: a whole case of a fictional republic, from files to a page."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.case import progress


@click.command(short_help="Make a whole case of a fictional republic, and ask it.")
@click.argument("folder", type=click.Path(path_type=Path), default="linkage-demo")
def command(folder: Path) -> None:
    """Make a case of a fictional republic in FOLDER: files, a load, who is who, eight questions, a page, an export.

    \b
    linkage demo
    linkage demo somewhere-else
    """
    from queries.cli.output import demo as output
    from queries.desk import demo

    with progress() as report:
        made = demo.make(folder, progress=report)
    with made.case:
        output.made_on_paper(made)
        for number, question in enumerate(demo.QUESTIONS, 1):
            with progress() as report:
                answer = demo.answer(made, question, progress=report)
            output.answer_on_paper(made, number, question, answer)
        with progress() as report:
            page, files = demo.leave(made, demo.QUESTIONS[0], progress=report)
    output.next_on_paper(made, page, files)
