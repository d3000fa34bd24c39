"""Standard output and error where they are closed or full, or where the reader of a pipe has left.

Three rules, here for every command. What is printed because somebody asked for it must arrive: else the command fails,
once its files are whole. A word about something that is done (`confirm`) may be lost: what is done counts. A line on
standard error that nobody gets changes nothing. A reader who leaves, as `head` does, has read enough: no error.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TextIO, cast

import click


class OutputLostError(OSError):
    """Standard output took nothing more; an error of its own, because click ends the program on a `BrokenPipeError`."""

    def __init__(self, cause: OSError, saved: str = "") -> None:
        """``saved``: a sentence on what is safe all the same."""
        super().__init__(str(cause))
        self.cause = cause
        self.saved = saved

    @property
    def reader_left(self) -> bool:
        """Whether a pipe was closed at its other end."""
        return isinstance(self.cause, BrokenPipeError)


class Guarded:
    """A stream that notices what it could not write; everything else is the stream's own."""

    def __init__(self, stream: TextIO, *, must_arrive: bool) -> None:
        """``must_arrive``: raise `OutputLostError`; otherwise what is lost is lost."""
        self.stream = stream
        self._must_arrive = must_arrive
        self._lost: OutputLostError | None = None

    def __getattr__(self, name: str) -> object:
        return getattr(self.stream, name)

    def write(self, text: str) -> int:
        """As the stream does.

        Raises:
            OutputLostError: it took nothing, now or before.
        """
        if self._lost is None:
            self._try(lambda: self.stream.write(text))
        if self._lost is not None and self._must_arrive:
            raise self._lost
        return len(text)

    def flush(self) -> None:
        """As the stream does.

        Raises:
            OutputLostError: it did not take what was written; said once, for somebody may have told it elsewhere.
        """
        if self._lost is None:
            self._try(self.stream.flush)
            if self._lost is not None and self._must_arrive:
                raise self._lost

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except OSError as error:
            self._lost = OutputLostError(error)
            let_go(self.stream)


@contextmanager
def guarded() -> Iterator[None]:
    """Standard output and error under guard, also where there are none; as they were, afterwards."""
    before = sys.stdout, sys.stderr
    _hold_places()
    out, err = sys.stdout or _stream(1), sys.stderr or _stream(2)
    for stream in (out, err):
        _write_every_character(stream)
    sys.stdout = cast("TextIO", Guarded(out, must_arrive=True))
    sys.stderr = cast("TextIO", Guarded(err, must_arrive=False))
    try:
        yield
    finally:
        with suppress(OutputLostError):
            sys.stdout.flush()
        sys.stdout, sys.stderr = before


def unguarded() -> TextIO:
    """Standard output itself, whose errors a conversation tells apart."""
    out = sys.stdout
    return out.stream if isinstance(out, Guarded) else out


def somebody_to_ask() -> bool:
    """Whether a question, which is put on standard error, is seen by whoever types the answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def said(line: object) -> bool:
    """Print a line; whether it arrived, or the reader was content with less."""
    try:
        click.echo(line)
    except OutputLostError as lost:
        return lost.reader_left
    return True


def confirm(line: str) -> None:
    """Tell that something is done: on standard output, or else on standard error."""
    if not said(line):
        click.echo(line, err=True)


def let_go(stream: TextIO) -> None:
    """What could not be written stays in Python's buffer: without this, it would be tried once more at the end."""
    with suppress(OSError, ValueError):  # a stream of a test is no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def draw_on_output() -> None:
    """Textual draws on standard error; where that goes elsewhere, the terminal is the one of standard output."""
    if sys.__stderr__ is None or not sys.__stderr__.isatty():
        setattr(sys, "__stderr__", sys.__stdout__)  # noqa: B010 - typed as final


def _hold_places() -> None:
    """A number of a stream that was closed would go to the next file opened: errors would be written into answers.

    Open to read only, it refuses what is written as the closed one would.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # the lowest free number is the one given
            os.open(os.devnull, os.O_RDONLY)


def _stream(number: int) -> TextIO:
    """In the place of one that is closed."""
    return open(number, "w", encoding="utf-8", closefd=False)


def _write_every_character(stream: TextIO) -> None:
    """Into a file or a pipe goes UTF-8, also on Windows, whose old code pages lack “≤” and narrow spaces.

    An encoding asked for by name (PYTHONIOENCODING) stays; what it lacks becomes “?” instead of an error.
    """
    if isinstance(stream, io.TextIOWrapper):
        named = stream.isatty() or "PYTHONIOENCODING" in os.environ
        stream.reconfigure(encoding=stream.encoding if named else "utf-8", errors="replace")
