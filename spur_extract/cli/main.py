"""The entry point `spur-extract`: finds the command, and turns every failure into an exit code.

Nothing heavier than click is imported here: the commands, and with them pydantic and the
pipeline, are imported when one is used. That keeps `spur-extract --help` fast.
"""

import gc
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Final, NoReturn

import click

from spur_extract import __version__
from spur_extract.bugs import InternalError
from spur_extract.cli.session import PROGRAM, PipeClosedError, Session, use_utf8
from spur_extract.errors import SpurError

INTERRUPTED: Final = 130  # 128 + SIGINT, as shells have it
PIPE_CLOSED: Final = 141  # 128 + SIGPIPE

COMMANDS: Final = {
    "parse": "Turn one report into data.",
    "convert": "Turn many reports into JSON files and tables.",
    "audit": "Tell what is missing, contradictory or overdue in reports.",
    "rules": "List the rules of the audit.",
    "rule": "Explain one rule of the audit.",
    "schema": "Print the JSON Schema of a report.",
    "editions": "List the editions of the form that are known.",
    "explain": "Show what was recognised in each line of a report.",
}
"""Each command, in a module of its name in this package, and the first line of its help."""


class LazyGroup(click.Group):
    """A group that imports a command when it is used, and lists all without importing any."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of all commands, in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command = _import(cmd_name)
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the list of commands from the table above."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _import(command: str) -> object:
    """Import a command's module; what imports create is there to stay, so that searching it for
    garbage again and again would only cost a third of the time to start. No plugin of pydantic
    is used, and looking for one costs time, too."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.disable()
    try:
        return importlib.import_module(f"spur_extract.cli.{command}").command
    finally:
        gc.freeze()
        gc.enable()


EPILOG: Final = (
    "Data goes to standard output, messages to standard error. Exit codes: 0 all well, 1 findings "
    "of an audit, or an internal error, 2 bad usage, 3 input cannot be opened, 4 no SPUR report, "
    "5 no readable text, 6 output cannot be written, 7 some files failed, 8 some files were "
    "refused, 9 nothing to do, 10 faulty catalogue, 11 unusable key for pseudonyms, 12 too much "
    "time or memory, 13 unusable settings of an audit, 130 interrupted, 141 output closed."
)


# Built by hand, not from a Pydantic model as the commands are: pydantic would cost every --help
# more time than all the rest.
@click.group(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--quiet", "-q", is_flag=True, help="No messages on standard error but errors.")
@click.option("--debug", is_flag=True, help="Show the traceback of an internal error.")
@click.version_option(__version__, prog_name=PROGRAM)
@click.pass_obj
def cli(session: Session, *, quiet: bool, debug: bool) -> None:
    """Turn SPUR inspection reports of Swedish specialist training into validated data."""
    session.quiet |= quiet
    session.debug |= debug


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the program with `arguments` (default: the command line's) and exit."""
    use_utf8()
    sys.exit(_exit_code(arguments))


def _exit_code(arguments: Sequence[str] | None) -> int:
    session = Session()
    try:
        code = cli.main(arguments, PROGRAM, standalone_mode=False, obj=session)
    except SpurError as error:
        return _complain(error)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:  # click's word for Ctrl-C
        return INTERRUPTED
    except PipeClosedError:
        return PIPE_CLOSED
    except Exception as error:  # noqa: BLE001 - the outermost edge: told as a bug, with exit code 1
        if session.debug:
            traceback.print_exc()
        return _complain(InternalError.of(error))
    return code if isinstance(code, int) else 0


def _complain(error: SpurError) -> int:
    """One line on standard error, whatever line breaks a file's name may hold."""
    line = " ".join(str(error).splitlines())
    click.echo(f"{PROGRAM}: error[{error.code}]: {line}", err=True)
    return error.exit_code
