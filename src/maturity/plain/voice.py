"""The one gate for what is said and what is heard: lines that end, words that no display trips over."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from typing import TextIO

from maturity.errors import Problem
from maturity.text import clean_text

Listen = Callable[[str], str]  # shows the prompt, returns the line typed; EOFError when there is no more
_LONG = 1_000_000
_SPACES = str.maketrans({"\u202f": " ", "\u00a0": " "})  # Braille tables and old voices spell these two out
_LETTERS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "...", "–": "-", "œ": "oe"})


class Voice:
    """Says paragraphs in lines of at most ``width`` characters and asks for one line at a time.

    ``echo``: what is heard is said too, because nobody sees what comes out of a pipe.
    """

    def __init__(
        self, sink: TextIO, listen: Listen, *, width: int, echo: bool, unfinished: Callable[[], str] = str
    ) -> None:
        """``unfinished``: what stands typed where a line was cut short."""
        self._sink = sink
        self._listen = listen
        self._width = width
        self._echo = echo
        self.unfinished = unfinished
        self._silent = True  # nothing since the last empty line

    def say(self, *texts: str) -> None:
        """Each text from the beginning of a line; empty ones are left out."""
        for text in texts:
            for line in clean_text(text, multiline=True, limit=_LONG).split("\n"):
                self._lines(_wrapped(line, self._width))
        self._sink.flush()

    def whole(self, line: str) -> None:
        """A name of a file or a command, which cannot be folded."""
        self._lines([clean_text(line)])
        self._sink.flush()

    def pause(self) -> None:
        """One empty line, never two."""
        if not self._silent:
            self._sink.write("\n")
            self._silent = True

    def _lines(self, lines: Sequence[str]) -> None:
        for line in filter(None, lines):
            self._sink.write(self._fit(line) + "\n")
            self._silent = False

    def ask(self, prompt: str) -> str:
        """The line typed, as it was typed.

        Raises:
            EOFError: nothing more will come.
        """
        self._silent = False
        shown = self._fit(prompt.translate(_SPACES))
        if not self._echo:
            self._sink.flush()
            return self._listen(shown)
        self._sink.write(shown)
        self._sink.flush()
        heard = ""
        try:
            heard = self._listen("")
        finally:
            self._sink.write(self._fit(clean_text(heard)) + "\n")
            self._sink.flush()
        return heard

    def problem(self, problem: Problem) -> None:
        """What is wrong, in its three parts: why, where, what to do."""
        self.say(problem.why, problem.where, problem.fix)

    def _fit(self, line: str) -> str:
        """In letters that the other end can write; a console that knows few gets plain ones."""
        encoding = getattr(self._sink, "encoding", None) or "utf-8"
        try:
            line.encode(encoding)
        except UnicodeEncodeError:
            line = line.translate(_LETTERS).encode(encoding, "replace").decode(encoding)
        return line


def _wrapped(line: str, width: int) -> list[str]:
    """No-break spaces hold while the line is folded, and are ordinary ones afterwards."""
    folded = textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)
    return [part.translate(_SPACES) for part in folded]
