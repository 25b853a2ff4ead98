"""The command line, `linkage`. One module a command in `queries.cli.commands`; a new file is a new command.

Errors are one line and an exit code: 2 for what the user can fix, 1 for what we must. Imports here are light on purpose:
`linkage --help` answers at once.
"""

from __future__ import annotations

import importlib
import io
import os
import pkgutil
import sys
from typing import NoReturn

import click

from graph.errors import LinkageError
from graph.kept import core
from queries.cli import commands
from queries.cli.once import Once
from queries.cli.paper import plain

DEBUG = "LINKAGE_DEBUG"
BROKEN_PIPE = 141


class _Commands(Once):
    """Every module of `queries.cli.commands`, in the order of the work."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted((module.name for module in pkgutil.iter_modules(commands.__path__)), key=commands.place)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"queries.cli.commands.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101 - our own modules
        return command


@click.group(
    cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110}
)
@click.option("--case", "case_folder", metavar="FOLDER", help="The case. Otherwise LINKAGE_CASE, or the nearest case.toml.")
@click.option("--debug", is_flag=True, envvar=DEBUG, help="Show where in the program an error arose.")
@click.version_option(package_name="linkage", prog_name="linkage")
@click.pass_context
def linkage(ctx: click.Context, case_folder: str | None, debug: bool) -> None:
    """Links victims of torture and enforced disappearance to those who did it and those who commanded them.

    \b
    linkage init my-case --zone Africa/Lagos     a new case
    linkage load units.tsv persons.csv           files into it
    linkage query                                what can be asked
    linkage why NAME                             every claim, source and decision behind it
    """
    ctx.obj = case_folder
    if ctx.invoked_subcommand is None:
        from queries.cli.output.welcome import welcome

        welcome(case_folder)


def main() -> None:
    """What the command `linkage` runs."""
    core.leave_none()
    debug = "--debug" in sys.argv or bool(os.environ.get(DEBUG))
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names are in any script, whatever this machine's own encoding
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    try:
        linkage.main(prog_name="linkage", standalone_mode=False)
    except LinkageError as error:
        if debug:
            raise
        _say(_noted(str(error), error), error.exit_code)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.ClickException as error:
        _say(_usage(error), error.exit_code)
    except click.exceptions.Exit as left:
        sys.exit(left.exit_code)
    except click.exceptions.Abort as left:  # click's word for a KeyboardInterrupt
        _say(_noted("stopped", left.__cause__ or left), 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN_PIPE)
    except Exception as error:
        if debug:
            raise
        _say(_unforeseen(error), 1)


def _say(text: str, code: int) -> NoReturn:
    """On standard error. A second line and more hold only what is to be chosen from."""
    click.echo("\n".join(plain(line) for line in f"linkage: {text}".split("\n")), err=True)
    sys.exit(code)


def _usage(error: click.ClickException) -> str:
    """A slip on the command line, in one line, with where to look."""
    message = " ".join(error.format_message().split()).rstrip(".")
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "linkage"
    return f"{message[:1].lower()}{message[1:]}: `{path} --help` shows how"


def _unforeseen(error: Exception) -> str:
    """What nobody wrote a sentence for: places, never values."""
    if isinstance(error, OSError):
        return _noted(f"the system refuses: {error.strerror or type(error).__name__}", error)
    if type(error).__module__ == "sqlite3":
        from graph.decided.trouble import trouble

        return _noted(trouble(error, "journal.db"), error)
    return f"{_noted(f'an internal error ({type(error).__name__} in {_where(error)})', error)}. --debug shows more"


def _noted(text: str, error: BaseException) -> str:
    """The sentence, with what is noted on the error: how far it got. Below a list, on a line of its own."""
    between = "\n" if "\n" in text else "; "
    return between.join([text, *getattr(error, "__notes__", [])])


def _where(error: BaseException) -> str:
    """The module and line it arose in: places, never values."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace else "?"
