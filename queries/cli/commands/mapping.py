"""`linkage mapping`: what the columns of a file mean, drafted, checked and tried before anything is loaded."""

from __future__ import annotations

from pathlib import Path

import click

from queries.cli.case import opened, progress
from queries.cli.commands.load import century_option, dates_option, encoding_option, mappings_option
from queries.cli.once import Once

FILE = click.Path(path_type=Path)


@click.group(cls=Once, short_help="Draft a mapping, check it, and try it on a file.")
def command() -> None:
    """Draft a mapping, say whether it has faults and fits, and what the first rows of a file then say. Nothing is loaded.

    \b
    linkage mapping draft detentions.xlsx
    linkage mapping check detentions.toml
    linkage mapping try detentions.xlsx --mapping detentions.toml
    """


@command.command(name="draft", short_help="A first mapping for your own file.")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--out", type=FILE, metavar="FOLDER", help="Where the drafts are written.  [default: the folder you are in]")
@click.option("--no-questions", is_flag=True, help="Ask nothing: what only a person can say stays open in the draft.")
@encoding_option
def draft_command(files: tuple[Path, ...], out: Path | None, no_questions: bool, encoding: str | None) -> None:
    """Look at the header and the values of FILES, ask what only you can say, and write a mapping for each table, with reasons.

    It never makes somebody a commander, nor a unit another's superior, unless the header or you say so. What is not decided is
    left out by name. No file is overwritten, and nothing is loaded.

    \b
    linkage mapping draft detentions.xlsx
    linkage mapping draft detentions.xlsx --no-questions --out mappings
    """
    import sys

    from queries.cli.output import draft as output
    from queries.desk.draft import draft

    terminal = sys.stdin.isatty() and sys.stdout.isatty()
    output.on_paper(draft(files, out=out, encoding=encoding, ask=output.ask if terminal and not no_questions else None))


@command.command(name="check", short_help="Every fault of a mapping, and whether it fits a file.")
@click.argument("mapping", metavar="FILE.toml")
@click.argument("file", required=False, type=FILE)
@encoding_option
@click.option("--json", "as_json", is_flag=True, help="The same as JSON.")
def check_command(mapping: str, file: Path | None, encoding: str | None, as_json: bool) -> None:
    """Name every fault of a mapping with its line; with FILE, also what of it the mapping cannot or does not read.

    \b
    linkage mapping check detentions.toml detentions.xlsx
    """
    from graph.errors import MappingError
    from graph.words import count
    from queries.cli.output import mapping as output
    from queries.desk.mapping import check

    checked = check(mapping, file, encoding=encoding)
    (output.checked_as_json if as_json else output.checked_on_paper)(checked)
    if checked.unknown:
        raise MappingError(
            f"{Path(mapping).name}: {count(len(checked.unknown), 'word')} of the file it does not know, named above: "
            "their rows would be refused; add them to values, or say what every other word means by otherwise"
        )


@command.command(name="try", short_help="The first rows of a file, in words.")
@click.argument("file", type=FILE)
@mappings_option
@click.option("--rows", type=click.IntRange(1, 100), default=5, show_default=True, help="How many rows of each table.")
@encoding_option
@dates_option
@century_option
@click.option("--json", "as_json", is_flag=True, help="The same as JSON.")
@click.pass_context
def try_command(
    ctx: click.Context,
    file: Path,
    mappings: tuple[str, ...],
    rows: int,
    encoding: str | None,
    dates: str | None,
    century: str | None,
    as_json: bool,
) -> None:
    """Say in words what the first rows of FILE would say in this case, and what of all its rows would be refused, odd and joined.

    \b
    linkage mapping try detentions.xlsx --mapping detentions.toml --rows 10
    """
    from queries.cli.output import mapping as output
    from queries.desk.mapping import attempt

    with opened(ctx) as case, progress() as report:
        trials = [
            attempt(
                case,
                file,
                mapping=mapping,
                rows=rows,
                encoding=encoding,
                dates=dates,  # type: ignore[arg-type]  # one of the choices
                century=century,
                progress=report,
            )
            for mapping in mappings or (None,)
        ]
    (output.trials_as_json if as_json else output.trials_on_paper)(trials, mappings)
