"""The command line: the only place that prints and sets exit codes. One small file a command, imported when used."""

from __future__ import annotations

import errno
import gettext
import importlib
import os
import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

import maturity
import maturity.locale
from maturity import __version__
from maturity.cli.streams import OutputLostError, guarded
from maturity.cli.words import N_, Group
from maturity.errors import MaturityError, Problem
from maturity.locale import LANGUAGES, domain, language, set_language
from maturity.text import clean_text

_ = domain("cli").gettext

UNFORESEEN = 70  # EX_SOFTWARE: never what a bad file leads to

# In the order of use; each module has one click command named `command` and imports nothing heavy at its head.
COMMANDS = (
    *("demo", "new", "list", "open", "answer", "score", "compare"),
    *("report", "verify", "restore", "forget", "privacy", "questionnaire", "schema"),
)

# Given back before it is told that there is no memory, which takes some. Of zeros that nobody has looked at, the system
# keeps the room alone: they cost no memory till then.
_ROOM = 4 << 20
_RESERVE = [bytes(_ROOM)]

_NO_ROOM = ("failed to map", "Cannot allocate memory", "Too many open files", "can't start new thread")


class Commands(Group):
    """The group of all commands; each is imported only when it is called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Names in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        _keep_quiet()
        command: click.Command = importlib.import_module(f"maturity.cli.{cmd_name}").command
        return command


def _keep_quiet() -> None:
    """No line of a library's log reaches the screen: some log tracebacks, as hashlib does when it finds no memory."""
    import logging

    if not logging.root.handlers:
        logging.root.addHandler(logging.NullHandler())


def _speak(code: str | None) -> None:
    """Choose the language of everything printed, click's own messages included: they ask gettext's global domain."""
    set_language(code)
    os.environ["LANGUAGE"] = language()
    gettext.bindtextdomain("cli", Path(maturity.locale.__file__).parent)
    gettext.textdomain("cli")


def _choose_language(ctx: click.Context, param: click.Parameter, value: str | None) -> None:  # noqa: ARG001
    if value is not None:
        _speak(value)


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="maturity", message="%(prog)s %(version)s", help="Print the version.")
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=_choose_language,
    help="French or English; otherwise as the system says.",
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Where does our authority stand? A self-assessment of digital co-creation of public value. Without a command: the
    questionnaire opens in the terminal. Nothing leaves this machine.
    """  # noqa: D205 - one paragraph of help
    if ctx.invoked_subcommand is None:
        from maturity.cli.open import run_terminal

        run_terminal(None)


def _told(error: click.ClickException) -> Problem:
    """What click found wrong with the call, in the three parts of every other error."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "maturity"
    why = re.sub(r"'([^'\n]*)'", lambda quoted: _("“{text}”").format(text=quoted[1]), error.format_message())
    return Problem(command, clean_text(why), _("See: {command} --help").format(command=command))


def _refused(error: OSError) -> int:
    """Say what the system refuses."""
    try:
        told = _why_refused(error)
    except (OSError, ImportError, MemoryError):  # not even a file of the program can be opened to say it
        return _starved()
    click.echo(str(told), err=True)
    return MaturityError.exit_code


def _why_refused(error: OSError) -> Problem:
    from maturity.response.saving import reason
    from maturity.toml import shown_file

    if isinstance(error, OutputLostError):
        why = _("Not everything could be written: {reason}.").format(reason=reason(error.cause))
        if error.cause.errno == errno.EBADF:
            why = _("It is closed: nothing could be written.")
        why = f"{why} {error.saved}".strip()
        return Problem(_("standard output"), why, _("Let it go to the screen, or to a file on a disk with room."))
    where = shown_file(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else "maturity"
    why = _("The system refuses: {reason}.").format(reason=reason(error))
    return Problem(where, why, _("Check the name, the rights and the room on the disk, then try again."))


def _starved() -> int:
    """Say that the program itself finds no memory or may open no file; the words of a language may be out of reach."""
    why = N_("There is too little memory, or too many files are open, to go on.")
    fix = N_("Close other programs, then try again; what was saved is intact.")
    with suppress(Exception):
        why, fix = _(why), _(fix)
    with suppress(Exception):
        click.echo(str(Problem("maturity", why, fix)), err=True)
    return MaturityError.exit_code


def _unforeseen(error: Exception) -> int:
    """A fault of the program, told by its kind and place alone: messages and tracebacks repeat what was answered.

    Who looks for it sets MATURITY_TRACE, and gets everything.
    """
    if os.environ.get("MATURITY_TRACE"):
        raise error
    place = "?"
    with suppress(Exception):  # with hardly any memory, even looking for the place can fail
        steps = traceback.extract_tb(error.__traceback__)
        package = str(Path(maturity.__file__).parent)
        ours = [step for step in steps if step.filename.startswith(package)] or steps
        place = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else place
    why = _("The program itself failed ({kind}, {place}).").format(kind=type(error).__name__, place=place)
    fix = _("What was saved is intact. Please report this line: it holds none of your answers.")
    with suppress(Exception):
        click.echo(str(Problem("maturity", why, fix)), err=True)
    return UNFORESEEN


def _for_want_of_room(error: BaseException | None) -> bool:
    """Whether nothing more fits: what is written in C tells that in its own ways, or as a fault of the interpreter."""
    try:
        bytes(_ROOM + (1 << 20))  # more than was given back: is there a mebibyte besides?
    except MemoryError:
        return True
    while error is not None:
        told = str(error)
        if isinstance(error, MemoryError) or any(words in told for words in _NO_ROOM):
            return True
        error = error.__cause__ or error.__context__
    return False


def main(arguments: list[str] | None = None) -> None:
    """Entry point: every error that a user can meet becomes three parts on stderr and an exit code."""
    with guarded(), _discreet():
        sys.exit(_run(arguments))


@contextmanager
def _discreet() -> Iterator[None]:
    """What fails where nobody can catch it, as in what is cleared away when memory ends, prints no traceback."""
    before = sys.unraisablehook
    if not os.environ.get("MATURITY_TRACE"):
        sys.unraisablehook = lambda _: None
    try:
        yield
    finally:
        sys.unraisablehook = before


def _run(arguments: list[str] | None) -> int:
    """The exit code."""
    try:
        _speak(None)
        # Our arrays are small: without this, numpy takes twice as long to load, and its second thread stays awake for
        # a tenth of a second after every result.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        code = cli.main(args=arguments, prog_name="maturity", standalone_mode=False)
        sys.stdout.flush()  # here a full disk can still be told; at the interpreter's end it cannot
    except Exception as error:  # noqa: BLE001 - whatever it is: a traceback would print answers
        _RESERVE.clear()
        code = _ended(error)
    return code if isinstance(code, int) else 0


def _ended(error: Exception) -> int:
    """Say what ended the command; the exit code."""
    if isinstance(error, MemoryError):
        return _starved()
    if isinstance(error, click.exceptions.Abort):  # Ctrl-C
        return 130
    if isinstance(error, OSError):  # a disk that is full under the output, a folder that went away
        return 0 if isinstance(error, OutputLostError) and error.reader_left else _refused(error)
    if not isinstance(error, MaturityError | click.ClickException):
        return _starved() if _for_want_of_room(error) else _unforeseen(error)
    if isinstance(
        error, click.exceptions.NoArgsIsHelpError
    ):  # a group without a command: its help says which there are
        told = error.format_message()
    else:
        told = str(error if isinstance(error, MaturityError) else _told(error))
    click.echo(told, err=True)
    return error.exit_code
