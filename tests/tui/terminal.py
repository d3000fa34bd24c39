"""A real terminal for tests: the program in a pseudo-terminal, its screen kept by a terminal emulator."""

from __future__ import annotations

import contextlib
import os
import re
import sys
import time
from pathlib import Path
from typing import Any, Self

import pexpect
import pyte

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "ctrl+c": "\x03",
    "ctrl+e": "\x05",
    "ctrl+l": "\x0c",
    "ctrl+p": "\x10",
    "ctrl+q": "\x11",
    "ctrl+t": "\x14",
    "ctrl+z": "\x1a",
}
PATIENCE = 40.0  # seconds until something expected counts as not coming
_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
# What a program may switch on in a terminal: another screen, the mouse, reports of focus, paste in brackets.
MODES = {1049, 1000, 1002, 1003, 1004, 1006, 1015, 2004, 2048}
CURSOR = 25


def closed(child: pexpect.spawn[bytes] | pexpect.spawn[str]) -> int | None:
    """Close the window of a program, so that there is nothing left to write to; its exit code."""
    process: Any = vars(child)["ptyproc"]
    process.fileobj.close()
    end = time.monotonic() + PATIENCE
    while process.isalive():
        assert time.monotonic() < end
        time.sleep(0.05)
    code: int | None = process.exitstatus
    return code


class Terminal:
    """``with Terminal(home, "--lang", "fr") as terminal:`` types, waits and reads like a person.

    ``by_shell``: the program is started by a shell in which one can go on when it is stopped or has left.
    """

    def __init__(
        self,
        home: Path,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        by_shell: bool = False,
        **environment: str,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("TEXTUAL", "NO_COLOR"))}
        env = {**kept, "TERM": "xterm-256color", "MATURITY_HOME": str(home), "LANG": "C.UTF-8", **environment}
        command = [sys.executable, "-m", "maturity", *arguments]
        started = ["sh", "-i"] if by_shell else command
        env |= {"PS1": "$ ", "ENV": ""} if by_shell else {}
        self.child = pexpect.spawn(started[0], started[1:], env=env, dimensions=(rows, columns), timeout=PATIENCE)
        if by_shell:
            self.wait_for("$")
            self.type(" ".join(command), "enter")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_how: object) -> None:
        with contextlib.suppress(OSError):  # a test that closed the window has closed it
            self.child.close(force=True)

    @property
    def text(self) -> str:
        """The screen as it stands, lines without trailing blanks."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    @property
    def modes(self) -> set[int]:
        """What is switched on now; a cursor that is hidden counts as `CURSOR`."""
        on = set[int]()
        for numbers, how in _MODE.findall(self.raw):
            for number in map(int, numbers.split(b";")):
                switched_on = how == (b"l" if number == CURSOR else b"h")
                (on.add if switched_on else on.discard)(number)
        return on & {*MODES, CURSOR}

    def _read(self) -> bool:
        try:
            data: Any = self.child.read_nonblocking(65_536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def wait_for(self, *words: str) -> None:
        """Until all of this stands on the screen."""
        end = time.monotonic() + PATIENCE
        while not all(word in self.text for word in words):
            alive = self._read()
            assert time.monotonic() < end, f"no {words!r} on:\n{self.text}"
            assert alive or all(word in self.text for word in words), f"ended before {words!r}:\n{self.text}"

    def gone(self, words: str) -> None:
        """Until this no longer stands on the screen. Escape needs it: with a key close behind it, it is another key."""
        end = time.monotonic() + PATIENCE
        while words in self.text:
            assert self._read(), f"ended with {words!r}"
            assert time.monotonic() < end, f"still {words!r} on:\n{self.text}"

    def rest(self, seconds: float) -> bytes:
        """What is sent while nobody does anything, once everything asked for has come."""
        enough = time.monotonic() + 5  # whatever moves for ever is not waited for
        quiet = time.monotonic() + 1
        while time.monotonic() < min(quiet, enough):
            before = len(self.raw)
            self._read()
            if len(self.raw) > before:
                quiet = time.monotonic() + 1
        before, end = len(self.raw), time.monotonic() + seconds
        while time.monotonic() < end:
            self._read()
        return self.raw[before:]

    def resize(self, columns: int, rows: int) -> None:
        """Another window."""
        self.screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def type(self, *keys: str) -> None:
        """Keys by name, other text as it is."""
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def paste(self, text: str) -> None:
        """A long text in pieces, reading in between: neither side waits for the other with a full pipe."""
        for start in range(0, len(text), 500):
            self.child.send(text[start : start + 500])
            self._read()

    def ended(self) -> int:
        """The exit code, once the program has left."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, f"still there:\n{self.text}"
        self.child.wait()
        code = self.child.exitstatus
        return code if code is not None else -int(self.child.signalstatus or 0)
